//! Readability by OSMAN: El-Haj and Rayson, *OSMAN – A Novel Arabic Readability Metric*, LREC 2016, pages 250–255.
//!
//! ```text
//! OSMAN = 200.791 − 1.015 · A/B − 24.181 · (C + D + G + H)/A
//!
//! A  words                  B  sentences
//! C  hard words: more than five letters
//! D  syllables: short ones count 1; long and stressed ones (a long vowel, a tanwin, a shadda) count 2
//! G  complex words: more than four syllables, each vowel sign, tanwin and shadda being one
//! H  faseeh words: complex, and with ء ئ ؤ ذ ظ, or ending in وا or ون
//! ```
//!
//! The higher the easier, as with Flesch; plain prose lies between 0 and 100, and nothing is cut off at either end. The paper adds
//! the vowels by a program and counts their signs; here they are those of the chosen readings with their case endings. Where
//! counting signs alone would miscount, this counts what is pronounced:
//!
//! - A vowel is long where the letter that prolongs it has no vowel of its own: the ي of بِيَد is a consonant, that of بِيد is not.
//!   The diphthongs of بَيْت and قَوْل weigh as long, as in the paper.
//! - ى, the آ and the dagger alef are long vowels too; the alef of the article after a proclitic (وَالْبَيْت) is silent.
//! - Faseeh words have to be complex by the same count as complex words; the paper's program counts the two in different ways.
//! - Words are those that morphology explains: numbers and Latin words are none. A word whose vowels nobody knows has a syllable for
//!   each letter but ا and ى, less two, as in the paper's program, and one at least.

use crate::memory::Words;
use crate::morphology::Morphology;
use crate::text::chars::{Class, TATWEEL, class};

/// The score and what it is made of.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Osman {
    /// The score.
    pub score: f64,
    /// A.
    pub words: u32,
    /// B.
    pub sentences: u32,
    /// C.
    pub hard: u32,
    /// D.
    pub syllables: u32,
    /// G.
    pub complex: u32,
    /// H.
    pub faseeh: u32,
}

/// What a word adds to the counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Word {
    letters: u32,
    /// Weighed: short 1, long and stressed 2.
    syllables: u32,
    /// Each sign one.
    signs: u32,
    marked: bool,
}

impl Word {
    fn hard(self) -> bool {
        self.letters > 5
    }

    fn complex(self) -> bool {
        self.signs > 4
    }
}

/// Scores a text; `tally` says how often each row of the table of morphology stands in it. None without words.
pub(crate) fn measure(words: &mut Words, morphology: &Morphology, tally: &[u32], sentences: usize) -> Option<Osman> {
    let mut out = Osman { sentences: sentences as u32, ..Osman::default() };
    for (explained, &times) in morphology.table.iter().zip(tally).filter(|(_, times)| **times > 0) {
        let word = *words.syllables.of(explained, || read(&explained.word.diacritized));
        out.words += times;
        out.syllables += times * word.syllables;
        out.hard += times * u32::from(word.hard());
        out.complex += times * u32::from(word.complex());
        out.faseeh += times * u32::from(word.complex() && word.marked);
    }
    if out.words == 0 || sentences == 0 {
        return None;
    }
    let words = f64::from(out.words);
    let load = f64::from(out.hard + out.syllables + out.complex + out.faseeh) / words;
    out.score = 200.791 - 1.015 * words / sentences as f64 - 24.181 * load;
    Some(out)
}

fn is_vowel(c: char) -> bool {
    matches!(c, '\u{064B}'..='\u{0650}' | '\u{0670}')
}

fn read(vowelled: &str) -> Word {
    let chars: Vec<char> = vowelled.chars().filter(|&c| c != TATWEEL).collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let mut out = Word::default();
    let (mut before_last, mut last) = ('\0', '\0');
    for (i, &c) in chars.iter().enumerate() {
        if class(c) == Class::Arabic {
            out.letters += 1;
            out.marked |= matches!(c, 'ء' | 'ئ' | 'ؤ' | 'ذ' | 'ظ');
            (before_last, last) = (last, c);
        }
        let weight = match c {
            '\u{064E}' if at(i + 1) == '\u{0670}' => 0,
            '\u{064E}'..='\u{0650}' => 1 + u32::from(is_long(&chars, i)),
            // Tanwin, shadda, dagger alef.
            '\u{064B}'..='\u{064D}' | '\u{0651}' | '\u{0670}' | 'آ' => 2,
            _ => 0,
        };
        out.syllables += weight;
        out.signs += u32::from(weight > 0);
    }
    out.marked |= before_last == 'و' && matches!(last, 'ا' | 'ن');
    if out.signs == 0 {
        let counted = chars.iter().filter(|&&c| class(c) == Class::Arabic && !matches!(c, 'ا' | 'ى')).count() as u32;
        out.syllables = counted.saturating_sub(2).max(1);
        out.signs = out.syllables;
    }
    out
}

/// Whether the vowel at `i` is prolonged by the letter after it.
fn is_long(chars: &[char], i: usize) -> bool {
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    // A shadda may be written after its vowel.
    let next = if at(i + 1) == '\u{0651}' { i + 2 } else { i + 1 };
    let carries = |i: usize| is_vowel(at(i)) || at(i) == '\u{0651}';
    match (at(i), at(next)) {
        ('\u{064E}', 'ى') => true,
        ('\u{064E}', 'ا') => {
            // The silent alef of وَالْ and وَاسْ stands before a letter without vowel, or before the ل of a doubled letter.
            let sukun = at(next + 2) == '\u{0652}';
            let doubled = at(next + 1) == 'ل' && class(at(next + 2)) == Class::Arabic && (next + 3..next + 5).any(|j| at(j) == '\u{0651}');
            !sukun && !doubled
        }
        ('\u{064E}', 'و' | 'ي') | ('\u{064F}', 'و') | ('\u{0650}', 'ي') => !carries(next + 1),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_of_words() {
        // The word, its syllables weighed, its signs.
        for (word, syllables, signs) in [
            ("كَتَبَ", 3, 3),
            ("كِتَابٌ", 1 + 2 + 2, 3),
            ("بَيْتٌ", 2 + 2, 2),
            ("مُعَلِّمُونَ", 1 + 1 + 2 + 1 + 2 + 1, 6),
            ("السَّمَاءُ", 2 + 1 + 2 + 1, 4),
            ("وَالْكِتَابُ", 1 + 1 + 2 + 1, 4),
            ("وَالشَّمْسُ", 1 + 2 + 1 + 1, 4),
            ("بِيَدٍ", 1 + 1 + 2, 3),
            ("آمَنُوا", 2 + 1 + 2, 3),
            ("هٰذَا", 2 + 2, 2),
            ("مُسْتَشْفًى", 1 + 1 + 2, 3),
            ("عَلَى", 1 + 2, 2),
            ("قَوِيٌّ", 1 + 1 + 2 + 2, 4),
        ] {
            let found = read(word);
            assert_eq!((found.syllables, found.signs), (syllables, signs), "{word}");
        }
        assert_eq!(read("برلمان").syllables, 3, "five letters that are no vowels, less two");
        assert_eq!(read("في").syllables, 1);
    }

    #[test]
    fn hard_complex_and_faseeh_words() {
        for (word, hard, complex, marked) in [
            ("مُعَلِّمُونَ", true, true, true),
            ("مُهَنْدِسُ", false, false, false),
            ("مَسْؤُولِيَّةٌ", true, true, true),
            ("يَذْهَبُ", false, false, true),
            ("السَّيَّارَةُ", true, true, false),
        ] {
            let found = read(word);
            assert_eq!((found.hard(), found.complex(), found.marked), (hard, complex, marked), "{word}");
        }
    }
}
