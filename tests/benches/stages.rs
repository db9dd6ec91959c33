//! Speed of each stage on a pasted page: `./build.sh bench`.
//!
//! Figures are for comparing one build with another on one machine, never for asserting.

#![allow(missing_docs, clippy::unwrap_used)]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use mubin::layout::gold::GoldPage;
use mubin::layout::{Lexer, Token, lay_out};
use mubin::text::fold::{Folding, fold};
use mubin::text::hidden;
use mubin::text::offsets::{OffsetMap, Unit};
use mubin::{Options, analyze, report};

fn page() -> String {
    GoldPage::parse(include_str!("../golden/pages/a2-maghreb-opinion.txt")).unwrap().text
}

fn stages(c: &mut Criterion) {
    let text = page();
    let tokens: Vec<Token> = Lexer::new(&text).collect();
    let mut group = c.benchmark_group("stages");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("offsets", |b| b.iter(|| OffsetMap::new(black_box(&text))));
    group.bench_function("hidden", |b| b.iter(|| hidden::scan(black_box(&text))));
    group.bench_function("fold", |b| b.iter(|| fold(black_box(&text), Folding::Full)));
    group.bench_function("tokens", |b| b.iter(|| Lexer::new(black_box(&text)).count()));
    group.bench_function("layout", |b| b.iter(|| lay_out(black_box(&text), &tokens, &[])));
    group.bench_function("analyze", |b| b.iter(|| analyze(black_box(&text), &Options::default())));
    let analysis = analyze(&text, &Options::default()).unwrap();
    group.bench_function("document", |b| b.iter(|| report::document(&text, &analysis, Unit::Utf16)));
    group.finish();
}

fn sizes(c: &mut Criterion) {
    let mut group = c.benchmark_group("sizes");
    group.sample_size(10);
    for copies in [2, 20, 200] {
        let text = page().repeat(copies);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(format!("{} kB", text.len() / 1000), |b| b.iter(|| analyze(black_box(&text), &Options::default())));
    }
    group.finish();
}

criterion_group!(benches, stages, sizes);
criterion_main!(benches);
