//! The weights, and the pack that holds them.

use super::features::{BITS, Sink};
use crate::lexicon::pack::{self, Kind, Pack, PackError};

/// Weights of the endings: two to this power.
pub const ENDING_BITS: u32 = 16;

/// Steps that weights are rounded to, on either side of zero: finer ones cost size and change nothing that can be measured.
const LEVELS: f32 = 10.0;

/// A table of weights, a signed byte each: a quarter of the size of floats, so that it stays in the cache where scoring jumps about in it.
#[derive(Debug, Clone)]
pub struct Weights {
    bytes: Vec<i8>,
    scale: f32,
}

impl Weights {
    /// All zero.
    pub fn zero(bits: u32) -> Weights {
        Weights { bytes: vec![0; 1 << bits], scale: 1.0 }
    }

    /// Rounds weights to bytes. Those beyond the 99.99th percentile are cut to it: a few outliers must not coarsen all others.
    pub fn quantised(weights: &[f32]) -> Weights {
        let mut sizes: Vec<f32> = weights.iter().map(|w| w.abs()).filter(|w| *w > 0.0).collect();
        sizes.sort_by(f32::total_cmp);
        let top = sizes.get(sizes.len().saturating_sub(1 + sizes.len() / 10_000)).copied().unwrap_or(1.0).max(1e-6);
        let scale = top / LEVELS;
        Weights { bytes: weights.iter().map(|w| (w / scale).round().clamp(-LEVELS, LEVELS) as i8).collect(), scale }
    }
}

/// The trained models.
#[derive(Debug, Clone)]
pub struct Model {
    /// Weights of the tagger.
    pub tagger: Weights,
    /// Weights of the endings.
    pub endings: Weights,
    /// By how much scores are divided before they become probabilities: tagger, endings.
    pub temperature: [f32; 2],
}

impl Model {
    /// A model that prefers nothing.
    pub fn empty() -> Model {
        Model { tagger: Weights::zero(BITS), endings: Weights::zero(ENDING_BITS), temperature: [1.0; 2] }
    }

    /// Reads a model pack. Section 1: scales and temperatures, four 32-bit floats; section 2 and 3: weights of tagger and endings, one
    /// signed byte each, to be multiplied by their scale.
    ///
    /// # Errors
    /// What [`Pack::open`] refuses, and sizes that do not fit this engine.
    pub fn read(bytes: Vec<u8>) -> Result<Model, PackError> {
        let pack = Pack::open(bytes, Kind::Models)?;
        let numbers: Vec<f32> = pack.section(1).chunks_exact(4).filter_map(|b| b.try_into().ok()).map(f32::from_le_bytes).collect();
        let [tagger_scale, ending_scale, a, b]: [f32; 4] = numbers.try_into().map_err(|_| PackError::Damaged)?;
        let weights = |section: usize, scale: f32| Weights { bytes: pack.section(section).iter().map(|&b| b as i8).collect(), scale };
        let (tagger, endings) = (weights(2, tagger_scale), weights(3, ending_scale));
        let sane = |x: f32| x.is_finite() && x > 0.0;
        if tagger.bytes.len() != 1 << BITS
            || endings.bytes.len() != 1 << ENDING_BITS
            || ![tagger_scale, ending_scale, a, b].into_iter().all(sane)
        {
            return Err(PackError::Damaged);
        }
        Ok(Model { tagger, endings, temperature: [a, b] })
    }

    /// Writes the model as a pack.
    pub fn write(&self, notice: &str) -> Vec<u8> {
        let numbers: Vec<u8> = [self.tagger.scale, self.endings.scale, self.temperature[0], self.temperature[1]]
            .into_iter()
            .flat_map(f32::to_le_bytes)
            .collect();
        let bytes = |weights: &Weights| weights.bytes.iter().map(|&b| b as u8).collect::<Vec<u8>>();
        pack::write(Kind::Models, 0, &[notice.as_bytes(), &numbers, &bytes(&self.tagger), &bytes(&self.endings)])
    }
}

/// Adds up weights.
#[derive(Debug)]
pub struct Sum<'a> {
    weights: &'a Weights,
    total: f32,
}

impl<'a> Sum<'a> {
    /// An empty sum.
    pub fn new(weights: &'a Weights) -> Sum<'a> {
        Sum { weights, total: 0.0 }
    }

    /// Adds what another sum of the same weights came to.
    pub fn add_all(&mut self, other: &Sum<'_>) {
        self.total += other.total;
    }

    /// The sum so far.
    pub fn total(&self) -> f32 {
        self.total * self.weights.scale
    }
}

impl Sink for Sum<'_> {
    #[inline]
    fn add(&mut self, weight: u32, value: f32) {
        if let Some(w) = self.weights.bytes.get(weight as usize) {
            self.total += f32::from(*w) * value;
        }
    }
}

/// Collects features for training.
#[derive(Debug, Default, Clone)]
pub struct Collect(
    /// Weight numbers and values.
    pub Vec<(u32, f32)>,
);

impl Sink for Collect {
    fn add(&mut self, weight: u32, value: f32) {
        self.0.push((weight, value));
    }
}
