//! Counts, ordinals, percentages, money, measures and ranges.

use super::numerals::Numeral;
use super::times::Time;
use super::view::View;
use crate::text::ByteSpan;

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

/// All quantities of the text itself, ascending.
pub fn find(_view: &View<'_>, _numerals: &[Numeral], _times: &[Time]) -> Vec<Quantity> {
    Vec::new()
}
