//! The command line: `mubin analyze`, and what later layers add beside it.
//!
//! Reads arguments and streams, calls the library, writes results; no analysis happens here. Bad input is one message
//! on standard error, with file and line, and exit status 2; the good records of a stream still come out.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use mubin::report::formats::{Format, Lang};
use mubin::text::offsets::Unit;
use mubin::{Input, Layers, Options, Packs};

#[path = "mubin/corpus.rs"]
mod corpus;
#[path = "mubin/correct.rs"]
mod correct;
#[path = "mubin/export.rs"]
mod export;
#[path = "mubin/input.rs"]
mod input;
#[path = "mubin/packs.rs"]
mod packs;
#[path = "mubin/script.rs"]
mod script;
#[path = "mubin/stream.rs"]
mod stream;
#[path = "mubin/table.rs"]
mod table;

/// Reads Arabic text: clean text, sentences, words, and everything built on them.
#[derive(Parser)]
#[command(name = "mubin", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Analyse texts and print the result.
    Analyze(Analyze),
    /// Add vowels to a text: the same text, the same white space.
    Diacritize(Diacritize),
    /// List misspellings with their fixes, or print the corrected text.
    Correct(correct::Correct),
    /// Write a text in Latin letters, or read it back.
    Transliterate(script::Transliterate),
    /// Make differences of writing equal.
    Normalize(script::Normalize),
    /// Count words, lemmas or roots; or find the lemmas that are more frequent than in general Arabic.
    Words(corpus::Words),
    /// Show every place of a word, lemma, root or row of words with what stands around it.
    Concordance(corpus::Concordance),
    /// Find the words that stand near others more often than elsewhere.
    Collocations(corpus::Collocations),
    /// Count rows of words that return.
    Ngrams(corpus::Ngrams),
    /// Print the JSON Schema of a result.
    Schema,
}

/// Exit status: 0 when all went well, 2 when some input could not be read.
#[derive(Args)]
struct Diacritize {
    /// What the input is.
    #[arg(long, value_enum, default_value_t = InputFormat::Text)]
    input: InputFormat,
    /// Folder of language packs.
    #[arg(long, value_name = "FOLDER")]
    packs: Option<PathBuf>,
    /// Files to read; standard input when left out or `-`.
    #[arg(value_name = "FILE")]
    files: Vec<String>,
}

/// Exit status: 0 when all went well, 2 when some input could not be read or analysed.
#[derive(Args)]
struct Analyze {
    /// What the input is.
    #[arg(long, value_enum, default_value_t = InputFormat::Text)]
    input: InputFormat,
    /// What to write. With jsonl input it is always jsonl.
    #[arg(long, value_enum, default_value_t = OutputFormat::Json)]
    format: OutputFormat,
    /// Folder to write into, a file for each text and table, named after the text; standard output when left out.
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// With csv: which tables, separated by commas; standard output takes one.
    #[arg(long, value_name = "NAME,…", value_delimiter = ',')]
    layer: Vec<String>,
    /// With report and tei: the language of what is said about the text.
    #[arg(long, value_enum, default_value_t = Language::Ar)]
    lang: Language,
    /// With report, tei and webannotation: what the text is called; its headline when left out.
    #[arg(long)]
    title: Option<String>,
    /// With webannotation: the address of the text; the name of the file when left out.
    #[arg(long, value_name = "IRI")]
    source: Option<String>,
    /// With json: put the text into the result as well.
    #[arg(long)]
    text: bool,
    /// What offsets count. Web Annotations always count code points.
    #[arg(long, value_enum, default_value_t = Offsets::Codepoint)]
    offsets: Offsets,
    /// Date of the text, against which relative dates are resolved.
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<String>,
    /// Layers to give, separated by commas; all when left out.
    #[arg(long, value_name = "LAYER,…", value_delimiter = ',')]
    layers: Vec<String>,
    /// Folder of language packs; when left out, `MUBIN_PACKS`, then `packs` beside the program.
    #[arg(long, value_name = "FOLDER")]
    packs: Option<PathBuf>,
    /// Threads for jsonl input; order is kept.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=256))]
    threads: u16,
    /// Files to read; standard input when left out or `-`.
    #[arg(value_name = "FILE")]
    files: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum InputFormat {
    /// Running text or a copied page, UTF-8.
    Text,
    /// HTML; offsets refer to the `text` of the result.
    Html,
    /// One sentence a line, tokens separated by a space, never split or joined further.
    Horizontal,
    /// A line a record: {"id": …, "text": …}.
    Jsonl,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum OutputFormat {
    /// One JSON object for each file.
    Json,
    /// The same, one object a line.
    Jsonl,
    /// CoNLL-U, one word a line.
    Conllu,
    /// A table for each layer.
    Csv,
    /// A document of the Text Encoding Initiative, P5.
    Tei,
    /// W3C Web Annotations, JSON-LD.
    Webannotation,
    /// The text without the page around it.
    Text,
    /// The text with vowels.
    Vowelled,
    /// A page of HTML to print.
    Report,
}

impl OutputFormat {
    fn format(self) -> Format {
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

#[derive(Clone, Copy, ValueEnum)]
enum Language {
    /// Arabic.
    Ar,
    /// English.
    En,
}

impl Language {
    fn lang(self) -> Lang {
        match self {
            Language::Ar => Lang::Arabic,
            Language::En => Lang::English,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum Offsets {
    /// Unicode code points, what Python slices by.
    Codepoint,
    /// UTF-16 code units, what JavaScript and Java slice by.
    Utf16,
    /// UTF-8 bytes, what Rust, Go and C slice by.
    Utf8,
}

impl Offsets {
    fn unit(self) -> Unit {
        match self {
            Offsets::Codepoint => Unit::CodePoint,
            Offsets::Utf16 => Unit::Utf16,
            Offsets::Utf8 => Unit::Utf8,
        }
    }
}

/// What every text of a run is analysed with.
struct Settings {
    options: Options,
    unit: Unit,
    html: bool,
    pretty: bool,
    export: export::Export,
    packs: Packs,
}

fn settings(args: &Analyze) -> Result<Settings, String> {
    let export = export::export(args)?;
    let layers = if args.layers.is_empty() {
        Layers::ALL
    } else {
        Layers::from_names(args.layers.iter().map(String::as_str)).map_err(|e| e.to_string())?
    };
    let input = if args.input == InputFormat::Horizontal { Input::Horizontal } else { Input::Text };
    let options = Options { layers, date: args.date.clone(), input, ..Options::default() };
    options.check().map_err(|e| e.to_string())?;
    let unit = args.offsets.unit();
    let packs = if layers.needs_morphology() { packs::open(args.packs.as_deref())? } else { Packs::new() };
    let terminal = export.folder.is_none() && std::io::IsTerminal::is_terminal(&std::io::stdout());
    let pretty = args.format == OutputFormat::Json && terminal;
    Ok(Settings { options, unit, html: args.input == InputFormat::Html, pretty, export, packs })
}

fn analyze(args: &Analyze) -> ExitCode {
    let settings = match settings(args) {
        Ok(settings) => settings,
        Err(error) => {
            eprintln!("mubin: {error}");
            return ExitCode::from(2);
        }
    };
    if settings.options.layers.needs_morphology() && !settings.packs.explains() {
        eprintln!("mubin: {}", packs::MISSING);
    }
    let missing = settings.options.layers.missing();
    if !args.layers.is_empty() && !missing.is_empty() {
        let names: Vec<&str> = missing.into_iter().map(mubin::Layer::name).collect();
        eprintln!("mubin: this version has no layer {}; it stays empty", names.join(", "));
    }
    over_files(&args.files, |file| {
        if args.input == InputFormat::Jsonl { stream::run(file, &settings, usize::from(args.threads)) } else { input::run(file, &settings) }
    })
}

/// Runs over files, standard input when there is none; one message for each that fails.
fn over_files(files: &[String], run: impl Fn(&str) -> std::io::Result<bool>) -> ExitCode {
    let stdin = ["-".to_string()];
    let files = if files.is_empty() { &stdin } else { files };
    let mut clean = true;
    for file in files {
        match run(file) {
            Ok(sound) => clean &= sound,
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("mubin: {}: {error}", input::shown(file));
                clean = false;
            }
        }
    }
    if clean { ExitCode::SUCCESS } else { ExitCode::from(2) }
}

fn diacritize(args: &Diacritize) -> ExitCode {
    let packs = match packs::open(args.packs.as_deref()) {
        Ok(packs) if packs.explains() => packs,
        Ok(_) => {
            eprintln!("mubin: {}", packs::MISSING);
            return ExitCode::from(2);
        }
        Err(error) => {
            eprintln!("mubin: {error}");
            return ExitCode::from(2);
        }
    };
    let input = if args.input == InputFormat::Horizontal { Input::Horizontal } else { Input::Text };
    over_files(&args.files, |file| input::diacritize(file, &packs, input))
}

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Analyze(args) => analyze(&args),
        Command::Diacritize(args) => diacritize(&args),
        Command::Correct(args) => correct::run(&args),
        Command::Transliterate(args) => script::transliterate(&args),
        Command::Normalize(args) => script::normalise(&args),
        Command::Words(args) => corpus::words(&args),
        Command::Concordance(args) => corpus::lines(&args),
        Command::Collocations(args) => corpus::collocates(&args),
        Command::Ngrams(args) => corpus::rows(&args),
        Command::Schema => {
            print!("{}", mubin::report::json::SCHEMA_TEXT);
            ExitCode::SUCCESS
        }
    }
}
