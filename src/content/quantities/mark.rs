//! Digits that are a mark and no number: [1], «1.» of a list, a telephone number, «المادة 12», «كوفيد-19».

use std::ops::Range;

use super::amount::Reader;
use super::hedge;
use super::words::{NUMBERED, ORDERED};
use crate::content::numerals::{self, Numeral};
use crate::content::view::Word;
use crate::layout::TokenKind;
use crate::morph::Upos;

/// The longest name in quotation marks that may end in a number, in tokens.
const QUOTED: usize = 4;

impl Reader<'_> {
    /// Whether a number ends a short name in quotation marks: «واحة 3», صحيفة «الخط الثالث».
    pub(super) fn names(&self, tokens: Range<usize>) -> bool {
        let sign = |at: usize, marks: &[&str]| self.word(at).is_some_and(|w| w.kind != TokenKind::Word && marks.contains(&w.surface));
        if !sign(tokens.end, &["»", "\"", "”", "“"]) {
            return false;
        }
        let from = tokens.start.saturating_sub(QUOTED).max(self.tokens.start);
        let opening = (from..tokens.start).rev().find(|at| sign(*at, &["«", "\"", "“", "”"]));
        let inside = opening.map(|at| at + 1..tokens.start).filter(|inside| !inside.is_empty());
        inside.is_some_and(|inside| {
            !self.view.words(inside).any(|w| w.facts.tag.is_some_and(|t| t.verbal() || t.preposition != 0) || w.facts.upos == Upos::Adp)
        })
    }

    /// Whether digits stand where they are a mark and no number: [1], a list's «1.», a version, a telephone number.
    pub(super) fn is_mark(&self, number: &Numeral) -> bool {
        let Range { start, end } = number.tokens;
        let sign = |at: Option<usize>, marks: &[&str]| {
            at.and_then(|a| self.word(a)).is_some_and(|w| w.kind != TokenKind::Word && marks.contains(&w.surface))
        };
        let before = start.checked_sub(1);
        if !number.digits {
            return false;
        }
        if sign(before, &["["]) && sign(Some(end), &["]"]) {
            return true;
        }
        let list =
            start == self.tokens.start && sign(Some(end), &[".", ")", "-", "–", ":"]) && self.word(end + 1).is_some_and(|w| w.is_word());
        if list {
            return true;
        }
        if sign(before, &["+", "#", "№", "^"]) && !self.view.apart(start) {
            return true;
        }
        // كوفيد-19
        let dash = sign(before, &["-", "\u{2013}", "_", "/", "."]) && !self.view.apart(start);
        let bound = dash
            && before.is_some_and(|b| !self.view.apart(b))
            && before.and_then(|b| self.before(b)).is_some_and(|w| matches!(w.kind, TokenKind::Word | TokenKind::Latin));
        if bound {
            return true;
        }
        let many = |at: Option<usize>| at.and_then(|a| self.word(a)).is_some_and(|w| w.kind == TokenKind::Number);
        let text = self.view.span(number.tokens.clone()).of(self.view.text);
        let long = text.chars().count() >= 7 && text.starts_with(['0', '٠', '۰']) && !text.contains(['.', '٫', ',']);
        long || many(Some(end)) && many(Some(end + 1)) || many(before) && many(before.and_then(|b| b.checked_sub(1)))
    }

    /// Whether a word names what the number behind it is the number of.
    pub(super) fn numbered(&self, number: &Numeral) -> bool {
        let Some(before) = self.before(number.tokens.start) else { return false };
        if before.kind == TokenKind::Latin && number.digits && number.tokens.len() == 1 {
            return true;
        }
        let lemma = before.facts.lemma.as_str();
        let core = before.facts.core.as_str();
        if before.kind != TokenKind::Word {
            return false;
        }
        let named = |list: &[&str]| list.contains(&lemma) || list.contains(&core);
        let of_table = NUMBERED.contains(lemma) || NUMBERED.contains(core);
        // «بوينغ 737»; «الزوراء 3 - 1» is a score.
        let score = self.word(number.tokens.end).is_some_and(|w| matches!(w.surface, "-" | "\u{2013}" | "," | "،"));
        if before.facts.upos == Upos::Propn
            && !before.facts.article()
            && number.digits
            && number.tokens.len() == 1
            && !score
            && before.facts.preposition().is_none()
        {
            return true;
        }
        let definite_words = !number.digits && number.article && named(&["مجموعه", "شارع", "حي", "ميدان"]);
        number.digits && number.value.fract() < 1.0 && of_table && !hedge::before(self.view, number.tokens.start, self.tokens.start)
            || definite_words
    }

    pub(super) fn ordered(&self, number: &Numeral) -> bool {
        let Some(before) = self.before(number.tokens.start).filter(Word::is_word) else { return false };
        let fits = ORDERED.contains(&before.facts.core) && before.facts.article();
        // «الدقيقتين 23 و67»
        let chained = number.conjunction
            && numerals::ending(self.numerals, number.tokens.start.saturating_sub(1)).is_some_and(|first| {
                let noun = first.tokens.start.checked_sub(1).and_then(|b| self.word(b));
                noun.is_some_and(|w| w.facts.core == "دقيقتين")
            });
        (fits || chained) && number.digits && number.whole(1, 9999).is_some()
    }
}
