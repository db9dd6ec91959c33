//! The rows of words that the other side has been given.
//!
//! What a word was found to be is a dozen strings, and the next result has nearly the same words as the one before: so each explained word is
//! given once, as a row of one table that both sides keep, and results name rows by their numbers. A request says how much of which
//! edition of the table it knows, so that nothing is missed where an answer went astray.

use std::collections::HashMap;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use crate::layout::Token;
use crate::morph::Piece;
use crate::morphology::{Explained, Morphology};

/// A table that would grow beyond so many rows, and beyond twice what the text needs, is begun anew.
const MOST: usize = 20_000;

/// How much of a table is known: its edition, and how many of its rows.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known {
    /// No edition is 0.
    pub edition: u32,
    /// The first of those that are not known.
    pub rows: u32,
}

/// A word, and where its pieces stand in it: start and end in UTF-16 units, both 0 for a piece that shows in no letter.
pub struct Row {
    pub word: Arc<Explained>,
    pub pieces: Vec<(u32, u32)>,
}

/// Explained words by their rows.
#[derive(Default)]
pub struct Rows {
    edition: u32,
    numbers: HashMap<usize, u32, FxBuildHasher>,
    /// Words are alive for as long as `numbers` names them by address.
    list: Vec<Row>,
}

impl Rows {
    /// Begins the table anew, as after a change of packs.
    pub fn forget(&mut self) {
        *self = Rows::default();
    }

    /// The rows of the distinct answers of a text; unknown ones are added.
    pub fn numbers(&mut self, text: &str, tokens: &[Token], found: &Morphology) -> Vec<u32> {
        let new = found.table.iter().filter(|word| !self.numbers.contains_key(&(Arc::as_ptr(word) as usize))).count();
        let grows = new > 0 && self.list.len() + new > MOST.max(2 * found.table.len());
        if self.edition == 0 || grows {
            // By chance, so that the table of an engine that crashed is not taken for that of its successor.
            let edition = 1 + (js_sys::Math::random() * f64::from(u32::MAX - 1)) as u32;
            *self = Rows { edition, ..Rows::default() };
        }
        // A token that has each answer: its pieces are counted in it.
        let mut sample = vec![None; found.table.len()];
        for (token, &answer) in tokens.iter().zip(&found.answers) {
            if let Some(slot) = sample.get_mut(answer as usize).filter(|slot| slot.is_none()) {
                *slot = Some(token);
            }
        }
        let number = |(word, token): (&Arc<Explained>, Option<&Token>)| {
            *self.numbers.entry(Arc::as_ptr(word) as usize).or_insert_with(|| {
                let units = |from: u32, to: u32| text.get(from as usize..to as usize).map_or(0, |t| t.encode_utf16().count()) as u32;
                let place = |piece: &Piece| {
                    let token = token?;
                    let span = found.piece_span(token, word, piece.from, piece.to)?;
                    Some((units(token.span.start, span.start), units(token.span.start, span.end)))
                };
                let pieces = word.word.pieces.iter().map(|piece| place(piece).unwrap_or_default()).collect();
                self.list.push(Row { word: Arc::clone(word), pieces });
                self.list.len() as u32 - 1
            })
        };
        found.table.iter().zip(sample).map(number).collect()
    }

    /// The edition, and the rows from the first one that is not known.
    pub fn from(&self, known: Known) -> (u32, usize, &[Row]) {
        let first = if known.edition == self.edition { (known.rows as usize).min(self.list.len()) } else { 0 };
        (self.edition, first, self.list.get(first..).unwrap_or_default())
    }
}
