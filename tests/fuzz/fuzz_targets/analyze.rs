//! Any bytes: decoded as a file would be, analysed, and turned into a result in every unit.

#![no_main]

use libfuzzer_sys::fuzz_target;
use mubin::text::offsets::Unit;
use mubin::{Options, analyze, report};

fuzz_target!(|bytes: &[u8]| {
    let Ok(decoded) = mubin::text::encoding::decode(bytes, None) else { return };
    let Ok(analysis) = analyze(&decoded.text, &Options::default()) else { return };
    for unit in [Unit::Utf8, Unit::Utf16, Unit::CodePoint] {
        let _ = report::document(&decoded.text, &analysis, unit);
    }
    let _ = mubin::html::to_text(&decoded.text);
});
