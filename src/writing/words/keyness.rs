//! Keyness: lemmas that a text uses more often than general Arabic does, or less often.
//!
//! General Arabic is the `frequency` pack: how often each lemma occurs among 100 million words, in steps of a twelfth of a natural
//! logarithm, so a count is true to within 4 %. It comes from the word list of wordfreq, which gives shares; the hundred million are the size of
//! the corpus it is compared as, large enough that a text decides the test and the corpus does not. Both totals are all running words of either
//! side, names and unknown words among them; those have no rows of their own, because the lexicon cannot say how common a name is.
//! Only lemmas that the text has are compared.

use super::index::{NONE, is_function_word};
use super::{Corpus, measures, sort_numbers};
use crate::Packs;
use crate::layout::TokenKind;
use crate::lexicon::LemmaId;
use crate::morph::Upos;

/// The size of general Arabic, in words.
pub const CORPUS: f64 = 1e8;

/// Which lemmas are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// More frequent here.
    Over,
    /// Less frequent here.
    Under,
    /// Either.
    Both,
}

impl Side {
    /// All of them, in the order of their numbers outside.
    pub const ALL: [Side; 3] = [Side::Over, Side::Under, Side::Both];
}

/// Which are wanted.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// With function words.
    pub closed: bool,
    /// Least number of occurrences in the text.
    pub minimum: u32,
    /// How many at most.
    pub limit: usize,
    /// More frequent here or less.
    pub side: Side,
}

impl Default for Wanted {
    fn default() -> Self {
        Wanted { closed: false, minimum: 2, limit: 100, side: Side::Over }
    }
}

/// A lemma compared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Key {
    /// Row of the index.
    pub lemma: u32,
    /// Its part of speech.
    pub upos: Upos,
    /// Occurrences in the text.
    pub count: u32,
    /// Occurrences among a million words of the text.
    pub here: f64,
    /// Occurrences among a million words of general Arabic.
    pub general: f64,
    /// Log-likelihood, negative for what is rarer here.
    pub g2: f64,
    /// Log ratio.
    pub ratio: f64,
}

/// A text compared.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Keyness {
    /// Running words of the text, numbers and addresses left out.
    pub words: u32,
    /// Whether there was anything to compare with.
    pub compared: bool,
    /// Words that are proper names.
    pub names: u32,
    /// Words that the lexicon does not know, foreign words among them.
    pub unknown: u32,
    /// How many lemmas there are in all.
    pub total: usize,
    /// The strongest evidence first.
    pub rows: Vec<Key>,
}

/// Compares a text with general Arabic.
pub fn of(corpus: Corpus<'_>, packs: &Packs, wanted: &Wanted) -> Keyness {
    let index = corpus.index;
    let mut out = Keyness { compared: packs.frequency.is_some() && corpus.morphology.is_some(), ..Keyness::default() };
    // Occurrences of each lemma, and every entry of the lexicon that it stands for: spellings of the text may go back to several.
    let mut counts = vec![0u32; index.lemmas.len()];
    let mut entries: Vec<(u32, LemmaId)> = Vec::new();
    for word in index.words.iter().filter(|word| matches!(word.kind, TokenKind::Word | TokenKind::Latin)) {
        out.words += word.count;
        let Some(explained) = corpus.explained(word.answer).filter(|_| word.lemma != NONE) else {
            out.unknown += word.count;
            continue;
        };
        if explained.word.upos == Upos::Propn {
            out.names += word.count;
        } else if explained.source == "guess" {
            out.unknown += word.count;
        } else if let Some(count) = counts.get_mut(word.lemma as usize) {
            *count += word.count;
            entries.extend(explained.word.lemma_id.map(|id| (word.lemma, id)));
        }
    }
    if !out.compared {
        return out;
    }
    entries.sort_unstable_by_key(|&(lemma, id)| (lemma, id.0));
    entries.dedup();
    let general = general(corpus, packs, &entries, wanted.closed);
    let words = f64::from(out.words);
    let minimum = wanted.minimum.max(1);
    for (lemma, row) in (0..).zip(&index.lemmas) {
        let count = counts.get(lemma as usize).copied().unwrap_or(0);
        if count < minimum || row.closed && !wanted.closed {
            continue;
        }
        let (here, there) = (f64::from(count), general.get(lemma as usize).copied().unwrap_or(0.0));
        let g2 = measures::log_likelihood(here, there, words, CORPUS);
        if wanted.side == Side::Over && g2 <= 0.0 || wanted.side == Side::Under && g2 >= 0.0 {
            continue;
        }
        out.rows.push(Key {
            lemma,
            upos: corpus.explained(row.answer).map_or(Upos::X, |e| e.word.upos),
            count,
            here: here / words * 1e6,
            general: there / CORPUS * 1e6,
            g2,
            ratio: measures::log_ratio(here, there, words, CORPUS),
        });
    }
    out.total = out.rows.len();
    let mut order: Vec<u32> = (0..out.rows.len() as u32).collect();
    let strength = |at: u32| out.rows.get(at as usize).map_or(0.0, |row| row.g2.abs());
    sort_numbers(&mut order, &|a, b| strength(b).total_cmp(&strength(a)).then(a.cmp(&b)));
    out.rows = order.iter().take(wanted.limit).filter_map(|&at| out.rows.get(at as usize).copied()).collect();
    out
}

/// For each lemma, its occurrences among the words of general Arabic.
fn general(corpus: Corpus<'_>, packs: &Packs, entries: &[(u32, LemmaId)], closed: bool) -> Vec<f64> {
    let mut out = vec![0.0; corpus.index.lemmas.len()];
    let (Some(frequency), Some(lexicon)) = (&packs.frequency, &packs.lexicon) else { return out };
    let occurrences = |log: f32| f64::from(log).exp_m1();
    for &(lemma, id) in entries {
        if let Some(sum) = out.get_mut(lemma as usize) {
            *sum += occurrences(frequency.log(id));
        }
    }
    if !closed {
        return out;
    }
    // Function words are counted row by row of their table, and a lemma has several rows: له, لها, لهم.
    let rows = (0..lexicon.function_count() as u16).filter_map(|at| Some((crate::morph::expand::arabic(&lexicon.function(at)?.lemma), at)));
    let rows: Vec<(String, u16)> = rows.collect();
    for (lemma, sum) in (0..).zip(&mut out) {
        let row = corpus.index.lemmas.get(lemma as usize).and_then(|row| corpus.explained(row.answer));
        let text = corpus.lemma(lemma);
        if row.is_some_and(is_function_word) {
            *sum += rows.iter().filter(|(own, _)| own == text).map(|&(_, at)| occurrences(frequency.log_function(at))).sum::<f64>();
        }
    }
    out
}
