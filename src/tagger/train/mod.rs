//! Training: corpora become [`Example`]s, examples become weights.
//!
//! Every corpus is read into the same form, a sentence whose words allow some of their readings and endings, however much or
//! little its annotation says. No corpus is part of the engine.

mod lenient;
mod optimise;
mod raw;
mod treebank;
mod vocalised;

pub use optimise::{Plan, fit};
pub use raw::read as read_raw;
pub use treebank::read as read_treebank;
pub use vocalised::{Hand, read as read_vocalised};

use std::sync::Arc;

use super::choose::{Tagger, Token};
use super::lattice::WordType;
use crate::layout::{Lexer, TokenKind as Kind};
use crate::morph::Ending;

/// An annotated sentence.
#[derive(Debug, Clone)]
pub struct Example {
    /// Its words.
    pub words: Vec<Arc<WordType>>,
    /// For each word, how much each of its readings agrees with the annotation: 0 not at all. All alike where nothing is known.
    pub allowed: Vec<Vec<f32>>,
    /// For each word and reading, the endings that agree with the annotation; empty where nothing is known.
    pub endings: Vec<Vec<Vec<Ending>>>,
    /// How much the sentence counts.
    pub weight: f32,
}

impl Example {
    fn new(weight: f32) -> Example {
        Example { words: Vec::new(), allowed: Vec::new(), endings: Vec::new(), weight }
    }

    fn push(&mut self, word: WordType, allowed: Vec<bool>, endings: Vec<Vec<Ending>>) {
        let any = allowed.iter().any(|&a| a);
        self.allowed.push(allowed.into_iter().map(|a| f32::from(u8::from(a || !any))).collect());
        self.endings.push(endings);
        self.words.push(Arc::new(word));
    }

    fn push_free(&mut self, word: WordType) {
        let count = word.candidates.len();
        self.push(word, vec![true; count], vec![Vec::new(); count]);
    }
}

/// The kind of a token that stands alone.
fn kind_of(text: &str) -> Kind {
    Lexer::resume(text, 0).next().map_or(Kind::Symbol, |token| token.kind)
}

fn weigh(tagger: &Tagger<'_>, text: &str) -> WordType {
    tagger.weigh(Token { text, kind: kind_of(text) })
}
