//! Marks on the timeline of the browser, so that a profile shows where an analysis spends its time: `mubin: names` and so on, a measure
//! for each stage, `mubin: analysis` for all of them, `mubin: result` for the way across to JavaScript.
//!
//! One entry a name is kept: a page that analyses all day does not fill the timeline.

use js_sys::{Object, Reflect, global};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Performance;

use crate::stages::Clock;

thread_local!(static PERFORMANCE: Option<Performance> = Reflect::get(&global(), &"performance".into()).ok().and_then(|p| p.dyn_into().ok()));

/// The time in milliseconds by the clock of the window, worker or Node this runs in; 0 where there is no such thing.
pub fn now() -> f64 {
    PERFORMANCE.with(|performance| performance.as_ref().map_or(0.0, Performance::now))
}

/// Records that `name` took from `start` until now.
pub fn measure(name: &str, start: f64) {
    record(name, start, now() - start);
}

/// Records the stages. One that worked by turns with another is drawn in one piece, as long as its turns together.
pub fn stages(clock: &Clock) {
    for (stage, spent) in clock.stages() {
        record(&format!("mubin: {}", stage.name()), spent.start, spent.time);
    }
}

fn record(name: &str, start: f64, duration: f64) {
    PERFORMANCE.with(|performance| {
        let Some(performance) = performance else { return };
        performance.clear_measures_with_measure_name(name);
        let options = Object::new();
        // A clock that refuses a measure costs a line in a profile, nothing else.
        let _ = Reflect::set(&options, &"start".into(), &start.into());
        let _ = Reflect::set(&options, &"duration".into(), &duration.into());
        if let Ok(function) = Reflect::get(performance, &"measure".into()).and_then(|f| f.dyn_into::<js_sys::Function>()) {
            let _ = function.call2(performance, &JsValue::from_str(name), &options);
        }
    });
}
