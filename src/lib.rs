//! Mubin reads Arabic text: a pasted article, or a whole copied web page, becomes its clean text, its sentences, its
//! words and what can be said about them.
//!
//! ```text
//! text ──► text       characters, spans, encodings, folding, hidden characters
//!      ──► layout     tokens, lines, blocks with roles, sentences
//!      ──► morph      every reading of every word, out of the lexicon
//!      ──► tagger     one reading for each word, by its sentence; case and mood
//!      ──► morphology the two together over a text: what every word was found to be
//!      ──► content    names, times, amounts, who said what, the gist
//!      ──► writing    word frequencies, measures, corrections, concordance, transliteration
//!      ──► report     the result model and its writers: JSON, CoNLL-U, CSV, TEI, Web Annotations, clean and vowelled text, a page to print;
//!                     columns for JavaScript (src/wasm)
//! ```
//!
//! What is known about words lies in language packs ([`Packs`]), files beside the program with licences of their own; without
//! them the engine still reads layout, tokens and statistics, and says which layers are missing.
//!
//! Data flows one way. A stage reads what stands before it and adds its own layer; none looks ahead and none keeps
//! global state beyond its tables. Every span is a place in the text as it was given, in UTF-8 bytes inside the crate and
//! in the unit the caller asks for outside.
//!
//! ```
//! let text = "وصل الوفد إلى بغداد. وقال رئيسه إن الزيارة ناجحة.";
//! let analysis = mubin::analyze(text, &mubin::Options::default())?;
//! assert_eq!(analysis.layout.sentences.len(), 2);
//! assert_eq!(analysis.tokens[1].span.of(text), "الوفد");
//!
//! // With packs, every word is explained.
//! let packs = mubin::Packs::new();
//! let analysis = mubin::analyze_with(&packs, text, &mubin::Options::default())?;
//! assert!(analysis.morphology.is_none(), "no packs were added");
//!
//! // Every format is written by the same call.
//! use mubin::report::{Converter, formats::{Format, Source, Wishes, write}};
//! use mubin::text::offsets::Unit;
//! let source = Source { analysis: &analysis, packs: &packs, at: &Converter::new(text, Unit::CodePoint) };
//! let files = write(Format::Text, source, &Wishes::default());
//! assert_eq!(files[0].text, format!("{text}\n"));
//! # Ok::<(), mubin::Error>(())
//! ```

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

mod analysis;
pub mod content;
pub mod data;
mod error;
#[cfg(not(target_arch = "wasm32"))]
pub mod html;
pub mod layout;
pub mod lexicon;
mod memory;
pub mod morph;
pub mod morphology;
mod options;
mod order;
mod packs;
pub mod report;
pub mod stages;
pub mod tagger;
pub mod text;
#[cfg(target_arch = "wasm32")]
mod wasm;
mod whole;
pub mod writing;

pub use analysis::{Analysis, Job, analyze, analyze_remembering, analyze_with};
pub use error::{Error, Result};
pub use memory::Memory;
pub use options::{Input, Layer, Layers, Options};
pub use packs::Packs;

/// The largest accepted text, in bytes: what 32-bit spans hold with room to work. In the browser an analysis takes up to forty times the text, and
/// all that wasm can have is 4 GiB: a longer text is refused before memory runs out.
pub const MAX_BYTES: usize = if cfg!(target_arch = "wasm32") { 96 << 20 } else { 512 << 20 };

/// The version of the crate.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
