//! Terms: the content words of a text, one for each lemma, and how telling each is.
//!
//! Reads the lemmas of the view and the frequency pack; adds for every distinct word the number of its term and for every term a
//! weight. The decision: a term weighs by how rare its lemma is in general Arabic, `(L − log f) / L` with `f` its occurrences in a
//! hundred million words and `L` the logarithm of a million, so that no counts over the text itself are needed and one sentence is weighed
//! like a thousand (inverse document frequency, Spärck Jones 1972, with a reference corpus for the documents).

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use rustc_hash::FxBuildHasher;

use crate::Packs;
use crate::content::view::{Facts, View};
use crate::data;
use crate::layout::TokenKind;
use crate::morph::Upos;
use crate::text::fold::{Folding, fold};

/// No term.
pub const NONE: u32 = u32::MAX;

/// Logarithm of the frequency at which a lemma tells nothing: a million in a hundred million words.
const COMMONEST: f32 = 13.8;

/// Logarithm of the frequency that is supposed of a lemma that nobody counted.
const UNCOUNTED: f32 = 5.0;

/// Letters of the shortest term.
const SHORTEST: usize = 2;

/// Where a lemma cannot serve in keyphrases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// Nowhere.
    Never,
    /// Not as a phrase of one word.
    Alone,
    /// Not without what follows.
    Joined,
}

static STOPS: LazyLock<HashMap<String, Stop, FxBuildHasher>> = LazyLock::new(|| {
    let rows = data::columns::<2>(data::GIST_STOPS);
    let kind = |name| match name {
        "never" => Stop::Never,
        "joined" => Stop::Joined,
        _ => Stop::Alone,
    };
    rows.map(|[lemma, name]| (fold(lemma, Folding::Full), kind(name))).collect()
});

static CLOSED: LazyLock<HashSet<String, FxBuildHasher>> =
    LazyLock::new(|| data::columns::<1>(data::CLOSED_CLASS).map(|[word]| fold(word, Folding::Full)).collect());

/// What the table of stop lemmas says of a word.
pub fn stop(facts: &Facts) -> Option<Stop> {
    STOPS.get(key(facts)).copied()
}

/// Lemma, or where there is none, the letters without clitics.
pub fn key(facts: &Facts) -> &str {
    if facts.lemma.is_empty() { &facts.core } else { &facts.lemma }
}

/// The terms of a text.
#[derive(Debug)]
pub struct Terms {
    /// For each distinct word, its term or [`NONE`].
    of_word: Vec<u32>,
    /// For each term, how telling it is, 0 to 1.
    weights: Vec<f32>,
}

/// A sentence as a vector of terms, ascending by term, of length 1.
pub type Vector = Vec<(u32, f32)>;

impl Terms {
    /// The terms of the words of a text.
    pub fn new(packs: &Packs, view: &View<'_>) -> Terms {
        let distinct = view.distinct().len();
        let mut out = Terms { of_word: vec![NONE; distinct], weights: Vec::new() };
        let mut seen = vec![false; distinct];
        let mut numbers: HashMap<&str, u32, FxBuildHasher> = HashMap::default();
        for at in 0..view.len() {
            let number = view.number(at);
            let Some(first) = seen.get_mut(number).filter(|seen| !**seen) else { continue };
            *first = true;
            let (Some(word), Some(facts)) = (view.word(at), view.facts(number)) else { continue };
            if !is_content(facts, word.kind) {
                continue;
            }
            let weight = weight(packs, view, at);
            let term = *numbers.entry(key(facts)).or_insert(out.weights.len() as u32);
            match out.weights.get_mut(term as usize) {
                // Lemmas that differ in vowels alone are one term, as telling as the commoner of them.
                Some(known) => *known = known.min(weight),
                None => out.weights.push(weight),
            }
            if let Some(slot) = out.of_word.get_mut(number) {
                *slot = term;
            }
        }
        out
    }

    /// The term of a token.
    pub fn of(&self, view: &View<'_>, at: usize) -> Option<u32> {
        self.of_word.get(view.number(at)).copied().filter(|term| *term != NONE)
    }

    /// How telling a term is.
    pub fn weight(&self, term: u32) -> f32 {
        self.weights.get(term as usize).copied().unwrap_or(0.0)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.weights.len()
    }

    /// The vector of a range of tokens: a term counts by the logarithm of its occurrences.
    pub fn vector(&self, view: &View<'_>, tokens: std::ops::Range<usize>) -> Vector {
        let mut terms: Vec<u32> = tokens.filter_map(|at| self.of(view, at)).collect();
        terms.sort_unstable();
        let mut out: Vector = Vec::new();
        for run in terms.chunk_by(|a, b| a == b) {
            if let Some(&term) = run.first() {
                out.push((term, self.weight(term) * (1.0 + (run.len() as f32).ln())));
            }
        }
        let length = out.iter().map(|(_, x)| x * x).sum::<f32>().sqrt();
        if length > 0.0 {
            out.iter_mut().for_each(|(_, x)| *x /= length);
        }
        out
    }
}

/// Product of two vectors: the cosine of their angle.
pub fn cosine(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut sum = 0.0;
    while let (Some((i, x)), Some((j, y))) = (a.peek(), b.peek()) {
        match i.cmp(j) {
            std::cmp::Ordering::Less => drop(a.next()),
            std::cmp::Ordering::Greater => drop(b.next()),
            std::cmp::Ordering::Equal => {
                sum += x * y;
                a.next();
                b.next();
            }
        }
    }
    sum
}

fn is_content(facts: &Facts, kind: TokenKind) -> bool {
    let class = match kind {
        TokenKind::Word => facts.tag.is_none() || matches!(facts.upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb | Upos::X),
        TokenKind::Latin | TokenKind::Hashtag => true,
        _ => false,
    };
    class && key(facts).chars().nth(SHORTEST - 1).is_some() && stop(facts) != Some(Stop::Never) && !CLOSED.contains(&facts.folded)
}

fn weight(packs: &Packs, view: &View<'_>, at: usize) -> f32 {
    let id = view.explained(at).and_then(|e| e.word.lemma_id);
    let log = packs.frequency.as_ref().zip(id).map_or(UNCOUNTED, |(counts, id)| counts.log(id).max(1.0));
    ((COMMONEST - log) / COMMONEST).clamp(0.05, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cosine_counts_what_both_have() {
        let (a, b) = (vec![(1, 0.6), (4, 0.8)], vec![(0, 0.6), (4, 0.8)]);
        assert!((cosine(&a, &b) - 0.64).abs() < 1e-6);
        assert!(cosine(&a, &[]).abs() < 1e-6);
    }

    #[test]
    fn stop_lemmas_are_found_whatever_their_hamza() {
        let kind = |lemma: &str| STOPS.get(&fold(lemma, Folding::Full)).copied();
        assert_eq!(kind("أُسْبُوع"), Some(Stop::Never));
        assert_eq!(kind("مَدِينَة"), Some(Stop::Alone));
        assert_eq!(kind("اِبْن"), Some(Stop::Joined));
        assert_eq!(kind("زَيْتُون"), None);
    }
}
