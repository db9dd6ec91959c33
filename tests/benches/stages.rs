//! Speed of each stage: `cargo bench --bench stages [-- STAGE]` compares one build with another by Criterion's statistics, and
//! `./build.sh bench` asks for a table of whole texts.
//!
//! A stage reads what the stages before it found, so that every one is timed inside a whole analysis, by the clock that the job
//! carries: the names are those of the timeline in the browser. Figures are for comparing, never for asserting.

#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout)]

mod table;

use std::hint::black_box;
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput};
use mubin::layout::gold::GoldPage;
use mubin::stages::{Clock, Stage};
use mubin::text::fold::{Folding, fold};
use mubin::text::normalize::Folds;
use mubin::text::offsets::{OffsetMap, Unit};
use mubin::{Analysis, Job, Memory, Options, Packs, report};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A text that has nothing in common with the measured ones: after it, words are remembered and sentences are not.
const OTHER: &str = "نص آخر";

/// Milliseconds, by the clock of the machine.
fn now() -> f64 {
    static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);
    BEGUN.elapsed().as_secs_f64() * 1000.0
}

/// One analysis with every layer, timed.
fn read(packs: &Packs, memory: &mut Memory, text: &str) -> (Analysis, Clock) {
    let job = Job::new(black_box(text), Options::default()).unwrap().timed(Clock::by(now));
    job.finish_timed(packs, memory, text)
}

fn pipeline(c: &mut Criterion, packs: &Packs, text: &str) {
    let mut group = c.benchmark_group("stages");
    group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(20).measurement_time(Duration::from_secs(2));
    for stage in Stage::ALL {
        let mut memory = Memory::of_edits();
        group.bench_function(stage.name(), |b| {
            b.iter_custom(|times| {
                let mut spent: f64 = 0.0;
                for _ in 0..times {
                    read(packs, &mut memory, OTHER);
                    let (_, clock) = read(packs, &mut memory, text);
                    spent += clock.stages().find(|(s, _)| *s == stage).map_or(0.0, |(_, spent)| spent.time);
                }
                // No stage that worked took no time at all, which Criterion would refuse.
                Duration::from_secs_f64((spent / 1000.0).max(1e-9))
            });
        });
    }
    group.finish();
}

/// What stands beside the pipeline: text as it is looked up and as it is written.
fn beside(c: &mut Criterion, packs: &Packs, text: &str) {
    let analysis = read(packs, &mut Memory::new(), text).0;
    let document = report::document(packs, text, &analysis, Unit::Utf16);
    let search = Folds::from_name("search").unwrap();
    let mut group = c.benchmark_group("beside");
    group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(20).measurement_time(Duration::from_secs(2));
    group.bench_function("offsets", |b| b.iter(|| OffsetMap::new(black_box(text))));
    group.bench_function("fold", |b| b.iter(|| fold(black_box(text), Folding::Full)));
    group.bench_function("normalize", |b| b.iter(|| mubin::text::normalize::normalize(black_box(text), search)));
    group.bench_function("document", |b| b.iter(|| report::document(packs, black_box(text), &analysis, Unit::Utf16)));
    group.bench_function("json", |b| b.iter(|| report::json::to_string(black_box(&document))));
    group.finish();
}

fn main() {
    let packs = Packs::open(Path::new(&format!("{ROOT}/target/packs"))).unwrap();
    let mut arguments = std::env::args().skip(1).peekable();
    if arguments.next_if(|first| first == "--table").is_some() {
        arguments.filter(|file| file != "--bench").for_each(|file| println!("{}", table::row(&packs, &file)));
        return;
    }
    let text = GoldPage::parse(include_str!("../golden/pages/a2-maghreb-opinion.txt")).unwrap().text;
    let mut criterion = Criterion::default().configure_from_args();
    pipeline(&mut criterion, &packs, &text);
    beside(&mut criterion, &packs, &text);
    criterion.final_summary();
}
