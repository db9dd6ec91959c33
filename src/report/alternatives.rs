//! Every reading of one word, for whoever wants to choose another.

use serde::Serialize;

use super::document::Converter;
use super::model;
use crate::Packs;
use crate::layout::{Lexer, Token, TokenKind};
use crate::morph::{Ending, expand};
use crate::morphology::{Explained, Morphology};
use crate::tagger::choose::{Chosen, Token as Taken};
use crate::tagger::{Tagger, WordTypes, endings};
use crate::text::ByteSpan;
use crate::text::offsets::Unit;

/// A reading and whether the tagger would choose it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Alternative {
    /// The fields of a token's analysis.
    #[serde(flatten)]
    pub analysis: model::Morphology,
    /// Whether it is the one that the tagger chooses.
    pub chosen: bool,
}

/// The readings of the word at `span` of a sentence, likeliest by itself first; segments count in `unit` over the sentence. Empty where there is no
/// such word, or no lexicon.
pub fn alternatives(packs: &Packs, sentence: &str, span: ByteSpan, unit: Unit) -> Vec<Alternative> {
    let (Some(lexicon), Some(model)) = (&packs.lexicon, &packs.models) else { return Vec::new() };
    let tagger = Tagger::new(lexicon, packs.frequency.as_ref(), model);
    let tokens: Vec<Token> = Lexer::resume(sentence, 0).collect();
    let Some(place) = tokens.iter().position(|t| t.span == span && t.kind == TokenKind::Word) else { return Vec::new() };
    let mut types = WordTypes::new();
    let lattice = tagger.lattice(&mut types, tokens.iter().map(|t| Taken { text: t.span.of(sentence), kind: t.kind }));
    let chosen = tagger.choose(&lattice, &|_| None, true);
    let (Some(best), Some(token)) = (chosen.get(place), tokens.get(place)) else { return Vec::new() };
    let at = Converter::new(sentence, unit);
    let one = |number: usize| alternative(packs, &tagger, &at, best, token, number);
    (0..best.word.candidates.len()).filter_map(one).collect()
}

fn alternative(packs: &Packs, tagger: &Tagger<'_>, at: &Converter<'_>, best: &Chosen, token: &Token, number: usize) -> Option<Alternative> {
    let candidate = best.word.candidates.get(number)?;
    let chosen = best.reading as usize == number;
    let options = endings::options(&candidate.reading.tag);
    // Another reading stands where the chosen one stands: it takes the same case or mood if it can.
    let ending = if options.contains(&best.ending) { best.ending } else { options.first().copied().unwrap_or(Ending::None) };
    let explained = Explained {
        word: expand(tagger.lexicon(), &best.word.written, &candidate.reading, ending),
        tag: candidate.reading.tag,
        source: candidate.reading.source.name(),
        written: std::sync::Arc::clone(&best.word.written),
    };
    let count = best.word.candidates.len().saturating_sub(1);
    let found = Morphology {
        misspellings: Vec::new(),
        table: vec![explained.into()],
        answers: vec![0],
        scores: vec![best.scores.get(number).copied().unwrap_or(0.0)],
        alternatives: vec![count as u16],
    };
    Some(Alternative { analysis: super::document::morphology(packs, &found, 0, token, at)?, chosen })
}
