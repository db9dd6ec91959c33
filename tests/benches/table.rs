//! One text measured whole: a line of JSON with what each stage took, for the table that stands beside the browser's.

use std::collections::BTreeMap;

use mubin::text::offsets::Unit;
use mubin::{Layers, Memory, Options, Packs, analyze_remembering, report};
use serde_json::{Value, json};

use super::{OTHER, now, read};

/// A text is read this often at least, and for so long.
const RUNS: usize = 8;
const MILLISECONDS: f64 = 2000.0;

/// Repeats what gives a time, and more, until it was done often and long enough; all of them, fastest first.
fn repeated<T>(mut once: impl FnMut() -> (f64, T)) -> Vec<(f64, T)> {
    let begun = now();
    let mut all = Vec::new();
    while all.len() < RUNS || now() - begun < MILLISECONDS {
        all.push(once());
    }
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    all
}

fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let start = now();
    let done = std::hint::black_box(work());
    (now() - start, done)
}

fn least(mut work: impl FnMut() -> f64) -> f64 {
    repeated(|| (work(), ())).first().map_or(0.0, |(time, ())| *time)
}

/// The text with a word put in its middle.
fn typed(text: &str) -> String {
    let middle = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
    let at = middle + text[middle..].find(' ').unwrap_or(0);
    [&text[..at], " كلمة", &text[at..]].concat()
}

/// The least times of some layers alone: where no word was met before, and where all were.
fn only(packs: &Packs, text: &str, layers: &[&str]) -> [f64; 2] {
    let options = Options { layers: Layers::from_names(layers.iter().copied()).unwrap(), ..Options::default() };
    let mut memory = Memory::new();
    let anew = least(|| timed(|| analyze_remembering(packs, &mut Memory::new(), text, &options)).0);
    let again = least(|| timed(|| analyze_remembering(packs, &mut memory, text, &options)).0);
    [anew, again]
}

/// The row of a file. Times are in milliseconds, the least of all runs, as what else a machine does only ever adds.
pub fn row(packs: &Packs, file: &str) -> Value {
    let text = std::fs::read_to_string(file).unwrap();
    let mut memory = Memory::of_edits();
    let runs = repeated(|| {
        read(packs, &mut memory, OTHER); // sentences are remembered of the latest text only
        let (time, (_, clock)) = timed(|| read(packs, &mut memory, &text));
        (time, clock)
    });
    let mut stages: BTreeMap<usize, (&str, f64)> = BTreeMap::new();
    for (stage, spent) in runs.iter().flat_map(|(_, clock)| clock.stages()) {
        let least = &mut stages.entry(stage as usize).or_insert((stage.name(), f64::MAX)).1;
        *least = least.min(spent.time);
    }
    let first = least(|| timed(|| read(packs, &mut Memory::new(), &text)).0);
    let words = only(packs, &text, &["tokens", "morphology"]);
    let layout = only(packs, &text, &["tokens", "blocks", "sentences"]);
    let changed = typed(&text);
    let mut memory = Memory::of_edits();
    let edit = least(|| {
        read(packs, &mut memory, &text);
        timed(|| read(packs, &mut memory, &changed)).0
    });
    let analysis = read(packs, &mut memory, &text).0;
    let document = report::document(packs, &text, &analysis, Unit::Utf16);
    let written = least(|| timed(|| report::document(packs, &text, &analysis, Unit::Utf16)).0);
    let json = least(|| timed(|| report::json::to_string(&document)).0);
    let found = analysis.morphology.as_ref();
    let answers = found.map_or(0, |m| m.answers.iter().filter(|&&a| a != mubin::morphology::NONE).count());
    let known = found.map_or(0, |m| (0..m.answers.len()).filter_map(|at| m.of(at)).filter(|e| e.source != "guess").count());
    json!({
        "file": file, "runs": runs.len(), "bytes": text.len(), "words": text.split_whitespace().count(), "answers": answers, "known": known,
        "stages": stages.into_values().collect::<Vec<_>>(),
        "whole": runs.first().map_or(0.0, |(time, _)| *time), "first": first, "edit": edit,
        "only_words": words, "only_layout": layout, "document": written, "json": json,
    })
}
