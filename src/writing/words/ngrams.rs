//! N-grams: rows of words that return.
//!
//! A row that returns is made of shorter rows that return, so rows grow word by word and only where the shorter one was frequent enough
//! (R. Agrawal and R. Srikant, Fast algorithms for mining association rules, 1994). Each round gives the rows it sees numbers; memory is a few
//! numbers a running word, whatever the text.

use std::cmp::Ordering;

use rustc_hash::FxHashMap;

use super::index::NONE;
use super::{Corpus, Joined, Units, sort_numbers};
use crate::text::ByteSpan;

/// A row of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ngram {
    /// Its words with a space between, each in its most frequent spelling or as its lemma.
    pub text: String,
    /// How often it occurs.
    pub count: u32,
    /// Its first place.
    pub first: ByteSpan,
}

/// Which are wanted.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Words in a row, 2 to 5.
    pub n: usize,
    /// How words are joined.
    pub by: Joined,
    /// Least number of occurrences, 2 at the least.
    pub minimum: u32,
    /// Also those that begin or end with a function word.
    pub closed: bool,
    /// How many to pass over.
    pub offset: usize,
    /// How many at most.
    pub limit: usize,
}

impl Default for Wanted {
    fn default() -> Self {
        Wanted { n: 2, by: Joined::Form, minimum: 2, closed: true, offset: 0, limit: 100 }
    }
}

/// The most frequent n-grams, and how many there are in all.
pub fn count(corpus: Corpus<'_>, wanted: &Wanted) -> (usize, Vec<Ngram>) {
    let n = wanted.n.clamp(2, 5);
    let minimum = wanted.minimum.max(2);
    let index = corpus.index;
    let units = Units::new(corpus, wanted.by);
    // For each position, the number of the row that begins there; and for each row, its count and first position.
    let mut rows: Vec<u32> = (0..index.len()).map(|at| units.at(at)).collect();
    let mut counts = vec![0u32; units.len()];
    rows.iter().for_each(|&unit| bump(&mut counts, unit));
    let mut firsts: Vec<u32> = Vec::new();
    for length in 2..=n {
        let mut numbers: FxHashMap<(u32, u32), u32> = FxHashMap::default();
        let mut next_counts = Vec::new();
        firsts.clear();
        for at in 0..rows.len() {
            let next = at + length - 1;
            let inside = index.sentence.get(next).is_some_and(|sentence| index.sentence.get(at) == Some(sentence));
            let row = rows.get(at).copied().unwrap_or(NONE);
            let frequent = inside && counts.get(row as usize).is_some_and(|&count| count >= minimum);
            let number = if frequent {
                let fresh = next_counts.len() as u32;
                *numbers.entry((row, units.at(next))).or_insert(fresh)
            } else {
                NONE
            };
            if number as usize == next_counts.len() {
                next_counts.push(0);
                firsts.push(at as u32);
            }
            bump(&mut next_counts, number);
            if let Some(slot) = rows.get_mut(at) {
                *slot = number;
            }
        }
        counts = next_counts;
    }
    let first = |row: u32| firsts.get(row as usize).map_or(0, |&at| at as usize);
    let count_of = |row: u32| counts.get(row as usize).copied().unwrap_or(0);
    let open = |row: u32| wanted.closed || !units.closed(units.at(first(row))) && !units.closed(units.at(first(row) + n - 1));
    let mut frequent: Vec<u32> = (0..counts.len() as u32).filter(|&row| count_of(row) >= minimum && open(row)).collect();
    let alphabet = |a: u32, b: u32| {
        let words = (0..n).map(|i| units.compare(units.at(first(a) + i), units.at(first(b) + i)));
        words.fold(Ordering::Equal, Ordering::then)
    };
    sort_numbers(&mut frequent, &|a, b| count_of(b).cmp(&count_of(a)).then_with(|| alphabet(a, b)).then(a.cmp(&b)));
    let shown = frequent.iter().skip(wanted.offset).take(wanted.limit).map(|&row| {
        let words: Vec<&str> = (0..n).map(|i| units.text(units.at(first(row) + i))).collect();
        Ngram { text: words.join(" "), count: count_of(row), first: corpus.span(first(row) as u32, n as u32) }
    });
    (frequent.len(), shown.collect())
}

fn bump(counts: &mut [u32], at: u32) {
    if let Some(count) = counts.get_mut(at as usize) {
        *count += 1;
    }
}
