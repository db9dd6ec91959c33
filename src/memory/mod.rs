//! What earlier analyses worked out and later ones may use again.
//!
//! ```text
//! words      readings of words, in whatever text they stand
//! lines      what lines of a page look like
//! sentences  what sentences were found to say
//! ```
//!
//! A word has the same readings in every text, and a sentence that an edit left alone means what it meant: so a reader who writes is
//! answered for what was written, not for the whole text again. Nothing remembered changes a result; it is what would be found
//! anew, and a property test holds the two against each other through random edits. What is kept is bounded: words by their number,
//! lines and sentences to those of the latest text that was read to its end, and of texts beyond a size none.

mod lines;
mod sentences;
mod words;

use crate::Packs;
use crate::content::View;
use crate::tagger::WordTypes;

pub(crate) use lines::Lines;
pub(crate) use sentences::{Said, Sentences};
pub(crate) use words::{Search, Words};

/// Of longer texts no sentence is kept, in bytes: the memory would outweigh the gain, and nobody edits them by the letter.
const LONGEST_TEXT: usize = 800_000;
/// Of texts that were given up on the way sentences are kept up to so many bytes.
const MOST_BYTES: usize = 4 * LONGEST_TEXT;
/// More words than a book has are not kept from one text to the next: a page that reads all day must not grow by it.
const MOST_WORDS: usize = 50_000;
/// No fewer bytes of Arabic text have a word that was not met in it before, on average.
const WORD_BYTES: usize = 20;

/// Whether a text of so many bytes is too long for its sentences to be kept.
fn is_long(bytes: usize) -> bool {
    bytes > LONGEST_TEXT
}

/// What is remembered from one analysis to the next, for one set of packs at a time.
#[derive(Debug, Default)]
pub struct Memory {
    packs: u64,
    keeps_sentences: bool,
    /// Whether what sentences say may be taken from memory: a reader's decision about a word changes it.
    hears: bool,
    pub(crate) words: Words,
    pub(crate) lines: Lines,
    pub(crate) sentences: Sentences,
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

    /// A text of so many bytes is begun with these packs; other packs find nothing remembered.
    pub(crate) fn begin(&mut self, packs: &Packs, bytes: usize) {
        // A word keeps one type for as long as a sentence refers to it.
        let crowded = self.words.len() + bytes / WORD_BYTES > WordTypes::MOST;
        if self.packs != packs.edition() || crowded {
            self.words = Words::default();
        }
        if self.packs != packs.edition() || crowded || is_long(bytes) || self.sentences.bytes() > MOST_BYTES {
            self.sentences.clear();
        }
        self.packs = packs.edition();
        self.lines.begin(self.keeps(bytes));
        self.sentences.begin();
    }

    /// A text of so many bytes is gone on with, perhaps after another. `decided`: its reader decided what words are.
    pub(crate) fn resume(&mut self, bytes: usize, decided: bool) {
        self.hears = self.keeps(bytes) && !decided;
    }

    /// The readings of the text are chosen: of a text with more words than are kept, the room of all the others is needed for what comes.
    pub(crate) fn chosen(&mut self) {
        if self.words.len() > MOST_WORDS {
            self.words.forget_readings();
            self.sentences.clear();
        }
    }

    /// The text is read to its end: what it did not have is forgotten.
    pub(crate) fn end(&mut self) {
        self.lines.end();
        self.sentences.end();
        if self.words.len() > MOST_WORDS {
            self.words = Words::default();
            self.sentences.clear();
        }
    }

    /// Whether sentences of a text of so many bytes are kept.
    pub(crate) fn keeps(&self, bytes: usize) -> bool {
        self.keeps_sentences && !is_long(bytes)
    }

    /// The place for what a sentence says; none where that is not kept.
    pub(crate) fn said(&mut self, view: &View<'_>, sentence: usize) -> Option<&mut Said> {
        if !self.hears {
            return None;
        }
        let tokens = view.sentence(sentence);
        let found = self.sentences.get(view.span(tokens.clone()).of(view.text), view.tokens.get(tokens).unwrap_or_default());
        found.map(|found| &mut found.said)
    }
}
