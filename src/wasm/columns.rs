//! Tokens and word types as typed-array columns: a million tokens cross as four copies of memory instead of a million
//! objects.

use js_sys::{Array, Object, Reflect, Uint8Array, Uint32Array};
use wasm_bindgen::JsValue;

use crate::Analysis;
use crate::layout::TokenKind;
use crate::report::document::{Converter, sentence_of_tokens};

fn object(fields: &[(&str, JsValue)]) -> JsValue {
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

/// `{forms, counts, closed, offsets, tokens}`.
pub fn words(analysis: &Analysis, wanted: bool) -> JsValue {
    let empty = crate::writing::frequency::WordTable { offsets: vec![0], ..Default::default() };
    let table = if wanted { &analysis.words } else { &empty };
    let closed: Vec<u8> = table.closed.iter().map(|&c| u8::from(c)).collect();
    object(&[
        ("forms", strings(table.forms.iter().map(String::as_str))),
        ("counts", Uint32Array::from(table.counts.as_slice()).into()),
        ("closed", Uint8Array::from(closed.as_slice()).into()),
        ("offsets", Uint32Array::from(table.offsets.as_slice()).into()),
        ("tokens", Uint32Array::from(table.tokens.as_slice()).into()),
    ])
}
