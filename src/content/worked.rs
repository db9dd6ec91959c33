//! What the layers worked out of a word, kept with the word.
//!
//! Whether a month, a number, a unit or a name may begin with a word, and what the recogniser of names adds up for it, follows from the word
//! and the packs alone. Each is worked out when it is first asked for, as most is asked of few words, and kept where the word's own facts are:
//! a text whose words were met before, in whatever text, asks for none of it again.

use std::sync::OnceLock;

use super::names;
use super::numerals::affix::Hit;
use super::numerals::words::NumberWord;
use super::statements::Known;
use super::times::words::Entry;

/// A cell for each question, empty until somebody asks.
#[derive(Debug, Default)]
pub struct Worked {
    /// The number word it is.
    pub number: OnceLock<Option<Hit<NumberWord>>>,
    /// The word of calendar and clock it is.
    pub time: OnceLock<Option<Hit<&'static Entry>>>,
    /// Whether an expression of time may begin with it.
    pub opens_time: OnceLock<bool>,
    /// Whether a unit or a currency may begin with it.
    pub unit: OnceLock<bool>,
    /// Whether a country may begin with it.
    pub country: OnceLock<bool>,
    /// What it is to the recogniser of names.
    pub name: names::OfWord,
    /// What it is to reported speech.
    pub speech: OnceLock<Known>,
}
