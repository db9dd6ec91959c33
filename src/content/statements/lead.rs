//! What stands before a verb of saying: particles that deny it, conjunctions that open its clause, its subject.
//!
//! Reads a few words back; tells whether anything was said at all (لم يقل, قد يعلن and سيعلن say nothing), where the clause begins,
//! and which noun phrase before the verb is its subject. The decision: a phrase before the verb is its subject only if it fills the
//! clause from its opening to the verb and agrees with it.

use super::complement::skip;
use super::phrase::{Growth, Phrase, agrees, grow};
use super::reading::Reading;
use super::table::{Agreement, Speaks, class};
use crate::morph::Upos;

/// Words looked back at most for a subject.
const REACH: usize = 40;

/// What stands before a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lead {
    /// The first token of its clause, particles included.
    pub opens: usize,
    /// Whether another clause begins there, so that words said before end.
    pub fresh: bool,
    /// Whether it was said: not denied, not possible, not in the future.
    pub said: bool,
    /// The word that bears the subject: لكنه, هو.
    pub pronoun: Option<usize>,
    /// ما or الذي before the verb.
    pub relative: Option<usize>,
}

/// Reads the particles before the verb at `verb`, in a sentence that starts at `start`.
pub fn lead(r: &Reading<'_>, verb: usize, start: usize) -> Lead {
    let tag = r.word(verb).and_then(|w| w.facts.tag);
    let imperfect = tag.is_some_and(|t| t.aspect == 2);
    let particle = tag.map_or(0, |t| t.particle);
    // After a preposition it is a noun, whatever it was read as.
    if verb > start
        && r.upos(verb - 1) == Upos::Adp
        && r.word(verb - 1).is_some_and(|w| !w.facts.pronoun() && !r.has(verb - 1, class::FRAME) && w.facts.lemma != "حين")
    {
        return Lead { opens: verb, fresh: false, said: false, pronoun: None, relative: None };
    }
    let mut out = Lead { opens: verb, fresh: false, said: !matches!(particle, b's' | b'J' | b'>'), pronoun: None, relative: None };
    let mut opened = false;
    let conjoined = |at: usize| r.word(at).is_some_and(|w| w.facts.conjunction().is_some());
    while out.opens > start && verb - out.opens < 5 && !conjoined(out.opens) {
        let at = out.opens - 1;
        let Some(word) = r.word(at) else { break };
        if !word.is_word() || r.quote(at).is_some() {
            break;
        }
        let facts = word.facts;
        match facts.upos {
            Upos::Pron if matches!(facts.core.as_str(), "الذي" | "التي" | "الذين" | "اللذان" | "اللتان" | "من") => {
                out.relative = Some(at)
            }
            Upos::Pron if matches!(facts.lemma.as_str(), "هو" | "هي" | "هم" | "هما") => {
                // وهو ما نفته: the pronoun stands for what was said.
                if out.relative.is_none() {
                    out.pronoun = out.pronoun.or(Some(at));
                }
                opened = true;
            }
            _ if facts.core == "ما" && !opened => out.relative = Some(at),
            _ if facts.pronoun() && facts.folded.contains("لكن") => {
                out.pronoun = Some(at);
                opened = true;
            }
            Upos::Part | Upos::Aux | Upos::Sconj | Upos::Cconj | Upos::Adv if facts.core == "قد" => out.said &= !imperfect,
            _ if r.has(at, class::MODAL) && !facts.pronoun() => out.said = false,
            Upos::Part | Upos::Aux | Upos::Verb
                if r.has(at, class::NEGATION) && at + 1 == verb || r.has(at, class::NEGATION) && facts.upos == Upos::Part =>
            {
                out.said = false;
            }
            _ if r.complementiser(at) => {
                let before = at > start && r.word(at - 1).is_some_and(|w| w.facts.core == "قبل");
                if imperfect && !before && at + 1 == verb && !facts.pronoun() && !facts.core.starts_with("لكن") {
                    out.said = false;
                }
                // بعد أن أعلن
                if !r.has(at.saturating_sub(1), class::FRAME) || at == start {
                    break;
                }
                opened = true;
            }
            Upos::Aux => {}
            Upos::Sconj | Upos::Cconj => opened = true,
            _ if facts.lemma == "كان" => {}
            _ if matches!(facts.core.as_str(), "حين" | "وقت" | "حيث" | "فيما" | "بينما" | "بعدما" | "عندما" | "كما" | "ثم" | "اذ") => {
                opened = true
            }
            Upos::Adp if opened && r.has(at + 1, class::BREAK | class::FRAME) || opened && r.has(at, class::FRAME) => {}
            _ => break,
        }
        out.opens = at;
    }
    out.fresh = opened || fresh(r, out.opens, start);
    out
}

/// Whether a clause that begins at a token is another than the one before.
pub fn fresh(r: &Reading<'_>, at: usize, start: usize) -> bool {
    at <= start || r.comma(at - 1) || r.word(at).is_some_and(|w| w.facts.conjunction().is_some() || !w.is_word()) || r.has(at, class::BREAK)
}

/// The subject that stands before the verb, or before الذي.
pub fn subject(r: &Reading<'_>, verb: usize, lead: &Lead, agreement: Agreement, start: usize) -> Option<Phrase> {
    let conjunction = r.word(verb).and_then(|w| w.facts.conjunction());
    let end = lead.opens;
    if conjunction == Some(b'w') || end <= start {
        return None;
    }
    if let Some(relative) = lead.relative {
        return antecedent(r, relative, agreement, start);
    }
    let lowest = start.max(end.saturating_sub(REACH));
    let mut commas = 0;
    let mut weak: Option<Phrase> = None;
    for at in (lowest..end).rev() {
        let Some(before) = at.checked_sub(1).filter(|_| at > start) else {
            if let Some(found) = fills(r, at, end, agreement) {
                return Some(found);
            }
            break;
        };
        if r.quote(before).is_some_and(|q| q.open != before) && r.quote(at).is_none_or(|q| q.open != at) {
            // A quoted name is part of the phrase.
            continue;
        }
        if opens(r, before)
            && let Some(found) = fills(r, at, end, agreement)
        {
            return Some(found);
        }
        let conjoined = r.word(at).is_some_and(|w| w.facts.conjunction() == Some(b'w'));
        if conjoined && weak.is_none() && !r.word(before).is_some_and(|w| w.is_word()) {
            weak = fills(r, at, end, agreement);
        }
        if r.finite(before) || r.complementiser(before) || r.has(before, class::BREAK) {
            break;
        }
        if r.comma(before) {
            commas += 1;
            if commas > 3 {
                break;
            }
        }
    }
    weak.or_else(|| described(r, end, agreement, start))
}

/// Whether a clause may begin after a token.
fn opens(r: &Reading<'_>, before: usize) -> bool {
    let mark = |w: super::super::view::Word<'_>| !w.is_word() && !matches!(w.surface, ")" | "(" | "/") && r.quote(before).is_none();
    r.complementiser(before)
        || r.has(before, class::BREAK)
        || matches!(r.upos(before), Upos::Sconj | Upos::Cconj | Upos::Aux)
        || r.word(before).is_some_and(|w| w.facts.lemma == "كان" || matches!(w.facts.core.as_str(), "اما" | "لاكن") || mark(w))
}

/// A phrase that reaches from `from` to the verb, with nothing but circumstances between.
fn fills(r: &Reading<'_>, from: usize, end: usize, agreement: Agreement) -> Option<Phrase> {
    let phrase = grow(r, from, end, Growth::default())?;
    // «…»، قال فلان: the quotation is what he said.
    if r.quote_opening(from).is_some_and(|q| q.after() == phrase.tokens.end && q.inside().len() > 2) {
        return None;
    }
    let reached = phrase.tokens.end == end || skip(r, phrase.tokens.end, end, 0) >= end || aside(r, phrase.tokens.end, end);
    (reached && agrees(r, agreement, &phrase, true)).then_some(phrase)
}

/// Whether commas enclose all that stands between subject and verb.
fn aside(r: &Reading<'_>, from: usize, end: usize) -> bool {
    r.comma(from) && end > from + 1 && r.comma(end - 1) && !(from..end).any(|at| r.verb(at).is_some())
}

/// An indefinite noun right before the verb that can speak: تقرير خبير رجح.
fn described(r: &Reading<'_>, end: usize, agreement: Agreement, start: usize) -> Option<Phrase> {
    let mut from = end;
    while from > start && end - from < 6 && r.nominal(from - 1) && r.quote(from - 1).is_none() && !r.circumstance(from - 1) {
        from -= 1;
        if r.preposition(from).is_some() || r.word(from).is_some_and(|w| w.facts.conjunction().is_some()) {
            break;
        }
    }
    let phrase = (from < end && r.speaks(from).is_some() && !r.article(from)).then(|| Phrase { tokens: from..end, name: false })?;
    agrees(r, agreement, &phrase, true).then_some(phrase)
}

/// The noun phrase that a relative clause describes.
fn antecedent(r: &Reading<'_>, relative: usize, agreement: Agreement, start: usize) -> Option<Phrase> {
    if r.word(relative).is_some_and(|w| w.facts.core == "ما" || w.facts.core == "من") {
        return None;
    }
    let end = if r.comma(relative.saturating_sub(1)) { relative - 1 } else { relative };
    let mut best = None;
    let mut from = end;
    while from > start && end - from < 15 && r.nominal(from - 1) && r.quote(from - 1).is_none() {
        from -= 1;
        let speaks = r.speaks(from) == Some(Speaks::Role) || r.speaks(from).is_some() || r.name(from);
        if speaks && let Some(found) = grow(r, from, end, Growth::default()).filter(|p| p.tokens.end == end) {
            best = Some(found);
        }
        if r.preposition(from).is_some() {
            break;
        }
    }
    best.filter(|phrase| agrees(r, agreement, phrase, true))
}
