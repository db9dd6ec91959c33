//! From one time to another: «بين 10 و12 تشرين الثاني», «من أسبوعين إلى ثلاثة أسابيع», «مارس ويونيو 2026» behind بين.

use super::Date;
use super::TimeKind;
use super::cues::Cue;
use super::point::{Found, Point};
use super::resolve::Partial;
use super::scene::Scene;
use super::words::{Count, MonthName};
use crate::content::numerals::Numeral;

/// What joins the two ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// بين: the ends are joined by و.
    Between,
    /// من: the ends are joined by إلى or حتى.
    From,
    /// Nothing: the ends are joined by a dash or إلى.
    None,
}

/// An interval found in a text.
#[derive(Debug, Clone)]
pub struct Interval {
    /// Its first token.
    pub from: usize,
    /// The token behind it.
    pub end: usize,
    /// What kind its ends are.
    pub kind: TimeKind,
    /// `a/b`.
    pub value: String,
    /// Whether it is written in the Hijri calendar.
    pub hijri: bool,
    /// Whether the document's date was needed.
    pub anchored: bool,
}

impl Scene<'_> {
    /// Where the second end starts, behind what joins it to the first.
    fn second(&self, at: usize, opening: Opening) -> Option<usize> {
        let until = self.cue(at, Cue::Until);
        let dash = self.sign(at, &["-", "\u{2013}", "\u{2014}"]);
        let and = self.any(at, &["و"]);
        match opening {
            Opening::Between if self.any(at, &["وبين"]) => Some(at + 1),
            Opening::Between if and || dash => Some(at + 1),
            Opening::Between => {
                let joined = self.number(at).is_some_and(|n| n.conjunction)
                    || self.get(at, Some).is_some_and(|(f, _)| f.conjunction)
                    || self.month(at).is_some_and(|m| m.front.conjunction);
                joined.then_some(at)
            }
            Opening::From | Opening::None => {
                if until || dash {
                    return Some(at + 1);
                }
                // لعشرين
                let onto = opening == Opening::From && self.number(at).is_some_and(|n| n.preposition == Some('ل'));
                onto.then_some(at)
            }
        }
    }

    /// A calendar expression of any kind.
    pub fn point(&self, at: usize) -> Option<Found> {
        self.edge(at)
            .or_else(|| self.period(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.nth(at))
            .or_else(|| self.feast(at))
            .or_else(|| self.day_from_today(at))
            .or_else(|| self.weekday_date(at))
            .or_else(|| self.numeric(at))
            .or_else(|| self.day_month(at, None))
            .or_else(|| self.day_of_month(at, None))
            .or_else(|| self.day_number(at))
            .or_else(|| self.relative_unit(at))
            .or_else(|| self.month_alone(at))
            .or_else(|| self.year_alone(at))
            .or_else(|| self.season(at))
    }

    fn sure_month(&self, at: usize) -> Option<(u8, bool, usize)> {
        let hit = self.month(at)?;
        Some((hit.name.month, hit.name.hijri, hit.end))
    }

    /// An interval whose first end starts at a token.
    pub fn interval(&self, at: usize, opening: Opening) -> Option<Interval> {
        let date = |end: usize, value: String, hijri: bool, anchored: bool| {
            Some(Interval { from: at, end, kind: TimeKind::Date, value, hijri, anchored })
        };
        let plain = |n: &&Numeral| n.cardinal() && (n.preposition.is_none() || opening != Opening::None);
        // بين 10 و12 تشرين الثاني
        if let Some((day, end)) = self.day(at).filter(|_| opening != Opening::None || self.number(at).is_some_and(|n| n.digits))
            && let Some(second) = self.second(end, opening)
            && let Some(last) = self.day_month(second, None).or_else(|| self.day_of_month(second, None))
        {
            let first = self.same_month(day, &last);
            if let (Some(first), Some(until)) = (first, last.point.day()) {
                return (first < until).then(|| date(last.end, format!("{first}/{until}"), last.hijri, last.anchored)).flatten();
            }
        }
        // يوليو 13-15
        if let Some((month, hijri, end)) = self.sure_month(at) {
            let days = self.day(end).and_then(|(first, end)| {
                let second = self.second(end, Opening::None)?;
                let (last, end) = self.day(second)?;
                (first < last && self.number(second).is_some_and(|n| n.digits)).then_some((first, last, end))
            });
            if let Some((first, last, end)) = days {
                let name = MonthName { month, hijri, weak: false };
                let until = self.fill(Partial { day: Some(last), month: name, weekday: None, turn: None }, at);
                let found = Found { from: at, end, point: until, hijri, anchored: self.today.is_some(), why: "month and day" };
                if let Some(from) = self.same_month(first, &found) {
                    return date(end, format!("{from}/{}", found.point.value()), hijri, found.anchored);
                }
            }
        }
        if opening != Opening::None {
            // بين مارس ويونيو 2026
            if let Some((month, false, end)) = self.sure_month(at).filter(|m| self.year(m.2, 1000, 2300).is_none())
                && let Some(last) = self.second(end, opening).and_then(|second| self.month_alone(second).or_else(|| self.edge(second)))
                && let Point::Month(year, until) = last.point
            {
                let year = if month > until { year - 1 } else { year };
                return date(last.end, format!("{year:04}-{month:02}/{}", last.point.value()), false, last.anchored);
            }
            // بين 1950 و1963
            if let Some((first, end)) = self.year(at, 1800, 2100).filter(|_| self.number(at).is_some_and(|n| n.digits))
                && let Some((second, end)) = self.second(end, opening).and_then(|s| self.year(s, i64::from(first), 2100))
            {
                let counted = self.word(end).is_some_and(|w| {
                    w.is_word() && w.facts.tag.is_some_and(|t| t.upos == crate::morph::Upos::Noun && !t.definite() && t.preposition == 0)
                });
                if !counted {
                    return date(end, format!("{first:04}/{second:04}"), false, false);
                }
            }
        }
        if let Some(first) = self.point(at) {
            let explicit = opening != Opening::None
                || matches!(first.why, "day and month" | "date in digits") && self.sign(first.end, &["-", "\u{2013}", "\u{2014}"]);
            if let Some(last) = self.second(first.end, opening).filter(|_| explicit).and_then(|second| self.point(second)) {
                if let Some((from, until)) =
                    first.point.day().zip(last.point.day()).filter(|(a, b)| b < a && first.why == "weekday" && last.why == "weekday")
                {
                    // «الاثنين والثلاثاء» said on a Monday.
                    let (from, until) = if self.future(at) { (from, until.plus_days(7)) } else { (from.plus_days(-7), until) };
                    return date(last.end, format!("{from}/{until}"), false, true);
                }
                if opening != Opening::None || last.point.day().is_some() {
                    return date(last.end, first.point.until(&last.point), first.hijri || last.hijri, first.anchored || last.anchored);
                }
            }
            if first.point.day().is_some() {
                return None;
            }
        }
        if let Some(found) = self.clocks(at, opening) {
            return Some(found);
        }
        self.lengths(at, opening, plain)
    }

    /// «يومي السبت والأحد», «شهري مارس وأبريل 2024»: a dual names what the two ends are.
    pub fn pair(&self, at: usize) -> Option<Interval> {
        let (front, _, count) = self.unit(at)?;
        let construct = count == Count::Two && !front.article && self.letters(at).ends_with(['ي', 'ا']);
        let found = construct.then(|| self.interval(at + 1, Opening::Between)).flatten()?;
        (found.kind == TimeKind::Date).then_some(Interval { from: at, ..found })
    }

    fn same_month(&self, day: u8, last: &Found) -> Option<Date> {
        let until = last.point.day()?;
        if last.hijri {
            let (year, month, _) = until.hijri()?;
            return Date::from_hijri(year, month, day);
        }
        Date::new(until.year, until.month, day)
    }

    fn lengths(&self, at: usize, opening: Opening, plain: impl Fn(&&Numeral) -> bool) -> Option<Interval> {
        let (first, end, of_unit) = match self.counted(at) {
            Some(length) => (length.count? as f64, length.end, Some((length.unit, length.value))),
            None => {
                let number = self.number(at).filter(plain)?;
                (number.value, number.tokens.end, None)
            }
        };
        let second = self.second(end, opening)?;
        let last = self.counted(second)?;
        let low = match of_unit {
            Some((_, value)) => value,
            None if first.fract() == 0.0 && last.count.is_none_or(|c| first < c as f64) => last.unit.duration(&format!("{}", first as i64)),
            None => return None,
        };
        Some(Interval {
            from: at,
            end: last.end,
            kind: TimeKind::Duration,
            value: format!("{low}/{}", last.value),
            hijri: false,
            anchored: false,
        })
    }

    fn clocks(&self, at: usize, opening: Opening) -> Option<Interval> {
        if opening == Opening::None {
            return None;
        }
        let (first, end, marked) = match self.clock(at) {
            Some(clock) if clock.day.is_none() => {
                let marked = clock.end.checked_sub(1).is_some_and(|last| self.has_half(last));
                (clock.value, clock.end, marked)
            }
            Some(_) => return None,
            None => {
                let number = self.number(at)?;
                let hour = number.whole(0, 24)?;
                (format!("T{hour:02}:00"), number.tokens.end, false)
            }
        };
        let second = self.second(end, opening)?;
        let last = self.clock(second)?;
        let hour = |value: &str| value.get(1..3).and_then(|h| h.parse::<i64>().ok());
        let (a, b) = (hour(&first)?, hour(&last.value)?);
        let first =
            if !marked && a < 12 && b >= 12 && a + 12 <= b { format!("T{:02}{}", a + 12, first.get(3..).unwrap_or("")) } else { first };
        let dated = |time: &str| match &last.day {
            Some(day) => format!("{}{time}", day.point.value()),
            None if !self.verbal() => self.today.map_or_else(|| time.to_owned(), |t| format!("{t}{time}")),
            None => time.to_owned(),
        };
        let value = format!("{}/{}", dated(&first), dated(&last.value));
        Some(Interval { from: at, end: last.end, kind: TimeKind::Time, value, hijri: false, anchored: last.day.is_some() })
    }
}
