//! Where the files of a format go: one to standard output, or all into a folder.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use mubin::report::Converter;
use mubin::report::csv::Sheet;
use mubin::report::document::whole;
use mubin::report::formats::{Format, Source, Wishes, write};
use mubin::{Job, Memory};

use crate::analyze::{Analyze, OutputFormat, Settings};
use crate::run;
use crate::run::{Failure, Outcome, read};
use crate::shared::InputFormat;

/// Bytes of a text that are worked through before it is said how far the work is.
const STEP: usize = 1 << 20;

/// What is written and where to.
pub struct Export {
    /// The format.
    pub format: Format,
    /// How.
    pub wishes: Wishes,
    /// The folder; standard output when there is none.
    pub folder: Option<PathBuf>,
}

/// Reads the arguments that say so.
pub fn export(args: &Analyze) -> Result<Export, String> {
    let format = args.format.format();
    let name = format.name();
    let of_records = matches!(args.format, OutputFormat::Json | OutputFormat::Jsonl);
    if args.reading.input == InputFormat::Jsonl && (!of_records || args.out.is_some()) {
        return Err(format!("records of jsonl come out as jsonl on standard output; --format {name} and --out are for whole texts"));
    }
    let sheet = |name: &String| {
        Sheet::from_name(name).ok_or_else(|| format!("there is no table called '{name}'; the tables are {}", Sheet::names()))
    };
    let sheets = args.layer.iter().map(sheet).collect::<Result<Vec<Sheet>, String>>()?;
    if !sheets.is_empty() && format != Format::Csv {
        return Err(format!("--layer names tables of csv; {name} has none"));
    }
    if args.out.is_none() && format == Format::Csv && sheets.len() != 1 {
        return Err(format!("csv has a table for each layer: name one with --layer ({}), or a folder for all with --out", Sheet::names()));
    }
    if args.out.is_none()
        && args.reading.files.len() > 1
        && matches!(format, Format::Csv | Format::Tei | Format::WebAnnotation | Format::Report)
    {
        return Err(format!("several texts cannot go into one file of {name}; name a folder with --out"));
    }
    let mut seen = HashSet::new();
    if let (Some(_), Some(twice)) = (&args.out, args.reading.files.iter().find(|file| !seen.insert(stem(file)))) {
        return Err(format!("two files to read would be written under the name of {twice}"));
    }
    let wishes = Wishes {
        lang: args.lang.lang(),
        title: args.title.clone(),
        source: args.source.clone(),
        sheets,
        text: args.text || args.reading.input.is_taken_out(),
    };
    Ok(Export { format, wishes, folder: args.out.clone() })
}

/// What is to be written of one text: where to, standard output for none, and what.
pub type Made = Vec<(Option<PathBuf>, String)>;

/// Analyses one text; `done` is told how many of its bytes are.
pub fn made(file: &str, settings: &Settings, memory: &mut Memory, done: &dyn Fn(u64)) -> Outcome<Made> {
    let Export { format, wishes, folder } = &settings.export;
    let text = settings.input.text(read(file)?)?;
    let mut job = Job::new(&text, settings.options.clone())?;
    loop {
        match job.step(&settings.packs, memory, &text, STEP) {
            share if share < 1.0 => done((share * text.len() as f64) as u64),
            _ => break,
        }
    }
    let analysis = job.finish(&settings.packs, memory, &text);
    let at = Converter::new(&text, settings.unit);
    if settings.pretty {
        let mut document = whole(&settings.packs, &analysis, &at);
        document.text = wishes.text.then(|| text.clone());
        let json = serde_json::to_string_pretty(&document).unwrap_or_default();
        return Ok(vec![(None, json + "\n")]);
    }
    let wishes = Wishes { source: wishes.source.clone().or_else(|| address(file)), ..wishes.clone() };
    let files = write(*format, Source { analysis: &analysis, packs: &settings.packs, at: &at }, &wishes);
    let path = |name: String| {
        let name = stem(file).map_or(name.clone(), |stem| format!("{}.{name}", stem.to_string_lossy()));
        folder.as_ref().map(|folder| folder.join(name))
    };
    Ok(files.into_iter().map(|made| (path(made.name), made.text)).collect())
}

/// Writes it.
pub fn put(made: Made) -> Outcome {
    for (path, text) in made {
        let Some(path) = path else {
            run::put(text.as_bytes())?;
            continue;
        };
        let folder = path.parent().map_or(Ok(()), std::fs::create_dir_all);
        let output = |error| Failure::Output(format!("{}: {error}", path.display()));
        folder.and_then(|()| std::fs::write(&path, text)).map_err(output)?;
    }
    Ok(())
}

/// The name of a file without what follows its last stop; standard input has none.
fn stem(file: &str) -> Option<&OsStr> {
    (file != "-").then(|| Path::new(file).file_stem()).flatten()
}

/// The name of a file as a relative reference.
fn address(file: &str) -> Option<String> {
    let name = (file != "-").then(|| Path::new(file).file_name()).flatten()?;
    let mut out = String::new();
    for byte in name.to_string_lossy().bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    Some(out)
}
