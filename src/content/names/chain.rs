//! The chain of labels: the best one for a sentence, and how probable each of its labels is.

use std::cell::OnceCell;
use std::ops::Range;

use super::evidence::Evidence;
use super::features::{self, Table};
use super::label::{COUNT, Label};
use super::model::{NameModel, Scores};
use super::phrases::Phrases;
use crate::Memory;
use crate::content::view::View;

/// A score that no path survives.
const NEVER: f32 = -1.0e4;

/// Templates that give the features of a word to a sink.
type Templates = dyn Fn(&features::Shape, &mut dyn FnMut(u32));

/// Scores of labels that depend on distinct words alone: in itself, and as each kind of neighbour. Each is added up when it is first asked
/// for, as sentences that are remembered ask for none.
#[derive(Debug)]
pub struct ByWord {
    own: Vec<OnceCell<Scores>>,
    near: [Vec<OnceCell<Scores>>; 4],
}

impl ByWord {
    /// For the distinct words of a text.
    pub fn new(view: &View<'_>) -> ByWord {
        let none = || vec![OnceCell::new(); view.distinct().len()];
        ByWord { own: none(), near: [none(), none(), none(), none()] }
    }

    /// Scores of the labels of a token in its sentence.
    fn scores(&self, model: &NameModel, view: &View<'_>, table: &Table, listed: &Phrases, at: usize, sentence: &Range<usize>) -> Scores {
        let sum = |number: usize, run: &Templates| {
            let mut scores = [0.0; COUNT];
            if let Some(shape) = table.get(number) {
                run(shape, &mut |feature| model.add(feature, &mut scores));
            }
            scores
        };
        let number = view.number(at);
        let own = |cell: &OnceCell<Scores>| *cell.get_or_init(|| sum(number, &|shape, mut add| features::own(shape, true, &mut add)));
        let mut scores = self.own.get(number).map_or([0.0; COUNT], own);
        for (offset, place) in NEIGHBOURS {
            let other = at.checked_add_signed(offset).filter(|other| sentence.contains(other)).map(|other| view.number(other));
            let Some((number, cell)) = other.and_then(|other| Some((other, self.near.get(place as usize - 1)?.get(other)?))) else {
                continue;
            };
            let more = cell.get_or_init(|| sum(number, &move |shape, mut add| features::near(shape, place, true, &mut add)));
            scores.iter_mut().zip(more).for_each(|(s, m)| *s += m);
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

/// What a sentence says of names: by itself, and with what the rest of the text said of its words last time.
#[derive(Debug, Clone)]
pub struct Heard {
    unary: Vec<Scores>,
    first: Vec<Label>,
    /// The features of the evidence, a list a token, and what came of them.
    settled: Option<(Vec<Vec<u32>>, Vec<Labelled>)>,
}

/// Labels the tokens of a text: each sentence by itself, then again with what the first run says about its words elsewhere. Tokens that do not
/// belong to the text itself stay outside.
pub fn label(model: &NameModel, memory: &mut Memory, view: &View<'_>, table: &Table, listed: &Phrases) -> Vec<Labelled> {
    let words = ByWord::new(view);
    let mut first = vec![Label::OUTSIDE; view.len()];
    let mut heard: Vec<(Range<usize>, Heard)> = Vec::new();
    for tokens in view.read_sentences().map(|s| view.sentence(s)) {
        let known = memory.heard(view.span(tokens.clone()).of(view.text), view.tokens.get(tokens.clone()).unwrap_or_default());
        let here = known.and_then(Option::take).unwrap_or_else(|| {
            let unary: Vec<Scores> = tokens.clone().map(|at| words.scores(model, view, table, listed, at, &tokens)).collect();
            let first = best(model, &unary).into_iter().map(Label::from_number).collect();
            Heard { unary, first, settled: None }
        });
        for (slot, label) in first.get_mut(tokens.clone()).into_iter().flatten().zip(&here.first) {
            *slot = *label;
        }
        heard.push((tokens, here));
    }
    let evidence = Evidence::new(view, &first);
    let mut out = vec![(Label::OUTSIDE, 1.0); view.len()];
    for (tokens, mut here) in heard {
        let said: Vec<Vec<u32>> = tokens.clone().map(|at| evidence.of(at)).collect();
        let settled = match here.settled.take() {
            Some((before, labels)) if before == said => labels,
            _ => settle(model, &here.unary, &said),
        };
        for (slot, labelled) in out.get_mut(tokens.clone()).into_iter().flatten().zip(&settled) {
            *slot = *labelled;
        }
        if let Some(slot) = memory.heard(view.span(tokens.clone()).of(view.text), view.tokens.get(tokens).unwrap_or_default()) {
            here.settled = Some((said, settled));
            *slot = Some(here);
        }
    }
    out
}

/// The second run over a sentence.
fn settle(model: &NameModel, unary: &[Scores], said: &[Vec<u32>]) -> Vec<Labelled> {
    let mut scores = unary.to_vec();
    for (scores, features) in scores.iter_mut().zip(said) {
        features.iter().for_each(|&feature| model.add(feature, scores));
    }
    let path = best(model, &scores);
    let marginals = marginals(model, &scores, 1.0 / model.temperature);
    path.into_iter().zip(&marginals).map(|(label, p)| (Label::from_number(label), p.get(label).copied().unwrap_or(0.0))).collect()
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
