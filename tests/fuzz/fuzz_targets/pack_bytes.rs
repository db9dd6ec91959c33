//! Any bytes as every language pack.

#![no_main]

#[path = "../targets/mod.rs"]
#[allow(dead_code)] // each target has a part of it
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::packs::arbitrary(bytes));
