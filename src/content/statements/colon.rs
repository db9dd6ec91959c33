//! `فلان: …`: a name, a colon and what he said, in headlines and at the head of a line.
//!
//! Reads the first words of a sentence, or those after a pause of a headline. The decision: the label must be somebody or something
//! that can speak, named or by its noun; a word of the matter (الحرارة: من 3 الى 9) is a heading.

use std::ops::Range;

use super::phrase::{Growth, Phrase, grow};
use super::reading::Reading;
use super::table::{Speaks, class};
use crate::content::names::EntityKind;
use crate::layout::TokenKind;
use crate::morph::Upos;

/// A label with a colon and its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labelled {
    /// Who.
    pub phrase: Phrase,
    /// The colon.
    pub colon: usize,
    /// The words.
    pub content: Range<usize>,
}

/// Tokens of a label at most.
const LONGEST: usize = 14;

/// The labelled statement of a sentence. `known` tells whether a token's word belongs to somebody's name elsewhere.
pub fn labelled(r: &Reading<'_>, sentence: Range<usize>, headline: bool, known: impl Fn(usize) -> bool) -> Option<Labelled> {
    let mut start = sentence.start;
    for at in sentence.clone().take(400) {
        let word = r.word(at)?;
        if word.is(":") {
            return label(r, start, at, sentence.end, headline, &known);
        }
        let pause = headline && (word.surface.starts_with("..") || matches!(word.surface, "…" | "|" | "-" | "–" | "!" | "؟" | "،"));
        if pause
            || matches!(word.kind, TokenKind::Emoji | TokenKind::Symbol)
            || word.is("|")
            || at == start && !word.is_word() && r.quote(at).is_none()
        {
            start = at + 1;
        } else if at > start + LONGEST && !headline {
            return None;
        }
    }
    None
}

fn label(r: &Reading<'_>, start: usize, colon: usize, end: usize, headline: bool, known: &impl Fn(usize) -> bool) -> Option<Labelled> {
    if colon <= start || colon - start > LONGEST || colon + 1 >= end {
        return None;
    }
    let phrase = grow(r, start, colon, Growth::default()).filter(|p| p.tokens.end == colon)?;
    let head = phrase.tokens.start;
    let mention = r.mention(head).filter(|m| m.tokens.end == colon);
    let named = r.mention(colon - 1).is_some_and(|m| m.kind == EntityKind::Person);
    let speaks = match r.speaks(head) {
        Some(Speaks::Paper) => headline || r.name(colon - 1),
        // المصدر: رويترز is a note.
        Some(_) => end - colon > 3,
        None => false,
    };
    let place = mention.is_some_and(|m| m.kind == EntityKind::Place);
    let organisation = mention.is_some_and(|m| m.kind == EntityKind::Organisation);
    let remembered = (start..colon).any(known);
    let looks = headline && r.mentions.is_empty() && r.upos(colon - 1) == Upos::Propn;
    if place || !(speaks || named || organisation || remembered || looks) || r.has(head, class::VENUE) && r.speaks(head).is_none() {
        return None;
    }
    let mut content = colon + 1..end;
    if let Some(quote) = r.quote_opening(content.start) {
        content = quote.inside();
    }
    (!content.is_empty()).then_some(Labelled { phrase, colon, content })
}
