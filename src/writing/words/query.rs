//! Queries: what is asked, and which distinct words answer it.
//!
//! A query is one or more elements that stand for words in a row. The mode says how they are meant; an element may say its own
//! (`lemma:قال PREP`). Words are cut out of a query as they are cut out of a text, so that what was copied from a text finds its place.

use super::index::{NONE, Word};
use super::{Corpus, folded, glob};
use crate::layout::{Lexer, TokenKind};
use crate::morph::Upos;
use crate::text::chars::{Class, class};
use crate::text::strings::Strings;

/// How an element is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// A word, however it is spelled: vowels, tatweel, the hamza of an alef, ة/ه and ى/ي make no difference.
    Folded,
    /// A word as it is written.
    Exact,
    /// A lemma: with vowels that one, without them every lemma of these letters; a word of the text that is no lemma stands for its own.
    Lemma,
    /// Radicals.
    Root,
    /// Folded letters, with `*` for any number of them and `?` for one.
    Wildcard,
    /// A part of speech, of Universal Dependencies or of the segments.
    Tags,
}

impl Mode {
    /// All of them.
    pub const ALL: [Mode; 6] = [Mode::Folded, Mode::Exact, Mode::Lemma, Mode::Root, Mode::Wildcard, Mode::Tags];

    /// The mode of a name.
    pub fn from_name(name: &str) -> Option<Mode> {
        Some(match name {
            "folded" | "word" => Mode::Folded,
            "exact" => Mode::Exact,
            "lemma" => Mode::Lemma,
            "root" => Mode::Root,
            "wildcard" => Mode::Wildcard,
            "tags" | "tag" => Mode::Tags,
            _ => return None,
        })
    }
}

/// The coarse tags a word may have as a whole; those of Universal Dependencies are in [`Upos`].
const COARSE: [&str; 10] = ["CONJ", "PREP", "PART", "NOUN", "ADJ", "V", "PRON", "NUM", "ADV", "FOREIGN"];
/// And one that Universal Dependencies know under another name.
const ABBREVIATION: &str = "ABBREV";

/// Longer rows of words are not looked for.
pub const MOST_ELEMENTS: usize = 100;
/// Nor longer wildcards, in letters.
const LONGEST_WILDCARD: usize = 100;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Element {
    Any,
    Is(Mode, String),
    Fits(Vec<char>),
}

/// A query that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    elements: Vec<Element>,
    clitics: bool,
    /// Elements that mean nothing; where there are any, nothing is found.
    pub unclear: Vec<String>,
}

fn is_hamza(c: char) -> bool {
    matches!(c, 'ؤ' | 'ئ' | 'ء')
}

/// Radicals, with one letter for hamza, its seats and alef, which no radical is; and for the two forms of yā'.
fn radicals(text: &str) -> String {
    let letters = folded(text);
    letters.chars().filter(|c| c.is_alphabetic()).map(|c| if is_hamza(c) { 'ا' } else { c }).collect()
}

fn has_marks(text: &str) -> bool {
    text.chars().any(|c| class(c) == Class::Mark)
}

impl Query {
    /// Reads a query. With `clitics` words are also found with what is attached to them.
    pub fn parse(text: &str, mode: Mode, clitics: bool) -> Query {
        let mut query = Query { elements: Vec::new(), clitics, unclear: Vec::new() };
        for piece in text.split_whitespace() {
            if query.elements.len() > MOST_ELEMENTS {
                break;
            }
            match piece.split_once(':').and_then(|(name, rest)| Some((Mode::from_name(name)?, rest))) {
                Some((own, rest)) => query.add(own, rest),
                None => query.add(mode, piece),
            }
        }
        if query.elements.len() > MOST_ELEMENTS {
            query.unclear.push("…".into());
        }
        query.join_radicals();
        query
    }

    #[inline(never)]
    fn add(&mut self, mode: Mode, piece: &str) {
        let element = match mode {
            _ if piece == "*" => Element::Any,
            Mode::Folded | Mode::Exact | Mode::Lemma => {
                for token in Lexer::new(piece).filter(|token| super::index::runs(token.kind)).take(MOST_ELEMENTS + 1) {
                    self.elements.push(Element::Is(mode, token.span.of(piece).to_string()));
                }
                return;
            }
            Mode::Root => Element::Is(mode, radicals(piece)),
            Mode::Wildcard => {
                let sign = |c: char| !matches!(c, '*' | '?' | '؟' | '٭') && class(c) == Class::Punctuation;
                let folded = folded(piece.trim_matches(sign));
                let pattern: Vec<char> = folded
                    .chars()
                    .map(|c| {
                        if c == '؟' {
                            '?'
                        } else if c == '٭' {
                            '*'
                        } else {
                            c
                        }
                    })
                    .collect();
                if pattern.len() > LONGEST_WILDCARD { Element::Is(Mode::Root, String::new()) } else { Element::Fits(pattern) }
            }
            Mode::Tags => {
                let tag = piece.to_ascii_uppercase();
                let known = COARSE.contains(&tag.as_str()) || tag == ABBREVIATION || Upos::parse(&tag).is_some();
                Element::Is(mode, if known { tag } else { String::new() })
            }
        };
        match &element {
            Element::Is(_, text) if text.is_empty() => self.unclear.push(piece.to_string()),
            // Signs alone, as the comma of what was copied.
            Element::Fits(pattern) if pattern.is_empty() => {}
            _ => self.elements.push(element),
        }
    }

    /// `ك ت ب` is one root.
    fn join_radicals(&mut self) {
        let mut joined = String::new();
        for element in &self.elements {
            match element {
                Element::Is(Mode::Root, radical) if radical.chars().count() == 1 => joined.push_str(radical),
                _ => return,
            }
        }
        if self.elements.len() > 1 {
            self.elements = vec![Element::Is(Mode::Root, joined)];
        }
    }

    /// How many words stand in a row.
    pub fn len(&self) -> usize {
        self.elements.len()
    }

    /// Whether nothing can be found.
    pub fn is_empty(&self) -> bool {
        self.elements.is_empty() || !self.unclear.is_empty()
    }

    /// For each element, which of the distinct words answer it.
    pub(super) fn answers(&self, corpus: Corpus<'_>) -> Vec<Vec<bool>> {
        self.elements.iter().map(|element| self.answer(corpus, element)).collect()
    }

    fn answer(&self, corpus: Corpus<'_>, element: &Element) -> Vec<bool> {
        let index = corpus.index;
        // What is asked of the tables of spellings, lemmas or roots; a word then asks those.
        let (mode, text, table) = match element {
            Element::Any => return vec![true; index.words.len()],
            Element::Fits(pattern) => (Mode::Wildcard, "", matching(&index.folded, &|folded| glob::fits(pattern, folded))),
            Element::Is(Mode::Root, text) => (Mode::Root, text.as_str(), matching(&index.roots, &|root| radicals(root) == *text)),
            Element::Is(mode, text) => {
                let wanted = folded(text);
                (*mode, text.as_str(), matching(&index.folded, &|folded| folded == wanted))
            }
        };
        let lemmas = if mode == Mode::Lemma { lemmas_of(corpus, text, &table) } else { Vec::new() };
        let has = |table: &[bool], row: u32| table.get(row as usize) == Some(&true);
        let mut out = Vec::with_capacity(index.words.len());
        for word in &index.words {
            let spelled = || has(&table, word.form) || self.clitics && has(&table, word.core);
            out.push(match mode {
                Mode::Folded | Mode::Wildcard => spelled(),
                Mode::Exact => {
                    spelled() && (corpus.written(word.token) == text || self.clitics && core_as_written(corpus, word) == Some(text))
                }
                Mode::Lemma if word.lemma == NONE => has(&table, word.form),
                Mode::Lemma => has(&lemmas, word.lemma),
                Mode::Root => index.lemmas.get(word.lemma as usize).is_some_and(|lemma| has(&table, lemma.root)),
                Mode::Tags => has_tag(corpus, word, text),
            });
        }
        out
    }
}

/// Which strings of a table are those sought.
fn matching(strings: &Strings, is: &dyn Fn(&str) -> bool) -> Vec<bool> {
    let mut out = Vec::with_capacity(strings.len());
    for number in 0..strings.len() as u32 {
        out.push(is(strings.get(number)));
    }
    out
}

/// Which lemmas a word stands for; `folded` are the spellings it may have.
fn lemmas_of(corpus: Corpus<'_>, text: &str, folded: &[bool]) -> Vec<bool> {
    let index = corpus.index;
    let has = |row: u32| folded.get(row as usize) == Some(&true);
    let (mut same, mut of) = (Vec::new(), Vec::new());
    let marked = has_marks(text);
    for (number, lemma) in (0..).zip(&index.lemmas) {
        same.push(marked && corpus.lemma(number) == text);
        of.push(has(lemma.folded));
    }
    if same.contains(&true) {
        return same;
    }
    if !of.contains(&true) {
        for word in index.words.iter().filter(|word| has(word.form) || has(word.core)) {
            if let Some(slot) = of.get_mut(word.lemma as usize) {
                *slot = true;
            }
        }
    }
    of
}

/// The word itself inside its token, with the marks it is written with; none where that is the whole token.
fn core_as_written<'a>(corpus: Corpus<'a>, word: &Word) -> Option<&'a str> {
    let explained = corpus.explained(word.answer)?;
    let token = corpus.tokens.get(word.token as usize)?;
    let mut own = explained.word.pieces.iter().filter(|piece| piece.main && piece.tag != "DET" && piece.to > piece.from);
    let first = own.next()?;
    let to = own.next_back().unwrap_or(first).to;
    Some(corpus.morphology?.piece_span(token, explained, first.from, to)?.of(corpus.text))
}

fn has_tag(corpus: Corpus<'_>, word: &Word, tag: &str) -> bool {
    let Some(explained) = corpus.explained(word.answer) else {
        return match word.kind {
            TokenKind::Number => tag == Upos::Num.name(),
            TokenKind::Latin => tag == Upos::X.name() || tag == "FOREIGN",
            _ => false,
        };
    };
    let full = &explained.word;
    // The first piece of the word itself says what it is; what follows inflects it.
    let own = full.pieces.iter().find(|piece| piece.main && piece.tag != "DET");
    full.upos.name() == tag || own.is_some_and(|piece| piece.tag == tag)
}
