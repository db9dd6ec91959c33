//! The formats a result is written in, and the one way into all of them.
//!
//! Command line, wasm and JavaScript all come through [`write`], so that a file is the same wherever it was asked for. A writer reads the
//! analysis and gives whole files; where they go is the caller's affair. A format that needs several files (CSV, one for each layer) gives
//! several; the others give one.

use super::csv::Sheet;
use super::document::{Converter, to_write};
use super::{conllu, csv, json, plain, printed, tei, vowelled, webannotation};
use crate::{Analysis, Packs};

/// A format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// The result model, `mubin/1`.
    Json,
    /// Universal Dependencies' format, one word a line.
    Conllu,
    /// A table for each layer.
    Csv,
    /// A document of the Text Encoding Initiative, P5.
    Tei,
    /// W3C Web Annotations.
    WebAnnotation,
    /// The text without the page around it.
    Text,
    /// The text with vowels.
    Vowelled,
    /// A page to print.
    Report,
}

impl Format {
    /// All formats.
    pub const ALL: [Format; 8] =
        [Format::Json, Format::Conllu, Format::Csv, Format::Tei, Format::WebAnnotation, Format::Text, Format::Vowelled, Format::Report];

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Conllu => "conllu",
            Format::Csv => "csv",
            Format::Tei => "tei",
            Format::WebAnnotation => "webannotation",
            Format::Text => "text",
            Format::Vowelled => "vowelled",
            Format::Report => "report",
        }
    }

    /// The format of a name.
    pub fn from_name(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The media type of its files.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Json => "application/json",
            Format::Csv => "text/csv;charset=utf-8",
            Format::Tei => "application/tei+xml",
            Format::WebAnnotation => "application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\"",
            Format::Conllu | Format::Text | Format::Vowelled => "text/plain;charset=utf-8",
            Format::Report => "text/html;charset=utf-8",
        }
    }

    /// What the name of its files ends in, without the stop.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Conllu => "conllu",
            Format::Csv => "csv",
            Format::Tei => "tei.xml",
            Format::WebAnnotation => "jsonld",
            Format::Text | Format::Vowelled => "txt",
            Format::Report => "html",
        }
    }

    /// What its one file is called.
    pub fn file_name(self) -> String {
        format!("{}.{}", self.stem(), self.extension())
    }

    fn stem(self) -> &'static str {
        match self {
            Format::Json => "result",
            Format::Conllu => "words",
            Format::WebAnnotation => "annotations",
            Format::Csv | Format::Tei | Format::Text => "text",
            Format::Vowelled => "vowelled",
            Format::Report => "report",
        }
    }
}

/// The language of what a writer says in words of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Arabic.
    #[default]
    Arabic,
    /// English.
    English,
}

impl Lang {
    /// Its code in BCP 47.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Arabic => "ar",
            Lang::English => "en",
        }
    }

    /// The language of a code.
    pub fn from_code(code: &str) -> Option<Lang> {
        [Lang::Arabic, Lang::English].into_iter().find(|lang| lang.code() == code)
    }
}

/// What is written: an analysis, the packs it was made with, and the text with the unit that offsets count in.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// What was found.
    pub analysis: &'a Analysis,
    /// For the glosses, which are looked up late.
    pub packs: &'a Packs,
    /// The text, and how to count in it.
    pub at: &'a Converter<'a>,
}

impl<'a> Source<'a> {
    /// The text.
    pub fn text(&self) -> &'a str {
        self.at.text()
    }

    /// What the text is called where the caller does not say: its first headline in one line.
    pub fn headline(&self) -> Option<String> {
        let block = self.analysis.layout.blocks.iter().find(|block| block.role == crate::layout::Role::Headline)?;
        Some(one_line(block.span.of(self.text())))
    }
}

/// White space as single spaces.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How to write.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wishes {
    /// The language of the report and of the header of TEI.
    pub lang: Lang,
    /// What the text is called; its first headline where that is not said.
    pub title: Option<String>,
    /// The address of the text, which Web Annotations point into; `text.txt` where that is not said.
    pub source: Option<String>,
    /// Which tables of CSV; those of all layers that the analysis has when empty.
    pub sheets: Vec<Sheet>,
    /// Whether JSON carries the text itself.
    pub text: bool,
}

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name, made of ASCII letters, `-` and stops.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What it holds, to be encoded as UTF-8.
    pub text: String,
}

/// Writes an analysis.
pub fn write(format: Format, source: Source<'_>, wishes: &Wishes) -> Vec<File> {
    let text = match format {
        Format::Csv => {
            let sheets = if wishes.sheets.is_empty() { Sheet::of_layers(source.analysis.layers) } else { wishes.sheets.clone() };
            let file = |sheet: Sheet| File {
                name: format!("{}.{}", sheet.name(), format.extension()),
                media_type: format.media_type(),
                text: csv::write(sheet, source),
            };
            return sheets.into_iter().map(file).collect();
        }
        Format::Json => {
            let mut document = to_write(source.packs, source.analysis, source.at);
            document.text = wishes.text.then(|| source.text().to_string());
            let mut line = json::to_string(&document).unwrap_or_default();
            line.push('\n');
            line
        }
        Format::Conllu => conllu::write(source.text(), source.analysis, source.packs, source.at),
        Format::Tei => tei::write(source, wishes),
        Format::WebAnnotation => webannotation::write(source, wishes),
        Format::Text => plain::write(source.text(), source.analysis),
        Format::Vowelled => vowelled(source.text(), source.analysis),
        Format::Report => printed::write(source, wishes),
    };
    vec![File { name: format.file_name(), media_type: format.media_type(), text }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back() {
        assert!(Format::ALL.into_iter().all(|format| Format::from_name(format.name()) == Some(format)));
        assert!(Sheet::ALL.into_iter().all(|sheet| Sheet::from_name(sheet.name()) == Some(sheet)));
        assert_eq!((Format::from_name("docx"), Lang::from_code("fr")), (None, None));
    }
}
