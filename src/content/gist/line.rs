//! The line: who, what, where and when, each a piece of the text.
//!
//! Reads the headline, the first sentence of the body, mentions, statements and times; adds a span for each answer that is there. The decision: the
//! story is told by the headline and the first sentence (the inverted pyramid of news), so what stands there weighs most.
//!
//! - who: the person or organisation of most weight: one a mention, and besides three in the headline before a pause, one behind it, two in the
//!   first sentence, a half a statement made. One that is in neither is named at least three times, or there is none.
//! - what: of the headline the piece before a pause, without a headline the main clause of the first sentence; from its verb on where only who
//!   stands before it, see [`super::clause`].
//! - where: the place of most weight, counted like who; one that belongs to what happened counts more; else the place that the dateline names.
//! - when: the first date or clock time of the first sentence, else of the headline or the second sentence, else the document's date as the text states it.

use std::ops::Range;

use crate::content::Content;
use crate::content::names::{EntityKind, Mention};
use crate::content::times::TimeKind;
use crate::content::view::View;
use crate::layout::Role;
use crate::text::ByteSpan;

use super::Gist;
use super::clause;

/// Mentions of one entity beyond these weigh no more: a name on every page is not the news.
const MENTIONS: f32 = 8.0;

/// What neither the headline nor the first sentence names is in the line if it is named so often.
const NAMED: usize = 3;

/// A first sentence has at least so many words.
const FEWEST: usize = 4;

/// What the line is read from.
#[derive(Default)]
struct Story {
    /// The headline up to a pause, where another story may begin.
    title: ByteSpan,
    headline: ByteSpan,
    lead: ByteSpan,
    second: ByteSpan,
    what: Option<ByteSpan>,
}

/// The line; none if nothing was found.
pub fn find(view: &View<'_>, content: &Content) -> Option<Gist> {
    let headline = view.read_sentences().find(|&s| view.role(s) == Role::Headline).map(|s| view.sentence(s));
    let mut body = view.read_sentences().filter(|&s| view.role(s) == Role::Body).map(|s| view.sentence(s)).filter(|r| long(view, r));
    let (lead, second) = (body.next(), body.next());
    let span = |r: &Option<Range<usize>>| r.as_ref().map(|r| view.span(r.clone())).unwrap_or_default();
    let title = headline.as_ref().and_then(|h| clause::piece(view, h.clone()));
    let mut story = Story { title: span(&title), headline: span(&headline), lead: span(&lead), second: span(&second), what: None };
    let who = heaviest(content, &story, |kind| matches!(kind, EntityKind::Person | EntityKind::Organisation));
    let what = match (headline, lead) {
        (Some(headline), _) if long(view, &headline) => clause::of_headline(view, headline, who),
        (_, Some(lead)) => clause::of_sentence(view, lead, who),
        _ => None,
    };
    story.what = what.map(|r| view.span(r));
    let place = heaviest(content, &story, |kind| kind == EntityKind::Place).or_else(|| of_dateline(view, content));
    let gist = Gist { who, what: story.what, place, when: when(content, &story) };
    (gist != Gist::default()).then_some(gist)
}

fn long(view: &View<'_>, tokens: &Range<usize>) -> bool {
    view.words(tokens.clone()).filter(crate::content::view::Word::is_word).count() >= FEWEST
}

/// Where the entity of most weight is named first, in the headline or the first sentence if it is named there.
fn heaviest(content: &Content, story: &Story, wanted: impl Fn(EntityKind) -> bool) -> Option<ByteSpan> {
    let mut weights = vec![0.0f32; content.entities.len()];
    let told = |m: &Mention| story.headline.contains(m.span) || story.lead.contains(m.span);
    for mention in content.mentions.iter().filter(|m| wanted(m.kind)) {
        let in_what = story.what.is_some_and(|what| what.contains(mention.span));
        let bonus = [
            (story.title.contains(mention.span), 2.0),
            (story.headline.contains(mention.span), 1.0),
            (story.lead.contains(mention.span), 2.0),
            (in_what, 1.0),
        ];
        if let Some(weight) = weights.get_mut(mention.entity as usize) {
            *weight = (*weight + 1.0).min(weight.max(MENTIONS)) + bonus.iter().filter(|(is, _)| *is).map(|(_, w)| w).sum::<f32>();
        }
    }
    let spoken = content.statements.iter().filter_map(|s| s.speaker.as_ref()?.entity);
    for entity in spoken {
        if let Some(weight) = weights.get_mut(entity as usize).filter(|weight| **weight > 0.0) {
            *weight += 0.5;
        }
    }
    let (best, weight) = weights.iter().enumerate().rev().max_by(|a, b| a.1.total_cmp(b.1))?;
    let mut of_best = content.mentions.iter().filter(|m| m.entity as usize == best && wanted(m.kind));
    let first = of_best.clone().next().filter(|_| *weight > 0.0)?;
    let often = of_best.clone().nth(NAMED - 1).map(|_| first.span);
    of_best.find(|m| told(m)).map(|m| m.span).or(often)
}

/// The place that an agency or a paper writes before its date.
fn of_dateline(view: &View<'_>, content: &Content) -> Option<ByteSpan> {
    let stands = |m: &&Mention| m.kind == EntityKind::Place && view.role(view.sentence_of(m.tokens.start)) == Role::Dateline;
    content.mentions.iter().find(stands).map(|m| m.span)
}

fn when(content: &Content, story: &Story) -> Option<ByteSpan> {
    let points = || content.times.iter().filter(|t| matches!(t.kind, TimeKind::Date | TimeKind::Time));
    let inside = |place: ByteSpan| points().find(|t| place.contains(t.span)).map(|t| t.span);
    let stated = content.date.as_ref().and_then(|d| d.span);
    inside(story.lead).or_else(|| inside(story.headline)).or_else(|| inside(story.second)).or(stated)
}
