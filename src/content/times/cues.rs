//! Words beside a time that say how it is meant: `time-cues.tsv` by folded form.

use std::collections::HashMap;
use std::sync::LazyLock;

use rustc_hash::FxBuildHasher;

use super::scene::Scene;
use crate::data;
use crate::text::fold::{Folding, fold};

/// What a word is a cue of: the classes of the table, in the order of [`NAMES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Cue {
    /// A time may begin with it.
    Opens,
    /// A doubtful month or year behind it is one.
    BeforeTime,
    /// Two numbers behind it are a date.
    BeforeDate,
    /// A unit alone behind it is a length.
    BeforeLength,
    /// اليوم behind it is no today.
    BeforeADay,
    /// Nor before it.
    AfterADay,
    /// Up to.
    Until,
    /// What is told of is to come.
    Promise,
    /// The next unit behind it counts from what was told, not from today.
    Anaphoric,
    /// The text is about a match.
    Sport,
    /// Half of the day.
    Morning,
    /// Half of the day.
    Dawn,
    /// Half of the day.
    Afternoon,
    /// Half of the day.
    Noon,
    /// Half of the day.
    Evening,
    /// Half of the day.
    Night,
    /// The zone of a clock time.
    Greenwich,
    /// Goes on with the name of a zone.
    Zone,
}

const NAMES: [&str; 18] = [
    "opens",
    "before-time",
    "before-date",
    "before-length",
    "before-a-day",
    "after-a-day",
    "until",
    "promise",
    "anaphoric",
    "sport",
    "morning",
    "dawn",
    "afternoon",
    "noon",
    "evening",
    "night",
    "greenwich",
    "zone",
];

static CUES: LazyLock<HashMap<String, u32, FxBuildHasher>> = LazyLock::new(|| {
    let mut out: HashMap<String, u32, FxBuildHasher> = HashMap::default();
    for [class, word] in data::columns::<2>(data::TIME_CUES) {
        if let Some(number) = NAMES.iter().position(|name| *name == class) {
            *out.entry(fold(word, Folding::Full)).or_default() |= 1 << number;
        }
    }
    out
});

/// Whether a folded word is a cue.
pub fn is(folded: &str, cue: Cue) -> bool {
    CUES.get(folded).is_some_and(|classes| classes & 1 << cue as u32 != 0)
}

impl Scene<'_> {
    /// Whether a token of the sentence is a cue.
    pub fn cue(&self, at: usize, cue: Cue) -> bool {
        self.facts(at).is_some_and(|facts| is(&facts.folded, cue))
    }

    /// Whether the token before one is.
    pub fn cue_before(&self, at: usize, cue: Cue) -> bool {
        at.checked_sub(1).is_some_and(|before| self.cue(before, cue))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_of_the_table_is_known_and_has_words() {
        for [class, _] in data::columns::<2>(data::TIME_CUES) {
            assert!(NAMES.contains(&class), "{class}");
        }
        for (number, name) in NAMES.iter().enumerate() {
            assert!(CUES.values().any(|classes| classes & 1 << number != 0), "{name}");
        }
        assert!(is("مساء", Cue::Evening) && is("الي", Cue::Until) && !is("الي", Cue::Opens));
    }
}
