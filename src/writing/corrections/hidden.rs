//! Characters that are not seen, outside of words: those inside a word are part of its own correction.

use std::ops::Range;

use super::{Correction, Rule, Source};
use crate::layout::TokenKind;
use crate::text::hidden::{Kind, Note};

/// Corrections of the hidden characters of a block; `tokens` are its tokens.
pub fn read(source: &Source<'_>, tokens: Range<usize>, notes: &[Note], out: &mut Vec<Correction>) {
    let tokens = source.tokens.get(tokens).unwrap_or_default();
    for note in notes {
        let next = tokens.partition_point(|t| t.span.end <= note.span.start);
        let inside = tokens.get(next).filter(|t| t.span.contains(note.span));
        // An address keeps what it is made of; emoji are joined by characters that are not seen.
        if inside.is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Url | TokenKind::Email | TokenKind::Emoji)) {
            continue;
        }
        if let Some(rule) = rule(note) {
            out.push(Correction::certain(note.span, rule, ""));
        }
    }
}

/// The rule of a hidden character; none for what is seen.
pub fn rule(note: &Note) -> Option<Rule> {
    Some(match note.kind {
        Kind::BidiControl if note.unbalanced || matches!(note.character, '\u{202D}' | '\u{202E}') => Rule::BidiAttack,
        Kind::BidiControl => Rule::BidiControl,
        Kind::ZeroWidth | Kind::Bom | Kind::SoftHyphen | Kind::Control => Rule::HiddenCharacter,
        Kind::Tatweel => Rule::Tatweel,
        Kind::PresentationForm | Kind::Lookalike | Kind::Replacement => return None,
    })
}
