//! Days, weeks, months, and the Hijri calendar of Umm al-Qura.
//!
//! A [`Date`] is a day of the proleptic Gregorian calendar. Day arithmetic, ISO weeks and the two calendars are those of
//! `icu_calendar`, whose Umm al-Qura months are the published ones from 1300 to 1600 AH and tabular outside.

use icu_calendar::cal::{Gregorian, Hijri, hijri::UmmAlQura};
use icu_calendar::types::RataDie;
use icu_calendar::{Date as CalendarDate, Iso};

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

fn iso(date: Date) -> Option<CalendarDate<Iso>> {
    CalendarDate::try_new_iso(date.year, date.month, date.day).ok()
}

fn from_iso(date: CalendarDate<Iso>) -> Date {
    Date { year: date.extended_year(), month: date.month().number(), day: date.day_of_month().0 }
}

impl Date {
    /// The day, where there is one.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        let date = Date { year, month, day };
        iso(date).map(|_| date)
    }

    /// Reads `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some(Date { year, month, day })
    }

    /// The number of the day, counted without a gap.
    fn number(self) -> i64 {
        iso(self).map_or(0, |d| d.to_rata_die().to_i64_date())
    }

    /// The day so many days later, or earlier.
    pub fn plus_days(self, days: i64) -> Date {
        if days.abs() > 4_000_000 {
            return self;
        }
        from_iso(CalendarDate::from_rata_die(RataDie::new(self.number() + days), Iso))
    }

    /// The same day so many months later; the last of the month where it has no such day.
    pub fn plus_months(self, months: i64) -> Date {
        let total = i64::from(self.year) * 12 + i64::from(self.month) - 1 + months.clamp(-120_000, 120_000);
        let (year, month) = (total.div_euclid(12) as i32, total.rem_euclid(12) as u8 + 1);
        (1..=self.day).rev().find_map(|day| Date::new(year, month, day)).unwrap_or(self)
    }

    /// Days from `other` to this day.
    pub fn days_since(self, other: Date) -> i64 {
        self.number() - other.number()
    }

    /// 1 Monday to 7 Sunday.
    pub fn weekday(self) -> u8 {
        ((self.number() - 1).rem_euclid(7) + 1) as u8
    }

    /// Year and number of its ISO week.
    pub fn week(self) -> (i32, u8) {
        iso(self).map_or((self.year, 1), |d| {
            let week = d.week_of_year();
            (week.iso_year, week.week_number)
        })
    }

    /// Its last day of the month.
    pub fn month_end(year: i32, month: u8) -> Option<Date> {
        (28..=31).rev().find_map(|day| Date::new(year, month, day))
    }

    /// Year, month and day in the Hijri calendar.
    pub fn hijri(self) -> Option<(i32, u8, u8)> {
        let date = iso(self)?.to_calendar(Hijri::new_umm_al_qura());
        Some((date.extended_year(), date.month().number(), date.day_of_month().0))
    }

    /// The day of a Hijri date.
    pub fn from_hijri(year: i32, month: u8, day: u8) -> Option<Date> {
        hijri(year, month, day).map(|d| from_iso(d.to_iso()))
    }

    /// First and last day of a Hijri month.
    pub fn hijri_month(year: i32, month: u8) -> Option<(Date, Date)> {
        let first = hijri(year, month, 1)?;
        let last = hijri(year, month, first.days_in_month())?;
        Some((from_iso(first.to_iso()), from_iso(last.to_iso())))
    }

    /// Western Easter.
    pub fn easter(year: i32) -> Option<Date> {
        (1583..=4000).contains(&year).then(|| from_iso(Gregorian::easter(year).to_iso()))
    }
}

fn hijri(year: i32, month: u8, day: u8) -> Option<CalendarDate<Hijri<UmmAlQura>>> {
    let plausible = (1..=1700).contains(&year);
    plausible.then(|| CalendarDate::try_new_hijri_with_calendar(year, month, day, Hijri::new_umm_al_qura()).ok()).flatten()
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn days_weeks_and_months() {
        assert_eq!(day("2024-02-28").plus_days(2), day("2024-03-01"));
        assert_eq!(day("2024-01-31").plus_months(1), day("2024-02-29"));
        assert_eq!(day("2024-02-13").weekday(), 2);
        assert_eq!(day("2024-12-30").week(), (2025, 1));
        assert_eq!(Date::new(2023, 2, 29), None);
    }

    #[test]
    fn umm_al_qura() {
        assert_eq!(Date::from_hijri(1444, 9, 12), Some(day("2023-04-03")));
        assert_eq!(day("2023-04-26").hijri(), Some((1444, 10, 6)));
        assert_eq!(Date::hijri_month(1442, 10).map(|m| m.0), Some(day("2021-05-13")));
        assert_eq!(Date::from_hijri(1444, 9, 31), None);
    }
}
