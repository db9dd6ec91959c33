//! Morphology: every reading of a written word.
//!
//! ```text
//! written   the word's letters in Buckwalter's transliteration, each with its place in the text and the marks it carries
//! analyze   prefix × stem × suffix out of the lexicon, function words, guesses; relaxed spelling with its price
//! tag       what a reading says: part of speech, features, clitics
//! correct   the right spelling of a reading
//! marks     what the written vowels allow
//! expand    a chosen reading in full: lemma, root, pattern, pieces, vowels
//! ```
//!
//! One decision shapes this: a reading is a few numbers into the lexicon, cheap to make and to compare by the hundred
//! thousand; strings are made only for the one that was chosen.

pub mod analyze;
pub mod correct;
pub mod ending;
pub mod expand;
mod features;
mod function;
mod guess;
pub(crate) mod marks;
mod pattern;
pub mod relaxed;
pub mod tag;
mod vocalise;
pub mod written;

pub use analyze::{Analyzer, Readings};
pub use ending::{Case, Ending, Mood};
pub use expand::{Expanded, Piece, expand};
pub use tag::{Reading, Slot, Source, Tag, Upos};
pub use vocalise::vocalised;
pub use written::Written;
