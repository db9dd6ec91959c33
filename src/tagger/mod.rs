//! The tagger: one reading for each word, by the sentence it stands in.
//!
//! ```text
//! expressions  set phrases, which are read in one way
//! lattice   the readings of a sentence's words, each with the features that do not depend on its neighbours
//! features  what is looked at: templates, hashed into a table of weights
//! crf       the chain over the readings: best path, probabilities
//! endings   a second chain over case and mood, which sees the chosen readings
//! model     the weights as a pack
//! train     how the weights are made (not in the browser)
//! ```
//!
//! The model is a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) whose labels are the readings
//! themselves. Its probabilities are what the result shows as scores; training may leave a word undecided among the
//! readings that agree with its annotation, so that corpora with different annotation teach one model.

pub mod choose;
pub mod crf;
pub mod endings;
pub mod expressions;
pub mod features;
pub mod lattice;
pub mod model;
#[cfg(not(target_arch = "wasm32"))]
pub mod train;

pub use choose::{Chosen, Tagger};
pub use lattice::{Lattice, WordTypes};
pub use model::Model;
