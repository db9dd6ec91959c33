//! How far the words go that somebody said.
//!
//! Reads where they begin and the events of the sentence; gives their tokens. The decision: they end where the next fresh event opens,
//! else with the sentence; a quotation that holds all of them ends them, unless وأن or more of the clause follows.

use std::ops::Range;

use super::complement::{Complement, How};
use super::event::Event;
use super::reading::Reading;
use super::table::class;
use crate::text::chars;

/// Nobody's words go on for so many tokens without a stop; in a line that has none at all, each verb of saying would be given all the rest of it.
const LONGEST: usize = 300;

/// Where the events of a sentence cut what was said before them.
pub struct Cuts {
    /// For each event, where the next cut after it opens.
    next: Vec<Option<usize>>,
}

impl Cuts {
    /// Of the events of a sentence.
    pub fn new(events: &[Event]) -> Cuts {
        let mut next = vec![None; events.len()];
        let mut following = None;
        for (number, event) in events.iter().enumerate().rev() {
            if let Some(cell) = next.get_mut(number) {
                *cell = following;
            }
            let silent = event.complement.is_none() && !event.made;
            let denied = silent && event.subject.is_none();
            if event.fresh && (event.made || denied) {
                following = Some(event.opens);
            }
        }
        Cuts { next }
    }

    /// Where the next cut after an event opens.
    pub fn after(&self, event: usize) -> Option<usize> {
        self.next.get(event).copied().flatten()
    }
}

/// The tokens without commas, brackets' halves and marks at their end.
pub fn trimmed(r: &Reading<'_>, mut tokens: Range<usize>) -> Range<usize> {
    while tokens.end > tokens.start {
        let last = tokens.end - 1;
        let Some(word) = r.word(last) else { break };
        let stop = word.surface.starts_with(chars::is_terminal) && !word.surface.starts_with(['؟', '?', '!']);
        let quoted = r.quote(last).is_some_and(|q| q.open >= tokens.start && q.closed && q.end == last);
        let idle = r.comma(last) || stop || matches!(word.surface, ":" | "-" | "–" | "|") || word.kind == crate::layout::TokenKind::Emoji;
        let opening = r.quote(last).is_some_and(|q| q.open == last);
        if !(idle && !quoted || opening) {
            break;
        }
        tokens.end = last;
    }
    tokens
}

/// The tokens of what was said after a complement, in a sentence that ends at `end`; `cut` is where the next event opens.
pub fn words(r: &Reading<'_>, complement: &Complement, cut: Option<usize>, end: usize) -> Range<usize> {
    let start = complement.start;
    let end = cut.filter(|&c| c > start).unwrap_or(end).min(end).min(start + LONGEST);
    if let Some(quote) = r.quote_opening(start).or_else(|| r.quote(start).filter(|q| q.open + 1 == start)) {
        let whole = quote.inside();
        let after = quote.after();
        let long = complement.how == How::Quote || whole.len() > 1;
        if long && (complement.how == How::Quote && quote.inside().len() > 3 || after >= end || !quote.closed || ends(r, after, end)) {
            return if complement.how == How::Quote && quote.closed { followed(r, whole, after) } else { whole };
        }
    }
    let end = if complement.how == How::Noun { contrasted(r, start..end).unwrap_or(end) } else { end };
    trimmed(r, start..end.max(start))
}

/// Where the writer sets something against what was announced in nouns: «أعلن توسعة الميناء، غير أن خبيرا شكك في كلفتها». After أن it may be the
/// speaker who does.
fn contrasted(r: &Reading<'_>, tokens: Range<usize>) -> Option<usize> {
    let end = tokens.end;
    tokens.into_iter().find(|&comma| {
        let at = comma + 1;
        let turns = r.has(at, class::CONTRAST) || r.has(at, class::CONTRAST_THAT) && r.complementiser(at + 1);
        r.comma(comma) && at < end && turns
    })
}

/// Whether what was said ends with the quotation before a token.
fn ends(r: &Reading<'_>, after: usize, end: usize) -> bool {
    let and_that = |at: usize| r.complementiser(at) && r.word(at).is_some_and(|w| w.facts.conjunction() == Some(b'w'));
    if after >= end {
        return true;
    }
    if r.comma(after) {
        return !and_that(after + 1);
    }
    r.word(after).is_none_or(|w| !w.is_word() && r.quote(after).is_none() && !w.is("(")) || r.has(after, class::BREAK)
}

/// A quotation with the quotations that follow it at once: sentences quoted one by one.
fn followed(r: &Reading<'_>, whole: Range<usize>, after: usize) -> Range<usize> {
    let mut out = whole;
    let mut at = after;
    while let Some(quote) = next_quote(r, at) {
        if !quote.closed || quote.inside().len() < 4 || next_word(r, quote.after()) {
            break;
        }
        out.end = quote.end;
        at = quote.after();
    }
    out
}

fn next_quote<'r>(r: &'r Reading<'_>, mut at: usize) -> Option<&'r super::quotes::Quote> {
    if r.word(at)?.surface.starts_with(chars::is_terminal) {
        at += 1;
    }
    r.quote_opening(at)
}

/// Whether the sentence goes on at a token.
fn next_word(r: &Reading<'_>, at: usize) -> bool {
    r.word(at).is_some_and(|w| r.comma(at) || w.is_word() && r.view.sentence_of(at) == r.view.sentence_of(at.saturating_sub(1)))
}
