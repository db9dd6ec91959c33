//! Tokens and word types as typed-array columns: a million tokens cross as four copies of memory instead of a million
//! objects. A column of strings crosses as one string, a line each, because no value of any has a line's end in it: every string costs a call
//! and a decoder, and whoever looks at none of them does not pay for all.

use js_sys::{Array, Float32Array, Object, Reflect, Uint8Array, Uint16Array, Uint32Array};
use wasm_bindgen::JsValue;

use super::rows::{Known, Rows};
use crate::layout::TokenKind;
use crate::morph::Upos;
use crate::morphology::Explained;
use crate::report::document::gloss;
use crate::report::document::{Converter, sentence_of_tokens};
use crate::writing::transliteration::Shape;
use crate::{Analysis, Packs};

pub fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a field of a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

fn strings<'s>(items: impl Iterator<Item = &'s str>) -> JsValue {
    items.map(JsValue::from_str).collect::<Array>().into()
}

/// A column of strings, a line each.
fn lines<'s>(items: impl Iterator<Item = &'s str>) -> JsValue {
    let mut out = String::new();
    for (number, item) in items.enumerate() {
        if number > 0 {
            out.push('\n');
        }
        out.push_str(item);
    }
    JsValue::from_str(&out)
}

/// Names of the token kinds, indexed by the `kind` column.
pub fn kinds() -> JsValue {
    strings(TokenKind::ALL.iter().map(|k| k.name()))
}

/// `{start, end, kind, sentence}`.
pub fn tokens(analysis: &Analysis, at: &Converter<'_>, wanted: bool) -> JsValue {
    let tokens = if wanted { analysis.tokens.as_slice() } else { &[] };
    let (start, end): (Vec<u32>, Vec<u32>) = tokens.iter().map(|t| at.span(t.span)).unzip();
    let kind: Vec<u8> = tokens.iter().map(|t| t.kind as u8).collect();
    let sentence = if wanted { sentence_of_tokens(analysis) } else { Vec::new() };
    object(&[
        ("start", Uint32Array::from(start.as_slice()).into()),
        ("end", Uint32Array::from(end.as_slice()).into()),
        ("kind", Uint8Array::from(kind.as_slice()).into()),
        ("sentence", Uint32Array::from(sentence.as_slice()).into()),
    ])
}

/// `{forms, counts, closed, offsets, tokens}`, the forms a line each.
pub fn words(analysis: &Analysis, wanted: bool) -> JsValue {
    let empty = crate::writing::frequency::WordTable { offsets: vec![0], ..Default::default() };
    let table = if wanted { &analysis.words } else { &empty };
    let closed: Vec<u8> = table.closed.iter().map(|&c| u8::from(c)).collect();
    object(&[
        ("forms", lines(table.forms.iter().map(String::as_str))),
        ("counts", Uint32Array::from(table.counts.as_slice()).into()),
        ("closed", Uint8Array::from(closed.as_slice()).into()),
        ("offsets", Uint32Array::from(table.offsets.as_slice()).into()),
        ("tokens", Uint32Array::from(table.tokens.as_slice()).into()),
    ])
}

/// Sources of an analysis, indexed by the `source` column.
const SOURCES: [&str; 3] = ["lexicon", "closed", "guess"];

/// Null without morphology, else `{answer, score, alternatives}` a token, the `row` of each distinct answer, and of the table of rows its
/// `edition` and the rows from `first` on: lines `{lemma, root, pattern, feats, diacritized, gloss}` (empty for none), `upos` and `source` as
/// indices into `uposNames` and `sourceNames`, `shape` as `transliterate` takes it, and the pieces of row `first + i` at
/// `pieceOffsets[i]..pieceOffsets[i + 1]` in `{pieceStart, pieceEnd, pieceTag, pieceText}`, in UTF-16 units from the start of the token.
pub fn morphology(analysis: &Analysis, packs: &Packs, text: &str, rows: &mut Rows, known: Known) -> JsValue {
    let Some(found) = &analysis.morphology else { return JsValue::NULL };
    let numbers = rows.numbers(text, &analysis.tokens, found);
    let (edition, first, fresh) = rows.from(known);
    let mut offsets = vec![0u32];
    let (mut starts, mut ends, mut tags, mut texts) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for row in fresh {
        for (piece, &(start, end)) in row.word.word.pieces.iter().zip(&row.pieces) {
            starts.push(start);
            ends.push(end);
            tags.push(piece.tag);
            texts.push(piece.text.as_str());
        }
        offsets.push(starts.len() as u32);
    }
    let fresh = || fresh.iter().map(|row| &*row.word);
    let list = |get: &dyn for<'e> Fn(&'e Explained) -> &'e str| lines(fresh().map(|e| get(e)));
    let feats: Vec<String> = fresh().map(feats).collect();
    let glosses: Vec<String> = fresh().map(|e| gloss(packs, e).unwrap_or_default()).collect();
    let upos: Vec<u8> = fresh().map(|e| e.word.upos as u8).collect();
    let shape: Vec<u16> = fresh().map(|e| Shape::of(e).bits()).collect();
    let source: Vec<u8> = fresh().map(|e| SOURCES.iter().position(|s| *s == e.source).unwrap_or(0) as u8).collect();
    object(&[
        ("answer", Uint32Array::from(found.answers.as_slice()).into()),
        ("score", Float32Array::from(found.scores.as_slice()).into()),
        ("alternatives", Uint16Array::from(found.alternatives.as_slice()).into()),
        ("row", Uint32Array::from(numbers.as_slice()).into()),
        ("edition", edition.into()),
        ("first", (first as u32).into()),
        ("lemma", list(&|e| &e.word.lemma)),
        ("root", list(&|e| e.word.root.as_deref().unwrap_or_default())),
        ("pattern", list(&|e| e.word.pattern.as_deref().unwrap_or_default())),
        ("feats", lines(feats.iter().map(String::as_str))),
        ("diacritized", list(&|e| &e.word.diacritized)),
        ("gloss", lines(glosses.iter().map(String::as_str))),
        ("upos", Uint8Array::from(upos.as_slice()).into()),
        ("uposNames", strings(Upos::ALL.iter().map(|u| u.name()))),
        ("shape", Uint16Array::from(shape.as_slice()).into()),
        ("source", Uint8Array::from(source.as_slice()).into()),
        ("sourceNames", strings(SOURCES.into_iter())),
        ("pieceOffsets", Uint32Array::from(offsets.as_slice()).into()),
        ("pieceStart", Uint32Array::from(starts.as_slice()).into()),
        ("pieceEnd", Uint32Array::from(ends.as_slice()).into()),
        ("pieceTag", lines(tags.into_iter())),
        ("pieceText", lines(texts.into_iter())),
    ])
}

/// Features as CoNLL-U writes them.
fn feats(explained: &Explained) -> String {
    let mut out = String::new();
    for (number, (name, value)) in explained.word.features.iter().enumerate() {
        if number > 0 {
            out.push('|');
        }
        out.push_str(name);
        out.push('=');
        out.push_str(value);
    }
    out
}
