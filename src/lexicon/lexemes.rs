//! Lemmas and their stems: the lexemes of the lexicon pack, line by line.
//!
//! A browser begins with slow code for what it has just compiled and takes up better code when a function is called again, never inside a
//! loop: so each line is a call of its own here, and each cell, and a cold start is over sooner. For the same reason each byte is looked at
//! once, for where its cell ends, for whether it is ASCII, and for the hash by which the stem is found.

use super::buckwalter::folded;
use super::index::{EMPTY, extend};
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
    hashes: Vec<u32>,
}

/// A cell of a line.
struct Cell {
    end: usize,
    /// Of its folded spelling.
    hash: u32,
    ascii: bool,
}

impl Cell {
    /// The cell that starts at a byte and ends before a tab, a line's end or the text's.
    #[inline(never)]
    fn at(text: &[u8], start: usize) -> Cell {
        let (mut end, mut hash, mut all) = (start, EMPTY, 0);
        for &b in text.get(start..).unwrap_or_default() {
            if matches!(b, b'\t' | b'\n') {
                break;
            }
            all |= b;
            let letter = folded(b);
            if letter != 0 {
                hash = extend(hash, letter);
            }
            end += 1;
        }
        Cell { end, hash, ascii: all < 128 }
    }
}

fn short(length: usize) -> Result<u8, PackError> {
    u8::try_from(length).map_err(|_| PackError::Damaged)
}

impl Lexemes<'_> {
    /// Reads the line that starts at a byte; where the next one starts.
    #[inline(never)]
    fn line(&mut self, text: &[u8], start: usize) -> Result<usize, PackError> {
        let bytes = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
        let mut cell = Cell::at(text, start);
        let first = bytes(start, cell.end);
        if let [b'#', root @ ..] = first {
            let ends = text.get(cell.end).is_none_or(|&b| b == b'\n');
            self.root = (start as u32 + 1, short(root.len())?);
            return if ends { Ok(cell.end + 1) } else { Err(PackError::Damaged) };
        }
        let id = LemmaId(self.lemmas.len() as u32);
        let (root_at, root_len) = self.root;
        let mut lemma = Lemma { at: 0, len: 0, ap: false, root_at, root_len };
        match first {
            [] => {}
            [b'+'] => lemma.ap = true,
            [b'=', rest @ ..] if cell.ascii => (lemma.at, lemma.len) = (start as u32 + 1, short(rest.len())?),
            _ => return Err(PackError::Damaged),
        }
        let before = self.stems.len();
        while text.get(cell.end) == Some(&b'\t') {
            let at = cell.end + 1;
            cell = Cell::at(text, at);
            if !cell.ascii {
                return Err(PackError::Damaged);
            }
            let stem = self.stem(cell.end - at, at, id)?;
            if lemma.len == 0 {
                (lemma.at, lemma.len) = (stem.at, stem.len);
            }
            self.stems.push(stem);
            self.hashes.push(cell.hash);
        }
        if !first.is_empty() || self.stems.len() > before {
            self.lemmas.push(lemma);
        }
        Ok(cell.end + 1)
    }

    /// The stem of so many bytes that starts at a byte.
    fn stem(&self, len: usize, at: usize, lemma: LemmaId) -> Result<Stem, PackError> {
        let number = self.stems.len();
        let (&category, &kind) = self.codes.get(number).zip(self.kinds.get(number)).ok_or(PackError::Damaged)?;
        if category as usize >= self.categories {
            return Err(PackError::Damaged);
        }
        let pos = PartOfSpeech::from_code(kind & 15).ok_or(PackError::Damaged)?;
        let (plural, feminine) = (kind & 128 != 0, kind & 64 != 0);
        Ok(Stem { at: at as u32, len: short(len)?, category, pos, plural, feminine, lemma })
    }
}

/// What the sections of lexemes hold.
pub(super) struct Read {
    pub lemmas: Vec<Lemma>,
    pub stems: Vec<Stem>,
    /// Of the stems' folded spellings.
    pub hashes: Vec<u32>,
}

/// Reads the sections of lexemes: their text, the category of each stem, and its part of speech.
///
/// # Errors
/// [`PackError::Damaged`] where they contradict each other.
pub(super) fn read(text: &[u8], codes: &[u8], kinds: &[u8], categories: usize) -> Result<Read, PackError> {
    let (lemmas, stems, hashes) = (Vec::with_capacity(1 << 15), Vec::with_capacity(codes.len()), Vec::with_capacity(codes.len()));
    let mut out = Lexemes { codes, kinds, categories, root: (0, 0), lemmas, stems, hashes };
    let mut at = 0;
    while at < text.len() {
        at = out.line(text, at)?;
    }
    if out.stems.len() != codes.len() || codes.len() != kinds.len() {
        return Err(PackError::Damaged);
    }
    Ok(Read { lemmas: out.lemmas, stems: out.stems, hashes: out.hashes })
}
