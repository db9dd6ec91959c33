//! Any lines as a stream of records, of texts and of nearly such.

#![no_main]

#[path = "../guided.rs"]
mod guided;
use guided::{PACKS, targets};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::records::lines(&PACKS, bytes));
