//! Applies folds to a text, character by character.
//!
//! A character is held back until the next one is seen, as a hamza may join it; so are spaces, which may be the end of a line. The one
//! decision: all folds are applied in one pass, so that the way back is written down once.

use unicode_normalization::char::decompose_compatible;

use super::Folds;
use crate::text::ByteSpan;
use crate::text::chars::{self, Class, TATWEEL, class, digit_value, may_be_emoji};
use crate::text::fold::{Origins, composed, is_presentation_form, lookalike};

/// Writes a text with its folds applied.
pub(super) struct Writer {
    folds: Folds,
    out: String,
    origins: Option<Origins>,
    /// The character that may yet be joined by a hamza, its span, and the one after it in the text.
    held: Option<(char, ByteSpan, Option<char>)>,
    /// Spaces and line ends that wait for what follows: where they began, and how many lines end.
    gap: Option<(ByteSpan, usize)>,
    /// The last character written, and how often it was repeated.
    last: (char, usize),
    /// Whether the last letter or digit was Arabic.
    arabic: bool,
    /// Whether a zero-width joiner here would join emoji.
    emoji: bool,
}

impl Writer {
    /// Writes the text alone.
    pub fn new(text: &str, folds: Folds) -> Self {
        let out = String::with_capacity(text.len());
        Writer { folds, out, origins: None, held: None, gap: None, last: ('\n', 0), arabic: false, emoji: false }
    }

    /// Remembers as well where each character came from.
    pub fn remembering(text: &str, folds: Folds) -> Self {
        Writer { origins: Some(Vec::new()), ..Writer::new(text, folds) }
    }

    fn has(&self, fold: Folds) -> bool {
        self.folds.has(fold)
    }

    /// The text with its folds applied, and the way back where it was to be remembered.
    pub fn run(mut self, text: &str) -> (String, Origins) {
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            if c == '\r' && self.has(Folds::SPACE) && chars.peek().is_some_and(|&(_, next)| next == '\n') {
                chars.next();
            }
            let next = chars.peek().copied();
            let span = ByteSpan::new(at, next.map_or(text.len(), |(end, _)| end));
            let next = next.map(|(_, next)| next);
            if !(self.has(Folds::PRESENTATION) && is_presentation_form(c)) {
                self.take(c, span, next);
                continue;
            }
            // Isolated marks decompose into a space and the mark; unassigned forms into themselves.
            decompose_compatible(c, |part| {
                if part != ' ' {
                    self.take(part, span, next);
                }
            });
        }
        self.release();
        (self.out, self.origins.unwrap_or_default())
    }

    /// One character by what it is; `next` is the one after it in the text.
    fn take(&mut self, c: char, span: ByteSpan, next: Option<char>) {
        let c = self.letter(lookalike(c).filter(|_| self.has(Folds::LOOKALIKES)).unwrap_or(c));
        let kind = class(c);
        if kind == Class::Invisible {
            let joiner = c == '\u{200D}' && self.emoji && next.is_some_and(may_be_emoji);
            return if self.has(Folds::HIDDEN) && !joiner { self.cover(span) } else { self.hold(c, span, next) };
        }
        self.emoji = may_be_emoji(c) || self.emoji && matches!(c, '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}');
        // Letter and hamza as two characters are the same text as both in one.
        if let Some((base, held, _)) = &mut self.held
            && self.folds != Folds::NONE
            && let Some(joined) = composed(*base, Some(c))
        {
            *base = joined;
            held.end = span.end;
            let joined = self.letter(joined);
            return self.held.iter_mut().for_each(|held| held.0 = joined);
        }
        if c == TATWEEL && self.has(Folds::TATWEEL) || self.has(Folds::MARKS) && is_arabic_mark(c) {
            return self.cover(span);
        }
        self.hold(c, span, next);
    }

    /// Keeps the character until what follows is known not to belong to it.
    fn hold(&mut self, c: char, span: ByteSpan, next: Option<char>) {
        self.release();
        self.held = Some((c, span, next));
    }

    /// Lets the last character stand for a stretch that is left out after it.
    fn cover(&mut self, span: ByteSpan) {
        if let Some((_, held, _)) = &mut self.held {
            held.end = span.end;
        }
    }

    fn release(&mut self) {
        let Some((c, span, next)) = self.held.take() else { return };
        let kind = class(c);
        if self.has(Folds::SPACE) && matches!(kind, Class::Space | Class::Newline) {
            let (first, lines) = self.gap.unwrap_or((span, 0));
            self.gap = Some((ByteSpan { start: first.start, end: span.end }, lines + usize::from(kind == Class::Newline)));
            return;
        }
        let c = self.punctuation(self.digit(c), next);
        match kind {
            Class::Arabic => self.arabic = true,
            Class::Latin | Class::OtherLetter | Class::Newline => self.arabic = false,
            _ => {}
        }
        if self.has(Folds::CASE) && kind == Class::Latin {
            // Some capitals have two characters as small letter, of which the second is a mark.
            return c.to_lowercase().for_each(|small| self.push(small, span));
        }
        self.push(c, span);
    }

    fn letter(&self, c: char) -> char {
        match c {
            'أ' | 'إ' | 'آ' | 'ٱ' if self.has(Folds::ALEF_HAMZA) => 'ا',
            'ؤ' if self.has(Folds::HAMZA_SEATS) => 'و',
            'ئ' if self.has(Folds::HAMZA_SEATS) => 'ي',
            'ى' if self.has(Folds::ALEF_MAQSURA) => 'ي',
            'ة' if self.has(Folds::TA_MARBUTA) => 'ه',
            _ => c,
        }
    }

    fn digit(&self, c: char) -> char {
        let zero = if self.has(Folds::DIGITS_LATIN) { '0' } else { '٠' };
        let wanted = self.has(Folds::DIGITS_LATIN) || self.has(Folds::DIGITS_ARABIC);
        let value = digit_value(c).filter(|_| wanted);
        value.and_then(|value| char::from_u32(zero as u32 + u32::from(value))).unwrap_or(c)
    }

    fn punctuation(&self, c: char, next: Option<char>) -> char {
        if self.has(Folds::QUOTES) && chars::is_quote(c) {
            return if matches!(c, '\'' | '\u{2018}'..='\u{201B}' | '\u{2039}' | '\u{203A}') { '\'' } else { '"' };
        }
        if self.has(Folds::PUNCTUATION_LATIN) {
            return match c {
                '،' | '٬' => ',',
                '؛' => ';',
                '؟' => '?',
                '٪' => '%',
                '۔' | '٫' => '.',
                _ => c,
            };
        }
        let goes_on = next.is_some_and(|n| matches!(class(n), Class::Latin | Class::Digit));
        if self.has(Folds::PUNCTUATION_ARABIC) && self.arabic && !goes_on {
            return match c {
                ',' => '،',
                ';' => '؛',
                '?' => '؟',
                _ => c,
            };
        }
        c
    }

    fn push(&mut self, c: char, span: ByteSpan) {
        if let Some((gap, lines)) = self.gap.take()
            && !self.out.is_empty()
        {
            for _ in 0..lines.clamp(1, 2) {
                self.write(if lines > 0 { '\n' } else { ' ' }, gap);
            }
        }
        let count = if self.last.0 == c { self.last.1 + 1 } else { 1 };
        self.last = (c, count);
        if !self.has(Folds::REPEATS) || count < 3 || class(c) != Class::Arabic || c == TATWEEL {
            return self.write(c, span);
        }
        // One stands for all of them.
        if count == 3 {
            self.out.pop();
        }
        if let Some(origins) = &mut self.origins {
            if count == 3 {
                origins.pop();
            }
            if let Some(last) = origins.last_mut() {
                last.1.end = span.end;
            }
        }
    }

    fn write(&mut self, c: char, span: ByteSpan) {
        if let Some(origins) = &mut self.origins {
            origins.push((ByteSpan::new(self.out.len(), 0).start, span));
        }
        self.out.push(c);
        if c == '\n' || c == ' ' {
            self.last = (c, 1);
        }
    }
}

/// Marks on Arabic letters: vowel signs, hamza and madda, and those of the Quran.
fn is_arabic_mark(c: char) -> bool {
    matches!(c as u32, 0x0610..=0x061A | 0x064B..=0x065F | 0x0670 | 0x06D6..=0x06DC | 0x06DF..=0x06E4 | 0x06E7 | 0x06E8 | 0x06EA..=0x06ED
        | 0x0898..=0x089F | 0x08CA..=0x08E1 | 0x08E3..=0x08FF)
}
