//! The pieces of numbers in a stretch of text: digits and number words, each with its clitics, and how they touch.

use std::ops::Range;

use super::affix::{Front, without};
use super::digits;
use super::words::{Class, NUMBER_WORDS, NumberWord};
use crate::content::view::{View, Word};
use crate::layout::TokenKind;
use crate::morph::Upos;
use crate::text::chars;

/// A piece of a number.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Where the piece itself starts, in bytes, behind conjunction and preposition.
    pub start: u32,
    /// Its value.
    pub value: f64,
    /// What the word does; none for digits.
    pub word: Option<NumberWord>,
    /// What stands in front of it; a و or ب that is a token of its own is counted too.
    pub front: Front,
    /// The first token of the piece with a lone و in front.
    pub from: usize,
}

impl Piece {
    /// What the word does.
    pub fn class(&self) -> Option<Class> {
        self.word.map(|w| w.class)
    }

    /// Whether it is a number word of this class.
    pub fn is(&self, class: Class) -> bool {
        self.class() == Some(class)
    }
}

/// The value of a token that is a fraction of one character.
fn fraction(word: &Word<'_>) -> Option<f64> {
    let mut letters = word.surface.chars();
    letters.next().and_then(chars::fraction_value).filter(|_| letters.next().is_none())
}

/// Digits and what belongs to them: a slash and more digits behind, or a fraction of one character, which stands alone too.
fn digits_at(view: &View<'_>, at: usize, within: &Range<usize>) -> Option<(f64, usize)> {
    let word = view.word(at)?;
    if let Some(share) = fraction(&word) {
        return Some((share, at + 1));
    }
    if word.kind != TokenKind::Number {
        return None;
    }
    let mut value = digits::value(word.surface)?;
    let mut next = at + 1;
    let touching = |at: usize| at < within.end && !view.apart(at);
    let sign = |at: usize, marks: &[&str]| touching(at) && view.word(at).is_some_and(|w| marks.contains(&w.surface));
    let number = |at: usize| touching(at).then(|| view.word(at)).flatten().filter(|w| w.kind == TokenKind::Number);
    // 12،220 with the Arabic comma between thousands.
    if sign(next, &["،"]) && number(next + 1).is_some() {
        let joined = view.span(at..next + 2).of(view.text);
        if let Some(whole) = digits::value(joined).filter(|v| *v >= 1000.0) {
            return Some((whole, next + 2));
        }
    }
    let slash_before = at > within.start && !view.apart(at) && view.word(at - 1).is_some_and(|w| w.surface == "/");
    if sign(next, &["/"])
        && !slash_before
        && let Some(below) = number(next + 1).and_then(|w| digits::value(w.surface)).filter(|v| *v > 0.0)
        && !sign(next + 2, &["/"])
    {
        value /= below;
        next += 2;
    } else if value.fract() == 0.0
        && let Some(share) = view.word(next).filter(|_| next < within.end).and_then(|w| fraction(&w))
    {
        value += share;
        next += 1;
    }
    Some((value, next))
}

fn is_lone(word: &Word<'_>, letters: &[&str]) -> bool {
    word.kind == TokenKind::Word && letters.contains(&word.facts.folded.as_str())
}

/// Whether a minus stands before the digits at `at` of a sentence that begins at `from`: a dash that touches them and nothing before it.
fn minus(view: &View<'_>, at: usize, from: usize) -> Option<usize> {
    let before = at.checked_sub(1).filter(|before| *before >= from)?;
    let dash = view.word(before).filter(|w| matches!(w.surface, "-" | "−" | "\u{2013}"))?;
    if view.apart(at) && dash.surface != "−" {
        return None;
    }
    let first = before.checked_sub(1).filter(|first| *first >= from).and_then(|first| view.word(first));
    let free = first.is_none_or(|w| view.apart(before) || matches!(w.surface, "(" | "«" | "\""));
    // A dash between two numbers is a range, whatever the spaces are.
    let number_before = first.is_some_and(|w| w.kind == TokenKind::Number);
    (free && !number_before).then_some(before)
}

/// Whether a word is another than the number its letters may be cut to: «لست», «كمية».
fn is_another(word: &Word<'_>, front: Front) -> bool {
    front.preposition == Some('ك') && !front.article
        || matches!(word.facts.folded.as_str(), "لست" | "ولست" | "فلست" | "وست" if word.facts.upos == Upos::Verb || word.facts.folded.contains("لست"))
}

/// The pieces of numbers in a range of tokens, ascending.
pub fn pieces(view: &View<'_>, range: Range<usize>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let Some(word) = view.word(at) else { break };
        let before = at.checked_sub(1).filter(|b| *b >= range.start).and_then(|b| view.word(b));
        let mut front = Front::default();
        let mut from = at;
        if let Some(before) = before.filter(|b| b.is_word()) {
            if is_lone(&before, &["و", "ف"]) {
                front.conjunction = true;
                from = before.at;
            } else if !view.apart(at) && is_lone(&before, &["ال", "بال", "لل", "وال"]) {
                front.article = true;
            } else if is_lone(&before, &["ب", "ل", "وب", "ول", "ك"]) {
                front.preposition = before.facts.folded.chars().last();
                front.conjunction = before.facts.folded.len() > 2;
            }
        }
        if let Some((value, end)) = digits_at(view, at, &range) {
            let point = before.filter(|b| !view.apart(at) && matches!(b.surface, "." | "٫"));
            let alone = |b: &Word<'_>| view.apart(b.at) || b.at == range.start;
            let mut piece = Piece { tokens: at..end, start: word.span.start, value, word: None, front, from };
            if let Some(point) = point.filter(alone) {
                if let Some(decimal) = digits::value(&format!("0.{}", word.surface)) {
                    piece.value = decimal;
                    (piece.tokens.start, piece.start, piece.from) = (point.at, point.span.start, point.at);
                }
            } else if let Some(sign) = minus(view, at, range.start) {
                piece.value = -value;
                piece.tokens.start = sign;
                piece.from = sign;
                piece.start = view.word(sign).map_or(piece.start, |w| w.span.start);
            }
            out.push(piece);
            at = end;
            continue;
        }
        if let Some(hit) = NUMBER_WORDS.of(word.facts).filter(|hit| word.is_word() && !is_another(&word, hit.front)) {
            let start = without(&word, hit.front.letters).start;
            let front = Front { conjunction: hit.front.conjunction || front.conjunction, ..hit.front };
            let from = if hit.front.conjunction { at } else { from };
            out.push(Piece { tokens: at..at + 1, start, value: hit.entry.value, word: Some(hit.entry), front, from });
        }
        at += 1;
    }
    out
}
