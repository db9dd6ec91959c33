//! Fits the weights of [`super::weigh`] to texts whose misspellings are marked.
//!
//! Multinomial logistic regression over the spellings of each word that has more than one: few weights and convex, so that plain
//! gradient descent finds the one best answer. Weights are pulled towards what they are expected to be, which decides where the texts
//! say nothing.

use super::gold::Gold;
use super::habits::Habits;
use super::weigh::{FEATURES, Place, Values, score, softmax};
use super::words::respelled;
use super::{Source, is_person};
use crate::memory::Words;
use crate::text::fold::{Folding, fold};
use crate::{Options, Packs};

/// What the weights are expected to be: frequent and fitting words are likelier, slips of vowel letters commoner than letters of like
/// sound, a hamza too many or a dot too many rarer than one too few, marked words are written with care.
const EXPECTED: Values = [0.6, 0.25, 0.6, -2.0, 0.0, 1.5, 0.0, -2.5, -2.5, 2.0, -3.0, -3.0, -2.5, -2.0, -4.0, 0.0, -1.0, -1.0, 2.0];

/// How strongly they are expected, in cases.
const PULL: f32 = 3.0;

/// A word's spellings, which of them is right, and how much the word counts.
struct Case {
    spellings: Vec<Values>,
    right: usize,
    weight: f32,
}

/// The weights that fit these texts.
///
/// # Errors
/// What analysis refuses.
pub fn fit(packs: &Packs, texts: &[Gold], rounds: usize) -> crate::Result<Values> {
    let mut cases = Vec::new();
    for gold in texts {
        collect(packs, gold, &mut cases)?;
    }
    let mut weights = EXPECTED;
    let mut squares = Values::default();
    for round in 0..rounds {
        let mut slope = EXPECTED;
        slope.iter_mut().zip(weights).for_each(|(s, w)| *s = PULL * (*s - w));
        for case in &cases {
            let probabilities = softmax(case.spellings.iter().map(|v| score(&weights, v)).collect());
            for (at, (values, p)) in case.spellings.iter().zip(probabilities).enumerate() {
                let error = case.weight * (f32::from(at == case.right) - p);
                for (s, v) in slope.iter_mut().zip(values) {
                    *s += error * v;
                }
            }
        }
        // RMSprop: each weight at its own pace, slower towards the end.
        let rate = if round * 3 < rounds * 2 { 0.02 } else { 0.004 };
        for ((w, s), q) in weights.iter_mut().zip(slope).zip(&mut squares) {
            *q = 0.95 * *q + 0.05 * s * s;
            *w += rate * s / (*q + 1e-6).sqrt();
        }
    }
    Ok(weights)
}

fn collect(packs: &Packs, gold: &Gold, cases: &mut Vec<Case>) -> crate::Result<()> {
    let analysis = crate::analyze_with(packs, &gold.text, &Options::default())?;
    let source = source(packs, &gold.text, &analysis);
    let habits = Habits::read(&source, &mut Words::default());
    let bare = |word: &str| fold(word, Folding::Light);
    // Errors are denser in texts written to show them than in life, so that the rare slips of careful writers count more.
    let few = gold.edits.len() * 40 < gold.text.split_whitespace().count();
    for found in analysis.morphology.iter().flat_map(|m| &m.misspellings) {
        let Some(token) = analysis.tokens.get(found.token as usize) else { continue };
        let text = token.span.of(&gold.text);
        let place = Place { text, found, habits: &habits, person: is_person(&source, token.span) };
        let (stretch, right) = gold.right(token.span.start as usize..token.span.end as usize);
        if stretch.len() != token.span.len() {
            continue;
        }
        let right = bare(&right);
        let meant = found.meant.iter().position(|m| bare(&respelled(text, found, m)) == right);
        let Some(right) = meant.map(|at| at + 1).or((right == bare(text)).then_some(0)) else { continue };
        let weight = if few && right > 0 { 3.0 } else { 1.0 };
        let spellings = std::iter::once(place.written()).chain(found.meant.iter().map(|m| place.meant(m))).collect();
        cases.push(Case { spellings, right, weight });
    }
    Ok(())
}

/// What every word of a text that may be misspelled was weighed at, a line each.
///
/// # Errors
/// What analysis refuses.
pub fn explain(packs: &Packs, text: &str) -> crate::Result<String> {
    let analysis = crate::analyze_with(packs, text, &Options::default())?;
    let source = source(packs, text, &analysis);
    let habits = Habits::read(&source, &mut Words::default());
    let mut out = String::new();
    for found in analysis.morphology.iter().flat_map(|m| &m.misspellings) {
        let Some(token) = analysis.tokens.get(found.token as usize) else { continue };
        let word = token.span.of(text);
        let place = Place { text: word, found, habits: &habits, person: is_person(&source, token.span) };
        out.push_str(&format!("{}\t{word}\tword {}\tfrequency {:.1}\tperson {}", token.span.start, found.sound, found.prior, place.person));
        for (m, p) in found.meant.iter().zip(place.probabilities()) {
            out.push_str(&format!("\t{} {p:.3} (tagger {:.3}, frequency {:.1})", respelled(word, found, m), m.probability, m.prior));
        }
        out.push('\n');
    }
    Ok(out)
}

fn source<'a>(packs: &'a Packs, text: &'a str, analysis: &'a crate::Analysis) -> Source<'a> {
    Source {
        packs,
        text,
        tokens: &analysis.tokens,
        layout: &analysis.layout,
        morphology: analysis.morphology.as_ref(),
        content: analysis.content.as_ref(),
        characters: &analysis.characters,
        words: &[],
        consistent: false,
    }
}

/// The weights as a table.
pub fn table(weights: &Values) -> String {
    let mut out = String::from(
        "# feature\tweight: of the log-linear model of src/writing/corrections/weigh.rs; `mubin-build train-corrections` fits them\n",
    );
    for (name, weight) in FEATURES.iter().zip(weights) {
        out.push_str(&format!("{name}\t{weight:.3}\n"));
    }
    out
}
