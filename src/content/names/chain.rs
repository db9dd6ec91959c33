//! The chain of labels: the best one for a sentence, and how probable each of its labels is.

use std::ops::Range;
use std::sync::OnceLock;

use super::evidence::Evidence;
use super::features::{self, Shape, Table};
use super::label::{COUNT, Label};
use super::model::{NameModel, Scores};
use super::phrases::{Phrases, Starts};
use super::steps::Steps;
use crate::Memory;
use crate::content::view::{Facts, View};

/// What the recogniser knows of a word, in whatever text it stands.
#[derive(Debug, Default)]
pub struct OfWord {
    /// What is looked at.
    pub(super) shape: OnceLock<Shape>,
    /// The names that may begin with it.
    pub(super) starts: OnceLock<Starts>,
    /// What it adds to the scores of labels: its own first, then those of the words that it is a neighbour of.
    scores: OnceLock<Box<[Scores; 5]>>,
}

/// What a word adds to scores, in itself and as each kind of neighbour.
fn of_word<'f>(model: &NameModel, table: &Table<'_>, facts: &'f Facts) -> &'f [Scores; 5] {
    facts.worked.name.scores.get_or_init(|| {
        let shape = table.of(facts);
        let mut out = Box::new([[0.0; COUNT]; 5]);
        for (place, scores) in (0..).zip(out.iter_mut()) {
            let mut add = |feature| model.add(feature, scores);
            if place == 0 { features::own(shape, true, &mut add) } else { features::near(shape, place, true, &mut add) }
        }
        out
    })
}

/// Scores of the labels of a token in its sentence.
fn scores(model: &NameModel, view: &View<'_>, table: &Table<'_>, listed: &Phrases, at: usize, sentence: &Range<usize>) -> Scores {
    let mut scores = [0.0; COUNT];
    let mut plus = |at: usize, place: u32| {
        let more = view.facts_at(at).and_then(|facts| of_word(model, table, facts).get(place as usize));
        scores.iter_mut().zip(more.into_iter().flatten()).for_each(|(s, m)| *s += m);
    };
    plus(at, 0);
    for (offset, place) in NEIGHBOURS {
        if let Some(other) = at.checked_add_signed(offset).filter(|other| sentence.contains(other)) {
            plus(other, place);
        }
    }
    features::around(view, table, listed, at, sentence, &mut |feature| model.add(feature, &mut scores));
    let [outside, ..] = &mut scores;
    *outside += model.outside;
    scores
}

/// What the words at 1 before, 1 after, 2 before, 2 after are called in [`features::near`].
pub const NEIGHBOURS: [(isize, u32); 4] = [(-1, 1), (1, 2), (-2, 3), (2, 4)];

/// A labelled token: its label and the label's probability.
pub type Labelled = (Label, f32);

/// Of longer texts, in bytes, nothing is kept for the second run.
const LONGEST_TEXT: usize = 3_000_000;

/// What a sentence says of names: by itself, and with what the rest of the text said of its words last time.
#[derive(Debug, Clone)]
pub struct Heard {
    unary: Vec<Scores>,
    first: Vec<Label>,
    /// The features of the evidence, and what came of them.
    settled: Option<(Hints, Vec<Labelled>)>,
}

/// Labels the tokens of a text: each sentence by itself, then again with what the first run says about its words elsewhere. Tokens that do not
/// belong to the text itself stay outside. What a sentence says by itself is kept for the second run, some six times the room of the text; in
/// texts beyond a length it is worked out twice.
pub fn label(model: &NameModel, memory: &mut Memory, view: &View<'_>, table: &Table<'_>, listed: &Phrases) -> Vec<Labelled> {
    let steps = Steps::new(model, 1.0 / model.temperature);
    let mut first = vec![Label::OUTSIDE; view.len()];
    let mut heard: Vec<Option<Heard>> = Vec::new();
    let alone =
        |tokens: &Range<usize>| -> Vec<Scores> { tokens.clone().map(|at| scores(model, view, table, listed, at, tokens)).collect() };
    for sentence in view.read_sentences() {
        let tokens = view.sentence(sentence);
        let said = memory.said(view, sentence);
        let kept = said.is_some() || view.text.len() <= LONGEST_TEXT;
        let here = said.and_then(|said| said.names.take()).unwrap_or_else(|| {
            let unary = alone(&tokens);
            let first = steps.best(&unary).into_iter().map(Label::from_number).collect();
            Heard { unary, first, settled: None }
        });
        for (slot, label) in first.get_mut(tokens).into_iter().flatten().zip(&here.first) {
            *slot = *label;
        }
        heard.push(kept.then_some(here));
    }
    let evidence = Evidence::new(view, &first);
    let mut out = vec![(Label::OUTSIDE, 1.0); view.len()];
    for (sentence, mut here) in view.read_sentences().zip(heard) {
        let tokens = view.sentence(sentence);
        let hints = Hints::new(&evidence, view, tokens.clone());
        let settled = match here.as_mut().map(|here| (here.settled.take(), &here.unary)) {
            Some((Some((before, labels)), _)) if before == hints => labels,
            Some((_, unary)) => settle(model, &steps, unary, &hints),
            None => settle(model, &steps, &alone(&tokens), &hints),
        };
        for (slot, labelled) in out.get_mut(tokens).into_iter().flatten().zip(&settled) {
            *slot = *labelled;
        }
        if let (Some(mut here), Some(said)) = (here, memory.said(view, sentence)) {
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
    fn new(evidence: &Evidence, view: &View<'_>, tokens: Range<usize>) -> Hints {
        let mut out = Hints { features: Vec::with_capacity(4 * tokens.len()), ends: Vec::with_capacity(tokens.len()) };
        for at in tokens {
            evidence.features(at, view.number(at), &mut |feature| out.features.push(feature));
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
fn settle(model: &NameModel, steps: &Steps, unary: &[Scores], hints: &Hints) -> Vec<Labelled> {
    let mut scores = unary.to_vec();
    for (scores, features) in scores.iter_mut().zip(hints.of_tokens()) {
        features.iter().for_each(|&feature| model.add(feature, scores));
    }
    let marginals = steps.marginals(&scores);
    steps
        .best(&scores)
        .into_iter()
        .zip(&marginals)
        .map(|(label, p)| (Label::from_number(label), p.get(label).copied().unwrap_or(0.0)))
        .collect()
}
