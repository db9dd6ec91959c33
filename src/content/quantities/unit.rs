//! Physical units and money behind a number.

use std::sync::LazyLock;

use crate::content::numerals::phrases::{Match, Phrases};
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
    /// Whether the form is a dual.
    pub dual: bool,
}

/// Whether `word` is the dual of `unit`: لتران, نقطتين مئويتين.
fn is_dual(unit: &str, word: &str) -> bool {
    let (unit, word) = (unit.split(' ').next().unwrap_or(unit), word.split(' ').next().unwrap_or(word));
    let feminine = unit.strip_suffix('ة').map(|stem| format!("{stem}ت"));
    let stem = feminine.as_deref().unwrap_or(unit);
    word.strip_prefix(stem).is_some_and(|ending| matches!(ending, "ان" | "ين" | "ي"))
}

static UNITS: LazyLock<Phrases<Known>> = LazyLock::new(|| {
    let units =
        data::columns::<2>(data::UNITS).map(|[unit, word]| (word, Known { unit, money: None, factor: 1.0, dual: is_dual(unit, word) }));
    let money = data::columns::<4>(data::CURRENCIES).map(|[code, factor, unit, word]| {
        (word, Known { unit, money: Some(code), factor: factor.parse().unwrap_or(1.0), dual: is_dual(unit, word) })
    });
    Phrases::new(units.chain(money))
});

/// Whether a unit or a currency may begin with a word.
pub fn begins(folded: &str) -> bool {
    UNITS.begins(folded)
}

/// The unit or currency at a token.
pub fn at(view: &View<'_>, at: usize, limit: usize) -> Option<Match<'static, Known>> {
    UNITS.at(view, at, limit)
}
