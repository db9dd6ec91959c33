//! Stretches of the calendar: «نهاية الشهر», «الربع الأول من 2024», «ثلاثينيات القرن الماضي», «صيف 2016».

use super::Date;
use super::point::{Found, Point};
use super::resolve::Partial;
use super::scene::Scene;
use super::words::{Count, MonthName, TimeWord, Unit};

impl Scene<'_> {
    /// «نهاية الشهر», «أواخر العام»: behind a word for a part of it, the unit alone is the current one.
    pub fn edge(&self, at: usize) -> Option<Found> {
        let front = self.has(at, TimeWord::Edge).filter(|f| !f.article)?;
        if front.preposition == Some('ك') {
            return None;
        }
        if let Some((_, unit, Count::One)) = self.unit(at + 1).filter(|_| self.definite(at + 1) && self.turn(at + 2).is_none())
            && matches!(unit, Unit::Week | Unit::Month | Unit::Year)
            && self.number(at + 2).is_none_or(|n| !n.ordinal())
        {
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
        if let Some(found) = self.relative_unit(next)
            && let Point::Year(year) = found.point
        {
            return Some((year, found.end, true));
        }
        if let Some(found) = self.year_alone(next)
            && let Point::Year(year) = found.point
        {
            return Some((year, found.end, false));
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
        if self.any(end, &["قبل"]) && self.any(end + 1, &["الميلاد"]) {
            return Some((-century, false, end + 2));
        }
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
            if century < 0 {
                let point = Point::Text(format!("BC{:02}XX", -century - 1));
                return Some(Found { from: at, end, point, hijri: false, anchored: false, why: "century" });
            }
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
        if let Some((century, hijri, end)) = self.century(at + 1 + of).filter(|c| c.0 > 0) {
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
