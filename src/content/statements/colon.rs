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
use crate::morph::{Slot, Upos};

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

/// Tokens of the name of whoever sent a message.
const SENDER: usize = 6;

/// Where the stamp ends that a message of a copied conversation begins with: date and clock time, in brackets or before a dash.
fn stamp(r: &Reading<'_>, sentence: Range<usize>) -> usize {
    let is_sign = |at: usize| r.word(at).is_some_and(|w| matches!(w.kind, TokenKind::Punct | TokenKind::Symbol) && !w.is(":"));
    let mut end = sentence.start;
    while end < sentence.end && (r.time(end).is_some() || is_sign(end) && r.quote_opening(end).is_none()) {
        end += 1;
    }
    if sentence.clone().take(end - sentence.start).any(|at| r.time(at).is_some()) { end } else { sentence.start }
}

/// The labelled statement of a sentence. `known` tells whether a token's word belongs to somebody's name elsewhere.
pub fn labelled(r: &Reading<'_>, sentence: Range<usize>, headline: bool, known: impl Fn(usize) -> bool) -> Option<Labelled> {
    let mut start = sentence.start;
    let stamped = stamp(r, sentence.clone());
    let message = stamped > sentence.start;
    for at in sentence.clone().take(400) {
        let word = r.word(at)?;
        if at < stamped {
            start = at + 1;
            continue;
        }
        if word.is(":") {
            return label(r, start..sentence.end, at, Asked { headline, message }, &known);
        }
        let pause = headline && (word.surface.starts_with("..") || matches!(word.surface, "…" | "|" | "-" | "–" | "!" | "؟" | "،"));
        if pause
            || matches!(word.kind, TokenKind::Emoji | TokenKind::Symbol)
            || word.is("|")
            || at == start && !word.is_word() && !(message && word.kind == TokenKind::Latin) && r.quote(at).is_none()
        {
            start = at + 1;
        } else if at > start + LONGEST && !headline {
            return None;
        }
    }
    None
}

/// What a label stands in.
#[derive(Clone, Copy)]
struct Asked {
    /// A headline, which names who speaks by his family.
    headline: bool,
    /// A message, which names nobody but who wrote it.
    message: bool,
}

fn label(r: &Reading<'_>, within: Range<usize>, colon: usize, asked: Asked, known: &impl Fn(usize) -> bool) -> Option<Labelled> {
    let (Range { start, end }, Asked { headline, message }) = (within, asked);
    if colon <= start || colon - start > LONGEST || colon + 1 >= end {
        return None;
    }
    // صعب لـ«كلام الليل»: …
    let reader =
        (start + 1..colon).find(|&at| r.preposition(at) == Some("ل") || r.word(at).is_some_and(|w| matches!(w.facts.folded.as_str(), "ل")));
    let stop =
        reader.filter(|&at| r.has(at, class::READER) || r.quote_opening(at + 1).is_some() || r.has(at + 1, class::READER)).unwrap_or(colon);
    let alone =
        || (message && stop - start <= SENDER || stop == start + 1 && known(start)).then_some(Phrase { tokens: start..stop, name: true });
    let phrase = grow(r, start, stop, Growth::default()).filter(|p| p.tokens.end == stop).or_else(alone)?;
    let head = phrase.tokens.start;
    // Who speaks stands in the nominative: `أولا: …` counts, and speaks for nobody.
    if r.word(head).and_then(|w| w.facts.tag).is_some_and(|tag| tag.slot == Slot::AccusativeAlef) && r.mention(head).is_none() {
        return None;
    }
    let mention = r.mention(head).filter(|m| m.tokens.end == stop);
    let named = r.mention(stop - 1).is_some_and(|m| m.kind == EntityKind::Person);
    let speaks = match r.speaks(head) {
        Some(Speaks::Paper) => headline || r.name(stop - 1),
        // المصدر: رويترز is a note, and so is الشركة المصنعة: دار الدواء، عمان.
        Some(_) => end - colon > 3 && !is_note(r, colon + 1, end),
        None => false,
    };
    // A capital speaks for its government, but `بغداد:` at the beginning is a dateline.
    let capital = mention.is_some_and(|m| m.kind == EntityKind::Place);
    let place = capital && !(headline && r.word(head).is_some_and(|w| w.facts.conjunction().is_some()));
    let organisation = mention.is_some_and(|m| m.kind == EntityKind::Organisation);
    let remembered = (start..stop).any(known);
    let looks = headline && r.mentions.is_empty() && r.upos(stop - 1) == Upos::Propn;
    if place
        || !(capital || speaks || named || organisation || remembered || looks || message)
        || r.has(head, class::VENUE) && r.speaks(head).is_none()
    {
        return None;
    }
    let mut content = colon + 1..end;
    if let Some(quote) = r.quote_opening(content.start) {
        content = quote.inside();
    }
    (!content.is_empty()).then_some(Labelled { phrase, colon, content })
}

/// Whether what stands behind a colon is a name and no sentence: nothing or a mark follows it.
fn is_note(r: &Reading<'_>, at: usize, end: usize) -> bool {
    let Some(name) = r.mention(at).filter(|m| m.tokens.start == at) else { return false };
    let next = r.word(name.tokens.end).filter(|_| name.tokens.end < end);
    next.is_none_or(|w| w.kind == TokenKind::Punct)
}
