//! Whoever and whatever is named, in standOff; and the speakers that have no name.

use super::super::formats::{Source, one_line};
use super::super::markup::Markup;
use crate::content::entities::{Entity, Geo};
use crate::content::names::EntityKind;
use crate::content::statements::{Basis, Speaker};

/// Speakers that are no entity (متحدث باسم الوزارة), each phrase once.
pub struct Voices(Vec<String>);

impl Voices {
    /// Those of all statements.
    pub fn of(source: Source<'_>) -> Voices {
        let mut out = Voices(Vec::new());
        for speaker in source.analysis.content.iter().flat_map(|content| &content.statements).filter_map(|s| s.speaker.as_ref()) {
            if let Some(name) = unnamed(source, speaker)
                && !out.0.contains(&name)
            {
                out.0.push(name);
            }
        }
        out
    }

    /// What `who` points to; none where a pronoun alone is there.
    pub fn pointer(&self, source: Source<'_>, speaker: &Speaker) -> Option<String> {
        if let Some(entity) = speaker.entity {
            return Some(format!("#entity-{entity}"));
        }
        let name = unnamed(source, speaker)?;
        self.0.iter().position(|voice| *voice == name).map(|number| format!("#speaker-{number}"))
    }
}

fn unnamed(source: Source<'_>, speaker: &Speaker) -> Option<String> {
    let named = speaker.entity.is_none() && speaker.basis != Basis::Pronoun;
    named.then(|| one_line(speaker.span.of(source.text()))).filter(|name| !name.is_empty())
}

/// Writes standOff, where anything is listed.
pub fn write(out: &mut Markup, source: Source<'_>, voices: &Voices) {
    let entities = source.analysis.content.as_ref().map_or(&[][..], |content| &content.entities);
    if entities.is_empty() && voices.0.is_empty() {
        return;
    }
    out.open("standOff", &[]);
    out.line();
    for (kind, list, item, name) in [
        (EntityKind::Person, "listPerson", "person", "persName"),
        (EntityKind::Place, "listPlace", "place", "placeName"),
        (EntityKind::Organisation, "listOrg", "org", "orgName"),
        (EntityKind::Other, "list", "item", "name"),
    ] {
        let members: Vec<(usize, &Entity)> = entities.iter().enumerate().filter(|(_, entity)| entity.kind == kind).collect();
        if members.is_empty() {
            continue;
        }
        out.open(list, &[]);
        out.line();
        for (number, entity) in members {
            out.open(item, &[("xml:id", &format!("entity-{number}"))]);
            out.leaf(name, &[], &entity.name);
            for alias in &entity.aliases {
                out.leaf(name, &[("type", "alias")], alias);
            }
            if let Some(geo) = entity.geo.as_ref().filter(|_| kind == EntityKind::Place) {
                location(out, geo);
            }
            out.close(item);
            out.line();
        }
        out.close(list);
        out.line();
    }
    if !voices.0.is_empty() {
        out.open("listPerson", &[("type", "unnamed")]);
        out.line();
        for (number, voice) in voices.0.iter().enumerate() {
            out.open("person", &[("xml:id", &format!("speaker-{number}"))]);
            out.leaf("persName", &[("type", "description")], voice);
            out.close("person");
            out.line();
        }
        out.close("listPerson");
        out.line();
    }
    out.close("standOff");
    out.line();
}

fn location(out: &mut Markup, geo: &Geo) {
    let country = String::from_utf8_lossy(&geo.country);
    out.open("location", if geo.ambiguous { &[("cert", "low")] } else { &[] });
    out.empty("country", &[("key", &country)]);
    out.leaf("geo", &[], &format!("{} {}", geo.lat, geo.lon));
    out.close("location");
    if let Some(number) = geo.geonames {
        out.leaf("idno", &[("type", "geonames")], &number.to_string());
    }
}
