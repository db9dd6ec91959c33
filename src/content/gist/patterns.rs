//! Phrases of a table, found in a text word by word.
//!
//! Reads a table of phrases; adds a way to ask which of them starts at a token. The decision: words are compared as a whole, folded, and
//! only the first of a phrase may have و or ف in front, as connectives and cues never change inside.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use crate::content::view::{View, Word};
use crate::data;
use crate::order::sort_by_number;
use crate::text::fold::{Folding, fold};

/// Phrases by their first word, longest first, each with its kind.
#[derive(Debug)]
pub struct Patterns {
    by_first: HashMap<String, Vec<(Vec<String>, &'static str)>, FxBuildHasher>,
}

impl Patterns {
    /// Reads a table whose first columns are `phrase` and `kind`.
    pub fn new(table: &'static str) -> Patterns {
        let mut by_first: HashMap<String, Vec<(Vec<String>, &'static str)>, FxBuildHasher> = HashMap::default();
        for [phrase, kind] in data::columns::<2>(table) {
            let mut words = phrase.split(' ').map(|word| fold(word, Folding::Full));
            if let Some(first) = words.next() {
                by_first.entry(first).or_default().push((words.collect(), kind));
            }
        }
        by_first.values_mut().for_each(|list| sort_by_number(list, |(rest, _)| !(rest.len() as u64)));
        Patterns { by_first }
    }

    /// The longest phrase that starts at a token: how many tokens it takes, and its kind.
    pub fn at(&self, view: &View<'_>, at: usize) -> Option<(usize, &'static str)> {
        let word = view.word(at).filter(Word::is_word)?;
        self.starting(view, at, &word.facts.folded).or_else(|| self.starting(view, at, bare(&word)?))
    }

    fn starting(&self, view: &View<'_>, at: usize, first: &str) -> Option<(usize, &'static str)> {
        let list = self.by_first.get(first)?;
        let goes_on = |rest: &[String]| (at + 1..).zip(rest).all(|(i, word)| view.word(i).is_some_and(|w| w.facts.folded == *word));
        list.iter().find(|(rest, _)| goes_on(rest)).map(|(rest, kind)| (rest.len() + 1, *kind))
    }
}

/// The letters of a word without the و or ف in front of it.
pub fn bare<'v>(word: &Word<'v>) -> Option<&'v str> {
    let rest = word.facts.folded.strip_prefix(['و', 'ف'])?;
    (rest.chars().count() > 1 || word.facts.conjunction().is_some()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::lay_out_horizontal;
    use crate::morphology::Morphology;

    #[test]
    fn the_longest_phrase_is_taken_after_a_conjunction_too() {
        let text = "ومن جهة أخرى قال";
        let (tokens, layout) = lay_out_horizontal(text);
        let morphology = Morphology::default();
        let view = View::new(text, &tokens, &layout, &morphology);
        let patterns = Patterns::new("# phrase\tkind\nمن\tshort\nمن جهة أخرى\tlong\n");
        assert_eq!(patterns.at(&view, 0), Some((3, "long")));
        assert_eq!(patterns.at(&view, 1), None);
    }
}
