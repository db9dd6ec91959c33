//! The measures of a text: how much of it there is, how varied, how hard, how long to read, in which variety and script.
//!
//! Reads tokens, layout and word types, and morphology where it is there; what needs a layer that is missing is none, never a
//! figure of another kind. Page furniture is left out of every measure, because the question is about the text. Each costs
//! one pass over the tokens or over the distinct words.

pub mod diversity;
pub mod level;
pub mod osman;
pub mod variety;

use crate::layout::{Layout, Role, Token, TokenKind};
use crate::memory::Words;
use crate::morph::Upos;
use crate::morphology::Morphology;
use crate::packs::Packs;
use crate::text::chars::{self, Class, class};
use crate::writing::frequency::WordTable;

pub use level::Level;
pub use osman::Osman;
pub(crate) use osman::Word as Syllables;
pub use variety::{Sign, Variety};

/// Words a minute read aloud: the mean of the Arabic readers of IReST, 138 ± 20 (Trauzettel-Klosinski and Dietz, IOVS 53, 2012).
const SPOKEN_WORDS_PER_MINUTE: u64 = 138;

/// Words a minute read in silence: the same readers, faster by as much as silent reading is than reading aloud, 238 words to
/// 183 (Brysbaert, *How many words do we read per minute?*, Journal of Memory and Language 109, 2019): 179.5, rounded.
const WORDS_PER_MINUTE: u64 = 180;

/// Words in a window of the moving-average type-token ratio.
pub const WINDOW: usize = 50;

/// The type of a token that is no counted word.
const NONE: u32 = u32::MAX;

/// Shares of the letters and digits of a text by script, together 1; all 0 where there are none.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Scripts {
    /// Arabic letters.
    pub arabic: f64,
    /// Latin letters.
    pub latin: f64,
    /// Letters of other scripts.
    pub other: f64,
    /// Digits of any family.
    pub digits: f64,
}

/// The figures.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Statistics {
    /// Words in any script; numbers and signs are none.
    pub words: usize,
    /// Different words, joined by the folding that was asked for.
    pub types: usize,
    /// Different lemmas.
    pub lemmas: Option<usize>,
    /// Different roots.
    pub roots: Option<usize>,
    /// Sentences.
    pub sentences: usize,
    /// Body paragraphs.
    pub paragraphs: usize,
    /// Code points from the first to the last character of each block, white space included.
    pub characters: usize,
    /// Words to a sentence that has any.
    pub sentence_length: Option<f64>,
    /// Letters to an Arabic word, clitics included, tatweel and vowel signs not.
    pub word_length: Option<f64>,
    /// [`diversity::mattr`] over types, windows of [`WINDOW`] words.
    pub mattr: Option<f64>,
    /// [`diversity::mtld`] over types.
    pub mtld: Option<f64>,
    /// The first over lemmas.
    pub lemma_mattr: Option<f64>,
    /// The second over lemmas.
    pub lemma_mtld: Option<f64>,
    /// Share of the types that occur once.
    pub hapax_share: Option<f64>,
    /// Share of the words that are function words: by part of speech, without morphology by the table of function words.
    pub function_share: Option<f64>,
    /// Readability.
    pub osman: Option<Osman>,
    /// How common the words are.
    pub level: Option<Level>,
    /// Seconds to read it in silence.
    pub reading_seconds: u64,
    /// Seconds to read it aloud.
    pub speaking_seconds: u64,
    /// Share of Arabic among the letters, 0 when there are none.
    pub arabic_share: f64,
    /// Shares of the scripts.
    pub scripts: Scripts,
}

/// What the measures read.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Frequencies are asked of the packs.
    pub packs: &'a Packs,
    /// The text.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// Blocks and sentences.
    pub layout: &'a Layout,
    /// Word types of the content.
    pub words: &'a WordTable,
    /// What the words are.
    pub morphology: Option<&'a Morphology>,
}

/// The measures of a text, and its variety.
pub(crate) fn measure(source: &Source<'_>, known: &mut Words) -> (Statistics, Variety) {
    let types = types_of_tokens(source);
    let mut out = counts(source, &types);
    diversity_of(source, &types, &mut out);
    if let Some(morphology) = source.morphology {
        let tally = tally(morphology, &types);
        let sentences = sentences_with(source, |i| morphology.of(i).is_some());
        out.osman = osman::measure(known, morphology, &tally, sentences);
        out.level = source.packs.frequency.as_ref().and_then(|counts| level::measure(morphology, &tally, counts));
        let (lemmas, roots) = morphology.vocabulary(source.words.tokens.iter().map(|&t| t as usize));
        (out.lemmas, out.roots) = (Some(lemmas), Some(roots));
    }
    let variety = variety::read(source, &types, known);
    (out, variety)
}

/// For each token, its word type, or [`NONE`] for what is no word of the content.
fn types_of_tokens(source: &Source<'_>) -> Vec<u32> {
    let mut out = vec![NONE; source.tokens.len()];
    for word_type in 0..source.words.forms.len() {
        for &token in source.words.occurrences(word_type) {
            if let Some(slot) = out.get_mut(token as usize) {
                *slot = word_type as u32;
            }
        }
    }
    out
}

/// How many sentences of the content hold a token of which this is true.
fn sentences_with(source: &Source<'_>, holds: impl Fn(usize) -> bool) -> usize {
    let content = |block: usize| source.layout.blocks.get(block).is_some_and(|b| b.role.is_content());
    source.layout.sentences.iter().filter(|s| content(s.block) && s.tokens.clone().any(&holds)).count()
}

/// How often each row of the table of morphology stands in the content.
fn tally(morphology: &Morphology, types: &[u32]) -> Vec<u32> {
    let mut out = vec![0; morphology.table.len()];
    for (&answer, _) in morphology.answers.iter().zip(types).filter(|(_, t)| **t != NONE) {
        if let Some(slot) = out.get_mut(answer as usize) {
            *slot += 1;
        }
    }
    out
}

/// `a / b`, none for a denominator of nothing.
fn share(a: usize, b: usize) -> Option<f64> {
    (b > 0).then(|| a as f64 / b as f64)
}

fn counts(source: &Source<'_>, types: &[u32]) -> Statistics {
    let Source { text, tokens, layout, words, .. } = *source;
    let mut out = Statistics { types: words.forms.len(), words: words.tokens.len(), ..Statistics::default() };
    let (mut arabic, mut latin, mut other, mut digits) = (0usize, 0usize, 0usize, 0usize);
    for block in layout.blocks.iter().filter(|b| b.role.is_content()) {
        out.paragraphs += usize::from(block.role == Role::Body);
        for c in block.span.of(text).chars() {
            out.characters += 1;
            match class(c) {
                Class::Arabic if c != chars::TATWEEL => arabic += 1,
                Class::Latin => latin += 1,
                Class::OtherLetter => other += 1,
                Class::Digit => digits += 1,
                _ => {}
            }
        }
    }
    out.sentences = sentences_with(source, |_| true);
    let is_word = |i: usize| types.get(i).is_some_and(|&t| t != NONE);
    out.sentence_length = share(out.words, sentences_with(source, is_word));
    out.word_length = word_length(text, tokens, types);
    out.reading_seconds = (out.words as u64 * 60).div_ceil(WORDS_PER_MINUTE);
    out.speaking_seconds = (out.words as u64 * 60).div_ceil(SPOKEN_WORDS_PER_MINUTE);
    let letters = arabic + latin + other;
    out.arabic_share = share(arabic, letters).unwrap_or(0.0);
    let of_all = |n: usize| share(n, letters + digits).unwrap_or(0.0);
    out.scripts = Scripts { arabic: of_all(arabic), latin: of_all(latin), other: of_all(other), digits: of_all(digits) };
    out
}

fn word_length(text: &str, tokens: &[Token], types: &[u32]) -> Option<f64> {
    let (mut words, mut letters) = (0, 0);
    for (token, _) in tokens.iter().zip(types).filter(|(t, word_type)| t.kind == TokenKind::Word && **word_type != NONE) {
        words += 1;
        letters += token.span.of(text).chars().filter(|&c| class(c) == Class::Arabic && c != chars::TATWEEL).count();
    }
    share(letters, words)
}

fn diversity_of(source: &Source<'_>, types: &[u32], out: &mut Statistics) {
    let words = source.words;
    let sequence: Vec<u32> = types.iter().copied().filter(|&t| t != NONE).collect();
    (out.mattr, out.mtld) = (diversity::mattr(&sequence, WINDOW), diversity::mtld(&sequence));
    out.hapax_share = share(words.counts.iter().filter(|&&n| n == 1).count(), words.forms.len());
    let Some(morphology) = source.morphology else {
        let function: usize = words.counts.iter().zip(&words.closed).filter(|(_, closed)| **closed).map(|(&n, _)| n as usize).sum();
        out.function_share = share(function, sequence.len());
        return;
    };
    let (lemmas, function) = lemmas(source, morphology, types);
    (out.lemma_mattr, out.lemma_mtld) = (diversity::mattr(&lemmas, WINDOW), diversity::mtld(&lemmas));
    out.function_share = share(function, lemmas.len());
}

/// The lemma of each word in the order of the text, as a number, and how many of them are function words. A word without
/// morphology, as a Latin one is, is a lemma of its type.
fn lemmas(source: &Source<'_>, morphology: &Morphology, types: &[u32]) -> (Vec<u32>, usize) {
    let mut known: rustc_hash::FxHashMap<&str, u32> = rustc_hash::FxHashMap::default();
    let first = source.words.forms.len() as u32;
    let rows: Vec<(u32, bool)> = morphology
        .table
        .iter()
        .map(|e| {
            let fresh = first + known.len() as u32;
            (*known.entry(e.word.lemma.as_str()).or_insert(fresh), is_function(e.word.upos))
        })
        .collect();
    let mut out = Vec::with_capacity(source.words.tokens.len());
    let mut function = 0;
    for (token, &word_type) in types.iter().enumerate().filter(|(_, t)| **t != NONE) {
        let row = morphology.answers.get(token).and_then(|&answer| rows.get(answer as usize));
        let closed = || source.words.closed.get(word_type as usize).copied().unwrap_or(false);
        out.push(row.map_or(word_type, |row| row.0));
        function += usize::from(row.map_or_else(closed, |row| row.1));
    }
    (out, function)
}

/// Whether words of a part of speech are function words.
fn is_function(upos: Upos) -> bool {
    matches!(upos, Upos::Adp | Upos::Aux | Upos::Cconj | Upos::Det | Upos::Part | Upos::Pron | Upos::Sconj)
}
