//! Two amounts as one: «بين ٢٫٤ و٢٫٧ في المئة», «من 3 إلى 9 درجات», «10-20 دولارا».
//!
//! «ارتفع من 10 إلى 15» tells of two numbers, not of a range; «3-1» is a score.

use super::amount::{Amount, Reader};
use super::words::CHANGE;
use super::{InTime, QuantityKind};
use crate::content::numerals::Numeral;
use crate::text::ByteSpan;

/// How far before من a verb of change makes two numbers of it.
const REACH: usize = 8;

impl Reader<'_> {
    fn changes(&self, at: usize) -> bool {
        let from = at.saturating_sub(REACH).max(self.tokens.start);
        self.view.words(from..at).any(|w| CHANGE.contains(&w.facts.lemma))
    }

    /// What joins the ends: the token behind it, and whether it was a dash.
    fn joint(&self, at: usize, opening: &str) -> Option<(usize, bool)> {
        let sign = self.word(at).is_some_and(|w| matches!(w.surface, "-" | "\u{2013}" | "~" | "\u{2014}" | "−"));
        match opening {
            "بين" | "وبين" => match self.letters(at) {
                "و" | "وبين" => Some((at + 1, false)),
                _ => (self.number(at).is_some_and(|n| n.conjunction) || self.joined_dual(at)).then_some((at, false)),
            }
            .or(sign.then_some((at + 1, true))),
            "من" | "ومن" => match self.letters(at) {
                "الي" | "حتي" | "والي" | "وحتي" => Some((at + 1, false)),
                _ if sign => Some((at + 1, true)),
                _ => self.number(at).is_some_and(|n| n.preposition == Some('ل')).then_some((at, false)),
            },
            _ if sign => Some((at + 1, true)),
            _ => (self.letters(at) == "الي").then_some((at + 1, false)),
        }
    }

    fn joined_dual(&self, at: usize) -> bool {
        self.word(at).is_some_and(|w| w.facts.conjunction().is_some() && w.facts.tag.is_some_and(|t| t.number == b'D'))
    }

    fn scaled(first: &Numeral, last: &Numeral, low: f64, high: f64) -> f64 {
        // «100 و400 مليون»
        let scale = last.scale;
        if scale > 1.0 && first.scale == 1.0 && low * scale < high && low < 1000.0 { low * scale } else { low }
    }

    /// The range whose first number is at a token.
    pub fn range(&self, at: usize) -> Option<Amount> {
        let opening = at.checked_sub(1).map_or("", |b| self.letters(b));
        let first = self.number(at);
        if first.is_some_and(|n| n.ordinal() || n.conjunction && opening != "بين") {
            return None;
        }
        let low_unit = self.amount(at);
        let first_end = match (first, &low_unit) {
            (Some(number), None) => number.tokens.end,
            (_, Some(amount)) if amount.kind != QuantityKind::Ordinal => amount.tokens.end,
            _ => return None,
        };
        // A unit of its own is read again; a bare number may have taken no noun.
        let ends = [first_end, first.map_or(first_end, |n| n.tokens.end)];
        let (next, dash) = ends.into_iter().find_map(|end| self.joint(end, opening))?;
        if matches!(opening, "من" | "ومن") && self.changes(at) {
            return None;
        }
        let last = self.amount(next).filter(|a| a.upper.is_none() && a.kind != QuantityKind::Ordinal)?;
        let low = low_unit.as_ref().map(|a| a.value).or(first.map(|n| n.value))?;
        let low = match (first, self.number(next)) {
            (Some(first), Some(last_number)) => Self::scaled(first, last_number, low, last.value),
            _ => low,
        };
        if low >= last.value {
            return None;
        }
        let span_start = first.map(|n| n.span.start).or(low_unit.as_ref().map(|a| a.span.start))?;
        let bare = last.kind == QuantityKind::Cardinal && last.unit.is_none();
        let same = low_unit
            .as_ref()
            .is_none_or(|a| if a.kind == QuantityKind::Cardinal { a.unit.is_none() || a.unit == last.unit } else { a.kind == last.kind });
        let time = self.in_time(ByteSpan::new(span_start as usize, span_start as usize + 1));
        if !same || time == InTime::Date || time == InTime::Clock {
            return None;
        }
        // A score, or two numbers that a dash keeps apart.
        if dash && bare && (!self.short && last.value < 200.0 || low < 1.0) {
            return None;
        }
        if opening.is_empty() && !dash && bare && self.letters(next.saturating_sub(1)) != "الي" {
            return None;
        }
        if !matches!(opening, "بين" | "وبين" | "من" | "ومن") && !dash && (bare || self.changes(at)) && !self.short {
            return None;
        }
        let unit = if last.kind == QuantityKind::Percent { Some("%".into()) } else { last.unit };
        Some(Amount {
            tokens: at..last.tokens.end,
            first: at,
            span: ByteSpan::new(span_start as usize, last.span.end as usize),
            kind: QuantityKind::Range,
            value: low,
            upper: Some(last.value),
            unit,
            currency: last.currency,
            vague: false,
            why: "range",
        })
    }
}
