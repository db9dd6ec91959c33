//! What speaks for a sentence and what against it.
//!
//! Reads terms, keyphrases, mentions and openings; adds for every sentence of the body a row of features between 0 and 1, and their weighted sum.
//! The features are those that hold up in extractive summarisation since Edmundson 1969 (place, title, cue phrases) and Kupiec et al. 1995 (length, names), with
//! the centrality of LexRank (Erkan and Radev 2004). The decision: centrality is the degree in the graph whose edges are the cosines of all
//! pairs of sentences. As the cosine of unit vectors is a product, the degree of a sentence is its product with the sum of all vectors: exact, and
//! in linear time. Without damping it is also where LexRank's walk ends, because the graph is symmetric.
//!
//! The weights lie in a table. They were fitted to the five human summaries of each article of EASC (El-Haj et al. 2010) by ridge regression that shrinks
//! towards values set by hand; over ten folds of articles, each summarised with weights fitted to the others, the words kept agree with a
//! person's by F1 0.46, where two people agree by 0.391 and the first words, as many, by 0.46.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::content::Content;
use crate::content::view::{View, Word};
use crate::data;
use crate::layout::{Role, TokenKind};

use super::Keyphrase;
use super::openers::{Opening, opening};
use super::patterns::Patterns;
use super::terms::{Terms, Vector, cosine};

static CUES: LazyLock<Patterns> = LazyLock::new(|| Patterns::new(data::GIST_CUES));

static WEIGHTS: LazyLock<Row> = LazyLock::new(|| {
    let table: FxHashMap<&str, f32> =
        data::columns::<2>(data::GIST_WEIGHTS).filter_map(|[name, weight]| Some((name, weight.parse().ok()?))).collect();
    FEATURES.map(|name| table.get(name).copied().unwrap_or(0.0))
});

/// The features, as the table of weights names them.
pub const FEATURES: [&str; 15] = [
    "first",
    "start",
    "early",
    "paragraph",
    "title",
    "lead",
    "central",
    "phrases",
    "names",
    "length",
    "short",
    "conclusion",
    "aside",
    "question",
    "leaning",
];

/// Words of a sentence that says all it can.
const FULL_LENGTH: f32 = 30.0;

/// Sentences with fewer words are headings, signatures, exclamations.
const SHORT: usize = 6;

/// Sentences with fewer words say nothing.
const FEWEST: usize = 3;

/// Sentences with fewer words and a colon at their end open a list or name a place (بيروت - وكالات:).
const INTRODUCTION: usize = 10;

/// A sentence that may be chosen.
#[derive(Debug)]
pub struct Candidate {
    /// Its number.
    pub sentence: usize,
    /// Its words, names in Latin letters and numbers.
    pub words: usize,
    /// Its terms.
    pub vector: Vector,
    /// How it opens.
    pub opening: Opening,
    /// The weighted sum.
    pub score: f32,
    /// The feature that lifts it most above the other sentences.
    pub why: &'static str,
}

/// The sentences of the body with their scores.
pub fn candidates(view: &View<'_>, terms: &Terms, content: &Content, keyphrases: &[Keyphrase]) -> Vec<Candidate> {
    let mut out: Vec<Candidate> = Vec::new();
    let mut title = Vec::new();
    for sentence in view.read_sentences() {
        let tokens = view.sentence(sentence);
        match view.role(sentence) {
            Role::Headline => title.push(tokens),
            Role::Body => {
                let counts = |kind| matches!(kind, TokenKind::Word | TokenKind::Latin | TokenKind::Number);
                let words = view.words(tokens.clone()).filter(|w| counts(w.kind)).count();
                let introduces = words < INTRODUCTION && view.words(tokens.clone()).last().is_some_and(|w| w.is(":"));
                if words >= FEWEST && !introduces {
                    let vector = terms.vector(view, tokens);
                    out.push(Candidate { sentence, words, vector, opening: opening(view, sentence), score: 0.0, why: "" });
                }
            }
            _ => {}
        }
    }
    let title = title.first().map(|tokens| terms.vector(view, tokens.clone())).unwrap_or_default();
    let lead = out.first().map(|c| c.vector.clone()).unwrap_or_default();
    let degrees = degrees(terms.len(), &out);
    let phrases = shares(view, &out, keyphrases.iter().map(|k| (k.score, k.occurrences.iter().map(|s| s.start))));
    let names = named(view, content, &out);
    let total = out.len();
    let parts: Vec<Row> = out
        .iter()
        .enumerate()
        .map(|(i, candidate)| {
            let place = Place { number: i, of: total, title: &title, lead: &lead };
            let masses = [degrees.get(i), phrases.get(i), names.get(i)].map(|x| x.copied().unwrap_or(0.0));
            weighted(row(view, candidate, &place, masses))
        })
        .collect();
    let usual = mean(&parts);
    for (candidate, parts) in out.iter_mut().zip(&parts) {
        candidate.score = parts.iter().sum();
        let above = parts.iter().zip(&usual).map(|(x, usual)| x - usual);
        candidate.why = above.zip(FEATURES).max_by(|(a, _), (b, _)| a.total_cmp(b)).map_or("", |(_, name)| name);
    }
    out
}

/// A number for each of [`FEATURES`].
type Row = [f32; FEATURES.len()];

fn weighted(mut row: Row) -> Row {
    row.iter_mut().zip(WEIGHTS.iter()).for_each(|(x, w)| *x *= w);
    row
}

fn mean(rows: &[Row]) -> Row {
    let mut sum = [0.0; FEATURES.len()];
    for row in rows {
        sum.iter_mut().zip(row).for_each(|(sum, x)| *sum += x / rows.len() as f32);
    }
    sum
}

struct Place<'a> {
    number: usize,
    of: usize,
    title: &'a [(u32, f32)],
    lead: &'a [(u32, f32)],
}

/// The features of a sentence, in the order of [`FEATURES`].
fn row(view: &View<'_>, candidate: &Candidate, place: &Place<'_>, masses: [f32; 3]) -> Row {
    let yes = |b: bool| if b { 1.0 } else { 0.0 };
    let tokens = view.sentence(candidate.sentence);
    let block = |s: usize| view.layout.sentences.get(s).map(|s| s.block);
    let opens = candidate.sentence == 0 || block(candidate.sentence) != block(candidate.sentence - 1);
    let (mut conclusion, mut aside, mut asks) = (0.0, 0.0, 0.0);
    let first = view.words(tokens.clone()).find(Word::is_word).map(|w| w.at);
    for at in tokens {
        match CUES.at(view, at) {
            Some((_, "conclusion")) => conclusion = 1.0,
            Some((_, "label")) if Some(at) != first => {}
            Some(_) => aside = 1.0,
            None if view.word(at).is_some_and(|w| w.kind == TokenKind::Punct && w.surface.contains(['؟', '?'])) => asks = 1.0,
            None => {}
        }
    }
    let [degree, phrases, names] = masses;
    [
        yes(place.number == 0),
        (-(place.number as f32) / 4.0).exp(),
        1.0 - place.number as f32 / place.of.max(1) as f32,
        yes(opens && place.number > 0),
        cosine(&candidate.vector, place.title),
        if place.number == 0 { 0.0 } else { cosine(&candidate.vector, place.lead) },
        degree,
        phrases,
        names,
        (candidate.words as f32 / FULL_LENGTH).min(1.0),
        yes(candidate.words < SHORT),
        conclusion,
        aside,
        asks,
        match candidate.opening {
            Opening::Free => 0.0,
            Opening::Loose => 0.5,
            Opening::Leaning => 1.0,
        },
    ]
}

/// Degrees in the graph of cosines, relative to the highest.
fn degrees(terms: usize, candidates: &[Candidate]) -> Vec<f32> {
    let mut sum = vec![0.0f32; terms];
    for (term, x) in candidates.iter().flat_map(|c| &c.vector) {
        if let Some(slot) = sum.get_mut(*term as usize) {
            *slot += x;
        }
    }
    let product = |c: &Candidate| c.vector.iter().map(|(term, x)| x * sum.get(*term as usize).copied().unwrap_or(0.0)).sum::<f32>();
    let all: Vec<f32> = candidates.iter().map(product).collect();
    let most = all.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
    all.into_iter().map(|x| x / most).collect()
}

/// For each sentence, what share of the weight of some things occurs in it, relative to the highest.
fn shares<P: Iterator<Item = u32>>(view: &View<'_>, candidates: &[Candidate], things: impl Iterator<Item = (f32, P)>) -> Vec<f32> {
    let mut out = vec![0.0f32; candidates.len()];
    let starts: Vec<u32> = candidates.iter().map(|c| view.span(view.sentence(c.sentence)).start).collect();
    for (weight, places) in things {
        let mut last = usize::MAX;
        for place in places {
            let Some(i) = starts.partition_point(|s| *s <= place).checked_sub(1).filter(|i| *i != last) else { continue };
            last = i;
            if let Some(slot) = out.get_mut(i) {
                *slot += weight;
            }
        }
    }
    let most = out.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
    out.into_iter().map(|x| x / most).collect()
}

/// The share of the entities: each weighs by the logarithm of how often it is named.
fn named(view: &View<'_>, content: &Content, candidates: &[Candidate]) -> Vec<f32> {
    let mut places: Vec<Vec<u32>> = vec![Vec::new(); content.entities.len()];
    for mention in &content.mentions {
        if let Some(list) = places.get_mut(mention.entity as usize) {
            list.push(mention.span.start);
        }
    }
    shares(view, candidates, places.iter().map(|list| ((1.0 + list.len() as f32).ln(), list.iter().copied())))
}
