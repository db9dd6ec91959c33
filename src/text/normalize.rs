//! Normalisation: a text with chosen differences of writing made equal, and the way back to what was written.
//!
//! Each [`Folds`] names one kind of difference; none implies another, and the order in which they are named does not matter: they are
//! always applied in the order of [`Folds::NAMES`], character by character. Normalising twice changes nothing more. Unlike
//! [`super::fold`], which compares words, the outcome is a text to be kept, indexed or shown.

use unicode_normalization::char::decompose_compatible;

use super::chars::{self, Class, TATWEEL, class, digit_value, may_be_emoji};
use super::fold::{Origins, composed, is_presentation_form, lookalike, origin};
use super::span::ByteSpan;

/// A set of folds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Folds(u32);

impl Folds {
    /// Nothing: the text as it is.
    pub const NONE: Folds = Folds(0);
    /// Shapes of letters (U+FB50 to U+FEFC) become the letters; the honorifics ﷺ and ﷻ stay.
    pub const PRESENTATION: Folds = Folds(1);
    /// Letters of neighbouring alphabets that are typed for Arabic ones become those (ک, ی, ھ).
    pub const LOOKALIKES: Folds = Folds(1 << 1);
    /// Zero-width characters, direction controls, soft hyphens, byte order marks and other controls go; joiners of emoji stay.
    pub const HIDDEN: Folds = Folds(1 << 2);
    /// Vowel signs and the other marks on Arabic letters go, those of the Quran too.
    pub const MARKS: Folds = Folds(1 << 3);
    /// Tatweel goes.
    pub const TATWEEL: Folds = Folds(1 << 4);
    /// أ إ آ ٱ become ا.
    pub const ALEF_HAMZA: Folds = Folds(1 << 5);
    /// ؤ becomes و, ئ becomes ي.
    pub const HAMZA_SEATS: Folds = Folds(1 << 6);
    /// ى becomes ي.
    pub const ALEF_MAQSURA: Folds = Folds(1 << 7);
    /// ة becomes ه.
    pub const TA_MARBUTA: Folds = Folds(1 << 8);
    /// Digits of all three families become 0 to 9.
    pub const DIGITS_LATIN: Folds = Folds(1 << 9);
    /// Digits of all three families become ٠ to ٩.
    pub const DIGITS_ARABIC: Folds = Folds(1 << 10);
    /// , ; ? after an Arabic letter become ، ؛ ؟ unless a Latin letter or a digit follows.
    pub const PUNCTUATION_ARABIC: Folds = Folds(1 << 11);
    /// ، ؛ ؟ ۔ ٪ ٫ ٬ become , ; ? . % . ,
    pub const PUNCTUATION_LATIN: Folds = Folds(1 << 12);
    /// Double quotation marks of all kinds become ", single ones '.
    pub const QUOTES: Folds = Folds(1 << 13);
    /// Latin letters become small.
    pub const CASE: Folds = Folds(1 << 14);
    /// Runs of spaces become one space, ends of lines lose theirs and are written as line feeds, at most one line stays empty.
    pub const SPACE: Folds = Folds(1 << 15);
    /// An Arabic letter written three times or more becomes one.
    pub const REPEATS: Folds = Folds(1 << 16);

    /// The folds with their stable names, in the order in which they are applied.
    pub const NAMES: [(Folds, &'static str); 17] = [
        (Folds::PRESENTATION, "presentation"),
        (Folds::LOOKALIKES, "lookalikes"),
        (Folds::HIDDEN, "hidden"),
        (Folds::MARKS, "marks"),
        (Folds::TATWEEL, "tatweel"),
        (Folds::ALEF_HAMZA, "alef-hamza"),
        (Folds::HAMZA_SEATS, "hamza-seats"),
        (Folds::ALEF_MAQSURA, "alef-maqsura"),
        (Folds::TA_MARBUTA, "ta-marbuta"),
        (Folds::DIGITS_LATIN, "digits-latin"),
        (Folds::DIGITS_ARABIC, "digits-arabic"),
        (Folds::PUNCTUATION_ARABIC, "punctuation-arabic"),
        (Folds::PUNCTUATION_LATIN, "punctuation-latin"),
        (Folds::QUOTES, "quotes"),
        (Folds::CASE, "case"),
        (Folds::SPACE, "space"),
        (Folds::REPEATS, "repeats"),
    ];

    /// What cannot be seen or is only a shape; nothing that a reader wrote is lost. For keeping texts.
    pub const STORAGE: Folds = Folds::PRESENTATION.and(Folds::LOOKALIKES).and(Folds::HIDDEN).and(Folds::TATWEEL).and(Folds::SPACE);
    /// The same with Arabic punctuation. For showing texts.
    pub const DISPLAY: Folds = Folds::STORAGE.and(Folds::PUNCTUATION_ARABIC);
    /// Every difference by which spellings of one word are told apart. For finding texts.
    pub const SEARCH: Folds = Folds::STORAGE
        .and(Folds::MARKS)
        .and(Folds::ALEF_HAMZA)
        .and(Folds::ALEF_MAQSURA)
        .and(Folds::TA_MARBUTA)
        .and(Folds::DIGITS_LATIN)
        .and(Folds::PUNCTUATION_LATIN)
        .and(Folds::QUOTES)
        .and(Folds::CASE)
        .and(Folds::REPEATS);

    /// Both sets together.
    pub const fn and(self, other: Folds) -> Folds {
        Folds(self.0 | other.0)
    }

    /// Whether all of `other` are in the set.
    pub const fn has(self, other: Folds) -> bool {
        self.0 & other.0 == other.0
    }

    /// The fold, or the preset (`storage`, `display`, `search`), of a name.
    pub fn from_name(name: &str) -> Option<Folds> {
        match name {
            "storage" => Some(Folds::STORAGE),
            "display" => Some(Folds::DISPLAY),
            "search" => Some(Folds::SEARCH),
            _ => Folds::NAMES.iter().find(|(_, known)| *known == name).map(|&(fold, _)| fold),
        }
    }

    /// Two folds of the set that contradict each other, by name.
    pub fn contradiction(self) -> Option<(&'static str, &'static str)> {
        if self.has(Folds::DIGITS_LATIN.and(Folds::DIGITS_ARABIC)) {
            return Some(("digits-latin", "digits-arabic"));
        }
        self.has(Folds::PUNCTUATION_LATIN.and(Folds::PUNCTUATION_ARABIC)).then_some(("punctuation-arabic", "punctuation-latin"))
    }
}

/// A normalised text with the way back.
#[derive(Debug, Clone)]
pub struct Normalized {
    /// The text.
    pub text: String,
    origins: Origins,
}

impl Normalized {
    /// Normalises `text` and remembers where each character came from.
    pub fn new(text: &str, folds: Folds) -> Self {
        let mut writer = Writer { out: String::with_capacity(text.len()), origins: Some(Vec::new()), ..Writer::new(folds) };
        writer.run(text);
        Normalized { text: writer.out, origins: writer.origins.unwrap_or_default() }
    }

    /// The original span behind the normalised bytes `[start, end)`, what was left out between them included; `None` when nothing
    /// is covered.
    pub fn origin(&self, start: usize, end: usize) -> Option<ByteSpan> {
        origin(&self.origins, start, end)
    }
}

/// The normalised text alone.
pub fn normalize(text: &str, folds: Folds) -> String {
    let mut writer = Writer { out: String::with_capacity(text.len()), ..Writer::new(folds) };
    writer.run(text);
    writer.out
}

struct Writer {
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
    fn new(folds: Folds) -> Self {
        Writer { folds, out: String::new(), origins: None, held: None, gap: None, last: ('\n', 0), arabic: false, emoji: false }
    }

    fn has(&self, fold: Folds) -> bool {
        self.folds.has(fold)
    }

    fn run(&mut self, text: &str) {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn by(names: &[&str]) -> Folds {
        names.iter().map(|name| Folds::from_name(name).unwrap()).fold(Folds::NONE, Folds::and)
    }

    #[test]
    fn each_fold_does_its_own() {
        for (name, text, expected) in [
            ("presentation", "\u{FEFB} \u{FDFA}", "لا \u{FDFA}"),
            ("lookalikes", "شرکة", "شركة"),
            ("hidden", "آم\u{200B}ن \u{1F468}\u{200D}\u{1F469}", "آمن \u{1F468}\u{200D}\u{1F469}"),
            ("marks", "كِتَابٌ é", "كتاب é"),
            ("tatweel", "مـــرحبا", "مرحبا"),
            ("alef-hamza", "أإآٱ ؤ ئ ء", "اااا ؤ ئ ء"),
            ("hamza-seats", "مسؤول ئ أ", "مسوول ي أ"),
            ("alef-maqsura", "على", "علي"),
            ("ta-marbuta", "مدرسة", "مدرسه"),
            ("digits-latin", "١٢۳4", "1234"),
            ("digits-arabic", "١٢۳4", "١٢٣٤"),
            ("punctuation-arabic", "نعم, لا; كم? a, b 3,5 كذا,x", "نعم، لا؛ كم؟ a, b 3,5 كذا,x"),
            ("punctuation-latin", "نعم، لا؛ كم؟ ٣٫٥٪", "نعم, لا; كم? ٣.٥%"),
            ("quotes", "«نص» “a” ‘b’", "\"نص\" \"a\" 'b'"),
            ("case", "iPhone ÀB", "iphone àb"),
            ("space", " نص \t نص \r\n\r\n\r\nنص\u{A0}", "نص نص\n\nنص"),
            ("repeats", "جمييييل لله اااه www", "جميل لله اه www"),
        ] {
            assert_eq!(normalize(text, by(&[name])), expected, "{name}");
        }
        let text = "\u{0627}\u{0654} a\r\n";
        assert_eq!(normalize(text, Folds::NONE), text);
        assert_eq!(normalize(text, Folds::CASE), "أ a\r\n");
    }

    #[test]
    fn search_reaches_what_full_folding_does() {
        let text = "الإِدَارَةُ والمستشفى ١٢ iPhone شرکة";
        assert_eq!(normalize(text, Folds::SEARCH), crate::text::fold::fold(text, crate::text::fold::Folding::Full));
    }

    #[test]
    fn the_way_back() {
        let text = "قال  «نَعَــمْ» ١٢";
        let normal = Normalized::new(text, Folds::SEARCH);
        assert_eq!(normal.text, "قال \"نعم\" 12");
        let of = |part: &str| {
            let at = normal.text.find(part).unwrap();
            normal.origin(at, at + part.len()).unwrap().of(text)
        };
        assert_eq!([of("نعم"), of(" "), of("12")], ["نَعَــمْ", "  ", "١٢"]);
        assert_eq!(normal.origin(2, 2), None);
        assert_eq!(normal.text, normalize(text, Folds::SEARCH));
    }

    #[test]
    fn contradictions_are_named() {
        assert_eq!(by(&["digits-latin", "digits-arabic"]).contradiction(), Some(("digits-latin", "digits-arabic")));
        assert_eq!(by(&["search", "punctuation-arabic"]).contradiction(), Some(("punctuation-arabic", "punctuation-latin")));
        assert_eq!(Folds::SEARCH.contradiction().or(Folds::DISPLAY.contradiction()), None);
        assert_eq!(Folds::from_name("x"), None);
    }
}
