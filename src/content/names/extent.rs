//! From labelled tokens to mentions: the span of a name without the clitics before it.

use std::ops::Range;

use super::chain::Labelled;
use super::phrases::Phrases;
use super::{EntityKind, Mention};
use crate::content::view::{View, Word};
use crate::morph::Upos;
use crate::text::ByteSpan;

/// Where the name begins in its first token: as the tagger cut the word, unless a table knows the name with another cut (باريس is no ب
/// and اريس), or the tagger took the word for a verb or a particle, whose clitics say nothing of the name (فيرمين is no ف and يرمين). A و
/// joins names more often than it begins them.
pub fn start(word: &Word<'_>, listed: &Phrases) -> u32 {
    match listed.at(word.at).filter(|phrase| phrase.tokens.start == word.at) {
        Some(phrase) => word.after_letters(phrase.cut).start,
        None if may_name(word.facts.upos) => word.after_proclitics().start,
        None => word.after_letters(u32::from(word.facts.conjunction() == Some(b'w'))).start,
    }
}

/// Whether words of a class can be names or begin them.
fn may_name(upos: Upos) -> bool {
    matches!(upos, Upos::Propn | Upos::Noun | Upos::Adj | Upos::Num | Upos::X)
}

/// Appends the mentions of a labelled sentence.
pub fn mentions(view: &View<'_>, listed: &Phrases, tokens: Range<usize>, labels: &[Labelled], out: &mut Vec<Mention>) {
    let mut open: Option<(usize, EntityKind, f32)> = None;
    for (at, (label, score)) in tokens.clone().zip(labels.iter().copied()) {
        match (label.kind(), open) {
            (Some(kind), Some((from, of, least))) if !label.starts() && of == kind => open = Some((from, of, least.min(score))),
            (kind, before) => {
                if let Some((from, of, least)) = before {
                    push(view, listed, from..at, of, least, out);
                }
                open = kind.map(|kind| (at, kind, score));
            }
        }
    }
    if let Some((from, kind, score)) = open {
        push(view, listed, from..tokens.end, kind, score, out);
    }
}

fn push(view: &View<'_>, listed: &Phrases, tokens: Range<usize>, kind: EntityKind, score: f32, out: &mut Vec<Mention>) {
    let Some(first) = view.word(tokens.start) else { return };
    let whole = view.span(tokens.clone());
    let start = start(&first, listed).min(whole.end);
    let span = ByteSpan::new(start as usize, whole.end as usize);
    if span.start == span.end {
        return;
    }
    let table = listed.at(tokens.start).is_some_and(|phrase| phrase.tokens == tokens);
    let why = if table { "model + table" } else { "model" };
    out.push(Mention { span, tokens, kind, entity: 0, score, why });
}
