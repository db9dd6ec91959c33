//! The vowels of a reading: stem and affixes put together, with the ending that the sentence asks for.
//!
//! Rules of junction after Wright, *Grammar of the Arabic Language*: sun letters I §14, hamzat al-wasl I §18-19, the pronouns I §185,
//! §317, diptotes I §306-309, words in ى and ي I §245, the moods I §91-96, §167.

use crate::lexicon::buckwalter::{is_mark, letters};
use crate::lexicon::{Category, Inflection, Lexicon, Person, Prefix, Stem, StemId, StemKind, Suffix};

use super::ending::{Case, Ending, Mood};
use super::tag::{Reading, Source, Upos};
use super::written::Written;
use super::{function, guess, pattern};

/// The vocalised word in Buckwalter's transliteration, a fatha before each long alef.
pub fn vocalised(lexicon: &Lexicon, word: &Written, reading: &Reading, ending: Ending) -> Vec<u8> {
    let mut out = Vec::with_capacity(2 * word.len() + 4);
    match reading.source {
        Source::Lexicon { prefix, suffix, stem } => {
            if let (Some(prefix), Some(suffix), Some(of)) = (lexicon.prefix(prefix), lexicon.suffix(suffix), lexicon.stem(stem)) {
                front(&mut out, prefix, lexicon.vocalised(stem));
                if let Some(category) = lexicon.category(of.category) {
                    let noun = Noun { lexicon, id: stem, stem: of, category };
                    back(&mut out, &noun, reading, suffix, ending);
                }
            }
        }
        Source::Function { word: number, proclitics } => function::vocalise(&mut out, lexicon, word, number, proclitics, ending),
        Source::Guess { kind, front, back } => guessed(&mut out, word, reading, (kind, front, back), ending),
    }
    if out.ends_with(b"AF") {
        // Adverbs are listed so; running text has the tanwin before its alef.
        out.truncate(out.len() - 2);
        out.extend_from_slice(b"FA");
    }
    long_vowels(&mut out);
    let tag = &reading.tag;
    let bare = out.last().is_some_and(|&b| !is_mark(b) && !matches!(b, b'A' | b'Y' | b'w' | b'y' | b'|' | b'p'));
    if bare && (tag.verbal() || tag.pronoun != 0) && !matches!(reading.source, Source::Guess { .. }) {
        out.push(b'o');
    }
    out
}

struct Noun<'a> {
    lexicon: &'a Lexicon,
    id: StemId,
    stem: &'a Stem,
    category: &'a Category,
}

/// Whether the ل of the article is assimilated to a letter.
fn sun(b: u8) -> bool {
    b"tvd*rzs$SDTZln".contains(&b)
}

fn front(out: &mut Vec<u8>, prefix: &Prefix, stem: &[u8]) {
    let mut article = false;
    for piece in &prefix.pieces {
        if piece.tag == b'A' {
            article = true;
            out.extend(letters(&piece.text));
        } else {
            out.extend_from_slice(&piece.text);
        }
    }
    if let Some((_, text)) = &prefix.agreement {
        out.extend_from_slice(text);
    }
    attach(out, stem, article);
}

/// Puts a stem after proclitics.
fn attach(out: &mut Vec<u8>, stem: &[u8], article: bool) {
    match stem {
        [b'{', vowel, rest @ ..] if !out.is_empty() && is_mark(*vowel) => {
            // The alef of wasl is silent: its vowel goes, the ل of the article takes kasra.
            if article {
                out.push(b'i');
            }
            out.push(b'A');
            out.extend_from_slice(rest);
        }
        [first, rest @ ..] if article => {
            if sun(*first) {
                out.push(*first);
                if rest.first() != Some(&b'~') {
                    out.push(b'~');
                }
            } else {
                out.push(b'o');
                out.push(*first);
            }
            out.extend_from_slice(rest);
        }
        _ => out.extend(stem.iter().map(|&b| if b == b'{' { b'A' } else { b })),
    }
}

fn back(out: &mut Vec<u8>, noun: &Noun<'_>, reading: &Reading, suffix: &Suffix, ending: Ending) {
    match noun.category.kind {
        StemKind::Nominal => nominal(out, noun, reading, suffix, ending),
        StemKind::Imperfect => imperfect(out, suffix, ending),
        StemKind::Perfect | StemKind::Imperative => {
            if suffix.inflection == Inflection::None && noun.category.kind == StemKind::Imperative {
                close(out, b"o");
            }
            close(out, &suffix.ending);
            if out.ends_with(b"~o") {
                // صَلِّ has lost its last letter, مُدَّ has a vowel to help it.
                out.pop();
                out.push(if noun.lexicon.root(noun.stem.lemma).last().is_some_and(|b| b"wy".contains(b)) { b'i' } else { b'a' });
            }
            if let Some((_, text)) = &suffix.pronoun {
                out.extend_from_slice(text);
            }
        }
    }
}

/// Adds an ending after a stem, which may end in a long vowel that swallows the ending's.
fn close(out: &mut Vec<u8>, ending: &[u8]) {
    match (out.last(), ending.first()) {
        (Some(b'A' | b'Y'), Some(b'a' | b'o')) => out.extend_from_slice(ending.get(1..).unwrap_or_default()),
        _ => out.extend_from_slice(ending),
    }
}

fn nominal(out: &mut Vec<u8>, noun: &Noun<'_>, reading: &Reading, suffix: &Suffix, ending: Ending) {
    let tag = &reading.tag;
    let pronoun = suffix.pronoun.as_ref().map(|(person, _)| *person);
    let definite = tag.definite() || pronoun.is_some();
    let (case, tanwin) = match ending {
        Ending::Case { case, tanwin } => (Some(case), tanwin && !definite),
        _ => (None, false),
    };
    let diptote = noun.category.diptote || of_diptote_pattern(noun.lexicon.vocalised(noun.id), noun.stem.plural);
    match suffix.inflection {
        Inflection::Feminine => {
            if out.last() == Some(&b'A') {
                out.push(if pronoun.is_some() { b't' } else { b'p' });
            } else {
                out.extend_from_slice(if pronoun.is_some() { b"at" } else { b"ap" });
            }
            let proper = tag.upos == Upos::Propn && !definite;
            case_vowel(out, case, tanwin && !proper, diptote || proper);
        }
        Inflection::FemininePlural => {
            out.extend_from_slice(if out.last() == Some(&b'|') { b"t" } else { b"At" });
            let oblique = matches!(case, Some(Case::Accusative | Case::Genitive)).then_some(Case::Genitive);
            case_vowel(out, oblique.or(case), tanwin, false);
        }
        Inflection::AccusativeAlef => {
            out.extend_from_slice(if matches!(ending, Ending::Case { tanwin: false, .. }) && diptote { b"aA" } else { b"FA" });
        }
        Inflection::Dual { .. } | Inflection::MasculinePlural { .. } => {
            out.extend_from_slice(&suffix.ending);
        }
        _ => singular(out, noun, tag.upos == Upos::Propn, definite, case, tanwin, diptote),
    }
    if let Some(person) = pronoun {
        let bound = matches!(suffix.inflection, Inflection::Dual { .. } | Inflection::MasculinePlural { .. });
        possessor(out, person, bound);
    }
}

#[allow(clippy::fn_params_excessive_bools)] // a row of the table of endings: each is a feature of the noun
fn singular(out: &mut Vec<u8>, noun: &Noun<'_>, proper: bool, definite: bool, case: Option<Case>, tanwin: bool, diptote: bool) {
    if noun.category.defective {
        if case != Some(Case::Accusative) || !tanwin {
            out.push(b'K');
        }
        return;
    }
    let stem = noun.lexicon.vocalised(noun.id);
    if stem.ends_with(b"Y") {
        if tanwin && !proper && !noun.stem.feminine && !noun.category.diptote && stem.ends_with(b"aY") {
            out.truncate(out.len() - 2);
            out.extend_from_slice(b"FY");
        }
        return;
    }
    if stem.ends_with(b"A") || stem.ends_with(b"uw") || stem.ends_with(b"|") {
        return;
    }
    if stem.ends_with(b"iy") {
        if case == Some(Case::Accusative) {
            out.push(b'a');
        }
        return;
    }
    if proper && !definite {
        let arabic = !noun.lexicon.root(noun.stem.lemma).is_empty();
        if arabic || noun.stem.feminine {
            let changed = matches!(*stem, [_, b'u', _, b'a', last] if !is_mark(last)); // عُمَر, زُحَل
            let diptote = changed || noun.stem.feminine || stem.ends_with(b"An") || diptote || noun.lexicon.root(noun.stem.lemma).len() > 3;
            case_vowel(out, case, !diptote && tanwin, diptote);
        }
        return;
    }
    case_vowel(out, case, tanwin && !diptote, diptote && !definite && tanwin);
}

/// Patterns of broken plurals that take no tanwin: faʕālil and faʕālīl, which no singular has, and what ends in اء.
fn of_diptote_pattern(stem: &[u8], plural: bool) -> bool {
    let shape: Vec<u8> = stem.iter().copied().filter(|&b| b != b'o').collect();
    let long =
        matches!(*shape.as_slice(), [_, b'a', _, b'A', b, b'i', c] | [_, b'a', _, b'A', b, b'i', b'y', c] if !is_mark(b) && !is_mark(c));
    long || plural && stem.ends_with(b"A'")
}

/// `indefinite_diptote`: the genitive is a fatha.
pub fn case_vowel(out: &mut Vec<u8>, case: Option<Case>, tanwin: bool, indefinite_diptote: bool) {
    // الاثنين and the like are listed with the vowel that they always have.
    if matches!(out.last(), Some(b'a' | b'u' | b'i')) {
        return;
    }
    let vowel = match (case, tanwin) {
        (None, _) => return,
        (Some(Case::Nominative), false) => b'u',
        (Some(Case::Accusative), false) => b'a',
        (Some(Case::Genitive), false) if indefinite_diptote => b'a',
        (Some(Case::Genitive), false) => b'i',
        (Some(Case::Nominative), true) => b'N',
        (Some(Case::Accusative), true) => b'F',
        (Some(Case::Genitive), true) => b'K',
    };
    out.push(vowel);
}

/// Attaches a possessive pronoun; `bound`: to a dual or plural ending.
pub fn possessor(out: &mut Vec<u8>, person: Person, bound: bool) {
    let first_singular = person.person == 1 && person.number == b'S';
    if first_singular {
        match out.last() {
            Some(b'A' | b'Y' | b'w' | b'y') => out.extend_from_slice(b"ya"),
            Some(b'o') if bound => {
                out.pop();
                out.extend_from_slice(b"~a");
            }
            _ => {
                if matches!(out.last(), Some(b'a' | b'u' | b'i')) {
                    out.pop();
                }
                out.extend_from_slice(b"iy");
            }
        }
        return;
    }
    let after_i = match out.last() {
        Some(b'i' | b'y') => true,
        Some(b'o') => out.get(out.len().wrapping_sub(2)) == Some(&b'y'),
        _ => false,
    };
    out.extend_from_slice(pronoun(person, after_i));
}

/// An attached pronoun.
pub fn pronoun(person: Person, after_i: bool) -> &'static [u8] {
    match (person.person, person.gender, person.number) {
        (3, b'M', b'S') => [&b"hu"[..], b"hi"],
        (3, b'F', b'S') => [&b"hA"[..], b"hA"],
        (3, _, b'D') => [&b"humA"[..], b"himA"],
        (3, b'M', _) => [&b"hum"[..], b"him"],
        (3, ..) => [&b"hun~a"[..], b"hin~a"],
        (2, b'M', b'S') => [&b"ka"[..], b"ka"],
        (2, b'F', b'S') => [&b"ki"[..], b"ki"],
        (2, _, b'D') => [&b"kumA"[..], b"kumA"],
        (2, b'M', _) => [&b"kum"[..], b"kum"],
        (2, ..) => [&b"kun~a"[..], b"kun~a"],
        (_, _, b'S') => [&b"iy"[..], b"ya"],
        _ => [&b"nA"[..], b"nA"],
    }
    .get(usize::from(after_i))
    .copied()
    .unwrap_or_default()
}

fn imperfect(out: &mut Vec<u8>, suffix: &Suffix, ending: Ending) {
    if suffix.ending.is_empty() && matches!(out.last(), Some(b'a' | b'u' | b'i')) {
        // A weak verb that has lost its last letter: لم يبقَ.
    } else if suffix.ending.is_empty() {
        let weak = out.ends_with(b"iy") || out.ends_with(b"uw");
        let silent = matches!(out.last(), Some(b'A' | b'Y'));
        match ending {
            Ending::Mood(Mood::Subjunctive) if !silent => out.push(b'a'),
            Ending::Mood(Mood::Jussive) if out.last() == Some(&b'~') => out.push(b'a'),
            Ending::Mood(Mood::Jussive) if !weak && !silent => out.push(b'o'),
            Ending::Mood(Mood::Indicative) if !weak && !silent => out.push(b'u'),
            _ => {}
        }
    } else {
        close(out, &suffix.ending);
    }
    if let Some((person, text)) = &suffix.pronoun {
        let after_i = matches!(out.last(), Some(b'i' | b'y'));
        if person.person == 1 { out.extend_from_slice(text) } else { out.extend_from_slice(pronoun(*person, after_i)) }
    }
}

fn guessed(out: &mut Vec<u8>, word: &Written, reading: &Reading, (kind, front, back): (u8, u8, u8), ending: Ending) {
    let n = word.len();
    let stem = word.spelled(front as usize, n.saturating_sub(back as usize));
    let key = word.key.get(front as usize..n.saturating_sub(back as usize)).unwrap_or_default();
    let mut article = false;
    if let Some((letters, conjunction, preposition, has_article)) = guess::front(word, front) {
        for b in [conjunction, preposition].into_iter().filter(|&b| b != 0) {
            out.extend_from_slice(function::proclitic(b));
        }
        if has_article {
            out.extend_from_slice(if letters.ends_with(b"ll") { b"l" } else { b"Al" });
            article = true;
        }
    }
    let named = matches!(kind, guess::kind::NAME | guess::kind::LETTERS);
    let text = match pattern::guess(key).filter(|_| !named && !reading.tag.verbal()) {
        Some(p) => pattern::vocalise(p, &stem).0,
        None => stem,
    };
    attach(out, &text, article);
    let (case, tanwin) = match ending {
        Ending::Case { case, tanwin } if !named => (Some(case), tanwin && !article),
        _ => (None, false),
    };
    match kind {
        guess::kind::FEMININE => {
            out.extend_from_slice(b"ap");
            case_vowel(out, case, tanwin, false);
        }
        guess::kind::NISBA | guess::kind::NISBA_FEMININE => {
            if out.last() == Some(&b'y') {
                out.pop();
                out.extend_from_slice(b"iy~");
            }
            if kind == guess::kind::NISBA_FEMININE {
                out.extend_from_slice(b"ap");
            }
            case_vowel(out, case, tanwin, false);
        }
        guess::kind::FEMININE_PLURAL => {
            out.extend_from_slice(b"At");
            case_vowel(out, if case == Some(Case::Accusative) { Some(Case::Genitive) } else { case }, tanwin, false);
        }
        guess::kind::ACCUSATIVE => out.extend_from_slice(b"FA"),
        guess::kind::NOUN | guess::kind::ADJECTIVE => case_vowel(out, case, tanwin, false),
        _ => out.extend(word.spelled(n.saturating_sub(back as usize), n)),
    }
}

/// Writes the fatha that a long alef implies, as running text does.
fn long_vowels(out: &mut Vec<u8>) {
    let word = std::mem::take(out);
    for (at, &here) in word.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|i| word.get(i)).copied().unwrap_or(0);
        let earlier = at.checked_sub(2).and_then(|i| word.get(i)).copied().unwrap_or(0);
        // The alef after the و of a plural verb is silent, and so is that of the article after a proclitic.
        let silent = at + 1 == word.len() && before == b'w' && matches!(earlier, b'u' | b'a');
        let article = at == 1 && matches!(before, b'w' | b'f' | b'b' | b'k' | b'l');
        let long = !is_mark(before) || before == b'~';
        if at > 0 && here == b'A' && long && !silent && !article && !matches!(before, b'A' | b'|') {
            out.push(b'a');
        }
        out.push(here);
    }
}
