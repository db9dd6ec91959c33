//! Which tokens stand in quotation marks, where a text says what others say.

use std::ops::Range;

use super::Source;
use crate::layout::TokenKind;
use crate::text::chars;

/// For each token whether it stands in quotation marks. Marks count inside their block and in pairs; one without a partner sets nothing apart.
pub fn quoted_tokens(source: &Source<'_>) -> Vec<bool> {
    let mut out = vec![false; source.tokens.len()];
    for block in &source.layout.blocks {
        let mut open: Option<(usize, char)> = None;
        for i in block.tokens.clone() {
            let mark = source.tokens.get(i).filter(|t| t.kind == TokenKind::Punct).and_then(|t| t.span.of(source.text).chars().next());
            let Some(mark) = mark.filter(|&c| chars::is_quote(c) && c != '\'' && c != '\u{2019}') else { continue };
            open = match open {
                // Curly marks are written either way round in Arabic text.
                Some((from, first)) if closes(first, mark) => {
                    fill(&mut out, from..i);
                    None
                }
                Some(kept) => Some(kept),
                None if mark == '»' => None,
                None => Some((i + 1, mark)),
            };
        }
    }
    out
}

fn closes(first: char, mark: char) -> bool {
    if first == '«' { mark == '»' } else { mark != '«' && mark != '»' }
}

fn fill(flags: &mut [bool], range: Range<usize>) {
    flags.get_mut(range).unwrap_or_default().fill(true);
}
