//! Physical units and money behind a number.

use std::sync::LazyLock;

use super::phrases::{Match, Phrases};
use crate::content::view::View;
use crate::data;

/// What a number counts, where a table knows it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Known {
    /// The singular, as it is shown.
    pub unit: &'static str,
    /// Code or family of money; none for a physical unit.
    pub money: Option<&'static str>,
    /// The share of a subunit in its unit, else 1.
    pub factor: f64,
}

static UNITS: LazyLock<Phrases<Known>> = LazyLock::new(|| {
    let units = data::columns::<3>(data::UNITS).map(|[_, unit, word]| (word, Known { unit, money: None, factor: 1.0 }));
    let money = data::columns::<4>(data::CURRENCIES)
        .map(|[code, factor, unit, word]| (word, Known { unit, money: Some(code), factor: factor.parse().unwrap_or(1.0) }));
    Phrases::new(units.chain(money))
});

/// The unit or currency at a token.
pub fn at(view: &View<'_>, at: usize, limit: usize) -> Option<Match<'static, Known>> {
    UNITS.at(view, at, limit)
}
