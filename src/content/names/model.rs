//! The weights of the recogniser and the pack that holds them, together with the names of the tables.

use super::label::COUNT;
use crate::lexicon::gazetteer::Gazetteer;
use crate::lexicon::pack::{self, Kind, Pack, PackError};

/// Rows of weights: two to this power, one for each hashed feature, a weight for each label.
pub const BITS: u32 = 16;

/// Scores of the labels of one token.
pub type Scores = [f32; COUNT];

/// Numbers in section 1: the scale of the weights, the divisor that makes probabilities of scores, what is added to the score of no name, a score for each label at the start of
/// a sentence, a score for each pair of labels.
const NUMBERS: usize = 3 + COUNT + COUNT * COUNT;

/// Steps that weights are rounded to, on either side of zero: finer ones cost size and change nothing.
const LEVELS: f32 = 11.0;

/// A trained recogniser.
#[derive(Debug, Clone)]
pub struct NameModel {
    /// A byte for each row and label.
    weights: Vec<i8>,
    scale: f32,
    /// By how much scores are divided before they become probabilities.
    pub temperature: f32,
    /// Added to the score of no name: training sees far more words that are none, and what it never saw it takes for one.
    pub outside: f32,
    /// Score of each label at the start of a sentence.
    pub start: Scores,
    /// Score of each label after each label, the earlier one first.
    pub step: [Scores; COUNT],
    gazetteer: Gazetteer,
}

impl NameModel {
    /// A model of these weights (row by row, [`COUNT`] each), rounded to bytes.
    pub fn new(weights: &[f32], start: Scores, step: [Scores; COUNT], temperature: f32, outside: f32) -> NameModel {
        let mut sizes: Vec<f32> = weights.iter().map(|w| w.abs()).filter(|w| *w > 0.0).collect();
        sizes.sort_by(f32::total_cmp);
        // A few outliers must not coarsen all others.
        let top = sizes.get(sizes.len().saturating_sub(1 + sizes.len() / 2000)).copied().unwrap_or(1.0).max(1e-6);
        let scale = top / LEVELS;
        let weights = weights.iter().map(|w| (w / scale).round().clamp(-LEVELS, LEVELS) as i8).collect();
        NameModel { weights, scale, temperature, outside, start, step, gazetteer: Gazetteer::default() }
    }

    /// A model of the chain alone, without weights of features.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn chain_only(start: Scores, step: [Scores; COUNT]) -> NameModel {
        NameModel { weights: Vec::new(), scale: 1.0, temperature: 1.0, outside: 0.0, start, step, gazetteer: Gazetteer::default() }
    }

    /// The same with these known names.
    pub fn with_names(mut self, gazetteer: Gazetteer) -> NameModel {
        self.gazetteer = gazetteer;
        self
    }

    /// The known names.
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// Adds the weights of a feature to the scores.
    #[inline]
    pub fn add(&self, feature: u32, scores: &mut Scores) {
        let row = row(feature) * COUNT;
        if let Some(weights) = self.weights.get(row..row + COUNT) {
            for (score, &weight) in scores.iter_mut().zip(weights) {
                *score += f32::from(weight) * self.scale;
            }
        }
    }

    /// Reads a names pack. Section 1: 32-bit floats, see the source; section 2: the weights, a signed byte each, label by label of all
    /// rows; section 3: known names as [`Gazetteer::read`] takes them.
    ///
    /// # Errors
    /// What [`Pack::open`] refuses, and sections of another size or form.
    pub fn read(bytes: Vec<u8>) -> Result<NameModel, PackError> {
        let pack = Pack::open(bytes, Kind::Names)?;
        let numbers: Vec<f32> = pack.section(1).chunks_exact(4).filter_map(|b| b.try_into().ok()).map(f32::from_le_bytes).collect();
        let stored = pack.section(2);
        let rows = 1usize << BITS;
        if numbers.len() != NUMBERS || stored.len() != rows * COUNT || numbers.iter().any(|n| !n.is_finite()) {
            return Err(PackError::Damaged);
        }
        let mut numbers = numbers.into_iter();
        let mut next = || numbers.next().unwrap_or(0.0);
        let (scale, temperature, outside) = (next(), next(), next());
        if scale <= 0.0 || temperature <= 0.0 {
            return Err(PackError::Damaged);
        }
        let start = std::array::from_fn(|_| next());
        let step = std::array::from_fn(|_| std::array::from_fn(|_| next()));
        // Stored label by label, which compresses; used row by row, which stays in the cache.
        let mut weights = vec![0i8; rows * COUNT];
        for (label, column) in stored.chunks_exact(rows).enumerate() {
            for (slot, &byte) in weights.iter_mut().skip(label).step_by(COUNT).zip(column) {
                *slot = byte as i8;
            }
        }
        let gazetteer = Gazetteer::read(pack.text(3)?)?;
        Ok(NameModel { weights, scale, temperature, outside, start, step, gazetteer })
    }

    /// Writes the pack, with `names` as its section 3.
    pub fn write(&self, notice: &str, names: &str) -> Vec<u8> {
        let pairs = self.step.iter().flatten();
        let numbers: Vec<u8> =
            [self.scale, self.temperature, self.outside].iter().chain(&self.start).chain(pairs).flat_map(|n| n.to_le_bytes()).collect();
        let mut stored = Vec::with_capacity(self.weights.len());
        for label in 0..COUNT {
            stored.extend(self.weights.iter().skip(label).step_by(COUNT).map(|&w| w as u8));
        }
        pack::write(Kind::Names, 0, &[notice.as_bytes(), &numbers, &stored, names.as_bytes()])
    }
}

/// The row of a hashed feature.
#[inline]
pub fn row(feature: u32) -> usize {
    (feature >> (32 - BITS)) as usize
}
