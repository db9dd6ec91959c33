//! The right spelling of a reading: what its writer meant to write, letter by letter.
//!
//! A reading found by relaxed lookup has as many letters as the written word, so a right spelling is the same string with
//! some letters exchanged: marks, and letters that were right, stay as the writer wrote them.

use crate::lexicon::Lexicon;
use crate::lexicon::buckwalter::{character, letters};

use super::analyze::proclitics;
use super::tag::{Reading, Source};
use super::written::Written;

/// The letters of a reading in their right spelling; those written where the reading is a guess.
pub fn canonical(lexicon: &Lexicon, word: &Written, reading: &Reading) -> Vec<u8> {
    let written = || word.letters.iter().map(|l| l.byte).collect();
    let found = match reading.source {
        Source::Lexicon { prefix, suffix, stem } => match (lexicon.prefix(prefix), lexicon.suffix(suffix)) {
            (Some(prefix), Some(suffix)) => {
                let stem = letters(lexicon.vocalised(stem));
                prefix.letters.iter().copied().chain(stem).chain(suffix.letters.iter().copied()).collect()
            }
            _ => written(),
        },
        Source::Function { word: number, proclitics: front } => match lexicon.function(number) {
            Some(function) => {
                let front = front as usize;
                let mut out: Vec<u8> = proclitics(word, front).collect();
                // للذي has the row's article without its alef.
                let skip = (front + function.letters.len()).saturating_sub(word.len()).min(1);
                out.extend(function.letters.iter().skip(skip));
                out
            }
            None => written(),
        },
        Source::Guess { .. } => written(),
    };
    // A stretched word has more letters than its reading; its right spelling is that of the reading.
    found
}

/// `text`, whose letters are `word`, with its letters exchanged for `right` where the two differ. Marks stay with their letters; hidden
/// characters and tatweel go, letters of neighbouring alphabets and presentation forms become the letters they stand for.
pub fn respell(text: &str, word: &Written, right: &[u8]) -> String {
    let mut out = String::with_capacity(text.len());
    if word.len() != right.len() {
        return right.iter().filter_map(|&b| character(b)).collect();
    }
    for (letter, &byte) in word.letters.iter().zip(right) {
        if letter.byte == b'?' || is_foreign(letter.byte) && letter.byte == byte {
            out.extend(text.get(letter.start as usize..letter.end as usize).and_then(|s| s.chars().next()));
        } else {
            out.extend(character(byte));
        }
        if letter.shadda {
            out.extend(character(b'~'));
        }
        if letter.vowel != 0 {
            out.extend(character(letter.vowel));
        }
    }
    out
}

/// Letters that other alphabets have and that Arabic writes in foreign names.
fn is_foreign(byte: u8) -> bool {
    matches!(byte, b'P' | b'J' | b'R' | b'V' | b'G')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_wrong_letters_change() {
        let word = |text: &str| Written::new(text);
        assert_eq!(respell("اجراءاتٍ", &word("اجراءاتٍ"), b"<jrA'At"), "إجراءاتٍ");
        assert_eq!(respell("شرکۃ", &word("شرکۃ"), b"$rkp"), "شركة");
        assert_eq!(respell("الاصط\u{AD}ناعي", &word("الاصط\u{AD}ناعي"), b"AlASTnAEy"), "الاصطناعي");
        assert_eq!(respell("گوگل", &word("گوگل"), b"GwGl"), "گوگل");
    }
}
