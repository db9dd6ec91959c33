//! Speakers: who is behind a phrase, and who is meant where none is named.
//!
//! Reads phrases, mentions and what was said before; gives a speaker with his entity. The decision: the last speaker who agrees in gender
//! and number goes on, first in the same sentence, then in the text before; whoever is asked answers; nobody is guessed beyond that.

use std::ops::Range;

use super::phrase::{Phrase, agreement};
use super::reading::Reading;
use super::table::{Agreement, Speaks};
use super::{Basis, Speaker};
use crate::content::names::EntityKind;
use crate::text::ByteSpan;

/// Somebody who can go on speaking.
#[derive(Debug, Clone)]
pub struct Voice {
    /// The phrase that names him.
    pub span: ByteSpan,
    /// His entity.
    pub entity: Option<u32>,
    /// Gender and number.
    pub agreement: Agreement,
    /// The tokens of the phrase.
    pub tokens: Range<usize>,
    /// The sentence he spoke in last.
    pub sentence: usize,
}

impl Voice {
    /// As the speaker of a statement.
    pub fn speaker(&self, basis: Basis) -> Speaker {
        Speaker { span: self.span, entity: self.entity, basis }
    }
}

/// Speakers remembered at most.
const REMEMBERED: usize = 8;
/// Sentences over which somebody goes on at most.
const FAR: usize = 12;

/// Who spoke so far.
#[derive(Debug, Default)]
pub struct Voices {
    last: Vec<Voice>,
    /// Who was asked last.
    pub asked: Option<Voice>,
    /// The subject of the last sentence in which nobody spoke.
    pub subject: Option<Voice>,
}

impl Voices {
    /// Makes a phrase a voice.
    pub fn voice(&self, r: &Reading<'_>, phrase: &Phrase, sentence: usize) -> Voice {
        let mut shape = agreement(r, phrase);
        if shape == Agreement::default()
            && let Some(known) = self.last.iter().rev().find(|v| v.entity.is_some() && v.entity == self.entity(r, phrase))
        {
            shape = known.agreement;
        }
        Voice {
            span: r.span(phrase.tokens.clone()),
            entity: self.entity(r, phrase),
            agreement: shape,
            tokens: phrase.tokens.clone(),
            sentence,
        }
    }

    /// Notes that somebody spoke.
    pub fn spoke(&mut self, voice: Voice) {
        self.last.retain(|v| v.span != voice.span);
        if self.last.len() == REMEMBERED {
            self.last.remove(0);
        }
        self.last.push(voice);
    }

    /// Who goes on with a verb of this gender and number.
    pub fn carried(&self, verb: Agreement, sentence: usize) -> Option<&Voice> {
        self.last.iter().rev().find(|v| compatible(verb, v.agreement) && sentence.saturating_sub(v.sentence) <= FAR)
    }

    /// Forgets everybody, as after the headlines.
    pub fn forget(&mut self) {
        *self = Voices::default();
    }

    /// The entity of a phrase: the person named in it, else what it names itself, else what it named before.
    pub fn entity(&self, r: &Reading<'_>, phrase: &Phrase) -> Option<u32> {
        let tokens = phrase.tokens.clone();
        let mut organisation = None;
        let mut at = tokens.start;
        while at < tokens.end {
            if let Some(mention) = r.mention(at) {
                if mention.kind == EntityKind::Person {
                    return Some(mention.entity);
                }
                let generic = at == tokens.start + 1 && matches!(r.speaks(tokens.start), Some(Speaks::Body)) || at == tokens.start;
                let generic = generic || at == tokens.start + 2 && r.quote(at).is_some() && r.speaks(tokens.start) == Some(Speaks::Body);
                let issued = r.speaks(tokens.start) == Some(Speaks::Paper);
                if generic || issued {
                    organisation = organisation.or(Some(mention.entity));
                }
                at = mention.tokens.end.max(at + 1);
            } else {
                at += 1;
            }
        }
        organisation.or_else(|| self.again(r, &tokens))
    }

    /// `الخبير الأمني` after `الخبير الأمني فلان`, `الهيئة` after `هيئة كذا`.
    fn again(&self, r: &Reading<'_>, tokens: &Range<usize>) -> Option<u32> {
        let core = |at: usize| r.word(at).map_or("", |w| w.facts.core.as_str());
        if tokens.len() > 3 || !r.article(tokens.start) {
            return None;
        }
        let same = |v: &&Voice| v.tokens.len() > tokens.len() && v.tokens.clone().zip(tokens.clone()).all(|(a, b)| core(a) == core(b));
        if let Some(voice) = self.last.iter().rev().find(same) {
            return voice.entity;
        }
        if r.speaks(tokens.start) != Some(Speaks::Body) {
            return None;
        }
        let before = r.mentions.partition_point(|m| m.tokens.start < tokens.start);
        let known = r.mentions.get(before.saturating_sub(100)..before)?;
        let head = core(tokens.start);
        let fits = |start: usize| {
            core(start) == head || start > 0 && core(start - 1) == head || start > 1 && core(start - 2) == head && r.quote(start).is_some()
        };
        known.iter().rev().find(|m| m.kind == EntityKind::Organisation && fits(m.tokens.start)).map(|m| m.entity)
    }
}

/// Whether a verb of this gender and number may be said of somebody of that.
pub fn compatible(verb: Agreement, voice: Agreement) -> bool {
    let plural = |n: u8| n == b'P' || n == b'D';
    if plural(verb.number) {
        return voice.number != b'S';
    }
    if verb.gender == b'F' {
        return voice.gender != b'M' || plural(voice.number);
    }
    voice.gender != b'F' && (voice.number != b'P' || verb.gender == 0)
}
