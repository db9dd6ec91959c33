//! Where the files of a format go: one to standard output, or all into a folder.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use mubin::report::Converter;
use mubin::report::csv::Sheet;
use mubin::report::formats::{Format, Source, Wishes, write};

use crate::input::{readable, text_of};
use crate::{Analyze, InputFormat, OutputFormat, Settings};

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
    if args.input == InputFormat::Jsonl && (!of_records || args.out.is_some()) {
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
    if args.out.is_none() && args.files.len() > 1 && matches!(format, Format::Csv | Format::Tei | Format::WebAnnotation | Format::Report) {
        return Err(format!("several texts cannot go into one file of {name}; name a folder with --out"));
    }
    let mut seen = HashSet::new();
    if let (Some(_), Some(twice)) = (&args.out, args.files.iter().find(|file| !seen.insert(stem(file)))) {
        return Err(format!("two files to read would be written under the name of {twice}"));
    }
    let wishes = Wishes {
        lang: args.lang.lang(),
        title: args.title.clone(),
        source: args.source.clone(),
        sheets,
        text: args.text || args.input == InputFormat::Html,
    };
    Ok(Export { format, wishes, folder: args.out.clone() })
}

/// Writes one text.
pub fn run(file: &str, bytes: Vec<u8>, settings: &Settings) -> io::Result<Result<(), mubin::Error>> {
    let Export { format, wishes, folder } = &settings.export;
    let read = text_of(bytes).and_then(|text| {
        let text = readable(text, settings);
        Ok((mubin::analyze_with(&settings.packs, &text, &settings.options)?, text))
    });
    let (analysis, text) = match read {
        Ok(read) => read,
        Err(error) => return Ok(Err(error)),
    };
    let wishes = Wishes { source: wishes.source.clone().or_else(|| address(file)), ..wishes.clone() };
    let source = Source { analysis: &analysis, packs: &settings.packs, at: &Converter::new(&text, settings.unit) };
    let files = write(*format, source, &wishes);
    let Some(folder) = folder else {
        let mut out = io::stdout().lock();
        return files.iter().try_for_each(|file| out.write_all(file.text.as_bytes())).map(Ok);
    };
    let named = |path: &Path, error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
    std::fs::create_dir_all(folder).map_err(|error| named(folder, error))?;
    for made in files {
        let name = stem(file).map_or(made.name.clone(), |stem| format!("{}.{}", stem.to_string_lossy(), made.name));
        let path = folder.join(name);
        std::fs::write(&path, made.text).map_err(|error| named(&path, error))?;
    }
    Ok(Ok(()))
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
