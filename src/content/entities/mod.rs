//! Entities: mentions of one thing joined, places found on the map.
//!
//! ```text
//! brackets  acronyms and short names in brackets, tied to the name before them
//! name      a name as units that are compared: kinship words with what follows, spelling variants alike
//! cluster   which mention belongs to which entity
//! titles    what a person is called beside the name
//! atlas     where places lie, the rest of the text deciding between namesakes
//! ```
//!
//! Mentions are taken in the order of the text and each joins the entity that it fits best, or founds one: a reader does the
//! same. Two people of one surname stay apart as long as their full names do; a bare surname goes to the one named last.

mod atlas;
mod brackets;
mod cluster;
pub(super) mod name;
mod titles;

use super::names::{EntityKind, Mention};
use super::view::View;
use crate::Packs;
use crate::text::ByteSpan;

/// Somebody or something named in the text. Its number is its place in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// Its fullest name, as the text writes it.
    pub name: String,
    /// Its other names in the text, then what else the text calls a person (الخبير الأمني).
    pub aliases: Vec<String>,
    /// Where it lies.
    pub geo: Option<Geo>,
}

/// Where a place lies.
#[derive(Debug, Clone, PartialEq)]
pub struct Geo {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// ISO 3166 code of its country.
    pub country: [u8; 2],
    /// GeoNames number.
    pub geonames: Option<u32>,
    /// Whether other places of that name were as likely.
    pub ambiguous: bool,
}

/// Joins mentions and numbers them; adds those that only brackets show.
pub fn join(packs: &Packs, view: &View<'_>, mentions: &mut Vec<Mention>) -> Vec<Entity> {
    let tied = brackets::tie(view, mentions);
    let names = packs.names.as_ref().map(super::names::NameModel::gazetteer);
    let clusters = cluster::cluster(names, view, mentions, &tied);
    for (mention, &entity) in mentions.iter_mut().zip(&clusters) {
        mention.entity = entity;
    }
    let count = clusters.iter().max().map_or(0, |last| *last as usize + 1);
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (number, &entity) in clusters.iter().enumerate() {
        if let Some(list) = members.get_mut(entity as usize) {
            list.push(number);
        }
    }
    let mut out: Vec<Entity> = members.iter().filter_map(|list| entity(view, mentions, list)).collect();
    titles::add(view, mentions, &mut out);
    if let Some(places) = &packs.places {
        atlas::locate(places, names, view, mentions, &members, &mut out);
    }
    out
}

/// The text of a name: one space between words, and the article whole where it is written لل.
pub fn shown(view: &View<'_>, span: ByteSpan, first: usize) -> String {
    let text = span.of(view.text).split_whitespace().collect::<Vec<_>>().join(" ");
    let shortened = view.word(first).is_some_and(|word| {
        let facts = word.facts;
        facts.article() && span.start > word.span.start && facts.base.starts_with("ال") && !text.starts_with("ال")
    });
    match text.strip_prefix('ل') {
        Some(rest) if shortened => format!("ال{rest}"),
        _ => text,
    }
}

fn entity(view: &View<'_>, mentions: &[Mention], members: &[usize]) -> Option<Entity> {
    let mut forms: Vec<(String, String, usize)> = Vec::new();
    for mention in members.iter().filter_map(|&m| mentions.get(m)) {
        let text = shown(view, mention.span, mention.tokens.start);
        let folded = name::folded(&text);
        match forms.iter_mut().find(|(_, f, _)| *f == folded) {
            Some((_, _, count)) => *count += 1,
            None => forms.push((text, folded, 1)),
        }
    }
    let kind = mentions.get(*members.first()?)?.kind;
    // The fullest name; of places the most frequent, as their longer names are no better.
    let weight = |(_, folded, count): &(String, String, usize)| match kind {
        EntityKind::Place => (*count, folded.split(' ').count()),
        _ => (folded.split(' ').count(), *count),
    };
    let best =
        forms.iter().enumerate().fold((0, (0, 0)), |best, (at, form)| if weight(form) > best.1 { (at, weight(form)) } else { best }).0;
    let name = forms.get(best)?.0.clone();
    let aliases = forms.into_iter().enumerate().filter(|(at, _)| *at != best).map(|(_, (text, ..))| text).collect();
    Some(Entity { kind, name, aliases, geo: None })
}
