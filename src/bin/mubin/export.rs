//! Where the files of a format go: one to standard output, or all into a folder.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use mubin::report::csv::Sheet;
use mubin::report::document::to_write;
use mubin::report::formats::{Format, Source, Wishes, write};
use mubin::report::{Converter, json};
use mubin::{Analysis, Job, Memory};

use crate::analyze::{Analyze, OutputFormat, Settings};
use crate::run::{Failure, Outcome, read, written};
use crate::shared::InputFormat;

/// Bytes of a text that are worked through before it is said how far the work is.
const STEP: usize = 1 << 20;
/// Of longer texts JSON is made while it is written; of shorter ones where they are analysed, by threads that do not wait for each other.
const HELD: usize = 256 << 10;
/// Bytes that what was found takes for a byte of text.
const FOUND: usize = 20;
/// Bytes that are written at a time.
const BUFFER: usize = 64 << 10;

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

/// A text and what was found in it, to be written as JSON: the longest of the formats, which is not held in memory.
pub struct Found {
    path: Option<PathBuf>,
    text: String,
    analysis: Analysis,
}

/// What is to be written of one text.
pub enum Made {
    /// Whole files: where to, standard output for none, and what.
    Files(Vec<(Option<PathBuf>, String)>),
    /// A result.
    Found(Box<Found>),
}

impl Made {
    /// What it takes in memory, about.
    pub fn weight(&self) -> usize {
        match self {
            Made::Files(files) => files.iter().map(|(_, text)| text.len()).sum(),
            Made::Found(found) => found.text.len() * FOUND,
        }
    }
}

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
    let path = |name: String| {
        let name = stem(file).map_or(name.clone(), |stem| format!("{}.{name}", stem.to_string_lossy()));
        folder.as_ref().map(|folder| folder.join(name))
    };
    if *format == Format::Json && (settings.pretty || text.len() > HELD) {
        return Ok(Made::Found(Box::new(Found { path: path(format.file_name()), text, analysis })));
    }
    let at = Converter::new(&text, settings.unit);
    let wishes = Wishes { source: wishes.source.clone().or_else(|| address(file)), ..wishes.clone() };
    let files = write(*format, Source { analysis: &analysis, packs: &settings.packs, at: &at }, &wishes);
    Ok(Made::Files(files.into_iter().map(|made| (path(made.name), made.text)).collect()))
}

/// Writes it.
pub fn put(settings: &Settings, made: Made) -> Outcome {
    match made {
        Made::Files(files) => files.into_iter().try_for_each(|(path, text)| into(path.as_deref(), |out| out.write_all(text.as_bytes()))),
        Made::Found(found) => {
            let at = Converter::new(&found.text, settings.unit);
            let mut document = to_write(&settings.packs, &found.analysis, &at);
            document.text = settings.export.wishes.text.then(|| found.text.clone());
            into(found.path.as_deref(), |mut out| {
                json::write(&mut out, &document, settings.pretty)?;
                out.write_all(b"\n")
            })
        }
    }
}

/// Writes to a file, standard output for none.
fn into(path: Option<&Path>, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Outcome {
    let Some(path) = path else {
        // A buffer of its own, as that of standard output is searched for ends of lines.
        let mut out = BufWriter::with_capacity(BUFFER, io::stdout().lock());
        return written(write(&mut out).and_then(|()| out.flush()));
    };
    let filled = || {
        path.parent().map_or(Ok(()), std::fs::create_dir_all)?;
        let mut out = BufWriter::with_capacity(BUFFER, File::create(path)?);
        write(&mut out)?;
        out.flush()
    };
    filled().map_err(|error| Failure::Output(format!("{}: {error}", path.display())))
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
