//! Number expressions: what digits and number words together say.

use std::ops::Range;

use super::view::View;

/// A number expression over whole tokens.
#[derive(Debug, Clone, PartialEq)]
pub struct Numeral {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its value.
    pub value: f64,
}

/// All number expressions of the text itself, ascending.
pub fn find(_view: &View<'_>) -> Vec<Numeral> {
    Vec::new()
}
