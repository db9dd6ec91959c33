//! What may be made equal: the folds, their names and the sets of them that serve a purpose.
//!
//! A set is bits, so that it can be a constant and be asked for every character; names are for callers who say it in words.

/// A set of folds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Folds(u32);

impl Folds {
    /// Nothing: the text as it is.
    pub const NONE: Folds = Folds(0);
    /// Shapes of letters (U+FB50 to U+FEFC) become the letters; the honorifics ﷺ and ﷻ stay.
    pub const PRESENTATION: Folds = Folds(1);
    /// Letters of neighbouring alphabets that are typed for Arabic ones become those (ک, ی, ھ).
    pub const LOOKALIKES: Folds = Folds(1 << 1);
    /// Zero-width characters, direction controls, soft hyphens, byte order marks and other controls go; joiners of emoji stay.
    pub const HIDDEN: Folds = Folds(1 << 2);
    /// Vowel signs and the other marks on Arabic letters go, those of the Quran too.
    pub const MARKS: Folds = Folds(1 << 3);
    /// Tatweel goes.
    pub const TATWEEL: Folds = Folds(1 << 4);
    /// أ إ آ ٱ become ا.
    pub const ALEF_HAMZA: Folds = Folds(1 << 5);
    /// ؤ becomes و, ئ becomes ي.
    pub const HAMZA_SEATS: Folds = Folds(1 << 6);
    /// ى becomes ي.
    pub const ALEF_MAQSURA: Folds = Folds(1 << 7);
    /// ة becomes ه.
    pub const TA_MARBUTA: Folds = Folds(1 << 8);
    /// Digits of all three families become 0 to 9.
    pub const DIGITS_LATIN: Folds = Folds(1 << 9);
    /// Digits of all three families become ٠ to ٩.
    pub const DIGITS_ARABIC: Folds = Folds(1 << 10);
    /// , ; ? after an Arabic letter become ، ؛ ؟ unless a Latin letter or a digit follows.
    pub const PUNCTUATION_ARABIC: Folds = Folds(1 << 11);
    /// ، ؛ ؟ ۔ ٪ ٫ ٬ become , ; ? . % . ,
    pub const PUNCTUATION_LATIN: Folds = Folds(1 << 12);
    /// Double quotation marks of all kinds become ", single ones '.
    pub const QUOTES: Folds = Folds(1 << 13);
    /// Latin letters become small.
    pub const CASE: Folds = Folds(1 << 14);
    /// Runs of spaces become one space, ends of lines lose theirs and are written as line feeds, at most one line stays empty.
    pub const SPACE: Folds = Folds(1 << 15);
    /// An Arabic letter written three times or more becomes one.
    pub const REPEATS: Folds = Folds(1 << 16);

    /// The folds with their stable names, in the order in which they are applied.
    pub const NAMES: [(Folds, &'static str); 17] = [
        (Folds::PRESENTATION, "presentation"),
        (Folds::LOOKALIKES, "lookalikes"),
        (Folds::HIDDEN, "hidden"),
        (Folds::MARKS, "marks"),
        (Folds::TATWEEL, "tatweel"),
        (Folds::ALEF_HAMZA, "alef-hamza"),
        (Folds::HAMZA_SEATS, "hamza-seats"),
        (Folds::ALEF_MAQSURA, "alef-maqsura"),
        (Folds::TA_MARBUTA, "ta-marbuta"),
        (Folds::DIGITS_LATIN, "digits-latin"),
        (Folds::DIGITS_ARABIC, "digits-arabic"),
        (Folds::PUNCTUATION_ARABIC, "punctuation-arabic"),
        (Folds::PUNCTUATION_LATIN, "punctuation-latin"),
        (Folds::QUOTES, "quotes"),
        (Folds::CASE, "case"),
        (Folds::SPACE, "space"),
        (Folds::REPEATS, "repeats"),
    ];

    /// What cannot be seen or is only a shape; nothing that a reader wrote is lost. For keeping texts.
    pub const STORAGE: Folds = Folds::PRESENTATION.and(Folds::LOOKALIKES).and(Folds::HIDDEN).and(Folds::TATWEEL).and(Folds::SPACE);
    /// The same with Arabic punctuation. For showing texts.
    pub const DISPLAY: Folds = Folds::STORAGE.and(Folds::PUNCTUATION_ARABIC);
    /// Every difference by which spellings of one word are told apart. For finding texts.
    pub const SEARCH: Folds = Folds::STORAGE
        .and(Folds::MARKS)
        .and(Folds::ALEF_HAMZA)
        .and(Folds::ALEF_MAQSURA)
        .and(Folds::TA_MARBUTA)
        .and(Folds::DIGITS_LATIN)
        .and(Folds::PUNCTUATION_LATIN)
        .and(Folds::QUOTES)
        .and(Folds::CASE)
        .and(Folds::REPEATS);

    /// Both sets together.
    pub const fn and(self, other: Folds) -> Folds {
        Folds(self.0 | other.0)
    }

    /// Whether all of `other` are in the set.
    pub const fn has(self, other: Folds) -> bool {
        self.0 & other.0 == other.0
    }

    /// The fold, or the preset (`storage`, `display`, `search`), of a name.
    pub fn from_name(name: &str) -> Option<Folds> {
        match name {
            "storage" => Some(Folds::STORAGE),
            "display" => Some(Folds::DISPLAY),
            "search" => Some(Folds::SEARCH),
            _ => Folds::NAMES.iter().find(|(_, known)| *known == name).map(|&(fold, _)| fold),
        }
    }

    /// Two folds of the set that contradict each other, by name.
    pub fn contradiction(self) -> Option<(&'static str, &'static str)> {
        if self.has(Folds::DIGITS_LATIN.and(Folds::DIGITS_ARABIC)) {
            return Some(("digits-latin", "digits-arabic"));
        }
        self.has(Folds::PUNCTUATION_LATIN.and(Folds::PUNCTUATION_ARABIC)).then_some(("punctuation-arabic", "punctuation-latin"))
    }
}
