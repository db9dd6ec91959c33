//! Prefixes and suffixes as the pack holds them: strings of morphemes, each with what it means.

/// Person, gender and number of an agreement or of a pronoun, as in `3FS`; the dual of the second person and of pronouns
/// has no gender (`2D`, `3D`), the first person none either.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Person {
    /// 1, 2 or 3.
    pub person: u8,
    /// `M`, `F`, or `-` where both are meant.
    pub gender: u8,
    /// `S`, `D` or `P`.
    pub number: u8,
}

impl Person {
    /// Reads `3MS`, `2D`, `1P`.
    pub fn parse(text: &str) -> Option<Person> {
        let (person, gender, number) = match text.as_bytes() {
            [p, n] => (p, b'-', n),
            [p, g, n] => (p, *g, n),
            _ => return None,
        };
        let valid = matches!(person, b'1'..=b'3') && matches!(gender, b'M' | b'F' | b'-') && matches!(number, b'S' | b'D' | b'P');
        valid.then_some(Person { person: person - b'0', gender, number: *number })
    }

    /// The person of a [`Person::code`].
    pub fn from_code(code: u8) -> Option<Person> {
        let code = code.checked_sub(1).filter(|&code| code < 27)?;
        let gender = [b'M', b'F', b'-'].get(usize::from(code % 9 / 3)).copied()?;
        let number = [b'S', b'D', b'P'].get(usize::from(code % 3)).copied()?;
        Some(Person { person: code / 9 + 1, gender, number })
    }

    /// A small number that no other person has, 1 to 27.
    pub fn code(self) -> u8 {
        let gender = match self.gender {
            b'M' => 0,
            b'F' => 1,
            _ => 2,
        };
        let number = match self.number {
            b'S' => 0,
            b'D' => 1,
            _ => 2,
        };
        (self.person - 1) * 9 + gender * 3 + number + 1
    }
}

/// What the inflection of a suffix says, pronouns aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Inflection {
    /// No ending.
    None,
    /// ة
    Feminine,
    /// ات
    FemininePlural,
    /// ان and ين of the dual: feminine, accusative or genitive, before a noun or pronoun.
    Dual {
        /// After ت.
        feminine: bool,
        /// ين.
        oblique: bool,
        /// Without its ن.
        construct: bool,
    },
    /// ون and ين.
    MasculinePlural {
        /// ين.
        oblique: bool,
        /// Without its ن.
        construct: bool,
    },
    /// ا of the indefinite accusative.
    AccusativeAlef,
    /// The subject of a perfect or imperative verb, or the number of an imperfect one.
    Subject(Option<Person>),
    /// The same of an imperfect verb that drops its ن: subjunctive or jussive.
    SubjectDropped(Option<Person>),
}

impl Inflection {
    /// Reads the code of the pack.
    pub fn parse(text: &str) -> Option<Inflection> {
        let dual = |feminine, oblique, construct| Inflection::Dual { feminine, oblique, construct };
        Some(match text {
            "-" => Inflection::None,
            "FS" => Inflection::Feminine,
            "FP" => Inflection::FemininePlural,
            "AF" => Inflection::AccusativeAlef,
            "MDN" => dual(false, false, false),
            "MDA" => dual(false, true, false),
            "FDN" => dual(true, false, false),
            "FDA" => dual(true, true, false),
            "MDN+" => dual(false, false, true),
            "MDA+" => dual(false, true, true),
            "FDN+" => dual(true, false, true),
            "FDA+" => dual(true, true, true),
            "MPN" => Inflection::MasculinePlural { oblique: false, construct: false },
            "MPA" => Inflection::MasculinePlural { oblique: true, construct: false },
            "MPN+" => Inflection::MasculinePlural { oblique: false, construct: true },
            "MPA+" => Inflection::MasculinePlural { oblique: true, construct: true },
            _ => {
                let rest = text.strip_prefix('@')?;
                match rest.strip_suffix('J') {
                    Some(rest) => Inflection::SubjectDropped(Person::parse(rest)),
                    None => Inflection::Subject(Person::parse(rest)),
                }
            }
        })
    }
}

/// A morpheme of a prefix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// `w f` conjunctions, `b k l` prepositions, `A` the article, `s` future, `L` emphatic, `J` subjunctive ل.
    pub tag: u8,
    /// Vocalised; empty where the article merges into the ل of the stem.
    pub text: Box<[u8]>,
}

/// A string of proclitics, with the agreement prefix of an imperfect verb at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prefix {
    /// Which stems and suffixes it goes with.
    pub category: u8,
    /// The proclitics.
    pub pieces: Vec<Piece>,
    /// The agreement prefix of an imperfect verb, and whom it agrees with.
    pub agreement: Option<(Person, Box<[u8]>)>,
    /// All of it without marks, as written.
    pub letters: Box<[u8]>,
}

impl Prefix {
    /// Whether it has a proclitic of this tag.
    pub fn has(&self, tag: u8) -> bool {
        self.pieces.iter().any(|piece| piece.tag == tag)
    }
}

/// An ending with the pronoun attached to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suffix {
    /// Which stems and prefixes it goes with.
    pub category: u8,
    /// What the ending says.
    pub inflection: Inflection,
    /// The ending, vocalised as far as it does not depend on the sentence.
    pub ending: Box<[u8]>,
    /// The pronoun and its vocalised form.
    pub pronoun: Option<(Person, Box<[u8]>)>,
    /// All of it without marks, as written.
    pub letters: Box<[u8]>,
}
