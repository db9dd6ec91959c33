//! The index of a text: its running words as columns, its distinct words as a table.
//!
//! A distinct word is a spelling together with what it was found to be in its place, so that one number a running word says all
//! that is known of it. Twelve bytes a running word, the rest grows with the vocabulary.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::{bump, collate, folded, sorted};
use crate::layout::{Layout, Token, TokenKind};
use crate::morph::{Expanded, Upos};
use crate::morphology::{Explained, Morphology};
use crate::text::strings::{Collector, Strings};

/// No row.
pub const NONE: u32 = u32::MAX;

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(NONE)
}

/// A distinct word: a spelling and what it was found to be.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// A token that is this word.
    pub token: u32,
    /// How often it occurs.
    pub count: u32,
    /// Its spelling, folded in full: a number of [`Index::folded`].
    pub form: u32,
    /// The same without proclitics, article and attached pronoun.
    pub core: u32,
    /// Row of its lemma, or [`NONE`].
    pub lemma: u32,
    /// Row of [`Morphology::table`], or [`NONE`].
    pub answer: u32,
    /// What kind of token it is.
    pub kind: TokenKind,
}

/// A lemma of the text: the same vowels and the same root.
#[derive(Debug, Clone, Copy)]
pub struct Lemma {
    /// An answer that has it.
    pub answer: u32,
    /// Its letters, folded: a number of [`Index::folded`].
    pub folded: u32,
    /// A number of [`Index::roots`], or [`NONE`].
    pub root: u32,
    /// Whether it is a function word.
    pub closed: bool,
}

/// The index of a text.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// For each running word, its token.
    pub token: Vec<u32>,
    /// For each running word, its row among the distinct words.
    pub word: Vec<u32>,
    /// For each running word, its sentence.
    pub sentence: Vec<u32>,
    /// The distinct words.
    pub words: Vec<Word>,
    /// The lemmas.
    pub lemmas: Vec<Lemma>,
    /// The roots, radical by radical.
    pub roots: Strings,
    /// Folded spellings of words, of words without clitics, of lemmas.
    pub folded: Strings,
    /// For each folded spelling, a token that has it in the way it is written most often; [`NONE`] where no word is written so.
    pub shown: Vec<u32>,
    order: OnceLock<Vec<u32>>,
}

/// Whether a token is a running word.
pub(super) fn runs(kind: TokenKind) -> bool {
    !matches!(kind, TokenKind::Punct | TokenKind::Symbol | TokenKind::Emoji)
}

/// Whether a reading is that of a function word.
fn is_function_word(explained: &Explained) -> bool {
    explained.source == "closed"
        || matches!(explained.word.upos, Upos::Adp | Upos::Cconj | Upos::Det | Upos::Part | Upos::Pron | Upos::Sconj)
}

/// A word without proclitics, article and attached pronoun, its last letter as it is without them; none where it has none of them.
pub(super) fn core(word: &Expanded) -> Option<String> {
    if word.pieces.iter().all(|piece| piece.main && piece.tag != "DET") {
        return None;
    }
    let mut out = String::new();
    for piece in word.pieces.iter().filter(|piece| piece.main && piece.tag != "DET") {
        out.push_str(&piece.text);
        if let Some(letter) = piece.restored {
            out.pop();
            out.push_str(letter);
        }
    }
    Some(out).filter(|core| !core.is_empty())
}

/// What is only needed while an index is built.
#[derive(Default)]
struct Builder {
    index: Index,
    spellings: Collector,
    /// Tokens of each spelling, counted.
    written: Vec<u32>,
    /// The spelling of each distinct word.
    spelling_of: Vec<u32>,
    folded: Collector,
    roots: Collector,
    words: FxHashMap<(u32, u32), u32>,
    lemmas: FxHashMap<Box<str>, u32>,
}

impl Builder {
    fn add(&mut self, text: &str, token: &Token, at: u32, sentence: u32, morphology: Option<&Morphology>) {
        let surface = token.span.of(text);
        let spelling = self.spellings.number(surface);
        if spelling as usize == self.written.len() {
            self.written.push(0);
        }
        bump(&mut self.written, spelling, 1);
        let answer = morphology.and_then(|m| m.answers.get(at as usize).copied()).unwrap_or(NONE);
        let word = match self.words.get(&(spelling, answer)) {
            Some(&known) => known,
            None => {
                let fresh = number(self.index.words.len());
                let explained = morphology.and_then(|m| m.table.get(answer as usize));
                let form = self.folded.number(&folded(surface));
                let mut word = Word { token: at, count: 0, form, core: form, lemma: NONE, answer, kind: token.kind };
                if let Some(explained) = explained {
                    if let Some(core) = core(&explained.word) {
                        word.core = self.folded.number(&folded(&core));
                    }
                    word.lemma = self.lemma(explained, answer);
                }
                self.index.words.push(word);
                self.spelling_of.push(spelling);
                self.words.insert((spelling, answer), fresh);
                fresh
            }
        };
        if let Some(row) = self.index.words.get_mut(word as usize) {
            row.count += 1;
        }
        self.index.token.push(at);
        self.index.word.push(word);
        self.index.sentence.push(sentence);
    }

    fn lemma(&mut self, explained: &Explained, answer: u32) -> u32 {
        let word = &explained.word;
        if word.lemma.is_empty() {
            return NONE;
        }
        let root = word.root.as_deref().unwrap_or_default();
        let key = [word.lemma.as_str(), root].join(" ");
        if let Some(&known) = self.lemmas.get(key.as_str()) {
            return known;
        }
        let fresh = number(self.index.lemmas.len());
        self.lemmas.insert(key.into(), fresh);
        self.index.lemmas.push(Lemma {
            answer,
            folded: self.folded.number(&folded(&word.lemma)),
            root: if root.is_empty() { NONE } else { self.roots.number(root) },
            closed: is_function_word(explained),
        });
        fresh
    }

    fn finish(mut self) -> Index {
        // Of each folded spelling, the way it is written most; of equals the earliest.
        let mut best = vec![0; self.folded.strings().len()];
        self.index.shown = vec![NONE; best.len()];
        for (word, spelling) in self.index.words.iter().zip(&self.spelling_of) {
            let count = self.written.get(*spelling as usize).copied().unwrap_or(0);
            if let (Some(best), Some(shown)) = (best.get_mut(word.form as usize), self.index.shown.get_mut(word.form as usize))
                && count > *best
            {
                (*best, *shown) = (count, word.token);
            }
        }
        self.index.folded = self.folded.finish();
        self.index.roots = self.roots.finish();
        self.index
    }
}

impl Index {
    /// Builds the index of a laid-out text, in one pass.
    pub fn new(text: &str, tokens: &[Token], layout: &Layout, morphology: Option<&Morphology>) -> Index {
        let mut builder = Builder::default();
        for (number_of, sentence) in layout.sentences.iter().enumerate() {
            if !layout.blocks.get(sentence.block).is_some_and(|block| block.role.is_content()) {
                continue;
            }
            for at in sentence.tokens.clone() {
                if let Some(token) = tokens.get(at).filter(|token| runs(token.kind)) {
                    builder.add(text, token, number(at), number(number_of), morphology);
                }
            }
        }
        builder.finish()
    }

    /// How many running words there are.
    pub fn len(&self) -> usize {
        self.token.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.token.is_empty()
    }

    /// For each folded spelling, its place in the alphabet; made when it is first asked for.
    pub(super) fn order(&self) -> &[u32] {
        self.order.get_or_init(|| {
            let sorted = sorted(self.folded.len(), &|a, b| collate::compare(self.folded.get(a), self.folded.get(b)));
            let mut order = vec![0; sorted.len()];
            for (place, &at) in sorted.iter().enumerate() {
                if let Some(slot) = order.get_mut(at as usize) {
                    *slot = number(place);
                }
            }
            order
        })
    }
}
