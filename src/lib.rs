//! Mubin reads Arabic text: a pasted article, or a whole copied web page, becomes its clean text, its sentences, its
//! words and what can be said about them.
//!
//! ```text
//! text ──► text     characters, spans, encodings, folding, hidden characters
//!      ──► layout   tokens, lines, blocks with roles, sentences
//!      ──► writing  word frequencies, statistics
//!      ──► report   the result model: JSON, and columns for JavaScript (src/wasm)
//! ```
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
//! # Ok::<(), mubin::Error>(())
//! ```

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

mod analysis;
pub mod data;
mod error;
#[cfg(not(target_arch = "wasm32"))]
pub mod html;
pub mod layout;
pub mod lexicon;
pub mod morph;
mod options;
mod packs;
pub mod report;
pub mod tagger;
pub mod text;
#[cfg(target_arch = "wasm32")]
mod wasm;
pub mod writing;

pub use analysis::{Analysis, Job, analyze};
pub use error::{Error, Result};
pub use options::{Input, Layer, Layers, Options};
pub use packs::Packs;

/// The largest accepted text, in bytes: what 32-bit spans and a browser's memory can hold with room to work.
pub const MAX_BYTES: usize = 512 << 20;

/// The version of the crate.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
