//! What makes a number approximate: «نحو», «ما لا يقل عن» before it, «على الأقل» behind what it counts.

use std::sync::LazyLock;

use super::phrases::Phrases;
use crate::content::view::View;
use crate::data;

/// The longest hedge, in tokens.
const LONGEST: usize = 5;

static BEFORE: LazyLock<Phrases<()>> = LazyLock::new(|| phrases("before"));
static AFTER: LazyLock<Phrases<()>> = LazyLock::new(|| phrases("after"));

fn phrases(wanted: &'static str) -> Phrases<()> {
    Phrases::new(data::columns::<2>(data::HEDGES).filter(move |[side, _]| *side == wanted).map(|[_, phrase]| (phrase, ())))
}

/// Whether a hedge ends right before a token. `from` is the start of its sentence.
pub fn before(view: &View<'_>, at: usize, from: usize) -> bool {
    // «ما يقارب الـ100»: the article may be a token of its own.
    let ends = |end: usize| {
        let starts = end.saturating_sub(LONGEST).max(from)..end;
        starts.rev().any(|start| BEFORE.at(view, start, end).is_some_and(|m| m.end == end))
    };
    let article =
        at.checked_sub(1).filter(|a| *a > from && view.word(*a).is_some_and(|w| matches!(w.facts.folded.as_str(), "ال" | "ب" | "ل")));
    ends(at) || article.is_some_and(ends)
}

/// Whether a hedge starts at a token.
pub fn after(view: &View<'_>, at: usize, end: usize) -> bool {
    AFTER.at(view, at, end).is_some_and(|m| m.front.letters == 0)
}
