//! What each part of the work costs in instructions, which callgrind counts: `./build.sh instructions`.
//!
//! Times belong to a machine and a moment; instructions are the same on a busy machine, so a change that makes the engine dearer is seen
//! where it is made. Each scenario is one process, and only what [`measured`] calls is counted: packs are open and memories filled before.
//!
//! The scenario `shapes` is another question: whether a text twice as long costs twice as much, in every shape that tempts a stage to look back or
//! ahead without bound. Its counts are taken after each call of [`measured_once`]. Names of shapes behind it ask for
//! those alone, in longer texts: a stage that looks so far back and no farther is linear only from there on.

#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout)]

use std::hint::black_box;
use std::path::Path;

use mubin::layout::gold::GoldPage;
use mubin::report::Converter;
use mubin::report::formats::{Format, Source, Wishes, write};
use mubin::text::offsets::Unit;
use mubin::{Layers, Memory, Options, Packs, analyze, analyze_remembering, report};

#[path = "../fuzz/shapes.rs"]
mod shapes;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The only function whose instructions are counted, with all that it calls.
#[inline(never)]
fn measured<T>(work: impl FnOnce() -> T) -> T {
    black_box(work())
}

/// Everything that is done with a text: analysis, as one that is edited, and every format.
#[inline(never)]
fn measured_once(packs: &Packs, text: &str) {
    let Ok(analysis) = analyze_remembering(packs, &mut Memory::of_edits(), text, &Options::default()) else { return };
    let at = Converter::new(text, Unit::Utf16);
    for format in Format::ALL {
        black_box(write(format, Source { analysis: &analysis, packs, at: &at }, &Wishes::default()));
    }
}

/// Words (or what stands in their place) of the shorter text of a shape; where a window fills up first, so many times as many.
const SHORTER: usize = 1000;
const LONGER: usize = 6;

/// The pages of the gold one after another, until there are so many words.
fn pages(words: usize) -> String {
    let mut paths: Vec<_> = std::fs::read_dir(format!("{ROOT}/tests/golden/pages")).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    let mut text = String::new();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|e| e == "txt")) {
        if text.split_whitespace().count() < words {
            text.push_str(&GoldPage::parse(&std::fs::read_to_string(path).unwrap()).unwrap().text);
        }
    }
    text
}

/// The text with a word put in its middle.
fn typed(text: &str, word: &str) -> String {
    let middle = text.char_indices().nth(text.chars().count() / 2).unwrap().0;
    let at = middle + text[middle..].find(' ').unwrap();
    [&text[..at], " ", word, &text[at..]].concat()
}

fn main() {
    let packs = Packs::open(Path::new(&format!("{ROOT}/target/packs"))).unwrap();
    let all = Options::default();
    let scenario = std::env::args().skip(1).find(|arg| !arg.starts_with("--")).unwrap_or_default();
    let article = std::fs::read_to_string(format!("{ROOT}/www/samples/news.txt")).unwrap();
    let long = pages(2000);
    let units = match scenario.as_str() {
        "layout" => {
            analyze(&article, &all).unwrap();
            measured(|| analyze(&long, &all)).unwrap();
            long.split_whitespace().count()
        }
        "words" => {
            analyze_remembering(&packs, &mut Memory::new(), &article, &all).unwrap();
            let only = Options { layers: Layers::from_names(["tokens", "morphology"]).unwrap(), ..Options::default() };
            measured(|| analyze_remembering(&packs, &mut Memory::new(), &long, &only)).unwrap();
            long.split_whitespace().count()
        }
        "article" => {
            let mut memory = Memory::new();
            analyze_remembering(&packs, &mut memory, &article, &all).unwrap();
            measured(|| analyze_remembering(&packs, &mut memory, &article, &all)).unwrap();
            article.split_whitespace().count()
        }
        "everything" => {
            // Tables are made when they are first asked for.
            analyze_remembering(&packs, &mut Memory::new(), &article, &all).unwrap();
            measured(|| analyze_remembering(&packs, &mut Memory::new(), &long, &all)).unwrap();
            long.split_whitespace().count()
        }
        "edit" => {
            let mut memory = Memory::of_edits();
            let after = typed(&long, "كلمة");
            analyze_remembering(&packs, &mut memory, &after, &all).unwrap();
            analyze_remembering(&packs, &mut memory, &long, &all).unwrap();
            measured(|| analyze_remembering(&packs, &mut memory, &after, &all)).unwrap();
            1
        }
        "document" => {
            let analysis = analyze_remembering(&packs, &mut Memory::new(), &long, &all).unwrap();
            measured(|| report::document(&packs, &long, &analysis, Unit::Utf16));
            long.split_whitespace().count()
        }
        "shapes" => {
            // Tables are made when they are first asked for.
            measured_once(&packs, &article);
            let wanted: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).skip(1).collect();
            let shorter = if wanted.is_empty() { SHORTER } else { LONGER * SHORTER };
            for (name, make) in shapes::SHAPES {
                if wanted.is_empty() || wanted.iter().any(|wanted| wanted == name) {
                    measured_once(&packs, &make(shorter));
                    measured_once(&packs, &make(2 * shorter));
                    println!("{name}");
                }
            }
            return;
        }
        _ => {
            println!("layout words article everything edit document");
            return;
        }
    };
    println!("{units}");
}
