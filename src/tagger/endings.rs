//! Case and mood: a second chain, over the endings that the chosen readings leave open.
//!
//! Arabic case follows from what governs a word: the preposition before it, the noun it completes, the verb whose subject or
//! object it is, إن and كان and their sisters. There is no parser here; a walk over the sentence notes what each word
//! stands under ([`Walk`]), and the chain makes neighbours agree.

use super::features::{Sink, mix};
use super::lattice::Candidate;
use super::model::ENDING_BITS;
use crate::morph::tag::Slot;
use crate::morph::{Case, Ending, Mood, Tag, Upos};

/// The endings that a reading leaves open; at least one.
pub fn options(tag: &Tag) -> &'static [Ending] {
    const fn case(case: Case, tanwin: bool) -> Ending {
        Ending::Case { case, tanwin }
    }
    const NONE: &[Ending] = &[Ending::None];
    const BOUND: &[Ending] = &[case(Case::Nominative, false), case(Case::Accusative, false), case(Case::Genitive, false)];
    const FREE: &[Ending] = &[
        case(Case::Nominative, false),
        case(Case::Accusative, false),
        case(Case::Genitive, false),
        case(Case::Nominative, true),
        case(Case::Accusative, true),
        case(Case::Genitive, true),
    ];
    const GENITIVE: &[Ending] = &[case(Case::Genitive, false)];
    const FREE_GENITIVE: &[Ending] = &[case(Case::Genitive, false), case(Case::Genitive, true)];
    const NOMINATIVE: &[Ending] = &[case(Case::Nominative, false)];
    const OBLIQUE: &[Ending] = &[case(Case::Accusative, false), case(Case::Genitive, false)];
    const ALEF: &[Ending] = &[case(Case::Accusative, true)];
    const MOODS: &[Ending] = &[Ending::Mood(Mood::Indicative), Ending::Mood(Mood::Subjunctive), Ending::Mood(Mood::Jussive)];
    const INDICATIVE: &[Ending] = &[Ending::Mood(Mood::Indicative)];
    const DEPENDENT: &[Ending] = &[Ending::Mood(Mood::Subjunctive), Ending::Mood(Mood::Jussive)];
    let bound = tag.definite() || tag.pronoun != 0;
    let governed = tag.preposition != 0;
    match tag.slot {
        Slot::Fixed => NONE,
        Slot::Case => match (bound, governed) {
            (true, true) => GENITIVE,
            (true, false) => BOUND,
            (false, true) => FREE_GENITIVE,
            (false, false) => FREE,
        },
        Slot::Nominative => NOMINATIVE,
        Slot::Oblique | Slot::Adverbial if governed => GENITIVE,
        Slot::Oblique | Slot::Adverbial => OBLIQUE,
        Slot::AccusativeAlef => ALEF,
        Slot::Mood => match tag.particle {
            b's' => INDICATIVE,
            b'J' => DEPENDENT,
            _ => MOODS,
        },
        Slot::Indicative => INDICATIVE,
        Slot::NotIndicative => DEPENDENT,
    }
}

fn slot(h: u32) -> u32 {
    h >> (32 - ENDING_BITS)
}

/// What a word stands under.
#[derive(Debug, Clone, Copy, Default)]
pub struct Walk {
    /// Lemma of the last verb of the clause.
    verb: u32,
    /// What is known of that verb: aspect, passive, person.
    verb_kind: u32,
    /// Gender of the verb's agreement against this word's.
    agrees: u32,
    /// Noun phrases begun since the verb, or since the clause began.
    phrases: u32,
    /// The particle that opened the clause, إن and the like.
    opener: u32,
    /// Words since the clause began, at most 3.
    depth: u32,
    /// Whether this word begins a phrase, continues a construct, or follows a preposition.
    place: u32,
    /// Right side of the last nominal that is not an adjective, for what agrees across a complement.
    head: u32,
}

/// Walks over the chosen readings of a sentence.
pub fn walk(chosen: &[&Candidate]) -> Vec<Walk> {
    let mut state = Walk::default();
    let mut out = Vec::with_capacity(chosen.len());
    let mut before: Option<&Candidate> = None;
    for c in chosen {
        let tag = &c.reading.tag;
        let opens = matches!(tag.upos, Upos::Punct | Upos::Sconj) || tag.upos == Upos::Part || tag.upos == Upos::Cconj;
        if tag.conjunction != 0 && (tag.verbal() || matches!(tag.upos, Upos::Part | Upos::Sconj)) || opens {
            state.phrases = 0;
            state.depth = 0;
            if tag.upos != Upos::Punct {
                state.opener = c.lemma;
            }
            if matches!(tag.upos, Upos::Sconj | Upos::Part) || tag.conjunction != 0 {
                (state.verb, state.verb_kind) = (0, 0);
            }
        }
        let mut here = state;
        if tag.nominal() || tag.upos == Upos::Pron {
            let after_preposition = before.is_some_and(|b| b.reading.tag.upos == Upos::Adp && b.reading.tag.pronoun == 0);
            let after_construct = before.is_some_and(|b| {
                let t = &b.reading.tag;
                t.nominal() && !t.definite() && t.pronoun == 0 && t.slot != Slot::AccusativeAlef
            });
            let after_definite = before.is_some_and(|b| b.reading.tag.definite());
            here.place =
                1 + u32::from(after_preposition) + 2 * u32::from(after_construct) + 4 * u32::from(after_definite && tag.definite());
            let begins = !after_preposition && !after_construct && tag.upos != Upos::Adj && tag.preposition == 0;
            if begins {
                state.phrases = (state.phrases + 1).min(3);
            }
            let verb_gender = state.verb_kind & 0xFF;
            here.agrees = if verb_gender == 0 || tag.gender == 0 { 0 } else { 1 + u32::from(verb_gender == u32::from(tag.gender)) };
            if tag.upos != Upos::Adj {
                state.head = c.right;
            }
        }
        out.push(here);
        if tag.verbal() {
            state.verb = c.lemma;
            state.verb_kind = u32::from(tag.gender)
                | u32::from(tag.aspect) << 8
                | u32::from(tag.passive) << 10
                | u32::from(tag.person == 3) << 11
                | u32::from(tag.pronoun != 0) << 12;
            state.phrases = 0;
        }
        state.depth = (state.depth + 1).min(3);
        before = Some(c);
    }
    out
}

/// The cases, and none.
pub const CASES: usize = 4;

/// What the features of an ending at one word are of: the ending itself, and its case alone, so that what holds with and without tanwin is
/// learned once.
pub fn labels(ending: Ending) -> [u32; 2] {
    [ending.number() as u32, ending.case().map_or(9, |case| case as u32) + 20]
}

/// Features of one of an ending's [`labels`] at one word.
pub fn own(chosen: &[&Candidate], at: usize, walk: &Walk, label: u32, sink: &mut impl Sink) {
    const EDGE: u32 = 0xED6E;
    let Some(c) = chosen.get(at) else { return };
    let near = |step: isize| at.checked_add_signed(step).and_then(|i| chosen.get(i));
    let lemma = |step: isize| near(step).map_or(EDGE, |c| c.lemma);
    let right = |step: isize| near(step).map_or(EDGE, |c| c.right);
    let left = |step: isize| near(step).map_or(EDGE, |c| c.left);
    let plain = |step: isize| near(step).map_or(EDGE, |c| c.plain);
    let upos = c.reading.tag.upos as u32;
    let mut add = |template: u32, a: u32, b: u32| sink.add(slot(mix(template + 100 * label, a, b)), 1.0);
    add(1, c.plain, 0);
    add(2, c.lemma, upos);
    add(3, lemma(-1), c.plain);
    add(4, right(-1), c.plain);
    add(5, left(1), c.plain);
    add(6, plain(-1), plain(-2).wrapping_mul(31).wrapping_add(c.plain));
    add(7, walk.place, walk.phrases * 8 + upos);
    add(8, walk.verb, walk.phrases * 8 + walk.place);
    add(9, walk.verb_kind, walk.phrases * 32 + walk.place * 4 + walk.agrees);
    add(10, walk.opener, walk.phrases * 8 + walk.place);
    add(11, lemma(-2), plain(-1));
    add(12, c.fine, plain(1));
    add(13, lemma(-1), c.lemma);
    add(14, walk.depth, walk.place * 32 + upos);
    add(15, plain(1), plain(2).wrapping_mul(31).wrapping_add(c.plain));
    add(16, walk.head, c.right);
    add(17, right(-1), plain(1).wrapping_mul(31).wrapping_add(c.plain));
    add(18, walk.place, walk.agrees * 64 + walk.verb_kind.wrapping_mul(7).wrapping_add(walk.phrases));
    add(19, lemma(1), c.plain);
    add(20, c.category, upos);
}

/// Features of two neighbouring endings.
pub fn pair(p: &Candidate, before: Ending, c: &Candidate, here: Ending, sink: &mut impl Sink) {
    let labels = before.number() as u32 * 16 + here.number() as u32;
    let mut add = |template: u32, a: u32, b: u32| sink.add(slot(mix(template, a, b.wrapping_mul(257).wrapping_add(labels))), 1.0);
    add(61, p.plain, c.plain);
    add(62, p.right, c.right);
    add(63, p.fine, c.left);
    let same = u32::from(p.gender_number == c.gender_number);
    let join = u32::from(c.reading.tag.conjunction != 0) * 2 + u32::from(c.reading.tag.preposition != 0);
    add(64, p.reading.tag.upos as u32 * 32 + c.reading.tag.upos as u32, same * 4 + join);
}
