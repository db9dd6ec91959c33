//! The lexicon: stems with their lemmas and roots, affixes, and which of them go together.
//!
//! It reads packs ([`Pack`]) and answers one question fast: which stems are spelled like this, hamzas and dots aside
//! ([`Lexicon::stems`]). The decision behind it: stems stay where they are in the pack's text, in the order of the
//! dictionary, where a lexeme's forms lie together and the file compresses to a third of a byte a letter; only an index
//! of hashes is built at load.
//!
//! The packs themselves are made by [`compile`], which is no part of the browser's build.

pub mod affix;
pub mod buckwalter;
mod by_lemma;
pub mod category;
#[cfg(not(target_arch = "wasm32"))]
pub mod compile;
pub mod function;
pub mod gazetteer;
mod index;
mod lexemes;
pub mod pack;
mod part_of_speech;
mod places;
mod reader;

pub use affix::{Inflection, Person, Prefix, Suffix};
pub use by_lemma::{Glosses, LemmaCounts};
pub use category::{Category, StemKind};
pub use function::FunctionWord;
pub use lexemes::{LemmaId, Stem};
pub use pack::{Kind, Pack, PackError};
pub use part_of_speech::PartOfSpeech;
pub use places::{Place, Places};
pub use reader::{Lexicon, StemId};
