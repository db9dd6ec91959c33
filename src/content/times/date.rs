//! Dates that name their day, month or year: in digits, in words, with weekday and era.

use super::Date;
use super::cues::Cue;
use super::point::{Found, Point};
use super::resolve::Partial;
use super::scene::Scene;
use super::words::{Count, MonthName, TimeWord, Unit};
use crate::content::numerals::digits;
use crate::layout::TokenKind;

/// What says the year after a month.
#[derive(Debug, Clone, Copy, Default)]
struct YearPart {
    year: Option<i32>,
    turn: Option<i8>,
    anchored: bool,
}

impl Scene<'_> {
    /// An era sign at a token: the token behind it, and whether it is the Hijri one.
    pub fn era(&self, at: usize) -> Option<(usize, bool)> {
        if self.any(at, &["من"]) {
            let hijri = self.any(at + 1, &["الهجره"]);
            return (hijri || self.any(at + 1, &["الميلاد"])).then_some((at + 2, hijri));
        }
        let (front, hijri) = self.get(at, |w| match w {
            TimeWord::Era(hijri) | TimeWord::EraWord(hijri) => Some(hijri),
            _ => None,
        })?;
        if front.letters > 0 {
            return None;
        }
        let short = self.letters(at).chars().count() == 1;
        (!short || !self.sign(at + 1, &["."]) || !self.view.apart(at)).then_some((at + 1, hijri))
    }

    /// A year word before a year: عام, سنة, العام, لعام.
    fn year_word(&self, at: usize) -> bool {
        matches!(self.unit(at), Some((_, Unit::Year, Count::One)))
    }

    fn year_part(&self, at: usize, hijri: bool) -> (YearPart, usize) {
        let none = (YearPart::default(), at);
        if let Some(turn) = self.turn(at) {
            return (YearPart { turn: Some(turn), anchored: true, ..YearPart::default() }, at + 1);
        }
        let mut next = at;
        if self.sign(next, &["،", ","]) || self.any(next, &["من", "في", "سنه"]) && !self.year_word(next) {
            next += 1;
        }
        let named = self.year_word(next);
        if named {
            // من العام الماضي, العام المقبل
            if let (Some(turn), Some(today)) = (self.turn(next + 1), self.today) {
                let year = if hijri { today.hijri().map_or(today.year, |h| h.0) } else { today.year };
                let part = YearPart { year: Some(year + i32::from(turn)), anchored: true, ..YearPart::default() };
                return (part, next + 2);
            }
            next += 1;
        }
        let this = self.has(next, TimeWord::This).is_some() && self.year_word(next + 1);
        if this && let Some(today) = self.today {
            return (YearPart { year: Some(today.year), anchored: true, ..YearPart::default() }, next + 2);
        }
        let low = if named { 1 } else { 1000 };
        let Some((year, end)) = self.year(next, low, 2300).filter(|_| named || self.number(next).is_some_and(|n| !n.conjunction)) else {
            return none;
        };
        if !named && next > at && !self.number(next).is_some_and(|n| n.digits || n.value > 1000.0) {
            return none;
        }
        let era = self.era(end);
        let end = era.map_or(end, |e| e.0);
        (YearPart { year: Some(year), ..YearPart::default() }, end)
    }

    /// Puts day, month and what says the year together.
    fn dated(&self, partial: Partial, at: usize, after: usize) -> (Point, bool, usize) {
        let (part, end) = self.year_part(after, partial.month.hijri);
        let partial = Partial { turn: part.turn, ..partial };
        match part.year.and_then(|year| partial.in_year(year)) {
            Some(point) => (point, part.anchored, end),
            None if part.year.is_some() => (self.fill(partial, at), self.today.is_some(), after),
            None => (self.fill(partial, at), self.today.is_some(), end),
        }
    }

    /// A month behind a day: [من] [شهر] month, شهر 3, الشهر الثامن.
    fn month_after(&self, at: usize) -> Option<(MonthName, usize)> {
        let mut next = at;
        if self.any(next, &["من", "في", "ب"]) || self.sign(next, &["-", "."]) {
            next += 1;
        }
        if let Some((front, Unit::Month, Count::One)) = self.unit(next) {
            if let Some(hit) = self.month(next + 1).filter(|m| m.front.letters == 0) {
                return Some((hit.name, hit.end));
            }
            let number = self.number(next + 1).filter(|n| !n.conjunction && n.preposition.is_none())?;
            let fits = if front.article { number.ordinal() } else { number.cardinal() };
            let month = number.whole(1, 12).filter(|_| fits)? as u8;
            return Some((MonthName { month, hijri: false, weak: false }, number.tokens.end));
        }
        let hit = self.month(next)?;
        (!hit.front.conjunction).then_some((hit.name, hit.end))
    }

    /// A month by its number with its year: «الشهر التاسع سنة 2014».
    pub fn month_by_number(&self, at: usize) -> Option<Found> {
        let (month, after) = self.month_after(at)?;
        let partial = Partial { day: None, month, weekday: None, turn: None };
        let (point, anchored, end) = self.dated(partial, at, after);
        Some(Found { from: at, end, point, hijri: month.hijri, anchored, why: "month" })
    }

    /// A day with its month, and its year where that is said: «9 جمادى الأولى 1443», «الأول من شباط».
    pub fn day_month(&self, at: usize, weekday: Option<u8>) -> Option<Found> {
        let first_of = self.has(at, TimeWord::FirstOf).is_some();
        let (day, after) = if first_of { (1, at + 1) } else { self.day(at)? };
        let (month, end) = self.month_after(after)?;
        let spelled = self.number(at).is_some_and(|n| !n.digits);
        if month.weak && spelled && end == after + 1 {
            return None;
        }
        let partial = Partial { day: Some(day), month, weekday, turn: None };
        let (point, anchored, end) = self.dated(partial, at, end);
        Some(Found { from: at, end, point, hijri: month.hijri, anchored, why: "day and month" })
    }

    /// Three numbers with / - or . between them.
    pub fn numeric(&self, at: usize) -> Option<Found> {
        let found =
            |end: usize, point: Point, hijri: bool| Some(Found { from: at, end, point, hijri, anchored: false, why: "date in digits" });
        let word = self.word(at).filter(|w| w.kind == TokenKind::Number)?;
        let mut parts: Vec<u32> = word.surface.split('.').map(digits::plain).collect::<Option<_>>()?;
        let mut end = at + 1;
        let tight = parts.len() == 3;
        if parts.len() == 2 {
            return None;
        }
        while parts.len() < 3 && self.sign(end, &["/", "-", "\u{2013}", "."]) {
            let spaced = self.view.apart(end) || self.view.apart(end + 1);
            let next = self.word(end + 1).filter(|w| w.kind == TokenKind::Number && (!spaced || self.sign(end, &["/"])));
            let Some(number) = next.and_then(|w| digits::plain(w.surface)) else { break };
            parts.push(number);
            end += 2;
        }
        if parts.len() == 2 && !tight && self.sign(end, &["،", ","]) {
            // 08/12, 2015
            if let Some(year) =
                self.word(end + 1).and_then(|w| digits::plain(w.surface)).filter(|y| (1900..2200).contains(y) || (10..40).contains(y))
                && end == at + 3
            {
                // Only Americans write a comma before the year, and the month first.
                if parts.first().is_some_and(|month| *month <= 12) {
                    parts.reverse();
                }
                parts.push(year);
                end += 2;
            }
        }
        let short = |year: u32| match year {
            0..=49 => 2000 + year as i32,
            50..=99 => 1900 + year as i32,
            other => other as i32,
        };
        match *parts.as_slice() {
            [a, b, c] => {
                // A version or a score is no date: a short year has two digits, and stops ask for a word before them.
                if a < 1000 && c < 1000 && (!(10..100).contains(&c) || tight && !self.date_before(at)) {
                    return None;
                }
                let (day, month, year) = if a >= 1000 { (c, b, a as i32) } else { (a, b, short(c)) };
                let (day, month) = if month > 12 && day <= 12 { (month, day) } else { (day, month) };
                let (day, month) = (u8::try_from(day).ok()?, u8::try_from(month).ok()?);
                let era = self.era(end);
                let hijri = era.map_or((1250..=1550).contains(&year), |e| e.1);
                let end = era.map_or(end, |e| e.0);
                let date = if hijri { Date::from_hijri(year, month, day) } else { Date::new(year, month, day) }?;
                found(end, Point::Day(date), hijri)
            }
            [month, year] if (1..=12).contains(&month) && (1900..=2200).contains(&year) && end > at + 1 => {
                found(end, Point::Month(year as i32, month as u8), false)
            }
            [year, month] if (1..=12).contains(&month) && (1900..=2200).contains(&year) && self.sign(at + 1, &["/"]) => {
                found(end, Point::Month(year as i32, month as u8), false)
            }
            [day, month]
                if end == at + 3
                    && self.date_before(at)
                    && (self.sign(at + 1, &["/"]) || day > 12 && !self.sport && self.unit(end).is_none()) =>
            {
                let (day, month) = if month > 12 { (month, day) } else { (day, month) };
                let (day, month) =
                    (u8::try_from(day).ok().filter(|d| (1..=31).contains(d))?, u8::try_from(month).ok().filter(|m| (1..=12).contains(m))?);
                let month = MonthName { month, hijri: false, weak: false };
                let point = self.fill(Partial { day: Some(day), month, weekday: None, turn: None }, at);
                Some(Found { from: at, end, point, hijri: false, anchored: self.today.is_some(), why: "date in digits" })
            }
            _ => None,
        }
    }

    /// Whether what stands before a token asks for a date: في, يوم, بتاريخ, a weekday.
    fn date_before(&self, at: usize) -> bool {
        self.cue_before(at, Cue::BeforeDate) || at.checked_sub(1).is_some_and(|before| self.weekday(before, false).is_some())
    }

    /// Whether a word before a token makes a doubtful month or year sure.
    fn time_before(&self, at: usize) -> bool {
        self.cue_before(at, Cue::BeforeTime)
    }

    /// A month, with its year where that is said; also month before day.
    pub fn month_alone(&self, at: usize) -> Option<Found> {
        let named = matches!(self.unit(at), Some((f, Unit::Month, Count::One)) if !f.article);
        let (month, after) = if named {
            let hit = self.month(at + 1).filter(|m| m.front.letters == 0);
            match hit {
                Some(hit) => (hit.name, hit.end),
                None => {
                    let (month, end) = self.cardinal(at + 1, 1, 12)?;
                    if self.number(at + 1).is_some_and(|n| n.conjunction) {
                        return None;
                    }
                    let (part, end) = self.year_part(end, false);
                    let year = part.year.or(self.today.map(|t| t.year))?;
                    let point = Point::Month(year, month as u8);
                    return Some(Found { from: at, end, point, hijri: false, anchored: part.year.is_none(), why: "month" });
                }
            }
        } else {
            let hit = self.month(at)?;
            (hit.name, hit.end)
        };
        // يوليو 13
        let dash = usize::from(self.sign(after, &["-"]) && !self.view.apart(after));
        if let Some((day, end)) = self
            .day(after + dash)
            .filter(|_| self.number(after + dash).is_some_and(|n| n.digits && !n.conjunction && n.preposition.is_none()))
        {
            let unit = self.unit(end).is_some() || self.sign(end, &["%", "٪", "."]) && !self.view.apart(end + 1);
            if !unit && !month.weak {
                let partial = Partial { day: Some(day), month, weekday: None, turn: None };
                let (point, anchored, end) = self.dated(partial, at, end);
                return Some(Found { from: at, end, point, hijri: month.hijri, anchored, why: "month and day" });
            }
        }
        let (part, _) = self.year_part(after, month.hijri);
        let sure = !month.weak || named || part.year.is_some() || part.turn.is_some() || self.time_before(at);
        if !sure {
            return None;
        }
        let partial = Partial { day: None, month, weekday: None, turn: None };
        let (point, anchored, end) = self.dated(partial, at, after);
        Some(Found { from: at, end, point, hijri: month.hijri, anchored, why: "month" })
    }

    /// A year: عام 2008, 1445هـ, «2014-2018», a bare 2023 after في or منذ.
    pub fn year_alone(&self, at: usize) -> Option<Found> {
        let found = |end: usize, point: Point, hijri: bool| Some(Found { from: at, end, point, hijri, anchored: false, why: "year" });
        let unit = self.unit(at).filter(|(_, unit, _)| *unit == Unit::Year);
        let of = |year: i32, end: usize| {
            let era = self.era(end);
            let hijri = era
                .map_or((1250..=1499).contains(&year) && self.today.is_none_or(|t| t.year > 1600) && unit.is_some() && year > 1380, |e| {
                    e.1
                });
            let point = if hijri { Point::HijriYear(year) } else { Point::Year(year) };
            (point, era.map_or(end, |e| e.0), hijri)
        };
        match unit {
            Some((_, _, Count::One)) => {
                let bracket = usize::from(self.sign(at + 1, &["("]));
                let number = self.number(at + 1 + bracket).filter(|n| !n.conjunction && n.preposition.is_none())?;
                let (year, end) = self.year(number.tokens.start, 1, 2300)?;
                let low = number.digits && year < 100 && self.era(end).is_none();
                let few = !number.digits && year < 100 && self.era(end).is_none();
                if low || few || self.sign(end, &["%", "٪"]) {
                    return None;
                }
                if self.any(end, &["قبل"]) && self.any(end + 1, &["الميلاد"]) {
                    return found(end + 2, Point::Text(format!("BC{year:04}")), false);
                }
                // Who writes such a year in words, or its ones before its hundreds, counts from the Hijra.
                let old = if end > number.tokens.end { 1500 } else { 1000 };
                if !number.digits && year < old && self.era(end).is_none() {
                    return found(end, Point::HijriYear(year), true);
                }
                let (point, end, hijri) = of(year, end);
                // 2023-2024 and 2023/2024
                if self.sign(end, &["-", "/", "\u{2013}"])
                    && let Some((second, last)) = self.year(end + 1, i64::from(year) + 1, i64::from(year) + 50)
                {
                    return found(last, Point::Text(point.until(&of(second, last).0)), hijri);
                }
                found(end, point, hijri)
            }
            Some((front, _, Count::Two)) if !front.article => {
                let (first, end) = self.year(at + 1, 1000, 2300)?;
                let (second, end) = self.joined_year(end)?;
                let (last, end, hijri) = of(second, end);
                found(end, Point::Text(of(first, 0).0.until(&last)), hijri)
            }
            _ => {
                let (year, end) = self.year(at, 1000, 2300)?;
                let number = self.number(at)?;
                if let Some((end, hijri)) = self.era(end).filter(|_| number.digits) {
                    let point = if hijri { Point::HijriYear(year) } else { Point::Year(year) };
                    return found(end, point, hijri);
                }
                let usual = number.digits && (1900..=2100).contains(&year);
                if usual
                    && self.sign(end, &["-", "\u{2013}", "/"])
                    && let Some((second, last)) = self.year(end + 1, i64::from(year) + 1, 2100)
                {
                    return found(last, Point::Text(format!("{year:04}/{second:04}")), false);
                }
                let counted = self.word(end).is_some_and(|w| {
                    let noun = w
                        .facts
                        .tag
                        .is_some_and(|t| t.upos == crate::morph::Upos::Noun && !t.definite() && t.conjunction == 0 && t.preposition == 0);
                    w.is_word() && noun || matches!(w.surface, "%" | "٪" | "$" | "€")
                });
                let placed = self.time_before(at)
                    || number.preposition == Some('ل')
                    || self.sign(at.wrapping_sub(1), &["("]) && self.sign(end, &[")"]);
                (usual && placed && !counted).then(|| found(end, Point::Year(year), false)).flatten()
            }
        }
    }

    /// «و2020» or «- 2020» behind a year.
    pub fn joined_year(&self, at: usize) -> Option<(i32, usize)> {
        let lone = usize::from(self.any(at, &["و"]) || self.sign(at, &["-", "\u{2013}", "/"]));
        let (year, end) = self.year(at + lone, 1000, 2300)?;
        (lone == 1 || self.number(at).is_some_and(|n| n.conjunction)).then_some((year, end))
    }
}
