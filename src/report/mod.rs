//! The result model, and the way from an analysis to it.
//!
//! An [`crate::Analysis`] counts in bytes; a [`model::Document`] counts in the unit its reader slices by and has every
//! field of `mubin/1`, filled or empty. All writers start from it.

pub mod alternatives;
pub mod conllu;
pub mod content;
pub mod corrections;
pub mod document;
pub mod json;
pub mod measures;
pub mod model;
mod vowelled;
pub mod words;

pub use document::{Converter, document};
pub use vowelled::vowelled;
