//! Corrections as the model shows them.

use super::Converter;
use super::document::Window;
use super::model;
use crate::Analysis;

/// The corrections of an analysis that are in the window.
pub fn list(analysis: &Analysis, at: &Converter<'_>, window: Window) -> Vec<model::Correction> {
    let one = |c: &crate::writing::corrections::Correction| {
        let (start, end) = at.span(c.span);
        let to = c.suggestions.first().map_or("", String::as_str);
        model::Correction {
            start,
            end,
            kind: c.rule.kind(),
            tier: c.tier.name(),
            reason: c.rule.reason(c.span.of(at.text()), to),
            suggestions: c.suggestions.clone(),
            confidence: (f64::from(c.confidence) * 1000.0).round() / 1000.0,
            why: c.rule.name(),
        }
    };
    window.of(&analysis.corrections).map(one).collect()
}
