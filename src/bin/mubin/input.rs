//! Whole files: read, decoded, analysed, printed.

use std::fs::File;
use std::io::{self, Read, Write};

use mubin::{Error, Input, Layer, Layers, Options, Packs, report};

use crate::{Settings, export};

/// How a file is called in messages.
pub fn shown(file: &str) -> &str {
    if file == "-" { "standard input" } else { file }
}

/// Opens a file, or standard input for `-`.
pub fn open(file: &str) -> io::Result<Box<dyn Read>> {
    if file == "-" { Ok(Box::new(io::stdin().lock())) } else { Ok(Box::new(File::open(file)?)) }
}

/// Analyses one file and prints the result; whether all went well. A message has been printed when not.
pub fn run(file: &str, settings: &Settings) -> io::Result<bool> {
    let mut bytes = Vec::new();
    open(file)?.read_to_end(&mut bytes)?;
    let written = match settings.pretty {
        true => pretty(bytes, settings)?,
        false => export::run(file, bytes, settings)?,
    };
    match written {
        Ok(()) => Ok(true),
        Err(error) => {
            eprintln!("mubin: {}: {error}", shown(file));
            Ok(false)
        }
    }
}

/// JSON for people to read.
fn pretty(bytes: Vec<u8>, settings: &Settings) -> io::Result<mubin::Result<()>> {
    let document = match text_of(bytes).and_then(|text| result(text, settings)) {
        Ok(document) => document,
        Err(error) => return Ok(Err(error)),
    };
    let json = serde_json::to_string_pretty(&document).map_err(io::Error::other)?;
    writeln!(io::stdout().lock(), "{json}").map(Ok)
}

/// Prints one file with vowels; whether all went well.
pub fn diacritize(file: &str, packs: &Packs, input: Input) -> io::Result<bool> {
    let mut bytes = Vec::new();
    open(file)?.read_to_end(&mut bytes)?;
    let options = Options { layers: Layers::of(Layer::Morphology), input, ..Options::default() };
    let vowelled = text_of(bytes).and_then(|text| match mubin::analyze_with(packs, &text, &options) {
        Ok(analysis) => Ok(report::vowelled(&text, &analysis)),
        Err(Error::EmptyText) => Ok(text),
        Err(error) => Err(error),
    });
    match vowelled {
        Ok(text) => io::stdout().lock().write_all(text.as_bytes()).map(|()| true),
        Err(error) => {
            eprintln!("mubin: {}: {error}", shown(file));
            Ok(false)
        }
    }
}

/// The text of a file's bytes. Offsets count in the file as its reader decodes it, so a byte order mark stays.
pub fn text_of(bytes: Vec<u8>) -> mubin::Result<String> {
    String::from_utf8(bytes).map_err(|e| Error::NotUtf8 { offset: e.utf8_error().valid_up_to() })
}

/// The text itself: of HTML input what can be read of it.
pub fn readable(text: String, settings: &Settings) -> String {
    if settings.html { mubin::html::to_text(&text) } else { text }
}

/// The result of one text.
pub fn result(text: String, settings: &Settings) -> mubin::Result<report::model::Document> {
    let text = readable(text, settings);
    let analysis = mubin::analyze_with(&settings.packs, &text, &settings.options)?;
    let mut document = report::document(&settings.packs, &text, &analysis, settings.unit);
    document.text = settings.export.wishes.text.then_some(text);
    Ok(document)
}
