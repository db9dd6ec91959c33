//! Real language packs with bytes altered and their checksum made right again.

#![no_main]

#[path = "../targets/mod.rs"]
#[allow(dead_code)] // each target has a part of it
mod targets;

static FILES: std::sync::LazyLock<Vec<(mubin::lexicon::Kind, Vec<u8>)>> = std::sync::LazyLock::new(|| {
    targets::packs::files(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/packs").as_ref()).unwrap_or_default()
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::packs::altered(&FILES, bytes));
