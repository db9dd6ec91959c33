//! The verbs that write a text in another form: transliteration and normalisation.

use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use mubin::text::normalize::{Folds, normalize};
use mubin::writing::transliteration::{self as tl, Scheme, Style};
use mubin::{Error, Layers, Options, Packs};

use crate::input::{open, shown, text_of};
use crate::{over_files, packs};

/// Writes Arabic in Latin letters, or reads it back.
///
/// ISO 233-2, ALA-LC, DIN 31635 and the phonetic alphabet write what is read: words get their vowels from the language packs, or,
/// where those are missing, from the text's own marks. Buckwalter, its safe variant and HSB write letter for letter and
/// lead back exactly; text that is not Arabic stands between backslashes there where it could be mistaken.
///
/// Exit status: 0 when all went well, 2 when some input could not be read.
#[derive(Args)]
pub struct Transliterate {
    /// The scheme to write.
    #[arg(long, value_enum, value_name = "SCHEME")]
    to: Name,
    /// What the input is written in: Arabic, or one of the schemes of letters.
    #[arg(long, value_enum, value_name = "SCHEME", default_value_t = Name::Arabic)]
    from: Name,
    /// Case endings of nouns and adjectives; when left out, kept in ipa and dropped elsewhere.
    #[arg(long, value_enum)]
    endings: Option<Endings>,
    /// Begin names with a capital.
    #[arg(long)]
    capitals: bool,
    /// Folder of language packs.
    #[arg(long, value_name = "FOLDER")]
    packs: Option<PathBuf>,
    /// Files to read; standard input when left out or `-`.
    #[arg(value_name = "FILE")]
    files: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Name {
    /// Arabic letters.
    Arabic,
    /// One ASCII sign a letter.
    Buckwalter,
    /// The same without signs that XML and file names use.
    SafeBuckwalter,
    /// Habash, Soudi, Buckwalter: one sign a letter.
    Hsb,
    /// ISO 233-2:1993.
    #[value(name = "iso-233-2")]
    Iso233,
    /// Library of Congress, 2012.
    AlaLc,
    /// DIN 31635:2011.
    #[value(name = "din-31635")]
    Din31635,
    /// International Phonetic Alphabet.
    Ipa,
}

impl Name {
    /// The scheme; none for Arabic itself.
    fn scheme(self) -> Option<Scheme> {
        Some(match self {
            Name::Arabic => return None,
            Name::Buckwalter => Scheme::Buckwalter,
            Name::SafeBuckwalter => Scheme::SafeBuckwalter,
            Name::Hsb => Scheme::Hsb,
            Name::Iso233 => Scheme::Iso233,
            Name::AlaLc => Scheme::AlaLc,
            Name::Din31635 => Scheme::Din31635,
            Name::Ipa => Scheme::Ipa,
        })
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum Endings {
    /// al-kitābu
    Keep,
    /// al-kitāb
    Drop,
}

/// Makes chosen differences of writing equal.
///
/// Folds: presentation, lookalikes, hidden, marks, tatweel, alef-hamza, hamza-seats, alef-maqsura, ta-marbuta, digits-latin,
/// digits-arabic, punctuation-arabic, punctuation-latin, quotes, case, space, repeats. Their order does not matter.
///
/// Exit status: 0 when all went well, 2 when some input could not be read.
#[derive(Args)]
pub struct Normalize {
    /// Folds, separated by commas; a preset may stand among them.
    #[arg(long, value_name = "FOLD,…", value_delimiter = ',', value_parser = fold, required_unless_present = "preset")]
    folds: Vec<Folds>,
    /// Folds for a purpose: to find texts, to keep them, to show them.
    #[arg(long, value_name = "search|storage|display", value_parser = preset)]
    preset: Option<Folds>,
    /// Files to read; standard input when left out or `-`.
    #[arg(value_name = "FILE")]
    files: Vec<String>,
}

fn fold(name: &str) -> Result<Folds, String> {
    let names = || Folds::NAMES.map(|(_, name)| name).join(", ");
    Folds::from_name(name).ok_or_else(|| format!("there is no fold called '{name}'; there are {}", names()))
}

fn preset(name: &str) -> Result<Folds, String> {
    let known = matches!(name, "search" | "storage" | "display");
    Folds::from_name(name).filter(|_| known).ok_or_else(|| "a preset is search, storage or display".to_string())
}

fn complain(message: &str) -> ExitCode {
    eprintln!("mubin: {message}");
    ExitCode::from(2)
}

/// Prints files in another script.
pub fn transliterate(args: &Transliterate) -> ExitCode {
    let from = args.from.scheme();
    if let Some(from) = from.filter(|from| !from.of_letters()) {
        return complain(&format!("{} writes sounds and does not lead back; buckwalter, safe-buckwalter and hsb do", from.name()));
    }
    let to = args.to.scheme();
    let packs = match to {
        Some(to) if !to.of_letters() => match packs::open(args.packs.as_deref()) {
            Ok(packs) => packs,
            Err(error) => return complain(&error),
        },
        _ => Packs::new(),
    };
    if to.is_some_and(|to| !to.of_letters()) && !packs.explains() {
        eprintln!("mubin: {}; only vowels that are written can be read", packs::MISSING);
    }
    let endings = args.endings.map(|endings| match endings {
        Endings::Keep => tl::Endings::Keep,
        Endings::Drop => tl::Endings::Drop,
    });
    let style = Style { endings, capitals: args.capitals };
    rewrite(&args.files, |text| {
        let text = from.and_then(|from| tl::to_arabic(&text, from)).unwrap_or(text);
        let Some(to) = to else { return Ok(text) };
        if to.of_letters() {
            return Ok(tl::transliterate_words(&text, [], to, style));
        }
        let layers = ["morphology", "entities"];
        let layers = Layers::from_names(layers.into_iter().take(if style.capitals { 2 } else { 1 }))?;
        match mubin::analyze_with(&packs, &text, &Options { layers, ..Options::default() }) {
            Ok(analysis) => Ok(tl::transliterate(&text, &analysis, to, style)),
            Err(Error::EmptyText) => Ok(text),
            Err(error) => Err(error),
        }
    })
}

/// Prints files with differences of writing made equal.
pub fn normalise(args: &Normalize) -> ExitCode {
    let folds = args.folds.iter().chain(&args.preset).fold(Folds::NONE, |all, &fold| all.and(fold));
    if let Some((one, other)) = folds.contradiction() {
        return complain(&format!("{one} and {other} contradict each other"));
    }
    rewrite(&args.files, |text| Ok(normalize(&text, folds)))
}

/// Prints what becomes of each file; one message for each that cannot be read.
fn rewrite(files: &[String], change: impl Fn(String) -> mubin::Result<String>) -> ExitCode {
    over_files(files, |file| {
        let mut bytes = Vec::new();
        open(file)?.read_to_end(&mut bytes)?;
        match text_of(bytes).and_then(&change) {
            Ok(text) => io::stdout().lock().write_all(text.as_bytes()).map(|()| true),
            Err(error) => {
                eprintln!("mubin: {}: {error}", shown(file));
                Ok(false)
            }
        }
    })
}
