//! Readings of words that no table knows.
//!
//! Most are names, then loans and new derivations. Decision: every plausible kind of word is offered with its cut, and
//! the tagger, which sees the sentence and what words like this usually are, chooses; a name is offered whole as well as
//! cut, because a false clitic costs more than a missed one.

use super::pattern;
use super::tag::{Reading, Slot, Source, Tag, Upos};
use super::written::Written;
use crate::lexicon::Person;

/// Kinds of guess, the `kind` of [`Source::Guess`].
pub mod kind {
    /// A name.
    pub const NAME: u8 = 0;
    /// A noun as it stands.
    pub const NOUN: u8 = 1;
    /// A noun or adjective in ة.
    pub const FEMININE: u8 = 2;
    /// A plural in ات.
    pub const FEMININE_PLURAL: u8 = 3;
    /// A nisba adjective in ي.
    pub const NISBA: u8 = 4;
    /// A nisba in ية.
    pub const NISBA_FEMININE: u8 = 5;
    /// A plural in ون or ين.
    pub const MASCULINE_PLURAL: u8 = 6;
    /// An accusative in ا.
    pub const ACCUSATIVE: u8 = 7;
    /// An imperfect verb.
    pub const IMPERFECT: u8 = 8;
    /// A perfect verb.
    pub const PERFECT: u8 = 9;
    /// A noun or adjective with an attached pronoun.
    pub const POSSESSED: u8 = 10;
    /// A feminine noun with an attached pronoun.
    pub const FEMININE_POSSESSED: u8 = 11;
    /// An adjective as it stands.
    pub const ADJECTIVE: u8 = 12;
    /// Letters that make no word.
    pub const LETTERS: u8 = 13;
    /// A plural in ات with an attached pronoun.
    pub const PLURAL_POSSESSED: u8 = 14;
}

/// Proclitics that may stand before a noun: letters, conjunction, preposition, article.
const FRONTS: &[(&[u8], u8, u8, bool)] = &[
    (b"", 0, 0, false),
    (b"w", b'w', 0, false),
    (b"f", b'f', 0, false),
    (b"b", 0, b'b', false),
    (b"l", 0, b'l', false),
    (b"k", 0, b'k', false),
    (b"wb", b'w', b'b', false),
    (b"wl", b'w', b'l', false),
    (b"fb", b'f', b'b', false),
    (b"Al", 0, 0, true),
    (b"wAl", b'w', 0, true),
    (b"fAl", b'f', 0, true),
    (b"bAl", 0, b'b', true),
    (b"kAl", 0, b'k', true),
    (b"ll", 0, b'l', true),
    (b"wbAl", b'w', b'b', true),
    (b"wll", b'w', b'l', true),
];

/// The front of that many letters.
pub fn front(word: &Written, letters: u8) -> Option<(&'static [u8], u8, u8, bool)> {
    let key = word.key.get(..letters as usize)?;
    FRONTS.iter().find(|front| front.0 == key).copied()
}

/// Attached pronouns by their letters, longest first.
pub const PRONOUNS: &[(&[u8], &str)] = &[
    (b"hmA", "3D"),
    (b"kmA", "2D"),
    (b"hA", "3FS"),
    (b"hm", "3MP"),
    (b"hn", "3FP"),
    (b"km", "2MP"),
    (b"nA", "1P"),
    (b"h", "3MS"),
    (b"k", "2MS"),
];

/// Guesses at a word.
pub fn readings(word: &Written, out: &mut Vec<Reading>) {
    let n = word.key.len();
    if n > 40 || word.letters.iter().any(|l| l.byte == b'?') {
        out.push(Reading {
            source: Source::Guess { kind: kind::LETTERS, front: 0, back: 0 },
            tag: Tag::new(Upos::X),
            lemma: None,
            spelling: 0,
        });
        return;
    }
    for &(letters, conjunction, preposition, article) in FRONTS {
        let at = letters.len();
        let rest = n.saturating_sub(at);
        if !word.key.starts_with(letters) || rest < if at == 0 { 1 } else { 3 } {
            continue;
        }
        let mut base = Tag::new(Upos::Noun);
        (base.conjunction, base.preposition, base.particle) = (conjunction, preposition, if article { b'A' } else { 0 });
        (base.gender, base.number, base.slot) = (b'M', b'S', Slot::Case);
        let mut push = |kind: u8, back: usize, tag: Tag| {
            out.push(Reading { source: Source::Guess { kind, front: at as u8, back: back as u8 }, tag, lemma: None, spelling: 0 });
        };
        let Some(stem) = word.key.get(at..) else { continue };
        let ta = word.letters.last().is_some_and(|l| l.byte == b'p');
        push(kind::NAME, 0, Tag { upos: Upos::Propn, feminine_ending: ta, gender: if ta { b'F' } else { b'M' }, ..base });
        if rest >= 3 && !ta {
            push(kind::NOUN, 0, base);
            if pattern::guess(stem).is_some_and(|p| p.adjective) {
                push(kind::ADJECTIVE, 0, Tag { upos: Upos::Adj, ..base });
            }
        }
        let feminine = Tag { gender: b'F', feminine_ending: true, ..base };
        if stem.ends_with(b"yh") && ta && rest >= 5 {
            push(kind::NISBA_FEMININE, 1, Tag { upos: Upos::Adj, ..feminine });
            push(kind::FEMININE, 1, feminine);
        } else if ta && rest >= 3 {
            push(kind::FEMININE, 1, feminine);
            push(kind::FEMININE, 1, Tag { upos: Upos::Adj, ..feminine });
        } else if stem.ends_with(b"y") && rest >= 4 {
            push(kind::NISBA, 0, Tag { upos: Upos::Adj, ..base });
        }
        if stem.ends_with(b"At") && rest >= 5 {
            push(kind::FEMININE_PLURAL, 2, Tag { number: b'P', ..feminine });
        }
        if (stem.ends_with(b"wn") || stem.ends_with(b"yn")) && rest >= 5 {
            let slot = if stem.ends_with(b"wn") { Slot::Nominative } else { Slot::Oblique };
            push(kind::MASCULINE_PLURAL, 2, Tag { number: b'P', slot, ..base });
            if article {
                push(kind::MASCULINE_PLURAL, 2, Tag { upos: Upos::Adj, number: b'P', slot, ..base });
            }
        }
        if !article && stem.ends_with(b"A") && rest >= 4 {
            push(kind::ACCUSATIVE, 1, Tag { slot: Slot::AccusativeAlef, ..base });
            if stem.ends_with(b"yA") {
                push(kind::ACCUSATIVE, 1, Tag { upos: Upos::Adj, slot: Slot::AccusativeAlef, ..base });
            }
        }
        if !article {
            possessed(stem, base, &mut push);
        }
        if !article && preposition == 0 {
            verbs(stem, base, &mut push);
        }
    }
}

fn possessed(stem: &[u8], base: Tag, push: &mut impl FnMut(u8, usize, Tag)) {
    let Some((letters, person)) = PRONOUNS.iter().find(|(letters, _)| stem.ends_with(letters)) else { return };
    let rest = stem.len() - letters.len();
    if rest < 4 {
        return;
    }
    let pronoun = Person::parse(person).map_or(0, Person::code);
    let body = stem.get(..rest).unwrap_or_default();
    if body.ends_with(b"At") {
        push(kind::PLURAL_POSSESSED, letters.len() + 2, Tag { pronoun, gender: b'F', number: b'P', feminine_ending: true, ..base });
    } else if body.ends_with(b"t") {
        push(kind::FEMININE_POSSESSED, letters.len() + 1, Tag { pronoun, gender: b'F', feminine_ending: true, ..base });
    } else {
        push(kind::POSSESSED, letters.len(), Tag { pronoun, ..base });
    }
}

fn verbs(stem: &[u8], base: Tag, push: &mut impl FnMut(u8, usize, Tag)) {
    let verb = Tag { upos: Upos::Verb, gender: 0, number: 0, slot: Slot::Fixed, ..base };
    let of = |mut tag: Tag, person: &str| {
        if let Some(person) = Person::parse(person) {
            tag.agree(person);
        }
        tag
    };
    if let (Some(first), true) = (stem.first(), stem.len() >= 4) {
        let person = match first {
            b'y' => Some("3MS"),
            b't' => Some("3FS"),
            b'n' => Some("1P"),
            _ => None,
        };
        if let Some(person) = person {
            let tag = Tag { aspect: 2, slot: Slot::Mood, ..of(verb, person) };
            if stem.ends_with(b"wn") && *first != b'n' && stem.len() >= 6 {
                push(kind::IMPERFECT, 2, Tag { slot: Slot::Indicative, ..of(tag, if *first == b'y' { "3MP" } else { "2MP" }) });
            } else {
                push(kind::IMPERFECT, 0, tag);
            }
        }
    }
    let tag = Tag { aspect: 1, ..verb };
    if (3..=7).contains(&stem.len()) {
        if stem.ends_with(b"t") && stem.len() >= 4 {
            push(kind::PERFECT, 1, of(tag, "3FS"));
        } else if stem.ends_with(b"wA") && stem.len() >= 5 {
            push(kind::PERFECT, 2, of(tag, "3MP"));
        } else if stem.len() <= 6 {
            push(kind::PERFECT, 0, of(tag, "3MS"));
        }
    }
}
