//! Statements: who said what.
//!
//! ```text
//! table       verbs of saying, source phrases, nouns that speak       (from src/data)
//! quotes      stretches between quotation marks                       (reads tokens)
//! reading     classes of words, quotations, mentions, times by token  (reads quotes, table)
//! phrase      how far a noun phrase reaches, with attribute            (reads reading)
//! agreement   which verbs a phrase can be the subject of              (reads phrase)
//! complement  where the words said begin                              (reads phrase)
//! lead        what stands before a verb of saying                     (reads phrase, complement)
//! source      وفقا لـ, بحسب …                                          (reads phrase)
//! relay       نقلت عن, جاء في                                         (reads complement)
//! event       places where somebody may begin to speak                (reads lead, complement, source)
//! bounds      where the words said end                                (reads events)
//! speaker     who is meant                                            (reads phrases, earlier speakers)
//! sentence    statements of a sentence                                (reads all of them)
//! colon, label  `name: words`                                         (reads phrase, statements)
//! ```
//!
//! The decision behind it: grammar before names. A statement is found by its verb and what the verb governs; names, entities and times
//! sharpen the speaker where they are known, and nothing fails where they are not.

mod agreement;
mod attribute;
mod bounds;
mod colon;
mod complement;
mod event;
mod form;
mod label;
mod lead;
mod phrase;
mod quotes;
mod reading;
mod relay;
mod sentence;
mod source;
mod speaker;
mod table;

pub(crate) use self::reading::Known;
use self::reading::Reading;
use self::speaker::Voices;
use super::entities::Entity;
use super::names::Mention;
use super::times::Time;
use super::view::View;
use crate::layout::Role;
use crate::order::sort_by_number;
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
pub fn find(view: &View<'_>, mentions: &[Mention], _entities: &[Entity], times: &[Time]) -> Vec<Statement> {
    let r = Reading::new(view, mentions, times);
    let mut voices = Voices::default();
    let mut out = Vec::new();
    let inside = r.inside();
    let mut labels = Vec::new();
    let mut headline = true;
    for number in view.read_sentences() {
        match view.role(number) {
            Role::Headline => labels.push(number),
            Role::Body => {
                if headline {
                    // Nobody goes on speaking from the headlines into the text.
                    voices.forget();
                    headline = false;
                }
                labels.push(number);
            }
            // What stands under a picture is read for itself.
            Role::Caption => {
                sentence::read(&r, number, &mut Voices::default(), &mut out);
                continue;
            }
            _ => continue,
        }
        sentence::read(&r, number, &mut voices, &mut out);
        quoted(&r, &inside, number, &mut out);
    }
    label::read(&r, &labels, &mut out);
    sort_by_number(&mut out, |s| u64::from(s.span.start) << 32 | u64::from(s.cue.span.start));
    out
}

/// Shorter quotations report nobody's words.
const SHORTEST: usize = 5;

/// Adds what the quotations of a sentence report of others.
fn quoted(r: &Reading<'_>, inside: &Reading<'_>, number: usize, out: &mut Vec<Statement>) {
    let sentence = r.view.sentence(number);
    let first = r.quotes.partition_point(|q| q.after() <= sentence.start);
    for quote in r.quotes.iter().skip(first).take_while(|q| q.open < sentence.end) {
        let tokens = quote.inside().start.max(sentence.start)..quote.inside().end.min(sentence.end);
        if tokens.len() >= SHORTEST {
            sentence::read_quoted(inside, number, tokens, out);
        }
    }
}
