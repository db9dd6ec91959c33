//! The verb that corrects: what is misspelled, a JSON object a line, or the text with it mended.

use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use mubin::report::{Converter, corrections};
use mubin::writing::corrections::{self as writing, Tier};
use mubin::{Analysis, Error, Layers, Options, Packs};

use crate::input::{open, shown, text_of};
use crate::{Offsets, over_files, packs};

/// Lists misspellings with their fixes, or prints the corrected text.
///
/// A line is a JSON object with the fields of a correction and the `text` that it is about: start, end, kind, tier, suggestions (best
/// first, none where nothing is known), confidence, reason, why. With --apply the text comes out with the first suggestion of every
/// correction that would have been listed, and nothing else changed.
///
/// Exit status: 0 when all went well, misspellings or not; 2 when some input could not be read.
#[derive(Args)]
pub struct Correct {
    /// Print the corrected text instead of the list.
    #[arg(long)]
    apply: bool,
    /// Which corrections: certain (only one spelling exists), contextual (the sentence decides), unknown (the nearest known word),
    /// separated by commas; all when left out.
    #[arg(long, value_enum, value_name = "TIER,…", value_delimiter = ',')]
    tier: Vec<TierName>,
    /// File of words that are right, one a line.
    #[arg(long, value_name = "FILE")]
    words: Option<PathBuf>,
    /// Tell as well of spellings that are right but not how most of the text has them (شئون beside شؤون).
    #[arg(long)]
    consistent: bool,
    /// What offsets count.
    #[arg(long, value_enum, default_value_t = Offsets::Codepoint)]
    offsets: Offsets,
    /// Folder of language packs.
    #[arg(long, value_name = "FOLDER")]
    packs: Option<PathBuf>,
    /// Files to read; standard input when left out or `-`.
    #[arg(value_name = "FILE")]
    files: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TierName {
    Certain,
    Contextual,
    Unknown,
    Variant,
}

impl TierName {
    fn tier(self) -> Tier {
        match self {
            TierName::Certain => Tier::Certain,
            TierName::Contextual => Tier::Contextual,
            TierName::Unknown => Tier::Unknown,
            TierName::Variant => Tier::Variant,
        }
    }
}

/// Runs the verb.
pub fn run(args: &Correct) -> ExitCode {
    match settings(args) {
        Ok((options, packs)) => over_files(&args.files, |file| one(file, args, &options, &packs)),
        Err(error) => {
            eprintln!("mubin: {error}");
            ExitCode::from(2)
        }
    }
}

fn settings(args: &Correct) -> Result<(Options, Packs), String> {
    let packs = packs::open(args.packs.as_deref())?;
    if !packs.explains() {
        eprintln!("mubin: {}", packs::MISSING);
    }
    let words = match &args.words {
        Some(file) => std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?,
        None => String::new(),
    };
    let words = words.lines().map(str::trim).filter(|word| !word.is_empty()).map(str::to_string).collect();
    let layers = Layers::from_names(["corrections"]).map_err(|error| error.to_string())?;
    Ok((Options { layers, words, consistent: args.consistent, ..Options::default() }, packs))
}

/// Corrects one file; whether it could be read.
fn one(file: &str, args: &Correct, options: &Options, packs: &Packs) -> io::Result<bool> {
    let mut bytes = Vec::new();
    open(file)?.read_to_end(&mut bytes)?;
    let result = text_of(bytes).and_then(|text| match mubin::analyze_with(packs, &text, options) {
        Ok(analysis) => Ok((text, Some(analysis))),
        Err(Error::EmptyText) => Ok((text, None)),
        Err(error) => Err(error),
    });
    let (text, analysis) = match result {
        Ok(read) => read,
        Err(error) => {
            eprintln!("mubin: {}: {error}", shown(file));
            return Ok(false);
        }
    };
    let wanted = |tier: Tier| args.tier.is_empty() || args.tier.iter().any(|name| name.tier() == tier);
    let mut out = io::stdout().lock();
    match analysis {
        Some(mut analysis) => {
            analysis.corrections.retain(|c| wanted(c.tier));
            if args.apply {
                out.write_all(writing::apply(&text, &analysis.corrections).as_bytes())?;
            } else {
                list(&mut out, &text, &analysis, args.offsets)?;
            }
        }
        None if args.apply => out.write_all(text.as_bytes())?,
        None => {}
    }
    Ok(true)
}

fn list(out: &mut impl Write, text: &str, analysis: &Analysis, offsets: Offsets) -> io::Result<()> {
    let at = Converter::new(text, offsets.unit());
    for (shown, correction) in corrections::list(analysis, &at).into_iter().zip(&analysis.corrections) {
        let mut line = serde_json::to_value(&shown).map_err(io::Error::other)?;
        if let Some(object) = line.as_object_mut() {
            object.insert("text".into(), correction.span.of(text).into());
        }
        writeln!(out, "{line}")?;
    }
    Ok(())
}
