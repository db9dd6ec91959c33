//! Vocalised text: the marks say which readings and endings are meant.
//!
//! The project's own texts in `src/data/vocalised`: a sentence a line, `#` lines are titles.

use super::{Example, kind_of, lenient, weigh};
use crate::layout::{Lexer, TokenKind as Kind};
use crate::lexicon::buckwalter::{encode, is_mark};
use crate::morph::{Ending, Written};
use crate::tagger::choose::{Tagger, Token};
use crate::tagger::endings::options;

/// Who is taken to have written the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    /// Someone who spells right.
    Careful,
    /// Someone who drops hamzas and now and then the dots of ة and ي: a third of the sentences is given so, the others are left out.
    Sloppy,
}

/// A word as a sloppy hand writes it; `number` says which slips.
fn sloppy(word: &str, number: usize) -> String {
    let count = word.chars().count();
    word.chars()
        .enumerate()
        .map(|(at, c)| match c {
            'أ' | 'إ' => 'ا',
            'آ' if number.is_multiple_of(3) => 'ا',
            'ة' if number.is_multiple_of(2) => 'ه',
            'ى' if at + 1 == count && number % 3 == 1 => 'ي',
            'ي' if at + 1 == count && number % 5 == 2 => 'ى',
            other => other,
        })
        .collect()
}

/// Reads vocalised text.
pub fn read(tagger: &Tagger<'_>, text: &str, hand: Hand, weight: f32) -> Vec<Example> {
    let mut out = Vec::new();
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    for (number, line) in lines.enumerate().filter(|(number, _)| hand == Hand::Careful || number % 3 == 0) {
        let mut example = Example::new(weight);
        for token in Lexer::resume(line, 0) {
            let marked = token.span.of(line);
            if token.kind != Kind::Word {
                example.push_free(weigh(tagger, marked));
                continue;
            }
            let bare: String = marked.chars().filter(|&c| crate::lexicon::buckwalter::byte(c).is_none_or(|b| !is_mark(b))).collect();
            let bare = if hand == Hand::Sloppy { sloppy(&bare, number / 3) } else { bare };
            let word = tagger.weigh(Token { text: &bare, kind: kind_of(&bare) });
            let gold = lenient::letters(&encode(marked));
            let (allowed, endings) = agree(tagger, &word, &gold);
            example.push(word, allowed, endings);
        }
        if !example.words.is_empty() {
            out.push(example);
        }
    }
    out
}

/// Readings and endings whose vowels are those of the annotation.
fn agree(tagger: &Tagger<'_>, word: &super::WordType, gold: &[lenient::Letter]) -> (Vec<bool>, Vec<Vec<Ending>>) {
    let letters: &Written = &word.written;
    let mut distances: Vec<Vec<(u32, Ending)>> = Vec::new();
    for c in &word.candidates {
        let mut found = Vec::new();
        for &ending in options(&c.reading.tag) {
            let own = crate::morph::vocalised(tagger.lexicon(), letters, &c.reading, ending);
            if let Some(distance) = lenient::distance(gold, &own) {
                found.push((distance, ending));
            }
        }
        distances.push(found);
    }
    let best = distances.iter().flatten().map(|d| d.0).min().unwrap_or(u32::MAX);
    // Two marks off is another word.
    if best > 4 {
        return (vec![true; word.candidates.len()], vec![Vec::new(); word.candidates.len()]);
    }
    let endings: Vec<Vec<Ending>> =
        distances.into_iter().map(|found| found.into_iter().filter(|d| d.0 <= best).map(|d| d.1).collect()).collect();
    let allowed = endings.iter().map(|list| !list.is_empty()).collect();
    if best > 1 {
        // The stem agrees but for a mark; the ending is not trusted.
        return (allowed, vec![Vec::new(); word.candidates.len()]);
    }
    (allowed, endings)
}
