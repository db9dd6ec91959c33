//! Corpus linguistics over one text: search, concordance, keyness, n-grams, collocations, dispersion.
//!
//! ```text
//! index         running words as columns of numbers, and a table of the distinct ones       (built once, linear)
//! query  glob   what is asked: words, spellings, lemmas, roots, wildcards, parts of speech, in a row
//! search        the places of a query
//! concordance   those places with what stands around them, sorted and page by page
//! collocations  what stands near them more often than elsewhere
//! dispersion    how evenly they are spread
//! ngrams        what is said in the same words again and again
//! keyness       what is said more often here than in general
//! vocabulary    how often each lemma and root occurs
//! measures      the formulas, each with its source
//! ```
//!
//! One decision shapes this: a question is answered for the *distinct* words of the text first, of which there are few, and the
//! answer is then read off the column of running words. So no question needs an index of its own, and whatever can be said of a
//! word (folded, with clitics, by lemma, by part of speech) can be searched for alike.
//!
//! Every answer is quick, and all of this is carried by a page that may never ask: so helpers are kept out of line where that makes the
//! program smaller.
//!
//! Running words are the words, foreign words, numbers, addresses and tags of the blocks that are text; signs are none and are passed
//! over: «قال: نعم» are two words that follow each other. Nothing reaches across the end of a sentence but the context of a concordance.

pub mod collate;
pub mod collocations;
pub mod concordance;
pub mod dispersion;
pub mod glob;
pub mod index;
pub mod keyness;
pub mod measures;
pub mod ngrams;
pub mod query;
pub mod search;
pub mod vocabulary;

pub use index::Index;
pub use query::{Mode, Query};

use std::cmp::Ordering;

use crate::Analysis;
use crate::layout::{Layout, Token};
use crate::morphology::{Explained, Morphology};
use crate::text::ByteSpan;
use crate::text::fold::{Folding, fold};
use index::NONE;

/// A text that questions are asked of.
#[derive(Clone, Copy)]
pub struct Corpus<'a> {
    /// The text.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// Its blocks and sentences.
    pub layout: &'a Layout,
    /// What its words are, where they are explained.
    pub morphology: Option<&'a Morphology>,
    /// Its index.
    pub index: &'a Index,
}

impl<'a> Corpus<'a> {
    /// An analysed text with its index.
    pub fn new(text: &'a str, analysis: &'a Analysis, index: &'a Index) -> Corpus<'a> {
        let Analysis { tokens, layout, morphology, .. } = analysis;
        Corpus { text, tokens, layout, morphology: morphology.as_ref(), index }
    }

    /// The span of `len` running words from `position` on.
    #[inline(never)]
    pub fn span(&self, position: u32, len: u32) -> ByteSpan {
        let token = |p: u32| self.index.token.get(p as usize).and_then(|&t| self.tokens.get(t as usize));
        match (token(position), token((position + len).saturating_sub(1))) {
            (Some(first), Some(last)) => ByteSpan { start: first.span.start, end: last.span.end },
            _ => ByteSpan { start: 0, end: 0 },
        }
    }

    /// The letters of a token as they are written.
    fn written(&self, token: u32) -> &'a str {
        self.tokens.get(token as usize).map_or("", |t| t.span.of(self.text))
    }

    /// What a row of the table of distinct words was found to be.
    fn explained(&self, answer: u32) -> Option<&'a Explained> {
        self.morphology.filter(|_| answer != NONE)?.table.get(answer as usize).map(|explained| &**explained)
    }

    /// A lemma with its vowels.
    #[inline(never)]
    pub fn lemma(&self, lemma: u32) -> &'a str {
        let row = self.index.lemmas.get(lemma as usize);
        row.and_then(|row| self.explained(row.answer)).map_or("", |e| e.word.lemma.as_str())
    }
}

/// By what words are joined into one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joined {
    /// Folded spelling.
    Form,
    /// Lemma; a word that has none, by its folded spelling.
    Lemma,
}

/// The words of a corpus, joined: each distinct word belongs to a unit.
struct Units<'a> {
    corpus: Corpus<'a>,
    /// Units below are lemmas, units from here on are forms.
    lemmas: u32,
    /// The unit of each distinct word.
    of: Vec<u32>,
}

impl<'a> Units<'a> {
    fn new(corpus: Corpus<'a>, by: Joined) -> Units<'a> {
        let lemmas = if by == Joined::Lemma { corpus.index.lemmas.len() as u32 } else { 0 };
        let unit = |word: &index::Word| if lemmas > 0 && word.lemma != NONE { word.lemma } else { lemmas + word.form };
        Units { corpus, lemmas, of: corpus.index.words.iter().map(unit).collect() }
    }

    fn len(&self) -> usize {
        self.lemmas as usize + self.corpus.index.folded.len()
    }

    /// The unit of the running word at a position.
    #[inline(never)]
    fn at(&self, position: usize) -> u32 {
        let word = self.corpus.index.word.get(position).copied().unwrap_or(NONE);
        self.of.get(word as usize).copied().unwrap_or(NONE)
    }

    /// The lemma, or the spelling that is used most.
    fn text(&self, unit: u32) -> &'a str {
        match unit.checked_sub(self.lemmas) {
            None => self.corpus.lemma(unit),
            Some(form) => self.corpus.written(self.corpus.index.shown.get(form as usize).copied().unwrap_or(NONE)),
        }
    }

    #[inline(never)]
    fn closed(&self, unit: u32) -> bool {
        let index = self.corpus.index;
        match unit.checked_sub(self.lemmas) {
            None => index.lemmas.get(unit as usize).is_some_and(|lemma| lemma.closed),
            Some(form) => super::frequency::is_closed(index.folded.get(form)),
        }
    }

    /// By the alphabet.
    #[inline(never)]
    fn compare(&self, a: u32, b: u32) -> Ordering {
        let index = self.corpus.index;
        let rank = |unit: u32| {
            let folded = match unit.checked_sub(self.lemmas) {
                None => index.lemmas.get(unit as usize).map_or(NONE, |lemma| lemma.folded),
                Some(form) => form,
            };
            index.order().get(folded as usize).copied()
        };
        rank(a).cmp(&rank(b)).then_with(|| self.text(a).cmp(self.text(b)))
    }
}

/// Sorts numbers by what they stand for; equals keep their order. A plain merge sort, for all lists: that of the standard library is faster on
/// lists that are nearly sorted and larger by more than what a fifth of this layer takes in the browser.
fn sort_numbers(numbers: &mut Vec<u32>, compare: &dyn Fn(u32, u32) -> Ordering) {
    let mut width = 1;
    let mut merged = Vec::with_capacity(numbers.len());
    while width < numbers.len() {
        merged.clear();
        for pair in numbers.chunks(2 * width) {
            let (mut left, mut right) = pair.split_at(width.min(pair.len()));
            while let (Some((&a, more_left)), Some((&b, more_right))) = (left.split_first(), right.split_first()) {
                if compare(a, b).is_gt() {
                    merged.push(b);
                    right = more_right;
                } else {
                    merged.push(a);
                    left = more_left;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(numbers, &mut merged);
        width *= 2;
    }
}

/// The numbers from 0 up to `count`, sorted by what they stand for.
fn sorted(count: usize, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut numbers: Vec<u32> = (0..count as u32).collect();
    sort_numbers(&mut numbers, compare);
    numbers
}

/// As the search fold has it: by this spelling words are joined throughout.
#[inline(never)]
fn folded(text: &str) -> String {
    fold(text, Folding::Full)
}

/// A number of a list; 0 beyond its end.
fn at(list: &[u32], place: u32) -> u32 {
    list.get(place as usize).copied().unwrap_or(0)
}

fn bump(counts: &mut [u32], place: u32, by: u32) {
    if let Some(count) = counts.get_mut(place as usize) {
        *count += by;
    }
}
