//! Names that tables list whole: the longest at each token.
//!
//! A name may stand behind clitics that the tagger has cut off, has missed, or has cut where there are none (باريس is not
//! ب and اريس). So the first word is tried whole, as the tagger cut it, and with each single proclitic letter taken off.

use std::ops::Range;

use crate::Memory;
use crate::content::view::{Facts, View};
use crate::lexicon::Places;
use crate::lexicon::gazetteer::{self, Gazetteer, class};

/// Bits beyond those of [`class`]: a city of the places pack, a large one, a country.
pub const CITY: u16 = 1 << 12;
/// A city of a hundred thousand inhabitants or more.
pub const LARGE: u16 = 1 << 13;
/// A country of the places pack.
pub const STATE: u16 = 1 << 14;

/// Logarithm of a hundred thousand in eighths.
const LARGE_SIZE: u8 = 92;

/// Longest phrase looked for, in tokens.
const LONGEST: usize = 8;

/// A listed name in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Phrase {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it is listed as.
    pub classes: u16,
    /// The row that lists it; 0 for none.
    pub row: u32,
    /// The hash of the name.
    pub hash: u64,
    /// Letters of the first token that stand before the name.
    pub cut: u32,
}

/// For each token, the number of the phrase that it belongs to plus one, and the phrases.
#[derive(Debug, Clone, Default)]
pub struct Phrases {
    of: Vec<u32>,
    /// Ascending, not overlapping.
    pub list: Vec<Phrase>,
}

impl Phrase {
    /// The same at another place of the text.
    fn moved(&self, token: impl Fn(usize) -> usize) -> Phrase {
        Phrase { tokens: token(self.tokens.start)..token(self.tokens.end), ..self.clone() }
    }
}

impl Phrases {
    fn push(&mut self, phrase: Phrase) {
        let number = self.list.len() as u32 + 1;
        for slot in self.of.get_mut(phrase.tokens.clone()).into_iter().flatten() {
            *slot = number;
        }
        self.list.push(phrase);
    }

    /// The phrase a token belongs to.
    pub fn at(&self, token: usize) -> Option<&Phrase> {
        let number = *self.of.get(token)?;
        self.list.get((number as usize).checked_sub(1)?)
    }
}

/// Ways to begin a name with a word: how many letters are cut off, and the hash.
#[derive(Debug, Clone, Default)]
pub struct Starts(Vec<(u32, u64)>);

/// Bits of a phrase in either source.
pub fn classes(names: &Gazetteer, places: Option<&Places>, hash: u64) -> (u16, u32) {
    let entry = names.get(hash).unwrap_or_default();
    let mut bits = entry.classes;
    if let Some(places) = places {
        for place in places.named(hash) {
            bits |= if place.is_country() {
                STATE
            } else if place.size >= LARGE_SIZE {
                CITY | LARGE
            } else {
                CITY
            };
        }
        if places.begins(hash) {
            bits |= class::BEGINNING;
        }
    }
    (bits, entry.row)
}

/// The ways a word may begin a name, whole first. The letters tried are those of proclitics; of لل the second stands for ال.
pub fn starts(names: &Gazetteer, places: Option<&Places>, facts: &Facts) -> Starts {
    let mut out = Starts::default();
    let mut push = |cut: u32, text: &str| {
        let hash = gazetteer::key(text);
        if text.chars().count() > 1 && classes(names, places, hash).0 != 0 && !out.0.iter().any(|(_, h)| *h == hash) {
            out.0.push((cut, hash));
        }
    };
    push(0, &facts.folded);
    if facts.base != facts.folded {
        push(facts.proclitics(), &facts.base);
    }
    let mut rest = facts.folded.as_str();
    let mut cut = 0;
    for letters in [&["و", "ف"][..], &["ب", "ك", "ل"][..]] {
        if let Some(left) = letters.iter().find_map(|l| rest.strip_prefix(l)) {
            cut += 1;
            rest = left;
            push(cut, rest);
            if let Some(left) = rest.strip_prefix('ل') {
                push(cut, &format!("ال{left}"));
            }
        }
    }
    out
}

/// All listed names of a text, from left to right, the longest first.
pub fn find(names: &Gazetteer, places: Option<&Places>, memory: &mut Memory, view: &View<'_>) -> Phrases {
    let mut out = Phrases { of: vec![0; view.len()], list: Vec::new() };
    for sentence in view.read_sentences() {
        let range = view.sentence(sentence);
        let said = memory.said(view, sentence);
        if let Some(listed) = said.as_ref().and_then(|said| said.listed.as_ref()) {
            listed.iter().for_each(|phrase| out.push(phrase.moved(|token| token + range.start)));
            continue;
        }
        let from = out.list.len();
        let mut at = range.start;
        while at < range.end {
            let Some(facts) = view.facts_at(at) else { break };
            let starts = facts.worked.name.starts.get_or_init(|| starts(names, places, facts));
            match longest(names, places, view, starts, at, range.end) {
                Some(phrase) => {
                    at = phrase.tokens.end;
                    out.push(phrase);
                }
                None => at += 1,
            }
        }
        if let Some(said) = said {
            let found = out.list.get(from..).unwrap_or_default();
            said.listed = Some(found.iter().map(|phrase| phrase.moved(|token| token - range.start)).collect());
        }
    }
    out
}

fn longest(names: &Gazetteer, places: Option<&Places>, view: &View<'_>, starts: &Starts, at: usize, end: usize) -> Option<Phrase> {
    let mut best: Option<Phrase> = None;
    for &(cut, first) in &starts.0 {
        let mut hash = first;
        for next in at + 1..=end.min(at + LONGEST) {
            let (bits, row) = classes(names, places, hash);
            let known = bits & !class::BEGINNING;
            if known != 0 && best.as_ref().is_none_or(|b| b.tokens.end < next) {
                best = Some(Phrase { tokens: at..next, classes: known, row, hash, cut });
            }
            if bits & class::BEGINNING == 0 {
                break;
            }
            let Some(word) = view.word(next).filter(|_| next < end) else { break };
            hash = gazetteer::key_on(hash, &word.facts.folded);
        }
    }
    best
}
