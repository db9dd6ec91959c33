//! The words of calendar and clock: `times.tsv` by folded form.

use std::collections::HashMap;
use std::sync::LazyLock;

use rustc_hash::FxBuildHasher;

use super::cues::{self, Cue};
use super::feast;
use crate::content::numerals::affix::{Closed, cut};
use crate::content::view::Facts;
use crate::data;
use crate::text::fold::{Folding, fold};

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// ثانية.
    Second,
    /// دقيقة.
    Minute,
    /// ساعة.
    Hour,
    /// ليلة: counted like days.
    Night,
    /// يوم.
    Day,
    /// أسبوع.
    Week,
    /// شهر.
    Month,
    /// سنة, عام.
    Year,
    /// عقد.
    Decade,
    /// قرن.
    Century,
}

impl Unit {
    fn parse(name: &str) -> Option<Unit> {
        Some(match name {
            "S" => Unit::Second,
            "MIN" => Unit::Minute,
            "H" => Unit::Hour,
            "NIGHT" => Unit::Night,
            "D" => Unit::Day,
            "W" => Unit::Week,
            "M" => Unit::Month,
            "Y" => Unit::Year,
            "DEC" => Unit::Decade,
            "CENT" => Unit::Century,
            _ => return None,
        })
    }

    /// An ISO 8601 duration of so many of it.
    pub fn duration(self, count: &str) -> String {
        match self {
            Unit::Second => format!("PT{count}S"),
            Unit::Minute => format!("PT{count}M"),
            Unit::Hour => format!("PT{count}H"),
            Unit::Night | Unit::Day => format!("P{count}D"),
            Unit::Week => format!("P{count}W"),
            Unit::Month => format!("P{count}M"),
            Unit::Year => format!("P{count}Y"),
            Unit::Decade => format!("P{count}0Y"),
            Unit::Century => format!("P{count}00Y"),
        }
    }

    /// The unit's noun, singular.
    pub fn noun(self) -> &'static str {
        match self {
            Unit::Second => "ثانية",
            Unit::Minute => "دقيقة",
            Unit::Hour => "ساعة",
            Unit::Night => "ليلة",
            Unit::Day => "يوم",
            Unit::Week => "أسبوع",
            Unit::Month => "شهر",
            Unit::Year => "سنة",
            Unit::Decade => "عقد",
            Unit::Century => "قرن",
        }
    }
}

/// Grammatical number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// Singular.
    One,
    /// Dual.
    Two,
    /// Plural.
    Many,
}

/// A month of one of the calendars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthName {
    /// 1 to 12.
    pub month: u8,
    /// Whether it is a Hijri month.
    pub hijri: bool,
    /// Whether the word alone is no sure month.
    pub weak: bool,
}

/// A word of calendar or clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeWord {
    /// 1 Monday to 7 Sunday.
    Weekday(u8),
    /// A month in one word.
    Month(MonthName),
    /// A unit.
    Unit(Unit, Count),
    /// A part of the day, as TIMEX3 writes it.
    Part(&'static str),
    /// مطلع, نهاية.
    Edge,
    /// ماضٍ −1, جارٍ 0, مقبل 1.
    Turn(i8),
    /// هذا.
    This,
    /// Days from today: اليوم 0, أمس −1, غدا 1.
    Day(i8),
    /// آخر.
    Last,
    /// A season, as TIMEX3 writes it.
    Season(&'static str),
    /// يوميا, سنويا: what recurs each unit.
    Set(&'static str),
    /// كل.
    Each,
    /// م or هـ after a year; true is Hijri.
    Era(bool),
    /// للهجرة, with its preposition; true is Hijri.
    EraWord(bool),
    /// ثلاثينيات: the tens digit.
    Decade(u8),
    /// فاتح: the first of a month.
    FirstOf,
}

/// All that one form may be.
#[derive(Debug, Default)]
pub struct Entry {
    /// Words.
    pub words: Vec<TimeWord>,
    /// Months that start with it: the folded second word, and the month.
    pub heads: Vec<(String, MonthName)>,
}

fn word(class: &str, value: &'static str) -> Option<TimeWord> {
    let unit = |count| Unit::parse(value).map(|u| TimeWord::Unit(u, count));
    let month = |hijri, weak| value.parse().ok().map(|month| TimeWord::Month(MonthName { month, hijri, weak }));
    match class {
        "weekday" => value.parse().ok().map(TimeWord::Weekday),
        "month" => month(false, false),
        "month-weak" => month(false, true),
        "hijri" => month(true, false),
        "hijri-weak" => month(true, true),
        "unit" => unit(Count::One),
        "units-two" => unit(Count::Two),
        "units" => unit(Count::Many),
        "part" => Some(TimeWord::Part(value)),
        "edge" => Some(TimeWord::Edge),
        "past" | "future" | "current" => value.parse().ok().map(TimeWord::Turn),
        "this" => Some(TimeWord::This),
        "day" => value.parse().ok().map(TimeWord::Day),
        "last" => Some(TimeWord::Last),
        "season" => Some(TimeWord::Season(value)),
        "set" => Some(TimeWord::Set(value)),
        "each" => Some(TimeWord::Each),
        "era" => Some(TimeWord::Era(value == "H")),
        "era-word" => Some(TimeWord::EraWord(value == "H")),
        "decade" => value.parse().ok().map(TimeWord::Decade),
        "first-of" => Some(TimeWord::FirstOf),
        _ => None,
    }
}

static TABLE: LazyLock<HashMap<String, Entry, FxBuildHasher>> = LazyLock::new(|| {
    let mut table: HashMap<String, Entry, FxBuildHasher> = HashMap::default();
    for [class, value, form] in data::columns::<3>(data::TIMES) {
        let Some(word) = word(class, value) else { continue };
        let folded = fold(form, Folding::Full);
        match (folded.split_once(' '), word) {
            (Some((first, second)), TimeWord::Month(name)) => {
                table.entry(first.to_owned()).or_default().heads.push((second.to_owned(), name));
            }
            _ => table.entry(folded).or_default().words.push(word),
        }
    }
    table
});

/// Whether an expression of time may begin with a word, by the word alone: all that the readers look at where they are tried.
pub fn opens(facts: &Facts) -> bool {
    *facts.worked.opens_time.get_or_init(|| {
        CALENDAR.of(facts).is_some()
            || cut(&facts.folded, |word| cues::is(word, Cue::Opens).then_some(())).is_some()
            || feast::begins(&facts.folded)
    })
}

/// What a folded form without clitics is.
pub fn entry(folded: &str) -> Option<&'static Entry> {
    TABLE.get(folded)
}

/// The table, for words with clitics.
pub static CALENDAR: Closed<&'static Entry> = Closed::new(|worked| &worked.time, entry);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_of_two_words_hang_on_the_first() {
        let heads = &entry("تشرين").unwrap().heads;
        assert!(heads.iter().any(|(second, name)| second == "الثاني" && name.month == 11));
        assert!(entry("اسبوعين").unwrap().words.contains(&TimeWord::Unit(Unit::Week, Count::Two)));
        assert!(entry("مارس").unwrap().words.iter().any(|w| matches!(w, TimeWord::Month(m) if m.weak)));
    }
}
