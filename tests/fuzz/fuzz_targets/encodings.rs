//! Any bytes in every encoding; the text they are, folded, normalised, transliterated.

#![no_main]

#[path = "../targets/mod.rs"]
#[allow(dead_code)] // each target has a part of it
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::importers::encodings(bytes));
