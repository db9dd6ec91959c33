//! N-grams: rows of words that return.
//!
//! A row that returns is made of shorter rows that return, so rows grow word by word and only where the shorter one was frequent enough
//! (R. Agrawal and R. Srikant, Fast algorithms for mining association rules, 1994). Each round gives the rows it sees numbers; memory is a few
//! numbers a running word, whatever the text.

use rustc_hash::FxHashMap;

use super::index::NONE;
use super::{Corpus, Joined, Units, at, bump, sort_numbers};
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
    let mut rows: Vec<u32> = Vec::with_capacity(index.len());
    let mut counts = vec![0u32; units.len()];
    for position in 0..index.len() {
        let unit = units.at(position);
        rows.push(unit);
        bump(&mut counts, unit, 1);
    }
    let mut firsts: Vec<u32> = Vec::new();
    for length in 2..=n {
        let mut numbers: FxHashMap<(u32, u32), u32> = FxHashMap::default();
        let mut next_counts = Vec::new();
        firsts.clear();
        for (position, row) in rows.iter_mut().enumerate() {
            let next = position + length - 1;
            let inside = index.sentence.get(next).is_some_and(|sentence| index.sentence.get(position) == Some(sentence));
            *row = if inside && at(&counts, *row) >= minimum {
                let fresh = next_counts.len() as u32;
                *numbers.entry((*row, units.at(next))).or_insert(fresh)
            } else {
                NONE
            };
            if *row as usize == next_counts.len() {
                next_counts.push(0);
                firsts.push(position as u32);
            }
            bump(&mut next_counts, *row, 1);
        }
        counts = next_counts;
    }
    // The unit at a place of a row.
    let unit = |row: u32, i: usize| units.at(at(&firsts, row) as usize + i);
    let mut frequent: Vec<u32> = Vec::new();
    for (row, &count) in (0..).zip(&counts) {
        if count >= minimum && (wanted.closed || !units.closed(unit(row, 0)) && !units.closed(unit(row, n - 1))) {
            frequent.push(row);
        }
    }
    sort_numbers(&mut frequent, &|a, b| {
        let mut order = at(&counts, b).cmp(&at(&counts, a));
        for i in 0..n {
            order = order.then_with(|| units.compare(unit(a, i), unit(b, i)));
        }
        order
    });
    let mut shown = Vec::new();
    for &row in frequent.iter().skip(wanted.offset).take(wanted.limit) {
        let mut text = String::new();
        for i in 0..n {
            if i > 0 {
                text.push(' ');
            }
            text.push_str(units.text(unit(row, i)));
        }
        shown.push(Ngram { text, count: at(&counts, row), first: corpus.span(at(&firsts, row), n as u32) });
    }
    (frequent.len(), shown)
}
