//! The tables of reported speech, read once: verbs of saying, source phrases, nouns that speak, words between clauses.
//!
//! Reads the TSV files of [`crate::data`]; gives looks-up by folded letters. The one decision: a verb is known by its lemma
//! and, where a tagger may err, by its written form as well, so the forms are made here from two stems of each verb.

use std::collections::HashMap;
use std::sync::LazyLock;

use rustc_hash::FxBuildHasher;

use crate::data;
use crate::order::sort_by_number;
use crate::text::fold::{Folding, fold};

type Map<V> = HashMap<String, V, FxBuildHasher>;

/// What may follow a verb of saying, as bits.
pub mod governs {
    /// أن, إن, with or without a preposition.
    pub const CLAUSE: u32 = 1;
    /// A quotation or a colon.
    pub const QUOTE: u32 = 1 << 1;
    /// A noun in the accusative.
    pub const OBJECT: u32 = 1 << 2;
    /// A verbal noun in the accusative.
    pub const ACTION: u32 = 1 << 3;
    /// An indirect question.
    pub const QUESTION: u32 = 1 << 4;
    /// An object before the words is spoken to.
    pub const ADDRESSEE: u32 = 1 << 5;
    /// An object before ب belongs to the words.
    pub const ACCUSED: u32 = 1 << 6;
    /// حمّل فلانا مسؤولية.
    pub const BLAME: u32 = 1 << 7;
    /// نقل عن.
    pub const RELAY: u32 = 1 << 8;
    /// إلى with a noun.
    pub const ILA: u32 = 1 << 9;
    /// على with a noun.
    pub const ALA: u32 = 1 << 10;
    /// من with a noun.
    pub const MIN: u32 = 1 << 11;
    /// عن with a noun.
    pub const AN: u32 = 1 << 12;
    /// ب with a noun.
    pub const BI: u32 = 1 << 13;
    /// في with a noun.
    pub const FI: u32 = 1 << 14;
    /// جاء في, whose speaker is what is written.
    pub const DOCUMENT: u32 = 1 << 15;
    /// Any of the prepositions.
    pub const PREPOSITION: u32 = ILA | ALA | MIN | AN | BI | FI;

    /// The bit of a name in the table.
    pub fn bit(name: &str) -> u32 {
        match name {
            "clause" => CLAUSE,
            "quote" => QUOTE,
            "object" => OBJECT,
            "action" => ACTION,
            "question" => QUESTION,
            "addressee" => ADDRESSEE,
            "accused" => ACCUSED,
            "blame" => BLAME,
            "relay" => RELAY,
            "document" => DOCUMENT,
            "إلى" => ILA,
            "على" => ALA,
            "من" => MIN,
            "عن" => AN,
            "ب" => BI,
            "في" => FI,
            _ => 0,
        }
    }
}

/// A verb of saying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verb {
    /// Lemma with vowels.
    pub lemma: &'static str,
    /// Stance.
    pub stance: &'static str,
    /// Bits of [`governs`].
    pub governs: u32,
}

/// Verbs by lemma and by form.
#[derive(Debug, Default)]
pub struct Verbs {
    /// The verbs.
    pub list: Vec<Verb>,
    lemmas: Map<u16>,
    forms: Map<u16>,
    participles: Map<(u16, Agreement)>,
}

/// Gender and number that a form shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Agreement {
    /// `M`, `F`; 0 unknown.
    pub gender: u8,
    /// `S`, `D`, `P`; 0 unknown.
    pub number: u8,
}

impl Agreement {
    /// Of this gender and number.
    pub fn new(gender: u8, number: u8) -> Agreement {
        Agreement { gender, number }
    }
}

impl Verbs {
    /// The verb of a lemma, folded.
    pub fn of_lemma(&self, lemma: &str) -> Option<u16> {
        self.lemmas.get(lemma).copied()
    }

    /// The verb that has this finite form, folded, without clitics.
    pub fn of_form(&self, form: &str) -> Option<u16> {
        self.forms.get(form).copied()
    }

    /// The verb that has this participle in the indefinite accusative.
    pub fn of_participle(&self, form: &str) -> Option<(u16, Agreement)> {
        self.participles.get(form).copied()
    }

    /// A verb by number.
    pub fn get(&self, number: u16) -> Option<&Verb> {
        self.list.get(usize::from(number))
    }
}

/// The verbs of saying.
pub static VERBS: LazyLock<Verbs> = LazyLock::new(|| {
    let mut out = Verbs::default();
    for [lemma, stance, perfect, imperfect, participle, what] in data::columns::<6>(data::CUES) {
        let number = out.list.len() as u16;
        out.list.push(Verb { lemma, stance, governs: what.split(' ').map(governs::bit).fold(0, |a, b| a | b) });
        out.lemmas.entry(fold(lemma, Folding::Full)).or_insert(number);
        if perfect != "-" {
            let perfect = fold(perfect, Folding::Full);
            out.lemmas.entry(perfect.clone()).or_insert(number);
            for form in perfect_forms(&perfect) {
                out.forms.entry(form).or_insert(number);
            }
        }
        if imperfect != "-" {
            for form in imperfect_forms(&fold(imperfect, Folding::Full)) {
                out.forms.entry(form).or_insert(number);
            }
        }
        if participle != "-" {
            for (form, agreement) in participle_forms(&fold(participle, Folding::Full)) {
                out.participles.entry(form).or_insert((number, agreement));
            }
        }
    }
    out
});

fn perfect_forms(perfect: &str) -> Vec<String> {
    let defective = perfect.ends_with(['ا', 'ي']);
    let stem = if defective { &perfect[..perfect.char_indices().last().map_or(0, |(at, _)| at)] } else { perfect };
    ["ت", "وا", "تا"].into_iter().map(|end| format!("{stem}{end}")).chain([perfect.to_string()]).collect()
}

fn imperfect_forms(imperfect: &str) -> Vec<String> {
    let defective = imperfect.ends_with(['ا', 'ي', 'و']);
    let stem = if defective { &imperfect[..imperfect.char_indices().last().map_or(0, |(at, _)| at)] } else { imperfect };
    let mut out = Vec::new();
    for prefix in ["ي", "ت"] {
        out.push(format!("{prefix}{imperfect}"));
        out.push(format!("{prefix}{imperfect}ان"));
        out.push(format!("{prefix}{stem}ون"));
    }
    out
}

fn participle_forms(participle: &str) -> Vec<(String, Agreement)> {
    let defective = participle.strip_suffix('ي');
    let mut out = vec![
        (format!("{participle}ا"), Agreement::new(b'M', b'S')),
        (format!("{participle}ه"), Agreement::new(b'F', b'S')),
        (format!("{participle}ات"), Agreement::new(b'F', b'P')),
        (format!("{}تين", participle), Agreement::new(b'F', b'D')),
        (format!("{}ين", defective.unwrap_or(participle)), Agreement::new(0, b'P')),
    ];
    if defective.is_some() {
        out.push((format!("{participle}ين"), Agreement::new(b'M', b'D')));
    }
    out
}

/// A phrase that names a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourcePhrase {
    /// Its words, folded.
    pub words: Vec<String>,
    /// Its lemma with vowels.
    pub lemma: &'static str,
    /// The source stands behind ل.
    pub lam: bool,
    /// Its last word may bear a pronoun.
    pub pronoun: bool,
}

/// Source phrases, the longest first.
pub static SOURCES: LazyLock<Vec<SourcePhrase>> = LazyLock::new(|| {
    let mut out: Vec<SourcePhrase> = data::columns::<3>(data::SOURCE_PHRASES)
        .map(|[phrase, lemma, then]| SourcePhrase {
            words: phrase.split(' ').map(|w| fold(w, Folding::Full)).collect(),
            lemma,
            lam: then == "ل",
            pronoun: then == "pronoun",
        })
        .collect();
    sort_by_number(&mut out, |s| !(s.words.len() as u64));
    out
});

/// What kind of speaker a noun names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaks {
    /// Somebody.
    Role,
    /// People.
    Group,
    /// An institution.
    Body,
    /// What is written.
    Paper,
}

/// Nouns that speak, folded.
pub static NOUNS: LazyLock<Map<Speaks>> = LazyLock::new(|| {
    let class = |name| match name {
        "role" => Speaks::Role,
        "group" => Speaks::Group,
        "body" => Speaks::Body,
        _ => Speaks::Paper,
    };
    data::columns::<2>(data::SPEAKER_NOUNS).map(|[noun, name]| (fold(noun, Folding::Full), class(name))).collect()
});

/// Classes of the words between clauses, as bits.
pub mod class {
    /// Before a verb: it was not said.
    pub const NEGATION: u32 = 1;
    /// Before a verb: it may be said.
    pub const MODAL: u32 = 1 << 1;
    /// Spoken to.
    pub const READER: u32 = 1 << 2;
    /// Where it was said.
    pub const VENUE: u32 = 1 << 3;
    /// Never of a speaker.
    pub const FRAME: u32 = 1 << 4;
    /// When.
    pub const TIME: u32 = 1 << 5;
    /// Another clause.
    pub const BREAK: u32 = 1 << 6;
    /// Opens a question.
    pub const QUESTION: u32 = 1 << 7;
    /// Its subject stops speaking.
    pub const SILENT: u32 = 1 << 8;
    /// No source.
    pub const NOSOURCE: u32 = 1 << 9;
    /// Is said to be.
    pub const ACTION: u32 = 1 << 10;
    /// With a field.
    pub const EXPERT: u32 = 1 << 11;
    /// Manner.
    pub const ADVERB: u32 = 1 << 12;
    /// The writer sets something against what was said.
    pub const CONTRAST: u32 = 1 << 13;
    /// The same before أن.
    pub const CONTRAST_THAT: u32 = 1 << 14;
    /// Feminine in form, of a man.
    pub const MASCULINE: u32 = 1 << 15;
    /// Where people are from.
    pub const DWELLING: u32 = 1 << 16;

    /// The bit of a name in the table.
    pub fn bit(name: &str) -> u32 {
        let names = [
            "negation",
            "modal",
            "reader",
            "venue",
            "frame",
            "time",
            "break",
            "question",
            "silent",
            "nosource",
            "action",
            "expert",
            "adverb",
            "contrast",
            "contrast-that",
            "masculine",
            "dwelling",
        ];
        names.iter().position(|n| *n == name).map_or(0, |at| 1 << at)
    }
}

/// Words by class, folded.
pub static WORDS: LazyLock<Map<u32>> = LazyLock::new(|| {
    let mut out: Map<u32> = Map::default();
    for [name, word] in data::columns::<2>(data::SPEECH_WORDS) {
        *out.entry(fold(word, Folding::Full)).or_default() |= class::bit(name);
    }
    out
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_lead_to_their_verbs() {
        let lemma = |number| VERBS.get(number).unwrap().lemma;
        for (form, expected) in
            [("قالت", "قَال"), ("يقولون", "قَال"), ("نفوا", "نَفَى"), ("دعت", "دَعَا"), ("اكدا", "-"), ("تدعو", "دَعَا"), ("رات", "رَأَى")]
        {
            assert_eq!(VERBS.of_form(form).map_or("-", lemma), expected, "{form}");
        }
        for (form, expected) in [("مشيره", "أَشَار"), ("نافيا", "نَفَى"), ("داعين", "دَعَا"), ("مشير", "-"), ("لافتا", "لَفَت")]
        {
            assert_eq!(VERBS.of_participle(form).map_or("-", |(n, _)| lemma(n)), expected, "{form}");
        }
    }

    #[test]
    fn every_cell_is_understood() {
        for [lemma, _, _, _, _, what] in data::columns::<6>(data::CUES) {
            assert!(what.split(' ').all(|w| governs::bit(w) != 0), "{lemma}: {what}");
        }
        for [name, word] in data::columns::<2>(data::SPEECH_WORDS) {
            assert!(class::bit(name) != 0, "{name} {word}");
        }
    }
}
