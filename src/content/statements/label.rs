//! Labelled statements of the whole text.
//!
//! Reads sentences that no verb of saying explains; adds `name: words`. Runs last, because a family name in a headline is known from
//! the speakers of the text below.

use rustc_hash::FxHashSet;

use super::bounds::trimmed;
use super::colon::labelled;
use super::form::form;
use super::phrase::Phrase;
use super::reading::Reading;
use super::speaker::Voices;
use super::{Basis, Cue, Statement};
use crate::layout::Role;
use crate::text::ByteSpan;

/// Adds the labelled statements of these sentences.
pub fn read(r: &Reading<'_>, sentences: &[usize], out: &mut Vec<Statement>) {
    let names = family_names(r, out);
    let colons: FxHashSet<u32> = out.iter().map(|s| s.content.start).collect();
    for &number in sentences {
        let sentence = trimmed(r, r.view.sentence(number));
        let headline = r.view.role(number) == Role::Headline;
        let known = |at: usize| r.word(at).is_some_and(|w| names.contains(w.facts.core.as_str()));
        let Some(found) = labelled(r, sentence, headline, known) else { continue };
        let content = trimmed(r, found.content.clone());
        let words = r.view.span(content.clone());
        if words.is_empty() || colons.contains(&words.start) {
            continue;
        }
        let phrase: &Phrase = &found.phrase;
        let mut speaker = Voices::default().voice(r, phrase, number).speaker(Basis::Explicit);
        if speaker.entity.is_none() {
            // A family name in a headline, the full name in the text.
            let name = speaker.span.of(r.view.text);
            let same = |s: &&Statement| s.speaker.as_ref().is_some_and(|v| v.entity.is_some() && v.span.of(r.view.text).ends_with(name));
            speaker.entity = out.iter().find(same).and_then(|s| s.speaker.as_ref()).and_then(|s| s.entity);
        }
        let cue = r.view.span(found.colon..found.colon + 1);
        let span = ByteSpan { start: speaker.span.start.min(words.start), end: words.end.max(cue.end) };
        out.push(Statement {
            span,
            form: form(r, content),
            speaker: Some(speaker),
            cue: Cue { span: cue, lemma: ":", stance: "report" },
            content: words,
            addressee: None,
            when: None,
            why: "colon",
        });
    }
}

/// Words of the speakers' names, folded: the last words of their phrases.
fn family_names(r: &Reading<'_>, statements: &[Statement]) -> FxHashSet<String> {
    let mut out = FxHashSet::default();
    for speaker in statements.iter().filter_map(|s| s.speaker.as_ref()).filter(|s| s.basis == Basis::Explicit) {
        let at = r.view.tokens.partition_point(|t| t.span.end < speaker.span.end);
        if let Some(word) = r.word(at).filter(|w| w.is_word() && r.speaks(w.at).is_none() && !w.facts.core.is_empty()) {
            out.insert(word.facts.core.clone());
        }
    }
    out
}
