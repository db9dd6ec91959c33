//! Source phrases: وفقا لـ، بحسب، نقلا عن، على حد قول.
//!
//! Reads a phrase of the table and the noun phrase behind it; tells whether the words it vouches for stand after it, before it, or around
//! it. The decision: only what can speak is a source, so that بحسب الحاجة and وفقا للقانون are none.

use std::ops::Range;

use super::complement::{Complement, How, skip};
use super::event::{Event, Kind};
use super::phrase::{Growth, Phrase, grow};
use super::reading::Reading;
use super::table::{Agreement, SOURCES, SourcePhrase, Speaks, class, governs};
use crate::content::view::Facts;
use crate::morph::Upos;

/// Words before a phrase that are looked at for the beginning of what it vouches for.
const BACK: usize = 200;

/// A source phrase.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its lemma.
    pub lemma: &'static str,
    /// The first and last token of the words before it, where they stand there.
    pub before: Option<Range<usize>>,
}

fn spelled(r: &Reading<'_>, at: usize, phrase: &SourcePhrase) -> bool {
    let last = phrase.words.len().saturating_sub(1);
    (0..=last).all(|i| r.word(at + i).is_some_and(|w| fits(phrase, i, w.facts)))
}

/// Whether a word is that of a phrase at a place: the first with و or ف in front or without, the last with a pronoun where the phrase takes one.
fn fits(phrase: &SourcePhrase, place: usize, facts: &Facts) -> bool {
    let Some(expected) = phrase.words.get(place) else { return false };
    let joined = place == 0 && facts.folded.strip_prefix(['و', 'ف']) == Some(expected);
    let pronoun = place + 1 == phrase.words.len() && phrase.pronoun && facts.pronoun() && facts.core == *expected;
    joined || facts.folded == *expected || pronoun
}

/// Whether a source phrase may begin with a word.
pub fn begins(facts: &Facts) -> bool {
    SOURCES.iter().any(|phrase| fits(phrase, 0, facts))
}

/// The source phrase at a token, and the first token after source and phrase.
pub fn at(r: &Reading<'_>, at: usize, sentence: Range<usize>) -> Option<(Event, usize)> {
    if !r.may_name_source(at) {
        return None;
    }
    let phrase = SOURCES.iter().find(|s| spelled(r, at, s))?;
    let mut cue = at..at + phrase.words.len();
    if cue.end >= sentence.end && !phrase.pronoun {
        return None;
    }
    let pronoun = cue.end.checked_sub(1).filter(|&last| phrase.pronoun && r.word(last).is_some_and(|w| w.facts.pronoun()));
    let mut from = cue.end;
    if phrase.lam {
        if r.preposition(from) != Some("ل") {
            return None;
        }
        from += usize::from(r.upos(from) == Upos::Adp && r.word(from).is_some_and(|w| !w.facts.pronoun() && w.facts.core != "ما"));
    }
    let mut subject = None;
    let mut end = cue.end;
    if pronoun.is_none() {
        let found = source(r, from, sentence.end)?;
        end = found.tokens.end;
        subject = Some(found);
    }
    cue.end = cue.end.min(sentence.end);
    let leading = r.word(at).is_some_and(|w| w.facts.conjunction().is_some())
        || at == sentence.start
        || r.word(at.wrapping_sub(1)).is_some_and(|w| !w.is_word() && !r.comma(w.at) && r.quote(w.at).is_none());
    let mut event = Event {
        cue,
        kind: Kind::Source(Source { lemma: phrase.lemma, before: None }),
        opens: at,
        fresh: true,
        made: false,
        agreement: Agreement::default(),
        subject,
        pronoun,
        nobody: false,
        complement: None,
        quoted: None,
        repeats: false,
        addressee: None,
    };
    if leading && let Some(start) = after(r, end, sentence.end) {
        event.complement = Some(Complement { marker: start, start, how: How::Clause, weak: false });
    } else if let Some(that) =
        [end, end + 1].into_iter().find(|&i| r.complementiser(i) && (i == end || r.comma(end)) && i + 1 < sentence.end)
    {
        // صرح نقلا عن فلان أن: the words of the verb before.
        event.complement = Some(Complement { marker: that, start: that + 1, how: How::Clause, weak: false });
        event.fresh = false;
    } else if at > sentence.start {
        event.kind = Kind::Source(Source { lemma: phrase.lemma, before: Some(clause_before(r, at, sentence.start)) });
    }
    event.made = true;
    Some((event, end))
}

/// The noun phrase of the source: after ما and its verb, the subject of that verb.
fn source(r: &Reading<'_>, from: usize, end: usize) -> Option<Phrase> {
    let growth = Growth { object: true, governed: 0, inner: false, enclosed: false };
    let relative = r.word(from).is_some_and(|w| matches!(w.facts.core.as_str(), "ما") || matches!(w.facts.folded.as_str(), "لما" | "ما"));
    if relative {
        let verb = (from + 1..end.min(from + 3)).find(|&i| r.finite(i))?;
        let mut start = verb + 1;
        let inside = matches!(r.word(verb).map(|w| w.facts.lemma.as_str()), Some("جاء" | "ورد" | "نشر"));
        if inside && r.governed(start) == governs::FI {
            start += 1;
        }
        return grow(r, skip(r, start, end, governs::FI), end, growth);
    }
    let phrase = grow(r, from, end, growth)?;
    let head = phrase.tokens.start;
    let plural = r.word(head).and_then(|w| w.facts.tag).is_some_and(|t| t.number == b'P' && t.upos != Upos::Adj && t.gender == b'M');
    let speaks = r.speaks(head).is_some()
        || phrase.name
        || r.mention(head).is_some()
        || plural
        || r.quote(head).is_some()
        || !r.word(head).is_some_and(|w| w.is_word());
    let someone = r.word(head).is_some_and(|w| w.facts.upos == Upos::Propn);
    ((speaks || someone)
        && !(r.has(head, class::NOSOURCE) && r.speaks(head).is_none_or(|s| s == Speaks::Body) && r.mention(head).is_none()))
    .then_some(phrase)
}

/// Where the words begin after a phrase that opens its sentence: after a comma, فإن, or at a verb.
fn after(r: &Reading<'_>, from: usize, end: usize) -> Option<usize> {
    let mut at = from;
    let stop = end.min(from + 20);
    while at < stop {
        if r.comma(at) && !r.adverbial(at + 1) && r.preposition(at + 1).is_none_or(|_| !r.has(at + 1, class::FRAME)) {
            at += 1;
            break;
        }
        let word = r.word(at)?;
        if word.facts.lemma == "ان" && word.facts.conjunction() == Some(b'f') || r.finite(at) || word.is(":") {
            break;
        }
        at += 1;
    }
    let word = r.word(at)?;
    if word.facts.lemma == "ان" && (word.facts.conjunction() == Some(b'f') || r.comma(at.saturating_sub(1))) || word.is(":") {
        at += 1;
    }
    (at < end && at > from).then_some(at).or_else(|| (at == from && r.finite(at)).then_some(at))
}

/// The clause that ends before a token.
fn clause_before(r: &Reading<'_>, at: usize, start: usize) -> Range<usize> {
    let lowest = start.max(at.saturating_sub(BACK));
    let mut from = lowest;
    for i in (lowest + 1..at).rev() {
        let coordinated =
            r.comma(i - 1) && (r.finite(i) && r.word(i).is_some_and(|w| w.facts.conjunction().is_some()) || r.has(i, class::BREAK));
        if coordinated && r.quote(i).is_none() {
            from = i;
            break;
        }
    }
    let mut end = at;
    while end > from + 1 && r.comma(end - 1) {
        end -= 1;
    }
    from..end
}
