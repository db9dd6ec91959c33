//! The text with its vowels: every explained word vocalised, all else as it was.

use crate::Analysis;
use crate::layout::TokenKind;

/// Writes `text` again with vowels. A word that its writer misspelled is vocalised in its correct spelling.
pub fn vowelled(text: &str, analysis: &Analysis) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut at = 0;
    for (number, token) in analysis.tokens.iter().enumerate() {
        let explained = analysis.morphology.as_ref().filter(|_| token.kind == TokenKind::Word).and_then(|m| m.of(number));
        if let Some(explained) = explained.filter(|e| !e.word.diacritized.is_empty() && !e.word.diacritized.contains('؟')) {
            out.push_str(text.get(at..token.span.start as usize).unwrap_or_default());
            out.push_str(&explained.word.diacritized);
            at = token.span.end as usize;
        }
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}
