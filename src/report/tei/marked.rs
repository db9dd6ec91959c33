//! Names, times, amounts and statements as elements over tokens.

use std::ops::Range;

use super::super::formats::Source;
use super::listed::Voices;
use crate::content::names::EntityKind;
use crate::content::quantities::{Quantity, QuantityKind};
use crate::content::statements::{Form, Statement};
use crate::content::times::{Time, TimeKind};
use crate::text::ByteSpan;

/// An element to be.
pub struct Marked {
    /// Its tokens; never empty.
    pub tokens: Range<usize>,
    /// Its name.
    pub element: &'static str,
    /// Its attributes.
    pub attributes: Vec<(&'static str, String)>,
    /// What the ids of its pieces begin with.
    pub id: String,
}

impl Marked {
    /// Whether it is a statement, which cuts the others.
    pub fn cuts(&self) -> bool {
        self.element == "said"
    }
}

/// All of them.
pub fn find(source: Source<'_>, voices: &Voices) -> Vec<Marked> {
    let Some(content) = &source.analysis.content else { return Vec::new() };
    let mut out = Vec::new();
    let mut add = |span: ByteSpan, id: String, (element, attributes): (&'static str, Vec<(&'static str, String)>)| {
        let tokens = tokens_of(source, span);
        if !tokens.is_empty() {
            out.push(Marked { tokens, element, attributes, id });
        }
    };
    for (i, statement) in content.statements.iter().enumerate() {
        add(statement.content, format!("statement-{i}"), said(source, voices, statement));
    }
    for (i, mention) in content.mentions.iter().enumerate() {
        let element = match mention.kind {
            EntityKind::Person => "persName",
            EntityKind::Place => "placeName",
            EntityKind::Organisation => "orgName",
            EntityKind::Other => "name",
        };
        add(mention.span, format!("mention-{i}"), (element, vec![("ref", format!("#entity-{}", mention.entity))]));
    }
    for (i, time) in content.times.iter().enumerate() {
        add(time.span, format!("time-{i}"), dated(time));
    }
    for (i, quantity) in content.quantities.iter().enumerate() {
        add(quantity.span, format!("quantity-{i}"), counted(quantity));
    }
    out
}

/// The tokens that a span touches.
fn tokens_of(source: Source<'_>, span: ByteSpan) -> Range<usize> {
    let tokens = &source.analysis.tokens;
    let first = tokens.partition_point(|token| token.span.end <= span.start);
    let past = tokens.partition_point(|token| token.span.start < span.end);
    first..past.max(first)
}

fn said(source: Source<'_>, voices: &Voices, statement: &Statement) -> (&'static str, Vec<(&'static str, String)>) {
    let mut out = Vec::new();
    if let Some(who) = statement.speaker.as_ref().and_then(|speaker| voices.pointer(source, speaker)) {
        out.push(("who", who));
    }
    let mentions = source.analysis.content.as_ref().map_or(&[][..], |content| &content.mentions);
    let first = |addressee: ByteSpan| mentions.get(mentions.partition_point(|mention| mention.span.start < addressee.start));
    if let Some(mention) = statement.addressee.and_then(|addressee| first(addressee).filter(|mention| addressee.contains(mention.span))) {
        out.push(("toWhom", format!("#entity-{}", mention.entity)));
    }
    // Of words given in part, TEI can say no more than that.
    let direct = match statement.form {
        Form::Direct => "true",
        Form::Indirect => "false",
        Form::Mixed => "unknown",
    };
    out.push(("direct", direct.into()));
    out.push(("ana", format!("#stance-{}", statement.cue.stance)));
    ("said", out)
}

fn dated(time: &Time) -> (&'static str, Vec<(&'static str, String)>) {
    let mut out = vec![("type", time.kind.name().to_string())];
    let mut when = iso(&time.value);
    if when.is_empty() {
        // What ISO 8601 has no form for is given as TIMEX3 has it.
        when.push(("n", time.value.clone()));
    }
    out.append(&mut when);
    if time.hijri {
        out.push(("calendar", "#hijri".into()));
    }
    (if time.kind == TimeKind::Time { "time" } else { "date" }, out)
}

/// What ISO 8601 can say of a value: a day, month, year or clock time as `when`, two of them or a longer stretch as `from` and `to`, a
/// week as `when-iso`, a length as `dur-iso`; nothing for the rest.
fn iso(value: &str) -> Vec<(&'static str, String)> {
    if let Some((from, to)) = value.split_once('/') {
        let (from, to) = (point(from), point(to));
        return from.map(|from| ("from", from)).into_iter().chain(to.map(|to| ("to", to))).collect();
    }
    if let Some(point) = point(value) {
        return vec![("when", point)];
    }
    if let Some((from, to)) = stretch(value) {
        return vec![("from", from), ("to", to)];
    }
    if is_week(value) {
        return vec![("when-iso", value.to_string())];
    }
    if is_length(value) {
        return vec![("dur-iso", value.to_string())];
    }
    Vec::new()
}

fn digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|b| b.is_ascii_digit())
}

/// A date or clock time as XML Schema writes it.
fn point(value: &str) -> Option<String> {
    if let Some((date, clock)) = value.split_once('T') {
        let clock = clock_time(clock);
        return match (date.is_empty(), clock) {
            (true, clock) => clock,
            // Of a part of the day (2015-11-16TEV) the day is kept.
            (false, None) => day(date),
            (false, Some(clock)) => day(date).filter(|day| day.len() == 10).map(|day| format!("{day}T{clock}")),
        };
    }
    day(value)
}

fn day(value: &str) -> Option<String> {
    let mut parts = value.split('-');
    let year = parts.next().is_some_and(|year| digits(year, 4) && year != "0000");
    let sound = year && value.len() <= 10 && parts.all(|part| digits(part, 2));
    sound.then(|| value.to_string())
}

fn clock_time(value: &str) -> Option<String> {
    let (clock, zone) = match value.find(['Z', '+', '-']) {
        Some(at) => value.split_at(at),
        None => (value, ""),
    };
    let parts: Vec<&str> = clock.split(':').collect();
    let sound = (1..=3).contains(&parts.len()) && parts.iter().all(|part| digits(part, 2));
    let zone_sound = zone.is_empty() || zone == "Z" || zone.len() == 6;
    let missing = ["", ":00:00", ":00", ""].get(parts.len()).copied().unwrap_or_default();
    (sound && zone_sound).then(|| format!("{clock}{missing}{zone}"))
}

/// A quarter, half, decade or century by its first and last month or year.
fn stretch(value: &str) -> Option<(String, String)> {
    if let Some((year, part)) = value.split_once('-') {
        let (first, last) = match part {
            "Q1" => ("01", "03"),
            "Q2" => ("04", "06"),
            "Q3" => ("07", "09"),
            "Q4" => ("10", "12"),
            "H1" => ("01", "06"),
            "H2" => ("07", "12"),
            _ => return None,
        };
        return day(year).map(|year| (format!("{year}-{first}"), format!("{year}-{last}")));
    }
    let known = value.trim_end_matches('X');
    let open = value.len() - known.len();
    let sound = value.len() == 4 && (1..=2).contains(&open) && digits(known, 4 - open);
    sound.then(|| (value.replace('X', "0"), value.replace('X', "9"))).filter(|(from, _)| from != "0000")
}

fn is_week(value: &str) -> bool {
    value.split_once("-W").is_some_and(|(year, week)| digits(year, 4) && digits(week, 2))
}

fn is_length(value: &str) -> bool {
    let Some(rest) = value.strip_prefix('P') else { return false };
    rest.len() > 1 && rest.bytes().all(|b| b.is_ascii_digit() || b"YMWDTHS.".contains(&b)) && rest.bytes().any(|b| b.is_ascii_digit())
}

fn counted(quantity: &Quantity) -> (&'static str, Vec<(&'static str, String)>) {
    let kind = quantity.kind.name().to_string();
    let mut out = vec![("type", kind)];
    let unit = quantity.currency.map(str::to_string).or_else(|| quantity.unit.as_deref().map(name_token));
    let measured =
        matches!(quantity.kind, QuantityKind::Money | QuantityKind::Measure) || unit.is_some() && quantity.kind == QuantityKind::Cardinal;
    match quantity.upper {
        Some(upper) => out.extend([("atLeast", quantity.value.to_string()), ("atMost", upper.to_string())]),
        None if measured => out.push(("quantity", quantity.value.to_string())),
        None => out.push(("value", quantity.value.to_string())),
    }
    match unit.filter(|_| measured && quantity.upper.is_none()) {
        Some(noun) if quantity.kind == QuantityKind::Cardinal => out.push(("commodity", noun)),
        Some(unit) => out.push(("unit", unit)),
        None => {}
    }
    (if measured && quantity.upper.is_none() { "measure" } else { "num" }, out)
}

/// A unit as one word of letters, digits, signs and punctuation, as the attribute wants it.
fn name_token(unit: &str) -> String {
    let bare = unit.chars().filter(|&c| !matches!(crate::text::chars::class(c), crate::text::chars::Class::Invisible) && !is_mark(c));
    bare.map(|c| if c.is_whitespace() { '_' } else { c }).collect()
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_as_iso_has_them() {
        for (value, wanted) in [
            ("2015-11-16", "when=2015-11-16"),
            ("2015-11", "when=2015-11"),
            ("1967", "when=1967"),
            ("2015-11-16T21:00", "when=2015-11-16T21:00:00"),
            ("T09:30", "when=09:30:00"),
            ("T09", "when=09:00:00"),
            ("T18:00Z", "when=18:00:00Z"),
            ("2015-11-16TEV", "when=2015-11-16"),
            ("2015-11-16/2015-11-18", "from=2015-11-16 to=2015-11-18"),
            ("2015-Q4", "from=2015-10 to=2015-12"),
            ("193X", "from=1930 to=1939"),
            ("19XX", "from=1900 to=1999"),
            ("2015-W47", "when-iso=2015-W47"),
            ("P2D", "dur-iso=P2D"),
            ("PT1H30M", "dur-iso=PT1H30M"),
            ("XXXX-WXX-1", ""),
            ("PXD", ""),
            ("PAST_REF", ""),
            ("TEV", ""),
            ("", ""),
        ] {
            let got: Vec<String> = iso(value).into_iter().map(|(name, value)| format!("{name}={value}")).collect();
            assert_eq!(got.join(" "), wanted, "{value}");
        }
    }
}
