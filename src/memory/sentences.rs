//! What sentences were found to say: those of the latest text that was read to its end, and of the one that is being read.
//!
//! A sentence is found again by its letters and its tokens. What depends on more than the sentence is kept together with what it was
//! found under, and counts only where that is the same.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use crate::content::names::{Heard, Phrase};
use crate::content::numerals::Numeral;
use crate::content::quantities::Counted;
use crate::content::times::Told;
use crate::layout::{Token, TokenKind};
use crate::tagger::Chosen;

/// What a sentence was found to be.
#[derive(Debug)]
pub(crate) struct Remembered {
    tokens: Vec<(u32, u32, TokenKind)>,
    /// The choice for each token.
    pub chosen: Vec<Chosen>,
    /// What its words say; nothing where a reader decided about one.
    pub said: Said,
}

/// What the content layers found in a sentence, each once somebody has asked. Places count from its beginning.
#[derive(Debug, Default)]
pub(crate) struct Said {
    /// Number expressions.
    pub numerals: Option<Vec<Numeral>>,
    /// Expressions of time.
    pub times: Option<Told>,
    /// Amounts.
    pub quantities: Option<Counted>,
    /// Names that tables list.
    pub listed: Option<Vec<Phrase>>,
    /// What the sentence by itself says of names.
    pub names: Option<Heard>,
}

type Table = HashMap<Box<str>, Remembered, FxBuildHasher>;

/// Sentences by their letters.
#[derive(Debug, Default)]
pub(crate) struct Sentences {
    /// Of the latest text.
    before: Table,
    /// Of the text that is read now.
    now: Table,
}

impl Sentences {
    /// Bytes of text that are kept.
    pub fn bytes(&self) -> usize {
        self.before.keys().chain(self.now.keys()).map(|text| text.len()).sum()
    }

    /// Forgets all.
    pub fn clear(&mut self) {
        self.before.clear();
        self.now.clear();
    }

    /// A text is begun.
    pub fn begin(&mut self) {
        self.before.extend(self.now.drain());
    }

    /// The text is read to its end: what it did not have is forgotten.
    pub fn end(&mut self) {
        self.before = std::mem::take(&mut self.now);
    }

    /// What is known of a sentence, which begins with its first token.
    pub fn get(&mut self, text: &str, tokens: &[Token]) -> Option<&mut Remembered> {
        if !self.now.contains_key(text)
            && let Some((text, found)) = self.before.remove_entry(text)
        {
            self.now.insert(text, found);
        }
        self.now.get_mut(text).filter(|found| found.tokens.iter().copied().eq(places(tokens)))
    }

    /// Keeps a sentence.
    pub fn keep(&mut self, text: &str, tokens: &[Token], chosen: Vec<Chosen>) {
        self.now.insert(text.into(), Remembered { tokens: places(tokens).collect(), chosen, said: Said::default() });
    }
}

/// Where the tokens of a sentence stand in it.
fn places(tokens: &[Token]) -> impl Iterator<Item = (u32, u32, TokenKind)> {
    let origin = tokens.first().map_or(0, |t| t.span.start);
    tokens.iter().map(move |t| (t.span.start - origin, t.span.end - origin, t.kind))
}
