//! A sentence as the readers of time see it: its words looked up, its numbers, the day it counts from.

use std::ops::Range;

use super::Date;
use super::cues::Cue;
use super::words::{self, CALENDAR, Count, MonthName, TimeWord, Unit};
use crate::content::numerals::affix::{Front, without};
use crate::content::numerals::{self, Numeral};
use crate::content::view::{Facts, View, Word};
use crate::layout::TokenKind;

/// How far back a verb is looked for.
const CLAUSE: usize = 25;

/// A sentence and what is known around it.
#[derive(Debug, Clone)]
pub struct Scene<'s> {
    /// The text.
    pub view: &'s View<'s>,
    /// All numbers of the text.
    pub numerals: &'s [Numeral],
    /// The day relative expressions count from.
    pub today: Option<Date>,
    /// The tokens of the sentence.
    pub tokens: Range<usize>,
    /// Whether the text is about a match, where quarters are none of a year.
    pub sport: bool,
}

/// A month found in a text.
#[derive(Debug, Clone, Copy)]
pub struct MonthHit {
    /// Which one.
    pub name: MonthName,
    /// What stands in front of it.
    pub front: Front,
    /// The token behind it.
    pub end: usize,
}

impl<'s> Scene<'s> {
    /// A token of the sentence.
    pub fn word(&self, at: usize) -> Option<Word<'s>> {
        if self.tokens.contains(&at) { self.view.word(at) } else { None }
    }

    /// What is known of a token of the sentence.
    pub fn facts(&self, at: usize) -> Option<&'s Facts> {
        if self.tokens.contains(&at) { self.view.facts_at(at) } else { None }
    }

    /// The folded letters of a token of the sentence; empty outside.
    pub fn letters(&self, at: usize) -> &'s str {
        self.facts(at).map_or("", |facts| facts.folded.as_str())
    }

    /// Whether a token is one of these folded words.
    pub fn any(&self, at: usize, words: &[&str]) -> bool {
        words.contains(&self.letters(at))
    }

    /// Whether a token is this sign.
    pub fn sign(&self, at: usize, signs: &[&str]) -> bool {
        self.word(at).is_some_and(|w| w.kind != TokenKind::Word && signs.contains(&w.surface))
    }

    /// Whether an expression of time may begin at a token: all others are passed by at one look.
    pub fn may_open(&self, at: usize) -> bool {
        self.facts(at).is_some_and(|facts| facts.kind == TokenKind::Number || words::opens(facts)) || self.number(at).is_some()
    }

    /// What a word of calendar and clock is, and what stands in front of it.
    pub fn get<T>(&self, at: usize, pick: impl Fn(TimeWord) -> Option<T>) -> Option<(Front, T)> {
        let facts = self.facts(at).filter(|facts| facts.kind == TokenKind::Word)?;
        let hit = CALENDAR.of(facts)?;
        hit.entry.words.iter().find_map(|w| pick(*w)).map(|found| (hit.front, found))
    }

    /// Whether a token is this word of calendar and clock.
    pub fn has(&self, at: usize, word: TimeWord) -> Option<Front> {
        self.get(at, |w| (w == word).then_some(())).map(|(front, ())| front)
    }

    /// A unit of time.
    pub fn unit(&self, at: usize) -> Option<(Front, Unit, Count)> {
        self.get(at, |w| match w {
            TimeWord::Unit(unit, count) => Some((unit, count)),
            _ => None,
        })
        .map(|(front, (unit, count))| (front, unit, count))
    }

    /// ماضٍ, جارٍ, مقبل; with the article or without.
    pub fn turn(&self, at: usize) -> Option<i8> {
        let (front, turn) = self.get(at, |w| match w {
            TimeWord::Turn(turn) => Some(turn),
            _ => None,
        })?;
        (!front.conjunction && front.preposition.is_none()).then_some(turn)
    }

    /// A weekday; without the article only where `bare` allows it.
    pub fn weekday(&self, at: usize, bare: bool) -> Option<(Front, u8)> {
        let found = self.get(at, |w| match w {
            TimeWord::Weekday(day) => Some(day),
            _ => None,
        });
        found.filter(|(front, _)| front.article || bare)
    }

    fn one_month(&self, at: usize) -> Option<MonthHit> {
        let facts = self.facts(at).filter(|facts| matches!(facts.kind, TokenKind::Word | TokenKind::Latin))?;
        let hit = CALENDAR.of(facts)?;
        let next = self.letters(at + 1);
        if let Some((_, name)) = hit.entry.heads.iter().find(|(second, _)| second == next) {
            return Some(MonthHit { name: *name, front: hit.front, end: at + 2 });
        }
        if hit.front.article {
            return None;
        }
        hit.entry.words.iter().find_map(|w| match w {
            TimeWord::Month(name) => Some(MonthHit { name: *name, front: hit.front, end: at + 1 }),
            _ => None,
        })
    }

    /// A month, with the name of the other family that may stand behind a slash or in brackets.
    pub fn month(&self, at: usize) -> Option<MonthHit> {
        let mut hit = self.one_month(at)?;
        let slash = self.sign(hit.end, &["/", "-", "("]);
        let twin =
            self.one_month(hit.end + usize::from(slash)).filter(|t| t.name.month == hit.name.month && t.name.hijri == hit.name.hijri);
        if let Some(twin) = twin.filter(|t| !t.front.conjunction && t.front.preposition.is_none()) {
            let bracket = self.sign(hit.end, &["("]) && self.sign(twin.end, &[")"]);
            hit.end = twin.end + usize::from(bracket);
            hit.name.weak = false;
        }
        Some(hit)
    }

    /// The number that starts at a token of the sentence.
    pub fn number(&self, at: usize) -> Option<&'s Numeral> {
        if self.tokens.contains(&at) { numerals::starting(self.numerals, at) } else { None }
    }

    /// A whole number in digits or words, no ordinal, without clitics.
    pub fn cardinal(&self, at: usize, low: i64, high: i64) -> Option<(i64, usize)> {
        let number = self.number(at).filter(|n| n.cardinal())?;
        Some((number.whole(low, high)?, number.tokens.end))
    }

    /// A day of the month at a token: 1 to 31 in digits or as an ordinal.
    pub fn day(&self, at: usize) -> Option<(u8, usize)> {
        let number = self.number(at).filter(|n| n.cardinal() || n.ordinal())?;
        // A day is masculine: «الدورة الثانية» is none.
        let feminine = number.ordinal() && (self.letters(at).ends_with('ه') || self.letters(at).ends_with("اولي"));
        if feminine {
            return None;
        }
        Some((number.whole(1, 31)? as u8, number.tokens.end))
    }

    /// A year at a token: four digits alone, or words.
    pub fn year(&self, at: usize, low: i64, high: i64) -> Option<(i32, usize)> {
        let number = self.number(at).filter(|n| n.cardinal())?;
        let (year, end) = self.ascending(number)?;
        let written = self.word(at).map(|w| w.surface);
        let plain = !number.digits || number.tokens.len() == 1 && written.and_then(numerals::digits::plain).is_some();
        (plain && (low..=high).contains(&year)).then_some((year as i32, end))
    }

    /// A year in words whose hundreds and thousand stand behind its ones and tens, as older texts count: «ست وخمسين وستمائة».
    fn ascending(&self, number: &Numeral) -> Option<(i64, usize)> {
        let (mut year, mut end) = (number.whole(0, 9999)?, number.tokens.end);
        for round in [100, 1000] {
            let more = self.number(end).filter(|n| !number.digits && !n.digits && n.conjunction && n.cardinal());
            if let Some((more, next)) = more.and_then(|n| Some((n.whole(round, 10 * round - 1)?, n.tokens.end)))
                && more % round == 0
                && year < round
            {
                (year, end) = (year + more, next);
            }
        }
        Some((year, end))
    }

    /// The start of a word without its clitics.
    pub fn start(&self, at: usize) -> u32 {
        let Some(word) = self.word(at) else { return 0 };
        if let Some(number) = self.number(at) {
            return number.span.start;
        }
        match CALENDAR.of(word.facts).filter(|_| word.is_word()) {
            Some(hit) => without(&word, hit.front.letters).start,
            None => word.after_proclitics().start,
        }
    }

    /// The end of the token before `end`.
    pub fn end(&self, end: usize) -> u32 {
        end.checked_sub(1).and_then(|last| self.view.word(last)).map_or(0, |w| w.span.end)
    }

    /// Whether what stands at a token is told of as to come: the nearest verb before it decides, else the next one.
    pub fn future(&self, at: usize) -> bool {
        let verb = |at: usize| {
            let word = self.word(at)?;
            if self.cue(at, Cue::Promise) || self.any(at, &["يفترض"]) {
                return Some(true);
            }
            let tag = word.facts.tag.filter(|t| t.verbal())?;
            if tag.aspect != 2 {
                return Some(false);
            }
            let before = at.checked_sub(1).map_or("", |b| self.letters(b));
            let told = matches!(before, "لم" | "ولم" | "كان" | "كانت" | "كانوا" | "وكان" | "وكانت");
            Some(!told)
        };
        let from = at.saturating_sub(CLAUSE).max(self.tokens.start);
        if let Some(future) = (from..at).rev().find_map(verb) {
            return future;
        }
        (at..(at + 12).min(self.tokens.end)).find_map(verb).unwrap_or(false)
    }

    /// Whether the clause before a token promises: «سيعقد», «من المقرر».
    pub fn promised(&self, at: usize) -> bool {
        let from = at.saturating_sub(CLAUSE).max(self.tokens.start);
        (from..at).rev().any(|at| {
            let future = self.word(at).is_some_and(|w| w.facts.tag.is_some_and(|t| t.particle == b's'));
            future || self.cue(at, Cue::Promise) || self.any(at, &["موعدها", "موعده"])
        })
    }

    /// Whether the sentence has a verb.
    pub fn verbal(&self) -> bool {
        self.view.words(self.tokens.clone()).take(80).any(|w| w.facts.tag.is_some_and(|t| t.verbal()))
    }
}
