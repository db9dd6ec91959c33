//! The so-manieth day, weekday or week of a month: «أول يوم من رمضان», «الثلاثاء الأول من نوفمبر», «آخر جمعة من الشهر».

use super::Date;
use super::point::{Found, Point};
use super::scene::Scene;
use super::words::{Count, TimeWord, Unit};

/// What is counted in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counted {
    Day,
    Week,
    Weekday(u8),
}

/// First and last day of a point.
fn bounds(point: &Point) -> Option<(Date, Date)> {
    match *point {
        Point::Month(year, month) => Some((Date::new(year, month, 1)?, Date::month_end(year, month)?)),
        Point::HijriMonth(year, month) => Date::hijri_month(year, month),
        Point::Year(year) => Some((Date::new(year, 1, 1)?, Date::new(year, 12, 31)?)),
        _ => None,
    }
}

/// The `nth` of what is counted; the last where it is none.
fn pick(counted: Counted, nth: Option<i64>, first: Date, last: Date) -> Option<Point> {
    let inside = |date: Date| (first <= date && date <= last).then_some(Point::Day(date));
    match (counted, nth) {
        (Counted::Day, Some(n)) => inside(first.plus_days(n - 1)),
        (Counted::Day, None) => Some(Point::Day(last)),
        (Counted::Weekday(day), Some(n)) => {
            let ahead = (i64::from(day) - i64::from(first.weekday())).rem_euclid(7);
            inside(first.plus_days(ahead + 7 * (n - 1)))
        }
        (Counted::Weekday(day), None) => {
            let back = (i64::from(last.weekday()) - i64::from(day)).rem_euclid(7);
            inside(last.plus_days(-back))
        }
        // A week belongs to the month of its Thursday, as in ISO 8601.
        (Counted::Week, nth) => {
            let monday = |date: Date| date.plus_days(1 - i64::from(date.weekday()));
            let start = match nth {
                Some(n) => {
                    let whole = monday(first);
                    let start = if whole.plus_days(3) < first { whole.plus_days(7) } else { whole };
                    start.plus_days(7 * (n - 1))
                }
                None => {
                    let whole = monday(last);
                    if whole.plus_days(6) > last { whole.plus_days(-7) } else { whole }
                }
            };
            let (year, week) = start.week();
            Some(Point::Week(year, week))
        }
    }
}

impl Scene<'_> {
    fn counted_unit(&self, at: usize, definite: bool) -> Option<(Counted, usize)> {
        if let Some((front, day)) = self.weekday(at, true) {
            return (front.article == definite && !front.conjunction).then_some((Counted::Weekday(day), at + 1));
        }
        let (_, unit, count) = self.unit(at)?;
        if count != Count::One || self.definite(at) != definite {
            return None;
        }
        match unit {
            Unit::Day => match self.weekday(at + 1, true).filter(|(front, _)| front.article == definite && front.letters == 0) {
                Some((_, day)) => Some((Counted::Weekday(day), at + 2)),
                None => Some((Counted::Day, at + 1)),
            },
            Unit::Week => Some((Counted::Week, at + 1)),
            _ => None,
        }
    }

    /// The place in its order at a token: an ordinal, or none for the last.
    fn place(&self, at: usize, definite: bool) -> Option<(Option<i64>, usize)> {
        let last = if definite {
            self.any(at, &["الاخير", "الاخيره"])
        } else {
            self.has(at, TimeWord::Last).is_some_and(|f| !f.article)
        };
        if last {
            return Some((None, at + 1));
        }
        let number = self.number(at).filter(|n| n.ordinal() && n.article == definite && !n.conjunction)?;
        Some((Some(number.whole(1, 31)?), number.tokens.end))
    }

    /// The so-manieth of a month or year.
    pub fn nth(&self, at: usize) -> Option<Found> {
        let (nth, counted, end) = match self.place(at, false) {
            Some((nth, after)) => {
                let (counted, end) = self.counted_unit(after, false)?;
                (nth, counted, end)
            }
            None => {
                let (counted, after) = self.counted_unit(at, true)?;
                let (nth, end) = self.place(after, true)?;
                (nth, counted, end)
            }
        };
        let of = usize::from(self.any(end, &["من", "في"]));
        let bound = self.month(end).is_some_and(|m| m.front.preposition == Some('ب'))
            || self.unit(end).is_some_and(|(f, ..)| f.preposition == Some('ب'));
        if of == 0 && !bound {
            return None;
        }
        let inside = self.month_of(end + of)?;
        let (first, last) = bounds(&inside.point)?;
        let point = pick(counted, nth, first, last)?;
        Some(Found { from: at, end: inside.end, point, hijri: inside.hijri, anchored: inside.anchored, why: "the so-manieth of a month" })
    }

    /// A month, or a year for weeks and days: «شهر عشرة», «الشهر التاسع سنة 2014», «الشهر المقبل», «عام 2024».
    fn month_of(&self, at: usize) -> Option<Found> {
        if let Some(found) = self.relative_unit(at).or_else(|| self.month_alone(at)).or_else(|| self.edge(at)) {
            return Some(found);
        }
        if self.unit(at).is_some_and(|(_, unit, _)| unit == Unit::Month) {
            return self.month_by_number(at);
        }
        self.year_alone(at)
    }
}
