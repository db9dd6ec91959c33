//! Quotations: which stretch of a block stands between quotation marks.
//!
//! Reads tokens alone. Marks are taken for what they do, not for what they are: `” like this “` opens with a closing mark, and
//! `" this "` has a space on both sides. So the first mark outside opens unless it leans back on a word, and the next mark of its
//! family closes. A quotation that never closes ends with its sentence.

use std::ops::Range;

use crate::content::view::View;
use crate::text::chars;

/// Longer quotations count as never closed: this bounds the work on stray marks.
const LONGEST: usize = 500;

/// A quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// Token of the opening mark.
    pub open: usize,
    /// Token after the last one inside.
    pub end: usize,
    /// Whether a mark closes it, at `end`.
    pub closed: bool,
}

impl Quote {
    /// The tokens inside.
    pub fn inside(&self) -> Range<usize> {
        self.open + 1..self.end
    }

    /// The first token after it.
    pub fn after(&self) -> usize {
        self.end + usize::from(self.closed)
    }
}

fn mark(view: &View<'_>, at: usize) -> Option<char> {
    let word = view.word(at)?;
    let first = word.surface.chars().next()?;
    (!word.is_word() && chars::is_quote(first) && !matches!(first, '\'' | '\u{2018}' | '\u{2019}')).then_some(first)
}

fn guillemet(c: char) -> bool {
    matches!(c, '\u{00AB}' | '\u{00BB}' | '\u{2039}' | '\u{203A}')
}

/// Whether a mark at the start of a quotation leans back: it touches the word before it and not the one after.
fn leans_back(view: &View<'_>, at: usize) -> bool {
    let touches_before = !view.apart(at) && at.checked_sub(1).and_then(|b| view.word(b)).is_some_and(|w| w.is_word());
    touches_before && (view.apart(at + 1) || !view.word(at + 1).is_some_and(|w| w.is_word()))
}

/// Whether a mark at the end of a quotation leans forward: it touches the word after it and not the one before.
fn leans_forward(view: &View<'_>, at: usize) -> bool {
    let touches_after = !view.apart(at + 1) && view.word(at + 1).is_some_and(|w| w.is_word());
    touches_after && view.apart(at)
}

/// The quotations of a stretch of tokens, ascending, none inside another.
pub fn find(view: &View<'_>, tokens: Range<usize>) -> Vec<Quote> {
    let mut out = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        let Some(opener) = mark(view, at) else {
            at += 1;
            continue;
        };
        if leans_back(view, at) || at + 1 >= tokens.end {
            at += 1;
            continue;
        }
        let quote = close(view, at, opener, tokens.end);
        at = quote.after().max(at + 1);
        out.push(quote);
    }
    out
}

fn close(view: &View<'_>, open: usize, opener: char, end: usize) -> Quote {
    let limit = end.min(open + LONGEST);
    let mut depth = 0usize;
    for at in open + 1..limit {
        let Some(found) = mark(view, at) else { continue };
        if guillemet(found) != guillemet(opener) {
            continue;
        }
        if found == opener && opener != '"' && leans_forward(view, at) {
            depth += 1;
            continue;
        }
        if depth > 0 {
            depth -= 1;
            continue;
        }
        return Quote { open, end: at, closed: true };
    }
    let sentence = view.sentence(view.sentence_of(open));
    let mut end = sentence.end.min(limit).max(open + 1);
    while end > open + 1 && view.word(end - 1).is_some_and(|w| w.surface.starts_with(chars::is_terminal)) {
        end -= 1;
    }
    Quote { open, end, closed: false }
}
