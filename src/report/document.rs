//! From an analysis in bytes to a document in the reader's unit.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::model;
use crate::Packs;
use crate::layout::Token;
use crate::morphology::{Explained, Morphology};
use crate::options::Layer;
use crate::text::ByteSpan;
use crate::text::offsets::{OffsetMap, Unit};
use crate::{Analysis, VERSION};

/// The name of the model.
pub const SCHEMA: &str = "mubin/1";

/// Turns byte spans of one text into offsets of one unit.
pub struct Converter<'t> {
    text: &'t str,
    map: Cow<'t, OffsetMap>,
    unit: Unit,
}

/// Which items of every list a document has: of a long result one part after the other can be written.
#[derive(Debug, Clone, Copy)]
pub struct Window {
    /// How many are left out in front.
    pub from: usize,
    /// How many follow at most.
    pub most: usize,
}

impl Window {
    /// All of them.
    pub const ALL: Window = Window { from: 0, most: usize::MAX };

    pub(super) fn of<T>(self, list: &[T]) -> impl Iterator<Item = &T> {
        list.get(self.from..).unwrap_or_default().iter().take(self.most)
    }
}

impl<'t> Converter<'t> {
    /// Counts `text` once.
    pub fn new(text: &'t str, unit: Unit) -> Self {
        Self { text, map: Cow::Owned(OffsetMap::new(text)), unit }
    }

    /// For a text that was counted.
    pub fn counted(text: &'t str, map: &'t OffsetMap, unit: Unit) -> Self {
        Self { text, map: Cow::Borrowed(map), unit }
    }

    /// The counts, for [`Converter::counted`].
    pub fn into_map(self) -> OffsetMap {
        self.map.into_owned()
    }

    /// The text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Start and end of `span`.
    pub fn span(&self, span: ByteSpan) -> (u32, u32) {
        let at = |byte: u32| self.map.from_byte(self.text, byte as usize, self.unit);
        (at(span.start), at(span.end))
    }
}

pub(super) fn index(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// For each token, the index of its sentence.
pub fn sentence_of_tokens(analysis: &Analysis) -> Vec<u32> {
    let mut out = Vec::with_capacity(analysis.tokens.len());
    for (i, sentence) in analysis.layout.sentences.iter().enumerate() {
        out.resize(sentence.tokens.end, index(i));
    }
    out
}

/// Everything but tokens and words, which large readers take as columns instead; of each list what is in the window.
pub fn outline(analysis: &Analysis, at: &Converter<'_>, window: Window) -> model::Document {
    with(analysis, at, window, Vec::new(), Vec::new())
}

/// How many items the longest list of an outline has.
pub fn longest(analysis: &Analysis) -> usize {
    let layout = &analysis.layout;
    let lists = [layout.blocks.len(), layout.sentences.len(), analysis.characters.len(), analysis.corrections.len()];
    let content = analysis.content.iter().flat_map(|content| {
        [content.entities.len(), content.mentions.len(), content.statements.len(), content.times.len(), content.quantities.len()]
    });
    lists.into_iter().chain(content).max().unwrap_or(0)
}

/// A document with these tokens and words.
fn with<T, W>(analysis: &Analysis, at: &Converter<'_>, window: Window, tokens: T, words: W) -> model::Document<T, W> {
    let asked = |layer: Layer| analysis.layers.has(layer);
    let layout = &analysis.layout;
    let block = |b: &crate::layout::Block| {
        let (start, end) = at.span(b.span);
        model::Block { start, end, role: b.role.name(), score: (f64::from(b.score) * 1000.0).round() / 1000.0 }
    };
    let sentence = |s: &crate::layout::Sentence| {
        let (start, end) = at.span(s.span);
        model::Sentence { start, end, block: index(s.block) }
    };
    let character = |n: &crate::text::hidden::Note| {
        let (start, end) = at.span(n.span);
        let code = format!("U+{:04X}", n.character as u32);
        model::Character { start, end, kind: n.kind.name(), code, unbalanced: n.unbalanced }
    };
    let mut out = model::Document {
        schema: SCHEMA,
        version: VERSION,
        unit: at.unit.name(),
        language: super::measures::language(analysis, at, window),
        text: None,
        blocks: if asked(Layer::Blocks) { window.of(&layout.blocks).map(block).collect() } else { Vec::new() },
        sentences: if asked(Layer::Sentences) { window.of(&layout.sentences).map(sentence).collect() } else { Vec::new() },
        tokens,
        words,
        characters: window.of(&analysis.characters).map(character).collect(),
        entities: Vec::new(),
        mentions: Vec::new(),
        statements: Vec::new(),
        times: Vec::new(),
        quantities: Vec::new(),
        date: None,
        keyphrases: Vec::new(),
        summary: Vec::new(),
        gist: None,
        corrections: super::corrections::list(analysis, at, window),
        statistics: asked(Layer::Statistics).then(|| super::measures::statistics(&analysis.statistics)),
        missing: window.of(&missing(analysis)).copied().collect(),
    };
    if let Some(content) = &analysis.content {
        super::content::fill(&mut out, content, at, window);
    }
    out
}

/// Layers that were asked for and are not there: those of later versions, and those whose packs are missing.
fn missing(analysis: &Analysis) -> Vec<&'static str> {
    let lacking = |layer: Layer| {
        !layer.exists()
            || layer == Layer::Morphology && analysis.morphology.is_none()
            || layer == Layer::Entities && analysis.content.as_ref().is_some_and(|content| content.nameless)
            || (Layer::CONTENT.contains(&layer) || layer == Layer::Corrections) && analysis.content.is_none()
    };
    Layer::ALL.into_iter().filter(|&l| analysis.layers.has(l) && lacking(l)).map(Layer::name).collect()
}

/// The English gloss of a word.
pub fn gloss(packs: &Packs, explained: &Explained) -> Option<String> {
    let of_lemma = || packs.glosses.as_ref()?.get(explained.word.lemma_id?).map(str::to_string);
    explained.word.gloss.clone().or_else(of_lemma)
}

/// The chosen reading of a token, as the model shows it.
pub fn morphology(packs: &Packs, found: &Morphology, number: usize, token: &Token, at: &Converter<'_>) -> Option<model::Morphology> {
    let explained = found.of(number)?;
    let word = &explained.word;
    let segment = |piece: &crate::morph::Piece| {
        let (start, end) = at.span(found.piece_span(token, explained, piece.from, piece.to)?);
        Some(model::Segment { start, end, tag: piece.tag })
    };
    let score = found.scores.get(number).copied().unwrap_or(0.0);
    Some(model::Morphology {
        lemma: word.lemma.clone(),
        root: word.root.clone(),
        pattern: word.pattern.clone(),
        upos: word.upos.name(),
        feats: word.features.clone(),
        segments: word.pieces.iter().filter_map(segment).collect(),
        diacritized: word.diacritized.clone(),
        gloss: gloss(packs, explained),
        source: explained.source,
        score: (f64::from(score) * 1000.0).round() / 1000.0,
        alternatives: u32::from(found.alternatives.get(number).copied().unwrap_or(0)),
    })
}

/// The whole result of analysing `text`, in `unit`.
pub fn document(packs: &Packs, text: &str, analysis: &Analysis, unit: Unit) -> model::Document {
    let at = Converter::new(text, unit);
    let tokens = Tokens::new(packs, analysis, &at);
    let (tokens, words) = (tokens.all().collect(), Words(analysis).all().collect());
    with(analysis, &at, Window::ALL, tokens, words)
}

/// The same to be written: tokens and words are made one by one as they are asked for, so that none of them is held.
pub fn to_write<'a>(packs: &'a Packs, analysis: &'a Analysis, at: &'a Converter<'a>) -> model::Document<Tokens<'a>, Words<'a>> {
    with(analysis, at, Window::ALL, Tokens::new(packs, analysis, at), Words(analysis))
}

/// The tokens of a result; none where they were not asked for.
pub struct Tokens<'a> {
    packs: &'a Packs,
    analysis: &'a Analysis,
    at: &'a Converter<'a>,
    sentences: Vec<u32>,
}

impl<'a> Tokens<'a> {
    fn new(packs: &'a Packs, analysis: &'a Analysis, at: &'a Converter<'a>) -> Tokens<'a> {
        let asked = analysis.layers.has(Layer::Tokens);
        let sentences = if asked { sentence_of_tokens(analysis) } else { Vec::new() };
        Tokens { packs, analysis, at, sentences }
    }

    fn all(&self) -> impl Iterator<Item = model::Token> {
        self.analysis.tokens.iter().zip(&self.sentences).enumerate().map(|(number, (token, &sentence))| {
            let (start, end) = self.at.span(token.span);
            let found = self.analysis.morphology.as_ref();
            let analysis = found.and_then(|found| morphology(self.packs, found, number, token, self.at));
            model::Token { start, end, kind: token.kind.name(), sentence, analysis }
        })
    }
}

impl Serialize for Tokens<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.all())
    }
}

/// The word types of a result; none where they were not asked for.
pub struct Words<'a>(&'a Analysis);

impl Words<'_> {
    fn all(&self) -> impl Iterator<Item = model::WordType> {
        let table = &self.0.words;
        let asked = if self.0.layers.has(Layer::Words) { table.forms.len() } else { 0 };
        let rows = table.forms.iter().zip(&table.counts).zip(&table.closed).enumerate().take(asked);
        rows.map(|(i, ((form, &count), &closed))| model::WordType {
            form: form.clone(),
            count,
            closed,
            tokens: table.occurrences(i).to_vec(),
        })
    }
}

impl Serialize for Words<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.all())
    }
}
