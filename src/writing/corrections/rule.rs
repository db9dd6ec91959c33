//! The rules: what each is called, which kind of misspelling it finds, and the sentence that says why.

use std::sync::LazyLock;

use crate::data;

macro_rules! rules {
    ($($(#[$meta:meta])* $variant:ident = $name:literal,)*) => {
        /// A rule, a row of `src/data/correction-rules.tsv`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Rule { $($(#[$meta])* $variant,)* }

        impl Rule {
            /// All of them.
            pub const ALL: &[Rule] = &[$(Rule::$variant,)*];

            /// Its stable name, the `why` of a correction.
            pub fn name(self) -> &'static str {
                match self { $(Rule::$variant => $name,)* }
            }
        }
    };
}

rules! {
    /// A hamza is missing on the first letter of a word.
    HamzaDropped = "hamza-dropped",
    /// A hamza is missing further in.
    HamzaInside = "hamza-inside",
    /// A hamza on hamzat al-wasl.
    HamzaAdded = "hamza-added",
    /// A hamza on the wrong seat.
    HamzaSeat = "hamza-seat",
    /// آ as a bare alef, or as two letters.
    Madda = "madda",
    /// ه for ة.
    TaaMarbuta = "taa-marbuta",
    /// ة for ه.
    HaaAsTaa = "haa-as-taa",
    /// ي for ى.
    AlefMaqsura = "alef-maqsura",
    /// ى for ي.
    YaaAsMaqsura = "yaa-as-maqsura",
    /// Any other letter that lookup sees through.
    OtherLetter = "other-letter",
    /// A letter doubled.
    RepeatedLetter = "repeated-letter",
    /// Letters stretched for emphasis.
    StretchedLetter = "stretched-letter",
    /// مساءا.
    TanwinHamza = "tanwin-hamza",
    /// شكرن.
    TanwinNoon = "tanwin-noon",
    /// A row of `misspellings.tsv`.
    KnownMisspelling = "known-misspelling",
    /// Two words without a space.
    MergedWords = "merged-words",
    /// A clitic with a space behind it.
    SplitWord = "split-word",
    /// A space before a closing mark.
    SpaceBeforeMark = "space-before-mark",
    /// No space after a mark.
    SpaceAfterMark = "space-after-mark",
    /// More than one space.
    DoubleSpace = "double-space",
    /// A space on the inner side of quotation marks or brackets.
    SpaceInQuotes = "space-in-quotes",
    /// `,` in Arabic.
    LatinComma = "latin-comma",
    /// `;` in Arabic.
    LatinSemicolon = "latin-semicolon",
    /// `?` in Arabic.
    LatinQuestionMark = "latin-question-mark",
    /// A mark several times.
    RepeatedMark = "repeated-mark",
    /// A word twice.
    RepeatedWord = "repeated-word",
    /// A letter of a neighbouring alphabet.
    LookalikeLetter = "lookalike-letter",
    /// A shape instead of a letter.
    PresentationForm = "presentation-form",
    /// A character that is not seen.
    HiddenCharacter = "hidden-character",
    /// A bidirectional control that has its partner or needs none.
    BidiControl = "bidi-control",
    /// A bidirectional control without its partner, or an override.
    BidiAttack = "bidi-attack",
    /// Tatweel.
    Tatweel = "tatweel",
    /// A quotation mark without its partner.
    UnbalancedQuote = "unbalanced-quote",
    /// A bracket without its partner.
    UnbalancedBracket = "unbalanced-bracket",
    /// أن after قال.
    AnAfterQal = "an-after-qal",
    /// ان as أن or إن.
    AnInna = "an-inna",
    /// Two letters of like sound.
    SimilarSound = "similar-sound",
    /// Gender of three to ten.
    NumberAgreement = "number-agreement",
    /// A letter is missing.
    MissingLetter = "missing-letter",
    /// A letter too many.
    ExtraLetter = "extra-letter",
    /// Two letters changed places.
    SwappedLetters = "swapped-letters",
    /// A letter for another.
    WrongLetter = "wrong-letter",
    /// Right, but the text spells it otherwise elsewhere.
    VariantSpelling = "variant-spelling",
    /// A foreign name without its first hamza.
    ForeignHamza = "foreign-hamza",
}

/// Kind and sentence of each rule, by its number.
static TABLE: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let row = |rule: &Rule| data::columns::<3>(data::CORRECTION_RULES).find(|row| row[0] == rule.name());
    Rule::ALL.iter().map(|rule| row(rule).map_or(("spelling", ""), |[_, kind, reason]| (kind, reason))).collect()
});

impl Rule {
    /// The kind of misspelling in the result model.
    pub fn kind(self) -> &'static str {
        TABLE.get(self as usize).map_or("spelling", |row| row.0)
    }

    /// Why, in one Arabic sentence about these two words.
    pub fn reason(self, from: &str, to: &str) -> String {
        TABLE.get(self as usize).map_or(String::new(), |row| row.1.replace("{from}", from).replace("{to}", to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_its_row_and_every_row_its_rule() {
        for [name, _, _] in data::columns::<3>(data::CORRECTION_RULES) {
            assert!(Rule::ALL.iter().any(|rule| rule.name() == name), "no rule {name}");
        }
        for rule in Rule::ALL {
            assert!(data::columns::<3>(data::CORRECTION_RULES).any(|[name, _, _]| name == rule.name()), "no row {}", rule.name());
        }
    }
}
