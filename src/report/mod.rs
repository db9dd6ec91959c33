//! The result model, and the way from an analysis to it.
//!
//! An [`crate::Analysis`] counts in bytes; a [`model::Document`] counts in the unit its reader slices by and has every
//! field of `mubin/1`, filled or empty. Writers start from it or from the analysis itself; [`formats`] is the way into all of them.

pub mod alternatives;
pub mod conllu;
pub mod content;
pub mod corrections;
pub mod csv;
pub mod document;
pub mod formats;
pub mod json;
mod markup;
pub mod measures;
pub mod model;
mod phrases;
pub mod plain;
mod printed;
mod tei;
mod vowelled;
mod webannotation;
pub mod words;

pub use document::{Converter, Window, document};
pub use vowelled::vowelled;
