//! The project's own table of words that the dictionary of 2002 lacks.

use super::nominal::{self, Plural};
use super::{CompileError, Form, Lexeme, verbal};
use crate::data;
use crate::lexicon::PartOfSpeech;
use crate::lexicon::buckwalter;

/// The lexemes of `supplement.tsv`.
pub fn lexemes() -> Result<Vec<Lexeme>, CompileError> {
    let mut out = Vec::new();
    for [lemma, class, forms, root, variants, gloss] in data::columns::<6>(data::SUPPLEMENT) {
        let text = vocalised(lemma);
        let parts: Vec<Vec<u8>> = if forms == "-" { Vec::new() } else { forms.split('|').map(vocalised).collect() };
        let mut stems = match class {
            "verb" => {
                let imperfect = parts.first().map_or(&[][..], Vec::as_slice);
                verbal::stems(&text, imperfect).ok_or_else(|| CompileError(format!("supplement.tsv: {lemma}: no imperfect")))?
            }
            "adv" | "interj" => {
                let pos = if class == "adv" { PartOfSpeech::Adverb } else { PartOfSpeech::Interjection };
                match text.strip_suffix(b"AF").or(text.strip_suffix(b"FA")) {
                    Some(stem) => vec![Form { pos, ..Form::new(stem, "NF") }],
                    None => vec![Form { pos, ..Form::new(text.clone(), "Nprop") }],
                }
            }
            _ => {
                let plurals: Vec<Plural<'_>> = if forms == "-" {
                    Vec::new()
                } else {
                    forms
                        .split('|')
                        .zip(&parts)
                        .map(|(written, text)| match written {
                            "ات" => Plural::Feminine,
                            "ون" => Plural::Masculine,
                            _ => Plural::Broken(text),
                        })
                        .collect()
                };
                nominal::stems(&text, &plurals, class == "adj")
            }
        };
        if class == "noun.f" && !text.ends_with(b"ap") {
            stems.iter_mut().filter(|form| !form.plural).for_each(|form| form.feminine = true);
        }
        let root = if root == "-" { Vec::new() } else { buckwalter::encode(root) };
        add_variants(&mut stems, variants, &text);
        let gloss = gloss.to_string();
        if class == "verb" {
            for masdar in parts.iter().skip(1) {
                let stems = nominal::stems(masdar, &[Plural::Feminine], false);
                out.push(Lexeme { root: root.clone(), lemma: masdar.clone(), gloss: gloss.clone(), forms: stems });
            }
        }
        let lemma = text.strip_suffix(b"FA").or(text.strip_suffix(b"AF")).or(text.strip_suffix(b"F")).map_or(text.clone(), <[u8]>::to_vec);
        out.push(Lexeme { root, lemma, gloss, forms: stems });
    }
    Ok(out)
}

/// Other spellings, found as they are written: they take the categories of the first stem.
pub fn add_variants(stems: &mut Vec<Form>, variants: &str, lemma: &[u8]) {
    if variants == "-" {
        return;
    }
    let Some(model) = stems.first().cloned() else { return };
    for variant in variants.split('|') {
        let mut text = buckwalter::encode(variant);
        if lemma.ends_with(b"ap") && text.ends_with(b"p") {
            text.pop();
        }
        let text = borrow_vowels(&text, &model.text);
        stems.push(Form { text, ..model.clone() });
    }
}

/// A bare spelling with the marks of a vocalised one that has as many letters.
fn borrow_vowels(bare: &[u8], model: &[u8]) -> Vec<u8> {
    if buckwalter::letters(model).count() != bare.len() {
        return bare.to_vec();
    }
    let mut letters = bare.iter();
    model.iter().filter_map(|&b| if buckwalter::is_mark(b) { Some(b) } else { letters.next().copied() }).collect()
}

/// A vocalised word in the spelling of the dictionary: hamzat al-wasl marked, no fatha before a long alef, no ending.
pub fn vocalised(text: &str) -> Vec<u8> {
    let bytes = buckwalter::encode(text);
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    for (at, &b) in bytes.iter().enumerate() {
        let next = bytes.get(at + 1);
        match b {
            b'a' if next == Some(&b'A') => {}
            b'A' if at == 0 && matches!(next, Some(b'i' | b'u' | b'a')) => out.push(b'{'),
            // A vowel typed before its shadda.
            b'~' if matches!(out.last(), Some(b'a' | b'i' | b'u')) => {
                let vowel = out.pop();
                out.push(b'~');
                out.extend(vowel);
            }
            _ => out.push(b),
        }
    }
    while matches!(out.last(), Some(b'o' | b'N')) {
        out.pop();
    }
    if out.ends_with(b"p") && !out.ends_with(b"ap") {
        out.pop();
        out.extend_from_slice(b"ap");
    }
    out
}
