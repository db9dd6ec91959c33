//! How evenly something is spread over a text.

use super::Corpus;
use super::measures::deviation_of_proportions;
use super::search::Hits;

/// Into how many parts a text is cut.
pub const PARTS: usize = 10;

/// Occurrences part by part, and their evenness.
#[derive(Debug, Clone, PartialEq)]
pub struct Dispersion {
    /// Occurrences in each of the equal parts, by the running word that a place begins with; fewer than [`PARTS`] in a text of fewer words.
    pub counts: Vec<u32>,
    /// Deviation of proportions, 0 even to 1 all in one part; none without occurrences.
    pub dp: Option<f64>,
}

/// Spreads hits over the parts of their text, whose sizes differ by a word at most.
pub fn of(corpus: Corpus<'_>, hits: &Hits) -> Dispersion {
    let words = corpus.index.len();
    let parts = PARTS.min(words);
    let mut counts = vec![0; parts];
    let mut sizes = vec![0; parts];
    for (part, size) in sizes.iter_mut().enumerate() {
        // Part `p` holds the words `w` with ⌊w · parts / words⌋ = p.
        let first = |part: usize| (part * words).div_ceil(parts);
        *size = (first(part + 1) - first(part)) as u32;
    }
    for &position in &hits.positions {
        if let Some(count) = counts.get_mut(position as usize * parts / words.max(1)) {
            *count += 1;
        }
    }
    let dp = deviation_of_proportions(&counts, &sizes);
    Dispersion { counts, dp }
}
