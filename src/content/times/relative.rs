//! Dates that count from the document's: اليوم, أمس الاثنين, الأسبوع المقبل, هذا العام, نهاية الشهر, الربع الأول.

use super::Date;
use super::point::{Found, Point};
use super::resolve::Partial;
use super::scene::Scene;
use super::words::{Count, MonthName, TimeWord, Unit};
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
        let bare_tomorrow = self.any(here, &["غد"]) && !lone_day;
        (!bare_tomorrow).then_some((days, here + 1))
    }

    /// Whether اليوم means today: not «اليوم التالي», «في اليوم», «طوال اليوم».
    fn is_today(&self, at: usize) -> bool {
        if self.weekday(at + 1, false).is_some() {
            return true;
        }
        let before = at.checked_sub(1).map_or("", |b| self.letters(b));
        if matches!(
            before,
            "في" | "طوال"
                | "طيله"
                | "ذلك"
                | "وذلك"
                | "كل"
                | "خلال"
                | "نفس"
                | "ذات"
                | "من"
                | "تلك"
                | "مدار"
                | "صحيفه"
                | "جريده"
                | "موقع"
                | "قناه"
        ) {
            return false;
        }
        let Some(next) = self.word(at + 1) else { return true };
        if self.number(at + 1).is_some_and(|n| n.article)
            || matches!(next.facts.folded.as_str(), "نفسه" | "ذاته" | "الذي" | "التالي" | "السابق" | "الي" | "الواحد")
        {
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
        let (front, weekday) = self.weekday(here, day_word)?;
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
        if self.any(here + 1, &["من"]) {
            if let Some(week) = self.relative_unit(here + 2) {
                if let (Point::Week(..), Some(today)) = (&week.point, self.today) {
                    let turn = self.week_turn(&week, today);
                    let monday = today.plus_days(1 - i64::from(today.weekday()) + 7 * turn);
                    let point = Point::Day(monday.plus_days(i64::from(weekday) - 1));
                    return Some(Found { from: at, end: week.end, point, hijri: false, anchored, why: "weekday" });
                }
            }
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

    fn week_turn(&self, week: &Found, today: Date) -> i64 {
        let Point::Week(year, number) = week.point else { return 0 };
        let this = today.week();
        [-1, 0, 1].into_iter().find(|turn| today.plus_days(7 * turn).week() == (year, number)).unwrap_or(if (year, number) < this {
            -1
        } else {
            1
        })
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

    fn unit_point(&self, unit: Unit, turn: i8) -> Option<Point> {
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
        let word = self.letters(at + 1 + after);
        let anaphoric = matches!(word, "السابق" | "السابقه" | "التالي" | "التاليه" | "اللاحق" | "اللاحقه" | "الاخير" | "الاخيره");
        if anaphoric && self.verbal() || unit == Unit::Day && turn == 0 {
            return None;
        }
        let turn = turn + if after == 1 { 1 } else { 0 };
        self.unit_point(unit, turn).and_then(|p| found(at + 2 + after, p))
    }

    /// «نهاية الشهر», «أواخر العام»: behind a word for a part of it, the unit alone is the current one.
    pub fn edge(&self, at: usize) -> Option<Found> {
        let front = self.has(at, TimeWord::Edge).filter(|f| !f.article)?;
        if front.preposition == Some('ك') {
            return None;
        }
        if let Some((_, unit, Count::One)) = self.unit(at + 1).filter(|_| self.definite(at + 1) && self.turn(at + 2).is_none()) {
            if matches!(unit, Unit::Week | Unit::Month | Unit::Year) && self.number(at + 2).is_none_or(|n| !n.ordinal()) {
                let year = self.year(at + 2, 1000, 2300).is_some();
                if !year {
                    let point = self.unit_point(unit, 0)?;
                    return Some(Found {
                        from: at,
                        end: at + 2,
                        point,
                        hijri: false,
                        anchored: self.today.is_some(),
                        why: "relative to the document",
                    });
                }
            }
        }
        let year = self.year(at + 1, 1900, 2100).map(|(year, end)| {
            let era = self.era(end);
            let point = if era.is_some_and(|e| e.1) { Point::HijriYear(year) } else { Point::Year(year) };
            Found { from: at, end: era.map_or(end, |e| e.0), point, hijri: era.is_some_and(|e| e.1), anchored: false, why: "year" }
        });
        let inner = self
            .period(at + 1)
            .or_else(|| self.relative_unit(at + 1))
            .or_else(|| self.decade(at + 1))
            .or_else(|| self.month_alone(at + 1))
            .or_else(|| self.weak_month(at + 1))
            .or_else(|| self.year_alone(at + 1))
            .or(year)
            .or_else(|| self.season(at + 1))?;
        Some(Found { from: at, ..inner })
    }

    /// A month that only the word before makes sure.
    fn weak_month(&self, at: usize) -> Option<Found> {
        let hit = self.month(at)?;
        let partial = Partial { day: None, month: MonthName { weak: false, ..hit.name }, weekday: None, turn: None };
        Some(Found {
            from: at,
            end: hit.end,
            point: self.fill(partial, at),
            hijri: hit.name.hijri,
            anchored: self.today.is_some(),
            why: "month",
        })
    }

    /// A year said behind a period: «من عام 2025», «من العام الجاري», «2016».
    fn period_year(&self, at: usize) -> Option<(i32, usize, bool)> {
        let of = usize::from(self.any(at, &["من", "لعام", "في", "ل"]) && self.year(at, 1900, 2100).is_none());
        let next = if self.any(at, &["لعام", "للعام"]) { at } else { at + of };
        if let Some(found) = self.relative_unit(next) {
            if let Point::Year(year) = found.point {
                return Some((year, found.end, true));
            }
        }
        if let Some(found) = self.year_alone(next) {
            if let Point::Year(year) = found.point {
                return Some((year, found.end, false));
            }
        }
        let (year, end) = self.year(next, 1900, 2100).filter(|_| self.number(next).is_some_and(|n| !n.conjunction))?;
        Some((year, end, false))
    }

    /// «الربع الأول من عام 2024», «النصف الثاني من 2025», «الفترة نفسها من العام الماضي» is left to the reader of the text.
    pub fn period(&self, at: usize) -> Option<Found> {
        let (parts, sign) = match self.letters(at) {
            "الربع" | "بالربع" | "والربع" | "للربع" => (4, "Q"),
            "النصف" | "بالنصف" | "والنصف" | "للنصف" => (2, "H"),
            _ => return None,
        };
        let last = self.any(at + 1, &["الاخير"]);
        let number = if last { parts } else { self.number(at + 1).filter(|n| n.ordinal() && n.article)?.whole(1, parts)? };
        let after = if last { at + 2 } else { self.number(at + 1)?.tokens.end };
        if let Some((year, end, anchored)) = self.period_year(after) {
            return Some(Found {
                from: at,
                end,
                point: Point::Text(format!("{year:04}-{sign}{number}")),
                hijri: false,
                anchored,
                why: "part of a year",
            });
        }
        if self.any(after, &["من"]) && matches!(self.unit(after + 1), Some((_, Unit::Year, Count::One))) && self.definite(after + 1) {
            let point = self.today.map(|t| Point::Text(format!("{:04}-{sign}{number}", t.year)))?;
            return Some(Found { from: at, end: after + 2, point, hijri: false, anchored: true, why: "part of a year" });
        }
        // Bare, it is a quarter of the year only where nothing else has quarters.
        let bare = parts == 4 && !self.sport && !self.any(after, &["من", "في"]) && self.word(after).is_none_or(|w| !w.facts.article());
        let in_text = parts == 4 && !self.sport && self.any(after, &["في"]);
        let today = self.today.filter(|_| bare || in_text)?;
        let started = i64::from(today.month) > 3 * (number - 1);
        let year = if started || self.future(at) { today.year } else { today.year - 1 };
        Some(Found {
            from: at,
            end: after,
            point: Point::Text(format!("{year:04}-{sign}{number}")),
            hijri: false,
            anchored: true,
            why: "part of a year",
        })
    }

    /// القرن الماضي, القرن العشرين, القرن الحادي عشر الهجري: number and calendar.
    fn century(&self, at: usize) -> Option<(i64, bool, usize)> {
        if !matches!(self.unit(at), Some((_, Unit::Century, Count::One))) || !self.definite(at) {
            return None;
        }
        if let Some(turn) = self.turn(at + 1).filter(|_| self.definite(at + 1)) {
            let now = self.today.map_or(21, |t| i64::from(t.year) / 100 + 1);
            return Some((now + i64::from(turn), false, at + 2));
        }
        let number = self.number(at + 1).filter(|n| !n.conjunction && n.preposition.is_none())?;
        let century = number.whole(1, 30).filter(|_| number.article || number.digits)?;
        let end = number.tokens.end;
        let (hijri, end) = match self.letters(end) {
            "الهجري" => (true, end + 1),
            "الميلادي" => (false, end + 1),
            _ => (false, end),
        };
        Some((century, hijri, end))
    }

    /// A century or a decade: «القرن العشرين», «ثلاثينيات القرن الماضي», «التسعينيات».
    pub fn decade(&self, at: usize) -> Option<Found> {
        let years = |from: i64, to: i64| {
            let first = Date::hijri_month(i32::try_from(from).ok()?, 1)?.0;
            Some(Point::Days(first, Date::hijri_month(i32::try_from(to).ok()?, 12)?.1))
        };
        if let Some((century, hijri, end)) = self.century(at) {
            let first = (century - 1) * 100;
            let point = if hijri { years(first + 1, first + 100)? } else { Point::Text(format!("{:02}XX", century - 1)) };
            return Some(Found { from: at, end, point, hijri, anchored: false, why: "century" });
        }
        let (front, tens) = self.get(at, |w| match w {
            TimeWord::Decade(tens) => Some(tens),
            _ => None,
        })?;
        let found = |end: usize, point: Point, hijri: bool| Some(Found { from: at, end, point, hijri, anchored: false, why: "decade" });
        let of = usize::from(self.any(at + 1, &["من"]));
        if let Some((century, hijri, end)) = self.century(at + 1 + of) {
            let first = (century - 1) * 100 + i64::from(tens) * 10;
            let point = if hijri { years(first, first + 9)? } else { Point::Text(format!("{:03}X", first / 10)) };
            return found(end, point, hijri);
        }
        front.article.then(|| found(at + 1, Point::Text(format!("19{tens}X")), false)).flatten()
    }

    /// صيف 2016, الصيف الماضي, شتاء العام الماضي.
    pub fn season(&self, at: usize) -> Option<Found> {
        let this = usize::from(self.has(at, TimeWord::This).is_some());
        let (front, season) = self.get(at + this, |w| match w {
            TimeWord::Season(season) => Some(season),
            _ => None,
        })?;
        let found = |end: usize, year: i32, anchored: bool| {
            Some(Found { from: at, end, point: Point::Text(format!("{year:04}-{season}")), hijri: false, anchored, why: "season" })
        };
        let next = at + this + 1;
        if this == 1 {
            return self.today.filter(|_| front.article).and_then(|t| found(next, t.year, true));
        }
        if let Some((year, end, anchored)) = self.period_year(next) {
            return found(end, year, anchored);
        }
        let turn = self.turn(next).filter(|_| front.article && self.definite(next))?;
        let today = self.today?;
        let month = match season {
            "SP" => 4,
            "SU" => 7,
            "FA" => 10,
            _ => 1,
        };
        let month = MonthName { month, hijri: false, weak: false };
        match self.fill(Partial { day: None, month, weekday: None, turn: Some(turn) }, at) {
            Point::Month(year, _) => found(next + 1, year, true),
            _ => found(next + 1, today.year, true),
        }
    }
}
