//! Statements: who said what.

use super::entities::Entity;
use super::names::Mention;
use super::times::Time;
use super::view::View;
use crate::text::ByteSpan;

/// How the words are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// All of them quoted.
    Direct,
    /// None of them quoted.
    Indirect,
    /// Some of them quoted.
    Mixed,
}

impl Form {
    /// As the result model names it.
    pub fn name(self) -> &'static str {
        match self {
            Form::Direct => "direct",
            Form::Indirect => "indirect",
            Form::Mixed => "mixed",
        }
    }
}

/// How the speaker is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// The statement names him.
    Explicit,
    /// A pronoun stands for him.
    Pronoun,
    /// An earlier statement named him.
    Carried,
}

impl Basis {
    /// As the result model names it.
    pub fn name(self) -> &'static str {
        match self {
            Basis::Explicit => "explicit",
            Basis::Pronoun => "pronoun",
            Basis::Carried => "carried",
        }
    }
}

/// Who speaks.
#[derive(Debug, Clone, PartialEq)]
pub struct Speaker {
    /// The phrase that names him, or the pronoun.
    pub span: ByteSpan,
    /// Number of the entity, if it is one.
    pub entity: Option<u32>,
    /// How he is known.
    pub basis: Basis,
}

/// The word by which a statement is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Cue {
    /// The whole written word or phrase.
    pub span: ByteSpan,
    /// Its lemma with vowels.
    pub lemma: &'static str,
    /// report, assert, claim, deny, warn, hope, ask, accuse or source.
    pub stance: &'static str,
}

/// Something somebody said.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// From the first of cue, speaker and content to the last.
    pub span: ByteSpan,
    /// How the words are given.
    pub form: Form,
    /// Who; none when not known.
    pub speaker: Option<Speaker>,
    /// The word that says so.
    pub cue: Cue,
    /// What was said.
    pub content: ByteSpan,
    /// To whom.
    pub addressee: Option<ByteSpan>,
    /// When.
    pub when: Option<ByteSpan>,
    /// The rule that found it.
    pub why: &'static str,
}

/// All statements of the text itself, ascending by start.
pub fn find(_view: &View<'_>, _mentions: &[Mention], _entities: &[Entity], _times: &[Time]) -> Vec<Statement> {
    Vec::new()
}
