//! Ordinal numbers as quantities: the ordinal word alone, no month, no king's number.

use super::amount::{Amount, Reader};
use super::{InTime, QuantityKind};
use crate::morph::Upos;

impl Reader<'_> {
    /// The ordinal at a token.
    pub fn ordinal(&self, at: usize) -> Option<Amount> {
        let number = self.number(at).filter(|n| n.ordinal())?;
        if self.in_time(number.span) != InTime::No {
            return None;
        }
        let word = self.word(at)?;
        let before = at.checked_sub(1).and_then(|b| self.word(b));
        // محمد السادس, بنديكت السادس عشر
        let king = before.is_some_and(|w| w.is_word() && w.facts.upos == Upos::Propn && !w.facts.article() && w.facts.known);
        if king && number.article {
            return None;
        }
        let letters = word.facts.folded.as_str();
        // أولي and أوّلي are one when folded; the lemma tells them apart, or the article of a sloppy الاولي.
        if letters.ends_with("ولي") && !number.article && word.surface.ends_with('ي') {
            return None;
        }
        // «ثانيا،» opens a point of a list.
        if letters.ends_with('ا')
            && !before.is_some_and(|w| {
                w.is_word() && w.facts.tag.is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Adj | Upos::Verb | Upos::Propn))
            })
        {
            return None;
        }
        let verb = word.facts.tag.is_some_and(|t| t.upos == Upos::Verb) && !number.article;
        if verb && number.tokens.len() == 1 && !matches!(letters, "اول" | "ثالث" | "ثاني" | "رابع" | "خامس") {
            return None;
        }
        Some(Amount {
            tokens: number.tokens.clone(),
            first: at,
            span: number.span,
            kind: QuantityKind::Ordinal,
            value: number.value,
            upper: None,
            unit: None,
            currency: None,
            vague: false,
            why: "ordinal",
        })
    }
}
