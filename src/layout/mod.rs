//! From characters to the parts of a page: tokens, lines, blocks with roles, sentences.
//!
//! Reads the text and the tables; adds tokens, blocks and sentences that nest. Tokens come first and know nothing of the
//! page; lines are made of tokens; a whole page's lines get their roles together; sentences are split inside blocks, with
//! what the role says about stops. Nothing is thrown away here: page furniture is a role, not a deletion.

mod address;
mod assign;
mod block;
mod chain;
mod counts;
mod features;
mod furniture;
#[cfg(not(target_arch = "wasm32"))]
pub mod gold;
mod role;
mod sentence;
mod token;
#[cfg(not(target_arch = "wasm32"))]
pub mod train;
mod unit;

use std::sync::Arc;

use crate::memory::Lines;
use crate::stages::{Clock, Stage};
use crate::text::ByteSpan;
pub use block::{Block, Layout, Sentence};
pub(crate) use features::Look;
pub use role::Role;

pub use token::{Lexer, Token, TokenKind};

/// Lays out a whole text whose tokens are known. `decided` are roles that a reader gave to stretches of it.
pub fn lay_out(text: &str, tokens: &[Token], decided: &[(ByteSpan, Role)]) -> Layout {
    lay_out_remembering(&mut Lines::default(), &mut Clock::default(), text, tokens, decided)
}

/// The same for a text whose lines may have been looked at in another.
pub(crate) fn lay_out_remembering(
    lines: &mut Lines,
    clock: &mut Clock,
    text: &str,
    tokens: &[Token],
    decided: &[(ByteSpan, Role)],
) -> Layout {
    let units = unit::units(text, tokens);
    let looks: Vec<Arc<Look>> =
        units.iter().map(|u| lines.look(with_neighbours(text, u.span), || features::look(text, tokens, u))).collect();
    clock.lap(Stage::Lines);
    let mut assigned = assign::assign(&units, &looks);
    // Whoever pastes a single word or a menu alone wants to see that: without any text there is no furniture around it.
    if !assigned.iter().any(|a| matches!(a.role, Role::Headline | Role::Body | Role::Caption)) {
        assigned.iter_mut().for_each(|a| a.role = Role::Body);
    }
    for &(span, role) in decided {
        let first = units.partition_point(|u| u.span.end <= span.start);
        let past = units.partition_point(|u| u.span.start < span.end);
        assigned.get_mut(first..past).unwrap_or_default().fill(assign::Assigned { role, score: 1.0 });
    }
    clock.lap(Stage::Roles);
    let layout = block::build(text, tokens, &units, &assigned);
    clock.lap(Stage::Sentences);
    layout
}

/// A line with the character before it and the one behind it: whether a mark at its edge stands apart is part of its look.
fn with_neighbours(text: &str, span: ByteSpan) -> &str {
    let (start, end) = (span.start as usize, span.end as usize);
    let before = text.get(..start).and_then(|t| t.chars().next_back()).map_or(0, char::len_utf8);
    let behind = text.get(end..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8);
    text.get(start - before..end + behind).unwrap_or_default()
}

/// Lays out text that was tokenised by hand: one sentence a line, tokens separated by white space, all of it body.
/// Returns the tokens with their layout; exactly one token comes out for each piece between white space.
pub fn lay_out_horizontal(text: &str) -> (Vec<Token>, Layout) {
    let mut tokens = Vec::new();
    let mut layout = Layout::default();
    let mut at = 0usize;
    for line in text.split('\n') {
        let first = tokens.len();
        for piece in line.split_whitespace() {
            // `piece` is a slice of `text`, so the distance of the two addresses is its offset.
            let start = piece.as_ptr() as usize - text.as_ptr() as usize;
            let span = ByteSpan::new(start, start + piece.len());
            tokens.push(Token { span, kind: kind_of_piece(piece) });
        }
        at += line.len() + 1;
        if tokens.len() > first {
            layout.push_sentence_block(&tokens, first..tokens.len());
        }
    }
    debug_assert!(at == text.len() + 1);
    (tokens, layout)
}

/// The kind of a token given from outside: its own kind when the lexer would keep it whole, else that of its widest part.
fn kind_of_piece(piece: &str) -> TokenKind {
    Lexer::new(piece).max_by_key(|t| t.span.len()).map_or(TokenKind::Symbol, |t| t.kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_remembered_looks_as_it_does_where_it_stands() {
        // The mark of the first line hugs an invisible character, that of the last stands apart.
        let text = " \u{200F}»\n قالقالقالقال\n »  ";
        let tokens: Vec<Token> = Lexer::new(text).collect();
        let mut lines = Lines::default();
        lines.begin(true);
        assert_eq!(lay_out_remembering(&mut lines, &mut Clock::default(), text, &tokens, &[]), lay_out(text, &tokens, &[]));
    }

    #[test]
    fn a_menu_alone_is_text() {
        let text = "الرئيسية\nأخبار\nرياضة\n";
        let tokens: Vec<Token> = Lexer::new(text).collect();
        let layout = lay_out(text, &tokens, &[]);
        assert!(layout.blocks.iter().all(|b| b.role == Role::Body));
    }
}
