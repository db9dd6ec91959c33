//! Clock times: «الساعة الثالثة والنصف عصرا», «10:30 م», «العاشرة إلا ربعا», «منتصف الليل».

use super::cues::{self, Cue};
use super::point::Found;
use super::scene::Scene;
use super::words::{Count, Unit};
use crate::content::numerals::{Numeral, NumeralKind, digits};
use crate::layout::TokenKind;

/// What makes an hour of twelve one of twenty-four.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
    Dawn,
}

/// A clock time found in a text.
#[derive(Debug, Clone)]
pub struct Clock {
    /// Its first token.
    pub from: usize,
    /// The token behind it.
    pub end: usize,
    /// `T14:20`, or a part of the day `TEV`.
    pub value: String,
    /// Whether the zone is Greenwich.
    pub zulu: bool,
    /// The day said with it.
    pub day: Option<Found>,
    /// The rule.
    pub why: &'static str,
}

fn hour(value: i64, half: Option<Half>) -> i64 {
    match half {
        None => value,
        Some(Half::Morning | Half::Dawn) => {
            if value == 12 {
                0
            } else {
                value
            }
        }
        Some(Half::Noon) => {
            if value <= 4 {
                value + 12
            } else {
                value
            }
        }
        Some(Half::Afternoon | Half::Evening) => {
            if value < 12 {
                value + 12
            } else {
                value
            }
        }
        Some(Half::Night) => match value {
            12 => 0,
            6..=11 => value + 12,
            other => other,
        },
    }
}

fn written(hour: i64, minute: i64, second: Option<i64>) -> String {
    match second {
        Some(second) => format!("T{hour:02}:{minute:02}:{second:02}"),
        None => format!("T{hour:02}:{minute:02}"),
    }
}

impl Scene<'_> {
    fn half_word(&self, at: usize) -> Option<Half> {
        let word = self.word(at).filter(|w| matches!(w.kind, TokenKind::Word | TokenKind::Latin))?;
        let halves = [
            (Cue::Morning, Half::Morning),
            (Cue::Dawn, Half::Dawn),
            (Cue::Afternoon, Half::Afternoon),
            (Cue::Noon, Half::Noon),
            (Cue::Evening, Half::Evening),
            (Cue::Night, Half::Night),
        ];
        halves.into_iter().find(|(cue, _)| cues::is(&word.facts.folded, *cue)).map(|(_, half)| half)
    }

    /// Whether a word says which half of the day it is.
    pub fn has_half(&self, at: usize) -> bool {
        self.half_word(at).is_some()
    }

    /// What stands behind a clock time and says which half of the day it is in.
    fn half(&self, at: usize) -> Option<(Half, usize)> {
        let lead = match self.letters(at) {
            "من" | "في" | "هذا" | "هذه" => 1,
            "بعد" | "قبل" => {
                let after = self.letters(at) == "بعد";
                return match self.letters(at + 1) {
                    "الظهر" | "ظهر" if after => Some((Half::Afternoon, at + 2)),
                    "الظهر" | "ظهر" => Some((Half::Morning, at + 2)),
                    "العصر" | "المغرب" => Some((Half::Afternoon, at + 2)),
                    "منتصف" if after => Some((Half::Night, at + 3)),
                    _ => None,
                };
            }
            "وقت" => return self.any(at + 1, &["الغداء"]).then_some((Half::Noon, at + 2)),
            "منتصف" => return self.any(at + 1, &["الليل"]).then_some((Half::Night, at + 2)),
            _ => 0,
        };
        if lead == 1 && matches!(self.letters(at + 1), "بعد" | "قبل") && self.any(at + 2, &["ظهر", "الظهر"]) {
            let half = if self.letters(at + 1) == "بعد" { Half::Afternoon } else { Half::Morning };
            return Some((half, at + 3));
        }
        let here =
            if self.any(at, &["هذه"]) && self.any(at + 1, &["الليله"]) { return Some((Half::Evening, at + 2)) } else { at + lead };
        // «م.» and «ص.» keep their stop outside; «7 م²» is no evening.
        let half = self.half_word(here)?;
        let short = self.letters(here).chars().count() == 1;
        let square = short && self.sign(here + 1, &["²", "³"]);
        let meal = lead == 1 && self.any(here, &["العشاء"]);
        (!(square || meal || short && lead == 1)).then_some((half, here + 1))
    }

    fn zone(&self, at: usize) -> (bool, usize) {
        let bracket = usize::from(self.sign(at, &["("]));
        let here = at + bracket;
        let close = |end: usize| end + usize::from(bracket == 1 && self.sign(end, &[")"]));
        if self.any(here, &["بتوقيت", "توقيت"]) {
            let article = usize::from(self.any(here + 1, &["العاصمه", "مدينه"]));
            let zulu = self.cue(here + 1, Cue::Greenwich);
            let mut end = here + 2 + article;
            if self.cue(end, Cue::Zone) {
                end += 1;
            }
            return (zulu, close(end));
        }
        if self.cue(here, Cue::Greenwich) {
            return (true, close(here + 1));
        }
        if self.any(here, &["تغ"]) || self.any(here, &["ت"]) && self.sign(here + 1, &["."]) && self.any(here + 2, &["غ"]) {
            return (true, close(here + if self.any(here, &["تغ"]) { 1 } else { 3 }));
        }
        (false, at)
    }

    /// A number or fraction of an hour behind و or إلا, in minutes.
    fn minutes(&self, at: usize) -> Option<(i64, usize)> {
        let less = self.any(at, &["الا", "الّا"]);
        let lone = usize::from(self.any(at, &["و"]));
        let here = if less { at + 1 } else { at + lone };
        let number = self.number(here).filter(|n| less || n.conjunction)?;
        let end = number.tokens.end;
        let sign = if less { -1 } else { 1 };
        let share = match number.kind {
            NumeralKind::Fraction => Some(number.value),
            _ if less || number.value < 60.0 => number.fraction.filter(|_| self.unit(end).is_none() && number.value > 10.0),
            _ => None,
        };
        if let Some(share) = share {
            let minutes = (share * 60.0).round() as i64;
            return (1..60).contains(&minutes).then_some((sign * minutes, end));
        }
        let minutes = number.whole(1, 59).filter(|_| number.cardinal())?;
        if let Some((front, Unit::Minute, _)) = self.unit(end) {
            return (front.letters == 0).then_some((sign * minutes, end + 1));
        }
        (less || minutes % 5 == 0 && !number.digits || self.half(end).is_some()).then_some((sign * minutes, end))
    }

    /// The hour in a number: 1 to 24, and the minutes of «ثلاثة وثلث».
    fn hour_in(&self, number: &Numeral) -> Option<(i64, i64)> {
        let hour = number.value.trunc() as i64;
        let minutes = (number.value.fract() * 60.0).round() as i64;
        let fits = matches!(number.kind, NumeralKind::Cardinal | NumeralKind::Ordinal) && (0..=24).contains(&hour) && number.value >= 0.0;
        (fits && (minutes == 0 || !number.digits)).then_some((hour, minutes))
    }

    fn digital(&self, at: usize, separator: &[char]) -> Option<(i64, i64, Option<i64>)> {
        let word = self.word(at).filter(|w| w.kind == TokenKind::Number && w.surface.contains(separator))?;
        let parts: Vec<i64> = word.surface.split(separator).map(|p| digits::plain(p).map(i64::from)).collect::<Option<_>>()?;
        match *parts.as_slice() {
            [hour, minute] if hour <= 24 && minute < 60 => Some((hour, minute, None)),
            [hour, minute, second] if hour <= 24 && minute < 60 && second < 60 => Some((hour, minute, Some(second))),
            _ => None,
        }
    }

    /// Everything behind the hour: minutes, half of the day, zone, day.
    fn clock_tail(&self, from: usize, mut end: usize, mut hours: i64, mut minutes: i64, second: Option<i64>, named: bool) -> Option<Clock> {
        let mut explicit = named;
        if second.is_none()
            && minutes == 0
            && let Some((more, after)) = self.minutes(end)
        {
            minutes = more;
            end = after;
            explicit = true;
        }
        let half = self.half(end);
        if let Some((half, after)) = half {
            // «الثانية عشرة إلا ربعا صباحا» is before noon, not before midnight.
            let before_noon = hours == 12 && minutes < 0 && half == Half::Morning;
            hours = if before_noon { hours } else { hour(hours, Some(half)) };
            end = after;
            explicit = true;
            // مساء وثلاثة أرباع
            if minutes == 0
                && let Some((more, after)) = self.minutes(end).filter(|m| m.0 > 0)
            {
                minutes = more;
                end = after;
            }
        }
        if !explicit {
            return None;
        }
        let total = hours * 60 + minutes;
        let (hours, minutes) = (total.div_euclid(60).rem_euclid(24), total.rem_euclid(60));
        let (zulu, after) = self.zone(end);
        end = after;
        // «من صباح الاثنين»: the part was read as the half, its day follows.
        let mut day = None;
        let of = usize::from(self.any(end, &["من", "يوم"]) && self.weekday(end, false).is_none());
        if let Some(found) = self.some_day(end + of).or_else(|| self.some_day(end)) {
            end = found.end;
            day = Some(found);
        }
        if !zulu {
            let (zulu_after, after) = self.zone(end);
            return Some(Clock { from, end: after, value: written(hours, minutes, second), zulu: zulu_after, day, why: "clock" });
        }
        Some(Clock { from, end, value: written(hours, minutes, second), zulu, day, why: "clock" })
    }

    /// A day in any form.
    pub fn some_day(&self, at: usize) -> Option<Found> {
        self.day_from_today(at).or_else(|| self.weekday_date(at)).or_else(|| self.explicit_day(at, None))
    }

    /// A clock time.
    pub fn clock(&self, at: usize) -> Option<Clock> {
        if let Some((hours, minutes, second)) = self.digital(at, &[':']) {
            let mut end = at + 1;
            let mut second = second;
            if second.is_none()
                && self.sign(end, &[":"])
                && let Some(more) = self.word(end + 1).and_then(|w| digits::plain(w.surface)).filter(|s| *s < 60)
            {
                second = Some(i64::from(more));
                end += 2;
            }
            return self.clock_tail(at, end, hours, minutes, second, true);
        }
        if let Some((_, Unit::Hour, Count::One)) = self.unit(at) {
            let colon = usize::from(self.sign(at + 1, &[":"]));
            let here = at + 1 + colon;
            if let Some((hours, minutes, second)) = self.digital(here, &[':', '.', ',', '\u{066B}']) {
                return self.clock_tail(at, here + 1, hours, minutes, second, true);
            }
            let number = self.number(here).filter(|n| !n.conjunction && n.preposition.is_none())?;
            let (hours, minutes) = self.hour_in(number)?;
            // «ساعة واحدة» is a length; so is «ساعة 24».
            let named = self.definite(at) && (!number.one || number.article);
            if !named && !number.ordinal() {
                return None;
            }
            return self.clock_tail(at, number.tokens.end, hours, minutes, None, true);
        }
        self.noon(at).or_else(|| self.hour_alone(at))
    }

    /// An hour without الساعة: only with something that makes it one.
    fn hour_alone(&self, at: usize) -> Option<Clock> {
        let number = self.number(at)?;
        let letters = self.letters(at);
        let feminine = number.ordinal() && number.article && (letters.ends_with('ه') || letters.ends_with("ولي"));
        let end = number.tokens.end;
        if feminine {
            let (hours, minutes) = self.hour_in(number)?;
            // «الثالثة والنصف»; «الثالثة من مساء»; never «الثانية عشرة من عمره».
            if number.value > 12.0 || number.value != number.value.trunc() {
                return None;
            }
            let named =
                self.half(end).is_some() || self.minutes(end).is_some_and(|(m, after)| m % 5 == 0 || self.unit(after - 1).is_some());
            let last = self.word(end).is_none_or(|w| w.kind == TokenKind::Punct);
            let before = at.checked_sub(1).is_some_and(|b| self.any(b, &["في", "عند", "حتي"]));
            let alone = last && before && !self.view.words(self.tokens.start..at).any(|w| w.facts.folded == "المرحله");
            return (named || alone).then(|| self.clock_tail(at, end, hours, minutes, None, alone)).flatten();
        }
        if number.digits && number.tokens.len() == 1 {
            // 1140 صباحا
            let four =
                self.word(at).and_then(|w| digits::plain(w.surface)).map(i64::from).filter(|n| (100..2400).contains(n) && n % 100 < 60);
            let (half, after) = self.half(end)?;
            if let Some(four) = four.filter(|_| self.letters(end).chars().count() > 1) {
                let hours = hour(four / 100, Some(half));
                return Some(Clock { from: at, end: after, value: written(hours, four % 100, None), zulu: false, day: None, why: "clock" });
            }
            // «7 م» may be seven metres: the letter alone needs a clock beside it.
            let sure = self.letters(end).chars().count() > 1 && !self.any(end, &["في", "من", "بعد", "قبل", "هذا", "هذه"])
                || self.any(end, &["بعد", "قبل"]) && self.any(end + 1, &["الظهر"]);
            let hours = number.whole(0, 24).filter(|_| sure)?;
            return self.clock_tail(at, end, hours, 0, None, false);
        }
        None
    }

    /// منتصف الليل, منتصف النهار, «عند الظهر».
    fn noon(&self, at: usize) -> Option<Clock> {
        let letters = self.letters(at);
        if letters == "الظهر" {
            // «آلام الظهر» and «صلاة الظهر» have a noun before it, «بعد الظهر» is no clock time.
            let before = at.checked_sub(1).and_then(|b| self.word(b))?;
            let placed = matches!(before.facts.folded.as_str(), "عند" | "حتي" | "منذ");
            let last = self.word(at + 1).is_none_or(|w| w.kind == TokenKind::Punct);
            let adverb = before.facts.tag.is_some_and(|t| t.verbal() && t.person != 0) && last;
            return (placed || adverb).then(|| Clock {
                from: at,
                end: at + 1,
                value: "T12:00".into(),
                zulu: false,
                day: None,
                why: "clock",
            });
        }
        let value = match (letters.trim_start_matches('و').trim_start_matches('ب'), self.letters(at + 1), self.letters(at + 2)) {
            ("منتصف", "الليل", _) => ("T00:00", at + 2),
            ("منتصف", "ليل", _) => ("T00:00", at + 1),
            ("منتصف", "النهار", _) => ("T12:00", at + 2),
            ("منتصف", "الصباح", _) => ("T10:00", at + 2),
            _ if letters == "منتصف" && self.sign(at + 1, &["-"]) => match self.letters(at + 2) {
                "الليل" => ("T00:00", at + 3),
                "النهار" => ("T12:00", at + 3),
                "الصباح" => ("T10:00", at + 3),
                _ => return None,
            },
            _ => return None,
        };
        let day = if self.letters(at + 1) == "ليل" { self.some_day(value.1 + 1) } else { None };
        let end = day.as_ref().map_or(value.1 + usize::from(self.letters(at + 1) == "ليل"), |d| d.end);
        Some(Clock { from: at, end, value: value.0.into(), zulu: false, day, why: "clock" })
    }
}
