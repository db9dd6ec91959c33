//! Any text into every format, and back from it.

#![no_main]

#[path = "../guided.rs"]
mod guided;
use guided::{PACKS, targets};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::writers::hold_of_any_text(&PACKS, &targets::text_of(bytes)));
