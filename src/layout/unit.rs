//! Units: the pieces of a page that get a role. A unit is a line, or the lines of one hard-wrapped paragraph.
//!
//! A copied page has one line for each thing the reader saw as one; text from books, mails and terminals is broken at a
//! column instead. The two are told apart by the lines' widths before anything else looks at them, so that everything
//! after this stage sees paragraphs.

use std::ops::Range;

use super::counts::is_mark;
use super::token::{Token, TokenKind};
use crate::text::ByteSpan;
use crate::text::chars;

/// A line, or a paragraph of wrapped lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// From the first token to the last.
    pub span: ByteSpan,
    /// Indices of its tokens.
    pub tokens: Range<usize>,
    /// Whether an empty line stands before it.
    pub gap: bool,
    /// How many lines of the text it takes.
    pub lines: usize,
}

/// Narrower columns are verses, lists and menus, not wrapped prose; wider ones are not wrapped at all. In characters.
const COLUMN: Range<usize> = 38..120;

/// The units of `text`.
pub fn units(text: &str, tokens: &[Token]) -> Vec<Unit> {
    let mut out = Vec::new();
    let mut group: Vec<Unit> = Vec::new();
    for line in lines(text, tokens) {
        if line.gap {
            flush(text, tokens, &mut group, &mut out);
        }
        group.push(line);
    }
    flush(text, tokens, &mut group, &mut out);
    out
}

fn flush(text: &str, tokens: &[Token], group: &mut Vec<Unit>, out: &mut Vec<Unit>) {
    if is_wrapped(text, tokens, group) {
        if let (Some(first), Some(last)) = (group.first(), group.last()) {
            out.push(Unit {
                span: ByteSpan { start: first.span.start, end: last.span.end },
                tokens: first.tokens.start..last.tokens.end,
                gap: first.gap,
                lines: group.len(),
            });
        }
        group.clear();
    } else {
        out.append(group);
    }
}

/// The lines that hold tokens.
fn lines(text: &str, tokens: &[Token]) -> Vec<Unit> {
    let mut out: Vec<Unit> = Vec::new();
    let mut previous_end = 0usize;
    for (i, token) in tokens.iter().enumerate() {
        let between = text.get(previous_end..token.span.start as usize).unwrap_or("");
        let breaks = if between.len() < 2 && !between.contains('\n') { 0 } else { line_breaks(between) };
        match out.last_mut() {
            Some(line) if breaks == 0 => {
                line.span.end = token.span.end;
                line.tokens.end = i + 1;
            }
            last => {
                let gap = last.is_some() && breaks > 1;
                out.push(Unit { span: token.span, tokens: i..i + 1, gap, lines: 1 });
            }
        }
        previous_end = token.span.end as usize;
    }
    out
}

/// How many lines end in `text`; CR LF is one end.
fn line_breaks(text: &str) -> usize {
    let mut breaks = 0;
    let mut previous = ' ';
    for c in text.chars() {
        if chars::class(c) == chars::Class::Newline && !(previous == '\r' && c == '\n') {
            breaks += 1;
        }
        previous = c;
    }
    breaks
}

/// Whether the lines of a group are one paragraph broken at a column: three or more of about the same width, few of them
/// ending a sentence, each as full as the next line's first word allowed, and no verse (its halves stand apart).
fn is_wrapped(text: &str, tokens: &[Token], group: &[Unit]) -> bool {
    let Some((_, before)) = group.split_last().filter(|(_, before)| before.len() >= 2) else { return false };
    let width = |span: ByteSpan| span.of(text).chars().filter(|&c| chars::class(c) != chars::Class::Mark).count();
    let widths: Vec<usize> = group.iter().map(|unit| width(unit.span)).collect();
    let widest = widths.iter().copied().max().unwrap_or(0);
    if !COLUMN.contains(&widest) {
        return false;
    }
    let most = |n: usize, tenths: usize| n * 10 >= before.len() * tenths;
    let even = widths.iter().take(before.len()).filter(|&&w| w * 10 >= widest * 7).count();
    let first_word = |unit: &Unit| tokens.get(unit.tokens.start).map_or(0, |t| width(t.span));
    // In proportional type the column holds a varying number of characters: a tenth is granted.
    let full = widths.iter().zip(group.iter().skip(1)).filter(|&(&w, next)| (w + 1 + first_word(next)) * 10 >= widest * 9).count();
    let stopped = before.iter().filter(|unit| ends_sentence(text, tokens, unit)).count();
    let halved = group.iter().filter(|unit| has_halves(text, tokens, unit)).count();
    let marked = group.iter().any(|unit| is_item(text, tokens, unit));
    let numbered = group.iter().filter(|unit| is_numbered(text, tokens, unit)).count();
    most(even, 9) && most(full, 8) && !most(stopped, 5) && !most(halved, 5) && !most(numbered, 5) && !marked
}

/// Whether the line begins with a number, in brackets or not: an entry of a list, a message with its date and time.
fn is_numbered(text: &str, tokens: &[Token], unit: &Unit) -> bool {
    let mut tokens = tokens.get(unit.tokens.clone()).unwrap_or_default().iter();
    let first = tokens.next().filter(|t| !matches!(t.span.of(text), "[" | "(")).or_else(|| tokens.next());
    first.is_some_and(|t| t.kind == TokenKind::Number)
}

/// Whether the line begins as an item of its own does (a picture, a user's name, a bullet) or ends with an address.
fn is_item(text: &str, tokens: &[Token], unit: &Unit) -> bool {
    let tokens = tokens.get(unit.tokens.clone()).unwrap_or_default();
    let begins = |t: &Token| matches!(t.kind, TokenKind::Emoji | TokenKind::Handle) || is_mark(t.span.of(text), "bullet");
    tokens.first().is_some_and(begins) || tokens.last().is_some_and(|t| matches!(t.kind, TokenKind::Url | TokenKind::Emoji))
}

/// Whether a gap or an ornament stands in the middle third of the line, as between the halves of a verse.
pub fn has_halves(text: &str, tokens: &[Token], unit: &Unit) -> bool {
    let middle = unit.span.start + (unit.span.end - unit.span.start) / 3..unit.span.end - (unit.span.end - unit.span.start) / 3;
    let tokens = tokens.get(unit.tokens.clone()).unwrap_or_default();
    tokens.iter().zip(tokens.iter().skip(1)).any(|(token, next)| {
        let gap = text.get(token.span.end as usize..next.span.start as usize).unwrap_or("");
        let ornament = is_mark(next.span.of(text), "ornament");
        middle.contains(&next.span.start) && (gap.chars().count() >= 2 || ornament)
    })
}

fn ends_sentence(text: &str, tokens: &[Token], unit: &Unit) -> bool {
    let last = tokens.get(unit.tokens.clone()).and_then(<[Token]>::last);
    last.is_some_and(|t| t.kind == TokenKind::Punct && t.span.of(text).ends_with(|c| chars::is_terminal(c) || c == ':'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::token::Lexer;

    fn spans(text: &str) -> Vec<(String, bool)> {
        let tokens: Vec<Token> = Lexer::new(text).collect();
        units(text, &tokens).iter().map(|u| (u.span.of(text).to_string(), u.gap)).collect()
    }

    #[test]
    fn lines_and_gaps() {
        let got = spans("أول\r\nثان \r\n \r\n\u{200F}ثالث\n");
        assert_eq!(got, [("أول".into(), false), ("ثان".into(), false), ("ثالث".into(), true)]);
    }

    #[test]
    fn verses_are_not_wrapped_prose() {
        let verse = "يا ليل طال بنا السرى والموج  *  يغلق خلفه الأبوابا";
        assert_eq!(spans(&[verse; 5].join("\n")).len(), 5);
    }

    #[test]
    fn messages_are_not_wrapped_prose() {
        let message = "[12/03/2024, 10:16:02 م] منى: وعليكم السلام، الموعد لم يتغير";
        assert_eq!(spans(&[message; 5].join("\n")).len(), 5);
    }

    #[test]
    fn a_wrapped_paragraph_is_one_unit() {
        let line = "وكان من أمر القوم أنهم خرجوا في طلب الماء فلما بلغوا";
        let text = format!("{line}\n{line}\n{line}\nالوادي.\n\nباب آخر\nقصير\nجدا");
        let got = spans(&text);
        assert_eq!(got.len(), 4);
        assert!(got[0].0.ends_with("الوادي."));
    }
}
