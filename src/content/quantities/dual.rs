//! Duals, and numbers that stand behind their noun: «شخصان», «المواد الأربع», «هدف واحد», «متهمين اثنين».

use std::collections::HashSet;
use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;

use super::amount::{Amount, Reader};
use super::words::SINGLE;
use super::{InTime, QuantityKind, noun};
use crate::content::numerals::affix::{cut, without};
use crate::content::numerals::{self, Numeral};
use crate::content::times::words::{Count, Unit, entry};
use crate::content::view::{Facts, View, Word};
use crate::lexicon::PartOfSpeech;
use crate::morph::Upos;
use crate::text::ByteSpan;

/// The duals that a text says beyond doubt, by their stems.
#[derive(Debug)]
pub struct Duals {
    stems: HashSet<String, FxBuildHasher>,
    oblique: HashSet<String, FxBuildHasher>,
    digest: u64,
}

impl Duals {
    /// Gathers them: nouns in ان, and nouns before اثنين; what also stands in ون is left out.
    pub fn new(view: &View<'_>, numerals: &[Numeral]) -> Duals {
        let nominal = |facts: &Facts| matches!(facts.upos, Upos::Noun | Upos::Adj | Upos::Propn);
        let stem = |core: &str, ending: &str| core.strip_suffix(ending).filter(|s| s.chars().count() > 2).map(str::to_owned);
        let ending = |ending: &'static str| view.distinct().filter(move |f| nominal(f)).filter_map(move |f| stem(&f.core, ending));
        let dual = view.distinct().filter(|f| nominal(f) && (f.tag.is_some_and(|t| t.number == b'D') || !f.known && f.article()));
        let mut stems: HashSet<String, FxBuildHasher> = dual.filter_map(|f| stem(&f.core, "ان")).collect();
        let two = numerals.iter().filter(|n| n.value == 2.0 && !n.digits && n.cardinal());
        let before = two.filter_map(|n| n.tokens.start.checked_sub(1).and_then(|b| view.word(b)));
        stems.extend(before.filter_map(|w| stem(&w.facts.core, "ين")));
        for plural in ending("ون") {
            stems.remove(&plural);
        }
        let oblique: HashSet<String, FxBuildHasher> = ending("ين").collect();
        // Sets have no order, so neither has the sum.
        let sum = |set: &HashSet<String, FxBuildHasher>| set.iter().fold(0u64, |sum, stem| sum.wrapping_add(FxBuildHasher.hash_one(stem)));
        let digest = sum(&stems).wrapping_add(sum(&oblique).rotate_left(32));
        Duals { stems, oblique, digest }
    }

    /// Equal for texts that say the same duals.
    pub fn digest(&self) -> u64 {
        self.digest
    }

    /// Whether the text says the dual of this word in the other ending: ان of one in ين, ين of one in ان.
    fn said(&self, core: &str) -> bool {
        let oblique = core.strip_suffix("ين").is_some_and(|stem| self.stems.contains(stem));
        oblique || core.strip_suffix("ان").is_some_and(|stem| self.oblique.contains(stem))
    }
}

/// Whether the plural of a noun may be written as its dual is: one that takes the endings of an adjective.
fn takes_plural_ending(word: &Word<'_>) -> bool {
    word.facts.tag.is_some_and(|t| t.pos == PartOfSpeech::Person.code() || t.pos == PartOfSpeech::Adjective.code())
}

impl Reader<'_> {
    /// «المواد الأربع», «هدف واحد», «متهمين اثنين»: the number as an adjective of its noun.
    pub(super) fn noun_first(&self, at: usize) -> Option<Amount> {
        let noun = self.word(at).filter(Word::is_word)?;
        let tag = noun.facts.tag.filter(|t| matches!(t.upos, Upos::Noun | Upos::Adj | Upos::Propn))?;
        let number = self.number(at + 1).filter(|n| n.cardinal() && !n.digits && !n.conjunction && n.preposition.is_none())?;
        let dual = tag.number == b'D' || self.dual_ending(&noun);
        let agrees = if number.one {
            // «اليوم الواحد» is no count.
            !tag.definite() && !number.article && tag.number != b'P' && tag.number != b'D'
        } else if number.value == 2.0 {
            let ending = noun.facts.core.ends_with("ين") || noun.facts.core.ends_with("ان");
            dual || ending && tag.number == b'P'
        } else {
            let adjective = number.article && noun.facts.article() && number.value < 1000.0;
            adjective && (tag.number == b'P' || noun::time_unit(&noun).is_some_and(|(_, c)| c == Count::Many))
        };
        // «أربعة رجال» is read at its number; a number that ends before the noun owns it.
        if !agrees || numerals::ending(self.numerals, at).is_some_and(|n| n.cardinal() && number.value > 2.0) {
            return None;
        }
        if self.in_time(noun.span) == InTime::Clock || number.one && self.next_is_count(number) {
            return None;
        }
        let tokens = at..number.tokens.end;
        let start = noun.after_proclitics().start;
        if let Some(found) = self.unit(at, at + 1) {
            let mut amount = self.known(tokens.clone(), at, start, number.value, *found.entry);
            amount.span.end = amount.span.end.max(number.span.end);
            return Some(amount);
        }
        Some(Amount {
            span: ByteSpan::new(start as usize, number.span.end as usize),
            first: at,
            tokens,
            kind: QuantityKind::Cardinal,
            value: number.value,
            upper: None,
            unit: Some(noun::singular(self.view, &noun)),
            currency: None,
            vague: false,
            why: "noun and number",
        })
    }

    /// Whether «واحد» starts «واحد من», or more numbers follow.
    pub(super) fn next_is_count(&self, number: &Numeral) -> bool {
        self.number(number.tokens.end).is_some_and(|n| !n.conjunction && n.preposition.is_none() && n.cardinal() && !n.digits)
    }

    /// Whether the spelling alone shows a dual: تين and تان.
    pub(super) fn dual_ending(&self, word: &Word<'_>) -> bool {
        let core = word.facts.core.as_str();
        (core.ends_with("تين") || core.ends_with("تان")) && core.chars().count() > 4
    }

    /// A noun in the dual.
    pub(super) fn dual(&self, at: usize) -> Option<Amount> {
        let word = self.word(at).filter(Word::is_word)?;
        let time = noun::time_unit(&word);
        let clock = self.in_time(word.span) == InTime::Clock;
        let construct = matches!(word.facts.core.chars().last(), Some('ي' | 'ا'));
        if clock {
            return None;
        }
        let found = self.unit(at, self.tokens.end).filter(|m| m.entry.dual && !word.facts.pronoun());
        if let Some(found) = found {
            let start = without(&word, found.front.letters).start;
            return Some(self.known(at..found.end, at, start, 2.0, *found.entry));
        }
        let time_dual = matches!(time, Some((unit, Count::Two)) if unit != Unit::Night)
            && !construct
            && !(word.facts.folded.starts_with("ال") && self.number(at + 1).is_some_and(|n| n.digits));
        // «المتهمين» is dual where the text says «متهمان» or «متهمين اثنين».
        let said =
            word.facts.core.ends_with("ين") && matches!(word.facts.upos, Upos::Noun | Upos::Adj) && self.duals.said(&word.facts.core);
        let guessed = !word.facts.known && word.facts.core.ends_with("ان") && word.facts.article() && self.duals.said(&word.facts.core);
        let pronoun = word.facts.pronoun();
        let dual = word.facts.tag.is_some_and(|t| t.number == b'D');
        let tagged = said && !pronoun || guessed || dual && !pronoun && self.is_noun(&word);
        if !(time_dual || tagged && time.is_none()) {
            return None;
        }
        if self.in_time(word.span) == InTime::Date && !time_dual || matches!(word.facts.lemma.as_str(), "كلا" | "اثنان" | "بين" | "اثن")
        {
            return None;
        }
        let start = if time_dual { time_start(&word) } else { word.after_proclitics().start };
        Some(Amount {
            span: ByteSpan::new(start as usize, word.without_clitics().end as usize),
            first: at,
            tokens: at..at + 1,
            kind: QuantityKind::Cardinal,
            value: 2.0,
            upper: None,
            unit: Some(noun::singular(self.view, &word)),
            currency: None,
            vague: false,
            why: "dual",
        })
    }

    /// Whether a dual is a noun of its own: an adjective is where its ending is no plural's, and no dual stands before it; a
    /// construct where a noun follows and none is described by it («وزيري خارجية», not «المنخفض قطبي المنشأ»).
    fn is_noun(&self, word: &Word<'_>) -> bool {
        let core = word.facts.core.as_str();
        let before = word.at.checked_sub(1).and_then(|b| self.word(b));
        match core.chars().last() {
            // The alef of «مساعدا» is more often an accusative's.
            Some('ا') => false,
            Some('ي') => {
                let next = self.word(word.at + 1).is_some_and(|w| {
                    w.is_word()
                        && matches!(w.facts.upos, Upos::Noun | Upos::Propn)
                        && w.facts.preposition().is_none()
                        && w.facts.conjunction().is_none()
                });
                let described = before.is_some_and(|w| w.is_word() && matches!(w.facts.upos, Upos::Noun | Upos::Propn | Upos::Adj))
                    && word.facts.preposition().is_none()
                    && word.facts.conjunction().is_none();
                next && !word.facts.article() && word.facts.upos == Upos::Noun && !described
            }
            _ if self.dual_ending(word) => word.facts.upos == Upos::Noun || !self.after_dual(word.at),
            Some('ن') if core.ends_with("ين") && (word.facts.upos == Upos::Adj || takes_plural_ending(word)) => self.duals.said(core),
            Some('ن') if word.facts.upos == Upos::Adj => {
                let described = before.is_some_and(|w| w.is_word() && matches!(w.facts.upos, Upos::Noun | Upos::Propn | Upos::Adj));
                !described
            }
            Some('ن') => word.facts.upos == Upos::Noun && !SINGLE.contains(core),
            _ => false,
        }
    }

    /// Whether a dual noun stands before an adjective that agrees with it.
    pub(super) fn after_dual(&self, at: usize) -> bool {
        (1..=2).any(|back| {
            at.checked_sub(back)
                .and_then(|b| self.word(b))
                .is_some_and(|w| w.facts.tag.is_some_and(|t| t.number == b'D') || self.dual_ending(&w))
        })
    }
}

/// The start of a unit of time without its clitics.
fn time_start(word: &Word<'_>) -> u32 {
    let front = cut(&word.facts.folded, entry).map_or(0, |hit| hit.front.letters);
    without(word, front).start
}
