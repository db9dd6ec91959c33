//! Agreement: which verbs a noun phrase can be the subject of.
//!
//! Reads the head of a phrase; gives gender and number where it shows them. The decision: only what contradicts a verb is refused; a
//! name, or a word that may be one, agrees with every verb.

use super::phrase::Phrase;
use super::reading::Reading;
use super::table::{Agreement, Speaks, class};
use crate::morph::{Slot, Upos};

/// Gender and number of a phrase, from its head; 0 where the head does not show them.
pub fn agreement(r: &Reading<'_>, phrase: &Phrase) -> Agreement {
    let head = phrase.tokens.start;
    let Some(tag) = r.word(head).and_then(|w| w.facts.tag) else { return Agreement::default() };
    if r.has(head, class::MASCULINE) {
        return Agreement { gender: b'M', number: b'S' };
    }
    // A lone noun that names nobody by what he is may be a family name.
    if r.name(head) || phrase.tokens.len() == 1 && r.speaks(head).is_none() && !tag.feminine_ending && tag.number == b'S' {
        return Agreement::default();
    }
    let conjoined = phrase.tokens.clone().skip(1).any(|at| r.word(at).is_some_and(|w| w.facts.conjunction().is_some()));
    let known = r.word(head).is_some_and(|w| w.facts.known) && tag.upos != Upos::Propn;
    let number = match (r.speaks(head), tag.number) {
        (Some(Speaks::Group), _) => 0,
        _ if conjoined && tag.upos == Upos::Propn => 0,
        (_, number) if known => number,
        _ => 0,
    };
    let gender = match tag.gender {
        _ if !known => 0,
        b'F' => b'F',
        _ if tag.feminine_ending => b'F',
        gender if tag.number == b'S' => gender,
        _ => 0,
    };
    // Things in the plural go with a verb in the feminine singular.
    if number == b'P' && matches!(r.speaks(head), Some(Speaks::Body | Speaks::Paper)) {
        return Agreement { gender: b'F', number: b'S' };
    }
    Agreement { gender, number }
}

/// Whether a verb before or after its subject can belong to this phrase.
pub fn agrees(r: &Reading<'_>, verb: Agreement, phrase: &Phrase, before: bool) -> bool {
    let subject = agreement(r, phrase);
    let head = phrase.tokens.start;
    let human = r.speaks(head).is_none_or(|s| s == Speaks::Role || s == Speaks::Group);
    let oblique = r.word(head).is_some_and(|w| {
        w.facts.known && w.facts.tag.is_some_and(|t| matches!(t.slot, Slot::Oblique | Slot::AccusativeAlef) && t.upos != Upos::Propn)
    });
    if !before && (verb.number == b'P' || oblique && r.mention(head).is_none()) {
        return false;
    }
    match (verb.gender, verb.number, subject.gender, subject.number) {
        (b'F', b'S', b'M', b'S') => r.speaks(head) == Some(Speaks::Group),
        (b'M', b'S', b'F', b'S') => false,
        (b'M', b'S', _, b'P') => human && !before,
        (b'M', b'P', b'F' | b'M', b'S') => false,
        _ => true,
    }
}
