//! Case and mood: what the sentence adds to a word.

/// Case of a nominal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Case {
    /// Nominative.
    Nominative,
    /// Accusative.
    Accusative,
    /// Genitive.
    Genitive,
}

/// Mood of an imperfect verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mood {
    /// Indicative.
    Indicative,
    /// Subjunctive.
    Subjunctive,
    /// Jussive.
    Jussive,
}

/// What is decided about the end of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ending {
    /// Nothing is to be decided.
    None,
    /// A case; `tanwin` where neither article nor complement makes the noun definite.
    Case {
        /// Which one.
        case: Case,
        /// Indefinite, with tanwin where the noun takes it.
        tanwin: bool,
    },
    /// A mood.
    Mood(Mood),
}

impl Ending {
    /// Every ending.
    pub const ALL: [Ending; 10] = [
        Ending::None,
        Ending::Case { case: Case::Nominative, tanwin: false },
        Ending::Case { case: Case::Accusative, tanwin: false },
        Ending::Case { case: Case::Genitive, tanwin: false },
        Ending::Case { case: Case::Nominative, tanwin: true },
        Ending::Case { case: Case::Accusative, tanwin: true },
        Ending::Case { case: Case::Genitive, tanwin: true },
        Ending::Mood(Mood::Indicative),
        Ending::Mood(Mood::Subjunctive),
        Ending::Mood(Mood::Jussive),
    ];

    /// Its place in [`Ending::ALL`].
    pub fn number(self) -> usize {
        Ending::ALL.iter().position(|&e| e == self).unwrap_or(0)
    }

    /// The case, if it is one.
    pub fn case(self) -> Option<Case> {
        match self {
            Ending::Case { case, .. } => Some(case),
            _ => None,
        }
    }
}
