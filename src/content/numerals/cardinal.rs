//! The grammar of cardinal numbers over pieces.
//!
//! ```text
//! number    group (و smaller group)* (و fraction)?
//! group     (below 1000 | digits | fraction)? scale*
//! below1000 hundreds (و below100)? | below100
//! below100  unit | ten | unit ten | unit و tens | tens
//! ```
//!
//! A group joins only when it is smaller than the scale before it, so that «خمسة وسبعة» stays two numbers and «مليون
//! ونصف مليون» becomes one. Every rule looks at a bounded number of pieces.

use super::piece::Piece;
use super::words::Class;

/// A number over pieces.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// The piece behind its last.
    pub end: usize,
    /// Its value.
    pub value: f64,
    /// Whether it names no exact number (المئات).
    pub vague: bool,
    /// The last scale or 1: what «ونصف» is a half of.
    unit: f64,
}

/// Reads numbers out of pieces.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'p> {
    /// The pieces, ascending.
    pub pieces: &'p [Piece],
}

impl<'p> Reader<'p> {
    fn at(&self, at: usize) -> Option<&'p Piece> {
        self.pieces.get(at)
    }

    /// Whether a piece follows the one before it with nothing between but, where there is one, و.
    fn touches(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|b| self.at(b));
        before.zip(self.at(at)).is_some_and(|(before, piece)| before.tokens.end == piece.from)
    }

    /// The next piece, where it stands apart from the number before it by nothing.
    fn plain(&self, at: usize) -> Option<&'p Piece> {
        self.at(at).filter(|p| !p.front.conjunction && p.front.preposition.is_none() && self.touches(at))
    }

    /// The next piece, where و joins it.
    fn joined(&self, at: usize) -> Option<&'p Piece> {
        self.at(at).filter(|p| p.front.conjunction && p.front.preposition.is_none() && self.touches(at))
    }

    fn plain_is(&self, at: usize, classes: &[Class]) -> Option<&'p Piece> {
        self.plain(at).filter(|p| p.class().is_some_and(|c| classes.contains(&c)))
    }

    fn joined_is(&self, at: usize, classes: &[Class]) -> Option<&'p Piece> {
        self.joined(at).filter(|p| p.class().is_some_and(|c| classes.contains(&c)))
    }

    fn below_hundred(&self, at: usize) -> Option<(usize, f64)> {
        let piece = self.at(at)?;
        match piece.class()? {
            Class::One | Class::HalfTeen | Class::Unit => {
                if self.plain_is(at + 1, &[Class::Ten]).is_some_and(|ten| !ten.front.article) {
                    return Some((at + 2, piece.value + 10.0));
                }
                if let Some(tens) = self.joined_is(at + 1, &[Class::Tens]).filter(|t| t.front.article == piece.front.article) {
                    return Some((at + 2, piece.value + tens.value));
                }
                (!piece.is(Class::HalfTeen)).then_some((at + 1, piece.value))
            }
            Class::Ten | Class::Teen | Class::Tens => Some((at + 1, piece.value)),
            _ => None,
        }
    }

    fn below_thousand(&self, at: usize) -> Option<(usize, f64)> {
        let piece = self.at(at)?;
        let small_digits = piece.word.is_none() && (3.0..10.0).contains(&piece.value);
        let counts = piece.is(Class::Unit) || small_digits;
        let (mut end, mut value) = if piece.is(Class::Hundreds) || piece.is(Class::Hundred) {
            (at + 1, piece.value)
        } else if counts && self.plain_is(at + 1, &[Class::Hundred]).is_some_and(|h| !h.front.article) {
            (at + 2, piece.value * 100.0)
        } else {
            return self.below_hundred(at);
        };
        if self.joined(end).is_some() {
            if let Some((after, small)) = self.below_hundred(end) {
                // «مئة وثلاث مئة» are two numbers.
                if self.plain_is(after, &[Class::Hundred]).is_none() {
                    (end, value) = (after, value + small);
                }
            } else if small_digits {
                if let Some(digits) = self.joined(end).filter(|p| p.word.is_none() && p.value < 100.0) {
                    (end, value) = (end + 1, value + digits.value);
                }
            }
        } else if self.plain_is(end, &[Class::Unit, Class::One]).is_some() && self.joined_is(end + 1, &[Class::Tens]).is_some() {
            // «متين تلاتة وستين», as people speak.
            if let Some((after, small)) = self.below_hundred(end) {
                (end, value) = (after, value + small);
            }
        }
        Some((end, value))
    }

    /// A scale behind a number: ألف, آلاف, مليون; they multiply.
    fn scales(&self, mut at: usize) -> (usize, f64) {
        let mut factor = 1.0;
        while let Some(scale) = self.plain_is(at, &[Class::Scale, Class::ScaleMany]) {
            factor *= scale.value;
            at += 1;
            if factor > 1e24 {
                break;
            }
        }
        (at, factor)
    }

    fn group(&self, at: usize) -> Option<Reading> {
        let piece = self.at(at)?;
        let parts = |at: usize| self.plain_is(at, &[Class::Parts]).map(|p| 1.0 / p.value);
        let counted = |end: usize, value: f64| {
            let (end, factor) = self.scales(end);
            Reading { end, value: value * factor, vague: false, unit: factor }
        };
        match piece.class() {
            None => {
                if let Some((end, value)) = self.below_thousand(at) {
                    return Some(counted(end, value));
                }
                Some(counted(at + 1, piece.value))
            }
            Some(Class::Fraction | Class::FractionWeak) => Some(counted(at + 1, piece.value)),
            Some(Class::Vague | Class::ScaleMany) => {
                let (end, factor) = self.scales(at + 1);
                Some(Reading { end, value: piece.value * factor, vague: true, unit: piece.value * factor })
            }
            Some(Class::Scale) => {
                let (end, factor) = self.scales(at + 1);
                Some(Reading { end, value: piece.value * factor, vague: false, unit: piece.value * factor })
            }
            Some(Class::ScaleTwo) => {
                let (end, factor) = self.scales(at + 1);
                Some(Reading { end, value: piece.value * factor, vague: false, unit: piece.value / 2.0 * factor })
            }
            Some(Class::Zero | Class::Dozen) => Some(Reading { end: at + 1, value: piece.value, vague: false, unit: 1.0 }),
            Some(_) => {
                let (end, value) = self.below_thousand(at)?;
                if let Some(part) = parts(end) {
                    let (end, factor) = self.scales(end + 1);
                    return Some(Reading { end, value: value * part * factor, vague: false, unit: factor });
                }
                Some(counted(end, value))
            }
        }
    }

    /// A fraction that و joins to a number whose last scale is `unit`.
    fn fraction(&self, at: usize, unit: f64) -> Option<(usize, f64)> {
        let piece = self.joined(at)?;
        let share = match piece.class()? {
            Class::Fraction | Class::FractionLoose => (at + 1, piece.value),
            Class::Unit => (at + 2, piece.value / self.plain_is(at + 1, &[Class::Parts])?.value),
            _ => return None,
        };
        let (end, factor) = self.scales(share.0);
        Some((end, share.1 * if factor > 1.0 { factor } else { unit }))
    }

    /// The number that starts at a piece.
    pub fn number(&self, at: usize) -> Option<Reading> {
        let first = self.at(at)?;
        if first.is(Class::Minus) {
            let inner = self.plain(at + 1).filter(|p| !p.is(Class::Minus)).and_then(|_| self.positive(at + 1))?;
            return Some(Reading { value: -inner.value, ..inner });
        }
        self.positive(at)
    }

    fn positive(&self, at: usize) -> Option<Reading> {
        let mut reading = self.group(at)?;
        if reading.vague {
            return Some(reading);
        }
        loop {
            if let Some((end, share)) = self.fraction(reading.end, reading.unit) {
                return Some(Reading { end, value: reading.value + share, ..reading });
            }
            if reading.unit < 100.0 || self.joined(reading.end).is_none() && !self.spoken(reading.end) {
                break;
            }
            let Some(next) = self.group(reading.end).filter(|g| !g.vague && g.value < reading.unit && g.value >= 0.0) else { break };
            // «ألف ونصف» ended above; a fraction is no group.
            if self.at(reading.end).is_some_and(|p| matches!(p.class(), Some(Class::Fraction | Class::FractionWeak | Class::Zero))) {
                break;
            }
            reading = Reading { end: next.end, value: reading.value + next.value, vague: false, unit: next.unit };
        }
        if let Some(point) = self.plain_is(reading.end, &[Class::Point]) {
            if let Some(after) = self.plain(reading.end + 1).and_then(|_| self.group(reading.end + 1)) {
                if point.front == Default::default() && after.value.fract() == 0.0 && (0.0..1e9).contains(&after.value) {
                    let digits = (after.value.max(1.0).log10().floor() + 1.0).max(1.0);
                    return Some(Reading { end: after.end, value: reading.value + after.value / 10f64.powf(digits), ..after });
                }
            }
        }
        Some(reading)
    }

    /// «٤ آلاف ٣ مئة و٢١»: digits and a hundred behind a scale without و.
    fn spoken(&self, at: usize) -> bool {
        self.plain(at).is_some_and(|p| p.word.is_none() && p.value < 10.0) && self.plain_is(at + 1, &[Class::Hundred]).is_some()
    }
}
