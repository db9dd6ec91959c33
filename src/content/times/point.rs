//! A place in the calendar, and how it is written.

use super::Date;

/// A day or a longer stretch of the calendar.
#[derive(Debug, Clone, PartialEq)]
pub enum Point {
    /// A day.
    Day(Date),
    /// A month.
    Month(i32, u8),
    /// A Hijri month.
    HijriMonth(i32, u8),
    /// A year.
    Year(i32),
    /// A Hijri year.
    HijriYear(i32),
    /// An ISO week.
    Week(i32, u8),
    /// From a day to a day.
    Days(Date, Date),
    /// Anything else, as TIMEX3 writes it.
    Text(String),
}

impl Point {
    /// First and last day of a Hijri stretch.
    fn hijri_days(&self) -> Option<(Date, Date)> {
        match *self {
            Point::HijriMonth(year, month) => Date::hijri_month(year, month),
            Point::HijriYear(year) => Some((Date::hijri_month(year, 1)?.0, Date::hijri_month(year, 12)?.1)),
            Point::Days(first, last) => Some((first, last)),
            _ => None,
        }
    }

    /// The value, as ISO 8601 and TIMEX3 write it.
    pub fn value(&self) -> String {
        match self {
            Point::Day(date) => date.to_string(),
            Point::Month(year, month) => format!("{year:04}-{month:02}"),
            Point::Year(year) => format!("{year:04}"),
            Point::Week(year, week) => format!("{year:04}-W{week:02}"),
            Point::Text(text) => text.clone(),
            _ => self.hijri_days().map_or_else(|| "XXXX".into(), |(first, last)| format!("{first}/{last}")),
        }
    }

    /// The value of an interval from this to another.
    pub fn until(&self, other: &Point) -> String {
        let first = self.hijri_days().map_or_else(|| self.value(), |d| d.0.to_string());
        let last = other.hijri_days().map_or_else(|| other.value(), |d| d.1.to_string());
        format!("{first}/{last}")
    }

    /// The day, where it is one.
    pub fn day(&self) -> Option<Date> {
        match self {
            Point::Day(date) => Some(*date),
            _ => None,
        }
    }
}

/// A calendar expression found in a text.
#[derive(Debug, Clone)]
pub struct Found {
    /// Its first token.
    pub from: usize,
    /// The token behind it.
    pub end: usize,
    /// What it says.
    pub point: Point,
    /// Whether it is written in the Hijri calendar.
    pub hijri: bool,
    /// Whether the document's date was needed.
    pub anchored: bool,
    /// The rule.
    pub why: &'static str,
}
