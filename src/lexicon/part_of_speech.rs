//! What kind of word a stem is, as far as the dictionary tells.

/// What the dictionary says about a stem beyond its category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartOfSpeech {
    /// Nothing: the category decides.
    Open,
    /// An adjective.
    Adjective,
    /// A noun, and no adjective.
    Noun,
    /// An adverb.
    Adverb,
    /// A proper noun.
    Proper,
    /// An interjection.
    Interjection,
    /// An abbreviation.
    Abbreviation,
    /// A number word.
    Number,
    /// A noun that takes the endings of an adjective, as names of persons do, and may be one.
    Person,
}

impl PartOfSpeech {
    const ALL: [PartOfSpeech; 9] = [
        PartOfSpeech::Open,
        PartOfSpeech::Adjective,
        PartOfSpeech::Noun,
        PartOfSpeech::Adverb,
        PartOfSpeech::Proper,
        PartOfSpeech::Interjection,
        PartOfSpeech::Abbreviation,
        PartOfSpeech::Number,
        PartOfSpeech::Person,
    ];

    /// The part of speech of a number.
    pub fn from_code(code: u8) -> Option<PartOfSpeech> {
        PartOfSpeech::ALL.get(usize::from(code)).copied()
    }

    /// Its number in the pack.
    pub fn code(self) -> u8 {
        self as u8
    }
}
