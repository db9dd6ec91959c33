//! Fits the weights: stochastic gradient on the conditional likelihood of what the annotation allows.
//!
//! The gradient of a partly annotated sentence is what its allowed paths are expected to hold less what all paths are
//! (Quattoni et al. 2007, Tsuboi et al. 2008); each weight takes steps by its own history (AdaGrad, Duchi et al. 2011).

use std::sync::Arc;

use super::Example;
use crate::morph::Ending;
use crate::tagger::crf::Scores;
use crate::tagger::endings;
use crate::tagger::features::{self, Around, BITS};
use crate::tagger::lattice::{Candidate, WordType};
use crate::tagger::model::{Collect, ENDING_BITS, Model, Weights};

/// How to train.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// Passes over the examples.
    pub rounds: usize,
    /// First step.
    pub rate: f32,
    /// Pull of every weight towards zero, each time that it is touched.
    pub decay: f32,
    /// Share of the words of which the features that know the very word are hidden.
    pub hide: f32,
}

impl Default for Plan {
    fn default() -> Plan {
        Plan { rounds: 8, rate: 0.03, decay: 1e-4, hide: 0.2 }
    }
}

struct Table {
    weights: Vec<f32>,
    squares: Vec<f32>,
    plan: Plan,
}

impl Table {
    fn new(bits: u32, plan: Plan) -> Table {
        Table { weights: vec![0.0; 1 << bits], squares: vec![0.0; 1 << bits], plan }
    }

    fn step(&mut self, at: u32, gradient: f32) {
        let at = at as usize;
        if let (Some(w), Some(s)) = (self.weights.get_mut(at), self.squares.get_mut(at)) {
            let gradient = gradient - self.plan.decay * *w * 50.0;
            *s += gradient * gradient;
            *w += self.plan.rate * gradient / (s.sqrt() + 1e-3);
        }
    }

    fn score(&self, features: &[(u32, f32)]) -> f32 {
        features.iter().map(|&(at, value)| self.weights.get(at as usize).copied().unwrap_or(0.0) * value).sum()
    }
}

/// Fits a model to examples.
pub fn fit(model: &mut Model, examples: &[Example], plan: Plan, report: &mut dyn FnMut(usize, f64, f64)) {
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut tagger = Table::new(BITS, plan);
    let mut random = 0x9E37_79B9_7F4A_7C15u64;
    for round in 0..plan.rounds {
        shuffle(&mut order, &mut random);
        let (mut loss, mut words) = (0.0, 0usize);
        for &i in &order {
            if let Some(example) = examples.get(i) {
                loss += readings(&mut tagger, example, &mut random);
                words += example.words.len();
            }
        }
        report(round, loss / words.max(1) as f64, 0.0);
    }
    let best: Vec<Vec<usize>> = examples.iter().map(|example| allowed_path(&tagger, example)).collect();
    model.tagger = Weights::quantised(&tagger.weights);
    let mut table = Table::new(ENDING_BITS, plan);
    for round in 0..plan.rounds {
        shuffle(&mut order, &mut random);
        let (mut loss, mut words) = (0.0, 0usize);
        for &i in &order {
            if let (Some(example), Some(path)) = (examples.get(i), best.get(i))
                && example.endings.iter().flatten().any(|e| !e.is_empty())
            {
                loss += ending_step(&mut table, example, path);
                words += example.words.len();
            }
        }
        report(round, 0.0, loss / words.max(1) as f64);
    }
    model.endings = Weights::quantised(&table.weights);
}

/// The next of a sequence of numbers that look random and are the same in every run (Marsaglia's xorshift).
fn next(random: &mut u64) -> u64 {
    *random ^= *random << 13;
    *random ^= *random >> 7;
    *random ^= *random << 17;
    *random >> 11
}

fn shuffle(order: &mut [usize], random: &mut u64) {
    for i in (1..order.len()).rev() {
        order.swap(i, (next(random) % (i as u64 + 1)) as usize);
    }
}

/// Weight numbers and values.
type Features = Vec<(u32, f32)>;

/// Features of each candidate and pair, and their scores.
fn lay_out(table: &Table, words: &[Arc<WordType>], lexical: &[bool]) -> (Scores, Vec<Features>, Vec<Features>) {
    let mut scores = Scores::default();
    scores.clear();
    let (mut unary, mut pairs) = (Vec::new(), Vec::new());
    let get = |i: Option<usize>| i.and_then(|i| words.get(i)).map(|w| &**w);
    let sloppy = features::sloppiness(words.iter().map(|w| &**w));
    let first_person = features::first_person(words.iter().map(|w| &**w));
    let knows = |at: usize| lexical.get(at).copied().unwrap_or(true);
    for (at, word) in words.iter().enumerate() {
        let near = Around {
            before: get(at.checked_sub(1)),
            before2: get(at.checked_sub(2)),
            after: get(Some(at + 1)),
            after2: get(Some(at + 2)),
            sloppy,
            first_person,
        };
        for c in &word.candidates {
            let mut sink = Collect::default();
            features::own(word, c, knows(at), &mut sink);
            features::around(&near, c, knows(at), &mut sink);
            scores.unary.push(table.score(&sink.0));
            unary.push(sink.0);
        }
        scores.starts.push(scores.unary.len());
        scores.pair_starts.push(scores.pair.len());
        if let Some(before) = at.checked_sub(1).and_then(|b| words.get(b)) {
            for p in &before.candidates {
                for c in &word.candidates {
                    let mut sink = Collect::default();
                    features::pair(p, c, knows(at) && knows(at.saturating_sub(1)), &mut sink);
                    scores.pair.push(table.score(&sink.0));
                    pairs.push(sink.0);
                }
            }
        }
    }
    (scores, unary, pairs)
}

/// Scores with the annotation's preferences added: nothing for what it excludes.
fn constrained(scores: &Scores, example: &Example) -> (Scores, Vec<bool>) {
    let mut out = scores.clone();
    let mut allowed = Vec::with_capacity(out.unary.len());
    for (slot, &weight) in out.unary.iter_mut().zip(example.allowed.iter().flatten()) {
        allowed.push(weight > 0.0);
        if weight > 0.0 {
            *slot += weight.ln();
        }
    }
    (out, allowed)
}

fn readings(table: &mut Table, example: &Example, random: &mut u64) -> f64 {
    let lexical: Vec<bool> = example.words.iter().map(|_| next(random) % 1000 >= (table.plan.hide * 1000.0) as u64).collect();
    let (scores, unary, pairs) = lay_out(table, &example.words, &lexical);
    let (gold, allowed) = constrained(&scores, example);
    if gold.unary.len() != allowed.len() {
        return 0.0;
    }
    let (mut own, mut own_pairs, mut right, mut right_pairs) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let all = scores.marginals(None, &mut own, Some(&mut own_pairs));
    let some = gold.marginals(Some(&allowed), &mut right, Some(&mut right_pairs));
    update(table, example.weight, &unary, &right, &own);
    update(table, example.weight, &pairs, &right_pairs, &own_pairs);
    all - some
}

fn update(table: &mut Table, weight: f32, features: &[Features], gold: &[f64], own: &[f64]) {
    for ((features, g), o) in features.iter().zip(gold).zip(own) {
        let gradient = (g - o) as f32 * weight;
        if gradient.abs() > 1e-4 {
            for &(at, value) in features {
                table.step(at, gradient * value);
            }
        }
    }
}

fn allowed_path(table: &Table, example: &Example) -> Vec<usize> {
    let (scores, _, _) = lay_out(table, &example.words, &[]);
    let (mut gold, allowed) = constrained(&scores, example);
    for (slot, ok) in gold.unary.iter_mut().zip(allowed) {
        if !ok {
            *slot = -1e4;
        }
    }
    gold.best()
}

fn ending_step(table: &mut Table, example: &Example, path: &[usize]) -> f64 {
    let readings: Vec<&Candidate> = example.words.iter().zip(path).filter_map(|(word, &i)| word.candidates.get(i)).collect();
    if readings.len() != path.len() {
        return 0.0;
    }
    let walks = endings::walk(&readings);
    let mut scores = Scores::default();
    scores.clear();
    let (mut unary, mut pairs, mut allowed) = (Vec::new(), Vec::new(), Vec::new());
    for (at, (c, walk)) in readings.iter().zip(&walks).enumerate() {
        let here = endings::options(&c.reading.tag);
        let gold: &[Ending] = example.endings.get(at).zip(path.get(at)).and_then(|(list, &i)| list.get(i)).map_or(&[], Vec::as_slice);
        for &ending in here {
            let mut sink = Collect::default();
            endings::labels(ending).into_iter().for_each(|label| endings::own(&readings, at, walk, label, &mut sink));
            scores.unary.push(table.score(&sink.0));
            unary.push(sink.0);
            allowed.push(gold.is_empty() || gold.contains(&ending));
        }
        scores.starts.push(scores.unary.len());
        scores.pair_starts.push(scores.pair.len());
        if let Some(p) = at.checked_sub(1).and_then(|b| readings.get(b)) {
            for &b in endings::options(&p.reading.tag) {
                for &h in here {
                    let mut sink = Collect::default();
                    endings::pair(p, b, c, h, &mut sink);
                    scores.pair.push(table.score(&sink.0));
                    pairs.push(sink.0);
                }
            }
        }
    }
    let (mut own, mut own_pairs, mut right, mut right_pairs) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let all = scores.marginals(None, &mut own, Some(&mut own_pairs));
    let some = scores.marginals(Some(&allowed), &mut right, Some(&mut right_pairs));
    update(table, example.weight, &unary, &right, &own);
    update(table, example.weight, &pairs, &right_pairs, &own_pairs);
    all - some
}
