//! The verb that adds vowels.

use std::process::ExitCode;

use clap::Args;
use mubin::{Error, Layer, Layers, Options, report};

use crate::packs;
use crate::run::refuse;
use crate::shared::{Reading, Running, Threads, Where};
use crate::stream::rewrite;

#[derive(Args)]
pub struct Diacritize {
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    packs: Where,
    #[command(flatten)]
    threads: Threads,
    #[command(flatten)]
    running: Running,
}

/// Runs the verb.
pub fn run(args: &Diacritize) -> ExitCode {
    let packs = match args.packs.open() {
        Ok(packs) if packs.explains() => packs,
        Ok(_) => return refuse(packs::MISSING),
        Err(error) => return refuse(&error),
    };
    let options = Options { layers: Layers::of(Layer::Morphology), input: args.reading.input.engine(), ..Options::default() };
    rewrite(&args.reading, &args.running, args.threads.count(), |memory, text| {
        match mubin::analyze_remembering(&packs, memory, &text, &options) {
            Ok(analysis) => Ok(report::vowelled(&text, &analysis)),
            Err(Error::EmptyText) => Ok(text),
            Err(error) => Err(error),
        }
    })
}
