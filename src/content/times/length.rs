//! Lengths of time and what recurs: «ثلاثة أشهر», «ساعة ونصف», «الشهرين الماضيين», «كل عامين», «سنويا».

use super::cues::Cue;
use super::scene::Scene;
use super::words::{Count, TimeWord, Unit};
use crate::content::numerals::{Numeral, NumeralKind};

/// A length found in a text.
#[derive(Debug, Clone)]
pub struct Length {
    /// Its first token.
    pub from: usize,
    /// The token behind it.
    pub end: usize,
    /// ISO 8601.
    pub value: String,
    /// Its number, where that is whole and there is one unit.
    pub count: Option<i64>,
    /// Its unit.
    pub unit: Unit,
    /// Whether a past or coming stretch was said (الماضيين).
    pub turned: bool,
}

/// A number of units without needless digits.
fn count(value: f64) -> String {
    if value.fract() == 0.0 { format!("{}", value as i64) } else { format!("{}", (value * 1e6).round() / 1e6) }
}

/// A length in its unit; a fraction of hours or years in the next smaller one.
fn duration(unit: Unit, value: f64) -> String {
    let whole = value.trunc();
    let rest = value.fract();
    if rest > 0.0 {
        let smaller = match unit {
            Unit::Hour => Some((60.0, Unit::Minute)),
            Unit::Minute => Some((60.0, Unit::Second)),
            Unit::Year => Some((12.0, Unit::Month)),
            _ => None,
        };
        if let Some((factor, smaller)) = smaller {
            let part = rest * factor;
            if (part - part.round()).abs() < 1e-6 {
                return match (unit, whole > 0.0) {
                    (Unit::Year, _) => smaller.duration(&count(whole * factor + part.round())),
                    (Unit::Hour, true) => format!("PT{}H{}M", whole as i64, part.round() as i64),
                    (Unit::Minute, true) => format!("PT{}M{}S", whole as i64, part.round() as i64),
                    _ => smaller.duration(&count(part.round())),
                };
            }
        }
    }
    match unit {
        Unit::Decade => Unit::Year.duration(&count(value * 10.0)),
        Unit::Century => Unit::Year.duration(&count(value * 100.0)),
        _ => unit.duration(&count(value)),
    }
}

impl Scene<'_> {
    /// «ونصف», «وربع» behind a unit.
    fn and_half(&self, at: usize) -> Option<(f64, usize)> {
        let lone = usize::from(self.any(at, &["و"]));
        if self.any(at + lone, &["نص", "ونص"]) && (lone == 1 || self.any(at, &["ونص"])) {
            return Some((0.5, at + lone + 1));
        }
        let number = self.number(at + lone).filter(|n| n.kind == NumeralKind::Fraction && (n.conjunction || lone == 1))?;
        // «ساعة ونصف الساعة»
        let again = usize::from(self.unit(number.tokens.end).is_some_and(|(f, _, c)| f.letters == 0 && c == Count::One));
        Some((number.value, number.tokens.end + again))
    }

    fn turned(&self, at: usize) -> usize {
        let turn = self.turn(at).filter(|_| self.definite(at));
        at + usize::from(turn.is_some_and(|t| t != 0))
    }

    /// A length that says how much: number and unit, dual, «السنوات الخمس الأخيرة».
    pub fn counted(&self, at: usize) -> Option<Length> {
        let length = |end: usize, unit: Unit, value: f64| {
            let (share, end) = self.and_half(end).unwrap_or((0.0, end));
            let total = value + share;
            let whole = total.fract() == 0.0;
            let turned = self.turned(end);
            Length { from: at, end: turned, value: duration(unit, total), count: whole.then_some(total as i64), unit, turned: turned > end }
        };
        if let Some(number) = self.number(at) {
            if !matches!(number.kind, NumeralKind::Cardinal | NumeralKind::Fraction | NumeralKind::Few)
                || number.value < 0.0
                || number.value > 1e7
            {
                return None;
            }
            let (front, unit, count) = self.unit(number.tokens.end)?;
            // «200 ألف سنة 2018»: the year begins there.
            if unit == Unit::Year && self.number(number.tokens.end + 1).is_some_and(Numeral::year) {
                return None;
            }
            let fraction = number.kind == NumeralKind::Fraction;
            if front.letters > 0 || front.article && !(fraction || number.article) {
                return None;
            }
            if number.kind == NumeralKind::Few {
                let value = unit.duration("X");
                return Some(Length { from: at, end: self.turned(number.tokens.end + 1), value, count: None, unit, turned: false });
            }
            // «خمس الساعة» is a fifth.
            let value = if front.article { number.fraction.unwrap_or(number.value) } else { number.value };
            if count == Count::Two {
                return None;
            }
            return Some(length(number.tokens.end + 1, unit, value));
        }
        let (front, unit, count) = self.unit(at)?;
        match count {
            Count::Two => {
                let letters = self.letters(at);
                // «يومي السبت والأحد», «عامي 2019 و2020» and the adjectives يومي, شهري say something else.
                // So do «الدقيقتين 23 و67».
                let numbered = front.article && self.number(at + 1).is_some_and(|n| n.digits);
                if numbered || letters.ends_with('ي') || letters.ends_with('ا') {
                    return None;
                }
                let mut end = at + 1;
                if self.number(end).is_some_and(|n| n.value == 2.0 && !n.conjunction && !n.digits) {
                    end += 1;
                }
                Some(length(end, unit, 2.0))
            }
            Count::Many if front.article => {
                let word = self.word(at + 1)?;
                let sign = usize::from(word.is_word() && matches!(word.facts.folded.as_str(), "ال"));
                let number = self.number(at + 1 + sign).filter(|n| n.cardinal() && (n.article || n.digits) && !n.conjunction)?;
                let value = number.whole(2, 10_000)? as f64;
                Some(length(number.tokens.end, unit, value))
            }
            Count::One if !front.article => {
                // يوم كامل, أسبوع واحد, شهر ونصف
                let whole = self.any(at + 1, &["كامل", "كامله", "كاملا"]);
                let one = self.number(at + 1).is_some_and(|n| n.one && !n.conjunction && !n.article);
                let half = self.and_half(at + 1).is_some();
                if whole || one {
                    return Some(length(at + 2, unit, 1.0));
                }
                half.then(|| length(at + 1, unit, 1.0))
            }
            _ => None,
        }
    }

    /// A unit alone as a length of one: only behind a word that asks for a length, «خلال أسبوع», «لمدة عام», «منذ شهر».
    pub fn single(&self, at: usize) -> Option<Length> {
        let (front, unit, count) = self.unit(at)?;
        let alone = self.tokens.len() == 1;
        if count != Count::One || front.article || front.conjunction || unit == Unit::Night {
            return None;
        }
        let asks = self.cue_before(at, Cue::BeforeLength);
        // «بعد يوم من», «منذ عام 2020», «قبل يوم الجمعة» and a genitive behind it are no lengths.
        let next = at + 1;
        let counted = self.number(next).is_some() || self.weekday(next, false).is_some() || self.month(next).is_some();
        let genitive = self
            .word(next)
            .is_some_and(|w| w.is_word() && w.facts.article() && w.facts.preposition().is_none() && w.facts.conjunction().is_none());
        ((asks || alone) && !counted && !genitive).then(|| Length {
            from: at,
            end: next,
            value: duration(unit, 1.0),
            count: Some(1),
            unit,
            turned: false,
        })
    }

    /// A length with the smaller one that و joins to it: «سنة وثلاثة أشهر».
    pub fn length(&self, at: usize) -> Option<Length> {
        let mut length = self.counted(at).or_else(|| self.single(at))?;
        if length.turned || length.count.is_none() {
            return Some(length);
        }
        let lone = usize::from(self.any(length.end, &["و"]));
        let joined =
            lone == 1 || self.number(length.end).map_or_else(|| self.unit(length.end).is_some_and(|u| u.0.conjunction), |n| n.conjunction);
        if joined {
            let more = self.counted(length.end + lone).filter(|l| l.unit < length.unit && l.count.is_some());
            if let Some(more) = more
                && let Some(value) = join(&length.value, &more.value)
            {
                length = Length { end: more.end, value, count: None, ..length };
            }
        }
        Some(length)
    }

    /// كل يوم, كل عامين, كل 5 سنوات, سنويا.
    pub fn set(&self, at: usize) -> Option<(usize, String)> {
        if let Some((front, every)) = self.get(at, |w| match w {
            TimeWord::Set(every) => Some(every),
            _ => None,
        }) {
            return (front.letters == 0).then(|| (at + 1, format!("P{}{every}", if every == "3M" { "" } else { "1" })));
        }
        self.has(at, TimeWord::Each).filter(|f| !f.article)?;
        if let Some((front, day)) = self.weekday(at + 1, true) {
            return (front.letters == 0 && !front.article).then(|| (at + 2, format!("XXXX-WXX-{day}")));
        }
        if matches!(self.unit(at + 1), Some((_, Unit::Day, Count::One)))
            && let Some((_, day)) = self.weekday(at + 2, true)
        {
            return Some((at + 3, format!("XXXX-WXX-{day}")));
        }
        if let Some(length) = self.counted(at + 1).filter(|l| !l.turned) {
            return Some((length.end, length.value));
        }
        let (front, unit, count) = self.unit(at + 1)?;
        (front.letters == 0 && !front.article && count == Count::One && unit != Unit::Night).then(|| (at + 2, duration(unit, 1.0)))
    }
}

/// Two ISO durations written as one.
fn join(large: &str, small: &str) -> Option<String> {
    let (large, small) = (large.strip_prefix('P')?, small.strip_prefix('P')?);
    match (large.split_once('T'), small.split_once('T')) {
        (Some((days, time)), Some((_, more))) => Some(format!("P{days}T{time}{more}")),
        (None, _) => Some(format!("P{large}{small}")),
        _ => None,
    }
}
