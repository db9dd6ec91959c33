//! What the text says, from bytes to the reader's unit.

use super::document::{Converter, Window};
use super::model;
use crate::content::{Content, entities, quantities, statements, times};
use crate::text::ByteSpan;

fn span(at: &Converter<'_>, span: ByteSpan) -> model::Span {
    let (start, end) = at.span(span);
    model::Span { start, end }
}

/// Scores are shown with three digits.
pub(super) fn rounded(score: f32) -> f64 {
    (f64::from(score) * 1000.0).round() / 1000.0
}

fn entity(id: usize, entity: &entities::Entity) -> model::Entity {
    let geo = entity.geo.as_ref().map(|geo| model::Geo {
        lat: geo.lat,
        lon: geo.lon,
        country: String::from_utf8_lossy(&geo.country).into_owned(),
        geonames: geo.geonames,
        ambiguous: geo.ambiguous,
    });
    model::Entity { id: id as u32, kind: entity.kind.name(), name: entity.name.clone(), aliases: entity.aliases.clone(), geo }
}

fn statement(at: &Converter<'_>, statement: &statements::Statement) -> model::Statement {
    let (start, end) = at.span(statement.span);
    let speaker = statement.speaker.as_ref().map(|speaker| {
        let (start, end) = at.span(speaker.span);
        model::Speaker { start, end, entity: speaker.entity, basis: speaker.basis.name() }
    });
    let (cue_start, cue_end) = at.span(statement.cue.span);
    let cue = model::Cue { start: cue_start, end: cue_end, lemma: statement.cue.lemma.to_string(), stance: statement.cue.stance };
    model::Statement {
        start,
        end,
        form: statement.form.name(),
        speaker,
        cue,
        content: span(at, statement.content),
        addressee: statement.addressee.map(|s| span(at, s)),
        when: statement.when.map(|s| span(at, s)),
        why: statement.why,
    }
}

fn time(at: &Converter<'_>, time: &times::Time) -> model::Time {
    let (start, end) = at.span(time.span);
    model::Time {
        start,
        end,
        kind: time.kind.name(),
        value: time.value.clone(),
        calendar: if time.hijri { "hijri" } else { "gregorian" },
        anchored: time.anchored,
        why: time.why,
    }
}

fn quantity(at: &Converter<'_>, quantity: &quantities::Quantity) -> model::Quantity {
    let (start, end) = at.span(quantity.span);
    model::Quantity {
        start,
        end,
        kind: quantity.kind.name(),
        value: quantity.upper.map_or(model::Amount::Number(quantity.value), |upper| model::Amount::Range([quantity.value, upper])),
        unit: quantity.unit.clone(),
        currency: quantity.currency,
        approximate: quantity.approximate,
        why: quantity.why,
    }
}

/// Fills the content layers of a document with what is in the window.
pub fn fill<T, W>(out: &mut model::Document<T, W>, content: &Content, at: &Converter<'_>, window: Window) {
    out.date =
        content.date.as_ref().map(|date| model::DocumentDate { value: date.date.to_string(), stated: date.span.map(|s| span(at, s)) });
    out.entities = window.of(&content.entities).zip(window.from..).map(|(e, id)| entity(id, e)).collect();
    let mention = |m: &crate::content::Mention| {
        let (start, end) = at.span(m.span);
        model::Mention { start, end, kind: m.kind.name(), entity: m.entity, score: rounded(m.score), why: m.why }
    };
    out.mentions = window.of(&content.mentions).map(mention).collect();
    out.statements = window.of(&content.statements).map(|s| statement(at, s)).collect();
    out.times = window.of(&content.times).map(|t| time(at, t)).collect();
    out.quantities = window.of(&content.quantities).map(|q| quantity(at, q)).collect();
    let keyphrase = |k: &crate::content::Keyphrase| model::Keyphrase {
        text: k.text.clone(),
        lemma: k.lemma.clone(),
        score: rounded(k.score),
        occurrences: k.occurrences.iter().map(|&s| span(at, s)).collect(),
        why: k.why,
    };
    out.keyphrases = window.of(&content.keyphrases).map(keyphrase).collect();
    let sentence =
        |s: &crate::content::SummarySentence| model::SummarySentence { sentence: s.sentence as u32, score: rounded(s.score), why: s.why };
    out.summary = window.of(&content.summary).map(sentence).collect();
    out.gist = content.gist.as_ref().map(|gist| {
        let piece = |s: Option<ByteSpan>| s.map(|s| span(at, s));
        model::Gist { who: piece(gist.who), what: piece(gist.what), place: piece(gist.place), when: piece(gist.when) }
    });
}
