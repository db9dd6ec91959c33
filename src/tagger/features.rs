//! What the tagger looks at.
//!
//! Every template gives numbers of weights to a sink; scoring adds the weights up, training collects the numbers, so that
//! both always see the same. Templates are hashed into one table without a dictionary (Weinberger et al. 2009): a model is then just
//! its weights, and a collision costs a little noise.

use super::lattice::{Candidate, WordType};
use crate::lexicon::Person;
use crate::morph::tag::{Slot, spelling};
use crate::morph::{Source, Tag, Upos};

/// Weights of the tagger: two to this power.
pub const BITS: u32 = 18;

/// Receives a feature: the number of its weight and its value.
pub trait Sink {
    /// Takes a feature.
    fn add(&mut self, weight: u32, value: f32);
}

/// Mixes a template and two things into the number of a weight.
#[inline]
pub fn mix(template: u32, a: u32, b: u32) -> u32 {
    let mut h = a.wrapping_mul(0x9E37_79B1) ^ b.wrapping_add(template.wrapping_mul(0x27D4_EB2F)).wrapping_mul(0x85EB_CA77).rotate_left(13);
    h ^= h >> 15;
    h = h.wrapping_mul(0x2C1B_3C6D);
    h ^= h >> 13;
    h
}

/// The weight of a mixed number.
#[inline]
pub fn slot(h: u32) -> u32 {
    h >> (32 - BITS)
}

/// Hash of bytes.
pub fn hash(bytes: &[u8]) -> u32 {
    hash_on(0x811C_9DC5, bytes)
}

/// The hash of what was hashed and these bytes after it (FNV-1a).
pub fn hash_on(start: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(start, |h, &b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

fn pack(values: &[u32]) -> u32 {
    values.iter().fold(17, |h, &v| h.wrapping_mul(0x0100_0193) ^ v.wrapping_add(0x9E37))
}

fn definiteness(tag: &Tag) -> u32 {
    if tag.definite() {
        1
    } else if tag.pronoun != 0 {
        2
    } else if tag.construct {
        3
    } else if tag.slot == Slot::AccusativeAlef {
        4
    } else {
        0
    }
}

/// Everything that a tag says.
pub fn fine(tag: &Tag, lexical: u32) -> u32 {
    pack(&[
        tag.upos as u32,
        u32::from(tag.aspect),
        u32::from(tag.passive),
        u32::from(tag.person),
        u32::from(tag.gender),
        u32::from(tag.number),
        u32::from(tag.conjunction != 0),
        u32::from(tag.preposition),
        u32::from(tag.particle),
        u32::from(tag.pronoun != 0),
        tag.slot as u32,
        u32::from(tag.construct),
        lexical,
    ])
}

/// What a word shows to the one before it.
pub fn left(tag: &Tag, lexical: u32) -> u32 {
    pack(&[
        tag.upos as u32,
        u32::from(tag.aspect),
        u32::from(tag.conjunction != 0),
        u32::from(tag.preposition),
        u32::from(tag.particle),
        u32::from(tag.slot == Slot::AccusativeAlef),
        lexical,
    ])
}

/// What a word shows to the one after it.
pub fn right(tag: &Tag, lexical: u32) -> u32 {
    let verb = u32::from(tag.aspect) + 4 * u32::from(tag.passive) + 8 * u32::from(tag.verbal() && tag.pronoun != 0);
    pack(&[tag.upos as u32, verb, definiteness(tag), u32::from(tag.gender), u32::from(tag.number), lexical])
}

/// Part of speech and definiteness.
fn plain(tag: &Tag) -> u32 {
    pack(&[tag.upos as u32, u32::from(tag.aspect), definiteness(tag)])
}

/// Features of a reading that depend on its word alone. Those that know the very word are left out where `lexical` is false: training does so now
/// and then, so that the others learn to do without.
pub fn own(word: &WordType, c: &Candidate, lexical: bool, sink: &mut impl Sink) {
    let tag = &c.reading.tag;
    let upos = tag.upos as u32;
    let mut add = |template: u32, a: u32, b: u32, value: f32| sink.add(slot(mix(template, a, b)), value);
    if lexical {
        add(2, c.lemma, upos, 1.0);
        add(3, c.lemma, c.fine, 1.0);
        add(9, word.form, c.fine, 1.0);
        add(10, word.form, c.lemma, 1.0);
    }
    add(1, c.fine, 0, 1.0);
    add(4, upos, 0, c.frequency / 6.0);
    add(5, upos, 0, (c.frequency - word.top_frequency) / 4.0);
    add(6, 0, 0, (c.frequency - word.top_frequency) / 4.0);
    let prior = (c.frequency + c.shape - word.top_prior) / 5.0;
    add(27, upos, 0, prior);
    add(28, 0, 0, prior);
    add(29, u32::from(prior < -0.4) + u32::from(prior < -0.9) + u32::from(prior < -1.6), upos, 1.0);
    add(7, c.category, 0, 1.0);
    add(8, c.affixes, 0, 1.0);
    add(26, c.category, c.affixes, 1.0);
    if c.frequency < 0.5 {
        add(11, upos, 0, 1.0);
    }
    for bit in 0..8u32 {
        if c.reading.spelling >> bit & 1 == 1 {
            add(12, bit, 0, 1.0);
            add(13, bit, upos, 1.0);
            add(24, bit, word.correct, 1.0);
        }
    }
    if let Source::Guess { kind, front, back } = c.reading.source {
        let kind = u32::from(kind) * 20 + upos;
        add(14, kind, u32::from(front.min(4)), 1.0);
        add(15, kind, word.ending, 1.0);
        add(16, kind, word.beginning, 1.0);
        add(17, kind, word.length, 1.0);
        add(18, kind, u32::from(back), 1.0);
    }
    add(19, u32::from(tag.passive), upos, 1.0);
    add(20, u32::from(tag.person), u32::from(tag.aspect), 1.0);
    add(21, c.gender_number, upos, 1.0);
    add(22, u32::from(tag.pos), upos, 1.0);
    add(23, word.ending, c.left, 1.0);
}

/// What surrounds a word.
pub struct Around<'a> {
    /// The word before.
    pub before: Option<&'a WordType>,
    /// The one before that.
    pub before2: Option<&'a WordType>,
    /// The word after.
    pub after: Option<&'a WordType>,
    /// The one after that.
    pub after2: Option<&'a WordType>,
    /// How the sentence treats hamzas: 0 as it should, 1 drops some, 2 drops most.
    pub sloppy: u32,
    /// Whether somebody speaks of himself in the sentence.
    pub first_person: bool,
}

/// Whether a sentence has a word that can only be of the first person: أنا, لي, إنني.
pub fn first_person<'w>(words: impl Iterator<Item = &'w WordType>) -> bool {
    let mut words = words;
    words.any(|word| {
        !word.candidates.is_empty()
            && word.candidates.iter().all(|c| {
                let tag = &c.reading.tag;
                tag.person == 1 && tag.number == b'S' || Person::from_code(tag.pronoun).is_some_and(|p| p.person == 1 && p.number == b'S')
            })
    })
}

/// How a sentence treats hamzas, by its words that have no reading without one added and those that show one.
pub fn sloppiness<'w>(words: impl Iterator<Item = &'w WordType>) -> u32 {
    let (mut dropped, mut kept) = (0, 0);
    for word in words {
        if word.candidates.first().is_some_and(|c| c.reading.spelling & spelling::HAMZA_DROPPED != 0) && word.correct == 0 {
            dropped += 1;
        } else if word.written.letters.iter().any(|l| matches!(l.byte, b'>' | b'<' | b'|')) {
            kept += 1;
        }
    }
    if dropped == 0 {
        0
    } else if dropped > kept {
        2
    } else {
        1
    }
}

/// Features of a reading and the words around it.
pub fn around(near: &Around<'_>, c: &Candidate, lexical: bool, sink: &mut impl Sink) {
    const EDGE: u32 = 0xED6E;
    let form = |w: Option<&WordType>| w.map_or(EDGE, |w| w.form);
    let mut add = |template: u32, a: u32, b: u32| sink.add(slot(mix(template, a, b)), 1.0);
    let (before, after) = (form(near.before), form(near.after));
    if lexical {
        add(40, before, c.left);
        add(41, after, c.right);
        add(42, before, c.lemma);
        add(43, after, c.lemma);
        add(44, form(near.before2), c.left);
        add(45, form(near.after2), c.right);
    }
    if c.reading.spelling != 0 {
        add(51, u32::from(c.reading.spelling), near.sloppy);
    }
    let tag = &c.reading.tag;
    if tag.verbal() {
        add(53, u32::from(tag.person) * 4 + u32::from(tag.aspect), u32::from(near.first_person));
        add(54, u32::from(tag.person) * 4 + u32::from(tag.number), near.after.map_or(EDGE, |w| w.beginning));
        add(55, u32::from(tag.passive), after);
        add(56, u32::from(tag.passive) * 4 + u32::from(tag.aspect), near.after.map_or(EDGE, |w| w.beginning));
    }
    add(52, u32::from(c.reading.spelling != 0), near.sloppy);
    add(46, near.after.map_or(EDGE, |w| w.beginning), c.right);
    add(47, near.after.map_or(EDGE, |w| w.ending), c.right);
    add(48, near.before.map_or(EDGE, |w| w.ending), c.left);
    add(49, near.after.map_or(EDGE, |w| w.beginning), c.fine);
    add(50, near.before.map_or(EDGE, |w| w.beginning), c.left);
}

/// How gender and number of two words agree.
fn agreement(p: &Tag, c: &Tag) -> u32 {
    let same = |a: u8, b: u8| u32::from(a != 0 && b != 0) + u32::from(a == b && a != 0);
    pack(&[
        p.upos as u32,
        c.upos as u32,
        u32::from(p.aspect),
        definiteness(p),
        definiteness(c),
        same(p.gender, c.gender),
        same(p.number, c.number),
        u32::from(c.conjunction != 0) + 2 * u32::from(c.preposition != 0),
    ])
}

/// Features of two neighbouring readings.
pub fn pair(p: &Candidate, c: &Candidate, lexical: bool, sink: &mut impl Sink) {
    let mut add = |template: u32, a: u32, b: u32| sink.add(slot(mix(template, a, b)), 1.0);
    add(60, p.fine, c.fine);
    add(61, p.right, c.left);
    add(62, p.right, c.fine);
    add(63, p.fine, c.left);
    if lexical {
        add(64, p.lemma, c.left);
        add(65, p.plain, c.lemma);
        add(66, p.lemma, c.lemma);
    }
    add(67, agreement(&p.reading.tag, &c.reading.tag), 0);
}

/// Fills what a candidate is compared by.
pub fn prepare(c: &mut Candidate) {
    let tag = &c.reading.tag;
    // Function words are told apart one by one: their grammar is their own.
    let lexical =
        if matches!(c.reading.source, Source::Function { .. }) && !matches!(tag.upos, Upos::Noun | Upos::Verb) { c.lemma } else { 0 };
    c.fine = fine(tag, lexical);
    c.left = left(tag, lexical);
    c.right = right(tag, lexical);
    c.plain = plain(tag);
    c.gender_number = pack(&[u32::from(tag.gender), u32::from(tag.number), u32::from(tag.feminine_ending)]);
}
