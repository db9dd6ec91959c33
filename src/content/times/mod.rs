//! Dates, clock times, durations and sets, with their values.
//!
//! ```text
//! words     the table of months, weekdays, units, parts of the day
//! cues      words beside a time that say how it is meant
//! calendar  days, weeks, and the Hijri calendar
//! scene     a sentence with its words looked up
//! resolve   what is left out, from the document's date
//! date      dates that name their day, month or year
//! relative  dates that count from the document's
//! period    ends, quarters, decades, seasons
//! nth       the so-manieth weekday of a month
//! feast     feasts with a year
//! clock     clock times
//! part      parts of a day
//! length    lengths of time and what recurs
//! interval  from one time to another
//! document  the date of the document
//! ```
//!
//! The readers are tried at every token in one fixed order, the one that says most first; the first that answers takes
//! its tokens. Each looks at a bounded number of tokens, so the whole is linear.

mod calendar;
mod clock;
mod cues;
mod date;
mod document;
mod feast;
mod interval;
mod length;
mod nth;
mod part;
mod period;
mod point;
mod relative;
mod resolve;
mod scene;
pub mod words;

use super::numerals::{self, Numeral};
use super::view::View;
use crate::Memory;
use crate::layout::Role;
use crate::text::ByteSpan;

pub use calendar::Date;
use cues::Cue;
pub use document::document_date;
use interval::Opening;
use point::{Found, Point};
use scene::Scene;
use words::Unit;

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

/// What later times refer to.
#[derive(Debug, Clone, Default, PartialEq)]
struct Carried {
    /// The last day that was said, for «بعد ذلك بيومين».
    last_day: Option<Date>,
    /// The last day of headline, byline and dateline, for the clock beside it.
    head_day: Option<Date>,
    /// The last quarter or month, for «الفترة نفسها من العام الماضي».
    last_period: Option<String>,
}

/// What the times of a sentence depend on beside its words.
#[derive(Debug, Clone, PartialEq)]
struct Asked {
    today: Option<Date>,
    head: bool,
    sport: bool,
    carried: Carried,
}

/// The times of a sentence that was asked for them, and what it carries on.
#[derive(Debug)]
pub(crate) struct Told {
    asked: Asked,
    /// Places count from the sentence's beginning.
    times: Vec<Time>,
    carried: Carried,
}

/// Reads the times of a text in order, and remembers what later ones refer to.
#[derive(Debug, Default)]
struct Reader {
    out: Vec<Time>,
    carried: Carried,
    /// The token behind the last time and its day.
    before: Option<(usize, Option<Date>)>,
}

impl Reader {
    fn push(&mut self, scene: &Scene<'_>, from: usize, end: usize, mut time: Time) -> usize {
        time.span = ByteSpan::new(scene.start(from) as usize, scene.end(end) as usize);
        self.before = Some((end, None));
        self.out.push(time);
        end
    }

    fn time(kind: TimeKind, value: String, why: &'static str) -> Time {
        Time { span: ByteSpan::default(), kind, value, hijri: false, anchored: false, why }
    }

    fn push_found(&mut self, scene: &Scene<'_>, head: bool, found: Found) -> usize {
        let day = found.point.day();
        if let Some(day) = day {
            self.carried.last_day = Some(day);
            if head {
                self.carried.head_day = Some(day);
            }
        }
        if let Point::Month(..) = found.point {
            self.carried.last_period = Some(found.point.value());
        }
        if let Point::Text(text) = &found.point {
            self.carried.last_period = Some(text.clone()).filter(|_| found.why == "part of a year").or(self.carried.last_period.take());
        }
        let anchored = found.anchored && scene.today.is_some();
        let time = Time { hijri: found.hijri, anchored, ..Self::time(TimeKind::Date, found.point.value(), found.why) };
        let end = self.push(scene, found.from, found.end, time);
        self.before = Some((end, day));
        end
    }

    /// A clock time gets the day that is said with it, or beside it in the head of a page.
    fn push_clock(&mut self, scene: &Scene<'_>, head: bool, mut clock: clock::Clock) -> usize {
        // In the head of a page clock and date are two, whichever is first.
        if let Some(day) = clock.day.as_ref().filter(|d| head && clock.why == "clock" && !scene.any(d.from.saturating_sub(1), &["من"])) {
            clock.end = day.from;
        }
        let beside = self.before.filter(|(end, day)| day.is_some() && clock.from.saturating_sub(*end) <= 2 && clock.from >= *end);
        let said = clock.day.as_ref().map(|d| d.point.value());
        let near = beside.and_then(|(_, day)| day);
        let head_day = if head { self.carried.head_day.or(scene.today) } else { None };
        let bare = if scene.verbal() { None } else { scene.today };
        let day = said.clone().or_else(|| near.or(head_day).or(bare).map(|d| d.to_string()));
        let zulu = if clock.zulu { "Z" } else { "" };
        let value = format!("{}{}{zulu}", day.as_deref().unwrap_or(""), clock.value);
        let anchored = clock.day.as_ref().map_or(day.is_some() && scene.today.is_some(), |d| d.anchored);
        let time = Time { anchored, hijri: clock.day.as_ref().is_some_and(|d| d.hijri), ..Self::time(TimeKind::Time, value, clock.why) };
        if let Some(day) = clock.day.as_ref().and_then(|d| d.point.day()) {
            self.carried.last_day = Some(day);
        }
        // «الخميس الساعة 8» is one expression, in the head of a page two.
        if let Some((end, _)) = beside.filter(|(end, _)| !head && *end == clock.from && clock.day.is_none())
            && let Some(last) = self.out.last_mut().filter(|t| t.kind == TimeKind::Date)
        {
            last.span.end = scene.end(clock.end);
            last.kind = TimeKind::Time;
            last.value = time.value;
            last.why = clock.why;
            self.before = Some((end.max(clock.end), None));
            return clock.end;
        }
        self.push(scene, clock.from, clock.end, time)
    }

    /// «قبل ثلاثة أيام», «بعد ذلك بيومين»: a day counted from today or from the last one said.
    fn counted_from(&self, scene: &Scene<'_>, at: usize) -> Option<Found> {
        let letters = scene.letters(at);
        let ago = matches!(letters, "قبل" | "وقبل");
        let after = matches!(letters, "بعد" | "وبعد");
        let pronoun = matches!(letters, "بعدها" | "وبعدها" | "قبلها" | "وقبلها" | "بعده" | "قبله");
        if !ago && !after && !pronoun {
            return None;
        }
        let sign: i64 = if ago || letters.contains("قبل") { -1 } else { 1 };
        let that = scene.any(at + 1, &["ذلك"]);
        let hedged = (1..=3).find(|n| {
            let word = scene.letters(at + n);
            !matches!(word, "نحو" | "حوالي" | "زهاء" | "قرابه" | "اكثر" | "اقل" | "من")
        });
        let start = if pronoun {
            at + 1
        } else if that {
            at + 2
        } else {
            at + hedged.unwrap_or(1)
        };
        let length = scene.length(start)?;
        let base = if that || pronoun { self.carried.last_day? } else { scene.today? };
        let count = sign * length.count?;
        let onto = scene.word(start).is_some_and(|w| w.facts.folded.starts_with('ب'));
        if (that || pronoun) != onto || length.turned || length.unit < Unit::Night {
            return None;
        }
        // «قبل يومين من التنفيذ» counts from something else, «بعد يومين» in a tale too.
        if !that && !pronoun && (scene.any(length.end, &["من", "علي"]) || after && !scene.promised(at) && scene.tokens.start < at) {
            return None;
        }
        let point = match length.unit {
            Unit::Month => {
                let date = base.plus_months(count);
                Point::Month(date.year, date.month)
            }
            Unit::Year => Point::Year(base.year + i32::try_from(count).ok()?),
            Unit::Decade => Point::Year(base.year + i32::try_from(count * 10).ok()?),
            Unit::Century => Point::Year(base.year + i32::try_from(count * 100).ok()?),
            Unit::Week => Point::Day(base.plus_days(7 * count)),
            _ => Point::Day(base.plus_days(count)),
        };
        Some(Found { from: at, end: length.end, point, hijri: false, anchored: true, why: "counted from a day" })
    }

    /// «الفترة نفسها من العام الماضي»: the quarter or month said before, in another year.
    fn same_period(&self, scene: &Scene<'_>, at: usize) -> Option<Found> {
        let period = matches!(scene.letters(at), "الفتره" | "للفتره" | "بالفتره" | "والفتره");
        let turned = scene.any(at, &["نفس", "ذات"]) && scene.any(at + 1, &["الفتره"]);
        let same = period && scene.any(at + 1, &["نفسها", "ذاتها", "عينها"]) || turned;
        let part = self.carried.last_period.as_deref().filter(|_| same)?.get(4..)?.to_owned();
        let year = scene.any(at + 2, &["من"]).then(|| scene.relative_unit(at + 3).or_else(|| scene.year_alone(at + 3))).flatten()?;
        let Point::Year(number) = year.point else { return None };
        let point = Point::Text(format!("{number:04}{part}"));
        Some(Found { from: at, end: year.end, point, hijri: false, anchored: year.anchored, why: "the same part of a year" })
    }

    /// Reads at a token: the token behind what was found.
    fn read(&mut self, scene: &Scene<'_>, head: bool, at: usize) -> Option<usize> {
        let opening = match scene.letters(at) {
            "بين" | "وبين" => Opening::Between,
            "من" | "ومن" => Opening::From,
            _ => Opening::None,
        };
        let from = at + usize::from(opening != Opening::None);
        if !scene.may_open(from) {
            return None;
        }
        // A word alone in quotation marks is a name: صحيفة «الغد».
        let quoted =
            at > scene.tokens.start && scene.sign(at - 1, &["«", "\"", "“", "”", "‘"]) && scene.sign(at + 1, &["»", "\"", "”", "“", "’"]);
        if quoted && scene.word(at).is_some_and(|w| w.is_word()) {
            return None;
        }
        if let Some(found) = scene.interval(from, opening).or_else(|| scene.pair(at)) {
            let time = Time {
                hijri: found.hijri,
                anchored: found.anchored && scene.today.is_some(),
                ..Self::time(found.kind, found.value, "interval")
            };
            return Some(self.push(scene, found.from, found.end, time));
        }
        if opening != Opening::None {
            return None;
        }
        if let Some(clock) = scene.clock(at).or_else(|| scene.part_of_day(at)) {
            return Some(self.push_clock(scene, head, clock));
        }
        if let Some((end, value)) = scene.set(at) {
            return Some(self.push(scene, at, end, Self::time(TimeKind::Set, value, "what recurs")));
        }
        if let Some(found) = self.same_period(scene, at).or_else(|| scene.point(at)).or_else(|| self.counted_from(scene, at)) {
            return Some(self.push_found(scene, head, found));
        }
        let length = scene.length(at)?;
        Some(self.push(scene, length.from, length.end, Self::time(TimeKind::Duration, length.value, "length")))
    }
}

/// Whether the text is about a match: quarters and halves are then none of a year.
fn about_sport(view: &View<'_>) -> bool {
    let mut seen = 0;
    for at in 0..view.len() {
        seen += usize::from(view.facts_at(at).is_some_and(|facts| cues::is(&facts.lemma, Cue::Sport)));
    }
    seen >= 4
}

/// All expressions of time in the text itself, ascending.
pub fn find(memory: &mut Memory, view: &View<'_>, numerals: &[Numeral], date: Option<&DocumentDate>) -> Vec<Time> {
    let sport = about_sport(view);
    let mut reader = Reader::default();
    for sentence in view.read_sentences() {
        let (tokens, start) = (view.sentence(sentence), view.start(sentence));
        let head = matches!(view.role(sentence), Role::Headline | Role::Byline | Role::Dateline);
        let asked = Asked { today: date.map(|d| d.date), head, sport, carried: reader.carried.clone() };
        let said = memory.said(view, sentence);
        if let Some(told) = said.as_ref().and_then(|said| said.times.as_ref()).filter(|told| told.asked == asked) {
            reader.out.extend(told.times.iter().map(|time| Time { span: time.span.at(start), ..time.clone() }));
            reader.carried = told.carried.clone();
            continue;
        }
        let from = reader.out.len();
        let numerals = numerals::within(numerals, tokens.clone());
        let scene = Scene { view, numerals, today: asked.today, tokens: tokens.clone(), sport };
        reader.before = None;
        let mut at = tokens.start;
        while at < tokens.end {
            at = reader.read(&scene, head, at).map_or(at + 1, |end| end.max(at + 1));
        }
        if let Some(said) = said {
            let found = reader.out.get(from..).unwrap_or_default();
            let times = found.iter().map(|time| Time { span: time.span.from(start), ..time.clone() }).collect();
            said.times = Some(Told { asked, times, carried: reader.carried.clone() });
        }
    }
    reader.out
}

#[cfg(test)]
mod tests;
