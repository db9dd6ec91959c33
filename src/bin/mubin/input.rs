//! Whole files: read, decoded, analysed, printed.

use std::fs::File;
use std::io::{self, Read, Write};

use mubin::{Error, Input, Layer, Layers, Options, Packs, report};

use crate::Settings;

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
    if settings.conllu {
        return match text_of(bytes).and_then(|text| conllu(&text, settings)) {
            Ok(lines) => io::stdout().lock().write_all(lines.as_bytes()).map(|()| true),
            Err(error) => {
                eprintln!("mubin: {}: {error}", shown(file));
                Ok(false)
            }
        };
    }
    match text_of(bytes).and_then(|text| result(&text, settings)) {
        Ok(document) => {
            let json = if settings.pretty { serde_json::to_string_pretty(&document) } else { report::json::to_string(&document) };
            let mut line = json.map_err(io::Error::other)?;
            line.push('\n');
            io::stdout().lock().write_all(line.as_bytes())?;
            Ok(true)
        }
        Err(error) => {
            eprintln!("mubin: {}: {error}", shown(file));
            Ok(false)
        }
    }
}

fn conllu(text: &str, settings: &Settings) -> mubin::Result<String> {
    let readable = settings.html.then(|| mubin::html::to_text(text));
    let text = readable.as_deref().unwrap_or(text);
    let analysis = mubin::analyze_with(&settings.packs, text, &settings.options)?;
    Ok(report::conllu::write(text, &analysis, &settings.packs, &report::Converter::new(text, settings.unit)))
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

/// The result of one text.
pub fn result(text: &str, settings: &Settings) -> mubin::Result<report::model::Document> {
    if !settings.html {
        let analysis = mubin::analyze_with(&settings.packs, text, &settings.options)?;
        return Ok(report::document(&settings.packs, text, &analysis, settings.unit));
    }
    let readable = mubin::html::to_text(text);
    let analysis = mubin::analyze_with(&settings.packs, &readable, &settings.options)?;
    let mut document = report::document(&settings.packs, &readable, &analysis, settings.unit);
    document.text = Some(readable);
    Ok(document)
}
