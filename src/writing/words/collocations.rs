//! Collocations: words that stand near a node more often than chance would have it.
//!
//! A node counts a word of its window once, and an occurrence of a word counts for one node, the earliest that can have it: so nothing is
//! met more often than it occurs, and logDice keeps to its scale however close nodes stand to each other.

use super::index::NONE;
use super::search::Hits;
use super::{Corpus, Joined, Units, measures, sort_numbers};

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
#[derive(Debug, Clone, PartialEq)]
pub struct Collocate {
    /// Lemma, or most frequent spelling.
    pub text: String,
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
pub fn of(corpus: Corpus<'_>, hits: &Hits, wanted: &Wanted) -> (usize, Vec<Collocate>) {
    let units = Units::new(corpus, wanted.by);
    let (before, after) = (wanted.before.min(10), wanted.after.min(10));
    let (met_before, met_after) = meet(&units, hits, before, after);
    let mut frequency = vec![0u32; units.len()];
    for (word, &unit) in corpus.index.words.iter().zip(&units.of) {
        if let Some(count) = frequency.get_mut(unit as usize) {
            *count += word.count;
        }
    }
    let at = |list: &[u32], unit: u32| list.get(unit as usize).copied().unwrap_or(0);
    let node = hits.positions.len() as f64;
    let collocate = |unit: u32| {
        let (before_it, after_it) = (at(&met_before, unit), at(&met_after, unit));
        let (both, own) = (f64::from(before_it + after_it), f64::from(at(&frequency, unit)));
        let chance = measures::expected(node, own, (before + after) as f64, corpus.index.len() as f64);
        Collocate {
            text: String::new(),
            closed: units.closed(unit),
            before: before_it,
            after: after_it,
            frequency: at(&frequency, unit),
            log_dice: measures::log_dice(both, node, own),
            mi: measures::mutual_information(both, chance),
            t: measures::t_score(both, chance),
        }
    };
    let together = |unit: u32| at(&met_before, unit) + at(&met_after, unit);
    let minimum = wanted.minimum.max(1);
    let found: Vec<u32> =
        (0..units.len() as u32).filter(|&unit| together(unit) >= minimum && (wanted.closed || !units.closed(unit))).collect();
    let rows: Vec<Collocate> = found.iter().map(|&unit| collocate(unit)).collect();
    let score = |row: u32| {
        rows.get(row as usize).map_or(0.0, |row| match wanted.sort {
            Sort::LogDice => row.log_dice,
            Sort::Mi => row.mi,
            Sort::T => row.t,
            Sort::Count => f64::from(row.before + row.after),
        })
    };
    let mut order: Vec<u32> = (0..rows.len() as u32).collect();
    let unit = |row: u32| found.get(row as usize).copied().unwrap_or(NONE);
    sort_numbers(&mut order, &|a, b| {
        let by_count = together(unit(b)).cmp(&together(unit(a)));
        score(b).total_cmp(&score(a)).then(by_count).then_with(|| units.compare(unit(a), unit(b))).then(a.cmp(&b))
    });
    let shown = order
        .iter()
        .take(wanted.limit)
        .filter_map(|&row| Some(Collocate { text: units.text(unit(row)).to_string(), ..rows.get(row as usize)?.clone() }));
    (found.len(), shown.collect())
}

/// For each unit, how often it was met before and after a node.
fn meet(units: &Units<'_>, hits: &Hits, before: usize, after: usize) -> (Vec<u32>, Vec<u32>) {
    let index = units.corpus.index;
    let (mut met_before, mut met_after) = (vec![0u32; units.len()], vec![0u32; units.len()]);
    let mut latest = vec![NONE; units.len()];
    let mut taken = vec![false; index.len()];
    let mut meet = |hit: u32, at: usize, sentence: Option<&u32>, met: &mut [u32]| {
        if sentence != index.sentence.get(at) || taken.get(at) != Some(&false) {
            return;
        }
        let unit = units.at(at) as usize;
        if let (Some(slot), Some(count), Some(taken)) = (latest.get_mut(unit), met.get_mut(unit), taken.get_mut(at)) {
            if *slot != hit {
                (*slot, *taken) = (hit, true);
                *count += 1;
            }
        }
    };
    for (hit, &position) in hits.positions.iter().enumerate() {
        let from = position as usize;
        let past = from + hits.len as usize;
        let sentence = index.sentence.get(from);
        // The nearest first.
        for distance in 1..=before.max(after) {
            if let Some(at) = from.checked_sub(distance).filter(|_| distance <= before) {
                meet(hit as u32, at, sentence, &mut met_before);
            }
            if distance <= after {
                meet(hit as u32, past + distance - 1, sentence, &mut met_after);
            }
        }
    }
    (met_before, met_after)
}
