//! Any bytes in every encoding; the text they are, folded, normalised, transliterated.

#![no_main]

#[path = "../guided.rs"]
mod guided;
use guided::targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::importers::encodings(bytes));
