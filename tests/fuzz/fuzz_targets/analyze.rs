//! Any bytes: decoded as a file would be, analysed with the language packs where they are made, and turned into a result in every unit.

#![no_main]

use libfuzzer_sys::fuzz_target;
use mubin::text::offsets::Unit;
use mubin::{Options, Packs, analyze_with, report};
use std::sync::LazyLock;

static PACKS: LazyLock<Packs> =
    LazyLock::new(|| Packs::open(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/packs").as_ref()).unwrap_or_default());

fuzz_target!(|bytes: &[u8]| {
    let Ok(decoded) = mubin::text::encoding::decode(bytes, None) else { return };
    let Ok(analysis) = analyze_with(&PACKS, &decoded.text, &Options::default()) else { return };
    for unit in [Unit::Utf8, Unit::Utf16, Unit::CodePoint] {
        let _ = report::document(&PACKS, &decoded.text, &analysis, unit);
    }
    let at = report::Converter::new(&decoded.text, Unit::Utf8);
    let _ = report::conllu::write(&decoded.text, &analysis, &PACKS, &at);
    let _ = report::vowelled(&decoded.text, &analysis);
    let _ = mubin::html::to_text(&decoded.text);
});
