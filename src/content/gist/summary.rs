//! The summary: the sentences that together say most.
//!
//! Reads scored sentences; adds the chosen ones in the order of the text. Greedy choice by maximal marginal relevance (Carbonell and Goldstein
//! 1998): a sentence loses what it shares with those chosen before. The decision: sentences are chosen in units that can be read alone. A
//! sentence that leans on the one before it brings that one along or stays out, and scores never rise in the order of choice, so that the
//! best three, or any number, are as readable as all of them.
//!
//! How long: half of a short text, falling to three tenths of a long one (`0.3 + 0.2 · e^(−words / 800)`), at most [`MOST`] sentences. A text of
//! one or two sentences is its own summary, and of verse and lists there is none.

use crate::content::Content;
use crate::content::view::View;
use crate::layout::TokenKind;
use crate::order::{best_first, sort_by_number};

use super::features::{Candidate, candidates};
use super::openers::Opening;
use super::terms::{Terms, cosine};
use super::{Keyphrase, SummarySentence};

/// Sentences of the longest summary.
const MOST: usize = 15;

/// How much of its likeness to what is chosen a sentence loses.
const REDUNDANCY: f32 = 0.2;

/// Sentences that a leaning one may bring along.
const CHAIN: usize = 2;

/// Only so many of the best sentences are compared with each other.
const CONSIDERED: usize = 200;

/// Words of a line that ends without a mark and is no sentence.
const LINE: usize = 12;

/// The share of its words that a text keeps.
fn share(words: usize) -> f32 {
    0.3 + 0.2 * (-(words as f32) / 800.0).exp()
}

/// The summary, in the order of the text.
pub fn find(view: &View<'_>, terms: &Terms, content: &Content, keyphrases: &[Keyphrase]) -> Vec<SummarySentence> {
    let candidates = candidates(view, terms, content, keyphrases);
    if candidates.len() < 3 || lines(view, &candidates) {
        return Vec::new();
    }
    let mut chosen = choose(&candidates);
    sort_by_number(&mut chosen, |s| s.sentence as u64);
    chosen
}

/// Whether the text is made of lines, not of sentences: verse, a list, a menu. They say nothing one by one.
fn lines(view: &View<'_>, candidates: &[Candidate]) -> bool {
    let unstopped =
        |c: &&Candidate| c.words < LINE && view.words(view.sentence(c.sentence)).last().is_some_and(|w| w.kind != TokenKind::Punct);
    3 * candidates.iter().filter(unstopped).count() > 2 * candidates.len()
}

/// The candidates that are read with number `i`: itself and what it leans on, ascending; none if that goes back too far.
fn unit(candidates: &[Candidate], i: usize) -> Option<std::ops::RangeInclusive<usize>> {
    let mut from = i;
    while from > 0 && candidates.get(from).is_some_and(|c| c.opening == Opening::Leaning) {
        from -= 1;
        let adjacent = candidates.get(from).zip(candidates.get(from + 1)).is_some_and(|(a, b)| a.sentence + 1 == b.sentence);
        if i - from > CHAIN || !adjacent {
            return None;
        }
    }
    Some(from..=i)
}

fn choose(candidates: &[Candidate]) -> Vec<SummarySentence> {
    let words: usize = candidates.iter().map(|c| c.words).sum();
    let budget = share(words) * words as f32;
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    best_first(&mut order, |&number| score(candidates, number));
    order.truncate(CONSIDERED);

    let mut out: Vec<SummarySentence> = Vec::new();
    let (mut tried, mut taken) = (vec![false; candidates.len()], vec![false; candidates.len()]);
    // How like each considered sentence is to the most like chosen one.
    let mut likeness = vec![0.0f32; order.len()];
    let (mut kept, mut ceiling) = (0.0f32, 1.0f32);
    while out.len() < MOST && kept < budget {
        let worth = |(k, &i): (usize, &usize)| {
            let value = score(candidates, i) - REDUNDANCY * likeness.get(k).copied().unwrap_or(0.0);
            (tried.get(i) == Some(&false)).then_some((i, value))
        };
        let Some((best, value)) = order.iter().enumerate().filter_map(worth).max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))) else {
            break;
        };
        set(&mut tried, best);
        let unit: Vec<usize> = unit(candidates, best).map(|u| u.filter(|i| taken.get(*i) == Some(&false)).collect()).unwrap_or_default();
        let length: f32 = unit.iter().filter_map(|i| candidates.get(*i)).map(|c| c.words as f32).sum();
        // What overshoots by more than half of itself stays out; the first is taken however long.
        let fits = out.is_empty() || kept + length / 2.0 <= budget && out.len() + unit.len() <= MOST;
        if unit.is_empty() || !fits {
            continue;
        }
        ceiling = ceiling.min(squashed(value));
        for i in unit {
            let Some(candidate) = candidates.get(i) else { continue };
            set(&mut tried, i);
            set(&mut taken, i);
            kept += candidate.words as f32;
            out.push(SummarySentence {
                sentence: candidate.sentence,
                score: ceiling,
                why: if i == best { candidate.why } else { "antecedent" },
            });
            for (slot, other) in likeness.iter_mut().zip(order.iter().filter_map(|i| candidates.get(*i))) {
                *slot = slot.max(cosine(&candidate.vector, &other.vector));
            }
            ceiling = (ceiling - 0.001).max(0.0);
        }
    }
    out
}

fn score(candidates: &[Candidate], i: usize) -> f32 {
    candidates.get(i).map_or(0.0, |c| c.score)
}

fn set(taken: &mut [bool], i: usize) {
    if let Some(slot) = taken.get_mut(i) {
        *slot = true;
    }
}

/// Weighted sums, about 0 to 3, as a weight between 0 and 1.
fn squashed(value: f32) -> f32 {
    1.0 / (1.0 + (2.0 * (1.0 - value)).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(sentence: usize, opening: Opening, score: f32) -> Candidate {
        Candidate { sentence, words: 10, vector: vec![(sentence as u32, 1.0)], opening, score, why: "" }
    }

    #[test]
    fn a_leaning_sentence_brings_its_antecedent_which_scores_higher() {
        let mut all: Vec<Candidate> = (0..8).map(|i| candidate(i, Opening::Free, 0.1)).collect();
        all[4] = candidate(4, Opening::Leaning, 2.0);
        let chosen = choose(&all);
        let score = |n: usize| chosen.iter().find(|s| s.sentence == n).map(|s| s.score);
        assert!(score(3) > score(4) && score(4) > score(0), "{chosen:?}");
    }

    #[test]
    fn a_sentence_that_leans_too_far_back_stays_out() {
        let mut all: Vec<Candidate> = (0..8).map(|i| candidate(i, Opening::Leaning, 0.5)).collect();
        all[0].opening = Opening::Free;
        all[7].score = 2.0;
        assert!(choose(&all).iter().all(|s| s.sentence != 7));
        // What it leans on may lie in another part of the page.
        all[1].sentence = 20;
        assert_eq!(unit(&all, 1), None);
    }

    #[test]
    fn long_texts_keep_a_smaller_share() {
        assert!(share(50) > 0.48 && share(10_000) < 0.31);
    }
}
