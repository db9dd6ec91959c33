//! W3C Web Annotations: what was found, as annotations that any annotation tool can lay over the text.
//!
//! One `AnnotationCollection` whose first page holds all, in JSON-LD. Each target is selected twice, by the words themselves with what stands
//! before and after (`TextQuoteSelector`) and by position (`TextPositionSelector`). Positions and the length of prefix and suffix count Unicode
//! code points whatever unit else was asked for, because the Recommendation says so: «The selection of the text MUST be in terms of unicode code
//! points (the "character number"), not in terms of code units» (Web Annotation Data Model, 4.2.4 and 4.2.5). The text is neither
//! normalised nor cleaned: both selectors speak of it as it was given.
//!
//! The body says what a tool shows: a tag, a value, a name. Identifiers are fragments of the file; `mention-3` is `mentions[3]` of the JSON.
//! Tokens are left out, as nobody lays a note on every word; CoNLL-U and TEI have them.

use serde::Serialize;

use super::formats::{Source, Wishes};
use crate::content::Content;
use crate::text::ByteSpan;
use crate::text::grapheme::snap_up;
use crate::text::offsets::{OffsetMap, Unit};

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// Code points before and after a quotation.
const AROUND: usize = 32;

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
    generator: Generator,
    total: usize,
    first: Page<'a>,
}

#[derive(Serialize)]
struct Generator {
    #[serde(rename = "type")]
    kind: &'static str,
    name: &'static str,
    #[serde(rename = "schema:softwareVersion")]
    version: &'static str,
}

#[derive(Serialize)]
struct Page<'a> {
    id: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(rename = "startIndex")]
    start: usize,
    items: Vec<Annotation<'a>>,
}

#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    body: Vec<Body>,
    target: Vec<Target<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Body {
    Text {
        #[serde(rename = "type")]
        kind: &'static str,
        purpose: &'static str,
        value: String,
    },
    Resource {
        #[serde(rename = "type")]
        kind: &'static str,
        purpose: &'static str,
        source: String,
    },
}

#[derive(Serialize)]
struct Target<'a> {
    source: &'a str,
    selector: (Quote<'a>, Position),
}

#[derive(Serialize)]
struct Quote<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    exact: &'a str,
    prefix: &'a str,
    suffix: &'a str,
}

#[derive(Serialize)]
struct Position {
    #[serde(rename = "type")]
    kind: &'static str,
    start: u32,
    end: u32,
}

/// Writes the collection.
pub fn write(source: Source<'_>, wishes: &Wishes) -> String {
    let empty = Content::default();
    let content = source.analysis.content.as_ref().unwrap_or(&empty);
    let text = source.text();
    let mut notes = Notes { text, map: OffsetMap::new(text), address: wishes.source.as_deref().unwrap_or("text.txt"), items: Vec::new() };
    notes.layout(source);
    notes.names(content);
    notes.values(content);
    notes.statements(content);
    notes.gist(source, content);
    notes.corrections(source);
    let collection = Collection {
        context: CONTEXT,
        id: "#collection",
        kind: "AnnotationCollection",
        label: wishes.title.clone().or_else(|| source.headline()),
        generator: Generator { kind: "Software", name: "Mubin", version: crate::VERSION },
        total: notes.items.len(),
        first: Page { id: "#page", kind: "AnnotationPage", start: 0, items: notes.items },
    };
    let mut out = serde_json::to_string(&collection).unwrap_or_default();
    out.push('\n');
    out
}

/// A body that is said in words.
fn said(purpose: &'static str, value: impl Into<String>) -> Body {
    Body::Text { kind: "TextualBody", purpose, value: value.into() }
}

struct Notes<'a> {
    text: &'a str,
    map: OffsetMap,
    address: &'a str,
    items: Vec<Annotation<'a>>,
}

impl<'a> Notes<'a> {
    fn add(&mut self, id: String, motivation: &'static str, body: Vec<Body>, spans: &[ByteSpan]) {
        let target = spans.iter().map(|&span| self.target(span)).collect();
        self.items.push(Annotation { id: format!("#{id}"), kind: "Annotation", motivation, body, target });
    }

    fn target(&self, span: ByteSpan) -> Target<'a> {
        let (from, to) = (span.start as usize, span.end as usize);
        let point = |byte: usize| self.map.from_byte(self.text, byte, Unit::CodePoint);
        let before = self.text.get(..from).unwrap_or_default();
        let far = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
        let after = self.text.get(to..).unwrap_or_default();
        let near = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
        // A letter stays with its marks: a prefix does not begin, nor a suffix end, inside a cluster.
        let far = snap_up(before, back_to_space(before, far), far);
        let near = snap_up(after, 0, near);
        let quote = Quote {
            kind: "TextQuoteSelector",
            exact: span.of(self.text),
            prefix: before.get(far..).unwrap_or_default(),
            suffix: after.get(..near).unwrap_or_default(),
        };
        let position = Position { kind: "TextPositionSelector", start: point(from), end: point(to) };
        Target { source: self.address, selector: (quote, position) }
    }

    fn layout(&mut self, source: Source<'_>) {
        if source.analysis.layers.has(crate::Layer::Blocks) {
            for (i, block) in source.analysis.layout.blocks.iter().enumerate() {
                self.add(format!("block-{i}"), "classifying", vec![said("classifying", block.role.name())], &[block.span]);
            }
        }
    }

    fn names(&mut self, content: &Content) {
        for (i, mention) in content.mentions.iter().enumerate() {
            let entity = content.entities.get(mention.entity as usize);
            let mut body = vec![said("classifying", mention.kind.name())];
            body.extend(entity.map(|entity| said("identifying", entity.name.clone())));
            if let Some(number) = entity.and_then(|entity| entity.geo.as_ref()?.geonames) {
                let source = format!("https://sws.geonames.org/{number}/");
                body.push(Body::Resource { kind: "SpecificResource", purpose: "identifying", source });
            }
            self.add(format!("mention-{i}"), "identifying", body, &[mention.span]);
        }
    }

    fn values(&mut self, content: &Content) {
        for (i, time) in content.times.iter().enumerate() {
            let body = vec![said("classifying", time.kind.name()), said("describing", time.value.clone())];
            self.add(format!("time-{i}"), "describing", body, &[time.span]);
        }
        for (i, quantity) in content.quantities.iter().enumerate() {
            let mut value = quantity.value.to_string();
            if let Some(upper) = quantity.upper {
                value = format!("{value}–{upper}");
            }
            for unit in [quantity.currency, quantity.unit.as_deref()].into_iter().flatten().take(1) {
                value = format!("{value} {unit}");
            }
            let body = vec![said("classifying", quantity.kind.name()), said("describing", value)];
            self.add(format!("quantity-{i}"), "describing", body, &[quantity.span]);
        }
    }

    fn statements(&mut self, content: &Content) {
        for (i, statement) in content.statements.iter().enumerate() {
            let mut body = vec![said("classifying", statement.form.name()), said("tagging", statement.cue.stance)];
            if let Some(speaker) = &statement.speaker {
                let entity = speaker.entity.and_then(|number| content.entities.get(number as usize));
                let name = entity.map_or_else(|| super::formats::one_line(speaker.span.of(self.text)), |entity| entity.name.clone());
                body.push(said("identifying", name));
            }
            self.add(format!("statement-{i}"), "describing", body, &[statement.content]);
        }
    }

    fn gist(&mut self, source: Source<'_>, content: &Content) {
        for (i, phrase) in content.keyphrases.iter().enumerate().filter(|(_, phrase)| !phrase.occurrences.is_empty()) {
            self.add(format!("keyphrase-{i}"), "tagging", vec![said("tagging", phrase.text.clone())], &phrase.occurrences);
        }
        for chosen in &content.summary {
            if let Some(sentence) = source.analysis.layout.sentences.get(chosen.sentence) {
                self.add(format!("summary-{}", chosen.sentence), "highlighting", Vec::new(), &[sentence.span]);
            }
        }
    }

    fn corrections(&mut self, source: Source<'_>) {
        for (i, correction) in source.analysis.corrections.iter().enumerate() {
            let mut body = vec![said("classifying", correction.rule.kind())];
            body.extend(correction.suggestions.first().map(|to| said("editing", to.clone())));
            self.add(format!("correction-{i}"), "editing", body, &[correction.span]);
        }
    }
}

/// A place before `at` where a cluster begins: the last space not far away, or `at` itself.
fn back_to_space(text: &str, at: usize) -> usize {
    let near = text.get(..at).unwrap_or_default().char_indices().rev().take(AROUND).find(|(_, c)| *c == ' ');
    near.map_or(at, |(space, _)| space)
}
