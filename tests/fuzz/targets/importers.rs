//! Everything that text comes in by: bytes in any encoding, web pages, treebanks, tokens a line, text in a scheme of transliteration.

use mubin::report::conllu;
use mubin::text::encoding::{decode, repair};
use mubin::text::fold::{Folding, fold};
use mubin::text::normalize::{Folds, normalize};
use mubin::writing::transliteration::{Scheme, Style, to_arabic, transliterate_words};
use mubin::{Error, Input, Options, Packs, analyze_with};

use super::{invariants, text_of};

/// Encodings that a file may say it is in; those of Arabic, and those that are decoded otherwise than letter by letter.
const LABELS: [&str; 10] =
    ["utf-8", "utf-16le", "utf-16be", "windows-1256", "iso-8859-6", "windows-1252", "gb18030", "iso-2022-jp", "replacement", "none"];

/// Bytes are decoded whatever the label says, and refused only as binary; what is offered as their repair is text too.
pub fn encodings(bytes: &[u8]) {
    for label in LABELS.map(Some).into_iter().chain([None]) {
        match decode(bytes, label) {
            Ok(decoded) => assert_eq!(decoded.replaced, decoded.text.matches('\u{FFFD}').count()),
            Err(error) => assert_eq!(error, Error::NotText),
        }
    }
    let text = text_of(bytes);
    let _ = repair(&text);
    let folded = fold(&text, Folding::Full);
    assert_eq!(fold(&folded, Folding::Full), folded, "a fold is folded");
    let all = Folds::NAMES.iter().filter_map(|&(fold, _)| Folds::NONE.and(fold).contradiction().is_none().then_some(fold));
    for fold in all {
        let once = normalize(&text, Folds::NONE.and(fold));
        assert_eq!(normalize(&once, Folds::NONE.and(fold)), once, "what is normal stays");
    }
    for scheme in Scheme::ALL {
        let _ = to_arabic(&text, scheme);
        let written = transliterate_words(&text, [], scheme, Style::default());
        if scheme.of_letters() {
            assert_eq!(to_arabic(&written, scheme).as_deref(), Some(text.as_str()), "{} leads back", scheme.name());
        }
    }
}

/// A page of any markup becomes text without any.
pub fn html(packs: &Packs, bytes: &[u8]) {
    let text = mubin::html::to_text(&text_of(bytes));
    assert!(!text.contains("\n\n\n") && !text.starts_with(['\n', ' ']), "lines are closed up");
    if let Ok(analysis) = analyze_with(packs, &text, &Options::default()) {
        invariants::hold(&text, &analysis, Input::Text);
    }
}

/// A treebank is read or refused with the line; one that is read has the tokens it is analysed with.
pub fn treebank(packs: &Packs, bytes: &[u8]) {
    let source = text_of(bytes);
    let read = match conllu::read(&source) {
        Ok(read) => read,
        Err(bad) => return assert!(bad.line >= 1 && bad.line <= source.lines().count(), "the line that is told exists"),
    };
    let _ = read.text();
    horizontal(packs, read.horizontal().as_bytes());
}

/// Tokens a line are the tokens of the result.
pub fn horizontal(packs: &Packs, bytes: &[u8]) {
    let text = text_of(bytes);
    if let Ok(analysis) = analyze_with(packs, &text, &Options { input: Input::Horizontal, ..Options::default() }) {
        invariants::hold(&text, &analysis, Input::Horizontal);
    }
}
