//! Characters and places: everything that must be known about a text before its words are looked at.
//!
//! Reads the text exactly as it was given and never changes it. What later stages need in another shape (offsets in
//! UTF-16, folded letters, a repaired encoding) is made beside the original together with the way back, because every
//! span that leaves the crate is a place in what the user wrote.

pub mod chars;
pub mod codec;
pub mod encoding;
pub mod fold;
pub mod grapheme;
pub mod hidden;
pub mod normalize;
pub mod offsets;
pub mod span;
pub mod strings;

pub use span::ByteSpan;
