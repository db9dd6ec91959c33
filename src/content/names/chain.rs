//! The chain of labels: the best one for a sentence, and how probable each of its labels is.

use std::ops::Range;

use super::evidence::Evidence;
use super::features::{self, Table};
use super::label::{COUNT, Label};
use super::model::{NameModel, Scores};
use super::phrases::Phrases;
use super::steps::Steps;
use crate::Memory;
use crate::content::view::{PerWord, View};

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
    let steps = Steps::new(model, 1.0 / model.temperature);
    let mut first = vec![Label::OUTSIDE; view.len()];
    let mut heard: Vec<(usize, Heard)> = Vec::new();
    for sentence in view.read_sentences() {
        let tokens = view.sentence(sentence);
        let here = memory.said(view, sentence).and_then(|said| said.names.take()).unwrap_or_else(|| {
            let unary: Vec<Scores> = tokens.clone().map(|at| words.scores(model, view, table, listed, at, &tokens)).collect();
            let first = steps.best(&unary).into_iter().map(Label::from_number).collect();
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
            _ => settle(model, &steps, &here.unary, &hints),
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
