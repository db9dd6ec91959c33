//! A text and edits of it, remembered and afresh.

#![no_main]

#[path = "../targets/mod.rs"]
#[allow(dead_code)] // each target has a part of it
mod targets;

static PACKS: std::sync::LazyLock<mubin::Packs> = std::sync::LazyLock::new(|| {
    mubin::Packs::open(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/packs").as_ref()).unwrap_or_default()
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::edits::same_as_fresh(&PACKS, bytes));
