//! What was said: where the words begin after a verb of saying.
//!
//! Reads from the verb on; finds أن with or without a preposition, a colon, a quotation, an indirect question, or the noun that the
//! verb governs. The decision: a verb of saying without any of these says nothing (أضاف الهدف الثاني), and the search ends where
//! another verb of saying begins.

use super::phrase::{Growth, grow};
use super::reading::{Reading, Use};
use super::table::{Verb, class, governs};
use crate::layout::TokenKind;
use crate::morph::Upos;
use crate::text::chars;

/// Tokens between a verb and its words at most.
const REACH: usize = 60;

/// How the words are brought in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// After أن or إن.
    Clause,
    /// After a colon, or a quotation without anything before it.
    Quote,
    /// After an interrogative.
    Question,
    /// A noun, with a preposition or without.
    Noun,
}

/// Where the words begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Complement {
    /// The first token that does not belong to speaker and circumstances: أن, the colon, the preposition, the noun.
    pub marker: usize,
    /// The first token of the words.
    pub start: usize,
    /// How they are brought in.
    pub how: How,
    /// A quotation that may be a name as well.
    pub weak: bool,
}

/// Whether a verb of saying stands at a token, for real: another statement may begin there.
fn another(r: &Reading<'_>, at: usize) -> bool {
    r.verb(at).is_some_and(|(_, how, _)| match how {
        Use::Participle => {
            r.circumstance(at) || r.comma(at.saturating_sub(1)) || r.word(at).is_some_and(|w| w.facts.conjunction().is_some())
        }
        Use::Verb => true,
    })
}

/// Skips a bracket.
fn bracket(r: &Reading<'_>, at: usize, end: usize) -> Option<usize> {
    if !r.is(at, "(") {
        return None;
    }
    (at + 1..end.min(at + 15)).find(|&i| r.is(i, ")")).map(|i| i + 1)
}

/// أن, a colon, a quotation or a question, from a token on.
pub fn marked(r: &Reading<'_>, verb: &Verb, from: usize, end: usize) -> Option<Complement> {
    let end = end.min(from + REACH);
    let mut fallback = None;
    let mut at = from;
    while at < end {
        if let Some(quote) = r.quote_opening(at) {
            let found = Complement { marker: at, start: at, how: How::Quote, weak: false };
            if verb.governs & governs::QUOTE != 0 {
                let before = at.saturating_sub(1);
                let apart = at == from || r.comma(before) || r.adverbial(before) || r.circumstance(before);
                let long = quote.inside().len() > 5 || !quote.closed;
                let last = !r.word(quote.after()).is_some_and(|w| w.is_word());
                if long || apart && (quote.inside().len() > 3 || last) {
                    return Some(found);
                }
                if quote.inside().len() > 3 && last && !r.has(before, class::READER) {
                    fallback = fallback.or(Some(Complement { weak: true, ..found }));
                }
            }
            at = quote.after().max(at + 1);
            continue;
        }
        if let Some(next) = bracket(r, at, end) {
            at = next;
            continue;
        }
        if r.word(at).is_some_and(|w| w.surface.starts_with(chars::is_terminal)) {
            break;
        }
        if r.is(at, ":") {
            let start = at + 1;
            let allowed = verb.governs & governs::QUOTE != 0 && start < end;
            return if allowed { Some(Complement { marker: at, start, how: How::Quote, weak: false }) } else { fallback };
        }
        if let Some(found) = clause(r, verb, at, from) {
            return Some(found);
        }
        if verb.governs & governs::QUESTION != 0
            && let Some(start) = question(r, at)
        {
            return Some(Complement { marker: at, start, how: How::Question, weak: false });
        }
        if another(r, at) && !(at > 0 && r.word(at - 1).is_some_and(|w| w.facts.upos == Upos::Pron || w.facts.core == "ما")) {
            break;
        }
        if r.comma(at) && r.finite(at + 1) && r.word(at + 1).is_some_and(|w| w.facts.conjunction().is_some()) {
            break;
        }
        at += 1;
    }
    fallback
}

/// أن at a token that brings the words in.
fn clause(r: &Reading<'_>, verb: &Verb, at: usize, from: usize) -> Option<Complement> {
    if !r.complementiser(at) || verb.governs & (governs::CLAUSE | governs::QUESTION) == 0 {
        return None;
    }
    let word = r.word(at)?;
    if word.facts.conjunction().is_some() {
        return None;
    }
    let before = at.checked_sub(1).filter(|&b| b >= from);
    let mut marker = at;
    if let Some(before) = before {
        if r.has(before, class::FRAME | class::BREAK | class::NEGATION) && !r.adverbial(before) {
            return None;
        }
        if r.standing(before) {
            let prepositions = governs::ILA | governs::ALA | governs::MIN | governs::AN;
            if r.governed(before) & prepositions == 0 {
                return None;
            }
            marker = before;
        }
    }
    // ألا keeps its place among the words: it negates them.
    let start = if word.facts.folded.ends_with("الا") { at } else { at + 1 };
    Some(Complement { marker, start, how: How::Clause, weak: false })
}

/// The first word after عما إذا, ما إذا, or an interrogative itself.
fn question(r: &Reading<'_>, at: usize) -> Option<usize> {
    let folded = |at: usize| r.word(at).map_or("", |w| w.facts.folded.as_str());
    if matches!(folded(at), "عما" | "ما" | "فيما" | "بما") && folded(at + 1) == "اذا" {
        return Some(at + 2);
    }
    if folded(at) == "ان" && r.word(at + 1).is_some_and(|w| w.facts.lemma == "كان") {
        return Some(at + 1);
    }
    let asks = r.has(at, class::QUESTION) && matches!(folded(at), "هل" | "لماذا" | "كيف" | "متي" | "اين" | "ماذا" | "كم" | "عما" | "عمن");
    asks.then_some(at)
}

/// Jumps over circumstances: adverbs, times, prepositional phrases that the verb does not govern.
pub fn skip(r: &Reading<'_>, from: usize, end: usize, governed: u32) -> usize {
    let mut at = from;
    let end = end.min(from + REACH);
    while at < end {
        if let Some(next) = bracket(r, at, end) {
            at = next;
        } else if r.comma(at)
            || r.is(at, "/")
            || r.word(at).is_some_and(|w| w.kind == TokenKind::Number)
            || r.adverbial(at) && r.governed(at) & governed == 0
        {
            at += 1;
        } else if r.circumstance(at) && r.verb(at).is_none() {
            at += 1;
        } else if r.preposition(at).is_some() && r.governed(at) & governed == 0 || r.has(at, class::FRAME) {
            at = phrase_end(r, at, end, governed);
        } else if r.upos(at) == Upos::Adj && at > from && r.adverbial(at - 1) {
            at += 1;
        } else {
            break;
        }
    }
    at
}

/// The end of a prepositional phrase, with a clause that describes its noun.
fn phrase_end(r: &Reading<'_>, from: usize, end: usize, governed: u32) -> usize {
    let mut at = from + 1;
    if r.upos(from) == Upos::Adp && !r.standing(from) {
        return at;
    }
    let noun = from + usize::from(r.standing(from));
    while at < end {
        if let Some(quote) = r.quote_opening(at).filter(|q| q.closed && q.inside().len() <= 5 && at == noun + usize::from(noun == from)) {
            at = quote.after();
            continue;
        }
        let number = |at: usize| r.word(at).is_some_and(|w| w.kind == TokenKind::Number || w.is("/"));
        let closed = at > noun && (r.definite(at - 1) || r.has(at - 1, class::VENUE) || number(at - 1));
        let object = closed && (r.action(at) && !r.article(at) || r.article(at) && r.upos(at) == Upos::Noun && !number(at - 1));
        if number(at) {
            at += 1;
            continue;
        }
        let goes_on = r.nominal(at) && !r.circumstance(at) && !object && r.governed(at) & governed == 0;
        let described = r.finite(at) && r.verb(at).is_none() && at > noun && !r.definite(noun);
        if !(goes_on || described) || r.has(at, class::BREAK) || r.complementiser(at) {
            break;
        }
        at += 1;
    }
    at
}

/// Jumps over what commas enclose: `، طلب عدم ذكر اسمه،`.
fn aside(r: &Reading<'_>, at: usize, from: usize, end: usize) -> usize {
    if at <= from || at >= end || !r.comma(at - 1) {
        return at;
    }
    let close = (at..end.min(at + 12)).find(|&i| r.comma(i) || r.verb(i).is_some_and(|_| r.finite(i) && i > at));
    close.filter(|&i| r.comma(i)).map_or(at, |i| i + 1)
}

/// The noun that a verb governs, after its subject; and whom the verb addresses.
pub fn governed(r: &Reading<'_>, verb: &Verb, from: usize, end: usize) -> Option<(Complement, Option<std::ops::Range<usize>>)> {
    let bits = verb.governs;
    let growth = Growth { object: true, governed: bits & governs::PREPOSITION, inner: false, enclosed: false };
    let noun = |at: usize, start: usize| Complement { marker: at, start, how: How::Noun, weak: false };
    let preposition = |at: usize| -> Option<Complement> {
        if r.governed(at) & bits & governs::PREPOSITION == 0 || at >= end || r.word(at).is_some_and(|w| w.facts.core == "اسم") {
            return None;
        }
        // ب stays with its word; a preposition of its own stays outside.
        let start = if r.standing(at) { at + 1 } else { at };
        let pronoun = r.upos(at) == Upos::Adp && !r.standing(at);
        (start < end && !pronoun).then(|| noun(at, start))
    };
    // اتهمتها بالتهرب
    let mut at = from;
    if bits & governs::ACCUSED != 0
        && r.preposition(at) == Some("ب")
        && from.checked_sub(1).and_then(|v| r.word(v)).is_some_and(|w| w.facts.pronoun())
    {
        return Some((noun(at, at), None));
    }
    at = aside(r, skip(r, from, end, bits & governs::PREPOSITION), from, end);
    if let Some(found) = preposition(at) {
        return Some((found, None));
    }
    let demonstrative = r.upos(at) == Upos::Pron && r.word(at).is_some_and(|w| w.facts.lemma == "هذا" || w.facts.lemma == "ذلك");
    let misread = r.action(at) && r.finite(at);
    let object = at < end
        && (demonstrative
            || misread
            || r.nominal(at)
            || r.word(at).is_some_and(|w| w.facts.folded.starts_with("ما") && w.facts.upos != Upos::Verb))
        && !r.circumstance(at)
        && (misread || r.verb(at).is_none_or(|(_, how, _)| how == Use::Verb && !r.finite(at)));
    if !object {
        return None;
    }
    if bits & governs::ACCUSED != 0 {
        let person = grow(r, at, end, growth)?;
        let mut i = person.tokens.end;
        while i < end.min(at + 25) && !r.comma(i) && r.preposition(i) != Some("ب") {
            i += 1;
        }
        return (r.preposition(i) == Some("ب")).then(|| (noun(at, at), None));
    }
    if bits & governs::BLAME != 0 {
        let blames = (at..end.min(at + 12))
            .any(|i| r.word(i).is_some_and(|w| w.facts.lemma.starts_with("مسؤولي") || w.facts.lemma.starts_with("مسئولي")));
        return blames.then(|| (noun(at, at), None));
    }
    if bits & governs::ADDRESSEE != 0 && !(bits & governs::OBJECT != 0 && r.action(at) && !r.article(at)) {
        let person = grow(r, at, end, growth)?;
        let spoken_to = person.tokens.clone();
        at = skip(r, spoken_to.end, end, bits & governs::PREPOSITION);
        if let Some(found) = preposition(at) {
            return Some((found, Some(spoken_to)));
        }
        if bits & governs::OBJECT != 0 && at < end && r.nominal(at) && !r.circumstance(at) {
            return Some((noun(at, at), Some(spoken_to)));
        }
        return if bits & governs::OBJECT != 0 && r.action(spoken_to.start) {
            Some((noun(spoken_to.start, spoken_to.start), None))
        } else {
            None
        };
    }
    let fits = bits & governs::OBJECT != 0 || bits & governs::ACTION != 0 && r.action(at);
    fits.then(|| (noun(at, at), None))
}
