//! Tokens as syntactic words: what Universal Dependencies make of a written word.
//!
//! Proclitics and attached pronouns are words of their own, the article and inflection are not.

use std::collections::BTreeMap;

use crate::layout::Token;
use crate::morph::{Expanded, Piece, Upos};
use crate::morphology::{Explained, Morphology};
use crate::text::chars::{Class, TATWEEL, class};

/// A syntactic word.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    /// Its letters as written; the article in full where it is written as ل, and ة ى ء وا as they are without the pronoun.
    pub form: String,
    /// Vocalised lemma.
    pub lemma: String,
    /// Universal part of speech.
    pub upos: Upos,
    /// Coarse tags of its pieces, joined by `+`.
    pub xpos: String,
    /// Universal features.
    pub features: BTreeMap<&'static str, &'static str>,
    /// Whether it is the word that lemma, root and gloss are about.
    pub main: bool,
}

/// The syntactic words of a token, in order; never empty for a word that was explained.
pub fn words(text: &str, token: &Token, explained: &Explained, morphology: &Morphology) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let full = &explained.word;
    for piece in &full.pieces {
        let shown = shown(text, token, explained, morphology, piece);
        if piece.word || out.is_empty() {
            out.push(Word {
                form: String::new(),
                lemma: if piece.main { full.lemma.clone() } else { clitic_lemma(piece) },
                upos: piece.upos,
                xpos: String::new(),
                features: if piece.main { full.features.clone() } else { clitic_features(full, piece) },
                main: piece.main,
            });
        }
        if let Some(word) = out.last_mut() {
            word.form.push_str(shown);
            if let Some(letter) = piece.restored {
                word.form.pop();
                word.form.push_str(letter);
            }
            if !word.xpos.is_empty() {
                word.xpos.push('+');
            }
            word.xpos.push_str(piece.tag);
        }
    }
    out.retain(|word| !word.form.is_empty());
    out
}

/// Universal Dependencies give every attached pronoun the lemma هُوَ.
fn clitic_lemma(piece: &Piece) -> String {
    match piece.text.as_str() {
        _ if piece.upos == Upos::Pron && piece.tag == "PRON" => "هُوَ".into(),
        "و" => "وَ".into(),
        "ف" => "فَ".into(),
        "ب" => "بِ".into(),
        "ل" => "لِ".into(),
        "ك" => "كَ".into(),
        "س" => "سَ".into(),
        "أ" | "ا" => "أَ".into(),
        other => other.into(),
    }
}

fn clitic_features(full: &Expanded, piece: &Piece) -> BTreeMap<&'static str, &'static str> {
    let mut out = BTreeMap::new();
    match (piece.upos, full.pronoun) {
        (Upos::Pron, Some(person)) if piece.tag == "PRON" => {
            out.insert("PronType", "Prs");
            let value = |list: &[(u8, &'static str)], key: u8| list.iter().find(|(k, _)| *k == key).map(|(_, v)| *v);
            if let Some(gender) = value(&[(b'M', "Masc"), (b'F', "Fem")], person.gender) {
                out.insert("Gender", gender);
            }
            if let Some(number) = value(&[(b'S', "Sing"), (b'D', "Dual"), (b'P', "Plur")], person.number) {
                out.insert("Number", number);
            }
            if let Some(person) = value(&[(1, "1"), (2, "2"), (3, "3")], person.person) {
                out.insert("Person", person);
            }
        }
        (Upos::Adp, _) => {
            out.insert("AdpType", "Prep");
        }
        _ => {}
    }
    out
}

/// A piece as its writer wrote it, with his marks; its letters where the writing hides them: the article of للفنون, the ن of مما, a ligature.
fn shown<'a>(text: &'a str, token: &Token, explained: &Explained, morphology: &Morphology, piece: &'a Piece) -> &'a str {
    let surface = morphology.piece_span(token, explained, piece.from, piece.to).map_or("", |span| span.of(text));
    let letters = surface.chars().filter(|&c| matches!(class(c), Class::Arabic) && c != TATWEEL).count();
    let plain = piece.tag != "DET" && letters == piece.to - piece.from && letters == piece.text.chars().count();
    if plain { surface } else { &piece.text }
}

/// The full segmentation, pieces joined by `+`.
pub fn segmentation(text: &str, token: &Token, explained: &Explained, morphology: &Morphology) -> String {
    let mut out = String::new();
    for piece in &explained.word.pieces {
        if !out.is_empty() {
            out.push('+');
        }
        out.push_str(shown(text, token, explained, morphology, piece));
    }
    out
}

/// Coarse tags of all pieces, joined by `+`.
pub fn tags(explained: &Explained) -> String {
    explained.word.pieces.iter().map(|piece| piece.tag).collect::<Vec<_>>().join("+")
}
