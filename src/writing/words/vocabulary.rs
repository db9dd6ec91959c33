//! How often each lemma and each root occurs. Spellings are counted in [`crate::writing::frequency`], as a reader folds them.

use super::index::NONE;
use super::{Corpus, sorted};

/// A lemma or a root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The lemma with its vowels, or the radicals.
    pub text: String,
    /// How often it occurs.
    pub count: u32,
    /// A function word, or a root that has none but such.
    pub closed: bool,
}

/// The lemmas of a text, or its roots, the most frequent first, then by the order in which they come.
pub fn count(corpus: Corpus<'_>, roots: bool) -> Vec<Row> {
    let index = corpus.index;
    let mut rows: Vec<Row> = if roots {
        (0..index.roots.len() as u32).map(|at| Row { text: index.roots.get(at).to_string(), count: 0, closed: true }).collect()
    } else {
        (0..index.lemmas.len() as u32).map(|at| Row { text: corpus.lemma(at).to_string(), count: 0, closed: true }).collect()
    };
    for word in index.words.iter().filter(|word| word.lemma != NONE) {
        let Some(lemma) = index.lemmas.get(word.lemma as usize) else { continue };
        let at = if roots { lemma.root } else { word.lemma };
        if let Some(row) = rows.get_mut(at as usize) {
            row.count += word.count;
            row.closed &= lemma.closed;
        }
    }
    let of = |row: u32| rows.get(row as usize).map_or(0, |row| row.count);
    sorted(rows.len(), &|a, b| of(b).cmp(&of(a))).iter().filter_map(|&at| rows.get(at as usize).cloned()).collect()
}
