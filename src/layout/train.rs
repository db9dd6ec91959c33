//! Fitting the weights of the block roles to annotated pages.
//!
//! Maximum likelihood for the chain of `assign.rs`, by AdaGrad, pulled towards the hand-set priors: where pages say
//! nothing the judgement in the priors stays, and a weight moves only as far as the evidence carries it. Deterministic.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use std::sync::Arc;

use super::assign::{Observation, observe};
use super::chain::{Chain, transition_feature};
use super::features::look;
use super::gold::GoldPage;
use super::role::{Role, Scores};
use super::token::{Lexer, Token};
use super::unit::units;
use crate::data;

/// A page as the trainer sees it.
struct Example {
    observations: Vec<Observation>,
    gold: Vec<Role>,
    words: Vec<usize>,
}

/// How training runs.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// Passes over all pages.
    pub rounds: usize,
    /// Step size.
    pub rate: f32,
    /// Pull towards the priors, for each page.
    pub pull: f32,
}

impl Default for Plan {
    fn default() -> Self {
        Self { rounds: 8, rate: 0.15, pull: 0.02 }
    }
}

fn example(page: &GoldPage) -> Example {
    let tokens: Vec<Token> = Lexer::new(&page.text).collect();
    let units = units(&page.text, &tokens);
    let looks: Vec<_> = units.iter().map(|u| Arc::new(look(&page.text, &tokens, u))).collect();
    let gold = units.iter().map(|u| page.role_at(u.span.start as usize).unwrap_or(Role::Other)).collect();
    let words = units.iter().map(|u| u.span.of(&page.text).split_whitespace().count()).collect();
    Example { observations: observe(&units, &looks), gold, words }
}

type Weights = BTreeMap<String, Scores>;

fn priors() -> Weights {
    let mut out = Weights::new();
    for [feature, role, weight] in data::columns::<3>(data::ROLE_PRIORS) {
        if let (Some(role), Ok(weight)) = (Role::from_name(role), weight.parse()) {
            out.entry(feature.to_string()).or_default().add(role, weight);
        }
    }
    out
}

/// Adds to `gradient` what is seen on a page and takes away what the model expects there.
fn differentiate(page: &Example, chain: &Chain, gradient: &mut HashMap<String, Scores>) {
    for ((observation, &gold), probabilities) in page.observations.iter().zip(&page.gold).zip(chain.marginals()) {
        let mut step = Scores::default();
        for role in Role::ALL {
            step.add(role, f32::from(u8::from(role == gold)) - probabilities.get(role));
        }
        for feature in &observation.features {
            gradient.entry((*feature).to_string()).or_default().add_all(&step);
        }
    }
    let neighbours = page.observations.iter().skip(1).zip(page.gold.iter().zip(page.gold.iter().skip(1)));
    for ((observation, (&before, &here)), expected) in neighbours.zip(chain.pair_marginals()) {
        for (from, row) in Role::ALL.into_iter().zip(expected) {
            let mut step = Scores::default();
            for to in Role::ALL {
                step.add(to, f32::from(u8::from(from == before && to == here)) - row.get(to));
            }
            gradient.entry(transition_feature(from, observation.gap)).or_default().add_all(&step);
        }
    }
}

fn fit(examples: &[Example], plan: Plan) -> Weights {
    let prior = priors();
    let mut weights = prior.clone();
    let mut squares: HashMap<String, Scores> = HashMap::new();
    for _ in 0..plan.rounds {
        for page in examples {
            let weight = |name: &str| weights.get(name).copied().unwrap_or_default();
            let chain = Chain::new(&page.observations, &weight);
            let mut gradient = HashMap::new();
            differentiate(page, &chain, &mut gradient);
            for (feature, step) in gradient {
                let from = prior.get(&feature).copied().unwrap_or_default();
                let square = squares.entry(feature.clone()).or_default();
                let weight = weights.entry(feature).or_default();
                for role in Role::ALL {
                    let pulled = step.get(role) - plan.pull * (weight.get(role) - from.get(role));
                    square.add(role, pulled * pulled);
                    weight.add(role, plan.rate * pulled / (square.get(role).sqrt() + 1e-3));
                }
            }
        }
    }
    weights
}

/// What is pasted is not always a page: each page is learnt from whole, with its furniture left out, as its body alone,
/// and as single paragraphs.
fn variants(page: &GoldPage) -> Vec<GoldPage> {
    let mut out = vec![page.clone(), page.filtered(Role::is_content), page.filtered(|role| role == Role::Body)];
    out.extend(page.paragraphs());
    out.retain(|page| !page.lines.is_empty());
    out
}

/// The weights table fitted to `pages`, as `role-weights.tsv` holds it.
pub fn train(pages: &[GoldPage], plan: Plan) -> String {
    let examples: Vec<Example> = pages.iter().flat_map(variants).map(|p| example(&p)).collect();
    write_table(&fit(&examples, plan))
}

/// How a plan does on pages it has not seen: every `folds`-th page is left out in turn. Gives the share of words whose
/// role is right, and the F1 of body words.
pub fn cross_validate(pages: &[GoldPage], plan: Plan, folds: usize) -> (f64, f64) {
    let (mut words, mut right, mut body, mut found, mut both) = (0usize, 0usize, 0usize, 0usize, 0usize);
    for fold in 0..folds {
        let part = |seen: bool| pages.iter().enumerate().filter(move |(i, _)| (i % folds != fold) == seen).map(|(_, p)| p);
        let seen: Vec<Example> = part(true).flat_map(variants).map(|p| example(&p)).collect();
        let weights = fit(&seen, plan);
        let weight = |name: &str| weights.get(name).copied().unwrap_or_default();
        for page in part(false).map(example) {
            let path = Chain::new(&page.observations, &weight).best_path();
            for ((&gold, role), &n) in page.gold.iter().zip(path).zip(&page.words) {
                words += n;
                right += if gold == role { n } else { 0 };
                body += if gold == Role::Body { n } else { 0 };
                found += if role == Role::Body { n } else { 0 };
                both += if gold == Role::Body && role == Role::Body { n } else { 0 };
            }
        }
    }
    (right as f64 / words.max(1) as f64, 2.0 * both as f64 / (body + found).max(1) as f64)
}

fn write_table(weights: &Weights) -> String {
    let mut out = String::from(
        "# feature\trole\tweight: what each feature of a unit says about each role, in log-odds; what is not listed is 0. Fitted by \
         `mubin-build train-layout` to tests/golden/pages, starting from role-priors.tsv; not edited by hand.\n",
    );
    for (feature, scores) in weights {
        for role in Role::ALL {
            let weight = (scores.get(role) * 100.0).round() / 100.0;
            if weight != 0.0 {
                // Writing to a string cannot fail.
                let _ = writeln!(out, "{feature}\t{}\t{weight}", role.name());
            }
        }
    }
    out
}
