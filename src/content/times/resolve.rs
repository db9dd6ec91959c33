//! Which year, which week: dates that leave something out, filled in from the document's date.
//!
//! A turn (الماضي, المقبل) decides; without one the nearest day does, moved a year on or back where the verb says that
//! it is to come or has been.

use super::Date;
use super::point::Point;
use super::scene::Scene;
use super::words::MonthName;

/// From so many days on, the verb outweighs nearness.
const FAR: i64 = 45;

/// A day or month whose year is left out.
#[derive(Debug, Clone, Copy)]
pub struct Partial {
    /// Day of the month.
    pub day: Option<u8>,
    /// The month.
    pub month: MonthName,
    /// The weekday beside it.
    pub weekday: Option<u8>,
    /// ماضٍ −1, جارٍ 0, مقبل 1.
    pub turn: Option<i8>,
}

impl Partial {
    /// The point in a year of its calendar.
    pub fn in_year(&self, year: i32) -> Option<Point> {
        match (self.day, self.month.hijri) {
            (Some(day), false) => Date::new(year, self.month.month, day).map(Point::Day),
            (Some(day), true) => Date::from_hijri(year, self.month.month, day).map(Point::Day),
            (None, false) => Some(Point::Month(year, self.month.month)),
            (None, true) => Date::hijri_month(year, self.month.month).map(|_| Point::HijriMonth(year, self.month.month)),
        }
    }

    /// The middle of the point in a year, to measure nearness by.
    fn middle(&self, year: i32) -> Option<Date> {
        let day = self.day.unwrap_or(15);
        if self.month.hijri { Date::from_hijri(year, self.month.month, day) } else { Date::new(year, self.month.month, day) }
    }

    /// Without any date to count from.
    fn open(&self) -> Point {
        let month = self.month.month;
        Point::Text(match (self.day, self.month.hijri) {
            (Some(day), false) => format!("XXXX-{month:02}-{day:02}"),
            (None, false) => format!("XXXX-{month:02}"),
            (_, true) => "XXXX".into(),
        })
    }
}

impl Scene<'_> {
    /// Fills the year of a day or month in.
    pub fn fill(&self, partial: Partial, at: usize) -> Point {
        self.filled(partial, at).unwrap_or_else(|| partial.open())
    }

    fn filled(&self, partial: Partial, at: usize) -> Option<Point> {
        let today = self.today?;
        let this_year = if partial.month.hijri { today.hijri()?.0 } else { today.year };
        let this_month = if partial.month.hijri { today.hijri()?.1 } else { today.month };
        let candidates = || (this_year - 1..=this_year + 1).filter_map(|y| partial.middle(y).map(|m| (y, m.days_since(today))));
        let same_month = |year: i32| year == this_year && partial.month.month == this_month;
        let year = match partial.turn {
            Some(-1) => candidates().filter(|(y, d)| *d < 0 && !(partial.day.is_none() && same_month(*y))).max_by_key(|(_, d)| *d)?.0,
            Some(1) => candidates().filter(|(y, d)| *d > 0 && !(partial.day.is_none() && same_month(*y))).min_by_key(|(_, d)| *d)?.0,
            Some(_) => this_year,
            None => self.nearest(partial, candidates(), at)?,
        };
        partial.in_year(year)
    }

    fn nearest(&self, partial: Partial, candidates: impl Iterator<Item = (i32, i64)> + Clone, at: usize) -> Option<i32> {
        if let Some(weekday) = partial.weekday {
            let fits = |(year, _): &(i32, i64)| partial.in_year(*year).and_then(|p| p.day()).is_some_and(|d| d.weekday() == weekday);
            if let Some((year, _)) = candidates.clone().filter(fits).min_by_key(|(_, d)| d.abs()) {
                return Some(year);
            }
        }
        let (year, days) = candidates.clone().min_by_key(|(_, d)| d.abs())?;
        if !self.verbal() {
            // A bare expression means the year it is said in.
            return candidates.clone().map(|(y, _)| y).nth(1).or(Some(year));
        }
        let future = self.future(at);
        let other = if future && days < -FAR {
            candidates.clone().filter(|(_, d)| *d > 0).min_by_key(|(_, d)| *d)
        } else if !future && days > 2 * FAR {
            candidates.clone().filter(|(_, d)| *d < 0).max_by_key(|(_, d)| *d)
        } else {
            None
        };
        Some(other.map_or(year, |(y, _)| y))
    }

    /// The day of a weekday: by its turn, else the last one or, where it is to come, the next.
    pub fn weekday_day(&self, weekday: u8, turn: Option<i8>, at: usize) -> Point {
        let Some(today) = self.today else { return Point::Text(format!("XXXX-WXX-{weekday}")) };
        let back = (i64::from(today.weekday()) - i64::from(weekday)).rem_euclid(7);
        let days = match turn {
            Some(-1) => -(if back == 0 { 7 } else { back }),
            Some(1) => 7 - back,
            Some(_) => (7 - back) % 7,
            None if back == 0 => 0,
            None if self.future(at) => 7 - back,
            None => -back,
        };
        Point::Day(today.plus_days(days))
    }
}
