//! The options of an analysis, as JavaScript gives them.
//!
//! Each field is looked at by itself, so that an error says which one is wrong and what it should be.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;

use super::errors;
use crate::layout::Role;
use crate::morphology::Pin;
use crate::text::ByteSpan;
use crate::text::fold::Folding;
use crate::text::offsets::{OffsetMap, Unit};
use crate::{Layers, Options};

/// A field of an options object; `None` when it is missing, null or undefined.
pub fn field(options: &JsValue, name: &str) -> Result<Option<JsValue>, JsValue> {
    if options.is_undefined() || options.is_null() {
        return Ok(None);
    }
    if !options.is_object() {
        return Err(errors::bad_options("options must be an object"));
    }
    let value = Reflect::get(options, &name.into())?;
    Ok(Some(value).filter(|v| !v.is_undefined() && !v.is_null()))
}

/// A text.
pub fn string(value: &JsValue, name: &str) -> Result<String, JsValue> {
    value.as_string().ok_or_else(|| errors::bad_options(&format!("{name} must be a string")))
}

/// An array of texts; `one` says what each of them is.
pub fn strings(value: &JsValue, name: &str, one: &str) -> Result<Vec<String>, JsValue> {
    if !Array::is_array(value) {
        return Err(errors::bad_options(&format!("{name} must be an array of strings")));
    }
    Array::from(value).iter().map(|entry| string(&entry, one)).collect()
}

/// The options of an analysis of `text`, in whose UTF-16 units places are given.
pub fn read(text: &str, options: &JsValue) -> Result<Options, JsValue> {
    let mut out = Options::default();
    if let Some(layers) = field(options, "layers")? {
        let names = strings(&layers, "layers", "a layer")?;
        out.layers = Layers::from_names(names.iter().map(String::as_str)).map_err(|e| errors::to_js(&e))?;
    }
    if let Some(date) = field(options, "date")? {
        out.date = Some(string(&date, "date")?);
    }
    if let Some(folding) = field(options, "folding")? {
        let name = string(&folding, "folding")?;
        out.folding = Folding::from_name(&name).ok_or_else(|| errors::bad_options("folding must be exact, light or full"))?;
    }
    if let Some(roles) = field(options, "roles")? {
        if !Array::is_array(&roles) {
            return Err(errors::bad_options("roles must be an array of {start, end, role}"));
        }
        let map = OffsetMap::new(text);
        out.roles = Array::from(&roles).iter().map(|entry| read_role(text, &map, &entry)).collect::<Result<_, JsValue>>()?;
    }
    if let Some(pins) = field(options, "pins")? {
        if !Array::is_array(&pins) {
            return Err(errors::bad_options("pins must be an array of {start, end, reading}"));
        }
        let map = OffsetMap::new(text);
        out.pins = Array::from(&pins).iter().map(|entry| read_pin(text, &map, &entry)).collect::<Result<_, JsValue>>()?;
    }
    if let Some(words) = field(options, "words")? {
        out.words = strings(&words, "words", "a word")?;
    }
    if let Some(consistent) = field(options, "consistent")? {
        out.consistent = consistent.as_bool().ok_or_else(|| errors::bad_options("consistent must be true or false"))?;
    }
    Ok(out)
}

fn read_pin(text: &str, map: &OffsetMap, entry: &JsValue) -> Result<Pin, JsValue> {
    let number = |name: &str| {
        let number = field(entry, name)?.and_then(|v| v.as_f64()).filter(|n| *n >= 0.0 && *n <= f64::from(u32::MAX));
        number.map(|n| n as u32).ok_or_else(|| errors::bad_options("a pin needs start, end and reading"))
    };
    let span = ByteSpan::new(map.to_byte(text, number("start")?, Unit::Utf16), map.to_byte(text, number("end")?, Unit::Utf16));
    Ok((span, u16::try_from(number("reading")?).unwrap_or(u16::MAX)))
}

fn read_role(text: &str, map: &OffsetMap, entry: &JsValue) -> Result<(ByteSpan, Role), JsValue> {
    let offset = |name: &str| {
        let number = field(entry, name)?.and_then(|v| v.as_f64()).filter(|n| *n >= 0.0 && *n <= f64::from(u32::MAX));
        let number = number.ok_or_else(|| errors::bad_options("a role needs start and end"))?;
        // Checked to be in range above; fractions are cut off.
        Ok::<usize, JsValue>(map.to_byte(text, number as u32, Unit::Utf16))
    };
    let span = ByteSpan::new(offset("start")?, offset("end")?);
    let name = field(entry, "role")?.and_then(|v| v.as_string()).unwrap_or_default();
    let role = Role::from_name(&name).ok_or_else(|| errors::bad_options(&format!("there is no role called '{name}'")))?;
    Ok((span, role))
}
