//! Arguments that several verbs take, with their words of help.

use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};
use mubin::report::formats::Lang;
use mubin::text::offsets::Unit;

/// What is read.
#[derive(Args)]
#[command(next_help_heading = "Input")]
pub struct Reading {
    /// What the input is.
    #[arg(long, value_enum, value_name = "KIND", default_value_t = InputFormat::Text)]
    pub input: InputFormat,
    /// With jsonl: bad records come out with their error, as always, but do not make the exit status 2: for engines that give up over it.
    #[arg(long)]
    pub lenient: bool,
    /// Files to read; standard input when left out or `-`.
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub files: Vec<String>,
}

/// The language packs.
#[derive(Args)]
#[command(next_help_heading = "Language packs")]
pub struct Where {
    /// Folder of language packs; see FILES for where they are looked for when it is left out.
    #[arg(long, value_name = "FOLDER", value_hint = clap::ValueHint::DirPath)]
    pub packs: Option<PathBuf>,
}

/// How a run goes.
#[derive(Args, Default)]
#[command(next_help_heading = "Running")]
pub struct Running {
    /// Say on standard error how far the run is, even where that is no terminal.
    #[arg(long, conflicts_with = "quiet")]
    pub progress: bool,
    /// Say nothing on standard error but what went wrong.
    #[arg(long, short)]
    pub quiet: bool,
}

/// Threads, of the verbs that can share their work among them.
#[derive(Args, Clone, Copy)]
#[command(next_help_heading = "Running")]
pub struct Threads {
    /// Threads that share the records of jsonl, or several files; the order of the output is kept.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=256))]
    threads: u16,
}

impl Threads {
    /// How many.
    pub fn count(self) -> usize {
        usize::from(self.threads)
    }
}

/// What the input is.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum InputFormat {
    /// Running text or a copied page, UTF-8.
    Text,
    /// HTML, UTF-8; what can be read of it is taken, and offsets refer to that.
    Html,
    /// One sentence a line, tokens separated by white space, never split or joined further.
    Horizontal,
    /// CoNLL-U; its sentences and surface tokens are taken as horizontal, its annotation is not, and offsets refer to those lines.
    Conllu,
    /// A JSON object a line, `{"id": …, "text": …}`; a line comes out for each, with the same id, in the same order.
    Jsonl,
}

impl InputFormat {
    /// Whether its tokens are kept as they are.
    pub fn is_tokenised(self) -> bool {
        matches!(self, InputFormat::Horizontal | InputFormat::Conllu)
    }

    /// Whether the text that offsets refer to is not the input itself.
    pub fn is_taken_out(self) -> bool {
        matches!(self, InputFormat::Html | InputFormat::Conllu)
    }

    /// The text of a file.
    pub fn text(self, read: String) -> crate::run::Outcome<String> {
        match self {
            InputFormat::Html => Ok(mubin::html::to_text(&read)),
            InputFormat::Conllu => match mubin::report::conllu::read(&read) {
                Ok(treebank) => Ok(treebank.horizontal()),
                Err(error) => Err(crate::run::Failure::Input(error.to_string())),
            },
            _ => Ok(read),
        }
    }

    /// How the engine takes it.
    pub fn engine(self) -> mubin::Input {
        if self.is_tokenised() { mubin::Input::Horizontal } else { mubin::Input::Text }
    }
}

/// What offsets count.
#[derive(Clone, Copy, ValueEnum)]
pub enum Offsets {
    /// Unicode code points, what Python slices by.
    Codepoint,
    /// UTF-16 code units, what JavaScript and Java slice by.
    Utf16,
    /// UTF-8 bytes, what Rust, Go and C slice by.
    Utf8,
}

impl Offsets {
    /// The unit.
    pub fn unit(self) -> Unit {
        match self {
            Offsets::Codepoint => Unit::CodePoint,
            Offsets::Utf16 => Unit::Utf16,
            Offsets::Utf8 => Unit::Utf8,
        }
    }
}

/// The language of what a writer says in words of its own.
#[derive(Clone, Copy, ValueEnum)]
pub enum Language {
    /// Arabic.
    Ar,
    /// English.
    En,
}

impl Language {
    /// The language.
    pub fn lang(self) -> Lang {
        match self {
            Language::Ar => Lang::Arabic,
            Language::En => Lang::English,
        }
    }
}

/// A parser of names that are checked later, with a message of their own; help and completions know them here.
#[derive(Clone)]
pub struct Names(pub Vec<(&'static str, &'static str)>);

impl clap::builder::TypedValueParser for Names {
    type Value = String;

    fn parse_ref(&self, _: &clap::Command, _: Option<&clap::Arg>, value: &std::ffi::OsStr) -> Result<String, clap::Error> {
        Ok(value.to_string_lossy().into_owned())
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let value = |&(name, help): &(&'static str, &'static str)| match help {
            "" => PossibleValue::new(name),
            help => PossibleValue::new(name).help(help),
        };
        Some(Box::new(self.0.iter().map(value)))
    }
}
