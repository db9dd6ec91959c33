//! Golden texts: a folder a case, `input.txt` and `expected.txt`.
//!
//! The expectation is written for people to review: a line a block (`# role`), under it a line a sentence, in it the
//! tokens with their kinds where they are no plain words; then the noteworthy characters and the most frequent words.
//! With `MUBIN_BLESS=1` expectations are written instead of compared.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use mubin::layout::TokenKind;
use mubin::{Analysis, Options};

fn shown(text: &str, analysis: &Analysis) -> String {
    let mut out = String::new();
    let mut block = usize::MAX;
    for sentence in &analysis.layout.sentences {
        if sentence.block != block {
            block = sentence.block;
            writeln!(out, "# {}", analysis.layout.blocks[block].role.name()).unwrap();
        }
        for (i, token) in analysis.tokens[sentence.tokens.clone()].iter().enumerate() {
            let surface = token.span.of(text).escape_debug().to_string();
            // Marks and joiners inside a word are shown as escapes, so that a diff shows them.
            let surface: String = if token.span.of(text).chars().any(|c| c.is_control() || ('\u{200B}'..='\u{206F}').contains(&c)) {
                surface
            } else {
                token.span.of(text).to_string()
            };
            let kind =
                if matches!(token.kind, TokenKind::Word | TokenKind::Punct) { String::new() } else { format!("/{}", token.kind.name()) };
            write!(out, "{}{surface}{kind}", if i == 0 { "  " } else { " " }).unwrap();
        }
        out.push('\n');
    }
    for note in &analysis.characters {
        let balance = if note.unbalanced { " unbalanced" } else { "" };
        writeln!(out, "! U+{:04X} {} {}..{}{balance}", note.character as u32, note.kind.name(), note.span.start, note.span.end).unwrap();
    }
    for (i, form) in analysis.words.forms.iter().enumerate().take_while(|(i, _)| analysis.words.counts[*i] > 1).take(10) {
        writeln!(out, "= {} {form}{}", analysis.words.counts[i], if analysis.words.closed[i] { " (function word)" } else { "" }).unwrap();
    }
    out
}

#[test]
fn golden_texts() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/texts");
    let mut cases: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    cases.sort();
    let mut wrong = Vec::new();
    for case in &cases {
        let text = fs::read_to_string(case.join("input.txt")).unwrap();
        let got = shown(&text, &mubin::analyze(&text, &Options::default()).unwrap());
        let expected = case.join("expected.txt");
        if std::env::var_os("MUBIN_BLESS").is_some() {
            fs::write(&expected, got).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != got {
            wrong.push(format!("{}:\n{got}", case.display()));
        }
    }
    assert!(cases.len() >= 6);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
