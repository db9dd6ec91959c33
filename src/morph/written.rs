//! A word as it was written, letter by letter.
//!
//! Marks, tatweel, hidden characters, presentation forms and look-alikes are dealt with here, once; what follows sees
//! letters of one alphabet. Every letter knows the bytes of the text it stands for, so that a cut between letters is a
//! cut in the text.

use crate::lexicon::buckwalter;
use crate::text::chars::{self, Class};
use crate::text::fold::{is_presentation_form, lookalike};
use unicode_normalization::char::{compose, decompose_compatible};

/// A letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letter {
    /// In Buckwalter's transliteration; `?` for a letter outside the scheme.
    pub byte: u8,
    /// Vowel, tanwin or sukun written on it, 0 for none.
    pub vowel: u8,
    /// Whether shadda is written on it.
    pub shadda: bool,
    /// Where it starts in the word, in bytes.
    pub start: u32,
    /// Where it ends, its marks included.
    pub end: u32,
}

/// A word's letters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// The letters.
    pub letters: Vec<Letter>,
    /// Folded, as the lexicon is asked.
    pub key: Vec<u8>,
    /// Whether any mark is written that a reading must respect.
    pub marked: bool,
}

/// The letter that a letter outside the alphabet of Arabic is read as.
fn neighbour(c: char) -> u8 {
    match c {
        'پ' => b'P',
        'ڤ' | 'ڨ' | 'ۋ' => b'V',
        'چ' => b'J',
        'گ' | 'ڭ' | 'ݣ' => b'G',
        'ژ' => b'R',
        'ڥ' => b'V',
        'ٹ' => b't',
        'ڈ' => b'd',
        'ڑ' => b'r',
        'ں' => b'n',
        'ۓ' => b'}',
        _ => b'?',
    }
}

impl Written {
    /// Reads the letters of `word`.
    pub fn new(word: &str) -> Written {
        let mut out = Written::default();
        out.read(word);
        out
    }

    /// Reads the letters of `word` into what is already allocated.
    pub fn read(&mut self, word: &str) {
        self.letters.clear();
        self.key.clear();
        self.marked = false;
        let mut chars = word.char_indices().peekable();
        while let Some((at, mut c)) = chars.next() {
            let mut end = at + c.len_utf8();
            if let Some(&(next_at, next)) = chars.peek()
                && matches!(next, '\u{0653}'..='\u{0655}')
                && let Some(joined) = compose(c, next)
            {
                c = joined;
                end = next_at + next.len_utf8();
                chars.next();
            }
            if is_presentation_form(c) {
                decompose_compatible(c, |part| {
                    if part != ' ' {
                        self.push(part, at as u32, end as u32);
                    }
                });
            } else {
                self.push(c, at as u32, end as u32);
            }
        }
        self.key.extend(self.letters.iter().map(|letter| buckwalter::fold(letter.byte)));
    }

    fn push(&mut self, c: char, start: u32, end: u32) {
        match chars::class(c) {
            Class::Mark => {
                if let Some(letter) = self.letters.last_mut() {
                    letter.end = end;
                    match buckwalter::byte(c) {
                        Some(b'~') => letter.shadda = true,
                        Some(vowel) if buckwalter::is_mark(vowel) => letter.vowel = vowel,
                        _ => return,
                    }
                    self.marked = true;
                }
            }
            Class::Invisible => self.stretch(end),
            _ if c == chars::TATWEEL => self.stretch(end),
            _ => {
                let c = lookalike(c).unwrap_or(c);
                let byte = buckwalter::byte(c).filter(|&b| !buckwalter::is_mark(b)).unwrap_or_else(|| neighbour(c));
                let byte = if byte == b'{' { b'A' } else { byte };
                self.letters.push(Letter { byte, vowel: 0, shadda: false, start, end });
            }
        }
    }

    fn stretch(&mut self, end: u32) {
        if let Some(letter) = self.letters.last_mut() {
            letter.end = end;
        }
    }

    /// The same word with every run of three and more equal letters as `keep` of them; none when there is no such run.
    pub fn squeezed(&self, keep: usize) -> Option<Written> {
        let mut out = Written { marked: self.marked, ..Written::default() };
        let mut run = 0;
        for (at, letter) in self.letters.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|i| self.letters.get(i));
            run = if before.is_some_and(|b| b.byte == letter.byte) { run + 1 } else { 1 };
            let long = run > keep && self.run_at(at) >= 3;
            if long {
                if let Some(last) = out.letters.last_mut() {
                    last.end = letter.end;
                }
            } else {
                out.letters.push(*letter);
            }
        }
        if out.letters.len() == self.letters.len() {
            return None;
        }
        out.key.extend(out.letters.iter().map(|letter| buckwalter::fold(letter.byte)));
        Some(out)
    }

    /// The same word with another letter at a position.
    pub fn with(&self, at: usize, byte: u8) -> Option<Written> {
        let mut out = self.clone();
        out.letters.get_mut(at)?.byte = byte;
        *out.key.get_mut(at)? = buckwalter::fold(byte);
        Some(out)
    }

    /// Length of the run of equal letters around a position, looked at no further than three letters each way.
    fn run_at(&self, at: usize) -> usize {
        let Some(byte) = self.letters.get(at).map(|l| l.byte) else { return 0 };
        let same = |l: &&Letter| l.byte == byte;
        let before = self.letters.get(at.saturating_sub(3)..at).unwrap_or_default().iter().rev().take_while(same).count();
        let after = self.letters.get(at..(at + 3).min(self.letters.len())).unwrap_or_default().iter().take_while(same).count();
        before + after
    }

    /// How many letters there are.
    pub fn len(&self) -> usize {
        self.letters.len()
    }

    /// Whether there is no letter.
    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// The letters as written, in Arabic.
    pub fn spelled(&self, from: usize, to: usize) -> Vec<u8> {
        self.letters.get(from..to).unwrap_or_default().iter().map(|l| l.byte).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_know_their_bytes() {
        let w = Written::new("كِتَـابٌ");
        assert_eq!(w.key, b"ktAb");
        assert_eq!(w.letters[0].vowel, b'i');
        assert_eq!((w.letters[1].start, w.letters[1].end), (4, 10));
        assert!(w.marked);
        assert_eq!(Written::new("ﻻ").key, b"lA");
        assert_eq!(Written::new("کتابی").key, b"ktAby");
        assert_eq!(Written::new("جميييييل").squeezed(1).unwrap().key, b"jmyl");
        assert_eq!(Written::new("مممم").squeezed(2).unwrap().key, b"mm");
        assert!(Written::new("مدد").squeezed(1).is_none());
    }
}
