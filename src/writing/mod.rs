//! What can be counted about a text: words and their frequencies, figures over the whole, and what corpus linguistics asks of words;
//! what should be corrected in it; and the text in Latin letters.
//!
//! Reads tokens, layout and morphology; page furniture is left out of every count, because the question is about the text.

pub mod corrections;
pub mod frequency;
pub mod measures;
pub mod transliteration;
pub mod words;
