//! Words that stand twice in a row.
//!
//! A preposition twice is a slip of the hand. Arabic repeats other words on purpose (توكيد لفظي: «جدا جدا», «أخاك أخاك»; «رويدا رويدا»,
//! «دكا دكا»), so of those only what emphasis does not repeat is marked, and never as certain.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::{Correction, Rule, Source, Tier};
use crate::data;
use crate::layout::TokenKind;
use crate::morph::Upos;
use crate::text::ByteSpan;
use crate::text::fold::{Folding, fold};

static REPEATABLE: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| data::columns::<1>(data::REPEATABLE).map(|[word]| fold(word, Folding::Full)).collect());

/// Corrections of the repeated words of a block.
pub fn read(source: &Source<'_>, range: Range<usize>, out: &mut Vec<Correction>) {
    for at in range.clone().skip(1) {
        let (Some(before), Some(token)) = (source.tokens.get(at - 1), source.tokens.get(at)) else { continue };
        let gap = ByteSpan { start: before.span.end, end: token.span.start };
        let word = token.span.of(source.text);
        if token.kind != TokenKind::Word
            || before.kind != TokenKind::Word
            || word.len() < 4
            || before.span.of(source.text) != word
            || !gap.of(source.text).chars().all(|c| c == ' ' || c == '\u{A0}')
        {
            continue;
        }
        // Three times is emphasis or laughter.
        let third = |at: usize| range.contains(&at) && source.tokens.get(at).is_some_and(|t| t.span.of(source.text) == word);
        if third(at + 1) || at >= 2 && third(at - 2) {
            continue;
        }
        let span = ByteSpan { start: gap.start, end: token.span.end };
        if let Some(confidence) = sure(source, at, word) {
            let suggestions = vec![String::new()];
            out.push(Correction { span, rule: Rule::RepeatedWord, tier: Tier::Contextual, suggestions, confidence });
        }
    }
}

/// How sure it is that a word stands twice by mistake; none where it may be meant.
fn sure(source: &Source<'_>, at: usize, word: &str) -> Option<f32> {
    let folded = fold(word, Folding::Full);
    if REPEATABLE.contains(&folded) {
        return None;
    }
    let found = source.morphology?.of(at)?;
    match found.word.upos {
        Upos::Adp | Upos::Sconj | Upos::Cconj | Upos::Part | Upos::Det | Upos::Pron => Some(0.97),
        Upos::Noun | Upos::Adj if found.source != "guess" && (found.tag.definite() || found.tag.preposition != 0) => Some(0.8),
        _ => None,
    }
}
