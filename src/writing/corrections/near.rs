//! Words that no table has: the nearest ones that a table has.
//!
//! Every word one edit away is asked for, an edit being a letter too many, too few, exchanged with its neighbour, or written for one that
//! looks or sounds alike or lies beside it on the keyboard (Damerau 1964 found four in five misspellings to be one such edit). What each
//! edit costs is weighed against how common the word is (Kernighan, Church and Gale 1990). Clitics and endings need no care: the lexicon
//! is asked with all of the word's letters. Most words that no table has are names and terms and right, so only a common word very near is
//! taken, and the search is bounded in a text of any length.

use std::sync::LazyLock;

use super::Rule;
use super::lookup::Lookup;
use crate::data;
use crate::lexicon::buckwalter::{byte, fold};
use crate::morph::written::Letter;
use crate::morph::{Slot, Tag, Written};
use crate::order::best_first;

/// A word near to an unknown one.
#[derive(Debug, Clone, PartialEq)]
pub struct Near {
    /// Its letters, in Buckwalter's transliteration.
    pub right: Vec<u8>,
    /// The edit that leads to it.
    pub rule: Rule,
    /// Logarithm of how often it occurs, less the cost of the edit.
    pub score: f32,
}

/// Costs of the edits, in the logarithms of frequencies.
mod cost {
    /// A hamza on another seat.
    pub const HAMZA: f32 = 1.0;
    /// ت for ة, ن for the alef of tanwin.
    pub const ENDING: f32 = 1.5;
    /// A letter doubled.
    pub const DOUBLED: f32 = 0.5;
    /// Two letters exchanged.
    pub const SWAPPED: f32 = 2.0;
    /// A letter of like look or sound.
    pub const ALIKE: f32 = 2.5;
    /// A letter that lies beside the right one.
    pub const KEY: f32 = 4.0;
    /// A letter too many.
    pub const EXTRA: f32 = 3.5;
    /// A letter too few.
    pub const MISSING: f32 = 3.5;
}

/// All letters a word may lack, commonest first.
const LETTERS: &[u8] = b"AlynwmrtbEdfskqHjhxzTSD$ZvgV*>'p";
/// The shortest word that is searched for, in letters.
const SHORTEST: usize = 4;
/// The longest.
const LONGEST: usize = 14;

/// For each letter, those written for it, and what that costs.
static CONFUSED: LazyLock<Vec<(u8, u8, f32)>> = LazyLock::new(|| {
    let mut out: Vec<(u8, u8, f32)> = Vec::new();
    for [letters, why] in data::columns::<2>(data::LETTER_CONFUSIONS) {
        let bytes: Vec<u8> = letters.chars().filter_map(byte).collect();
        let cost = if why == "key" { cost::KEY } else { cost::ALIKE };
        for &a in &bytes {
            for &b in bytes.iter().filter(|&&b| b != a) {
                match out.iter_mut().find(|(x, y, _)| (*x, *y) == (a, b)) {
                    Some(known) => known.2 = known.2.min(cost),
                    None => out.push((a, b, cost)),
                }
            }
        }
    }
    out
});

/// Letters that are a pronoun or a plural ending.
fn is_ending(letters: &[u8]) -> bool {
    matches!(letters, b"h" | b"hA" | b"hm" | b"hmA" | b"hn" | b"k" | b"km" | b"nA" | b"y" | b"wn" | b"wA" | b"yn" | b"An")
}

fn is_hamza(b: u8) -> bool {
    matches!(b, b'\'' | b'>' | b'<' | b'&' | b'}' | b'|')
}

/// Letters as a word.
fn word(bytes: &[u8]) -> Written {
    let letters = bytes.iter().map(|&byte| Letter { byte, vowel: 0, shadda: false, start: 0, end: 0 }).collect();
    Written { letters, key: bytes.iter().map(|&b| fold(b)).collect(), marked: false }
}

struct Search<'l> {
    lookup: &'l Lookup<'l>,
    found: Vec<Near>,
}

impl Search<'_> {
    fn ask(&mut self, bytes: &[u8], rule: Rule, cost: f32, fits: impl Fn(&Tag) -> bool) {
        if let Some(known) = self.lookup.exact(&word(bytes), fits) {
            let score = known.prior - cost;
            match self.found.iter_mut().find(|near| near.right == known.right) {
                Some(near) if near.score >= score => {}
                Some(near) => (near.rule, near.score) = (rule, score),
                None => self.found.push(Near { right: known.right, rule, score }),
            }
        }
    }

    fn finish(mut self) -> Vec<Near> {
        best_first(&mut self.found, |near| near.score);
        self.found
    }
}

/// Words that differ by how a hamza, ة or tanwin is written; best first. Cheap, for any word that is not spelled right.
pub fn by_convention(lookup: &Lookup<'_>, written: &Written) -> Vec<Near> {
    let mut search = Search { lookup, found: Vec::new() };
    let bytes: Vec<u8> = written.letters.iter().map(|l| l.byte).collect();
    if !(2..=LONGEST).contains(&bytes.len()) {
        return Vec::new();
    }
    for (at, &b) in bytes.iter().enumerate().filter(|(_, b)| is_hamza(**b)) {
        let (Some(before), Some(after)) = (bytes.get(..at), bytes.get(at + 1..)) else { continue };
        // Before a pronoun or a plural ending the seat follows the case or the person: سماؤه and سمائه, يقرؤه and يقرأه.
        if is_ending(after) {
            continue;
        }
        for seat in [&b"'"[..], b">", b"&", b"}", b"&w", b"y'", b"A'", b"|"].iter().filter(|seat| **seat != [b]) {
            search.ask(&[before, seat, after].concat(), Rule::HamzaSeat, cost::HAMZA, |_| true);
        }
        // شىء
        if let Some((b'Y' | b'y', front)) = before.split_last().map(|(last, front)| (*last, front)) {
            search.ask(&[front, b"y'", after].concat(), Rule::HamzaSeat, cost::HAMZA, |_| true);
        }
    }
    if let Some((last, front)) = bytes.split_last() {
        match last {
            b't' => search.ask(&[front, b"p"].concat(), Rule::TaaMarbuta, cost::ENDING, |_| true),
            b'w' => search.ask(&[&bytes[..], b"A"].concat(), Rule::MissingLetter, cost::ENDING, |tag| {
                tag.aspect == 2 || tag.aspect == 3 && tag.conjunction != 0
            }),
            b'n' => search.ask(&[front, b"A"].concat(), Rule::TanwinNoon, cost::ENDING, |tag| {
                matches!(tag.slot, Slot::AccusativeAlef | Slot::Adverbial) || tag.upos == crate::morph::Upos::Adv
            }),
            _ => {}
        }
    }
    search.finish()
}

/// Words one edit away, best first. Of a word that is `formed` as words are, only slips of the hand are looked for: a letter twice, two
/// letters exchanged.
pub fn by_edit(lookup: &Lookup<'_>, written: &Written, formed: bool) -> Vec<Near> {
    let mut search = Search { lookup, found: by_convention(lookup, written) };
    let bytes: Vec<u8> = written.letters.iter().map(|l| l.byte).collect();
    if !(SHORTEST..=LONGEST).contains(&bytes.len()) || bytes.contains(&b'?') {
        return Vec::new();
    }
    let any = |_: &Tag| true;
    for (at, &b) in bytes.iter().enumerate() {
        let (Some(before), Some(after)) = (bytes.get(..at), bytes.get(at + 1..)) else { continue };
        let next = after.first().copied();
        if next == Some(b) {
            search.ask(&[before, after].concat(), Rule::RepeatedLetter, cost::DOUBLED, any);
        } else if !formed {
            search.ask(&[before, after].concat(), Rule::ExtraLetter, cost::EXTRA, any);
        }
        if let Some(c) = next.filter(|&c| c != b) {
            search.ask(&[before, &[c, b], after.get(1..).unwrap_or_default()].concat(), Rule::SwappedLetters, cost::SWAPPED, any);
        }
        for &(_, other, cost) in CONFUSED.iter().filter(|(from, _, _)| *from == b && !formed) {
            search.ask(&[before, &[other], after].concat(), Rule::WrongLetter, cost, any);
        }
    }
    for at in (0..=bytes.len()).filter(|_| !formed) {
        let (before, after) = bytes.split_at_checked(at).unwrap_or_default();
        for &letter in LETTERS {
            search.ask(&[before, &[letter], after].concat(), Rule::MissingLetter, cost::MISSING, any);
        }
    }
    search.finish()
}
