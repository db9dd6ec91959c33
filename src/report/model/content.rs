//! The fields of the content layers: who, where, when, how much, who said what, and the gist.

use serde::Serialize;

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;

/// The value of a quantity: a number, or `[low, high]`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(untagged)]
pub enum Amount {
    /// One number.
    Number(f64),
    /// Both bounds.
    Range([f64; 2]),
}

model! {
    /// A person, place, organisation or other named thing.
    pub struct Entity {
        /// Its number.
        pub id: u32,
        /// person, place, organisation or other.
        #[serde(rename = "type")]
        pub kind: &'static str,
        /// Its fullest name.
        pub name: String,
        /// Its other names.
        pub aliases: Vec<String>,
        /// Where it lies; null when it is no place or not known.
        pub geo: Option<Geo>,
    }

    /// Where a place lies.
    pub struct Geo {
        /// Degrees north.
        pub lat: f64,
        /// Degrees east.
        pub lon: f64,
        /// ISO 3166 code.
        pub country: String,
        /// GeoNames number.
        pub geonames: Option<u32>,
        /// Whether other places of that name were as likely.
        pub ambiguous: bool,
    }

    /// A place where an entity is named.
    pub struct Mention {
        /// First position.
        pub start: u32,
        /// One past the last.
        pub end: u32,
        /// person, place, organisation or other.
        #[serde(rename = "type")]
        pub kind: &'static str,
        /// Number of its entity.
        pub entity: u32,
        /// Probability, 0 to 1.
        pub score: f64,
        /// The rule, table or model that decided.
        pub why: &'static str,
    }

    /// Something somebody said.
    pub struct Statement {
        /// First position.
        pub start: u32,
        /// One past the last.
        pub end: u32,
        /// direct, indirect or mixed.
        pub form: &'static str,
        /// Who; null when unknown.
        pub speaker: Option<Speaker>,
        /// The word that says so.
        pub cue: Cue,
        /// What was said.
        pub content: Span,
        /// To whom.
        pub addressee: Option<Span>,
        /// When.
        pub when: Option<Span>,
        /// The rule, table or model that decided.
        pub why: &'static str,
    }

    /// A speaker.
    pub struct Speaker {
        /// First position.
        pub start: u32,
        /// One past the last.
        pub end: u32,
        /// Number of the entity, if it is one.
        pub entity: Option<u32>,
        /// explicit, pronoun or carried.
        pub basis: &'static str,
    }

    /// The word by which a statement is known.
    pub struct Cue {
        /// First position.
        pub start: u32,
        /// One past the last.
        pub end: u32,
        /// Its lemma.
        pub lemma: String,
        /// report, assert, claim, deny, warn, hope, ask, accuse or source.
        pub stance: &'static str,
    }

    /// A place in the text.
    pub struct Span {
        /// First position.
        pub start: u32,
        /// One past the last.
        pub end: u32,
    }

    /// An expression of time.
    pub struct Time {
        /// First position.
        pub start: u32,
        /// One past the last.
        pub end: u32,
        /// date, time, duration or set.
        #[serde(rename = "type")]
        pub kind: &'static str,
        /// ISO 8601 or TIMEX3 value.
        pub value: String,
        /// gregorian or hijri.
        pub calendar: &'static str,
        /// Whether it was resolved against the document's date.
        pub anchored: bool,
        /// The rule, table or model that decided.
        pub why: &'static str,
    }

    /// A number or amount.
    pub struct Quantity {
        /// First position.
        pub start: u32,
        /// One past the last.
        pub end: u32,
        /// cardinal, ordinal, percent, money, measure or range.
        #[serde(rename = "type")]
        pub kind: &'static str,
        /// The number, or both bounds of a range.
        pub value: Amount,
        /// What is counted.
        pub unit: Option<String>,
        /// ISO 4217 code of money.
        pub currency: Option<&'static str>,
        /// Whether it is approximate.
        pub approximate: bool,
        /// The rule, table or model that decided.
        pub why: &'static str,
    }

    /// A keyphrase.
    pub struct Keyphrase {
        /// As the text writes it.
        pub text: String,
        /// Its lemmas.
        pub lemma: String,
        /// Weight, 0 to 1.
        pub score: f64,
        /// Where it stands.
        pub occurrences: Vec<Span>,
        /// The rule, table or model that decided.
        pub why: &'static str,
    }

    /// A sentence of the summary.
    pub struct SummarySentence {
        /// Index of the sentence.
        pub sentence: u32,
        /// Weight, 0 to 1.
        pub score: f64,
        /// The rule, table or model that decided.
        pub why: &'static str,
    }

    /// The date of the document.
    pub struct DocumentDate {
        /// `YYYY-MM-DD`.
        pub value: String,
        /// Where the text states it; null when the caller gave it.
        pub stated: Option<Span>,
    }

    /// Who, what, where and when, each a place in the text or null.
    pub struct Gist {
        /// The main person or organisation.
        pub who: Option<Span>,
        /// What happened.
        pub what: Option<Span>,
        /// The main place.
        pub place: Option<Span>,
        /// When.
        pub when: Option<Span>,
    }
}
