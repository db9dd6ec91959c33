//! What can be counted about a text: words and their frequencies, and figures over the whole.
//!
//! Reads tokens and layout; page furniture is left out of every count, because the question is about the text.

pub mod corrections;
pub mod frequency;
pub mod statistics;
