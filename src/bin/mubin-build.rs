//! Builds what the engine ships with: fitted weights, the published schema.
//!
//! Run by `./build.sh`, never by users; what it writes is committed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use mubin::layout::gold::GoldPage;
use mubin::layout::train::{Plan, cross_validate, train};

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
    TrainLayout {
        /// Folder of annotated pages.
        pages: PathBuf,
        /// Leave out pages whose names begin with one of these, separated by commas.
        #[arg(long, value_delimiter = ',')]
        hold_out: Vec<String>,
        /// Instead of the table, print how it does on pages left out in so many turns.
        #[arg(long, value_name = "FOLDS")]
        cross_validate: Option<usize>,
        /// Passes over all pages.
        #[arg(long, default_value_t = Plan::default().rounds)]
        rounds: usize,
        /// Pull towards the priors.
        #[arg(long, default_value_t = Plan::default().pull)]
        pull: f32,
    },
    /// Print the JSON Schema of a result, derived from the types.
    Schema,
}

fn pages(folder: &Path, hold_out: &[String]) -> Result<Vec<GoldPage>, String> {
    let listing = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut files: Vec<PathBuf> = listing.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|f| {
        let name = f.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".txt") && !hold_out.iter().any(|h| name.starts_with(h.as_str()))
    });
    files.sort();
    let read = |file: &PathBuf| {
        let source = fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
        GoldPage::parse(&source).map_err(|e| format!("{}: {e}", file.display()))
    };
    files.iter().map(read).collect()
}

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::TrainLayout { pages: folder, hold_out, cross_validate: folds, rounds, pull } => match pages(&folder, &hold_out) {
            Ok(pages) => {
                let plan = Plan { rounds, pull, ..Plan::default() };
                match folds {
                    None => print!("{}", train(&pages, plan)),
                    Some(folds) => {
                        let (roles, body) = cross_validate(&pages, plan, folds);
                        println!("left-out pages: block roles {roles:.4}, body F1 {body:.4}");
                    }
                }
                ExitCode::SUCCESS
            }
            Err(error) => {
                eprintln!("mubin-build: {error}");
                ExitCode::from(2)
            }
        },
        Command::Schema => {
            print!("{}", mubin::report::json::derived_schema());
            ExitCode::SUCCESS
        }
    }
}
