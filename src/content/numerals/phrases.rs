//! Phrases of a table found at a token: units and currencies of several words, hedges, feasts.
//!
//! A phrase is cut into tokens by the same lexer as the text, so «كم/س» and «°C» match however they are spaced.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use crate::content::numerals::affix::{Front, cut};
use crate::content::view::View;
use crate::layout::Lexer;
use crate::order::sort_by_number;
use crate::text::fold::{Folding, fold};

/// No first word of a phrase is longer in bytes, clitics and all.
const LONGEST: usize = 48;

/// A phrase found in a text.
#[derive(Debug, Clone, Copy)]
pub struct Match<'p, T> {
    /// The token behind it.
    pub end: usize,
    /// What stands in front of its first word.
    pub front: Front,
    /// What the table says.
    pub entry: &'p T,
}

/// Phrases by their first token.
#[derive(Debug)]
pub struct Phrases<T> {
    by_first: HashMap<String, Vec<(Vec<String>, T)>, FxBuildHasher>,
}

impl<T> Phrases<T> {
    /// Indexes phrases; of two that match, the longer is found.
    pub fn new(phrases: impl Iterator<Item = (&'static str, T)>) -> Phrases<T> {
        let mut by_first: HashMap<String, Vec<(Vec<String>, T)>, FxBuildHasher> = HashMap::default();
        for (phrase, entry) in phrases {
            let mut words = Lexer::new(phrase).map(|t| fold(t.span.of(phrase), Folding::Full));
            if let Some(first) = words.next() {
                by_first.entry(first).or_default().push((words.collect(), entry));
            }
        }
        for list in by_first.values_mut() {
            sort_by_number(list, |(rest, _)| !(rest.len() as u64));
        }
        Phrases { by_first }
    }

    fn rest(&self, view: &View<'_>, at: usize, limit: usize, first: &str) -> Option<(usize, &T)> {
        let list = self.by_first.get(first)?;
        list.iter().find_map(|(rest, entry)| {
            let end = at + 1 + rest.len();
            let same =
                end <= limit && rest.iter().enumerate().all(|(n, word)| view.word(at + 1 + n).is_some_and(|w| w.facts.folded == *word));
            same.then_some((end, entry))
        })
    }

    /// The phrase of one word.
    pub fn single(&self, folded: &str) -> Option<&T> {
        self.by_first.get(folded)?.iter().find(|(rest, _)| rest.is_empty()).map(|(_, entry)| entry)
    }

    /// Whether a phrase may begin with a word, with clitics in front or without.
    pub fn begins(&self, folded: &str) -> bool {
        folded.len() <= LONGEST && cut(folded, |first| self.by_first.get(first)).is_some()
    }

    /// The longest phrase at a token and before `limit`, with clitics in front or without.
    pub fn at(&self, view: &View<'_>, at: usize, limit: usize) -> Option<Match<'_, T>> {
        if at >= limit {
            return None;
        }
        let folded = view.word(at)?.facts.folded.as_str();
        if folded.len() > LONGEST {
            return None;
        }
        let hit = cut(folded, |first| self.rest(view, at, limit, first))?;
        Some(Match { end: hit.entry.0, front: hit.front, entry: hit.entry.1 })
    }
}
