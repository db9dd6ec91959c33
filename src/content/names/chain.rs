//! The chain of labels: the best one for a sentence, and how probable each of its labels is.

use std::ops::Range;

use super::evidence::Evidence;
use super::features::{self, Table};
use super::label::{COUNT, Label};
use super::model::{NameModel, Scores};
use super::phrases::Phrases;
use crate::Memory;
use crate::content::view::{PerWord, View};

/// A score that no path survives.
const NEVER: f32 = -1.0e4;

/// Templates that give the features of a word to a sink.
type Templates = dyn Fn(&features::Shape, &mut dyn FnMut(u32));

/// Scores of labels that depend on distinct words alone: in itself, and as each kind of neighbour. Each is added up when it is first asked
/// for, as sentences that are remembered ask for none.
#[derive(Debug)]
pub struct ByWord {
    own: PerWord<Scores>,
    near: [PerWord<Scores>; 4],
}

impl ByWord {
    /// For the distinct words of a text.
    pub fn new(view: &View<'_>) -> ByWord {
        ByWord { own: PerWord::new(view), near: std::array::from_fn(|_| PerWord::new(view)) }
    }

    /// Scores of the labels of a token in its sentence.
    fn scores(
        &self,
        model: &NameModel,
        view: &View<'_>,
        table: &Table<'_>,
        listed: &Phrases,
        at: usize,
        sentence: &Range<usize>,
    ) -> Scores {
        let sum = |number: usize, run: &Templates| {
            let mut scores = [0.0; COUNT];
            if let Some(shape) = table.get(view, number) {
                run(shape, &mut |feature| model.add(feature, &mut scores));
            }
            scores
        };
        let number = view.number(at);
        let own = self.own.of(number, || sum(number, &|shape, mut add| features::own(shape, true, &mut add)));
        let mut scores = own.copied().unwrap_or([0.0; COUNT]);
        for (offset, place) in NEIGHBOURS {
            let other = at.checked_add_signed(offset).filter(|other| sentence.contains(other)).map(|other| view.number(other));
            let Some((number, words)) = other.zip(self.near.get(place as usize - 1)) else { continue };
            let more = words.of(number, || sum(number, &move |shape, mut add| features::near(shape, place, true, &mut add)));
            let Some(more) = more else { continue };
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
    /// The features of the evidence, and what came of them.
    settled: Option<(Hints, Vec<Labelled>)>,
}

/// Labels the tokens of a text: each sentence by itself, then again with what the first run says about its words elsewhere. Tokens that do not
/// belong to the text itself stay outside.
pub fn label(model: &NameModel, memory: &mut Memory, view: &View<'_>, table: &Table<'_>, listed: &Phrases) -> Vec<Labelled> {
    let words = ByWord::new(view);
    let mut first = vec![Label::OUTSIDE; view.len()];
    let mut heard: Vec<(usize, Heard)> = Vec::new();
    for sentence in view.read_sentences() {
        let tokens = view.sentence(sentence);
        let here = memory.said(view, sentence).and_then(|said| said.names.take()).unwrap_or_else(|| {
            let unary: Vec<Scores> = tokens.clone().map(|at| words.scores(model, view, table, listed, at, &tokens)).collect();
            let first = best(model, &unary).into_iter().map(Label::from_number).collect();
            Heard { unary, first, settled: None }
        });
        for (slot, label) in first.get_mut(tokens).into_iter().flatten().zip(&here.first) {
            *slot = *label;
        }
        heard.push((sentence, here));
    }
    let evidence = Evidence::new(view, &first);
    let mut out = vec![(Label::OUTSIDE, 1.0); view.len()];
    for (sentence, mut here) in heard {
        let tokens = view.sentence(sentence);
        let hints = Hints::new(&evidence, tokens.clone());
        let settled = match here.settled.take() {
            Some((before, labels)) if before == hints => labels,
            _ => settle(model, &here.unary, &hints),
        };
        for (slot, labelled) in out.get_mut(tokens).into_iter().flatten().zip(&settled) {
            *slot = *labelled;
        }
        if let Some(said) = memory.said(view, sentence) {
            here.settled = Some((hints, settled));
            said.names = Some(here);
        }
    }
    out
}

/// The features that the rest of a text gives the tokens of a sentence.
#[derive(Debug, Clone, PartialEq)]
struct Hints {
    features: Vec<u32>,
    /// For each token, where its features end.
    ends: Vec<u32>,
}

impl Hints {
    fn new(evidence: &Evidence, tokens: Range<usize>) -> Hints {
        let mut out = Hints { features: Vec::with_capacity(4 * tokens.len()), ends: Vec::with_capacity(tokens.len()) };
        for at in tokens {
            evidence.features(at, &mut |feature| out.features.push(feature));
            out.ends.push(out.features.len() as u32);
        }
        out
    }

    /// The features of each token.
    fn of_tokens(&self) -> impl Iterator<Item = &[u32]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, &end)| self.features.get(start as usize..end as usize).unwrap_or_default())
    }
}

/// The second run over a sentence.
fn settle(model: &NameModel, unary: &[Scores], hints: &Hints) -> Vec<Labelled> {
    let mut scores = unary.to_vec();
    for (scores, features) in scores.iter_mut().zip(hints.of_tokens()) {
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
