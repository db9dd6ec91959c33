//! Blocks and sentences, made from units and their roles.
//!
//! A paragraph of the text is a block of its own; lines of page furniture that stand together and share a role are one
//! block, because a reader sees one menu there and wants to fold it away as one.

use std::ops::Range;

use super::assign::Assigned;
use super::role::Role;
use super::sentence;
use super::token::Token;
use super::unit::Unit;
use crate::text::ByteSpan;

/// A block of the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// From its first token to its last.
    pub span: ByteSpan,
    /// What it is.
    pub role: Role,
    /// Probability of the role, from 0 to 1.
    pub score: f32,
    /// Indices of its tokens.
    pub tokens: Range<usize>,
}

/// A sentence, inside one block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// From its first token to its last.
    pub span: ByteSpan,
    /// Index of its block.
    pub block: usize,
    /// Indices of its tokens.
    pub tokens: Range<usize>,
}

/// Blocks and sentences of a text, ascending.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Layout {
    /// The blocks.
    pub blocks: Vec<Block>,
    /// The sentences.
    pub sentences: Vec<Sentence>,
}

impl Layout {
    /// Adds a body block of one sentence made of the tokens `range`.
    pub(super) fn push_sentence_block(&mut self, tokens: &[Token], range: Range<usize>) {
        let span = span_of(tokens, &range);
        self.sentences.push(Sentence { span, block: self.blocks.len(), tokens: range.clone() });
        self.blocks.push(Block { span, role: Role::Body, score: 1.0, tokens: range });
    }
}

fn span_of(tokens: &[Token], range: &Range<usize>) -> ByteSpan {
    let tokens = tokens.get(range.clone()).unwrap_or_default();
    match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => ByteSpan { start: first.span.start, end: last.span.end },
        _ => ByteSpan::default(),
    }
}

/// The layout of `text` whose units have the roles `assigned`.
pub fn build(text: &str, tokens: &[Token], units: &[Unit], assigned: &[Assigned]) -> Layout {
    let mut layout = Layout::default();
    let mut wrapped = false;
    for (unit, assigned) in units.iter().zip(assigned) {
        match layout.blocks.last_mut() {
            Some(last) if !unit.gap && last.role == assigned.role && !last.role.is_content() => {
                last.span.end = unit.span.end;
                last.tokens.end = unit.tokens.end;
                last.score = last.score.min(assigned.score);
            }
            _ => {
                split_last(text, tokens, &mut layout, wrapped);
                wrapped = unit.lines > 1;
                layout.blocks.push(Block { span: unit.span, role: assigned.role, score: assigned.score, tokens: unit.tokens.clone() });
            }
        }
    }
    split_last(text, tokens, &mut layout, wrapped);
    layout
}

/// Splits the last block, now complete, into sentences.
fn split_last(text: &str, tokens: &[Token], layout: &mut Layout, wrapped: bool) {
    let Some(block) = layout.blocks.last() else { return };
    let pauses = block.role == Role::Headline;
    let index = layout.blocks.len() - 1;
    for range in sentence::split(text, tokens, block.tokens.clone(), pauses, !wrapped) {
        layout.sentences.push(Sentence { span: span_of(tokens, &range), block: index, tokens: range });
    }
}
