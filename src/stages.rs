//! Where the time of an analysis goes: the stages by name, and the clock that they are timed by.
//!
//! The clock is given from outside, because a browser has another one than a program, and a job without one never asks the time.
//! Stages are timed as laps: what passed since the last lap belongs to the stage that ends, so that nothing is left out between two
//! of them and a boundary costs one look at the clock.

/// A part of the pipeline, in the order of the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Characters become tokens.
    Tokens,
    /// What each line looks like.
    Lines,
    /// What part of a page each line is.
    Roles,
    /// Blocks, and the sentences in them.
    Sentences,
    /// Word types are counted.
    Words,
    /// Every reading of each word is looked up and weighed by itself.
    Readings,
    /// One reading is chosen by the sentence, with case and mood.
    Choosing,
    /// The chosen readings are written out: vowels, pieces, features.
    Explaining,
    /// Hidden and misleading characters.
    Characters,
    /// Statistics, readability, variety.
    Measures,
    /// Words made ready for the layers of content.
    View,
    /// Number expressions.
    Numerals,
    /// Dates, clock times, durations.
    Times,
    /// Amounts.
    Quantities,
    /// Names.
    Names,
    /// Names of one thing joined, places found.
    Entities,
    /// Who said what.
    Statements,
    /// Keyphrases, summary, who-what-where-when.
    Gist,
    /// Misspellings.
    Corrections,
}

impl Stage {
    /// All of them.
    pub const ALL: [Stage; 19] = [
        Stage::Tokens,
        Stage::Lines,
        Stage::Roles,
        Stage::Sentences,
        Stage::Words,
        Stage::Readings,
        Stage::Choosing,
        Stage::Explaining,
        Stage::Characters,
        Stage::Measures,
        Stage::View,
        Stage::Numerals,
        Stage::Times,
        Stage::Quantities,
        Stage::Names,
        Stage::Entities,
        Stage::Statements,
        Stage::Gist,
        Stage::Corrections,
    ];

    /// The stable name on timelines and in tables.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Tokens => "tokens",
            Stage::Lines => "lines",
            Stage::Roles => "roles",
            Stage::Sentences => "sentences",
            Stage::Words => "words",
            Stage::Readings => "readings",
            Stage::Choosing => "choosing",
            Stage::Explaining => "explaining",
            Stage::Characters => "characters",
            Stage::Measures => "measures",
            Stage::View => "view",
            Stage::Numerals => "numerals",
            Stage::Times => "times",
            Stage::Quantities => "quantities",
            Stage::Names => "names",
            Stage::Entities => "entities",
            Stage::Statements => "statements",
            Stage::Gist => "gist",
            Stage::Corrections => "corrections",
        }
    }
}

/// The time a stage took.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Spent {
    /// When it began first.
    pub start: f64,
    /// How long it worked, over all its turns.
    pub time: f64,
}

/// Times the stages of one job, in whatever unit the given clock counts.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    now: Option<fn() -> f64>,
    last: f64,
    spent: [Option<Spent>; Stage::ALL.len()],
}

impl Clock {
    /// A clock that asks `now` for the time. [`Clock::default`] never asks and knows of nothing.
    pub fn by(now: fn() -> f64) -> Clock {
        Clock { now: Some(now), ..Clock::default() }
    }

    /// What passed until now belongs to no stage.
    pub(crate) fn resume(&mut self) {
        if let Some(now) = self.now {
            self.last = now();
        }
    }

    /// What passed since the last lap belongs to this stage.
    pub(crate) fn lap(&mut self, stage: Stage) {
        let Some(now) = self.now else { return };
        let (start, end) = (self.last, now());
        self.last = end;
        if let Some(slot) = self.spent.get_mut(stage as usize) {
            slot.get_or_insert(Spent { start, time: 0.0 }).time += end - start;
        }
    }

    /// The stages that worked, in the order of the work.
    pub fn stages(&self) -> impl Iterator<Item = (Stage, Spent)> + '_ {
        Stage::ALL.into_iter().zip(&self.spent).filter_map(|(stage, spent)| Some((stage, (*spent)?)))
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::{Job, Memory, Options, Packs};

    thread_local!(static TICKS: Cell<f64> = const { Cell::new(0.0) });

    /// A clock that goes on by one whenever it is looked at.
    fn ticking() -> f64 {
        TICKS.with(|ticks| ticks.replace(ticks.get() + 1.0))
    }

    #[test]
    fn stages_stand_where_their_numbers_say() {
        assert!(Stage::ALL.iter().enumerate().all(|(at, &stage)| stage as usize == at));
    }

    #[test]
    fn turns_are_added_up_and_pauses_are_not() {
        let mut clock = Clock::by(ticking);
        clock.resume();
        clock.lap(Stage::Readings);
        clock.lap(Stage::Choosing);
        clock.lap(Stage::Readings);
        clock.resume();
        clock.lap(Stage::Readings);
        let found: Vec<_> = clock.stages().map(|(stage, spent)| (stage, spent.time)).collect();
        assert_eq!(found, [(Stage::Readings, 3.0), (Stage::Choosing, 1.0)]);
    }

    #[test]
    fn a_job_is_timed_only_by_a_clock() {
        let (text, packs) = ("وصل الوفد إلى بغداد. وقال رئيسه إن الزيارة ناجحة.", Packs::new());
        let job = || Job::new(text, Options::default()).unwrap();
        let (plain, none) = job().finish_timed(&packs, &mut Memory::new(), text);
        let (timed, clock) = job().timed(Clock::by(ticking)).finish_timed(&packs, &mut Memory::new(), text);
        assert_eq!(plain, timed);
        assert_eq!(none.stages().count(), 0);
        assert!(clock.stages().any(|(stage, spent)| stage == Stage::Sentences && spent.time > 0.0));
        assert!(clock.stages().all(|(stage, _)| stage != Stage::Choosing), "no packs were added");
    }
}
