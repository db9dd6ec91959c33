//! How likely each spelling of a word is: the written one, and those that may have been meant.
//!
//! The tagger says which reading the sentence wants, the frequency pack how often each word occurs, the writer's habits which slips to
//! expect. A log-linear model over these few numbers (Och and Ney 2002 weigh a noisy channel so) has a weight each, so that the reasons
//! of a correction can be read off. The weights lie in `src/data/correction-weights.tsv`, fitted by [`super::train`].

use std::sync::LazyLock;

use super::habits::{Habits, Slip};
use crate::data;
use crate::lexicon::buckwalter::is_mark;
use crate::morph::{Upos, Written};
use crate::morphology::{Meant, Misspelling};

/// Names of the features, in the order of their weights.
pub const FEATURES: [&str; 19] = [
    "probability",
    "frequency",
    "habit",
    "hamza",
    "taa",
    "maqsura",
    "yaa",
    "wrong-hamza",
    "haa",
    "sound",
    "seat",
    "other",
    "person-rare",
    "person-common",
    "person-function",
    "written",
    "written-word",
    "written-imperative",
    "written-marked",
];
/// Values of the features.
pub type Values = [f32; FEATURES.len()];

const PROBABILITY: usize = 0;
const FREQUENCY: usize = 1;
const HABIT: usize = 2;
const SLIPS: usize = 3;
const PERSON_RARE: usize = 12;
const PERSON_COMMON: usize = 13;
const PERSON_FUNCTION: usize = 14;
const WRITTEN: usize = 15;
const WRITTEN_WORD: usize = 16;
const WRITTEN_IMPERATIVE: usize = 17;
const WRITTEN_MARKED: usize = 18;

/// A word that no table has counts as one of this frequency, in logarithms: about once in 300 million words, with common affixes.
const UNKNOWN: f32 = 15.0;
/// A word inside a person's name is a word by itself where it is more frequent than this.
const COMMON: f32 = 21.0;
/// Probabilities are not taken for smaller than this.
const LEAST: f32 = 1e-3;

static WEIGHTS: LazyLock<Values> = LazyLock::new(|| {
    let mut out = Values::default();
    for [feature, weight] in data::columns::<2>(data::CORRECTION_WEIGHTS) {
        if let Some(slot) = FEATURES.iter().position(|name| *name == feature).and_then(|at| out.get_mut(at)) {
            *slot = weight.parse().unwrap_or(0.0);
        }
    }
    out
});

/// A word and what is known about the place where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// As written.
    pub text: &'a str,
    /// What it may stand for.
    pub found: &'a Misspelling,
    /// How its writer spells.
    pub habits: &'a Habits,
    /// Whether it is part of a person's name.
    pub person: bool,
}

/// What the slips between a written word and a spelling are.
pub fn slips(text: &str, word: &Written, right: &[u8]) -> impl Iterator<Item = Slip> {
    // A stretched word has more letters than the one meant, which is a manner and no slip.
    let stretched = word.len() != right.len();
    let last = word.len().saturating_sub(1);
    let letters = word.letters.iter().zip(right).enumerate().filter(move |_| !stretched);
    letters.filter(|(_, (letter, byte))| letter.byte != **byte).filter_map(move |(at, (letter, &byte))| {
        // The yeh of Persian keyboards stands for ى as well as for ي.
        let persian = at == last && byte == b'Y' && text.get(letter.start as usize..).is_some_and(|rest| rest.starts_with(['ی', 'ے']));
        (!persian).then(|| slip(letter.byte, byte))
    })
}

/// What it is to write one letter for another.
pub fn slip(written: u8, right: u8) -> Slip {
    match (written, right) {
        (b'A', b'>' | b'<' | b'|') => Slip::Hamza,
        (b'w' | b'y' | b'Y', b'}' | b'&') => Slip::Seat,
        (b'h', b'p') => Slip::Taa,
        (b'y', b'Y') => Slip::Maqsura,
        (b'Y', b'y') => Slip::Yaa,
        (b'>' | b'<' | b'|', b'A') => Slip::WrongHamza,
        (b'>' | b'<' | b'|', b'>' | b'<' | b'|') => Slip::Seat,
        (b'p', b'h') => Slip::Haa,
        (b'D', b'Z') | (b'Z', b'D') | (b'd', b'*') | (b't', b'v') => Slip::Sound,
        _ => Slip::Other,
    }
}

impl Place<'_> {
    /// The features of the written spelling.
    pub fn written(&self) -> Values {
        let mut out = Values::default();
        let meant: f32 = self.found.meant.iter().map(|m| m.probability).sum();
        let sound = f32::from(self.found.sound);
        out[PROBABILITY] = (1.0 - meant).max(LEAST).ln();
        out[FREQUENCY] = if self.found.sound { self.found.prior } else { UNKNOWN };
        out[WRITTEN] = 1.0;
        out[WRITTEN_WORD] = sound;
        out[WRITTEN_IMPERATIVE] = f32::from(self.found.imperative);
        out[WRITTEN_MARKED] = f32::from(self.found.written.letters.iter().any(|l| l.shadda || is_mark(l.vowel)));
        out
    }

    /// The features of a spelling that may have been meant.
    pub fn meant(&self, meant: &Meant) -> Values {
        let mut out = Values::default();
        out[PROBABILITY] = meant.probability.max(LEAST).ln();
        out[FREQUENCY] = meant.prior;
        for slip in slips(self.text, &self.found.written, &meant.letters) {
            out[HABIT] += self.habits.odds(slip);
            if let Some(slot) = out.get_mut(SLIPS + slip as usize) {
                *slot += 1.0;
            }
        }
        if self.person && meant.upos != Upos::Propn {
            let function = !matches!(meant.upos, Upos::Noun | Upos::Adj | Upos::Verb | Upos::Num | Upos::X);
            let feature = match meant.prior < COMMON {
                _ if function => PERSON_FUNCTION,
                true => PERSON_RARE,
                false => PERSON_COMMON,
            };
            if let Some(slot) = out.get_mut(feature) {
                *slot = 1.0;
            }
        }
        out
    }

    /// The probability of each spelling that may have been meant, in their order; the rest is that of the written one.
    pub fn probabilities(&self) -> Vec<f32> {
        let scores = std::iter::once(self.written()).chain(self.found.meant.iter().map(|m| self.meant(m)));
        let mut all = softmax(scores.map(|values| score(&WEIGHTS, &values)).collect());
        all.remove(0);
        all
    }
}

/// The score of features.
pub fn score(weights: &Values, values: &Values) -> f32 {
    weights.iter().zip(values).map(|(w, v)| w * v).sum()
}

/// Scores as probabilities.
pub fn softmax(mut scores: Vec<f32>) -> Vec<f32> {
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    scores.iter_mut().for_each(|s| *s = (*s - most).exp());
    let sum: f32 = scores.iter().sum();
    scores.iter_mut().for_each(|s| *s /= sum);
    scores
}
