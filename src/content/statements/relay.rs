//! Words passed on: نقلت عن, جاء في; and to whom a speaker speaks.
//!
//! Reads on from a verb that itself says nothing. The decision: the speaker is who stands behind عن or في, not who passes the words on.

use std::ops::Range;

use super::complement::marked;
use super::event::Event;
use super::phrase::{Growth, grow};
use super::reading::Reading;
use super::table::{Speaks, Verb, class, governs};
use crate::morph::Upos;

/// نقلت صحيفة عن فلان قوله إن
pub fn relay(r: &Reading<'_>, mut event: Event, end: usize) -> Option<Event> {
    let at = event.cue.start;
    let from = (at + 1..end.min(at + 16)).find(|&i| r.governed(i) == governs::AN)?;
    let any = Verb { lemma: "", stance: "", governs: governs::CLAUSE | governs::QUOTE };
    let complement = marked(r, &any, from + 1, end)?;
    let word = r.word(from)?;
    if word.facts.pronoun() {
        event.pronoun = Some(from);
    } else {
        let told = (from + 1..complement.marker).find(|&i| r.word(i).is_some_and(|w| w.facts.lemma == "قول" && w.facts.pronoun()));
        event.subject = grow(r, from + 1, told.unwrap_or(complement.marker), Growth::default());
        event.subject.as_ref()?;
    }
    event.complement = Some(complement);
    event.made = true;
    Some(event)
}

/// جاء في بيان أن
pub fn document(r: &Reading<'_>, mut event: Event, end: usize) -> Option<Event> {
    let at = event.cue.start;
    let inside = (at + 1..end.min(at + 3)).find(|&i| r.governed(i) == governs::FI)?;
    let any = Verb { lemma: "", stance: "", governs: governs::CLAUSE | governs::QUOTE };
    let complement = marked(r, &any, inside + 1, end)?;
    let phrase = grow(r, inside + 1, complement.marker, Growth::default())?;
    if !matches!(r.speaks(phrase.tokens.start), Some(Speaks::Paper)) {
        return None;
    }
    event.subject = Some(phrase);
    event.complement = Some(complement);
    event.made = true;
    Some(event)
}

/// للصحفيين, لوكالة كذا between the verb and the words.
pub fn reader(r: &Reading<'_>, from: usize, end: usize) -> Option<Range<usize>> {
    let at = (from..end).find(|&i| {
        r.preposition(i) == Some("ل")
            && r.quote(i).is_none()
            && (r.has(i, class::READER) || r.has(i + 1, class::READER) && r.upos(i) == Upos::Adp)
    })?;
    let start = at + usize::from(r.upos(at) == Upos::Adp);
    let mut to = start + 1;
    while to < end
        && (r.nominal(to) && !r.adverbial(to) && !r.circumstance(to) && r.preposition(to).is_none()
            || r.quote(to).is_some()
            || matches!(r.word(to).map(|w| w.surface), Some("(" | ")")))
    {
        to += 1;
    }
    Some(start..to)
}
