//! Any text into every format, and back from it.

#![no_main]

#[path = "../targets/mod.rs"]
#[allow(dead_code)] // each target has a part of it
mod targets;

static PACKS: std::sync::LazyLock<mubin::Packs> = std::sync::LazyLock::new(|| {
    mubin::Packs::open(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/packs").as_ref()).unwrap_or_default()
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::writers::hold_of_any_text(&PACKS, &targets::text_of(bytes)));
