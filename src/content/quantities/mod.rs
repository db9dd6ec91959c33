//! Counts, ordinals, percentages, money, measures and ranges.
//!
//! ```text
//! words     classes of words that stand beside numbers
//! unit      physical units and money
//! currency  which country's money
//! noun      the noun that a number counts
//! hedge     what makes a number approximate
//! mark      digits that are no number
//! amount    a number with what it counts
//! dual      duals, and numbers behind their noun
//! ordinal   places in an order
//! range     two amounts as one
//! ```
//!
//! A number of a date or of a clock is none of these; a number of a length of time is counted here too. A hedge stays
//! outside the span, as the conventions of annotation have it.

mod amount;
mod currency;
mod dual;
mod hedge;
mod mark;
mod noun;
mod ordinal;
mod range;
mod unit;
mod words;

use super::numerals::{self, Numeral};
use super::times::{Time, TimeKind};
use super::view::View;
use crate::Memory;
use crate::text::ByteSpan;
use amount::{Amount, Reader};
use currency::{Countries, Money};
use dual::Duals;

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

/// Texts of no more tokens are a value alone, where a bare pair of numbers may be a range.
const SHORT: usize = 8;

/// What the amounts of a sentence depend on beside its words: its times, and what the text as a whole says of money and duals.
#[derive(Debug, Clone, PartialEq)]
struct Asked {
    times: Vec<(ByteSpan, TimeKind)>,
    money: Money,
    duals: u64,
    short: bool,
}

/// The amounts of a sentence that was asked for them; places count from its beginning.
#[derive(Debug)]
pub(crate) struct Counted {
    asked: Asked,
    quantities: Vec<Quantity>,
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
pub fn find(memory: &mut Memory, view: &View<'_>, numerals: &[Numeral], times: &[Time]) -> Vec<Quantity> {
    let countries = Countries::new(view);
    let duals = Duals::new(view, numerals);
    let mut out: Vec<Quantity> = Vec::new();
    for sentence in view.read_sentences() {
        let (tokens, start) = (view.sentence(sentence), view.start(sentence));
        let times = within(times, view.span(tokens.clone()));
        let of_sentence = times.iter().map(|time| (time.span.from(start), time.kind)).collect();
        let asked = Asked { times: of_sentence, money: countries.money(), duals: duals.digest(), short: view.len() <= SHORT };
        let said = memory.said(view, sentence);
        if let Some(counted) = said.as_ref().and_then(|said| said.quantities.as_ref()).filter(|counted| counted.asked == asked) {
            out.extend(counted.quantities.iter().map(|q| Quantity { span: q.span.at(start), ..q.clone() }));
            continue;
        }
        let from = out.len();
        let numerals = numerals::within(numerals, tokens.clone());
        let reader = Reader { view, numerals, times, countries: &countries, duals: &duals, tokens, short: asked.short };
        reader.read(&mut out);
        if let Some(said) = said {
            let found = out.get(from..).unwrap_or_default();
            let quantities = found.iter().map(|q| Quantity { span: q.span.from(start), ..q.clone() }).collect();
            said.quantities = Some(Counted { asked, quantities });
        }
    }
    out
}

/// The times that lie in a stretch.
fn within(times: &[Time], span: ByteSpan) -> &[Time] {
    let from = times.partition_point(|t| t.span.end <= span.start);
    let to = times.partition_point(|t| t.span.start < span.end);
    times.get(from..to).unwrap_or_default()
}

impl Reader<'_> {
    /// The quantities of the sentence.
    fn read(&self, out: &mut Vec<Quantity>) {
        let mut at = self.tokens.start;
        while at < self.tokens.end {
            let found = self.range(at).or_else(|| self.amount(at)).or_else(|| self.ordinal(at));
            at = match found {
                Some(amount) if amount.span.start >= out.last().map_or(0, |q| q.span.end) => push(out, self.view, self, amount).max(at + 1),
                _ => at + 1,
            };
        }
    }
}

#[cfg(test)]
mod tests;
