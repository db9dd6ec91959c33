//! From an analysis in bytes to a document in the reader's unit.

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
    map: OffsetMap,
    unit: Unit,
}

impl<'t> Converter<'t> {
    /// Counts `text` once.
    pub fn new(text: &'t str, unit: Unit) -> Self {
        Self { text, map: OffsetMap::new(text), unit }
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

/// Everything but tokens and words, which large readers take as columns instead.
pub fn outline(analysis: &Analysis, at: &Converter<'_>) -> model::Document {
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
        language: super::measures::language(analysis, at),
        text: None,
        blocks: if asked(Layer::Blocks) { layout.blocks.iter().map(block).collect() } else { Vec::new() },
        sentences: if asked(Layer::Sentences) { layout.sentences.iter().map(sentence).collect() } else { Vec::new() },
        tokens: Vec::new(),
        words: Vec::new(),
        characters: analysis.characters.iter().map(character).collect(),
        entities: Vec::new(),
        mentions: Vec::new(),
        statements: Vec::new(),
        times: Vec::new(),
        quantities: Vec::new(),
        date: None,
        keyphrases: Vec::new(),
        summary: Vec::new(),
        gist: None,
        corrections: super::corrections::list(analysis, at),
        statistics: asked(Layer::Statistics).then(|| super::measures::statistics(&analysis.statistics)),
        missing: missing(analysis),
    };
    if let Some(content) = &analysis.content {
        super::content::fill(&mut out, content, at);
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
    whole(packs, analysis, &Converter::new(text, unit))
}

/// The same, in the unit of a converter that is there already.
pub fn whole(packs: &Packs, analysis: &Analysis, at: &Converter<'_>) -> model::Document {
    let mut out = outline(analysis, at);
    if analysis.layers.has(Layer::Tokens) {
        let sentences = sentence_of_tokens(analysis);
        let token = |(number, (token, &sentence)): (usize, (&Token, &u32))| {
            let (start, end) = at.span(token.span);
            let explained = analysis.morphology.as_ref().and_then(|found| morphology(packs, found, number, token, at));
            model::Token { start, end, kind: token.kind.name(), sentence, analysis: explained }
        };
        out.tokens = analysis.tokens.iter().zip(&sentences).enumerate().map(token).collect();
    }
    if analysis.layers.has(Layer::Words) {
        let table = &analysis.words;
        let rows = table.forms.iter().zip(&table.counts).zip(&table.closed).enumerate();
        out.words = rows
            .map(|(i, ((form, &count), &closed))| model::WordType {
                form: form.clone(),
                count,
                closed,
                tokens: table.occurrences(i).to_vec(),
            })
            .collect();
    }
    out
}
