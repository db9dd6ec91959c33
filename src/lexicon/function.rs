//! Function words: forms that are listed whole, with what may stand before them.
//!
//! A row is read when a word of its spelling is first met: a text meets few of them, and the first text waits for none of the others.

use std::ops::Range;
use std::sync::OnceLock;

use super::buckwalter::{self, fold, folded};
use super::index::{EMPTY, Index, extend};

/// A piece of a function word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FunctionPiece {
    /// Vocalised.
    pub text: Box<[u8]>,
    /// Coarse tag.
    pub tag: Box<str>,
    /// Universal part of speech.
    pub upos: Box<str>,
}

/// How the end of a function word changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FunctionEnding {
    /// Not at all.
    Fixed,
    /// Fatha, kasra after a preposition (بَعْدَ، مِنْ بَعْدِ).
    Adverbial,
    /// As any noun.
    Noun,
}

/// A row of the table of function words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FunctionWord {
    /// As written, without marks.
    pub letters: Box<[u8]>,
    /// Its pieces.
    pub pieces: Vec<FunctionPiece>,
    /// Vocalised lemma of the main piece.
    pub lemma: Box<[u8]>,
    /// The piece whose word the lemma and the features are.
    pub main: usize,
    /// Universal features of the main piece, `Name=Value` in alphabetical order.
    pub features: Vec<(Box<str>, Box<str>)>,
    /// Letters that may stand before it.
    pub proclitics: Box<[u8]>,
    /// How it ends.
    pub ending: FunctionEnding,
    /// English gloss.
    pub gloss: Box<str>,
    /// Radicals of one that is a noun or verb by origin; empty for the others.
    pub root: Box<[u8]>,
}

/// The cells of a row, and the number of its main piece; none where columns are missing or do not fit each other.
fn cells(row: &str) -> Option<([&str; 11], usize)> {
    let mut cells = [""; 11];
    let mut given = row.split('\t');
    for cell in &mut cells {
        *cell = given.next()?;
    }
    let [_, pieces, tags, upos, _, main, ..] = cells;
    let main: usize = main.parse().ok()?;
    let whole = given.next().is_none() && [pieces, tags, upos].iter().all(|column| column.split('+').nth(main).is_some());
    whole.then_some((cells, main))
}

impl FunctionWord {
    /// Reads a row of `function-words.tsv` with its root added; none where columns are missing or do not fit each other.
    pub fn parse(row: &str) -> Option<FunctionWord> {
        let ([surface, pieces, tags, upos, lemma, _, features, proclitics, ending, gloss, root], main) = cells(row)?;
        let pieces: Vec<_> = pieces
            .split('+')
            .zip(tags.split('+'))
            .zip(upos.split('+'))
            .map(|((text, tag), upos)| FunctionPiece { text: buckwalter::encode(text).into(), tag: tag.into(), upos: upos.into() })
            .collect();
        let features = if features == "-" {
            Vec::new()
        } else {
            features.split('|').filter_map(|f| f.split_once('=')).map(|(k, v)| (k.into(), v.into())).collect()
        };
        let dash = |text: &str| if text == "-" { Vec::new() } else { buckwalter::encode(text) };
        Some(FunctionWord {
            letters: buckwalter::encode(surface).into(),
            pieces,
            lemma: buckwalter::encode(lemma).into(),
            main,
            features,
            proclitics: dash(proclitics).into(),
            ending: match ending {
                "adverbial" => FunctionEnding::Adverbial,
                "noun" => FunctionEnding::Noun,
                _ => FunctionEnding::Fixed,
            },
            gloss: gloss.into(),
            root: dash(root).into(),
        })
    }
}

/// The rows of a pack, read as they are asked for.
#[derive(Debug, Clone, Default)]
pub(super) struct Functions {
    /// Where each stands, and what it says once it was asked for.
    rows: Vec<(Range<usize>, OnceLock<Option<FunctionWord>>)>,
    by_spelling: Index,
}

impl Functions {
    /// Where the rows of `text` stand and how they are spelled; none where one has not the form it should have.
    pub fn new(text: &str) -> Option<Functions> {
        let (mut rows, mut hashes, mut at) = (Vec::new(), Vec::new(), 0);
        for line in text.split_inclusive('\n') {
            let row = line.trim_end_matches('\n');
            rows.push((at..at + row.len(), OnceLock::new()));
            at += line.len();
            let ([surface, ..], _) = cells(row)?;
            let letters = surface.chars().filter_map(buckwalter::byte).map(folded).filter(|&letter| letter != 0);
            hashes.push(letters.fold(EMPTY, extend));
        }
        Some(Functions { rows, by_spelling: Index::new(&hashes) })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// A row of the same `text`; none where there is no such row.
    pub fn get(&self, text: &[u8], number: u16) -> Option<&FunctionWord> {
        let (row, word) = self.rows.get(usize::from(number))?;
        let parse = || std::str::from_utf8(text.get(row.clone())?).ok().and_then(FunctionWord::parse);
        word.get_or_init(parse).as_ref()
    }

    /// Those whose folded spelling is `key`, of which `hash` is the hash.
    pub fn spelled<'a>(&'a self, text: &'a [u8], hash: u32, key: &'a [u8]) -> impl Iterator<Item = (u16, &'a FunctionWord)> + 'a {
        self.by_spelling
            .get(hash)
            .filter_map(move |number| Some((number as u16, self.get(text, number as u16)?)))
            .filter(move |(_, word)| word.letters.iter().map(|&b| fold(b)).eq(key.iter().copied()))
    }
}
