//! What a reading says about a word, in numbers small enough to be compared and hashed.

use crate::lexicon::{Category, Inflection, LemmaId, PartOfSpeech, Person, Prefix, Stem, StemId, StemKind, Suffix};

/// Universal parts of speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Upos {
    /// Adjective.
    Adj,
    /// Adposition.
    Adp,
    /// Adverb.
    Adv,
    /// Auxiliary.
    Aux,
    /// Coordinating conjunction.
    Cconj,
    /// Determiner.
    Det,
    /// Interjection.
    Intj,
    /// Noun.
    Noun,
    /// Numeral.
    Num,
    /// Particle.
    Part,
    /// Pronoun.
    Pron,
    /// Proper noun.
    Propn,
    /// Punctuation.
    Punct,
    /// Subordinating conjunction.
    Sconj,
    /// Symbol.
    Sym,
    /// Verb.
    Verb,
    /// Other.
    X,
}

impl Upos {
    /// All of them, in their order.
    pub const ALL: [Upos; 17] = [
        Upos::Adj,
        Upos::Adp,
        Upos::Adv,
        Upos::Aux,
        Upos::Cconj,
        Upos::Det,
        Upos::Intj,
        Upos::Noun,
        Upos::Num,
        Upos::Part,
        Upos::Pron,
        Upos::Propn,
        Upos::Punct,
        Upos::Sconj,
        Upos::Sym,
        Upos::Verb,
        Upos::X,
    ];

    /// As Universal Dependencies write it.
    pub fn name(self) -> &'static str {
        match self {
            Upos::Adj => "ADJ",
            Upos::Adp => "ADP",
            Upos::Adv => "ADV",
            Upos::Aux => "AUX",
            Upos::Cconj => "CCONJ",
            Upos::Det => "DET",
            Upos::Intj => "INTJ",
            Upos::Noun => "NOUN",
            Upos::Num => "NUM",
            Upos::Part => "PART",
            Upos::Pron => "PRON",
            Upos::Propn => "PROPN",
            Upos::Punct => "PUNCT",
            Upos::Sconj => "SCONJ",
            Upos::Sym => "SYM",
            Upos::Verb => "VERB",
            Upos::X => "X",
        }
    }

    /// The tag of a name.
    pub fn parse(name: &str) -> Option<Upos> {
        Upos::ALL.into_iter().find(|upos| upos.name() == name)
    }
}

/// What the ending leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Slot {
    /// No case or mood, or one that cannot change.
    Fixed,
    /// All three cases, with or without tanwin.
    Case,
    /// ون, ان: nominative.
    Nominative,
    /// ين: accusative or genitive.
    Oblique,
    /// The alef of the indefinite accusative.
    AccusativeAlef,
    /// An imperfect verb: indicative, subjunctive, jussive.
    Mood,
    /// An imperfect verb that shows by its ن that it is indicative.
    Indicative,
    /// An imperfect verb that dropped its ن.
    NotIndicative,
    /// A nominal preposition: accusative, or genitive after a preposition.
    Adverbial,
}

/// What a reading says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tag {
    /// Part of speech of the main word.
    pub upos: Upos,
    /// 0 none, 1 perfect, 2 imperfect, 3 imperative.
    pub aspect: u8,
    /// A passive verb.
    pub passive: bool,
    /// 1 to 3; 0 none.
    pub person: u8,
    /// `M`, `F`; 0 none.
    pub gender: u8,
    /// `S`, `D`, `P`; 0 none.
    pub number: u8,
    /// Conjunction in front: `w`, `f`; 0 none.
    pub conjunction: u8,
    /// Preposition in front: `b`, `k`, `l`; 0 none.
    pub preposition: u8,
    /// `A` the article, `s` future, `L` emphatic, `J` subjunctive ل, `>` interrogative; 0 none.
    pub particle: u8,
    /// Code of the attached pronoun's [`Person`]; 0 none.
    pub pronoun: u8,
    /// What the ending leaves open.
    pub slot: Slot,
    /// A dual or plural without its ن.
    pub construct: bool,
    /// ة or ات is written.
    pub feminine_ending: bool,
    /// Which kind of adjective or noun the dictionary makes of it; see [`crate::lexicon::PartOfSpeech`].
    pub pos: u8,
}

impl Tag {
    /// A tag that says nothing but the part of speech.
    pub fn new(upos: Upos) -> Tag {
        Tag {
            upos,
            aspect: 0,
            passive: false,
            person: 0,
            gender: 0,
            number: 0,
            conjunction: 0,
            preposition: 0,
            particle: 0,
            pronoun: 0,
            slot: Slot::Fixed,
            construct: false,
            feminine_ending: false,
            pos: 0,
        }
    }

    /// Takes person, gender and number over.
    pub fn agree(&mut self, person: Person) {
        self.person = person.person;
        self.gender = if person.gender == b'-' { 0 } else { person.gender };
        self.number = person.number;
    }

    /// Whether the word has the article.
    pub fn definite(&self) -> bool {
        self.particle == b'A'
    }

    /// Whether it is a noun, an adjective, a name or a numeral.
    pub fn nominal(&self) -> bool {
        matches!(self.upos, Upos::Noun | Upos::Adj | Upos::Propn | Upos::Num | Upos::Adv)
    }

    /// Whether it is a verb.
    pub fn verbal(&self) -> bool {
        self.aspect > 0
    }
}

/// What a cut of the lexicon says.
pub fn tag_of(prefix: &Prefix, stem: &Stem, category: &Category, suffix: &Suffix, name_of_god: bool) -> Tag {
    let mut tag = Tag::new(Upos::Noun);
    for piece in &prefix.pieces {
        match piece.tag {
            b'w' | b'f' => tag.conjunction = piece.tag,
            b'b' | b'k' | b'l' => tag.preposition = piece.tag,
            other => tag.particle = other,
        }
    }
    tag.pos = stem.pos.code();
    if name_of_god {
        tag.particle = b'A';
    }
    if let Some((person, _)) = &suffix.pronoun {
        tag.pronoun = person.code();
    }
    match category.kind {
        StemKind::Nominal => nominal(&mut tag, stem, category, suffix),
        StemKind::Perfect => {
            tag.upos = Upos::Verb;
            tag.aspect = 1;
            tag.passive = category.passive;
            if let Inflection::Subject(Some(person)) | Inflection::SubjectDropped(Some(person)) = suffix.inflection {
                tag.agree(person);
            }
        }
        StemKind::Imperfect => {
            tag.upos = Upos::Verb;
            tag.aspect = 2;
            tag.passive = category.passive;
            if let Some((person, _)) = &prefix.agreement {
                tag.agree(*person);
            }
            tag.slot = match suffix.inflection {
                Inflection::SubjectDropped(_) => Slot::NotIndicative,
                Inflection::Subject(Some(Person { gender: b'F', number: b'P', .. })) => Slot::Fixed,
                Inflection::Subject(_) => Slot::Indicative,
                _ => Slot::Mood,
            };
        }
        StemKind::Imperative => {
            tag.upos = Upos::Verb;
            tag.aspect = 3;
            if let Inflection::Subject(Some(person)) | Inflection::SubjectDropped(Some(person)) = suffix.inflection {
                tag.agree(person);
            }
            tag.person = 2;
        }
    }
    tag
}

fn nominal(tag: &mut Tag, stem: &Stem, category: &Category, suffix: &Suffix) {
    tag.upos = match stem.pos {
        PartOfSpeech::Adjective => Upos::Adj,
        PartOfSpeech::Noun | PartOfSpeech::Person => Upos::Noun,
        PartOfSpeech::Adverb => Upos::Adv,
        PartOfSpeech::Proper => Upos::Propn,
        PartOfSpeech::Interjection => Upos::Intj,
        PartOfSpeech::Abbreviation => Upos::X,
        PartOfSpeech::Number => Upos::Num,
        PartOfSpeech::Open if category.proper => Upos::Propn,
        PartOfSpeech::Open if category.adverbial => Upos::Adv,
        PartOfSpeech::Open => Upos::Noun,
    };
    // An adverb of the dictionary carries the ending that made it one.
    tag.slot = if category.proper && stem.pos != PartOfSpeech::Proper { Slot::Fixed } else { Slot::Case };
    (tag.gender, tag.number) = (if stem.feminine { b'F' } else { b'M' }, if stem.plural { b'P' } else { b'S' });
    match suffix.inflection {
        Inflection::None => {
            if stem.plural {
                tag.gender = 0;
            }
        }
        Inflection::Feminine => {
            tag.feminine_ending = true;
            tag.gender = if stem.plural { 0 } else { b'F' };
        }
        Inflection::FemininePlural => {
            tag.feminine_ending = true;
            (tag.gender, tag.number) = (b'F', b'P');
        }
        Inflection::Dual { feminine, oblique, construct } => {
            if feminine {
                tag.gender = b'F';
            }
            tag.number = b'D';
            tag.construct = construct;
            tag.slot = if oblique { Slot::Oblique } else { Slot::Nominative };
        }
        Inflection::MasculinePlural { oblique, construct } => {
            (tag.gender, tag.number) = (b'M', b'P');
            tag.construct = construct;
            tag.slot = if oblique { Slot::Oblique } else { Slot::Nominative };
        }
        Inflection::AccusativeAlef => tag.slot = Slot::AccusativeAlef,
        Inflection::Subject(_) | Inflection::SubjectDropped(_) => {}
    }
}

/// Notes a proclitic.
pub fn set_proclitic(tag: &mut Tag, b: u8) {
    match b {
        b'w' | b'f' => tag.conjunction = b,
        b'b' | b'k' | b'l' => tag.preposition = b,
        b'>' | b'A' => tag.particle = b'>',
        _ => {}
    }
}

/// Where a reading comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Source {
    /// The lexicon.
    Lexicon {
        /// Number of the prefix.
        prefix: u16,
        /// Number of the suffix.
        suffix: u16,
        /// The stem.
        stem: StemId,
    },
    /// The table of function words.
    Function {
        /// Number of the row.
        word: u16,
        /// How many letters stand before it.
        proclitics: u8,
    },
    /// A guess: which one, and how many letters are proclitics and suffix.
    Guess {
        /// See [`super::guess`].
        kind: u8,
        /// Letters of proclitics and article.
        front: u8,
        /// Letters of the suffix.
        back: u8,
    },
}

impl Source {
    /// As the result model names it.
    pub fn name(self) -> &'static str {
        match self {
            Source::Lexicon { .. } => "lexicon",
            Source::Function { .. } => "closed",
            Source::Guess { .. } => "guess",
        }
    }
}

/// A reading of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reading {
    /// Where it comes from.
    pub source: Source,
    /// What it says.
    pub tag: Tag,
    /// Its lemma, where that is one of the lexicon's.
    pub lemma: Option<LemmaId>,
    /// How far the spelling is from the correct one; bits of [`spelling`].
    pub spelling: u16,
}

/// Differences between what is written and the correct spelling.
pub mod spelling {
    /// A hamza is missing on its alef.
    pub const HAMZA_DROPPED: u16 = 1;
    /// A hamza on the wrong seat, or where there is none.
    pub const HAMZA_WRONG: u16 = 2;
    /// ه for ة.
    pub const TAA_AS_HAA: u16 = 4;
    /// ة for ه.
    pub const HAA_AS_TAA: u16 = 8;
    /// ى for ي at the end.
    pub const YAA_AS_MAQSURA: u16 = 16;
    /// ي for ى at the end.
    pub const MAQSURA_AS_YAA: u16 = 32;
    /// Letters stretched (جمييييل).
    pub const STRETCHED: u16 = 64;
    /// Any other fold.
    pub const OTHER: u16 = 128;
    /// A letter for one that sounds alike (ض for ظ, د for ذ).
    pub const LIKE_SOUND: u16 = 256;
    /// Beside [`HAMZA_WRONG`]: the right spelling has another hamza there, not none.
    pub const HAMZA_MOVED: u16 = 512;
}
