//! The command line: its verbs, and what each of them is for.
//!
//! Reads arguments and streams, calls the library, writes results; no analysis happens here. Bad input is one message
//! on standard error, with file and line, and exit status 2; the good records of a stream still come out.

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

#[path = "mubin/analyze.rs"]
mod analyze;
#[path = "mubin/corpus.rs"]
mod corpus;
#[path = "mubin/correct.rs"]
mod correct;
#[path = "mubin/diacritize.rs"]
mod diacritize;
#[path = "mubin/export.rs"]
mod export;
#[path = "mubin/help.rs"]
mod help;
#[path = "mubin/manual.rs"]
mod manual;
#[path = "mubin/packs.rs"]
mod packs;
#[path = "mubin/parallel.rs"]
mod parallel;
#[path = "mubin/progress.rs"]
mod progress;
#[path = "mubin/record.rs"]
mod record;
#[path = "mubin/run.rs"]
mod run;
#[path = "mubin/script.rs"]
mod script;
#[path = "mubin/shared.rs"]
mod shared;
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
    Analyze(Box<analyze::Analyze>),
    /// Add vowels to a text: the same text, the same white space.
    Diacritize(diacritize::Diacritize),
    /// List misspellings with their fixes, or print the corrected text.
    Correct(correct::Correct),
    /// Make differences of writing equal.
    Normalize(script::Normalize),
    /// Write a text in Latin letters, or read it back.
    Transliterate(script::Transliterate),
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
    /// Print the completions of a shell.
    Completions(manual::Completions),
    /// Print a manual page.
    Man(manual::Man),
}

fn main() -> ExitCode {
    let matches = help::dressed(Cli::command()).get_matches();
    let command = match Cli::from_arg_matches(&matches) {
        Ok(cli) => cli.command,
        Err(error) => error.exit(),
    };
    match command {
        Command::Analyze(args) => analyze::run(&args),
        Command::Diacritize(args) => diacritize::run(&args),
        Command::Correct(args) => correct::run(&args),
        Command::Normalize(args) => script::normalise(&args),
        Command::Transliterate(args) => script::transliterate(&args),
        Command::Words(args) => corpus::words(&args),
        Command::Concordance(args) => corpus::lines(&args),
        Command::Collocations(args) => corpus::collocates(&args),
        Command::Ngrams(args) => corpus::rows(&args),
        Command::Schema => run::print(mubin::report::json::SCHEMA_TEXT.as_bytes()),
        Command::Completions(args) => manual::completions(&args, help::dressed(Cli::command())),
        Command::Man(args) => manual::man(&args, help::dressed(Cli::command())),
    }
}
