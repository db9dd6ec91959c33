//! Noun phrases that can stand alone.
//!
//! Reads tags and lemmas; adds ranges of tokens: a chain of nouns in construct (رئيس مجلس النواب) with the adjectives that agree
//! with it in article (العراقي), or a chain of names. The decision: a phrase may start at any noun of the chain but must reach its last,
//! because a construct without its end says nothing; of the adjectives it may keep any number. What is not said of the head in the phrase
//! itself (an attached pronoun, a preposition) ends it.

use std::ops::Range;

use crate::content::view::{Facts, View, Word};
use crate::layout::TokenKind;
use crate::morph::{Slot, Tag, Upos};

use super::terms::{Stop, key, stop};

/// Words of the longest phrase.
const LONGEST: usize = 5;

/// What a word can be in a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A noun without article: a noun may follow.
    Open,
    /// A noun with article: only adjectives follow.
    Closed,
    /// A name: names follow.
    Name,
    /// An adjective.
    Adjective,
}

/// All phrases in a range of tokens, longer and shorter ones of the same chain.
pub fn find(view: &View<'_>, tokens: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        let (nouns, adjectives) = chain(view, at, tokens.end);
        if nouns == at {
            at += 1;
            continue;
        }
        for start in at..nouns {
            if start > at && joined(view, start - 1, start) {
                continue;
            }
            for end in nouns..=adjectives {
                if end - start <= LONGEST {
                    out.push(start..end);
                }
            }
        }
        at = adjectives;
    }
    out
}

/// Whether two words of a chain are parts of one name. A shorter form of a name is counted where the text writes it alone.
fn joined(view: &View<'_>, first: usize, second: usize) -> bool {
    let names = part(view, first) == Some(Part::Name) && part(view, second) == Some(Part::Name);
    names || view.word(first).is_some_and(|w| stop(w.facts) == Some(Stop::Joined))
}

/// The end of the nouns and the end of the adjectives of the chain that starts at `at`; both `at` if there is none.
fn chain(view: &View<'_>, at: usize, end: usize) -> (usize, usize) {
    let Some(mut last) = part(view, at).filter(|p| *p != Part::Adjective) else { return (at, at) };
    let mut nouns = at + 1;
    while let Some(next) = follower(view, nouns, end) {
        let joins = match (last, next) {
            (Part::Open, Part::Open | Part::Closed | Part::Name) => genitive(view, nouns),
            (Part::Name, Part::Name) => true,
            _ => false,
        };
        if !joins {
            break;
        }
        (last, nouns) = (next, nouns + 1);
    }
    let definite = |i: usize| view.word(i).is_some_and(|w| w.facts.article());
    // A name is definite whether it has the article or not; a construct is as definite as its end.
    let wanted = last == Part::Name || definite(nouns - 1);
    let mut adjectives = nouns;
    while follower(view, adjectives, end) == Some(Part::Adjective) && definite(adjectives) == wanted && agrees(view, at..nouns, adjectives)
    {
        adjectives += 1;
    }
    (nouns, adjectives)
}

/// Whether an adjective has the gender of one of the nouns; a plural takes either.
fn agrees(view: &View<'_>, nouns: Range<usize>, adjective: usize) -> bool {
    let Some(adjective) = view.word(adjective).and_then(|w| w.facts.tag) else { return false };
    let fits = |noun: Tag| noun.number == b'P' || noun.gender == 0 || adjective.gender == 0 || noun.gender == adjective.gender;
    view.words(nouns).filter_map(|w| w.facts.tag).any(fits)
}

/// What the word at `at` can be after another of its phrase.
fn follower(view: &View<'_>, at: usize, end: usize) -> Option<Part> {
    let word = view.word(at).filter(|_| at < end)?;
    let clitic = word.facts.conjunction().is_some() || word.facts.preposition().is_some();
    part(view, at).filter(|_| !clitic)
}

fn part(view: &View<'_>, at: usize) -> Option<Part> {
    let word = view.word(at)?;
    let facts = word.facts;
    if word.kind == TokenKind::Latin {
        return Some(Part::Name);
    }
    if !word.is_word() || stop(facts) == Some(Stop::Never) || key(facts).chars().count() < 2 || facts.pronoun() {
        return None;
    }
    match facts.upos {
        Upos::Propn => Some(Part::Name),
        Upos::Adj => Some(Part::Adjective),
        Upos::Noun if facts.article() => Some(if nisba_behind_noun(view, &word) { Part::Adjective } else { Part::Closed }),
        Upos::Noun => Some(Part::Open),
        _ => None,
    }
}

/// A noun with article and nisba ending right behind a noun with article is its adjective: المنتخب السعودي.
fn nisba_behind_noun(view: &View<'_>, word: &Word<'_>) -> bool {
    let nisba = |facts: &Facts| facts.folded.ends_with("ي") || facts.folded.ends_with("يه");
    let noun = |facts: &Facts| facts.article() && matches!(facts.upos, Upos::Noun | Upos::Adj);
    nisba(word.facts)
        && word.facts.conjunction().is_none()
        && word.at.checked_sub(1).and_then(|b| view.word(b)).is_some_and(|b| noun(b.facts))
}

/// Whether a word can be the second part of a construct: its ending shows no nominative and no accusative.
fn genitive(view: &View<'_>, at: usize) -> bool {
    view.word(at).and_then(|w| w.facts.tag).is_none_or(|tag| !matches!(tag.slot, Slot::AccusativeAlef | Slot::Nominative | Slot::Adverbial))
}
