//! JSON: the model as it is, and its schema.

use std::io::{self, Write};

use serde::Serialize;

use super::model::Document;

/// The published JSON Schema of a result. `tests/core` asserts that it is what the types say.
pub const SCHEMA_TEXT: &str = include_str!("mubin-1.schema.json");

/// The document as one line of JSON.
///
/// # Errors
/// None in practice: the model holds nothing that JSON cannot.
pub fn to_string<T: Serialize, W: Serialize>(document: &Document<T, W>) -> serde_json::Result<String> {
    serde_json::to_string(document)
}

/// The same into `out`, which should be buffered, or laid out for people.
///
/// # Errors
/// Those of `out`.
pub fn write<T: Serialize, W: Serialize>(out: impl Write, document: &Document<T, W>, pretty: bool) -> io::Result<()> {
    let written = if pretty { serde_json::to_writer_pretty(out, document) } else { serde_json::to_writer(out, document) };
    Ok(written?)
}

/// The schema derived from the types, as `./build.sh` writes it.
#[cfg(not(target_arch = "wasm32"))]
pub fn derived_schema() -> String {
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Document>();
    schema.insert("title".into(), "mubin/1".into());
    // What a stream adds to each line; no field of the document, which knows of no others beside it.
    if let Some(fields) = schema.get_mut("properties").and_then(serde_json::Value::as_object_mut) {
        let told = "The id of the record that the text came in: the first field of each line of a stream, and of no other result.";
        fields.insert("id".into(), serde_json::json!({ "description": told }));
    }
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}
