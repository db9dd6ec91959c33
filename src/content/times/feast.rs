//! Feasts with a day of their own: «عيد الفطر 2013». A feast is a time only where its year is said, or where it is all
//! that a text says; elsewhere it is the thing itself («صلاة عيد الفطر»).

use std::sync::LazyLock;

use super::Date;
use super::point::{Found, Point};
use super::scene::Scene;
use crate::content::numerals::phrases::Phrases;
use crate::data;

/// How the day of a feast is found.
#[derive(Debug, Clone, Copy)]
struct Feast {
    calendar: &'static str,
    month: u8,
    day: u8,
}

static FEASTS: LazyLock<Phrases<Feast>> =
    LazyLock::new(|| {
        Phrases::new(data::columns::<4>(data::FEASTS).filter_map(|[calendar, month, day, name]| {
            Some((name, Feast { calendar, month: month.parse().ok()?, day: day.parse().ok()? }))
        }))
    });

impl Feast {
    fn in_year(&self, year: i32) -> Option<Date> {
        match self.calendar {
            "gregorian" => Date::new(year, self.month, self.day),
            "easter" => Date::easter(year),
            _ => {
                let hijri = Date::new(year, 7, 1)?.hijri()?.0;
                [hijri, hijri - 1, hijri + 1].into_iter().filter_map(|h| Date::from_hijri(h, self.month, self.day)).find(|d| d.year == year)
            }
        }
    }
}

/// Whether a feast may begin with a word.
pub fn begins(folded: &str) -> bool {
    FEASTS.begins(folded)
}

impl Scene<'_> {
    /// A feast at a token.
    pub fn feast(&self, at: usize) -> Option<Found> {
        let found = FEASTS.at(self.view, at, self.tokens.end)?;
        let said = self.year_alone(found.end).or_else(|| self.relative_unit(found.end)).and_then(|y| match y.point {
            Point::Year(year) => Some((year, y.end)),
            _ => None,
        });
        let said = said.or_else(|| self.year(found.end, 1900, 2100));
        let alone = at == self.tokens.start && found.end + 1 >= self.tokens.end;
        let (year, end) = match said {
            Some(said) => said,
            None => (self.today.filter(|_| alone)?.year, found.end),
        };
        let point = Point::Day(found.entry.in_year(year)?);
        Some(Found { from: at, end, point, hijri: found.entry.calendar == "hijri", anchored: said.is_none(), why: "feast" })
    }
}
