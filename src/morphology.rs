//! The layer of morphology: what every word of a text was found to be.
//!
//! Reads the tokens and sentences of the layout, asks the tagger sentence by sentence, and keeps each distinct answer once: a text
//! holds far fewer different words than words, and a reader of results wants tables.

use std::collections::HashMap;
use std::sync::Arc;

use rustc_hash::{FxBuildHasher, FxHashSet};

use crate::layout::{Layout, Token, TokenKind};
use crate::lexicon::Lexicon;
use crate::memory::{Memory, Words};
use crate::morph::{self, Ending, Expanded, Tag, Upos, Written};
use crate::packs::Packs;
use crate::stages::{Clock, Stage};
use crate::tagger::Tagger;
use crate::tagger::choose::{Chosen, Token as Taken};
use crate::tagger::lattice::WordType;
use crate::text::ByteSpan;

/// No answer: the token is no word.
pub const NONE: u32 = u32::MAX;

/// Longer sentences are read in parts of so many tokens: what a reader calls a sentence is far shorter.
const LONGEST_SENTENCE: usize = 400;

/// A word and what it was found to be, distinct in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Explained {
    /// The reading in full.
    pub word: Expanded,
    /// What the reading says, in numbers.
    pub tag: Tag,
    /// Where it comes from: `lexicon`, `closed` or `guess`.
    pub source: &'static str,
    /// The letters it was read from; pieces count in them.
    pub written: Arc<Written>,
}

/// A spelling that may have been meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Meant {
    /// In Buckwalter's transliteration.
    pub letters: Box<[u8]>,
    /// Its probability in the sentence.
    pub probability: f32,
    /// Logarithm of how often the word occurs.
    pub prior: f32,
    /// Part of speech of its likeliest reading.
    pub upos: Upos,
}

/// A word that its writer may have meant to spell otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Misspelling {
    /// The token.
    pub token: u32,
    /// Its letters.
    pub written: Arc<Written>,
    /// What may have been meant; likeliest first.
    pub meant: Vec<Meant>,
    /// Whether the written spelling is a word too.
    pub sound: bool,
    /// Logarithm of how often that word occurs.
    pub prior: f32,
    /// Whether that word is likeliest an imperative, which running prose hardly has.
    pub imperative: bool,
    /// How many other spellings the word may stand for, likely or not.
    pub others: u8,
    /// Whether it may be a word that no table has.
    pub guessed: bool,
}

/// What the words of a text were found to be.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Morphology {
    /// Distinct answers; texts that are read with one memory share them.
    pub table: Vec<Arc<Explained>>,
    /// For each token, its answer in the table or [`NONE`].
    pub answers: Vec<u32>,
    /// For each token, the probability of its answer.
    pub scores: Vec<f32>,
    /// For each token, how many other readings there are.
    pub alternatives: Vec<u16>,
    /// Words that may be misspelled, in the order of the text.
    pub misspellings: Vec<Misspelling>,
}

/// A reading that a reader decided for: the token's span, and the number of the reading in the list of [`alternatives`].
pub type Pin = (ByteSpan, u16);

/// What is read: a text with its tokens and layout, and the readings that its reader decided for.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The text.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// Its sentences.
    pub layout: &'a Layout,
    /// Decided readings.
    pub pins: &'a [Pin],
}

/// Works through a text sentence by sentence.
#[derive(Debug, Default)]
pub struct Reader {
    known: HashMap<(usize, u16, Ending), u32, FxBuildHasher>,
    /// Types stay alive while `known` names them by address.
    kept: Vec<Arc<WordType>>,
    pins: HashMap<ByteSpan, u16, FxBuildHasher>,
    out: Morphology,
    sentence: usize,
}

impl Reader {
    /// Reads so many more sentences; whether there are more.
    pub fn step(&mut self, packs: &Packs, memory: &mut Memory, clock: &mut Clock, of: &Source<'_>, sentences: usize) -> bool {
        let Source { text, tokens, layout, pins } = *of;
        let (Some(lexicon), Some(model)) = (&packs.lexicon, &packs.models) else { return false };
        let tagger = Tagger::new(lexicon, packs.frequency.as_ref(), model);
        if self.sentence == 0 {
            self.pins.extend(pins.iter().copied());
            self.out.answers.reserve_exact(tokens.len());
            self.out.scores.reserve_exact(tokens.len());
            self.out.alternatives.reserve_exact(tokens.len());
        }
        let until = self.sentence.saturating_add(sentences).min(layout.sentences.len());
        while self.sentence < until {
            if let Some(sentence) = layout.sentences.get(self.sentence) {
                self.fill(sentence.tokens.start);
                let mut from = sentence.tokens.start;
                while from < sentence.tokens.end {
                    let to = (from + LONGEST_SENTENCE).min(sentence.tokens.end);
                    self.read(&tagger, memory, clock, text, tokens.get(from..to).unwrap_or_default());
                    from = to;
                }
            }
            self.sentence += 1;
        }
        self.sentence < layout.sentences.len()
    }

    /// How many sentences are read.
    pub fn sentences(&self) -> usize {
        self.sentence
    }

    /// What was found.
    pub fn finish(mut self, tokens: usize) -> Morphology {
        self.fill(tokens);
        self.out
    }

    fn fill(&mut self, tokens: usize) {
        self.out.answers.resize(tokens, NONE);
        self.out.scores.resize(tokens, 0.0);
        self.out.alternatives.resize(tokens, 0);
    }

    fn read(&mut self, tagger: &Tagger<'_>, memory: &mut Memory, clock: &mut Clock, text: &str, tokens: &[Token]) {
        let Some(words) = tokens.first().zip(tokens.last()).and_then(|(a, z)| text.get(a.span.start as usize..z.span.end as usize)) else {
            return;
        };
        let pinned = |at: usize| self.pins.get(&tokens.get(at)?.span).copied();
        let kept = memory.keeps(text.len()) && (self.pins.is_empty() || (0..tokens.len()).all(|at| pinned(at).is_none()));
        let Memory { words: known, sentences, .. } = memory;
        if let Some(sentence) = sentences.get(words, tokens).filter(|_| kept) {
            self.take(tagger.lexicon(), known, &sentence.chosen, tokens);
            clock.lap(Stage::Explaining);
            return;
        }
        let lattice = tagger.lattice(&mut known.types, tokens.iter().map(|t| Taken { text: t.span.of(text), kind: t.kind }));
        clock.lap(Stage::Readings);
        let chosen = tagger.choose(&lattice, &pinned, false);
        clock.lap(Stage::Choosing);
        self.take(tagger.lexicon(), known, &chosen, tokens);
        clock.lap(Stage::Explaining);
        if kept {
            sentences.keep(words, tokens, chosen);
        }
    }

    fn take(&mut self, lexicon: &Lexicon, known: &mut Words, chosen: &[Chosen], tokens: &[Token]) {
        for (chosen, token) in chosen.iter().zip(tokens) {
            let answer = if token.kind == TokenKind::Word { self.answer(lexicon, known, chosen) } else { NONE };
            self.out.answers.push(answer);
            self.out.scores.push(chosen.score);
            self.out.alternatives.push(chosen.word.candidates.len().saturating_sub(1) as u16);
            if !chosen.spellings.is_empty() && token.kind == TokenKind::Word {
                self.out.misspellings.push(misspelling(self.out.answers.len() - 1, chosen));
            }
        }
    }

    fn answer(&mut self, lexicon: &Lexicon, words: &mut Words, chosen: &Chosen) -> u32 {
        let key = (Arc::as_ptr(&chosen.word) as usize, chosen.reading, chosen.ending);
        if let Some(&found) = self.known.get(&key) {
            return found;
        }
        let Some(explained) = words.explained(lexicon, chosen) else { return NONE };
        let number = self.out.table.len() as u32;
        self.out.table.push(explained);
        self.known.insert(key, number);
        self.kept.push(Arc::clone(&chosen.word));
        number
    }
}

fn misspelling(token: usize, chosen: &Chosen) -> Misspelling {
    let spellings = &chosen.word.spellings;
    let readings = |form: u8| {
        let all = chosen.word.candidates.iter().zip(&spellings.of);
        all.filter(move |&(c, &of)| of == form && !matches!(c.reading.source, morph::Source::Guess { .. })).map(|(c, _)| c)
    };
    let prior = |form: u8| readings(form).map(|c| c.frequency + c.shape).fold(0.0, f32::max);
    let meant = chosen.spellings.iter().filter_map(|&(form, probability)| {
        let upos = readings(form).next()?.reading.tag.upos;
        Some(Meant { letters: spellings.forms.get(form as usize)?.clone(), probability, prior: prior(form), upos })
    });
    Misspelling {
        token: token as u32,
        written: Arc::clone(&chosen.word.written),
        meant: meant.collect(),
        sound: spellings.sound,
        prior: prior(0),
        imperative: readings(0).next().is_some_and(|c| c.reading.tag.aspect == 3),
        guessed: chosen.word.candidates.iter().any(|c| matches!(c.reading.source, morph::Source::Guess { .. })),
        others: spellings.forms.len().saturating_sub(1) as u8,
    }
}

impl Morphology {
    /// How many different lemmas and roots the tokens of these numbers have.
    pub fn vocabulary(&self, tokens: impl Iterator<Item = usize>) -> (usize, usize) {
        let mut used = vec![false; self.table.len()];
        for token in tokens {
            if let Some(slot) = self.answers.get(token).and_then(|&a| used.get_mut(a as usize)) {
                *slot = true;
            }
        }
        let words = || self.table.iter().zip(&used).filter(|(_, used)| **used).map(|(e, _)| &e.word);
        let lemmas: FxHashSet<&str> = words().map(|w| w.lemma.as_str()).collect();
        let roots: FxHashSet<&str> = words().filter_map(|w| w.root.as_deref()).collect();
        (lemmas.len(), roots.len())
    }

    /// The answer of a token.
    pub fn of(&self, token: usize) -> Option<&Explained> {
        self.table.get(*self.answers.get(token)? as usize).map(|explained| &**explained)
    }

    /// The bytes of a piece of a token; none for a piece that shows no letter. A ligature (ﻻ) that holds letters of two pieces belongs to the first.
    pub fn piece_span(&self, token: &Token, explained: &Explained, from: usize, to: usize) -> Option<ByteSpan> {
        let letters = &explained.written.letters;
        let (first, last) = (letters.get(from)?, letters.get(to.checked_sub(1)?)?);
        let before = from.checked_sub(1).and_then(|i| letters.get(i));
        let start = if before.is_some_and(|b| b.start == first.start) { first.end } else { first.start };
        (from < to && start < last.end).then(|| ByteSpan::new((token.span.start + start) as usize, (token.span.start + last.end) as usize))
    }
}
