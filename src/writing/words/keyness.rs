//! Keyness: lemmas that a text uses more often than general Arabic does, or less often.
//!
//! General Arabic is the `frequency` pack: how often each lemma occurs among 100 million words, in steps of a twelfth of a natural
//! logarithm, so a count is true to within 4 %. It comes from the word list of wordfreq, which gives shares; the hundred million are the size of
//! the corpus it is compared as, large enough that a text decides the test and the corpus does not. Both totals are all running words of either
//! side, names and unknown words among them; those have no rows of their own, because the lexicon cannot say how common a name is.
//! Only lemmas that the text has are compared. Where lemmas share a spelling (مِن and مَن), the pack has shared its occurrences out by estimate, and
//! a lemma of a rare homograph may look more particular to the text than it is.

use rustc_hash::FxHashMap;

use super::index::NONE;
use super::{Corpus, at, bump, measures, sorted};
use crate::Packs;
use crate::layout::TokenKind;
use crate::lexicon::LemmaId;
use crate::morph::Upos;
use crate::morph::expand::arabic;

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
    let mut out = Keyness::default();
    let mut counts = vec![0u32; index.lemmas.len()];
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
        } else {
            bump(&mut counts, word.lemma, word.count);
        }
    }
    out.compared = packs.frequency.is_some() && corpus.morphology.is_some();
    if !out.compared {
        return out;
    }
    let general = general(corpus, packs, wanted.closed);
    let words = f64::from(out.words);
    let minimum = wanted.minimum.max(1);
    let mut rows = Vec::new();
    for (lemma, (row, there)) in (0..).zip(index.lemmas.iter().zip(general)) {
        let count = at(&counts, lemma);
        if count < minimum || row.closed && !wanted.closed {
            continue;
        }
        let here = f64::from(count);
        let g2 = measures::log_likelihood(here, there, words, CORPUS);
        if wanted.side == Side::Over && g2 <= 0.0 || wanted.side == Side::Under && g2 >= 0.0 {
            continue;
        }
        rows.push(Key {
            lemma,
            upos: corpus.explained(row.answer).map_or(Upos::X, |e| e.word.upos),
            count,
            here: here / words * 1e6,
            general: there / CORPUS * 1e6,
            g2,
            ratio: measures::log_ratio(here, there, words, CORPUS),
        });
    }
    let strength = |row: u32| rows.get(row as usize).map_or(0.0, |row| row.g2.abs());
    for &row in sorted(rows.len(), &|a, b| strength(b).total_cmp(&strength(a))).iter().take(wanted.limit) {
        out.rows.extend(rows.get(row as usize).copied());
    }
    out.total = rows.len();
    out
}

/// For each lemma of the text, its occurrences among the words of general Arabic. A lemma may have several entries in the lexicon (قائِم is a noun
/// and an adjective), and a function word several rows of its table (له, لها, لهم): all count.
fn general(corpus: Corpus<'_>, packs: &Packs, closed: bool) -> Vec<f64> {
    let index = corpus.index;
    let mut general = vec![0.0; index.lemmas.len()];
    let (Some(frequency), Some(lexicon)) = (&packs.frequency, &packs.lexicon) else { return general };
    let mut rows: FxHashMap<Box<str>, u32> = FxHashMap::default();
    for (number, lemma) in (0..).zip(&index.lemmas) {
        rows.insert([corpus.lemma(number), index.roots.get(lemma.root)].join(" ").into(), number);
    }
    let mut add = |lemma: &[u8], root: &[u8], log: f32| {
        let key = [arabic(lemma), arabic(root)].join(" ");
        let row = rows.get(key.as_str()).and_then(|&row| general.get_mut(row as usize));
        if let Some(sum) = row {
            *sum += f64::from(log.exp() - 1.0);
        }
    };
    for id in (0..lexicon.lemma_count() as u32).map(LemmaId) {
        let log = frequency.log(id);
        if log > 0.0 {
            add(&lexicon.lemma(id), lexicon.root(id), log);
        }
    }
    for number in 0..lexicon.function_count() as u16 {
        if let Some(row) = lexicon.function(number).filter(|_| closed) {
            add(&row.lemma, &row.root, frequency.log_function(number));
        }
    }
    general
}
