//! Asks the lexicon whether letters make a word, and how common it is.

use crate::lexicon::{LemmaCounts, Lexicon};
use crate::morph::correct::canonical;
use crate::morph::tag::spelling;
use crate::morph::{Analyzer, Tag, Written};
use crate::packs::Packs;
use crate::tagger::lattice::prior;

/// What letters were found to be.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// Logarithm of how often the word occurs.
    pub prior: f32,
    /// What it is.
    pub tag: Tag,
    /// Its right spelling, in Buckwalter's transliteration.
    pub right: Vec<u8>,
}

/// The lexicon with its frequencies.
pub struct Lookup<'a> {
    analyzer: Analyzer<'a>,
    counts: &'a LemmaCounts,
}

impl<'a> Lookup<'a> {
    /// None where the packs are missing.
    pub fn new(packs: &'a Packs) -> Option<Lookup<'a>> {
        Some(Lookup { analyzer: Analyzer::new(packs.lexicon.as_ref()?), counts: packs.frequency.as_ref()? })
    }

    /// The lexicon.
    pub fn lexicon(&self) -> &'a Lexicon {
        self.analyzer.lexicon()
    }

    /// The commonest word that these letters are, rightly spelled; what `fits` is not looked at where it is false.
    pub fn exact(&self, word: &Written, fits: impl Fn(&Tag) -> bool) -> Option<Known> {
        self.best(word, |bits| bits == 0, fits)
    }

    /// The same, seen through one common slip.
    pub fn relaxed(&self, word: &Written, fits: impl Fn(&Tag) -> bool) -> Option<Known> {
        const COMMON: [u16; 4] = [0, spelling::HAMZA_DROPPED, spelling::TAA_AS_HAA, spelling::YAA_AS_MAQSURA];
        self.best(word, |bits| COMMON.contains(&bits), fits)
    }

    /// Whether letters are a word and no other word is one slip away.
    pub fn is_single(&self, word: &Written) -> bool {
        let readings = self.analyzer.listed(word);
        let slip = |bits: u16| bits.count_ones() == 1 && bits & (spelling::HAA_AS_TAA | spelling::OTHER) == 0;
        readings.iter().any(|r| r.spelling == 0) && !readings.iter().any(|r| slip(r.spelling))
    }

    fn best(&self, word: &Written, spelled: impl Fn(u16) -> bool, fits: impl Fn(&Tag) -> bool) -> Option<Known> {
        let readings = self.analyzer.listed(word);
        let fitting = readings.iter().filter(|r| spelled(r.spelling) && fits(&r.tag));
        let (prior, reading) = fitting.map(|r| (prior(Some(self.counts), self.lexicon(), r), r)).max_by(|a, b| a.0.total_cmp(&b.0))?;
        Some(Known { prior, tag: reading.tag, right: canonical(self.lexicon(), word, reading) })
    }
}
