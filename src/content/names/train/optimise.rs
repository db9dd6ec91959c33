//! Fits the weights: stochastic gradient on the conditional likelihood of the labels (Lafferty, McCallum and Pereira 2001), each
//! weight taking steps by its own history (AdaGrad, Duchi et al. 2011).

use std::ops::Range;

use super::Document;
use crate::content::names::chain::{self, NEIGHBOURS};
use crate::content::names::evidence::Evidence;
use crate::content::names::features::{self, Table};
use crate::content::names::label::{COUNT, Label};
use crate::content::names::model::{BITS, NameModel, Scores, row};
use crate::content::names::phrases::{self, Phrases};
use crate::content::names::steps::Steps;
use crate::content::view::View;
use crate::lexicon::gazetteer::Gazetteer;
use crate::{Memory, Packs};

/// How to train.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// Passes over the documents.
    pub rounds: usize,
    /// First step.
    pub rate: f32,
    /// Pull of a weight towards zero, each time that it is touched.
    pub decay: f32,
    /// Share of the tokens of which the features that know the very word are hidden.
    pub hide: f32,
    /// Features that occur less often are left out.
    pub support: u32,
    /// Weights smaller than this share of the largest are dropped at the end.
    pub prune: f32,
    /// Divisor of the scores before they become probabilities.
    pub temperature: f32,
    /// Added to the score of no name.
    pub outside: f32,
}

impl Default for Plan {
    fn default() -> Plan {
        Plan { rounds: 10, rate: 0.03, decay: 2e-3, hide: 0.3, support: 2, prune: 0.08, temperature: 1.0, outside: -0.5 }
    }
}

/// What is fitted.
struct Fit {
    weights: Vec<f32>,
    squares: Vec<f32>,
    /// Whether a row occurs often enough.
    kept: Vec<bool>,
    start: Scores,
    step: [Scores; COUNT],
    chain_squares: [Scores; COUNT + 1],
    plan: Plan,
}

/// The features of each token of a sentence.
type Features = Vec<Vec<u32>>;

fn collect(l: &Laid<'_>, tokens: Range<usize>, hidden: &dyn Fn(usize) -> bool) -> Features {
    let Laid { view, table, listed, .. } = l;
    let one = |at: usize| {
        let mut out = Vec::with_capacity(160);
        let mut add = |feature: u32| out.push(feature);
        if let Some(shape) = view.facts_at(at).map(|facts| table.of(facts)) {
            features::own(shape, !hidden(at), &mut add);
        }
        for (offset, place) in NEIGHBOURS {
            let other = at.checked_add_signed(offset).filter(|other| tokens.contains(other));
            if let Some((other, shape)) = other.and_then(|other| Some((other, table.of(view.facts_at(other)?)))) {
                features::near(shape, place, !hidden(other), &mut add);
            }
        }
        features::around(view, table, listed, at, &tokens, &mut add);
        out
    };
    tokens.clone().map(one).collect()
}

fn add_evidence(l: &Laid<'_>, tokens: Range<usize>, features: &mut Features) {
    for (at, features) in tokens.zip(features) {
        l.evidence.features(at, l.view.number(at), &mut |feature| features.push(feature));
    }
}

impl Fit {
    fn unary(&self, features: &Features) -> Vec<Scores> {
        let sum = |features: &Vec<u32>| {
            let mut scores: Scores = [0.0; COUNT];
            for &feature in features {
                let from = row(feature) * COUNT;
                if let Some(weights) = self.weights.get(from..from + COUNT) {
                    scores.iter_mut().zip(weights).for_each(|(s, w)| *s += w);
                }
            }
            scores
        };
        features.iter().map(sum).collect()
    }

    fn learn(&mut self, features: &Features, gold: &[Label], weight: f32) -> f64 {
        let unary = self.unary(features);
        let chain = NameModel::chain_only(self.start, self.step);
        let found = Steps::new(&chain, 1.0).marginals(&unary);
        let mut loss = 0.0;
        for ((features, p), label) in features.iter().zip(&found).zip(gold) {
            loss -= f64::from(p.get(label.number()).copied().unwrap_or(1.0).max(1e-6).ln());
            let gradient: Scores =
                std::array::from_fn(|l| weight * (f32::from(u8::from(l == label.number())) - p.get(l).copied().unwrap_or(0.0)));
            if gradient.iter().all(|g| g.abs() < 1e-3) {
                continue;
            }
            for &feature in features {
                let at = row(feature);
                if !self.kept.get(at).copied().unwrap_or(false) {
                    continue;
                }
                let range = at * COUNT..(at + 1) * COUNT;
                let (Some(weights), Some(squares)) = (self.weights.get_mut(range.clone()), self.squares.get_mut(range)) else { continue };
                for ((w, s), g) in weights.iter_mut().zip(squares).zip(gradient) {
                    let g = g - self.plan.decay * *w;
                    *s += g * g;
                    *w += self.plan.rate * g / (s.sqrt() + 1e-2);
                }
            }
        }
        self.learn_chain(&found, gold, weight);
        loss
    }

    /// Steps of the chain, by the product of neighbouring probabilities: exact ones are not worth their cost for eighty weights.
    fn learn_chain(&mut self, found: &[Scores], gold: &[Label], weight: f32) {
        let mut touch = |from: usize, to: usize, gradient: f32| {
            let slot = if from == COUNT { self.start.get_mut(to) } else { self.step.get_mut(from).and_then(|s| s.get_mut(to)) };
            let square = self.chain_squares.get_mut(from).and_then(|s| s.get_mut(to));
            if let (Some(w), Some(s)) = (slot, square) {
                let gradient = weight * gradient - self.plan.decay * *w;
                *s += gradient * gradient;
                *w += self.plan.rate * gradient / (s.sqrt() + 1e-2);
            }
        };
        let hit = |a: bool| f32::from(u8::from(a));
        for (at, (label, p)) in gold.iter().zip(found).enumerate() {
            let Some(before) = at.checked_sub(1) else {
                for l in 0..COUNT {
                    touch(COUNT, l, hit(l == label.number()) - p.get(l).copied().unwrap_or(0.0));
                }
                continue;
            };
            let (Some(gold_before), Some(q)) = (gold.get(before), found.get(before)) else { continue };
            for b in 0..COUNT {
                for l in 0..COUNT {
                    if Label::from_number(l).may_follow(Some(Label::from_number(b))) {
                        let own = q.get(b).copied().unwrap_or(0.0) * p.get(l).copied().unwrap_or(0.0);
                        let gradient = hit(b == gold_before.number() && l == label.number()) - own;
                        if gradient.abs() > 1e-3 {
                            touch(b, l, gradient);
                        }
                    }
                }
            }
        }
    }
}

/// Numbers that look random and are the same in every run (Marsaglia's xorshift).
fn next(random: &mut u64) -> u64 {
    *random ^= *random << 13;
    *random ^= *random >> 7;
    *random ^= *random << 17;
    *random >> 11
}

/// A document laid out for training.
struct Laid<'d> {
    document: &'d Document,
    view: View<'d>,
    table: Table<'d>,
    listed: Phrases,
    evidence: Evidence,
}

fn lay_out<'d>(packs: &'d Packs, names: &'d Gazetteer, document: &'d Document) -> Option<Laid<'d>> {
    let analysis = &document.analysis;
    let view = View::new(&document.text, &analysis.tokens, &analysis.layout, analysis.morphology.as_ref()?);
    let table = Table::new(packs, names);
    let listed = phrases::find(names, packs.places.as_ref(), &mut Memory::new(), &view);
    Some(Laid { document, view, table, listed, evidence: Evidence::default() })
}

/// In how many parts documents are labelled by models that did not see them, for the evidence that the second run will see.
const PARTS: usize = 5;

/// Fits a model to documents; `report` is told the mean loss of a token after each round.
pub fn fit(packs: &Packs, names: &Gazetteer, documents: &[Document], plan: Plan, report: &mut dyn FnMut(usize, f64)) -> NameModel {
    let mut laid: Vec<Laid<'_>> = documents.iter().filter_map(|document| lay_out(packs, names, document)).collect();
    let mut labels: Vec<Vec<Label>> = vec![Vec::new(); laid.len()];
    let short = Plan { rounds: plan.rounds.div_ceil(2), ..plan };
    for part in 0..PARTS {
        let others: Vec<&Laid<'_>> = laid.iter().enumerate().filter(|(i, _)| i % PARTS != part).map(|(_, l)| l).collect();
        let model = run(&others, short, false, &mut |_, _| {});
        for (number, l) in laid.iter().enumerate().filter(|(i, _)| i % PARTS == part) {
            if let Some(slot) = labels.get_mut(number) {
                *slot =
                    chain::label(&model, &mut Memory::new(), &l.view, &l.table, &l.listed).into_iter().map(|(label, _)| label).collect();
            }
        }
    }
    for (l, labels) in laid.iter_mut().zip(&labels) {
        l.evidence = Evidence::new(&l.view, labels);
    }
    run(&laid.iter().collect::<Vec<_>>(), plan, true, report)
}

fn run(documents: &[&Laid<'_>], plan: Plan, evidence: bool, report: &mut dyn FnMut(usize, f64)) -> NameModel {
    let mut fit = Fit {
        weights: vec![0.0; COUNT << BITS],
        squares: vec![0.0; COUNT << BITS],
        kept: vec![false; 1 << BITS],
        start: [0.0; COUNT],
        step: [[0.0; COUNT]; COUNT],
        chain_squares: [[0.0; COUNT]; COUNT + 1],
        plan,
    };
    let mut sentences: Vec<(usize, Range<usize>)> = Vec::new();
    let mut seen = vec![0u32; 1 << BITS];
    for (number, l) in documents.iter().enumerate() {
        for tokens in l.view.read_sentences().map(|s| l.view.sentence(s)) {
            let mut features = collect(l, tokens.clone(), &|_| false);
            add_evidence(l, tokens.clone(), &mut features);
            for feature in features.into_iter().flatten() {
                if let Some(count) = seen.get_mut(row(feature)) {
                    *count += 1;
                }
            }
            sentences.push((number, tokens));
        }
    }
    fit.kept = seen.iter().map(|&count| count >= plan.support).collect();
    let mut random = 0x9E37_79B9_7F4A_7C15u64;
    let mut mean = Mean::new();
    for round in 0..plan.rounds {
        for i in (1..sentences.len()).rev() {
            sentences.swap(i, (next(&mut random) % (i as u64 + 1)) as usize);
        }
        let (mut loss, mut count) = (0.0, 0usize);
        for (number, tokens) in &sentences {
            let Some(l) = documents.get(*number) else { continue };
            let hidden: Vec<bool> = tokens.clone().map(|_| next(&mut random) % 1000 < (plan.hide * 1000.0) as u64).collect();
            let mut features = collect(l, tokens.clone(), &|at| hidden.get(at - tokens.start).copied().unwrap_or(false));
            // Every other time without: the first run has no evidence yet.
            if evidence && next(&mut random).is_multiple_of(2) {
                add_evidence(l, tokens.clone(), &mut features);
            }
            let gold = l.document.labels.get(tokens.clone()).unwrap_or_default();
            loss += fit.learn(&features, gold, l.document.weight);
            count += tokens.len();
        }
        report(round, loss / count.max(1) as f64);
        if 2 * round >= plan.rounds {
            mean.add(&fit);
        }
    }
    mean.model(plan)
}

/// The mean of the weights over the later rounds, which swings less than the last ones.
struct Mean {
    weights: Vec<f32>,
    start: Scores,
    step: [Scores; COUNT],
    count: f32,
}

impl Mean {
    fn new() -> Mean {
        Mean { weights: vec![0.0; COUNT << BITS], start: [0.0; COUNT], step: [[0.0; COUNT]; COUNT], count: 0.0 }
    }

    fn add(&mut self, fit: &Fit) {
        self.weights.iter_mut().zip(&fit.weights).for_each(|(m, w)| *m += w);
        self.start.iter_mut().zip(&fit.start).for_each(|(m, w)| *m += w);
        self.step.iter_mut().flatten().zip(fit.step.iter().flatten()).for_each(|(m, w)| *m += w);
        self.count += 1.0;
    }

    fn model(mut self, plan: Plan) -> NameModel {
        let share = 1.0 / self.count.max(1.0);
        self.weights.iter_mut().for_each(|w| *w *= share);
        let largest = self.weights.iter().fold(0.0f32, |top, w| top.max(w.abs()));
        for weight in &mut self.weights {
            if weight.abs() < plan.prune * largest {
                *weight = 0.0;
            }
        }
        NameModel::new(
            &self.weights,
            self.start.map(|w| w * share),
            self.step.map(|s| s.map(|w| w * share)),
            plan.temperature,
            plan.outside,
        )
    }
}
