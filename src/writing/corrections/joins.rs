//! Spaces that are missing inside a word, and spaces that cut a clitic off.

use std::ops::Range;

use super::{Correction, Rule, Source};
use crate::layout::TokenKind;
use crate::text::ByteSpan;

/// Corrections of a block.
pub fn read(source: &Source<'_>, range: Range<usize>, out: &mut Vec<Correction>) {
    for at in range.clone() {
        let (Some(token), Some(next)) = (source.tokens.get(at), source.tokens.get(at + 1)) else { continue };
        if token.kind != TokenKind::Word || next.kind != TokenKind::Word || !range.contains(&(at + 1)) {
            continue;
        }
        let gap = ByteSpan { start: token.span.end, end: next.span.start };
        let single = |at: usize| source.tokens.get(at).is_some_and(|t| t.span.len() <= 2 && t.kind == TokenKind::Word);
        // «أ و ب» names letters.
        if token.span.of(source.text) == "و" && gap.of(source.text) == " " && !single(at + 1) && !(at > range.start && single(at - 1)) {
            out.push(Correction::certain(gap, Rule::SplitWord, ""));
        }
    }
}
