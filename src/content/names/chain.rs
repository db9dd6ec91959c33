//! The chain of labels: the best one for a sentence, and how probable each of its labels is.

use std::ops::Range;

use super::evidence::Evidence;
use super::features::{self, Table};
use super::label::{COUNT, Label};
use super::model::{NameModel, Scores};
use super::phrases::Phrases;
use crate::content::view::View;

/// A score that no path survives.
const NEVER: f32 = -1.0e4;

/// Templates that give the features of a word to a sink.
type Templates = dyn Fn(&features::Shape, &mut dyn FnMut(u32));

/// Scores of labels that depend on distinct words alone: in itself, and as each kind of neighbour.
#[derive(Debug)]
pub struct ByWord {
    own: Vec<Scores>,
    near: [Vec<Scores>; 4],
}

impl ByWord {
    /// Adds them up.
    pub fn new(model: &NameModel, view: &View<'_>, table: &Table) -> ByWord {
        let count = view.distinct().len();
        let sum = |run: &Templates| -> Vec<Scores> {
            (0..count)
                .map(|number| {
                    let mut scores = [0.0; COUNT];
                    if let Some(shape) = table.get(number) {
                        run(shape, &mut |feature| model.add(feature, &mut scores));
                    }
                    scores
                })
                .collect()
        };
        let near = |place: u32| sum(&move |shape, mut add| features::near(shape, place, true, &mut add));
        ByWord { own: sum(&|shape, mut add| features::own(shape, true, &mut add)), near: [near(1), near(2), near(3), near(4)] }
    }

    /// Scores of the labels of a token in its sentence.
    fn scores(&self, model: &NameModel, view: &View<'_>, table: &Table, listed: &Phrases, at: usize, sentence: &Range<usize>) -> Scores {
        let mut scores = self.own.get(view.number(at)).copied().unwrap_or([0.0; COUNT]);
        for (offset, place) in NEIGHBOURS {
            let other = at.checked_add_signed(offset).filter(|other| sentence.contains(other));
            let column = self.near.get(place as usize - 1);
            if let Some(more) = other.and_then(|other| column?.get(view.number(other))) {
                scores.iter_mut().zip(more).for_each(|(s, m)| *s += m);
            }
        }
        features::around(view, table, listed, at, sentence, &mut |feature| model.add(feature, &mut scores));
        let [outside, ..] = &mut scores;
        *outside += model.outside;
        scores
    }
}

/// What the words at 1 before, 1 after, 2 before, 2 after are called in [`features::near`].
pub const NEIGHBOURS: [(isize, u32); 4] = [(-1, 1), (1, 2), (-2, 3), (2, 4)];

/// A labelled token: its label and the label's probability.
pub type Labelled = (Label, f32);

/// Labels the tokens of a text: each sentence by itself, then again with what the first run says about its words elsewhere. Tokens that do not
/// belong to the text itself stay outside.
pub fn label(model: &NameModel, view: &View<'_>, table: &Table, listed: &Phrases) -> Vec<Labelled> {
    let words = ByWord::new(model, view, table);
    let mut unary = vec![[0.0; COUNT]; view.len()];
    let mut first = vec![Label::OUTSIDE; view.len()];
    for tokens in view.read_sentences().map(|s| view.sentence(s)) {
        for at in tokens.clone() {
            if let Some(slot) = unary.get_mut(at) {
                *slot = words.scores(model, view, table, listed, at, &tokens);
            }
        }
        let path = unary.get(tokens.clone()).map(|scores| best(model, scores)).unwrap_or_default();
        for (slot, label) in first.get_mut(tokens).into_iter().flatten().zip(path) {
            *slot = Label::from_number(label);
        }
    }
    let evidence = Evidence::new(view, &first);
    let mut out = vec![(Label::OUTSIDE, 1.0); view.len()];
    for tokens in view.read_sentences().map(|s| view.sentence(s)) {
        let Some(scores) = unary.get_mut(tokens.clone()) else { continue };
        for (at, scores) in tokens.clone().zip(scores.iter_mut()) {
            evidence.features(at, &mut |feature| model.add(feature, scores));
        }
        let path = best(model, scores);
        let marginals = marginals(model, scores, 1.0 / model.temperature);
        for ((slot, label), p) in out.get_mut(tokens).into_iter().flatten().zip(path).zip(&marginals) {
            *slot = (Label::from_number(label), p.get(label).copied().unwrap_or(0.0));
        }
    }
    out
}

/// The score of a step, which the labels may forbid.
fn step(model: &NameModel, before: Option<usize>, here: usize) -> f32 {
    if !Label::from_number(here).may_follow(before.map(Label::from_number)) {
        return NEVER;
    }
    let scores = before.map_or(Some(&model.start), |b| model.step.get(b));
    scores.and_then(|s| s.get(here)).copied().unwrap_or(0.0)
}

/// The best labels (Viterbi).
fn best(model: &NameModel, unary: &[Scores]) -> Vec<usize> {
    let Some(first) = unary.first() else { return Vec::new() };
    let mut score: Scores = std::array::from_fn(|l| first.get(l).copied().unwrap_or(0.0) + step(model, None, l));
    let mut from: Vec<[u8; COUNT]> = Vec::with_capacity(unary.len());
    for here in unary.iter().skip(1) {
        let mut back = [0u8; COUNT];
        let next: Scores = std::array::from_fn(|l| {
            let ways = score.iter().enumerate().map(|(b, s)| (s + step(model, Some(b), l), b));
            let (value, b) = ways.fold((f32::NEG_INFINITY, 0), |best, way| if way.0 > best.0 { way } else { best });
            if let Some(slot) = back.get_mut(l) {
                *slot = b as u8;
            }
            value + here.get(l).copied().unwrap_or(0.0)
        });
        score = next;
        from.push(back);
    }
    let mut at = score.iter().enumerate().fold((f32::NEG_INFINITY, 0), |best, (l, &s)| if s > best.0 { (s, l) } else { best }).1;
    let mut path = vec![at];
    for back in from.iter().rev() {
        at = back.get(at).map_or(0, |&b| usize::from(b));
        path.push(at);
    }
    path.reverse();
    path
}

fn log_sum(values: impl Iterator<Item = f32> + Clone) -> f32 {
    let top = values.clone().fold(f32::NEG_INFINITY, f32::max);
    top + values.map(|v| (v - top).exp()).sum::<f32>().ln()
}

/// The probability of each label of each token (forward-backward), scores multiplied by `factor` first.
pub fn marginals(model: &NameModel, unary: &[Scores], factor: f32) -> Vec<Scores> {
    let get = |scores: &Scores, l: usize| scores.get(l).copied().unwrap_or(0.0);
    let mut forward: Vec<Scores> = Vec::with_capacity(unary.len());
    for here in unary {
        let scores: Scores = match forward.last() {
            None => std::array::from_fn(|l| factor * (get(here, l) + step(model, None, l))),
            Some(before) => std::array::from_fn(|l| {
                factor * get(here, l) + log_sum(before.iter().enumerate().map(|(b, s)| s + factor * step(model, Some(b), l)))
            }),
        };
        forward.push(scores);
    }
    let total = forward.last().map_or(0.0, |last| log_sum(last.iter().copied()));
    let mut backward: Scores = [0.0; COUNT];
    let mut out = vec![[0.0; COUNT]; unary.len()];
    for at in (0..unary.len()).rev() {
        if let (Some(slot), Some(f)) = (out.get_mut(at), forward.get(at)) {
            *slot = std::array::from_fn(|l| (get(f, l) + get(&backward, l) - total).exp());
        }
        if let Some(here) = unary.get(at) {
            backward =
                std::array::from_fn(|b| log_sum((0..COUNT).map(|l| factor * (step(model, Some(b), l) + get(here, l)) + get(&backward, l))));
        }
    }
    out
}
