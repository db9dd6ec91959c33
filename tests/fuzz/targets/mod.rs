//! What the fuzzer runs, as functions that panic where a promise is broken: the fuzz targets give them what coverage finds, the tests of the
//! core what a seeded generator makes of the golden texts.

pub mod edits;
pub mod importers;
pub mod invariants;
pub mod packs;
pub mod records;
pub mod writers;

use mubin::text::offsets::Unit;
use mubin::{Input, Options, Packs, analyze_with, report};

/// Reads bytes as text, whatever they are; nothing for an empty one.
pub fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Any bytes: decoded as a file would be, analysed as text and as a line of tokens, every invariant held against the result.
pub fn analyze(packs: &Packs, bytes: &[u8]) {
    let Ok(decoded) = mubin::text::encoding::decode(bytes, None) else { return };
    let text = decoded.text;
    for input in [Input::Text, Input::Horizontal] {
        let options = Options { input, consistent: true, date: Some("2015-11-16".to_string()), ..Options::default() };
        let Ok(analysis) = analyze_with(packs, &text, &options) else { continue };
        invariants::hold(&text, &analysis, input);
        for unit in [Unit::Utf8, Unit::Utf16, Unit::CodePoint] {
            invariants::slices(&text, &analysis, unit, &report::document(packs, &text, &analysis, unit));
        }
        let vowelled = report::vowelled(&text, &analysis);
        let spaces = |t: &str| t.chars().filter(|c| c.is_whitespace()).collect::<String>();
        assert_eq!(spaces(&vowelled), spaces(&text), "vowels are added, white space stays");
    }
}
