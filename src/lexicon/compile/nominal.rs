//! The stems of a noun or adjective from its lemma and plurals, in the categories of the dictionary.

use super::Form;
use crate::lexicon::PartOfSpeech;

/// How a noun makes its plural.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plural<'a> {
    /// ات
    Feminine,
    /// ون
    Masculine,
    /// A stem of its own.
    Broken(&'a [u8]),
}

/// All stems of a nominal: `lemma` is its singular, vocalised.
pub fn stems(lemma: &[u8], plurals: &[Plural<'_>], adjective: bool) -> Vec<Form> {
    let mut out = Vec::new();
    let feminine_plural = plurals.contains(&Plural::Feminine);
    let masculine_plural = plurals.contains(&Plural::Masculine);
    let mut add = |text: &[u8], category: &str| out.push(Form::new(text, category));
    if let Some(stem) = lemma.strip_suffix(b"ap") {
        add(stem, if feminine_plural || plurals.is_empty() { "NapAt" } else { "Napdu" });
    } else if let Some(stem) = lemma.strip_suffix(b"aY") {
        add(lemma, "N0");
        add(&[stem, b"A"].concat(), "Nhy");
        add(&[stem, b"ay"].concat(), "NAn_Nayn");
        if feminine_plural {
            add(&[stem, b"ay"].concat(), "NAt");
        }
    } else if let Some(stem) = lemma.strip_suffix(b"A'") {
        add(lemma, "N");
        add(&[stem, b"A&"].concat(), "Nh");
        add(&[stem, b"A}"].concat(), "Nhy");
        add(lemma, if feminine_plural { "NduAt" } else { "Ndu" });
    } else if lemma.ends_with(b"iy") && !lemma.ends_with(b"~iy") {
        let stem = lemma.get(..lemma.len() - 2).unwrap_or_default();
        add(lemma, "N0F_Nh");
        add(lemma, "NAn_Nayn");
        add(lemma, "NapAt");
        add(stem, "NK");
        add(stem, "Nuwn_Niyn");
    } else if lemma.ends_with(b"A") || lemma.ends_with(b"w") || lemma.ends_with(b"uw") {
        add(lemma, "N0_Nh");
        if feminine_plural {
            add(&[lemma, b"h"].concat(), "NAt");
        }
    } else {
        add(
            lemma,
            match (adjective, masculine_plural, feminine_plural) {
                (true, ..) | (_, true, _) => "Nall",
                (_, _, true) => "NduAt",
                _ => "Ndu",
            },
        );
    }
    for form in &mut out {
        form.pos = if adjective { PartOfSpeech::Adjective } else { PartOfSpeech::Noun };
    }
    for plural in plurals {
        if let Plural::Broken(text) = plural {
            for (text, category) in broken(text) {
                out.push(Form {
                    text,
                    category: category.into(),
                    pos: if adjective { PartOfSpeech::Adjective } else { PartOfSpeech::Noun },
                    plural: true,
                    feminine: false,
                });
            }
        }
    }
    out
}

/// The stems of a broken plural.
fn broken(text: &[u8]) -> Vec<(Vec<u8>, &'static str)> {
    if let Some(stem) = text.strip_suffix(b"ap") {
        return vec![(stem.to_vec(), "Nap")];
    }
    if let Some(stem) = text.strip_suffix(b"A'") {
        return vec![(text.to_vec(), "N0"), ([stem, b"A&"].concat(), "Nh"), ([stem, b"A}"].concat(), "Nhy")];
    }
    if let Some(stem) = text.strip_suffix(b"iy").filter(|stem| !stem.ends_with(b"~")) {
        return vec![(text.to_vec(), "N0_Nh"), (stem.to_vec(), "NK")];
    }
    if let Some(stem) = text.strip_suffix(b"aY") {
        return vec![(text.to_vec(), "N0"), ([stem, b"A"].concat(), "Nhy")];
    }
    vec![(text.to_vec(), if is_diptote(text) { "Ndip" } else { "N" })]
}

/// The patterns with a long a after the second consonant and two more letters: faʕālil, faʕālīl (Wright I §309).
pub fn is_diptote(text: &[u8]) -> bool {
    let skeleton: Vec<u8> = text.iter().copied().filter(|b| !matches!(b, b'o' | b'~')).collect();
    matches!(skeleton.as_slice(), [_, b'a', _, b'A', _, b'i', _] | [_, b'a', _, b'A', _, b'i', b'y', _])
}
