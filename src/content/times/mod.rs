//! Dates, clock times, durations and sets, with their values.

use super::numerals::Numeral;
use super::view::View;
use crate::text::ByteSpan;

/// A day of the proleptic Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    /// Year.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Date {
    /// Reads `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some(Date { year, month, day })
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The date of the document.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentDate {
    /// The day.
    pub date: Date,
    /// Where the text says so; none where the caller did.
    pub span: Option<ByteSpan>,
}

/// What kind of expression it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimeKind {
    /// A day or a longer stretch of the calendar.
    Date,
    /// Within a day.
    Time,
    /// A length of time.
    Duration,
    /// What recurs.
    Set,
}

impl TimeKind {
    /// As the result model names it.
    pub fn name(self) -> &'static str {
        match self {
            TimeKind::Date => "date",
            TimeKind::Time => "time",
            TimeKind::Duration => "duration",
            TimeKind::Set => "set",
        }
    }
}

/// An expression of time.
#[derive(Debug, Clone, PartialEq)]
pub struct Time {
    /// Where it stands.
    pub span: ByteSpan,
    /// What kind it is.
    pub kind: TimeKind,
    /// ISO 8601 or TIMEX3 value.
    pub value: String,
    /// Whether the calendar of the expression is the Hijri one; the value is Gregorian all the same.
    pub hijri: bool,
    /// Whether the value was resolved against the document's date.
    pub anchored: bool,
    /// The rule that found it.
    pub why: &'static str,
}

/// The date relative expressions count from: the given one, else one that the page itself states.
pub fn document_date(_view: &View<'_>, _numerals: &[Numeral], given: Option<Date>) -> Option<DocumentDate> {
    given.map(|date| DocumentDate { date, span: None })
}

/// All expressions of time in the text itself, ascending.
pub fn find(_view: &View<'_>, _numerals: &[Numeral], _date: Option<&DocumentDate>) -> Vec<Time> {
    Vec::new()
}
