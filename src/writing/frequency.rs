//! Word types: which words a text uses, how often, and where.
//!
//! Tokens are grouped by their folded spelling, so «إدارة», «اداره» and «إدارةٌ» are one type, shown in the spelling the
//! text uses most. Each distinct spelling is folded once; a token costs one look-up by its surface.

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

use crate::data;
use crate::layout::{Layout, Token, TokenKind};
use crate::text::fold::{Folding, fold, fold_into};
use crate::text::strings::Collector;

static CLOSED: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| data::columns::<1>(data::CLOSED_CLASS).map(|[word]| fold(word, Folding::Full)).collect());

/// Whether a word, folded in full, is a function word, with or without a conjunction in front.
pub fn is_closed(folded: &str) -> bool {
    let bare = folded.strip_prefix(['و', 'ف']).filter(|rest| rest.chars().count() >= 2);
    CLOSED.contains(folded) || bare.is_some_and(|rest| CLOSED.contains(rest))
}

/// The types of a text, most frequent first, then by the order of their first letters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WordTable {
    /// The most frequent spelling of each type.
    pub forms: Vec<String>,
    /// How often each occurs.
    pub counts: Vec<u32>,
    /// Whether it is a function word.
    pub closed: Vec<bool>,
    /// Where the tokens of type `i` stand in `tokens`: `offsets[i]..offsets[i + 1]`.
    pub offsets: Vec<u32>,
    /// Token indices, ascending inside each type.
    pub tokens: Vec<u32>,
}

impl WordTable {
    /// Token indices of type `i`.
    pub fn occurrences(&self, i: usize) -> &[u32] {
        let range = self.offsets.get(i).zip(self.offsets.get(i + 1)).map(|(&a, &b)| a as usize..b as usize);
        range.and_then(|r| self.tokens.get(r)).unwrap_or_default()
    }
}

/// Counts words, sentence by sentence, so that long texts can be counted in steps.
#[derive(Debug)]
pub struct Counter {
    folding: Folding,
    spellings: Collector,
    /// For each spelling: its type and its count.
    spelling_types: Vec<(u32, u32)>,
    /// Types, by their folded form.
    types: Collector,
    /// The form that is being folded.
    folded: String,
    /// (type, token), in text order.
    seen: Vec<(u32, u32)>,
    next_sentence: usize,
}

impl Counter {
    /// Starts with nothing counted.
    pub fn new(folding: Folding) -> Self {
        Self {
            folding,
            spellings: Collector::default(),
            spelling_types: Vec::new(),
            types: Collector::default(),
            folded: String::new(),
            seen: Vec::new(),
            next_sentence: 0,
        }
    }

    /// Counts on through about `tokens_wanted` more tokens; whether the end was reached.
    pub fn step(&mut self, text: &str, tokens: &[Token], layout: &Layout, tokens_wanted: usize) -> bool {
        let mut left = tokens_wanted;
        while let Some(sentence) = layout.sentences.get(self.next_sentence) {
            if left == 0 {
                return false;
            }
            self.next_sentence += 1;
            if !layout.blocks.get(sentence.block).is_some_and(|b| b.role.is_content()) {
                continue;
            }
            for i in sentence.tokens.clone() {
                if let Some(token) = tokens.get(i).filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Latin)) {
                    self.count(token.span.of(text), i);
                }
            }
            left = left.saturating_sub(sentence.tokens.len());
        }
        true
    }

    fn count(&mut self, surface: &str, token: usize) {
        let spelling = self.spellings.number(surface);
        if spelling as usize == self.spelling_types.len() {
            self.folded.clear();
            fold_into(surface, self.folding, &mut self.folded);
            self.spelling_types.push((self.types.number(&self.folded), 0));
        }
        if let Some((word_type, count)) = self.spelling_types.get_mut(spelling as usize) {
            *count += 1;
            self.seen.push((*word_type, u32::try_from(token).unwrap_or(u32::MAX)));
        }
    }

    /// How many words have been counted.
    pub fn words(&self) -> usize {
        self.seen.len()
    }

    /// The table of what was counted.
    pub fn finish(self) -> WordTable {
        let (spellings, keys) = (self.spellings.finish(), self.types.finish());
        let n = keys.len();
        let mut counts = vec![0u32; n];
        for &(word_type, _) in &self.seen {
            bump(&mut counts, word_type);
        }
        let mut forms: Vec<(u32, &str)> = vec![(0, ""); n];
        for (surface, &(word_type, count)) in spellings.iter().zip(&self.spelling_types) {
            if let Some(best) = forms.get_mut(word_type as usize) {
                // Ties go to the spelling that sorts first, whichever came first.
                if (count, best.1) > (best.0, surface) || best.1.is_empty() {
                    *best = (count, surface);
                }
            }
        }
        let mut order: Vec<u32> = (0..u32::try_from(n).unwrap_or(u32::MAX)).collect();
        // The first letters tell most forms apart; comparing strings costs more.
        let begins = |form: &str| form.bytes().chain(std::iter::repeat(0)).take(8).fold(0u64, |all, byte| all << 8 | u64::from(byte));
        let heads: Vec<(std::cmp::Reverse<u32>, u64)> =
            (counts.iter().zip(&forms)).map(|(&n, f)| (std::cmp::Reverse(n), begins(f.1))).collect();
        let (head, form) = (|t: u32| heads.get(t as usize), |t: u32| forms.get(t as usize).map(|f| f.1));
        order.sort_unstable_by(|&a, &b| head(a).cmp(&head(b)).then_with(|| form(a).cmp(&form(b))));

        let mut rank = vec![0u32; n];
        let mut table = WordTable { offsets: vec![0], ..WordTable::default() };
        let mut total = 0u32;
        for (place, &t) in order.iter().enumerate() {
            let (count, form) = (counts.get(t as usize).copied().unwrap_or(0), forms.get(t as usize).map_or("", |f| f.1));
            if let Some(slot) = rank.get_mut(t as usize) {
                *slot = u32::try_from(place).unwrap_or(u32::MAX);
            }
            total += count;
            table.offsets.push(total);
            table.counts.push(count);
            let folded = keys.get(t);
            table.closed.push(if self.folding == Folding::Full { is_closed(folded) } else { is_closed(&fold(form, Folding::Full)) });
            table.forms.push(form.to_string());
        }
        // Each type's tokens go behind each other, in text order, from the type's offset on.
        let mut fill: Vec<u32> = table.offsets.clone();
        table.tokens = vec![0; self.seen.len()];
        for &(word_type, token) in &self.seen {
            let place = rank.get(word_type as usize).map_or(0, |&r| r as usize);
            if let Some(next) = fill.get_mut(place) {
                if let Some(slot) = table.tokens.get_mut(*next as usize) {
                    *slot = token;
                }
                *next += 1;
            }
        }
        table
    }
}

fn bump(counts: &mut [u32], i: u32) {
    if let Some(count) = counts.get_mut(i as usize) {
        *count += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::lay_out_horizontal;

    fn table(text: &str, folding: Folding) -> WordTable {
        let (tokens, layout) = lay_out_horizontal(text);
        let mut counter = Counter::new(folding);
        while !counter.step(text, &tokens, &layout, 1) {}
        counter.finish()
    }

    #[test]
    fn spellings_are_one_type_by_folding() {
        let text = "الإدارة و الادارة\nالإدارةُ الإدارة في";
        let full = table(text, Folding::Full);
        assert_eq!(full.forms[0], "الإدارة");
        assert_eq!(full.counts[0], 4);
        assert_eq!(full.occurrences(0), [0, 2, 3, 4]);
        assert_eq!(table(text, Folding::Light).counts[0], 3);
        assert_eq!(table(text, Folding::Exact).counts[0], 2);
    }

    #[test]
    fn function_words_are_marked() {
        let table = table("في المدرسة وفي البيت", Folding::Full);
        let closed: Vec<&str> = table.forms.iter().zip(&table.closed).filter(|(_, c)| **c).map(|(f, _)| f.as_str()).collect();
        assert_eq!(closed, ["في", "وفي"]);
    }
}
