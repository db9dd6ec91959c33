//! The verb that analyses: its arguments, checked before anything is read.

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use mubin::report::csv::Sheet;
use mubin::report::document::to_write;
use mubin::report::formats::Format;
use mubin::report::{Converter, json};
use mubin::text::offsets::Unit;
use mubin::{Layer, Layers, Memory, Options, Packs};

use crate::export::{self, Export, Made};
use crate::run::{note, over_files, refuse, share_files};
use crate::shared::{InputFormat, Language, Names, Offsets, Reading, Running, Threads, Where};
use crate::{parallel, stream};

#[derive(Args)]
pub struct Analyze {
    #[command(flatten)]
    pub reading: Reading,
    /// What to write; with jsonl input it is always jsonl.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = OutputFormat::Json, help_heading = "Output")]
    pub format: OutputFormat,
    /// Folder to write into, a file for each text and table, named after the text; standard output when left out.
    #[arg(long, value_name = "FOLDER", value_hint = clap::ValueHint::DirPath, help_heading = "Output")]
    pub out: Option<std::path::PathBuf>,
    /// With csv: which tables, separated by commas; standard output takes one.
    #[arg(long, value_name = "TABLE,…", value_delimiter = ',', value_parser = tables(), hide_possible_values = true, help_heading = "Output")]
    pub layer: Vec<String>,
    /// With report and tei: the language of what is said about the text.
    #[arg(long, value_enum, default_value_t = Language::Ar, help_heading = "Output")]
    pub lang: Language,
    /// With report, tei and webannotation: what the text is called; its headline when left out.
    #[arg(long, help_heading = "Output")]
    pub title: Option<String>,
    /// With webannotation: the address of the text; the name of the file when left out.
    #[arg(long, value_name = "IRI", value_hint = clap::ValueHint::Url, help_heading = "Output")]
    pub source: Option<String>,
    /// With json: put the text into the result as well, as is always done where offsets refer to a text taken out of the input.
    #[arg(long, help_heading = "Output")]
    pub text: bool,
    /// What offsets count; Web Annotations always count code points.
    #[arg(long, value_enum, value_name = "UNIT", default_value_t = Offsets::Codepoint, help_heading = "Output")]
    pub offsets: Offsets,
    /// Date of the text, against which relative dates are resolved.
    #[arg(long, value_name = "YYYY-MM-DD", help_heading = "Analysis")]
    pub date: Option<String>,
    /// Layers to give, separated by commas; all when left out.
    #[arg(long, value_name = "LAYER,…", value_delimiter = ',', value_parser = layers(), help_heading = "Analysis")]
    pub layers: Vec<String>,
    #[command(flatten)]
    packs: Where,
    #[command(flatten)]
    threads: Threads,
    #[command(flatten)]
    running: Running,
}

/// What is written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum OutputFormat {
    /// One JSON object for each text: the result model mubin/1, whose schema `mubin schema` prints.
    Json,
    /// The same, one object a line.
    Jsonl,
    /// CoNLL-U, the treebank format of Universal Dependencies, one word a line.
    Conllu,
    /// A table for each layer, RFC 4180.
    Csv,
    /// A document of the Text Encoding Initiative, P5.
    Tei,
    /// W3C Web Annotations, JSON-LD.
    Webannotation,
    /// The text without the page around it.
    Text,
    /// The text with vowels.
    Vowelled,
    /// A page of HTML to read and print.
    Report,
}

impl OutputFormat {
    /// The format of the library.
    pub fn format(self) -> Format {
        match self {
            OutputFormat::Json | OutputFormat::Jsonl => Format::Json,
            OutputFormat::Conllu => Format::Conllu,
            OutputFormat::Csv => Format::Csv,
            OutputFormat::Tei => Format::Tei,
            OutputFormat::Webannotation => Format::WebAnnotation,
            OutputFormat::Text => Format::Text,
            OutputFormat::Vowelled => Format::Vowelled,
            OutputFormat::Report => Format::Report,
        }
    }
}

fn layers() -> Names {
    let said = |layer: Layer| match layer {
        Layer::Blocks => "parts of the page, each with its role",
        Layer::Sentences => "sentences",
        Layer::Tokens => "words, numbers, punctuation and the rest",
        Layer::Words => "word types with counts and places",
        Layer::Characters => "hidden and misleading characters",
        Layer::Statistics => "figures over the whole text",
        Layer::Morphology => "lemma, root, pattern, part of speech, vowels and gloss of each word",
        Layer::Entities => "people, places, organisations, and where they are named",
        Layer::Statements => "who said what",
        Layer::Times => "dates, clock times, durations",
        Layer::Quantities => "numbers, amounts, money, measures",
        Layer::Keyphrases => "noun phrases that say what the text is about",
        Layer::Summary => "the sentences that sum it up",
        Layer::Corrections => "misspellings with their fixes",
    };
    Names(Layer::ALL.map(|layer| (layer.name(), said(layer))).to_vec())
}

fn tables() -> Names {
    Names(Sheet::ALL.map(|sheet| (sheet.name(), "")).to_vec())
}

/// What every text of a run is analysed with.
pub struct Settings {
    /// How.
    pub options: Options,
    /// What offsets count.
    pub unit: Unit,
    /// What the input is.
    pub input: InputFormat,
    /// Whether JSON is laid out for people.
    pub pretty: bool,
    /// What is written.
    pub export: Export,
    /// The language packs.
    pub packs: Packs,
}

fn settings(args: &Analyze) -> Result<Settings, String> {
    let export = export::export(args)?;
    let layers = if args.layers.is_empty() {
        Layers::ALL
    } else {
        Layers::from_names(args.layers.iter().map(String::as_str)).map_err(|e| e.to_string())?
    };
    let options = Options { layers, date: args.date.clone(), input: args.reading.input.engine(), ..Options::default() };
    options.check().map_err(|e| e.to_string())?;
    let packs = if layers.needs_morphology() { args.packs.open_or_note(&args.running)? } else { Packs::new() };
    let missing: Vec<&str> = layers.missing().into_iter().map(Layer::name).collect();
    if !args.layers.is_empty() && !missing.is_empty() {
        note(&args.running, &format!("this version has no layer {}; it stays empty", missing.join(", ")));
    }
    let terminal = export.folder.is_none() && std::io::IsTerminal::is_terminal(&std::io::stdout());
    let pretty = args.format == OutputFormat::Json && terminal;
    Ok(Settings { options, unit: args.offsets.unit(), input: args.reading.input, pretty, export, packs })
}

/// Runs the verb.
pub fn run(args: &Analyze) -> ExitCode {
    let settings = match settings(args) {
        Ok(settings) => settings,
        Err(error) => return refuse(&error),
    };
    let mut memories = parallel::memories(args.threads.count());
    if settings.input == InputFormat::Jsonl {
        return over_files(&args.reading.files, &args.running, |file, progress| {
            stream::run(&args.reading, file, &mut memories, progress, |memory, text, out| record(&settings, memory, text, out))
        });
    }
    let files = &args.reading.files;
    let make = |memory: &mut Memory, file: &str, done: &dyn Fn(u64)| export::made(file, &settings, memory, done);
    share_files(files, &args.running, &mut memories, make, Made::weight, |made| export::put(&settings, made))
}

/// The result of a record.
fn record(settings: &Settings, memory: &mut Memory, text: String, out: &mut Vec<u8>) -> mubin::Result<()> {
    let analysis = mubin::analyze_remembering(&settings.packs, memory, &text, &settings.options)?;
    let at = Converter::new(&text, settings.unit);
    let mut document = to_write(&settings.packs, &analysis, &at);
    document.text = settings.export.wishes.text.then(|| text.clone());
    // Memory takes all that is written to it.
    let _ = json::write(out, &document, false);
    Ok(())
}
