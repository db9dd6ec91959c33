//! Punctuation: the spaces around it, Latin marks in Arabic, marks that stand several times, quotation marks and brackets alone.
//!
//! Which way a straight or English quotation mark faces is told by what touches it, and where that says nothing by whether one is
//! open. An opening mark may be repeated at the head of each paragraph of a long quotation; then none of them is alone.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Correction, Rule, Source, Tier};
use crate::layout::{Token, TokenKind};
use crate::text::ByteSpan;
use crate::text::chars::{self, Class, class};

/// Which way a mark faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Open,
    Close,
}

/// So many spaces or more are a layout of the writer's (the halves of a verse, a column), not a slip.
const COLUMN: usize = 4;

/// Corrections of the marks of a block.
pub fn read(source: &Source<'_>, range: Range<usize>, out: &mut Vec<Correction>) {
    let Some(tokens) = source.tokens.get(range) else { return };
    let block = Block::new(source.text, tokens);
    let sides = block.sides(out);
    for (at, token) in tokens.iter().enumerate() {
        if at > 0 {
            block.gap(at, &sides, out);
        }
        if token.kind == TokenKind::Punct {
            block.mark(at, out);
        }
    }
}

struct Block<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// For each token, the kinds of the nearest tokens before and after it that are no marks.
    beside: Vec<[Option<TokenKind>; 2]>,
}

impl<'a> Block<'a> {
    fn new(text: &'a str, tokens: &'a [Token]) -> Block<'a> {
        let mut beside = vec![[None; 2]; tokens.len()];
        for side in 0..2 {
            let mut nearest = None;
            let places: Box<dyn Iterator<Item = usize>> =
                if side == 0 { Box::new(0..tokens.len()) } else { Box::new((0..tokens.len()).rev()) };
            for at in places {
                if let Some(slot) = beside.get_mut(at).and_then(|both| both.get_mut(side)) {
                    *slot = nearest;
                }
                nearest = tokens.get(at).map(|t| t.kind).filter(|&k| k != TokenKind::Punct).or(nearest);
            }
        }
        Block { text, tokens, beside }
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| t.span.of(self.text))
    }

    fn kind(&self, at: Option<usize>) -> Option<TokenKind> {
        Some(self.tokens.get(at?)?.kind)
    }

    /// What lies between a token and the one before it.
    fn space_before(&self, at: usize) -> ByteSpan {
        match (at.checked_sub(1).and_then(|b| self.tokens.get(b)), self.tokens.get(at)) {
            (Some(before), Some(token)) => ByteSpan { start: before.span.end, end: token.span.start },
            _ => ByteSpan::default(),
        }
    }

    /// Whether nothing is seen between a token and the one before it.
    fn touches(&self, at: usize) -> bool {
        at > 0 && at < self.tokens.len() && self.space_before(at).of(self.text).chars().all(is_hidden)
    }

    fn is_lettered(&self, at: usize) -> bool {
        matches!(self.kind(Some(at)), Some(TokenKind::Word | TokenKind::Latin | TokenKind::Number | TokenKind::Hashtag | TokenKind::Handle))
    }

    /// Which way each quotation mark and bracket that has a partner faces; those that have none are noted.
    fn sides(&self, out: &mut Vec<Correction>) -> Vec<Option<Side>> {
        let mut sides = vec![None; self.tokens.len()];
        let mut face = |at: usize, side: Side| {
            if let Some(slot) = sides.get_mut(at) {
                *slot = Some(side);
            }
        };
        // (opening character, position) of what is open, and how many there are of each: a mark looks back only where it finds its partner.
        let mut open: Vec<(char, usize)> = Vec::new();
        let mut counts: BTreeMap<char, usize> = BTreeMap::new();
        for (at, token) in self.tokens.iter().enumerate() {
            let mut chars = token.span.of(self.text).chars();
            let (Some(c), None) = (chars.next(), chars.next()) else { continue };
            let rule = if is_double_quote(c) { Rule::UnbalancedQuote } else { Rule::UnbalancedBracket };
            let family = family(c);
            if family == ' ' {
                continue;
            }
            let is_open = counts.get(&family).is_some_and(|&count| count > 0);
            match self.side(at, c, is_open) {
                Side::Open => {
                    open.push((family, at));
                    *counts.entry(family).or_default() += 1;
                }
                Side::Close => match is_open.then(|| open.iter().rposition(|&(f, _)| f == family)).flatten() {
                    Some(place) => {
                        let mut closed = open.drain(place..).inspect(|(family, _)| {
                            counts.entry(*family).and_modify(|count| *count = count.saturating_sub(1));
                        });
                        if let Some((_, partner)) = closed.next() {
                            face(partner, Side::Open);
                            face(at, Side::Close);
                        }
                        for (_, alone) in closed {
                            self.alone(alone, out);
                        }
                    }
                    None if self.is_list_mark(at) => {}
                    None => out.push(alone(token.span, rule)),
                },
            }
        }
        // A quotation that goes on in the next paragraph is left open.
        for (_, at) in open {
            self.alone(at, out);
        }
        sides
    }

    fn alone(&self, at: usize, out: &mut Vec<Correction>) {
        let Some(token) = self.tokens.get(at) else { return };
        let quote = self.word(at).chars().next().is_some_and(is_double_quote);
        out.push(alone(token.span, if quote { Rule::UnbalancedQuote } else { Rule::UnbalancedBracket }));
    }

    fn side(&self, at: usize, c: char, is_open: bool) -> Side {
        if matches!(c, '(' | '[' | '{' | '\u{FD3F}') {
            return Side::Open;
        }
        if matches!(c, ')' | ']' | '}' | '\u{FD3E}') {
            return Side::Close;
        }
        let left = self.touches(at) && (self.is_lettered(at - 1) || self.word(at - 1).ends_with(is_stop));
        let right = self.touches(at + 1) && self.is_lettered(at + 1);
        match (left, right) {
            (false, true) => Side::Open,
            (true, false) => Side::Close,
            _ if chars::is_opener(c) => Side::Open,
            _ if chars::is_closer(c) => Side::Close,
            _ if is_open => Side::Close,
            _ => Side::Open,
        }
    }

    /// `1)` and `أ)` head a line of a list; `:)` smiles.
    fn is_list_mark(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|b| self.word(b)).unwrap_or_default();
        at == 0 || self.touches(at) && (matches!(before, ":" | ";" | "=" | "؛" | ":-") || before.chars().count() <= 2 && at == 1)
    }

    /// The space between a token and the one before it.
    fn gap(&self, at: usize, sides: &[Option<Side>], out: &mut Vec<Correction>) {
        let gap = self.space_before(at);
        let (mark, before) = (self.word(at), self.word(at - 1));
        if self.touches(at) {
            return self.missing(at, out);
        }
        // What is hidden in the gap goes with its spaces.
        let seen = || gap.of(self.text).chars().filter(|&c| !is_hidden(c));
        if !seen().all(is_space) {
            return;
        }
        let side = |at: usize| sides.get(at).copied().flatten();
        let after = mark.chars().next().unwrap_or(' ');
        if side(at) == Some(Side::Close) || side(at - 1) == Some(Side::Open) {
            out.push(Correction::certain(gap, Rule::SpaceInQuotes, ""));
        } else if self.stands_close(at) && !before.ends_with(['(', '[', '{', '-', '–', '—', '*', '/', '|']) {
            out.push(Correction::certain(gap, Rule::SpaceBeforeMark, ""));
        } else if (2..COLUMN).contains(&seen().count()) && class(after) != Class::Symbol {
            out.push(Correction::certain(gap, Rule::DoubleSpace, " "));
        }
    }

    /// Whether a token is a mark that no space stands before.
    fn stands_close(&self, at: usize) -> bool {
        if self.kind(Some(at)) != Some(TokenKind::Punct)
            || matches!(self.kind(at.checked_sub(1)), Some(TokenKind::Emoji | TokenKind::Symbol))
        {
            return false;
        }
        let numbers = self.kind(at.checked_sub(1)) == Some(TokenKind::Number) && self.kind(Some(at + 1)) == Some(TokenKind::Number);
        match self.word(at) {
            "،" | "؛" | "؟" | "!" => true,
            ".." => true,
            "." => !(self.touches(at + 1) && self.is_lettered(at + 1)),
            "," | ";" | "?" => self.in_arabic(at),
            ":" => !(numbers || self.touches(at + 1) && self.kind(Some(at + 1)) == Some(TokenKind::Punct)),
            run => !run.is_empty() && run.chars().all(|c| matches!(c, '!' | '؟')),
        }
    }

    /// Whether a mark stands beside an Arabic word and not beside a Latin one.
    fn in_arabic(&self, at: usize) -> bool {
        let [before, after] = self.beside.get(at).copied().unwrap_or_default();
        let arabic = |kind: Option<TokenKind>| kind == Some(TokenKind::Word);
        let foreign = |kind: Option<TokenKind>| matches!(kind, Some(TokenKind::Latin | TokenKind::Url | TokenKind::Email));
        (arabic(before) || arabic(after)) && !(foreign(before) && foreign(after))
    }

    /// A space that is missing before a token: after a mark that a word follows.
    fn missing(&self, at: usize, out: &mut Vec<Correction>) {
        if at < 2 || self.kind(Some(at)) != Some(TokenKind::Word) || self.kind(at.checked_sub(1)) != Some(TokenKind::Punct) {
            return;
        }
        let letters = |at: usize| self.word(at).chars().filter(|&c| class(c) == Class::Arabic).count();
        let word = |at: usize| self.kind(Some(at)) == Some(TokenKind::Word);
        // A lone و belongs to the word behind it.
        let alone = |at: usize| self.word(at) == "و" && word(at + 1) && letters(at + 1) >= 2;
        let long = |at: usize| letters(at) + usize::from(at.checked_sub(1).is_some_and(alone)) >= 3 || alone(at);
        let word_before = self.kind(at.checked_sub(2)) == Some(TokenKind::Word) && self.touches(at - 1);
        let after_number = self.kind(at.checked_sub(2)) == Some(TokenKind::Number);
        let quoted = self.word(at - 2).chars().next().is_some_and(|c| chars::is_quote(c) || chars::is_closer(c));
        let run = self.word(at - 1);
        let first = run.chars().next().filter(|&c| run.chars().all(|other| other == c));
        let needs = match first.map_or(run, |c| run.get(..c.len_utf8()).unwrap_or(run)) {
            "،" | "؛" | "؟" | "!" => word_before || after_number || quoted,
            "," | ";" | "?" => self.in_arabic(at - 1) && (word_before || after_number || quoted),
            // Stops stand in abbreviations and initials, colons in ratios and prefixes of one letter.
            "." | ":" if run.len() == 1 => word_before && long(at) && long(at - 2),
            _ => false,
        };
        if needs {
            let start = self.tokens.get(at).map_or(0, |t| t.span.start);
            out.push(Correction::certain(ByteSpan { start, end: start }, Rule::SpaceAfterMark, " "));
        }
    }

    /// The mark itself.
    fn mark(&self, at: usize, out: &mut Vec<Correction>) {
        let Some(token) = self.tokens.get(at) else { return };
        let text = self.word(at);
        let arabic = self.in_arabic(at);
        let latin = match text {
            "," if !self.between_numbers(at) => Some((Rule::LatinComma, "،")),
            ";" => Some((Rule::LatinSemicolon, "؛")),
            "?" => Some((Rule::LatinQuestionMark, "؟")),
            _ => None,
        };
        let latin = latin.filter(|_| arabic);
        let shown = latin.map_or(text, |(_, to)| to);
        if matches!(shown, "،" | "؛") && at > 0 && self.is_again(at, shown) {
            // The space between them goes with the second.
            let span = ByteSpan { start: self.space_before(at).start, end: token.span.end };
            return out.push(Correction::certain(span, Rule::RepeatedMark, ""));
        }
        if let Some((rule, to)) = latin {
            return out.push(Correction::certain(token.span, rule, to));
        }
        let mut chars = text.chars();
        let (Some(first), count) = (chars.next(), text.chars().count()) else { return };
        if count > 1 && matches!(first, '!' | '؟' | '?') && text.chars().all(|c| c == first) {
            let one = if first == '?' && self.in_arabic(at) { '؟' } else { first };
            out.push(Correction::certain(token.span, Rule::RepeatedMark, one));
        }
    }

    /// Whether the token before is the same mark, Arabic or Latin.
    fn is_again(&self, at: usize, mark: &str) -> bool {
        let spaces = self.space_before(at).of(self.text).chars().all(|c| is_space(c) || is_hidden(c));
        spaces && matches!((self.word(at - 1), mark), ("،" | ",", "،") | ("؛" | ";", "؛"))
    }

    fn between_numbers(&self, at: usize) -> bool {
        self.kind(at.checked_sub(1)) == Some(TokenKind::Number) && self.kind(Some(at + 1)) == Some(TokenKind::Number)
    }
}

fn alone(span: ByteSpan, rule: Rule) -> Correction {
    Correction { span, rule, tier: Tier::Contextual, suggestions: Vec::new(), confidence: 0.8 }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}')
}

fn is_hidden(c: char) -> bool {
    class(c) == Class::Invisible
}

fn is_stop(c: char) -> bool {
    chars::is_terminal(c) || matches!(c, '،' | '؛' | ':' | ',' | ')' | ']' | '»' | '%' | '٪')
}

fn is_double_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201C}'..='\u{201F}' | '\u{00AB}' | '\u{00BB}')
}

/// What a mark may be paired with: marks of one family close each other. Single quotation marks are apostrophes as often.
fn family(c: char) -> char {
    match c {
        '"' | '\u{201C}'..='\u{201F}' => '"',
        '\u{00AB}' | '\u{00BB}' => '«',
        '(' | ')' => '(',
        '[' | ']' => '[',
        '{' | '}' => '{',
        '\u{FD3E}' | '\u{FD3F}' => '\u{FD3F}',
        _ => ' ',
    }
}
