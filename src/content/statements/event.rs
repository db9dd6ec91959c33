//! Events: the places of a sentence where somebody may begin to speak.
//!
//! Reads one sentence, finds its verbs of saying, going-on participles and source phrases, and parses each: what stands before, who,
//! and where the words begin. The decision: every event is parsed alone, and only then do they bound each other, because what one said
//! ends where the next fresh event begins.

use std::ops::Range;

use super::complement::{Complement, How, governed, marked, skip};
use super::lead::{Lead, fresh, lead, subject};
use super::phrase::{Growth, Phrase, agrees, grow};
use super::reading::{Reading, Use};
use super::source::{self, Source};
use super::table::{Agreement, Speaks, Verb, class, governs};
use crate::morph::Upos;

/// What an event is.
#[derive(Debug, Clone)]
pub enum Kind {
    /// A verb or participle.
    Says(&'static Verb, Use),
    /// A source phrase.
    Source(Source),
}

/// A place where somebody may begin to speak.
#[derive(Debug, Clone)]
pub struct Event {
    /// The tokens of the cue.
    pub cue: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// Where its clause begins.
    pub opens: usize,
    /// Whether words said before end there.
    pub fresh: bool,
    /// Whether a statement is made.
    pub made: bool,
    /// Gender and number of the verb.
    pub agreement: Agreement,
    /// Its subject, if it has one of its own.
    pub subject: Option<Phrase>,
    /// The word that bears a pronoun for it.
    pub pronoun: Option<usize>,
    /// Whether nobody can be the subject: a passive.
    pub nobody: bool,
    /// Where the words begin.
    pub complement: Option<Complement>,
    /// A quotation before the verb.
    pub quoted: Option<Range<usize>>,
    /// وهو ما نفته: the words are those said before.
    pub repeats: bool,
    /// To whom.
    pub addressee: Option<Range<usize>>,
}

/// All events of a sentence, ascending. `claimed` tells whether a quotation is spoken for.
pub fn events(r: &Reading<'_>, sentence: Range<usize>) -> Vec<Event> {
    let mut out: Vec<Event> = Vec::new();
    let mut at = sentence.start;
    let mut free: Option<usize> = None;
    while at < sentence.end {
        if let Some(quote) = r.quote(at) {
            if quote.open == at && quote.inside().len() > 2 {
                free = Some(quote.open);
            }
            at = quote.after().max(at + 1);
            continue;
        }
        if let Some((event, next)) = source::at(r, at, sentence.clone()) {
            at = next.max(at + 1);
            out.push(event);
            continue;
        }
        if let Some((verb, how, agreement)) = r.verb(at) {
            let event = match how {
                Use::Verb => finite(r, at, verb, agreement, sentence.clone(), free),
                Use::Participle => participle(r, at, verb, agreement, sentence.clone()),
            };
            if let Some(event) = event {
                if event.quoted.is_some() {
                    free = None;
                }
                if let Some(quote) = event.complement.as_ref().filter(|c| c.how != How::Noun).and_then(|c| r.quote(c.start)) {
                    free = free.filter(|f| *f != quote.open);
                }
                // رد بالقول إن: one statement.
                let taken = out.last().and_then(|e: &Event| e.complement).map(|c| c.marker);
                if how == Use::Verb || taken.is_none() || taken != event.complement.map(|c| c.marker) {
                    out.push(event);
                }
            }
        } else if silent(r, at) {
            out.extend(silence(r, at, sentence.start));
        }
        at += 1;
    }
    out
}

fn silent(r: &Reading<'_>, at: usize) -> bool {
    r.has(at, class::SILENT) && r.finite(at)
}

fn blank(r: &Reading<'_>, at: usize, verb: &'static Verb, how: Use, agreement: Agreement, lead: &Lead) -> Event {
    let _ = r;
    Event {
        cue: at..at + 1,
        kind: Kind::Says(verb, how),
        opens: lead.opens,
        fresh: lead.fresh,
        made: false,
        agreement,
        subject: None,
        pronoun: lead.pronoun,
        nobody: false,
        complement: None,
        quoted: None,
        repeats: false,
        addressee: None,
    }
}

/// A verb whose subject says nothing more: `ونشرت صورة`, `لكنها امتنعت`.
fn silence(r: &Reading<'_>, at: usize, start: usize) -> Option<Event> {
    let lead = lead(r, at, start);
    let conjoined = r.word(at).is_some_and(|w| w.facts.conjunction().is_some());
    let mut opens = lead.opens;
    let mut breaks = conjoined && r.comma(at.saturating_sub(1)) || lead.pronoun.is_some();
    if !breaks {
        // لكن فلانا امتنع
        let from = start.max(opens.saturating_sub(6));
        if let Some(but) = (from..opens).rev().find(|&i| r.word(i).is_some_and(|w| matches!(w.facts.core.as_str(), "لكن"))) {
            opens = but;
            breaks = true;
        }
    }
    let says = super::table::VERBS.get(0)?;
    let mut event = blank(r, at, says, Use::Verb, Agreement::default(), &lead);
    event.opens = opens;
    event.fresh = true;
    breaks.then_some(event)
}

fn finite(
    r: &Reading<'_>,
    at: usize,
    verb: &'static Verb,
    agreement: Agreement,
    sentence: Range<usize>,
    free: Option<usize>,
) -> Option<Event> {
    let before = lead(r, at, sentence.start);
    let mut event = blank(r, at, verb, Use::Verb, agreement, &before);
    let tag = r.word(at).and_then(|w| w.facts.tag);
    if !before.said {
        return (before.fresh && verb.governs & (governs::RELAY | governs::DOCUMENT) == 0).then_some(event);
    }
    if verb.governs & governs::DOCUMENT != 0 {
        return document(r, event, sentence.end);
    }
    if verb.governs & governs::RELAY != 0 {
        return relay(r, event, sentence.end);
    }
    let object = r.word(at).is_some_and(|w| w.facts.pronoun());
    let back = before.relative.filter(|&i| object && i > sentence.start && points_back(r, i));
    if let Some(relative) = back {
        event.repeats = true;
        event.opens = event.opens.min(relative - 1);
        event.fresh = true;
    }
    let preceding = subject(r, at, &before, agreement, sentence.start).filter(|_| before.pronoun.is_none());
    if let Some(phrase) = &preceding {
        if event.opens > phrase.tokens.start && before.relative.is_none() {
            event.opens = phrase.tokens.start;
            event.fresh |= fresh(r, event.opens, sentence.start) || r.has(event.opens.saturating_sub(1), class::BREAK);
            while event.opens > sentence.start && introduces(r, event.opens - 1, sentence.start) {
                event.opens -= 1;
                event.fresh = true;
            }
        }
    }
    if before.relative.is_some() && !event.repeats {
        event.fresh = false;
    }
    let colon_or_clause = marked(r, verb, at + 1, sentence.end);
    let limit = colon_or_clause.map_or(sentence.end, |c| c.marker);
    let noun_too = verb.governs & (governs::OBJECT | governs::ACTION | governs::PREPOSITION | governs::ACCUSED | governs::BLAME) != 0;
    let growth = Growth {
        object: noun_too || verb.governs & governs::ADDRESSEE != 0,
        governed: verb.governs & governs::PREPOSITION,
        inner: false,
        enclosed: false,
    };
    event.subject = preceding;
    let mut from = at + 1;
    if event.subject.is_none() && before.pronoun.is_none() {
        let start = skip(r, at + 1, limit, growth.governed);
        let free_growth =
            Growth { object: growth.object && (colon_or_clause.is_none() || verb.governs & governs::ADDRESSEE != 0), ..growth };
        let found = grow(r, start, limit, free_growth)
            .filter(|p| agrees(r, agreement, p, false) && !(r.action(p.tokens.start) && noun_too && !r.name(p.tokens.start)));
        if let Some(found) = found {
            event.pronoun = None;
            from = found.tokens.end;
            event.subject = Some(found);
        }
    }
    // A governed noun that comes earlier than أن is what was said.
    let noun = if noun_too || verb.governs & governs::ADDRESSEE != 0 { governed(r, verb, from, sentence.end) } else { None };
    event.complement = colon_or_clause;
    if let Some((complement, addressee)) = noun {
        let bare = !(from..complement.marker).any(|i| r.comma(i));
        let prepositional = verb.governs & governs::PREPOSITION & r.governed(complement.marker) != 0;
        let object = bare && (r.action(complement.start) || verb.governs & (governs::ACCUSED | governs::BLAME) != 0);
        let earlier = colon_or_clause.is_none_or(|c| complement.marker < c.marker && (prepositional || object || c.weak));
        if earlier {
            event.complement = Some(complement);
        }
        if earlier || colon_or_clause.is_some_and(|c| addressee.as_ref().is_some_and(|a| a.end <= c.marker)) {
            event.addressee = addressee;
        }
    }
    only_object(r, &mut event, verb, sentence.clone());
    if event.complement.is_none() && !event.repeats {
        postposed(r, &mut event, free);
    }
    event.made = event.complement.is_some() || event.repeats || event.quoted.is_some();
    idioms(r, &mut event, at, verb, tag.is_some_and(|t| t.aspect == 2));
    let written_passive = r.word(at).is_some_and(|w| damma(w.surface));
    event.nobody =
        event.subject.is_none() && event.pronoun.is_none() && (written_passive || r.word(at).is_some_and(|w| w.facts.base == "قيل"));
    if event.addressee.is_none() {
        event.addressee = reader(r, at + 1, event.complement.map_or(at + 1, |c| c.marker));
    }
    Some(event)
}

/// وهو ما, الأمر الذي: what was said before.
fn points_back(r: &Reading<'_>, relative: usize) -> bool {
    let is = |at: usize, core: &str| r.word(at).is_some_and(|w| w.facts.core == core);
    is(relative, "ما") && r.upos(relative - 1) == Upos::Pron || is(relative - 1, "امر")
}

/// Whether a token before a subject opens its clause: لكن, إلا أن, كان.
fn introduces(r: &Reading<'_>, at: usize, start: usize) -> bool {
    let turns = r.has(at, class::BREAK) && r.word(at).is_some_and(|w| w.is_word());
    turns || r.upos(at) == Upos::Aux || r.complementiser(at) && at > start && r.has(at - 1, class::BREAK)
}

/// Whether the first vowel written is that of a passive: أُعلن.
fn damma(surface: &str) -> bool {
    let bare = surface.strip_prefix(['و', 'ف']).unwrap_or(surface);
    bare.chars().nth(1) == Some('\u{064F}') && bare.starts_with(['أ', 'ا', 'ذ', 'ن', 'ك', 'ر', 'ي', 'ت'])
}

/// `وطالبت رئاسة المجلس بعرض` after another statement: the only noun is spoken to.
fn only_object(r: &Reading<'_>, event: &mut Event, verb: &Verb, sentence: Range<usize>) {
    let asks = verb.governs & (governs::ADDRESSEE | governs::ACCUSED) != 0;
    let Some(phrase) = event.subject.clone().filter(|_| asks) else {
        if asks
            && event.subject.is_none()
            && verb.governs & governs::ACCUSED != 0
            && event.complement.is_none()
            && r.word(event.cue.start).is_some_and(|w| w.facts.pronoun())
        {
            event.complement = None;
        }
        return;
    };
    if phrase.tokens.start < event.cue.start || event.addressee.is_some() {
        return;
    }
    let conjoined = r.word(event.cue.start).is_some_and(|w| w.facts.conjunction().is_some());
    let goes_on = conjoined && event.cue.start > sentence.start && !phrase.name;
    if verb.governs & governs::ACCUSED != 0 && event.complement.is_none() {
        // Only one noun: it is the accused.
        let accused = (phrase.tokens.end..sentence.end.min(phrase.tokens.end + 20)).find(|&i| r.comma(i) || r.preposition(i) == Some("ب"));
        if accused.is_some_and(|i| r.preposition(i) == Some("ب")) {
            event.complement = Some(Complement { marker: phrase.tokens.start, start: phrase.tokens.start, how: How::Noun, weak: false });
            event.subject = None;
        }
    } else if goes_on && event.complement.is_some_and(|c| c.how != How::Quote) {
        event.addressee = Some(phrase.tokens);
        event.subject = None;
    }
}

/// `«…»، قال فلان`: the words stand before.
fn postposed(r: &Reading<'_>, event: &mut Event, free: Option<usize>) {
    let Some(quote) = free.and_then(|open| r.quote_opening(open)) else { return };
    let mut before = event.cue.start;
    while before > quote.after() && (r.comma(before - 1) || r.has(before - 1, class::ADVERB)) {
        before -= 1;
    }
    let Kind::Says(verb, _) = &event.kind else { return };
    let conjoined = r.word(event.cue.start).is_some_and(|w| w.facts.conjunction().is_some());
    if before == quote.after() && !conjoined && verb.governs & governs::QUOTE != 0 && quote.closed {
        event.quoted = Some(quote.inside());
        event.opens = quote.open;
        event.fresh = false;
    }
}

/// Fixed expressions that say nothing: يذكر أن, يعتبر passive, لافتة كتب عليها.
fn idioms(r: &Reading<'_>, event: &mut Event, at: usize, verb: &Verb, imperfect: bool) {
    let folded = r.word(at).map_or("", |w| w.facts.base.as_str());
    let next = r.word(at + 1);
    let alone = event.subject.is_none() && event.pronoun.is_none();
    let idle = match folded {
        "يذكر" | "يشار" | "يعتقد" | "ينقل" | "يروي" | "يتوقع" | "يرجح" => {
            alone && imperfect && event.complement.is_some()
        }
        "كتب" | "كتبت" => {
            next.is_some_and(|w| w.facts.upos == Upos::Adp && w.facts.pronoun() && w.facts.lemma == "علي" && w.facts.core != "علي منصه")
        }
        _ => false,
    };
    // وهي تشير إلى بيتها: a circumstance.
    let circumstance = imperfect
        && event.pronoun.is_some_and(|p| r.upos(p) == Upos::Pron && r.word(p).is_some_and(|w| w.facts.conjunction().is_some()))
        && event.complement.is_none_or(|c| c.how == How::Noun);
    let byline = verb.lemma == "كَتَب" && r.is(at + 1, ":");
    let passive_view = verb.lemma == "اِعْتَبَر" && imperfect && event.complement.is_some_and(|c| c.how == How::Noun);
    if idle || circumstance || byline || passive_view {
        event.made = false;
    }
}

/// A participle that goes on.
fn participle(r: &Reading<'_>, at: usize, verb: &'static Verb, agreement: Agreement, sentence: Range<usize>) -> Option<Event> {
    let conjoined = r.word(at).is_some_and(|w| w.facts.conjunction().is_some());
    let lead = Lead { opens: at, fresh: true, said: true, pronoun: None, relative: None };
    let mut event = blank(r, at, verb, Use::Participle, agreement, &lead);
    let found = marked(r, verb, at + 1, sentence.end);
    let near = found.filter(|c| c.marker <= at + 12);
    event.complement = near;
    if let Some((complement, addressee)) = governed(r, verb, at + 1, sentence.end)
        && near.is_none_or(|c| complement.marker < c.marker)
    {
        event.complement = Some(complement);
        event.addressee = addressee;
    }
    let standing = at == sentence.start
        || r.comma(at - 1)
        || conjoined
        || r.quote(at - 1).is_some()
        || near.is_some_and(|c| c.marker <= at + 3)
        || !r.nominal(at - 1)
        || agreement.gender == b'M' && r.circumstance(at);
    // مسؤولة, مقترح and the like after a noun describe it.
    let describes =
        agreement.gender == b'F' && agreement.number == b'S' && !conjoined && at > sentence.start && r.nominal(at - 1) && near.is_none();
    event.made = event.complement.is_some() && standing && !describes;
    event.made.then_some(event)
}

/// نقلت صحيفة عن فلان قوله إن
fn relay(r: &Reading<'_>, mut event: Event, end: usize) -> Option<Event> {
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
fn document(r: &Reading<'_>, mut event: Event, end: usize) -> Option<Event> {
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
fn reader(r: &Reading<'_>, from: usize, end: usize) -> Option<Range<usize>> {
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
