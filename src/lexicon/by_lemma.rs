//! What is known of lemmas beyond the lexicon, in packs that count its lemmas: glosses and frequencies.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::lexemes::LemmaId;
use super::pack::{Kind, Pack, PackError};
use super::reader::Lexicon;

/// English glosses by lemma, a pack of their own because they are half of the data and shown last.
#[derive(Debug, Clone)]
pub struct Glosses {
    pack: Pack,
    lines: Vec<u32>,
}

impl Glosses {
    /// Reads a gloss pack: section 1 has one line a lemma.
    ///
    /// # Errors
    /// As [`Lexicon::read`], and [`PackError::OtherLexicon`].
    pub fn read(bytes: Vec<u8>, lexicon: &Lexicon) -> Result<Glosses, PackError> {
        let pack = Pack::open(bytes, Kind::Glosses)?;
        if pack.lexicon() != lexicon.checksum() {
            return Err(PackError::OtherLexicon);
        }
        let text = pack.text(1)?;
        let mut lines = vec![0];
        lines.extend(text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(at, _)| at as u32 + 1));
        if lines.len() != lexicon.lemma_count() + 1 {
            return Err(PackError::Damaged);
        }
        Ok(Glosses { pack, lines })
    }

    /// The gloss of a lemma; none where the dictionary has none.
    pub fn get(&self, lemma: LemmaId) -> Option<&str> {
        let (&from, &to) = self.lines.get(lemma.0 as usize).zip(self.lines.get(lemma.0 as usize + 1))?;
        let line = self.pack.section(1).get(from as usize..(to as usize).checked_sub(1)?)?;
        std::str::from_utf8(line).ok().filter(|gloss| !gloss.is_empty())
    }
}

/// How often lemmas and affixes occur, in steps of a logarithm.
#[derive(Debug, Clone)]
pub struct LemmaCounts {
    pack: Pack,
    shapes: HashMap<(u16, u16, u8), u8, FxBuildHasher>,
}

impl LemmaCounts {
    /// Reads a frequency pack: section 1 has one byte a lemma, `12 × ln(1 + occurrences per 100 million words)`, at most 255.
    ///
    /// # Errors
    /// As [`Glosses::read`].
    pub fn read(bytes: Vec<u8>, lexicon: &Lexicon) -> Result<LemmaCounts, PackError> {
        let pack = Pack::open(bytes, Kind::Frequency)?;
        if pack.lexicon() != lexicon.checksum() {
            return Err(PackError::OtherLexicon);
        }
        if pack.section(1).len() != lexicon.lemma_count() || pack.section(2).len() != lexicon.function_count() {
            return Err(PackError::Damaged);
        }
        let mut shapes = HashMap::default();
        for entry in pack.section(3).chunks(6) {
            let &[p, q, s, t, category, step] = entry else { return Err(PackError::Damaged) };
            shapes.insert((u16::from_le_bytes([p, q]), u16::from_le_bytes([s, t]), category), step);
        }
        Ok(LemmaCounts { pack, shapes })
    }

    /// The same of a prefix and a suffix with a stem category, which section 3 counts: their numbers, two bytes each, the category and the step.
    /// Function words have `u16::MAX`, the number of their proclitics and 0.
    pub fn log_shape(&self, prefix: u16, suffix: u16, category: u8) -> f32 {
        self.shapes.get(&(prefix, suffix, category)).map_or(0.0, |&step| f32::from(step) / 12.0)
    }

    /// The same of a row of function words, which section 2 counts.
    pub fn log_function(&self, word: u16) -> f32 {
        self.pack.section(2).get(word as usize).map_or(0.0, |&step| f32::from(step) / 12.0)
    }

    /// Natural logarithm of one plus the occurrences per 100 million words.
    pub fn log(&self, lemma: LemmaId) -> f32 {
        self.pack.section(1).get(lemma.0 as usize).map_or(0.0, |&step| f32::from(step) / 12.0)
    }
}
