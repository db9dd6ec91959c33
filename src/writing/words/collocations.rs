//! Collocations: words that stand near a node more often than chance would have it.
//!
//! A node counts a word of its window once, and an occurrence of a word counts for one node, the earliest that can have it: so nothing is
//! met more often than it occurs, and logDice keeps to its scale however close nodes stand to each other.

use std::cmp::Ordering;

use super::index::NONE;
use super::search::Hits;
use super::{Corpus, Joined, Units, at, bump, measures, sorted};

/// By what they are sorted, largest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// logDice.
    LogDice,
    /// Mutual information.
    Mi,
    /// t-score.
    T,
    /// Times together.
    Count,
}

impl Sort {
    /// All ways, in the order of their numbers outside.
    pub const ALL: [Sort; 4] = [Sort::LogDice, Sort::Mi, Sort::T, Sort::Count];
}

/// Which are wanted.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// How words are joined.
    pub by: Joined,
    /// Running words before the node, up to 10.
    pub before: usize,
    /// Running words after it, up to 10.
    pub after: usize,
    /// Least number of times together.
    pub minimum: u32,
    /// With function words.
    pub closed: bool,
    /// How many at most.
    pub limit: usize,
    /// By what they are sorted.
    pub sort: Sort,
}

impl Default for Wanted {
    fn default() -> Self {
        Wanted { by: Joined::Lemma, before: 5, after: 5, minimum: 2, closed: false, limit: 100, sort: Sort::LogDice }
    }
}

/// A word that stands near the node.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Collocate<'a> {
    /// Lemma, or most frequent spelling.
    pub text: &'a str,
    /// Whether it is a function word.
    pub closed: bool,
    /// Times before the node.
    pub before: u32,
    /// Times after it.
    pub after: u32,
    /// Occurrences in the whole text.
    pub frequency: u32,
    /// logDice.
    pub log_dice: f64,
    /// Mutual information.
    pub mi: f64,
    /// t-score.
    pub t: f64,
}

/// The collocates of a node, and how many there are in all.
pub fn of<'a>(corpus: Corpus<'a>, hits: &Hits, wanted: &Wanted) -> (usize, Vec<Collocate<'a>>) {
    let units = Units::new(corpus, wanted.by);
    let (before, after) = (wanted.before.min(10), wanted.after.min(10));
    let met = Met::new(&units, hits, before, after);
    let mut frequency = vec![0u32; units.len()];
    for (word, &unit) in corpus.index.words.iter().zip(&units.of) {
        bump(&mut frequency, unit, word.count);
    }
    let node = hits.positions.len() as f64;
    let minimum = wanted.minimum.max(1);
    let (mut found, mut rows) = (Vec::new(), Vec::new());
    for unit in 0..units.len() as u32 {
        let (before_it, after_it) = (at(&met.before, unit), at(&met.after, unit));
        let closed = before_it + after_it >= minimum && units.closed(unit);
        if before_it + after_it < minimum || closed && !wanted.closed {
            continue;
        }
        let (both, own) = (f64::from(before_it + after_it), f64::from(at(&frequency, unit)));
        let chance = measures::expected(node, own, (before + after) as f64, corpus.index.len() as f64);
        found.push(unit);
        rows.push(Collocate {
            text: units.text(unit),
            closed,
            before: before_it,
            after: after_it,
            frequency: at(&frequency, unit),
            log_dice: measures::log_dice(both, node, own),
            mi: measures::mutual_information(both, chance),
            t: measures::t_score(both, chance),
        });
    }
    let score = |row: &Collocate<'_>| match wanted.sort {
        Sort::LogDice => row.log_dice,
        Sort::Mi => row.mi,
        Sort::T => row.t,
        Sort::Count => f64::from(row.before + row.after),
    };
    let order = sorted(rows.len(), &|a, b| {
        let (Some(left), Some(right)) = (rows.get(a as usize), rows.get(b as usize)) else { return Ordering::Equal };
        let together = (right.before + right.after).cmp(&(left.before + left.after));
        score(right).total_cmp(&score(left)).then(together).then_with(|| units.compare(at(&found, a), at(&found, b)))
    });
    let mut shown = Vec::new();
    for &row in order.iter().take(wanted.limit) {
        shown.extend(rows.get(row as usize).copied());
    }
    (rows.len(), shown)
}

/// For each unit, how often it was met before and after a node.
struct Met {
    before: Vec<u32>,
    after: Vec<u32>,
    /// The node that met each unit last.
    latest: Vec<u32>,
    /// Running words that were met.
    taken: Vec<bool>,
}

impl Met {
    fn new(units: &Units<'_>, hits: &Hits, before: usize, after: usize) -> Met {
        let none = vec![0u32; units.len()];
        let mut met =
            Met { before: none.clone(), after: none, latest: vec![NONE; units.len()], taken: vec![false; units.corpus.index.len()] };
        for (hit, &position) in (0..).zip(&hits.positions) {
            let first = position as usize;
            let last = first + (hits.len as usize).saturating_sub(1);
            // The nearest first.
            for distance in 1..=before.max(after) {
                if distance <= before && distance <= first {
                    met.meet(units, hit, first, first - distance);
                }
                if distance <= after {
                    met.meet(units, hit, last, last + distance);
                }
            }
        }
        met
    }

    /// A node meets the word at a position; `from` is the end of the node that is next to it.
    fn meet(&mut self, units: &Units<'_>, hit: u32, from: usize, position: usize) {
        let sentence = &units.corpus.index.sentence;
        let unit = units.at(position);
        if sentence.get(position) != sentence.get(from) {
            return;
        }
        if let (Some(latest), Some(taken)) = (self.latest.get_mut(unit as usize), self.taken.get_mut(position))
            && *latest != hit
            && !*taken
        {
            (*latest, *taken) = (hit, true);
            bump(if position < from { &mut self.before } else { &mut self.after }, unit, 1);
        }
    }
}
