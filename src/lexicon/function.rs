//! Function words: forms that are listed whole, with what may stand before them.

use super::buckwalter;

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

impl FunctionWord {
    /// Reads a row of `function-words.tsv` with its root added; none where columns are missing or do not fit each other.
    pub fn parse(row: &str) -> Option<FunctionWord> {
        let cells: [&str; 11] = row.split('\t').collect::<Vec<_>>().try_into().ok()?;
        let [surface, pieces, tags, upos, lemma, main, features, proclitics, ending, gloss, root] = cells;
        let pieces: Vec<_> = pieces
            .split('+')
            .zip(tags.split('+'))
            .zip(upos.split('+'))
            .map(|((text, tag), upos)| FunctionPiece { text: buckwalter::encode(text).into(), tag: tag.into(), upos: upos.into() })
            .collect();
        let main: usize = main.parse().ok()?;
        pieces.get(main)?;
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
