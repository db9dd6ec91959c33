//! Counts, ordinals, percentages, money, measures and ranges.
//!
//! ```text
//! phrases   phrases of several tokens out of a table
//! unit      physical units and money
//! currency  which country's money
//! noun      the noun that a number counts
//! hedge     what makes a number approximate
//! amount    a number with what it counts, or a dual
//! range     two amounts as one
//! ```
//!
//! A number of a date or of a clock is none of these; a number of a length of time is counted here too. A hedge stays
//! outside the span, as the conventions of annotation have it.

mod amount;
mod currency;
mod hedge;
mod noun;
mod ordinal;
mod phrases;
mod range;
mod unit;

use super::numerals::Numeral;
use super::times::{Time, TimeKind};
use super::view::View;
use crate::text::ByteSpan;
use amount::{Amount, Reader};
use currency::Countries;

/// What kind of quantity it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuantityKind {
    /// A count.
    Cardinal,
    /// A place in an order.
    Ordinal,
    /// A share of a hundred.
    Percent,
    /// An amount of money.
    Money,
    /// A physical measure.
    Measure,
    /// From one number to another.
    Range,
}

impl QuantityKind {
    /// As the result model names it.
    pub fn name(self) -> &'static str {
        match self {
            QuantityKind::Cardinal => "cardinal",
            QuantityKind::Ordinal => "ordinal",
            QuantityKind::Percent => "percent",
            QuantityKind::Money => "money",
            QuantityKind::Measure => "measure",
            QuantityKind::Range => "range",
        }
    }
}

/// A number or an amount.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Where it stands.
    pub span: ByteSpan,
    /// What kind it is.
    pub kind: QuantityKind,
    /// The number, or the lower bound of a range.
    pub value: f64,
    /// The upper bound of a range.
    pub upper: Option<f64>,
    /// What is counted, singular, in right spelling.
    pub unit: Option<String>,
    /// ISO 4217 code of money.
    pub currency: Option<&'static str>,
    /// Whether it is approximate.
    pub approximate: bool,
    /// The rule that found it.
    pub why: &'static str,
}

/// How a token lies to the times of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum InTime {
    /// Outside of all.
    No,
    /// In a date: only what counts a unit of time is a quantity.
    Date,
    /// In a clock time.
    Clock,
    /// In a length or a set.
    Length,
}

fn in_time(times: &[Time], span: ByteSpan) -> InTime {
    let next = times.partition_point(|t| t.span.end <= span.start);
    match times.get(next).filter(|t| t.span.start < span.end).map(|t| t.kind) {
        None => InTime::No,
        Some(TimeKind::Date) => InTime::Date,
        Some(TimeKind::Time) => InTime::Clock,
        Some(TimeKind::Duration | TimeKind::Set) => InTime::Length,
    }
}

fn push(out: &mut Vec<Quantity>, view: &View<'_>, reader: &Reader<'_>, amount: Amount) -> usize {
    let end = amount.tokens.end;
    let hedged = amount.vague || hedge::before(view, amount.first, reader.tokens.start) || hedge::after(view, end, reader.tokens.end);
    out.push(Quantity {
        span: amount.span,
        kind: amount.kind,
        value: amount.value,
        upper: amount.upper,
        unit: amount.unit,
        currency: amount.currency,
        approximate: hedged,
        why: amount.why,
    });
    end
}

/// All quantities of the text itself, ascending.
pub fn find(view: &View<'_>, numerals: &[Numeral], times: &[Time]) -> Vec<Quantity> {
    let countries = Countries::new(view);
    let mut out: Vec<Quantity> = Vec::new();
    for sentence in view.read_sentences() {
        let reader = Reader::new(view, numerals, times, &countries, view.sentence(sentence));
        let mut at = reader.tokens.start;
        while at < reader.tokens.end {
            let found = reader.range(at).or_else(|| reader.amount(at)).or_else(|| reader.ordinal(at));
            at = match found {
                Some(amount) if amount.span.start >= out.last().map_or(0, |q| q.span.end) => {
                    push(&mut out, view, &reader, amount).max(at + 1)
                }
                _ => at + 1,
            };
        }
    }
    out
}
