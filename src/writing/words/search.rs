//! The places of a query.

use super::{Corpus, Query};

/// Where a query stands: places in a row of running words, all of the same length, ascending.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hits {
    /// The running word each begins with.
    pub positions: Vec<u32>,
    /// How many running words each has.
    pub len: u32,
}

/// Finds every place of a query. One look at each running word, however rare or frequent what is sought.
pub fn find(corpus: Corpus<'_>, query: &Query) -> Hits {
    let index = corpus.index;
    let answers = if query.is_empty() { Vec::new() } else { query.answers(corpus) };
    let Some((first, rest)) = answers.split_first() else { return Hits::default() };
    let mut positions = Vec::new();
    for (at, &word) in index.word.iter().enumerate() {
        if first.get(word as usize) == Some(&true) && follows(corpus, at, rest) {
            positions.push(at as u32);
        }
    }
    Hits { positions, len: answers.len() as u32 }
}

/// Whether the words behind a position answer the rest of a query, in the same sentence.
fn follows(corpus: Corpus<'_>, at: usize, rest: &[Vec<bool>]) -> bool {
    let index = corpus.index;
    let last = at + rest.len();
    if index.sentence.get(last).is_none_or(|sentence| index.sentence.get(at) != Some(sentence)) {
        return false;
    }
    rest.iter().zip(index.word.get(at + 1..).unwrap_or_default()).all(|(answer, &word)| answer.get(word as usize) == Some(&true))
}
