//! Any bytes as every language pack.

#![no_main]

#[path = "../guided.rs"]
mod guided;
use guided::targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::packs::arbitrary(bytes));
