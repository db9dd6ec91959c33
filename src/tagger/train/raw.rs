//! Text without annotation: the model's own choice teaches it, weighed by how sure it was.

use super::{Example, weigh};
use crate::tagger::choose::Tagger;

/// Reads sentences of tokens separated by spaces, a line each.
pub fn read(tagger: &Tagger<'_>, text: &str, weight: f32) -> Vec<Example> {
    let mut out = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let mut example = Example::new(weight);
        let lattice: Vec<_> = line.split_whitespace().map(|token| std::sync::Arc::new(weigh(tagger, token))).collect();
        let chosen = tagger.choose(&lattice, &|_| None, true);
        for (word, chosen) in lattice.into_iter().zip(chosen) {
            let mut allowed = vec![0.0f32; word.candidates.len()];
            for (slot, &p) in allowed.iter_mut().zip(&chosen.scores) {
                // Sharpened, so that the certain grows more so and noise dies out.
                *slot = if p < 0.02 { 0.0 } else { p * p };
            }
            example.endings.push(vec![Vec::new(); allowed.len()]);
            example.allowed.push(allowed);
            example.words.push(word);
        }
        out.push(example);
    }
    out
}
