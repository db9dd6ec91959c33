//! Speed of each stage on a pasted page: `./build.sh bench`.
//!
//! Figures are for comparing one build with another on one machine, never for asserting.

#![allow(missing_docs, clippy::unwrap_used)]

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use mubin::layout::gold::GoldPage;
use mubin::layout::{Lexer, Token, TokenKind, lay_out};
use mubin::morph::{Analyzer, Written};
use mubin::text::fold::{Folding, fold};
use mubin::text::hidden;
use mubin::text::offsets::{OffsetMap, Unit};
use mubin::{Memory, Options, Packs, analyze, analyze_remembering, analyze_with, report};

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
    let packs = Packs::open(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/target/packs"))).unwrap();
    if let (Some(lexicon), true) = (&packs.lexicon, packs.explains()) {
        let analyzer = Analyzer::new(lexicon);
        let words: Vec<Written> = tokens.iter().filter(|t| t.kind == TokenKind::Word).map(|t| Written::new(t.span.of(&text))).collect();
        group.bench_function("readings", |b| b.iter(|| words.iter().map(|w| analyzer.readings(black_box(w)).len()).sum::<usize>()));
        group.bench_function("analyze with packs", |b| b.iter(|| analyze_with(&packs, black_box(&text), &Options::default())));
    }
    let analysis = analyze_with(&packs, &text, &Options::default()).unwrap();
    group.bench_function("document", |b| b.iter(|| report::document(&packs, &text, &analysis, Unit::Utf16)));
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

/// A letter typed and taken back in the middle of a text of some two thousand words, with every layer.
fn edits(c: &mut Criterion) {
    let packs = Packs::open(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/target/packs"))).unwrap();
    let mut pages: Vec<_> =
        std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/pages")).unwrap().map(|e| e.unwrap().path()).collect();
    pages.sort();
    let mut text = String::new();
    for page in pages.iter().filter(|path| path.extension().is_some_and(|e| e == "txt")) {
        if text.split_whitespace().count() < 2000 {
            text.push_str(&GoldPage::parse(&std::fs::read_to_string(page).unwrap()).unwrap().text);
        }
    }
    let middle = text.char_indices().nth(text.chars().count() / 2).unwrap().0;
    let typed = [&text[..middle], "ن", &text[middle..]].concat();
    let mut group = c.benchmark_group("edits");
    group.sample_size(20);
    group.bench_function("anew", |b| b.iter(|| analyze_with(&packs, black_box(&typed), &Options::default())));
    let mut memory = Memory::of_edits();
    let mut typing = false;
    group.bench_function("remembering", |b| {
        b.iter(|| {
            typing = !typing;
            analyze_remembering(&packs, &mut memory, black_box(if typing { &typed } else { &text }), &Options::default())
        });
    });
    group.finish();
}

criterion_group!(benches, stages, edits, sizes);
criterion_main!(benches);
