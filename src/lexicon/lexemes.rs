//! Lemmas and their stems: the lexemes of the lexicon pack, line by line.
//!
//! A browser begins with slow code for what it has just compiled and takes up better code when a function is called again, never inside a
//! loop: so each line is a call of its own here, and each stem's hash, and a cold start is over sooner.

use super::buckwalter::{fold, letters};
use super::index::hash;
use super::pack::PackError;
use super::part_of_speech::PartOfSpeech;

/// A lemma's number in its pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LemmaId(pub u32);

/// A stem.
#[derive(Debug, Clone, Copy)]
pub struct Stem {
    pub(super) at: u32,
    pub(super) len: u8,
    /// Number of its category.
    pub category: u8,
    /// What the dictionary says about it.
    pub pos: PartOfSpeech,
    /// A broken plural.
    pub plural: bool,
    /// Feminine without ة.
    pub feminine: bool,
    /// Whose form it is.
    pub lemma: LemmaId,
}

/// A lemma: where it and its root stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lemma {
    pub at: u32,
    pub len: u8,
    /// ة is to be added.
    pub ap: bool,
    pub root_at: u32,
    pub root_len: u8,
}

/// A stretch of the pack's text.
pub(super) fn slice(text: &[u8], at: u32, len: u8) -> &[u8] {
    text.get(at as usize..at as usize + len as usize).unwrap_or_default()
}

/// Lemmas and stems on their way.
struct Lexemes<'p> {
    codes: &'p [u8],
    kinds: &'p [u8],
    categories: usize,
    root: (u32, u8),
    lemmas: Vec<Lemma>,
    stems: Vec<Stem>,
}

fn short(length: usize) -> Result<u8, PackError> {
    u8::try_from(length).map_err(|_| PackError::Damaged)
}

impl Lexemes<'_> {
    /// Reads the line that starts at a byte; where the next one starts.
    #[inline(never)]
    fn line(&mut self, text: &[u8], start: usize) -> Result<usize, PackError> {
        let rest = text.get(start..).unwrap_or_default();
        let line = rest.iter().position(|&b| b == b'\n').map_or(rest, |end| rest.get(..end).unwrap_or_default());
        let next = start + line.len() + 1;
        if let Some(root) = line.strip_prefix(b"#") {
            self.root = (start as u32 + 1, short(root.len())?);
            return Ok(next);
        }
        if line.is_empty() {
            return Ok(next);
        }
        let id = LemmaId(self.lemmas.len() as u32);
        let (root_at, root_len) = self.root;
        let mut lemma = Lemma { at: 0, len: 0, ap: false, root_at, root_len };
        let mut from = start;
        for (i, cell) in line.split(|&b| b == b'\t').enumerate() {
            if !cell.is_ascii() {
                return Err(PackError::Damaged);
            }
            if i == 0 {
                match cell {
                    [] => {}
                    [b'+'] => lemma.ap = true,
                    [b'=', rest @ ..] => (lemma.at, lemma.len) = (from as u32 + 1, short(rest.len())?),
                    _ => return Err(PackError::Damaged),
                }
            } else {
                let stem = self.stem(cell, from, id)?;
                if lemma.len == 0 {
                    (lemma.at, lemma.len) = (stem.at, stem.len);
                }
                self.stems.push(stem);
            }
            from += cell.len() + 1;
        }
        self.lemmas.push(lemma);
        Ok(next)
    }

    /// The stem of a cell that starts at a byte.
    fn stem(&self, cell: &[u8], at: usize, lemma: LemmaId) -> Result<Stem, PackError> {
        let number = self.stems.len();
        let (&category, &kind) = self.codes.get(number).zip(self.kinds.get(number)).ok_or(PackError::Damaged)?;
        if category as usize >= self.categories {
            return Err(PackError::Damaged);
        }
        let pos = PartOfSpeech::from_code(kind & 15).ok_or(PackError::Damaged)?;
        let (plural, feminine) = (kind & 128 != 0, kind & 64 != 0);
        Ok(Stem { at: at as u32, len: short(cell.len())?, category, pos, plural, feminine, lemma })
    }
}

/// Reads the sections of lexemes: their text, the category of each stem, and its part of speech.
///
/// # Errors
/// [`PackError::Damaged`] where they contradict each other.
pub(super) fn read(text: &[u8], codes: &[u8], kinds: &[u8], categories: usize) -> Result<(Vec<Lemma>, Vec<Stem>), PackError> {
    let (lemmas, stems) = (Vec::with_capacity(1 << 15), Vec::with_capacity(codes.len()));
    let mut out = Lexemes { codes, kinds, categories, root: (0, 0), lemmas, stems };
    let mut at = 0;
    while at < text.len() {
        at = out.line(text, at)?;
    }
    if out.stems.len() != codes.len() || codes.len() != kinds.len() {
        return Err(PackError::Damaged);
    }
    Ok((out.lemmas, out.stems))
}

/// The hash of a stem's folded spelling.
#[inline(never)]
pub(super) fn stem_hash(text: &[u8], stem: &Stem) -> u32 {
    hash(letters(slice(text, stem.at, stem.len)).map(fold))
}
