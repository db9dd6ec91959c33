//! The verb that corrects: what is misspelled, a JSON object a line, or the text with it mended.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use mubin::report::{Converter, Window, corrections};
use mubin::writing::corrections::{self as writing, Tier};
use mubin::{Analysis, Error, Layers, Memory, Options, Packs};
use serde_json::{Value, json};

use crate::run::{over_files, put, read, refuse, share_files};
use crate::shared::{InputFormat, Offsets, Reading, Running, Threads, Where};
use crate::stream::rewrite;
use crate::{parallel, stream};

#[derive(Args)]
pub struct Correct {
    #[command(flatten)]
    reading: Reading,
    /// Print the corrected text instead of the list.
    #[arg(long, help_heading = "Output")]
    apply: bool,
    /// What offsets count.
    #[arg(long, value_enum, value_name = "UNIT", default_value_t = Offsets::Codepoint, help_heading = "Output")]
    offsets: Offsets,
    /// Which corrections, separated by commas; all when left out.
    #[arg(long, value_enum, value_name = "TIER,…", value_delimiter = ',', help_heading = "Corrections")]
    tier: Vec<TierName>,
    /// File of words that are right, one a line.
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath, help_heading = "Corrections")]
    words: Option<PathBuf>,
    /// Tell as well of spellings that are right but not how most of the text has them (شئون beside شؤون).
    #[arg(long, help_heading = "Corrections")]
    consistent: bool,
    #[command(flatten)]
    packs: Where,
    #[command(flatten)]
    threads: Threads,
    #[command(flatten)]
    running: Running,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TierName {
    /// Only one spelling exists.
    Certain,
    /// The sentence decides.
    Contextual,
    /// No such word is known; the nearest one is offered.
    Unknown,
    /// Right, but not how the rest of the text has it; only with --consistent.
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
    let (options, packs) = match settings(args) {
        Ok(settings) => settings,
        Err(error) => return refuse(&error),
    };
    if args.apply {
        return rewrite(&args.reading, &args.running, args.threads.count(), |memory, text| {
            let found = found(args, &options, &packs, memory, &text)?;
            Ok(found.map_or_else(|| text.clone(), |analysis| writing::apply(&text, &analysis.corrections)))
        });
    }
    let mut memories = parallel::memories(args.threads.count());
    let listed = |memory: &mut Memory, text: &str| -> mubin::Result<Vec<Value>> {
        Ok(found(args, &options, &packs, memory, text)?.map(|analysis| list(text, &analysis, args.offsets)).unwrap_or_default())
    };
    let Reading { input, files, .. } = &args.reading;
    if *input == InputFormat::Jsonl {
        let answer = |memory: &mut Memory, text: String, out: &mut Vec<u8>| {
            out.extend_from_slice(json!({"corrections": listed(memory, &text)?}).to_string().as_bytes());
            Ok(())
        };
        return over_files(files, &args.running, |file, progress| stream::run(&args.reading, file, &mut memories, progress, answer));
    }
    let make = |memory: &mut Memory, file: &str, _: &dyn Fn(u64)| {
        let lines = listed(memory, &input.text(read(file)?)?)?;
        Ok(lines.iter().map(|line| format!("{line}\n")).collect::<String>())
    };
    share_files(files, &args.running, &mut memories, make, String::len, |lines| put(lines.as_bytes()))
}

fn settings(args: &Correct) -> Result<(Options, Packs), String> {
    let packs = args.packs.open_or_note(&args.running)?;
    let words = match &args.words {
        Some(file) => std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?,
        None => String::new(),
    };
    let words = words.lines().map(str::trim).filter(|word| !word.is_empty()).map(str::to_string).collect();
    let layers = Layers::from_names(["corrections"]).map_err(|error| error.to_string())?;
    let input = args.reading.input.engine();
    Ok((Options { layers, words, input, consistent: args.consistent, ..Options::default() }, packs))
}

/// What a text is analysed to, with the corrections that are wanted; none where there is nothing in it.
fn found(args: &Correct, options: &Options, packs: &Packs, memory: &mut Memory, text: &str) -> mubin::Result<Option<Analysis>> {
    let mut analysis = match mubin::analyze_remembering(packs, memory, text, options) {
        Ok(analysis) => analysis,
        Err(Error::EmptyText) => return Ok(None),
        Err(error) => return Err(error),
    };
    let wanted = |tier: Tier| args.tier.is_empty() || args.tier.iter().any(|name| name.tier() == tier);
    analysis.corrections.retain(|correction| wanted(correction.tier));
    Ok(Some(analysis))
}

/// The corrections of a text, each with what is written in the place.
fn list(text: &str, analysis: &Analysis, offsets: Offsets) -> Vec<Value> {
    let at = Converter::new(text, offsets.unit());
    let line = |(shown, correction): (mubin::report::model::Correction, &writing::Correction)| {
        let mut line = serde_json::to_value(&shown).unwrap_or_default();
        if let Some(object) = line.as_object_mut() {
            object.insert("text".into(), correction.span.of(text).into());
        }
        line
    };
    corrections::list(analysis, &at, Window::ALL).into_iter().zip(&analysis.corrections).map(line).collect()
}
