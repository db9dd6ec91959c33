//! The grammar of ordinal numbers: الأول, الثالث عشر, الحادية والعشرين, المئة والخامسة.

use super::piece::Piece;
use super::words::Class;

fn follows(pieces: &[Piece], at: usize, class: Class, joined: bool) -> Option<&Piece> {
    let before = pieces.get(at.checked_sub(1)?)?;
    let piece = pieces.get(at)?;
    let touches = before.tokens.end == piece.from && piece.front.preposition.is_none();
    (touches && piece.is(class) && piece.front.conjunction == joined).then_some(piece)
}

/// Reads an ordinal at a piece: the piece behind it, and its value.
pub fn read(pieces: &[Piece], at: usize) -> Option<(usize, f64)> {
    let first = pieces.get(at)?;
    let article = first.front.article;
    match first.class()? {
        Class::OrdinalPronoun => Some((at + 1, first.value)),
        Class::Ordinal | Class::OrdinalHalf => {
            if follows(pieces, at + 1, Class::Ten, false).is_some() {
                return Some((at + 2, first.value + 10.0));
            }
            if let Some(tens) = follows(pieces, at + 1, Class::Tens, true).filter(|t| t.front.article == article) {
                return Some((at + 2, first.value + tens.value));
            }
            first.is(Class::Ordinal).then_some((at + 1, first.value))
        }
        // الواحد والعشرون
        Class::One if article => {
            let tens = follows(pieces, at + 1, Class::Tens, true).filter(|t| t.front.article)?;
            Some((at + 2, first.value + tens.value))
        }
        // المئة والخامسة والعشرون
        Class::Hundred | Class::Hundreds if article => {
            let next = pieces.get(at + 1)?;
            let small = matches!(next.class(), Some(Class::Ordinal | Class::OrdinalHalf | Class::One));
            let joins = small && next.front.conjunction && next.front.article && first.tokens.end == next.from;
            let (end, value) = joins.then(|| read(pieces, at + 1)).flatten()?;
            (value < 100.0).then_some((end, first.value + value))
        }
        _ => None,
    }
}
