//! A text and edits of it, remembered and afresh.

#![no_main]

#[path = "../guided.rs"]
mod guided;
use guided::{PACKS, targets};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::edits::same_as_fresh(&PACKS, bytes));
