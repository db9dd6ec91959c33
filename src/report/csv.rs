//! CSV: a table for each layer, as RFC 4180 has it: UTF-8, a header line, commas, CRLF, quotes where they are needed.
//!
//! Offsets (`start`, `end` and their kin) count in the unit that was asked for: code points on the command line where nothing else is said,
//! UTF-16 from JavaScript. An index (`sentence`, `entity` …) is the place in the list of that name in the JSON.
//!
//! Spreadsheets run a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return as a formula. Such a cell, and one that begins so
//! after any number of `'`, is written with one `'` more before it; that is what spreadsheets themselves write for «text, no formula». Whoever
//! reads the table by program takes one `'` away where what follows the leading `'`s is one of these signs, and has the text back exactly.
//! Numbers that the writer itself makes are left as they are.

use std::borrow::Cow;
use std::fmt::Display;

use super::content::rounded;
use super::document::{Converter, Window, gloss, sentence_of_tokens};
use super::formats::Source;
use super::words;
use crate::content::Content;
use crate::options::{Layer, Layers};
use crate::text::ByteSpan;

/// A table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sheet {
    /// Parts of the page.
    Blocks,
    /// Sentences.
    Sentences,
    /// Tokens with their morphology.
    Tokens,
    /// Word types.
    Words,
    /// Hidden characters.
    Characters,
    /// People, places, organisations.
    Entities,
    /// Where they are named.
    Mentions,
    /// Who said what.
    Statements,
    /// Dates, clock times, durations.
    Times,
    /// Numbers and amounts.
    Quantities,
    /// Keyphrases.
    Keyphrases,
    /// The sentences that sum the text up.
    Summary,
    /// Misspellings.
    Corrections,
}

impl Sheet {
    /// All tables, in the order of the result.
    pub const ALL: [Sheet; 13] = [
        Sheet::Blocks,
        Sheet::Sentences,
        Sheet::Tokens,
        Sheet::Words,
        Sheet::Characters,
        Sheet::Entities,
        Sheet::Mentions,
        Sheet::Statements,
        Sheet::Times,
        Sheet::Quantities,
        Sheet::Keyphrases,
        Sheet::Summary,
        Sheet::Corrections,
    ];

    /// The name of the layer in the result.
    pub fn name(self) -> &'static str {
        if self == Sheet::Mentions { "mentions" } else { self.layer().name() }
    }

    /// The table of a name.
    pub fn from_name(name: &str) -> Option<Sheet> {
        Sheet::ALL.into_iter().find(|sheet| sheet.name() == name)
    }

    /// All names, for messages.
    pub fn names() -> String {
        Sheet::ALL.map(Sheet::name).join(", ")
    }

    /// What has to be asked for to fill it.
    pub fn layer(self) -> Layer {
        match self {
            Sheet::Blocks => Layer::Blocks,
            Sheet::Sentences => Layer::Sentences,
            Sheet::Tokens => Layer::Tokens,
            Sheet::Words => Layer::Words,
            Sheet::Characters => Layer::Characters,
            Sheet::Entities | Sheet::Mentions => Layer::Entities,
            Sheet::Statements => Layer::Statements,
            Sheet::Times => Layer::Times,
            Sheet::Quantities => Layer::Quantities,
            Sheet::Keyphrases => Layer::Keyphrases,
            Sheet::Summary => Layer::Summary,
            Sheet::Corrections => Layer::Corrections,
        }
    }

    /// The tables of some layers.
    pub fn of_layers(layers: Layers) -> Vec<Sheet> {
        Sheet::ALL.into_iter().filter(|sheet| layers.has(sheet.layer())).collect()
    }

    fn header(self) -> &'static [&'static str] {
        match self {
            Sheet::Blocks => &["block", "start", "end", "role", "score", "text"],
            Sheet::Sentences => &["sentence", "start", "end", "block", "text"],
            Sheet::Tokens => &[
                "token",
                "start",
                "end",
                "sentence",
                "kind",
                "text",
                "lemma",
                "root",
                "pattern",
                "upos",
                "feats",
                "segmentation",
                "tags",
                "vowelled",
                "gloss",
                "source",
                "score",
                "alternatives",
            ],
            Sheet::Words => &["form", "count", "function_word"],
            Sheet::Characters => &["start", "end", "kind", "code", "unbalanced"],
            Sheet::Entities => &["entity", "type", "name", "aliases", "mentions", "lat", "lon", "country", "geonames", "ambiguous"],
            Sheet::Mentions => &["mention", "start", "end", "text", "type", "entity", "name", "score", "why"],
            Sheet::Statements => &[
                "statement",
                "start",
                "end",
                "form",
                "stance",
                "cue",
                "cue_lemma",
                "speaker",
                "speaker_start",
                "speaker_end",
                "speaker_entity",
                "basis",
                "content",
                "content_start",
                "content_end",
                "addressee",
                "when",
                "why",
            ],
            Sheet::Times => &["time", "start", "end", "text", "type", "value", "calendar", "anchored", "why"],
            Sheet::Quantities => &["quantity", "start", "end", "text", "type", "value", "upper", "unit", "currency", "approximate", "why"],
            Sheet::Keyphrases => &["keyphrase", "text", "lemma", "score", "occurrences", "start", "end", "why"],
            Sheet::Summary => &["sentence", "start", "end", "text", "score", "why"],
            Sheet::Corrections => {
                &["correction", "start", "end", "text", "suggestion", "others", "kind", "tier", "confidence", "reason", "why"]
            }
        }
    }
}

/// Writes a table; of a layer that is not there its header alone.
pub fn write(sheet: Sheet, source: Source<'_>) -> String {
    let mut table = Table::new(sheet.header(), source.at);
    if source.analysis.layers.has(sheet.layer()) {
        fill(sheet, source, &mut table);
    }
    table.finish()
}

fn fill(sheet: Sheet, source: Source<'_>, table: &mut Table<'_>) {
    let Source { analysis, at, .. } = source;
    let empty = Content::default();
    let content = analysis.content.as_ref().unwrap_or(&empty);
    match sheet {
        Sheet::Blocks => {
            for (i, block) in analysis.layout.blocks.iter().enumerate() {
                table.number(&i).span(block.span).text(block.role.name()).number(&rounded(block.score)).slice(block.span).end();
            }
        }
        Sheet::Sentences => {
            for (i, sentence) in analysis.layout.sentences.iter().enumerate() {
                table.number(&i).span(sentence.span).number(&sentence.block).slice(sentence.span).end();
            }
        }
        Sheet::Tokens => tokens(source, table),
        Sheet::Words => {
            let rows = analysis.words.forms.iter().zip(&analysis.words.counts).zip(&analysis.words.closed);
            rows.for_each(|((form, count), closed)| table.text(form).number(&count).number(&closed).end());
        }
        Sheet::Characters => {
            for note in &analysis.characters {
                let code = format!("U+{:04X}", note.character as u32);
                table.span(note.span).text(note.kind.name()).text(&code).number(&note.unbalanced).end();
            }
        }
        Sheet::Entities => entities(content, table),
        Sheet::Mentions => {
            for (i, mention) in content.mentions.iter().enumerate() {
                let name = content.entities.get(mention.entity as usize).map_or("", |entity| &entity.name);
                table.number(&i).span(mention.span).slice(mention.span).text(mention.kind.name()).number(&mention.entity);
                table.text(name).number(&rounded(mention.score)).text(mention.why).end();
            }
        }
        Sheet::Statements => statements(content, table),
        Sheet::Times => {
            for (i, time) in content.times.iter().enumerate() {
                let calendar = if time.hijri { "hijri" } else { "gregorian" };
                table.number(&i).span(time.span).slice(time.span).text(time.kind.name()).text(&time.value);
                table.text(calendar).number(&time.anchored).text(time.why).end();
            }
        }
        Sheet::Quantities => {
            for (i, quantity) in content.quantities.iter().enumerate() {
                table.number(&i).span(quantity.span).slice(quantity.span).text(quantity.kind.name());
                table.number(&quantity.value).maybe(dynamic(&quantity.upper)).text(quantity.unit.as_deref().unwrap_or_default());
                table.text(quantity.currency.unwrap_or_default()).number(&quantity.approximate).text(quantity.why).end();
            }
        }
        Sheet::Keyphrases => {
            for (i, phrase) in content.keyphrases.iter().enumerate() {
                table.number(&i).text(&phrase.text).text(&phrase.lemma).number(&rounded(phrase.score)).number(&phrase.occurrences.len());
                table.maybe_span(phrase.occurrences.first().copied()).text(phrase.why).end();
            }
        }
        Sheet::Summary => {
            for chosen in &content.summary {
                let span = analysis.layout.sentences.get(chosen.sentence).map_or(ByteSpan::default(), |sentence| sentence.span);
                table.number(&chosen.sentence).span(span).slice(span).number(&rounded(chosen.score)).text(chosen.why).end();
            }
        }
        Sheet::Corrections => {
            let shown = super::corrections::list(analysis, at, Window::ALL);
            for (i, (correction, shown)) in analysis.corrections.iter().zip(&shown).enumerate() {
                let others = shown.suggestions.get(1..).unwrap_or_default().join(" | ");
                table.number(&i).span(correction.span).slice(correction.span);
                table.text(shown.suggestions.first().map_or("", String::as_str)).text(&others).text(shown.kind).text(shown.tier);
                table.number(&shown.confidence).text(&shown.reason).text(shown.why).end();
            }
        }
    }
}

fn tokens(source: Source<'_>, table: &mut Table<'_>) {
    let Source { analysis, packs, .. } = source;
    let text = source.text();
    for (number, (token, sentence)) in analysis.tokens.iter().zip(sentence_of_tokens(analysis)).enumerate() {
        table.number(&number).span(token.span).number(&sentence).text(token.kind.name()).slice(token.span);
        let explained = analysis.morphology.as_ref().and_then(|found| Some((found, found.of(number)?)));
        let Some((found, explained)) = explained else {
            (0..12).for_each(|_| {
                table.text("");
            });
            table.end();
            continue;
        };
        let word = &explained.word;
        let feats = word.features.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("|");
        table.text(&word.lemma).text(word.root.as_deref().unwrap_or_default()).text(word.pattern.as_deref().unwrap_or_default());
        table.text(word.upos.name()).text(&feats).text(&words::segmentation(text, token, explained, found)).text(&words::tags(explained));
        table.text(&word.diacritized).text(&gloss(packs, explained).unwrap_or_default()).text(explained.source);
        table.number(&rounded(found.scores.get(number).copied().unwrap_or(0.0)));
        table.number(&found.alternatives.get(number).copied().unwrap_or(0)).end();
    }
}

fn entities(content: &Content, table: &mut Table<'_>) {
    let counts = content.mention_counts();
    for (i, (entity, mentions)) in content.entities.iter().zip(counts).enumerate() {
        table.number(&i).text(entity.kind.name()).text(&entity.name).text(&entity.aliases.join(" | ")).number(&mentions);
        let geo = entity.geo.as_ref();
        let country = geo.map(|geo| String::from_utf8_lossy(&geo.country).into_owned()).unwrap_or_default();
        table.maybe(dynamic(&geo.map(|geo| geo.lat))).maybe(dynamic(&geo.map(|geo| geo.lon))).text(&country);
        table.maybe(dynamic(&geo.and_then(|geo| geo.geonames))).maybe(dynamic(&geo.map(|geo| geo.ambiguous))).end();
    }
}

fn statements(content: &Content, table: &mut Table<'_>) {
    for (i, statement) in content.statements.iter().enumerate() {
        let speaker = statement.speaker.as_ref();
        let span = speaker.map(|speaker| speaker.span);
        table.number(&i).span(statement.span).text(statement.form.name()).text(statement.cue.stance);
        table.slice(statement.cue.span).text(statement.cue.lemma).slice(span.unwrap_or_default()).maybe_span(span);
        table.maybe(dynamic(&speaker.and_then(|speaker| speaker.entity))).text(speaker.map_or("", |speaker| speaker.basis.name()));
        table.slice(statement.content).span(statement.content).slice(statement.addressee.unwrap_or_default());
        table.slice(statement.when.unwrap_or_default()).text(statement.why).end();
    }
}

fn dynamic<T: Display>(number: &Option<T>) -> Option<&dyn Display> {
    number.as_ref().map(|number| number as &dyn Display)
}

/// A table in the making, cell by cell.
struct Table<'a> {
    out: csv::Writer<Vec<u8>>,
    at: &'a Converter<'a>,
}

impl<'a> Table<'a> {
    fn new(header: &[&str], at: &'a Converter<'a>) -> Table<'a> {
        let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        // Memory takes whatever is written to it.
        let _ = out.write_record(header);
        Table { out, at }
    }

    #[inline(never)]
    fn cell(&mut self, cell: &str) -> &mut Self {
        let _ = self.out.write_field(cell);
        self
    }

    /// What may come from outside.
    #[inline(never)]
    fn text(&mut self, text: &str) -> &mut Self {
        self.cell(&guarded(text))
    }

    /// What the writer makes: a number, true or false.
    #[inline(never)]
    fn number(&mut self, number: &dyn Display) -> &mut Self {
        self.cell(&number.to_string())
    }

    fn maybe(&mut self, number: Option<&dyn Display>) -> &mut Self {
        match number {
            Some(number) => self.number(number),
            None => self.cell(""),
        }
    }

    /// Both ends of a place in the text.
    #[inline(never)]
    fn span(&mut self, span: ByteSpan) -> &mut Self {
        let (start, end) = self.at.span(span);
        self.number(&start).number(&end)
    }

    fn maybe_span(&mut self, span: Option<ByteSpan>) -> &mut Self {
        match span {
            Some(span) => self.span(span),
            None => self.cell("").cell(""),
        }
    }

    /// What stands at a place in the text.
    #[inline(never)]
    fn slice(&mut self, span: ByteSpan) -> &mut Self {
        let slice = span.of(self.at.text());
        self.text(slice)
    }

    fn end(&mut self) {
        let _ = self.out.write_record(None::<&[u8]>);
    }

    fn finish(self) -> String {
        self.out.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

/// A cell of text as no spreadsheet runs it.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if is_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// Whether a spreadsheet would run a cell, or take it for one that was kept from running.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::offsets::Unit;

    #[test]
    fn formulas_are_kept_from_running_and_lead_back() {
        for text in ["=1", "+1", "-1", "@x", "\tx", "\rx", "'=1", "''@", "'", "'x", " =1", "x=1", ""] {
            let at = Converter::new("", Unit::Utf8);
            let mut table = Table::new(&["h"], &at);
            table.text(text).end();
            let csv = table.finish();
            let mut reader = csv::Reader::from_reader(csv.as_bytes());
            let cell = reader.records().next().map(|row| row.unwrap()[0].to_string()).unwrap_or_default();
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{text:?}: {cell:?}");
            let back = if is_formula(&cell) { cell.strip_prefix('\'').unwrap_or(&cell) } else { &cell };
            assert_eq!(back, text);
        }
    }
}
