//! Any tokens a line.

#![no_main]

#[path = "../guided.rs"]
mod guided;
use guided::{PACKS, targets};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::importers::horizontal(&PACKS, bytes));
