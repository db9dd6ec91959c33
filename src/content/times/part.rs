//! Parts of a day: «مساء أمس الاثنين», «فجر السبت», «الليلة الماضية». A part without its day («مساء») says too little.

use super::Date;
use super::clock::Clock;
use super::point::{Found, Point};
use super::scene::Scene;
use super::words::TimeWord;

impl Scene<'_> {
    /// A part of a day: «مساء أمس الاثنين», «فجر السبت», «الليلة الماضية», «هذا الصباح».
    pub fn part_of_day(&self, at: usize) -> Option<Clock> {
        let clock = |end: usize, value: &str, day: Option<Found>| {
            Some(Clock { from: at, end, value: value.into(), zulu: false, day, why: "part of the day" })
        };
        let today = |days: i64| {
            let point = self.today.map_or_else(|| Point::Text("XXXX-XX-XX".into()), |t| Point::Day(t.plus_days(days)));
            Found { from: at, end: at, point, hijri: false, anchored: self.today.is_some(), why: "part of the day" }
        };
        let part = |at: usize| {
            self.get(at, |w| match w {
                TimeWord::Part(part) => Some(part),
                _ => None,
            })
        };
        if self.has(at, TimeWord::This).is_some() {
            let (front, value) = part(at + 1)?;
            return (front.article && front.letters == 0).then(|| clock(at + 2, value, Some(today(0)))).flatten();
        }
        let after_noon = self.any(at, &["بعد", "وبعد", "قبل"]) && self.any(at + 1, &["ظهر"]);
        let (here, (front, mut value)) = if after_noon { (at + 1, part(at + 1)?) } else { (at, part(at)?) };
        if after_noon && self.any(at, &["قبل"]) {
            value = "TMO";
        }
        if front.article {
            let letters = self.letters(here);
            let night = letters.ends_with("الليله");
            if night && self.turn(here + 1) == Some(-1) {
                return clock(here + 2, value, Some(today(-1)));
            }
            return (night && front.letters == 0).then(|| clock(here + 1, value, Some(today(0)))).flatten();
        }
        let mut day = self.some_day(here + 1)?;
        // «ليل الأحد - الاثنين» begins on the first day.
        let dash = usize::from(self.sign(day.end, &["-", "\u{2013}", "/"]));
        let next = self.weekday(day.end + dash, false).filter(|(f, _)| f.letters == 0 && value == "TNI");
        if next.is_some_and(|(_, next)| day.point.day().is_none_or(|d| d.weekday() % 7 + 1 == next)) {
            day.end += dash + 1;
        }
        // A part of the day is written without tanwin before its day.
        let surface = self.letters(here);
        if surface.ends_with('ا')
            && !matches!(surface, "مسا")
            && self.word(day.from).is_some_and(|w| w.is_word() && w.facts.preposition().is_some())
        {
            return None;
        }
        day.point.day().or(self.today.map_or(Some(Date { year: 1, month: 1, day: 1 }), |_| None))?;
        clock(day.end, value, Some(day))
    }
}
