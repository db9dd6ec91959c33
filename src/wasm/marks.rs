//! Marks on the browser's timeline, so that a profile shows where an analysis spends its time.
//!
//! One entry a name is kept: a page that analyses all day does not fill the timeline.

use js_sys::{Object, Reflect, global};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Performance;

/// The clock of the window, worker or Node this runs in; none where there is no such thing.
pub fn performance() -> Option<Performance> {
    Reflect::get(&global(), &"performance".into()).ok()?.dyn_into().ok()
}

/// The time in milliseconds, for [`measure`].
pub fn now() -> f64 {
    performance().map_or(0.0, |p| p.now())
}

/// Records that `name` took from `start` until now.
pub fn measure(name: &str, start: f64) {
    let Some(performance) = performance() else { return };
    performance.clear_measures_with_measure_name(name);
    let options = Object::new();
    // A clock that refuses a measure costs a line in a profile, nothing else.
    let _ = Reflect::set(&options, &"start".into(), &JsValue::from_f64(start));
    if let Ok(function) = Reflect::get(&performance, &"measure".into()).and_then(|f| f.dyn_into::<js_sys::Function>()) {
        let _ = function.call2(&performance, &name.into(), &options);
    }
}
