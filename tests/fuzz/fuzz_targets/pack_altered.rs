//! Real language packs with bytes altered and their checksum made right again.

#![no_main]

#[path = "../guided.rs"]
mod guided;
use guided::{folder, targets};

static FILES: std::sync::LazyLock<Vec<(mubin::lexicon::Kind, Vec<u8>)>> =
    std::sync::LazyLock::new(|| targets::packs::files(folder()).unwrap_or_default());

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::packs::altered(&FILES, bytes));
