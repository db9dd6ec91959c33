//! The form of a statement: all quoted, partly, or not at all.
//!
//! Reads the tokens of the words said. The decision: a quoted name or a single word in quotation marks is the writer's reserve or a
//! title, not a quotation, unless it is a verb.

use std::ops::Range;

use super::Form;
use super::reading::Reading;
use super::table::Speaks;

/// The form of words whose tokens these are.
pub fn form(r: &Reading<'_>, tokens: Range<usize>) -> Form {
    if r.quote(tokens.start).is_some_and(|q| q.inside() == tokens) {
        return Form::Direct;
    }
    let first = r.quotes.partition_point(|q| q.open < tokens.start);
    let inside = r.quotes.iter().skip(first).take_while(|q| q.open < tokens.end);
    if inside.take(200).any(|q| quoted(r, q.open, q.inside())) { Form::Mixed } else { Form::Indirect }
}

/// Whether a quotation quotes words rather than a name.
fn quoted(r: &Reading<'_>, open: usize, inside: Range<usize>) -> bool {
    let words = inside.clone().filter(|&at| r.word(at).is_some_and(|w| w.is_word())).count();
    let before = open.checked_sub(1);
    let singular = |b: usize| r.word(b).and_then(|w| w.facts.tag).is_some_and(|t| t.number == b'S');
    let named = before.is_some_and(|b| matches!(r.speaks(b), Some(Speaks::Body)) && singular(b) && r.preposition(inside.start).is_none());
    let mention = r.mention(inside.start).is_some_and(|m| m.tokens.end >= inside.end);
    match words {
        0 => false,
        1 => r.finite(inside.start),
        2 | 3 if named || mention => false,
        _ => true,
    }
}
