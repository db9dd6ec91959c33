//! Errors as JavaScript sees them.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

use crate::Error;

/// `{kind, message}`.
pub fn to_js(error: &Error) -> JsValue {
    plain(error.kind(), &error.to_string())
}

/// `{kind: "bad-options", message}` for options of the wrong shape.
pub fn bad_options(message: &str) -> JsValue {
    plain("bad-options", message)
}

/// `{kind, message}` of any kind.
pub fn plain(kind: &str, message: &str) -> JsValue {
    let object = Object::new();
    // Setting a field of a fresh plain object cannot fail.
    let _ = Reflect::set(&object, &"kind".into(), &kind.into());
    let _ = Reflect::set(&object, &"message".into(), &message.into());
    object.into()
}
