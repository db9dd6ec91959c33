//! The readings of words, kept a type at a time.

use std::collections::HashMap;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use super::choose::Token;
use super::features::{self, hash, hash_on};
use crate::layout::TokenKind as Kind;
use crate::lexicon::{LemmaCounts, Lexicon};
use crate::morph::correct::canonical;
use crate::morph::tag::spelling;
use crate::morph::{Analyzer, Reading, Source, Tag, Upos, Written};
use crate::text::chars::is_quote;

/// A reading and what it is compared by.
#[derive(Debug, Clone, Copy)]
pub struct Candidate {
    /// The reading.
    pub reading: Reading,
    /// Hash of everything its tag says.
    pub fine: u32,
    /// What it shows to the word before it.
    pub left: u32,
    /// What it shows to the word after it.
    pub right: u32,
    /// Part of speech and definiteness.
    pub plain: u32,
    /// Hash of its lemma.
    pub lemma: u32,
    /// Hash of its stem category.
    pub category: u32,
    /// Hash of its affixes.
    pub affixes: u32,
    /// Gender and number.
    pub gender_number: u32,
    /// Logarithm of how often its lemma occurs.
    pub frequency: f32,
    /// Logarithm of how often its affixes occur with its stem category.
    pub shape: f32,
    /// Score of the features that depend on the word alone.
    pub score: f32,
}

/// A word type and its readings.
#[derive(Debug, Clone)]
pub struct WordType {
    /// Its letters.
    pub written: Arc<Written>,
    /// Hash of the letters as written.
    pub form: u32,
    /// Hash of the last three letters.
    pub ending: u32,
    /// Hash of the first two letters.
    pub beginning: u32,
    /// Letters, at most 12.
    pub length: u32,
    /// 1 when a correctly spelled reading exists.
    pub correct: u32,
    /// Frequency of its most frequent reading.
    pub top_frequency: f32,
    /// Lemma and affixes together of the reading that is likeliest so.
    pub top_prior: f32,
    /// Its readings.
    pub candidates: Vec<Candidate>,
    /// How its readings are rightly spelled.
    pub spellings: Spellings,
    /// A quotation mark: grammar does not see it.
    pub quotes: bool,
}

/// The right spellings of a word's readings; empty where all of them are spelled as written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spellings {
    /// In Buckwalter's transliteration, each once; the first is the written one, whether a reading has it or not.
    pub forms: Vec<Box<[u8]>>,
    /// For each candidate, the number of its form.
    pub of: Vec<u8>,
    /// Whether a reading that is no guess is spelled as written.
    pub sound: bool,
}

impl Spellings {
    /// The spellings of readings, in their order.
    pub fn new(lexicon: &Lexicon, word: &Written, candidates: &[Candidate]) -> Spellings {
        let mut out = Spellings::default();
        if candidates.iter().all(|c| c.reading.spelling == 0) {
            return out;
        }
        out.forms.push(word.letters.iter().map(|l| l.byte).collect());
        for c in candidates {
            let form = canonical(lexicon, word, &c.reading);
            let number = out.forms.iter().position(|known| **known == *form).unwrap_or(out.forms.len());
            if number == out.forms.len() {
                out.forms.push(form.into());
            }
            out.of.push(number as u8);
            out.sound |= number == 0 && !matches!(c.reading.source, Source::Guess { .. });
        }
        out
    }
}

/// Readings of the words met so far, a bounded number of types.
#[derive(Debug, Default)]
pub struct WordTypes {
    /// By what the token is, as the same letters may be taken for different things.
    types: [HashMap<Box<str>, Arc<WordType>, FxBuildHasher>; Kind::ALL.len()],
}

/// The readings of a sentence.
pub type Lattice = Vec<Arc<WordType>>;

impl WordTypes {
    /// More types than this are forgotten and found again: a bound on memory, wide enough for a long book.
    pub const MOST: usize = 100_000;

    /// How many there are.
    pub fn len(&self) -> usize {
        self.types.iter().map(HashMap::len).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// An empty store.
    pub fn new() -> WordTypes {
        WordTypes::default()
    }

    /// The readings of a token, made where it is met for the first time.
    pub fn get(&mut self, token: Token<'_>, make: impl FnOnce() -> WordType) -> Arc<WordType> {
        let number = token.kind as usize;
        if let Some(found) = self.types.get(number).and_then(|types| types.get(token.text)) {
            return Arc::clone(found);
        }
        if self.len() >= WordTypes::MOST {
            self.types.iter_mut().for_each(HashMap::clear);
        }
        let made = Arc::new(make());
        if let Some(types) = self.types.get_mut(number) {
            types.insert(token.text.into(), Arc::clone(&made));
        }
        made
    }
}

/// The readings of a word, not yet weighed.
pub fn word_type(analyzer: &Analyzer<'_>, counts: Option<&LemmaCounts>, text: &str) -> WordType {
    let written = Written::new(text);
    let readings = analyzer.readings(&written);
    let mut candidates: Vec<Candidate> = readings.iter().map(|reading| candidate(analyzer.lexicon(), counts, &written, reading)).collect();
    let alike = |c: &Candidate| c.reading.spelling & spelling::LIKE_SOUND != 0;
    let prior = candidates.iter().filter(|c| !alike(c)).map(|c| c.frequency + c.shape).fold(0.0, f32::max);
    candidates.retain(|c| !alike(c) || c.frequency + c.shape > (prior + LIKE_SOUND_GAIN).max(LIKE_SOUND_LEAST));
    let uncommon = spelling::HAMZA_MOVED | spelling::LIKE_SOUND | spelling::OTHER;
    let likely = candidates.iter().filter(|c| c.reading.spelling & uncommon == 0).map(|c| c.frequency + c.shape).fold(0.0, f32::max);
    if counts.is_some()
        && written.len() >= 3
        && likely < RARE
        && !candidates.iter().any(|c| matches!(c.reading.source, Source::Guess { .. }))
    {
        // A rare word that the letters happen to spell may as well be a name that no table knows.
        let names = analyzer.guesses(&written).into_iter().filter(|reading| reading.tag.upos == Upos::Propn);
        candidates.extend(names.map(|reading| candidate(analyzer.lexicon(), counts, &written, &reading)));
    }
    finish(written, candidates)
}

/// A word of like sound is considered where it is so much more frequent than the one written, in logarithms.
const LIKE_SOUND_GAIN: f32 = 3.0;
/// And where it is no rarer than this.
const LIKE_SOUND_LEAST: f32 = 14.0;

/// A word is rare when lemma and affixes together are rarer than this, in logarithms; found on the development part of PUD.
const RARE: f32 = 17.0;

/// The same word with guesses alone.
pub fn guessed_type(analyzer: &Analyzer<'_>, text: &str) -> WordType {
    let written = Written::new(text);
    let candidates = analyzer.guesses(&written).iter().map(|reading| candidate(analyzer.lexicon(), None, &written, reading)).collect();
    finish(written, candidates)
}

/// A token that is no Arabic word: one reading, which says what it is.
pub fn other_type(text: &str, kind: Kind) -> WordType {
    let upos = match kind {
        Kind::Number => Upos::Num,
        Kind::Punct => Upos::Punct,
        Kind::Symbol | Kind::Emoji => Upos::Sym,
        _ => Upos::X,
    };
    let reading = Reading { source: Source::Guess { kind: u8::MAX, front: 0, back: 0 }, tag: Tag::new(upos), lemma: None, spelling: 0 };
    let mut c = blank(reading);
    // Digits are alike to grammar, marks are not.
    let name = if kind == Kind::Number { b"0".to_vec() } else { text.as_bytes().to_vec() };
    c.lemma = if kind == Kind::Punct { hash(&name) } else { upos as u32 };
    features::prepare(&mut c);
    let mut out = finish(Written::default(), vec![c]);
    out.quotes = kind == Kind::Punct && text.chars().all(is_quote);
    out.form = if matches!(kind, Kind::Punct) { hash(&name) } else { upos as u32 };
    (out.ending, out.beginning) = (out.form, out.form);
    out
}

/// Logarithm of how often a reading's word occurs: its lemma, and its affixes with such stems.
pub fn prior(counts: Option<&LemmaCounts>, lexicon: &Lexicon, reading: &Reading) -> f32 {
    let (frequency, shape) = weights(counts, lexicon, reading);
    frequency + shape
}

/// The two parts of [`prior`].
fn weights(counts: Option<&LemmaCounts>, lexicon: &Lexicon, reading: &Reading) -> (f32, f32) {
    let Some(counts) = counts else { return (0.0, 0.0) };
    match reading.source {
        Source::Lexicon { prefix, suffix, stem } => {
            let category = lexicon.stem(stem).map_or(0, |s| s.category);
            (reading.lemma.map_or(0.0, |id| counts.log(id)), counts.log_shape(prefix, suffix, category))
        }
        Source::Function { word, proclitics } => (counts.log_function(word), counts.log_shape(u16::MAX, u16::from(proclitics), 0)),
        Source::Guess { .. } => (0.0, 0.0),
    }
}

fn blank(reading: Reading) -> Candidate {
    Candidate {
        reading,
        fine: 0,
        left: 0,
        right: 0,
        plain: 0,
        lemma: 0,
        category: 0,
        affixes: 0,
        gender_number: 0,
        frequency: 0.0,
        shape: 0.0,
        score: 0.0,
    }
}

fn candidate(lexicon: &Lexicon, counts: Option<&LemmaCounts>, written: &Written, reading: &Reading) -> Candidate {
    let mut c = blank(*reading);
    (c.frequency, c.shape) = weights(counts, lexicon, reading);
    match reading.source {
        Source::Lexicon { prefix, suffix, stem } => {
            if let Some(id) = reading.lemma {
                let (head, ending) = lexicon.lemma_parts(id);
                c.lemma = hash_on(hash(head), ending);
            }
            c.category = hash(lexicon.stem(stem).map_or("", |s| lexicon.category_name(s.category)).as_bytes());
            let letters = |list: Option<&[u8]>| list.map_or(0, hash);
            c.affixes = letters(lexicon.prefix(prefix).map(|p| &*p.letters)).wrapping_mul(31).wrapping_add(
                lexicon.suffix(suffix).map_or(0, |s| hash(&[&*s.ending, s.pronoun.as_ref().map_or(&b""[..], |p| &p.1)].concat())),
            );
        }
        Source::Function { word, proclitics } => {
            if let Some(row) = lexicon.function(word) {
                c.lemma = hash(&row.lemma).wrapping_add(1);
                let pieces: Vec<u8> = row.pieces.iter().flat_map(|p| p.text.iter().copied()).collect();
                c.category = hash(&pieces).wrapping_add(reading.tag.upos as u32);
            }
            c.affixes = 0xF00 + u32::from(proclitics);
        }
        Source::Guess { kind, front, back } => {
            let to = written.len().saturating_sub(back as usize);
            c.lemma = hash(&written.spelled(front as usize, to)).wrapping_add(2);
            c.category = 0x600 + u32::from(kind);
            c.affixes = hash(&written.spelled(0, front as usize)).wrapping_add(hash(&written.spelled(to, written.len())));
        }
    }
    features::prepare(&mut c);
    c
}

fn finish(written: Written, candidates: Vec<Candidate>) -> WordType {
    let spelled: Vec<u8> = written.letters.iter().map(|l| l.byte).collect();
    let n = spelled.len();
    WordType {
        form: hash(&spelled),
        ending: hash(spelled.get(n.saturating_sub(3)..).unwrap_or_default()),
        beginning: hash(spelled.get(..n.min(2)).unwrap_or_default()),
        length: n.min(12) as u32,
        correct: u32::from(candidates.iter().any(|c| c.reading.spelling == 0)),
        top_prior: candidates.iter().map(|c| c.frequency + c.shape).fold(0.0, f32::max),
        top_frequency: candidates.iter().map(|c| c.frequency).fold(0.0, f32::max),
        written: Arc::new(written),
        candidates,
        spellings: Spellings::default(),
        quotes: false,
    }
}
