//! A number with what it counts: «خمسة أشخاص», «٧٫٥٪», «850 ألف جنيه», «المواد الأربع», «شخصان».

use std::ops::Range;

use super::currency::Countries;
use super::dual::Duals;
use super::unit::{self, Known};
use super::{InTime, QuantityKind, hedge, in_time, noun};
use crate::content::numerals::phrases::Match;
use crate::content::numerals::{self, Numeral, NumeralKind};
use crate::content::times::Time;
use crate::content::times::words::Unit;
use crate::content::view::{View, Word};
use crate::layout::TokenKind;
use crate::morph::Upos;
use crate::text::ByteSpan;

/// A quantity before it is written out.
#[derive(Debug, Clone)]
pub struct Amount {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The token of the number, before which a hedge may stand.
    pub first: usize,
    /// Where it stands.
    pub span: ByteSpan,
    /// What kind it is.
    pub kind: QuantityKind,
    /// The number, or the lower bound.
    pub value: f64,
    /// The upper bound of a range.
    pub upper: Option<f64>,
    /// What is counted.
    pub unit: Option<String>,
    /// ISO 4217 code.
    pub currency: Option<&'static str>,
    /// Whether the words name no exact number.
    pub vague: bool,
    /// The rule.
    pub why: &'static str,
}

/// Reads the quantities of a sentence.
#[derive(Debug)]
pub struct Reader<'r> {
    pub(super) view: &'r View<'r>,
    pub(super) numerals: &'r [Numeral],
    pub(super) times: &'r [Time],
    pub(super) countries: &'r Countries,
    pub(super) duals: &'r Duals,
    /// Whether the text is a value alone.
    pub(super) short: bool,
    /// The tokens of the sentence.
    pub tokens: Range<usize>,
}

impl<'r> Reader<'r> {
    /// A token of the sentence.
    pub fn word(&self, at: usize) -> Option<Word<'r>> {
        if self.tokens.contains(&at) { self.view.word(at) } else { None }
    }

    /// The folded letters of a token; empty outside the sentence.
    pub fn letters(&self, at: usize) -> &'r str {
        self.word(at).map_or("", |w| w.facts.folded.as_str())
    }

    /// The token before.
    pub fn before(&self, at: usize) -> Option<Word<'r>> {
        at.checked_sub(1).and_then(|b| self.word(b))
    }

    /// The unit or currency at a token and before `limit`.
    pub fn unit(&self, at: usize, limit: usize) -> Option<Match<'static, Known>> {
        let facts = self.view.facts_at(at)?;
        if *facts.worked.unit.get_or_init(|| unit::begins(&facts.folded)) { unit::at(self.view, at, limit) } else { None }
    }

    /// The number that starts at a token.
    pub fn number(&self, at: usize) -> Option<&'r Numeral> {
        numerals::starting(self.numerals, at).filter(|n| n.tokens.end <= self.tokens.end)
    }

    /// How a place lies to the times.
    pub fn in_time(&self, span: ByteSpan) -> InTime {
        in_time(self.times, span)
    }

    /// «في المئة», «بالمئة», «%» behind a number.
    pub fn percent(&self, at: usize) -> Option<usize> {
        let hundred = |at: usize| matches!(self.letters(at), "المئه" | "المائه" | "الميه" | "المايه" | "مئه" | "مائه" | "المءه");
        let sign = self.word(at).is_some_and(|w| w.kind != TokenKind::Word && matches!(w.surface, "%" | "٪" | "﹪" | "％"));
        if sign {
            return Some(at + 1);
        }
        if self.letters(at) == "في" && hundred(at + 1) {
            return Some(at + 2);
        }
        matches!(self.letters(at), "بالمئه" | "بالمائه" | "بالميه" | "بالمايه" | "بالمءه").then_some(at + 1)
    }

    fn below_zero(&self, at: usize) -> Option<usize> {
        (self.letters(at) == "تحت" && matches!(self.letters(at + 1), "الصفر" | "صفر")).then_some(at + 2)
    }

    /// An amount of what a table knows: `value` of it, its words ending before `end`.
    pub fn known(&self, tokens: Range<usize>, first: usize, start: u32, value: f64, known: Known) -> Amount {
        let span = |end: usize| ByteSpan::new(start as usize, self.view.span(tokens.start..end).end as usize);
        let end = tokens.end;
        let Some(family) = known.money else {
            let (value, end) =
                self.below_zero(end).filter(|_| known.unit.starts_with("درج")).map_or((value, end), |end| (-value.abs(), end));
            return Amount {
                tokens: tokens.start..end,
                first,
                span: span(end),
                kind: QuantityKind::Measure,
                value,
                upper: None,
                unit: Some(known.unit.into()),
                currency: None,
                vague: false,
                why: "number and unit",
            };
        };
        if family.starts_with("sub") {
            let unit = Some(known.unit.into());
            return Amount {
                tokens: tokens.clone(),
                first,
                span: span(end),
                kind: QuantityKind::Money,
                value,
                upper: None,
                unit,
                currency: None,
                vague: false,
                why: "number and money",
            };
        }
        let (currency, end) = self.countries.currency(self.view, family, end, self.tokens.end);
        let (value, end) = self.subunits(end, value);
        let unit = if currency.is_some() { None } else { Some(known.unit.into()) };
        Amount {
            tokens: tokens.start..end,
            first,
            span: span(end),
            kind: QuantityKind::Money,
            value,
            upper: None,
            unit,
            currency,
            vague: false,
            why: "number and money",
        }
    }

    /// «و43 سنتا» behind money.
    fn subunits(&self, at: usize, value: f64) -> (f64, usize) {
        let lone = usize::from(self.letters(at) == "و");
        let Some(number) = self.number(at + lone).filter(|n| n.cardinal() && n.whole(0, 999).is_some()) else { return (value, at) };
        let Some(small) = self.unit(number.tokens.end, self.tokens.end).filter(|m| m.entry.money.is_some_and(|m| m.starts_with("sub")))
        else {
            return (value, at);
        };
        (value + number.value * small.entry.factor, small.end)
    }

    fn of_number(&self, number: &Numeral, end: usize, kind: QuantityKind, why: &'static str) -> Amount {
        let tokens = number.tokens.start..end;
        Amount {
            span: ByteSpan::new(number.span.start as usize, self.view.span(tokens.clone()).end as usize),
            first: number.tokens.start,
            tokens,
            kind,
            value: number.value,
            upper: None,
            unit: None,
            currency: None,
            vague: number.kind == NumeralKind::Vague,
            why,
        }
    }

    /// The amount at a token.
    pub fn amount(&self, at: usize) -> Option<Amount> {
        if let Some(found) = self.sign_first(at).or_else(|| self.noun_first(at)) {
            return Some(found);
        }
        match self.number(at) {
            Some(number) => self.of(number),
            None => self.dual(at).or_else(|| self.unit_and_half(at)),
        }
    }

    /// «$10», «٪60», «بالمائة 10».
    fn sign_first(&self, at: usize) -> Option<Amount> {
        let sign = self.word(at)?;
        let number = self.number(at + 1).filter(|n| n.digits && n.cardinal())?;
        let start = sign.after_conjunction().start;
        let percent = sign.kind != TokenKind::Word && matches!(sign.surface, "%" | "٪") && !self.view.apart(at + 1)
            || at == self.tokens.start && self.percent(at) == Some(at + 1);
        let span = ByteSpan::new(start as usize, number.span.end as usize);
        if percent {
            let taken = at.checked_sub(1).is_some_and(|b| numerals::ending(self.numerals, b + 1).is_some());
            return (!taken).then(|| Amount {
                tokens: at..number.tokens.end,
                first: at,
                span,
                why: "number and percent sign",
                ..self.of_number(number, number.tokens.end, QuantityKind::Percent, "")
            });
        }
        let money = (sign.kind != TokenKind::Word)
            .then(|| self.unit(at, self.tokens.end))
            .flatten()
            .filter(|m| m.end == at + 1 && m.entry.money.is_some())?;
        // «10 $ 20»: the sign belongs to the number before it.
        if numerals::ending(self.numerals, at).is_some() {
            return None;
        }
        let mut found = self.known(at..number.tokens.end, at, start, number.value, *money.entry);
        // «$20 43»
        if let Some(cents) = self
            .number(number.tokens.end)
            .filter(|n| n.digits && n.whole(10, 99).is_some() && found.tokens.end == number.tokens.end && self.tokens.len() < 5)
        {
            found.value += cents.value / 100.0;
            found.tokens.end = cents.tokens.end;
            found.span.end = cents.span.end;
        }
        Some(found)
    }

    /// A number at a token with what stands behind it.
    fn of(&self, number: &Numeral) -> Option<Amount> {
        let time = self.in_time(number.span);
        if matches!(time, InTime::Clock) || number.ordinal() || number.kind == NumeralKind::Few || self.is_mark(number) {
            return None;
        }
        let end = number.tokens.end;
        let before = self.before(number.tokens.start);
        if let Some(after) = self.percent(end) {
            return Some(self.of_number(number, after, QuantityKind::Percent, "number and percent sign"));
        }
        if time != InTime::Date
            && let Some(found) = self.with_unit(number)
        {
            return Some(found);
        }
        if let Some(after) = self.below_zero(end) {
            let found = self.of_number(number, after, QuantityKind::Measure, "number below zero");
            return Some(Amount { value: -number.value.abs(), unit: Some("درجة".into()), ..found });
        }
        let next = self.word(end);
        // «خمس السكان» is a fifth: a count has no article behind it.
        let share = number.fraction.filter(|_| next.is_some_and(|w| w.facts.article()));
        let definite = number.kind == NumeralKind::Vague || number.kind == NumeralKind::Fraction || share.is_some();
        let counted = next.filter(|w| {
            let as_counted = noun::counts(w, number.value, false) || definite && noun::counts(w, number.value, true) && w.facts.article();
            if self.is_year(w, end + 1) {
                return false;
            }
            let dated = number.article && number.digits && noun::time_unit(w).is_some();
            as_counted && !number.closed && (!number.article || number.digits || number.kind == NumeralKind::Vague || dated)
        });
        if let Some(noun) = counted {
            let unit = noun::time_unit(&noun);
            if time == InTime::Date && unit.is_none() {
                return None;
            }
            if number.kind == NumeralKind::Fraction
                && unit.is_none()
                && noun.facts.tag.is_none_or(|t| t.number != b'P' && noun.facts.lemma != "سكان")
            {
                return None;
            }
            // «واحد» counts nothing behind it.
            if !number.one {
                let mut found = self.of_number(number, end + 1, QuantityKind::Cardinal, "number and noun");
                found.value = share.unwrap_or_else(|| if unit.is_none() { self.grouped(number) } else { found.value });
                return Some(Amount { unit: Some(noun::singular(self.view, &noun)), ..found });
            }
        }
        if time != InTime::No {
            return None;
        }
        if number.kind == NumeralKind::Fraction {
            // 3/4 in digits, or a fraction as the whole of a text.
            let whole = number.digits || self.tokens.len() == number.tokens.len();
            return whole.then(|| self.of_number(number, end, QuantityKind::Cardinal, "number"));
        }
        let alone = number.tokens.start == self.tokens.start && self.rest_is_marks(end);
        if !alone && (number.one || self.numbered(number) || number.digits && self.names(number.tokens.clone())) {
            return None;
        }
        if self.ordered(number) {
            return Some(self.of_number(number, end, QuantityKind::Ordinal, "numbered noun"));
        }
        let year = number.digits
            && number.tokens.len() == 1
            && number.whole(1900, 2100).is_some()
            && self.word(number.tokens.start).is_some_and(|w| w.surface.chars().count() == 4);
        if year && !alone && !hedge::before(self.view, number.tokens.start, self.tokens.start) {
            return None;
        }
        if number.article && !number.digits && number.kind == NumeralKind::Cardinal {
            let tens = number.value > 10.0 && number.value < 100.0;
            let singular = before.is_some_and(|w| {
                w.is_word() && w.facts.article() && w.facts.upos == Upos::Noun && w.facts.tag.is_some_and(|t| t.number == b'S')
            });
            if tens && (alone || singular) {
                return Some(self.of_number(number, end, QuantityKind::Ordinal, "ordinal"));
            }
        }
        if number.article && number.value == 0.0 {
            return None;
        }
        let why = if number.kind == NumeralKind::Vague { "vague number" } else { "number" };
        Some(self.of_number(number, end, QuantityKind::Cardinal, why))
    }

    /// «200 ألف سنة 2018»: the year that begins there is not what is counted.
    fn is_year(&self, noun: &Word<'_>, next: usize) -> bool {
        let year = noun::time_unit(noun).is_some_and(|(unit, _)| unit == Unit::Year);
        year && self.number(next).is_some_and(Numeral::year)
    }

    /// The value of a number that counts a noun: nobody counts thousandths of one, so three digits behind a stop are a group («10.500 جندي»).
    fn grouped(&self, number: &Numeral) -> f64 {
        let text = self.word(number.tokens.start).filter(|_| number.digits && number.tokens.len() == 1).map_or("", |w| w.surface);
        let group = text.split_once('.').is_some_and(|(whole, rest)| (1..=3).contains(&whole.chars().count()) && rest.chars().count() == 3);
        if group && number.value >= 1.0 { (number.value * 1000.0).round() } else { number.value }
    }

    fn rest_is_marks(&self, at: usize) -> bool {
        (at..self.tokens.end).take(4).all(|a| self.word(a).is_some_and(|w| matches!(w.kind, TokenKind::Punct | TokenKind::Symbol)))
            && self.tokens.end < at + 4
    }

    /// A number with a unit or a currency behind it.
    fn with_unit(&self, number: &Numeral) -> Option<Amount> {
        let end = number.tokens.end;
        let found = self.unit(end, self.tokens.end).filter(|m| !m.front.conjunction && m.front.preposition.is_none())?;
        let definite_allowed = number.kind == NumeralKind::Vague || number.kind == NumeralKind::Fraction || number.article;
        if found.front.article && !definite_allowed {
            return None;
        }
        let unit = self.word(end)?;
        // A letter that is an abbreviation stands at digits, and is no word of its own.
        if found.entry.dual {
            return None;
        }
        let short = unit.facts.folded.chars().count() == 1 && unit.kind == TokenKind::Word;
        if short && !number.digits || self.letters(end) == "عقده" {
            return None;
        }
        if found.entry.unit == "كيلو" && !number.digits && number.value > 1000.0 {
            return None;
        }
        let mut amount = self.known(number.tokens.start..found.end, number.tokens.start, number.span.start, number.value, *found.entry);
        amount.vague = number.kind == NumeralKind::Vague;
        // «متر ونصف» behind a number
        Some(amount)
    }

    /// «لتر ونصف», «دولار ونصف», «مليون» is a number of its own.
    fn unit_and_half(&self, at: usize) -> Option<Amount> {
        if self.letters(at) == "نص" {
            let found = self.unit(at + 1, self.tokens.end).filter(|m| m.front == Default::default() && m.entry.money.is_none())?;
            return Some(self.known(at..found.end, at, self.word(at)?.span.start, 0.5, *found.entry));
        }
        let found = self.unit(at, self.tokens.end).filter(|m| !m.front.article)?;
        let lone = usize::from(self.letters(found.end) == "و");
        let loose = matches!(self.letters(found.end + lone), "نص" | "ونص") && (lone == 1 || self.letters(found.end) == "ونص");
        let (share, end) = if loose {
            (0.5, found.end + lone + 1)
        } else {
            let number = self.number(found.end + lone).filter(|n| n.kind == NumeralKind::Fraction && (n.conjunction || lone == 1))?;
            (number.value, number.tokens.end)
        };
        let start = crate::content::numerals::affix::without(&self.word(at)?, found.front.letters).start;
        let amount = self.known(at..found.end, at, start, 1.0, *found.entry);
        let span = ByteSpan::new(start as usize, self.view.span(at..end).end as usize);
        Some(Amount { tokens: at..end, span, value: 1.0 + share, ..amount })
    }
}
