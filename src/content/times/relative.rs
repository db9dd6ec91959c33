//! Dates that count from the document's: اليوم, أمس الاثنين, الأسبوع المقبل, هذا العام, نهاية الشهر, الربع الأول.

use super::Date;
use super::cues::Cue;
use super::point::{Found, Point};
use super::scene::Scene;
use super::words::{Count, TimeWord, Unit};
use crate::morph::Upos;

impl Scene<'_> {
    /// Whether a word carries the article.
    pub fn definite(&self, at: usize) -> bool {
        let letters = self.letters(at);
        ["ال", "وال", "فال", "بال", "كال", "لل", "ولل", "وبال"].iter().any(|front| letters.starts_with(front))
    }

    fn day_word(&self, at: usize) -> Option<i8> {
        let (front, days) = self.get(at, |w| match w {
            TimeWord::Day(days) => Some(days),
            _ => None,
        })?;
        // «غد» alone is rarely tomorrow; «باليوم» is "a day".
        (front.preposition != Some('ب')).then_some(days)
    }

    /// أول أمس, أول من أمس, بعد غد, يوم أمس, اليوم: the days from today, and the token behind.
    fn days(&self, at: usize) -> Option<(i8, usize)> {
        let lone_day = matches!(self.unit(at), Some((_, Unit::Day, Count::One))) && self.day_word(at).is_none();
        let here = if lone_day { at + 1 } else { at };
        if self.any(here, &["اول", "قبل", "واول"]) {
            let of = usize::from(self.any(here + 1, &["من"]));
            let before = self.day_word(here + 1 + of).filter(|d| *d == -1);
            return before.map(|_| (-2, here + 2 + of));
        }
        if self.any(here, &["بعد", "وبعد"]) {
            return self.day_word(here + 1).filter(|d| *d == 1).map(|_| (2, here + 2));
        }
        let days = self.day_word(here)?;
        if days == 0 {
            return (!lone_day && self.is_today(at)).then_some((0, at + 1));
        }
        // «أمس الأول»
        if days == -1 && self.any(here + 1, &["الاول"]) {
            return Some((-2, here + 2));
        }
        let after_part = here.checked_sub(1).is_some_and(|b| self.get(b, |w| matches!(w, TimeWord::Part(_)).then_some(())).is_some());
        let bare_tomorrow = self.any(here, &["غد"]) && !lone_day && !after_part && self.weekday(here + 1, false).is_none();
        (!bare_tomorrow).then_some((days, here + 1))
    }

    /// Whether اليوم means today: not «اليوم التالي», «في اليوم», «طوال اليوم».
    fn is_today(&self, at: usize) -> bool {
        if self.weekday(at + 1, false).is_some() {
            return true;
        }
        if self.cue_before(at, Cue::BeforeADay) {
            return false;
        }
        let Some(next) = self.word(at + 1) else { return true };
        if self.number(at + 1).is_some_and(|n| n.article) || self.cue(at + 1, Cue::AfterADay) {
            return false;
        }
        let adjective = next.is_word() && next.facts.tag.is_some_and(|t| t.upos == Upos::Adj && t.definite() && t.conjunction == 0);
        !adjective
    }

    /// What stands behind a day that was found: its weekday and its full date, which are one expression with it.
    fn with_apposition(&self, from: usize, end: usize, point: Point, why: &'static str) -> Found {
        let mut found = Found { from, end, point, hijri: false, anchored: self.today.is_some(), why };
        let bracket = usize::from(self.sign(end, &["(", "،", ","]));
        if let Some((front, weekday)) = self.weekday(end + bracket, false).filter(|(front, _)| front.letters == 0) {
            let agrees = found.point.day().is_none_or(|d| d.weekday() == weekday);
            let closed = self.sign(end + bracket + 1, &[")"]);
            if front.article && agrees && (bracket == 0 || closed || self.sign(end, &["،", ","])) {
                found.end = end + bracket + 1 + usize::from(closed && self.sign(end, &["("]));
                if found.point.day().is_none() {
                    found.point = self.weekday_day(weekday, None, from);
                }
            }
        }
        if let Some(date) = self.explicit_day(found.end, None) {
            found = Found { from, ..date };
        }
        found
    }

    /// A day that is written out.
    pub fn explicit_day(&self, at: usize, weekday: Option<u8>) -> Option<Found> {
        let found = self.numeric(at).or_else(|| self.day_month(at, weekday))?;
        (found.point.day().is_some() || self.today.is_none()).then_some(found)
    }

    /// اليوم, أمس, غدا with what explains them.
    pub fn day_from_today(&self, at: usize) -> Option<Found> {
        if self.has(at, TimeWord::This).is_some() && self.any(at + 1, &["اليوم"]) {
            let point = self.today.map_or_else(|| Point::Text("XXXX-XX-XX".into()), Point::Day);
            return Some(self.with_apposition(at, at + 2, point, "day from today"));
        }
        let (days, end) = self.days(at)?;
        let point = match self.today {
            Some(today) => Point::Day(today.plus_days(i64::from(days))),
            None if days == 0 => Point::Text("PRESENT_REF".into()),
            None => Point::Text("XXXX-XX-XX".into()),
        };
        Some(self.with_apposition(at, end, point, "day from today"))
    }

    /// A weekday with its turn or its date: «الاثنين المقبل», «يوم الأربعاء 6 شوال».
    pub fn weekday_date(&self, at: usize) -> Option<Found> {
        let this = self.has(at, TimeWord::This).is_some() && self.weekday(at + 1, false).is_some();
        let day_word = matches!(self.unit(at), Some((_, Unit::Day, Count::One))) && self.weekday(at + 1, true).is_some();
        let here = at + usize::from(this || day_word);
        let (front, weekday) = self.weekday(here, true)?;
        if !front.article && !day_word {
            // «ثلاثاء الأسبوع الماضي»
            return self.day_of_week(at, here + 1, weekday);
        }
        if here > at && front.letters > 0 {
            return None;
        }
        // «السبت الأسود»? A weekday of a name is told by nothing here; «الأحد عشر» is a number.
        if self.any(here + 1, &["عشر"]) {
            return None;
        }
        let anchored = self.today.is_some();
        let plain = |end: usize, turn: Option<i8>| Found {
            from: at,
            end,
            point: self.weekday_day(weekday, turn, at),
            hijri: false,
            anchored,
            why: "weekday",
        };
        if let Some(turn) = self.turn(here + 1).filter(|_| self.definite(here + 1)) {
            let found = plain(here + 2, Some(turn));
            let bracket = usize::from(self.sign(found.end, &["(", "،", ","]));
            let date = self.explicit_day(found.end + bracket, Some(weekday));
            return Some(match date {
                Some(date) => Found { from: at, end: date.end + usize::from(bracket == 1 && self.sign(date.end, &[")"])), ..date },
                None => found,
            });
        }
        if self.any(here + 1, &["من"])
            && let Some(found) = self.day_of_week(at, here + 2, weekday)
        {
            return Some(found);
        }
        let mut next = here + 1;
        let comma = self.sign(next, &["،", ",", "-", "\u{2013}", "(", "|"]) || self.any(next, &["الموافق", "في"]);
        if comma {
            next += 1;
        }
        if let Some(date) = self.explicit_day(next, Some(weekday)).filter(|_| !(comma && self.sign(here + 1, &["|"]))) {
            let closed = usize::from(self.sign(here + 1, &["("]) && self.sign(date.end, &[")"]));
            return Some(Found { from: at, end: date.end + closed, ..date });
        }
        if let Some(found) = self.day_of_month(here + 1, Some(weekday)) {
            return Some(Found { from: at, ..found });
        }
        if this {
            return Some(plain(here + 1, Some(1)));
        }
        Some(plain(here + 1, None))
    }

    /// A weekday of the week that is said at `week`.
    fn day_of_week(&self, from: usize, week: usize, weekday: u8) -> Option<Found> {
        let week = self.relative_unit(week)?;
        let today = self.today.filter(|_| matches!(week.point, Point::Week(..)))?;
        let monday = today.plus_days(1 - i64::from(today.weekday()) + 7 * self.week_turn(&week, today));
        let point = Point::Day(monday.plus_days(i64::from(weekday) - 1));
        Some(Found { from, end: week.end, point, hijri: false, anchored: true, why: "weekday" })
    }

    fn week_turn(&self, week: &Found, today: Date) -> i64 {
        let Point::Week(year, number) = week.point else { return 0 };
        let this = today.week();
        [-1, 0, 1].into_iter().find(|turn| today.plus_days(7 * turn).week() == (year, number)).unwrap_or(if (year, number) < this {
            -1
        } else {
            1
        })
    }

    /// «يوم 27»: a day of the month alone; «يوم 3 جوان»: the date with the word before it.
    pub fn day_number(&self, at: usize) -> Option<Found> {
        let named = matches!(self.unit(at), Some((front, Unit::Day, Count::One)) if !front.article);
        if let Some(date) = self.explicit_day(at + 1, None).or_else(|| self.day_of_month(at + 1, None)).filter(|_| named) {
            return Some(Found { from: at, ..date });
        }
        let number = self.number(at + 1).filter(|n| named && n.digits && !n.conjunction && n.preposition.is_none())?;
        let (day, end) = self.day(number.tokens.start)?;
        let free = self.word(end).is_none_or(|w| !w.is_word() || w.facts.upos != Upos::Noun) && !self.sign(end, &["%", "٪", "/", "-"]);
        let today = self.today.filter(|_| free)?;
        let fits = |months: i64| Date::new(today.plus_months(months).year, today.plus_months(months).month, day);
        let date = [0, 1, -1].into_iter().filter_map(fits).min_by_key(|d| d.days_since(today).abs())?;
        Some(Found { from: at, end, point: Point::Day(date), hijri: false, anchored: true, why: "day of a month" })
    }

    /// A day of this or the next month: «19 من الشهر الجاري», «12 الجاري».
    pub fn day_of_month(&self, at: usize, weekday: Option<u8>) -> Option<Found> {
        let (day, after) = self.day(at)?;
        let number = self.number(at)?;
        let of = usize::from(self.any(after, &["من"]));
        let direct = self.turn(after + of).filter(|_| self.definite(after + of) && (number.digits || of == 1));
        let (month, end) = match direct {
            Some(turn) => (self.today.map(|t| t.plus_months(i64::from(turn))), after + of + 1),
            None if of == 1 => {
                let unit = self.relative_unit(after + 1)?;
                let Point::Month(year, month) = unit.point else { return None };
                (Date::new(year, month, 1), unit.end)
            }
            None => {
                // السبت السادس عشر
                let weekday = weekday.filter(|_| number.ordinal() && number.article)?;
                let today = self.today?;
                let fits = |months: i64| {
                    Date::new(today.plus_months(months).year, today.plus_months(months).month, day).filter(|d| d.weekday() == weekday)
                };
                let date = [0, 1, -1].into_iter().find_map(fits)?;
                return Some(Found { from: at, end: after, point: Point::Day(date), hijri: false, anchored: true, why: "day of a month" });
            }
        };
        let point =
            month.and_then(|m| Date::new(m.year, m.month, day)).map_or_else(|| Point::Text(format!("XXXX-XX-{day:02}")), Point::Day);
        Some(Found { from: at, end, point, hijri: false, anchored: self.today.is_some(), why: "day of a month" })
    }

    /// A unit so many turns from now.
    pub fn unit_point(&self, unit: Unit, turn: i8) -> Option<Point> {
        let Some(today) = self.today else {
            let open = match unit {
                Unit::Day => "XXXX-XX-XX",
                Unit::Week => "XXXX-WXX",
                Unit::Month => "XXXX-XX",
                Unit::Year => "XXXX",
                Unit::Decade => "XXXX",
                _ => return None,
            };
            return Some(Point::Text(open.into()));
        };
        let turn = i64::from(turn);
        Some(match unit {
            Unit::Day => Point::Day(today.plus_days(turn)),
            Unit::Week => {
                let (year, week) = today.plus_days(7 * turn).week();
                Point::Week(year, week)
            }
            Unit::Month => {
                let month = today.plus_months(turn);
                Point::Month(month.year, month.month)
            }
            Unit::Year => Point::Year(today.year + turn as i32),
            Unit::Decade => Point::Text(format!("{:03}X", today.year / 10 + turn as i32)),
            Unit::Century => Point::Text(format!("{:02}XX", today.year / 100 + turn as i32)),
            _ => return None,
        })
    }

    /// هذا العام, الأسبوع المقبل, الشهر الجاري, القرن الماضي.
    pub fn relative_unit(&self, at: usize) -> Option<Found> {
        let found = |end: usize, point: Point| {
            Some(Found { from: at, end, point, hijri: false, anchored: self.today.is_some(), why: "relative to the document" })
        };
        if self.has(at, TimeWord::This).is_some() {
            let (_, unit, count) = self.unit(at + 1).filter(|_| self.definite(at + 1))?;
            let whole =
                count == Count::One && matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century);
            return whole.then(|| self.unit_point(unit, 0)).flatten().and_then(|p| found(at + 2, p));
        }
        let (_, unit, count) = self.unit(at)?;
        if count != Count::One || !self.definite(at) {
            return None;
        }
        // «الأسبوع بعد القادم»
        let after = usize::from(self.any(at + 1, &["بعد"]));
        let turn = self.turn(at + 1 + after).filter(|_| self.definite(at + 1 + after))?;
        if self.cue(at + 1 + after, Cue::Anaphoric) && self.verbal() || unit == Unit::Day && turn == 0 {
            return None;
        }
        let turn = turn + if after == 1 { 1 } else { 0 };
        let end = at + 2 + after;
        // «الأسبوع الماضي الأحد»
        if let (Unit::Week, Some(today), Some((front, weekday))) = (unit, self.today, self.weekday(end, false))
            && front.letters == 0
        {
            let monday = today.plus_days(1 - i64::from(today.weekday()) + 7 * i64::from(turn));
            return found(end + 1, Point::Day(monday.plus_days(i64::from(weekday) - 1)));
        }
        self.unit_point(unit, turn).and_then(|p| found(end, p))
    }
}
