//! The statements of one sentence: events given their speakers and their bounds.
//!
//! Reads the events in their order, with who spoke before; adds statements and remembers who spoke. The decision: only what stands on
//! its own moves the floor; who is quoted inside another's words (قال إن المتهمين اعترفوا) does not go on speaking.

use std::ops::Range;

use super::bounds::{Cuts, trimmed, words};
use super::complement::How;
use super::event::{Event, Kind, events};
use super::form::form;
use super::lead::lead;
use super::phrase::{Growth, Phrase, agrees, grow};
use super::reading::{Reading, Use};
use super::speaker::{Voice, Voices, compatible};
use super::table::{Agreement, Speaks, class};
use super::{Basis, Cue, Speaker, Statement};
use crate::morph::Upos;
use crate::text::ByteSpan;

/// A statement with its content in tokens.
struct Made {
    event: usize,
    content: Range<usize>,
}

/// Adds the statements of a sentence.
pub fn read(r: &Reading<'_>, number: usize, voices: &mut Voices, out: &mut Vec<Statement>) {
    let sentence = trimmed(r, r.view.sentence(number));
    let found = events(r, sentence.clone());
    let cuts = Cuts::new(&found);
    let mut made: Vec<Made> = Vec::new();
    let mut main: Option<Voice> = None;
    let mut inside = 0;
    let mut subject: Option<Voice> = None;
    let mut sought = false;
    for (at, event) in found.iter().enumerate() {
        let Some(content) = content(r, at, event, &cuts, &made, sentence.clone()) else { continue };
        let nested = !event.fresh && event.opens < inside && event.quoted.is_none();
        if !sought && event.subject.is_none() && main.is_none() {
            subject = doer(r, sentence.start..event.opens, voices, number);
            sought = true;
        }
        let own = event.subject.as_ref().map(|phrase| voices.voice(r, phrase, number));
        let (speaker, voice, rule) = speaker(r, event, own, main.as_ref(), subject.as_ref(), voices, number);
        let source = matches!(event.kind, Kind::Source(_));
        if let Some(voice) = voice.filter(|_| !nested && (!source || event.complement.is_some_and(|c| c.how == How::Clause && event.fresh)))
        {
            let voice = Voice { sentence: number, ..voice };
            if !source {
                main = Some(voice.clone());
            }
            voices.spoke(voice);
        }
        if !nested && !source {
            inside = content.end;
        }
        voices.asked = asked(r, event, voices, number).or_else(|| voices.asked.take().filter(|v| number <= v.sentence + 1));
        out.extend(statement(r, event, content.clone(), speaker, rule, sentence.end));
        made.push(Made { event: at, content });
    }
    voices.subject = if made.is_empty() { doer(r, sentence, voices, number) } else { None };
}

/// The tokens of what was said.
fn content(r: &Reading<'_>, at: usize, event: &Event, cuts: &Cuts, made: &[Made], sentence: Range<usize>) -> Option<Range<usize>> {
    if !event.made {
        return None;
    }
    if let Some(quoted) = &event.quoted {
        return Some(quoted.clone());
    }
    let latest = made.iter().rev().find(|m| m.content.end <= event.opens + 1);
    if event.repeats {
        return latest.map(|m| m.content.clone());
    }
    if let Kind::Source(source) = &event.kind
        && let Some(before) = &source.before
    {
        // What was reported right before is what the source vouches for.
        let reported = latest.filter(|m| m.content.end + 2 >= event.opens && m.event < at);
        let content = reported.map_or_else(|| before.clone(), |m| m.content.clone());
        return (content.len() > 1).then_some(content);
    }
    let complement = event.complement.as_ref()?;
    let content = words(r, complement, cuts.after(at), sentence.end);
    (!content.is_empty()).then_some(content)
}

/// Who speaks, as a speaker and as a voice that may go on; and the rule.
fn speaker(
    r: &Reading<'_>,
    event: &Event,
    own: Option<Voice>,
    main: Option<&Voice>,
    subject: Option<&Voice>,
    voices: &Voices,
    number: usize,
) -> (Option<Speaker>, Option<Voice>, &'static str) {
    let how = event.complement.map(|c| c.how);
    if let Kind::Source(_) = event.kind {
        if let Some(token) = event.pronoun {
            let voice = main.or_else(|| voices.carried(pronoun(r, token), number)).cloned();
            let entity = voice.as_ref().and_then(|v| v.entity);
            return (Some(Speaker { span: r.view.span(token..token + 1), entity, basis: Basis::Pronoun }), voice, "source phrase, pronoun");
        }
        return (own.as_ref().map(|v| v.speaker(Basis::Explicit)), own, "source phrase");
    }
    if let Some(own) = own {
        let demonstrative = own.tokens.len() == 1 && r.upos(own.tokens.start) == Upos::Pron;
        let basis = if demonstrative { Basis::Pronoun } else { Basis::Explicit };
        let before = own.tokens.start < event.cue.start;
        let rule = match (how, before) {
            _ if demonstrative => "verb + demonstrative",
            (None, _) if event.repeats => "وهو ما + verb + subject",
            (None, _) => "quotation + verb + subject",
            (Some(How::Clause), false) => "verb + subject + أن",
            (Some(How::Clause), true) => "subject + verb + أن",
            (Some(How::Quote), false) => "verb + subject + quotation",
            (Some(How::Quote), true) => "subject + verb + quotation",
            (Some(How::Question), _) => "verb + subject + question",
            (Some(How::Noun), false) => "verb + subject + object",
            (Some(How::Noun), true) => "subject + verb + object",
        };
        return (Some(own.speaker(basis)), Some(own), rule);
    }
    if event.nobody {
        return (None, None, "passive verb");
    }
    let participle = matches!(event.kind, Kind::Says(_, Use::Participle));
    if let Some(token) = event.pronoun {
        let voice = main
            .or(subject)
            .or_else(|| voices.carried(event.agreement, number))
            .filter(|v| compatible(event.agreement, v.agreement))
            .cloned();
        let entity = voice.as_ref().and_then(|v| v.entity);
        return (Some(Speaker { span: r.view.span(token..token + 1), entity, basis: Basis::Pronoun }), voice, "pronoun + verb");
    }
    let answers = matches!(&event.kind, Kind::Says(verb, _) if matches!(verb.lemma, "أَجَاب" | "رَدّ"));
    if answers && let Some(voice) = voices.asked.as_ref().filter(|v| compatible(event.agreement, v.agreement)) {
        return (Some(voice.speaker(Basis::Carried)), Some(voice.clone()), "answer of who was asked");
    }
    let fits = |v: &&Voice| compatible(event.agreement, v.agreement);
    if let Some(voice) = main.filter(fits) {
        let rule = if participle { "participle, carried speaker" } else { "verb, carried speaker" };
        return (Some(voice.speaker(Basis::Carried)), Some(voice.clone()), rule);
    }
    if let Some(voice) = subject.filter(fits) {
        let rule = if participle { "participle, subject of its verb" } else { "verb, subject of the verb before" };
        return (Some(voice.speaker(Basis::Explicit)), Some(voice.clone()), rule);
    }
    let recent = voices.subject.as_ref().filter(|v| v.sentence + 1 == number && fits(v) && v.entity.is_some());
    if let Some(voice) = recent.or_else(|| voices.carried(event.agreement, number)) {
        let rule = if participle { "participle, carried speaker" } else { "verb, carried speaker" };
        return (Some(voice.speaker(Basis::Carried)), Some(voice.clone()), rule);
    }
    (None, None, "verb, speaker unknown")
}

/// Gender and number of the pronoun on a token.
fn pronoun(r: &Reading<'_>, at: usize) -> Agreement {
    let person = r.view.explained(at).and_then(|e| e.word.pronoun);
    person.map_or(Agreement::default(), |p| Agreement { gender: if p.gender == b'-' { 0 } else { p.gender }, number: p.number })
}

/// Who a question is put to.
fn asked(r: &Reading<'_>, event: &Event, voices: &Voices, number: usize) -> Option<Voice> {
    let Kind::Says(verb, _) = &event.kind else { return None };
    let addressee = event.addressee.clone().filter(|_| verb.stance == "ask")?;
    Some(voices.voice(r, &Phrase { tokens: addressee, name: false }, number))
}

/// The subject of the first verb of a sentence, if it can speak.
fn doer(r: &Reading<'_>, tokens: Range<usize>, voices: &Voices, number: usize) -> Option<Voice> {
    let verb = tokens.clone().take(40).find(|&at| {
        r.quote(at).is_none() && (r.finite(at) || r.upos(at) == Upos::Aux && r.word(at).is_some_and(|w| w.facts.lemma == "كان"))
    })?;
    let tag = r.word(verb).and_then(|w| w.facts.tag)?;
    let shape = Agreement { gender: tag.gender, number: tag.number };
    let before = super::lead::subject(r, verb, &lead(r, verb, tokens.start), shape, tokens.start);
    let phrase = before.or_else(|| {
        let from = super::complement::skip(r, verb + 1, tokens.end, 0);
        grow(r, from, tokens.end, Growth { object: true, governed: 0, inner: false, enclosed: false })
            .filter(|p| agrees(r, shape, p, false))
    })?;
    let head = phrase.tokens.start;
    let speaks = matches!(r.speaks(head), Some(Speaks::Role | Speaks::Group | Speaks::Body))
        || phrase.name
        || r.mention(head).is_some()
        || r.upos(head) == Upos::Num;
    (speaks && !r.has(head, class::TIME)).then(|| voices.voice(r, &phrase, number))
}

/// The statement of an event.
fn statement(
    r: &Reading<'_>,
    event: &Event,
    content: Range<usize>,
    speaker: Option<Speaker>,
    why: &'static str,
    end: usize,
) -> Option<Statement> {
    let cue_span = r.view.span(event.cue.clone());
    let words = r.view.span(content.clone());
    if words.is_empty() {
        return None;
    }
    let (lemma, stance) = match &event.kind {
        Kind::Says(verb, _) => (verb.lemma, verb.stance),
        Kind::Source(source) => (source.lemma, "source"),
    };
    let mut span = hull(cue_span, words);
    if let Some(own) = speaker.as_ref().filter(|s| s.basis != Basis::Carried) {
        span = hull(span, own.span);
    }
    let until = event.complement.map_or(end, |c| c.marker).min(event.cue.end + 60);
    let when = (event.cue.end..until).find_map(|at| r.time(at)).map(|t| t.span);
    Some(Statement {
        span,
        // What is only pointed at is not quoted again.
        form: if event.repeats { super::Form::Indirect } else { form(r, content) },
        speaker,
        cue: Cue { span: cue_span, lemma, stance },
        content: words,
        addressee: event.addressee.clone().map(|a| r.span(a)),
        when,
        why,
    })
}

fn hull(a: ByteSpan, b: ByteSpan) -> ByteSpan {
    ByteSpan { start: a.start.min(b.start), end: a.end.max(b.end) }
}
