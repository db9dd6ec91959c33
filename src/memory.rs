//! What earlier analyses worked out and later ones may use again.
//!
//! A word has the same readings in every text, and a sentence that an edit left alone means what it meant: so a reader who writes is
//! answered for what was written, not for the whole text again. Nothing remembered changes a result; it is what would be found
//! anew, and a property test holds the two against each other through random edits. What is kept is bounded: types of words by their number,
//! sentences to those of the latest text that was read to its end, and of texts beyond a size none.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use crate::Packs;
use crate::content::names::Heard;
use crate::layout::{Token, TokenKind};
use crate::tagger::{Chosen, WordTypes};

/// Of longer texts no sentence is kept, in bytes: the memory would outweigh the gain, and nobody edits them by the letter.
const LONGEST_TEXT: usize = 800_000;
/// Of texts that were given up on the way sentences are kept up to so many bytes.
const MOST_BYTES: usize = 4 * LONGEST_TEXT;
/// More types of words than a long article has are not kept from one text to the next: a page that reads all day must not grow by it.
const MOST_TYPES: usize = 30_000;
/// A token and the space after it take no fewer bytes of Arabic text on average.
const TOKEN_BYTES: usize = 10;

/// What is remembered from one analysis to the next, for one set of packs at a time.
#[derive(Debug, Default)]
pub struct Memory {
    packs: u64,
    types: WordTypes,
    keeps_sentences: bool,
    /// Whether what a sentence says of names may be taken from memory: a reader's decision about a word changes it.
    hears: bool,
    /// Of the latest text.
    before: Sentences,
    /// Of the text that is read now.
    now: Sentences,
}

type Sentences = HashMap<Box<str>, Remembered, FxBuildHasher>;

/// What a sentence was found to be.
#[derive(Debug)]
pub(crate) struct Remembered {
    tokens: Vec<(u32, u32, TokenKind)>,
    /// The choice for each token.
    pub chosen: Vec<Chosen>,
    /// What the sentence by itself says of names, once somebody has asked.
    pub names: Option<Heard>,
}

impl Memory {
    /// Remembers words: for many texts one after another.
    pub fn new() -> Memory {
        Memory::default()
    }

    /// Remembers the sentences of the latest text too: for a text that is edited.
    pub fn of_edits() -> Memory {
        Memory { keeps_sentences: true, ..Memory::default() }
    }

    /// A text of so many bytes is begun with these packs; other packs find nothing remembered. `decided`: its reader decided what words are.
    pub(crate) fn begin(&mut self, packs: &Packs, bytes: usize, decided: bool) {
        self.hears = self.keeps(bytes) && !decided;
        let left: usize = self.before.keys().chain(self.now.keys()).map(|text| text.len()).sum();
        // A word keeps one type for as long as a sentence refers to it.
        let crowded = self.types.len() + bytes / TOKEN_BYTES > WordTypes::MOST;
        if self.packs != packs.edition() || crowded {
            self.types = WordTypes::new();
        }
        if self.packs != packs.edition() || crowded || bytes > LONGEST_TEXT || left > MOST_BYTES {
            self.before.clear();
            self.now.clear();
        }
        self.packs = packs.edition();
        self.before.extend(self.now.drain());
    }

    /// The text is read to its end: what it did not have is forgotten.
    pub(crate) fn end(&mut self) {
        self.before = std::mem::take(&mut self.now);
        if self.types.len() > MOST_TYPES {
            self.types = WordTypes::new();
            self.before.clear();
        }
    }

    /// The types of words.
    pub(crate) fn types(&mut self) -> &mut WordTypes {
        &mut self.types
    }

    /// Whether sentences of a text of so many bytes are kept.
    pub(crate) fn keeps(&self, bytes: usize) -> bool {
        self.keeps_sentences && bytes <= LONGEST_TEXT
    }

    /// What is known of a sentence, which begins with its first token.
    pub(crate) fn sentence(&mut self, text: &str, tokens: &[Token]) -> Option<&mut Remembered> {
        if !self.now.contains_key(text)
            && let Some((text, found)) = self.before.remove_entry(text)
        {
            self.now.insert(text, found);
        }
        self.now.get_mut(text).filter(|found| found.tokens.iter().copied().eq(places(tokens)))
    }

    /// The same for what it says of names.
    pub(crate) fn heard(&mut self, text: &str, tokens: &[Token]) -> Option<&mut Option<Heard>> {
        if self.hears { self.sentence(text, tokens).map(|found| &mut found.names) } else { None }
    }

    /// Keeps a sentence.
    pub(crate) fn keep(&mut self, text: &str, tokens: &[Token], chosen: Vec<Chosen>) {
        self.now.insert(text.into(), Remembered { tokens: places(tokens).collect(), chosen, names: None });
    }
}

/// Where the tokens of a sentence stand in it.
fn places(tokens: &[Token]) -> impl Iterator<Item = (u32, u32, TokenKind)> {
    let origin = tokens.first().map_or(0, |t| t.span.start);
    tokens.iter().map(move |t| (t.span.start - origin, t.span.end - origin, t.kind))
}
