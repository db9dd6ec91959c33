//! What is known of words, in whatever text they stand: their readings, each reading in full, and what lies near to unknown ones.
//!
//! A reading in full is made once and shared by all texts that have it; that it is one object is what the layers know it by.

use std::collections::HashMap;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use crate::content::view::Facts;
use crate::lexicon::Lexicon;
use crate::morph::{Ending, expand};
use crate::morphology::Explained;
use crate::tagger::lattice::WordType;
use crate::tagger::{Chosen, WordTypes};
use crate::writing::corrections::Near;
use crate::writing::measures::Syllables;

/// So many searches for near words are remembered.
const MOST_SEARCHED: usize = 4_000;

/// The address of a type, which is kept beside it, a reading of it, and the ending.
type Choice = (usize, u16, Ending);

/// How near words are searched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Search {
    /// As conventions of spelling differ.
    Convention,
    /// By one edit, for a word that is formed as words are.
    Formed,
    /// By one edit, for any other.
    Unformed,
}

/// Words and what they were found to be.
#[derive(Debug, Default)]
pub(crate) struct Words {
    /// The types of words.
    pub types: WordTypes,
    explained: HashMap<Choice, (Arc<WordType>, Arc<Explained>), FxBuildHasher>,
    facts: ByReading<Arc<Facts>>,
    /// What words add to the measure of readability.
    pub syllables: ByReading<Syllables>,
    /// The slips that words give occasion for.
    pub occasions: ByReading<u16>,
    /// Words of which no correction is to be thought without cause.
    pub quiet: ByReading<bool>,
    /// The rows of signs of dialect that may begin with a written form.
    signs: HashMap<Box<str>, Arc<[u16]>, FxBuildHasher>,
    /// By the word, and how it was searched for.
    near: HashMap<(Box<str>, Search), Arc<[Near]>, FxBuildHasher>,
}

/// Something that follows from a reading in full, by the address of the reading, which is kept in its place.
#[derive(Debug)]
pub(crate) struct ByReading<T> {
    found: HashMap<usize, (Arc<Explained>, T), FxBuildHasher>,
}

impl<T> Default for ByReading<T> {
    fn default() -> ByReading<T> {
        ByReading { found: HashMap::default() }
    }
}

impl<T> ByReading<T> {
    /// What follows from this one.
    pub fn of(&mut self, explained: &Arc<Explained>, make: impl FnOnce() -> T) -> &T {
        let found = self.found.entry(Arc::as_ptr(explained) as usize);
        &found.or_insert_with(|| (Arc::clone(explained), make())).1
    }
}

impl Words {
    /// How many entries there are of the sort that has most of them.
    pub fn len(&self) -> usize {
        self.types.len().max(self.explained.len()).max(self.signs.len())
    }

    /// Lets go of the readings that could have been chosen; what was is kept by whoever has it.
    pub fn forget_readings(&mut self) {
        self.types = WordTypes::default();
        self.explained = HashMap::default();
    }

    /// A chosen reading in full.
    pub fn explained(&mut self, lexicon: &Lexicon, chosen: &Chosen) -> Option<Arc<Explained>> {
        let key = (Arc::as_ptr(&chosen.word) as usize, chosen.reading, chosen.ending);
        if let Some((_, found)) = self.explained.get(&key) {
            return Some(Arc::clone(found));
        }
        let candidate = chosen.candidate()?;
        let made = Arc::new(Explained {
            word: expand(lexicon, &chosen.word.written, &candidate.reading, chosen.ending),
            tag: candidate.reading.tag,
            source: candidate.reading.source.name(),
            written: Arc::clone(&chosen.word.written),
        });
        self.explained.insert(key, (Arc::clone(&chosen.word), Arc::clone(&made)));
        Some(made)
    }

    /// What the content layers ask of a word that was explained; a type has one spelling, so what is explained has too.
    pub fn facts(&mut self, explained: &Arc<Explained>, make: impl FnOnce() -> Facts) -> Arc<Facts> {
        Arc::clone(self.facts.of(explained, || Arc::new(make())))
    }

    /// The rows of signs of dialect that may begin with a form.
    pub fn signs(&mut self, form: &str, make: impl FnOnce() -> Vec<u16>) -> Arc<[u16]> {
        if let Some(found) = self.signs.get(form) {
            return Arc::clone(found);
        }
        let made: Arc<[u16]> = make().into();
        self.signs.insert(form.into(), Arc::clone(&made));
        made
    }

    /// The words near to one.
    pub fn near(&mut self, word: &str, how: Search, search: impl FnOnce() -> Vec<Near>) -> Arc<[Near]> {
        let key = (Box::from(word), how);
        if let Some(found) = self.near.get(&key) {
            return Arc::clone(found);
        }
        if self.near.len() >= MOST_SEARCHED {
            self.near.clear();
        }
        let found: Arc<[Near]> = search().into();
        self.near.insert(key, Arc::clone(&found));
        found
    }
}
