//! Any bytes, decoded as a file would be, through every stage and into a result in every unit.

#![no_main]

#[path = "../guided.rs"]
mod guided;
use guided::{PACKS, targets};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::analyze(&PACKS, bytes));
