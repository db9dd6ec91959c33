//! Accuracy of the page layout on the annotated pages of `tests/golden/pages`.
//!
//! The floors are asserted; with `MUBIN_ERRORS=1` the differences are printed, a line each, and `MUBIN_PAGES=a` looks at
//! the pages whose names begin so.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use mubin::layout::Role;
use mubin::layout::gold::{GoldPage, has_sentences};
use mubin::{Analysis, Options};

#[derive(Default)]
struct Tally {
    right: usize,
    found: usize,
    gold: usize,
}

impl Tally {
    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.gold).max(1) as f64
    }
}

#[derive(Default)]
struct Score {
    roles: Tally,
    body: Tally,
    sentences: Tally,
}

fn role_at(analysis: &Analysis, byte: usize) -> Option<Role> {
    let blocks = &analysis.layout.blocks;
    let i = blocks.partition_point(|b| b.span.end as usize <= byte);
    blocks.get(i).filter(|b| b.span.start as usize <= byte).map(|b| b.role)
}

fn score(name: &str, page: &GoldPage, total: &mut Score, show: bool) -> Score {
    let analysis = mubin::analyze(&page.text, &Options::default()).unwrap();
    let mut own = Score::default();
    for &(start, end, gold) in &page.lines {
        let line = &page.text[start..end];
        let mut wrong = None;
        for word in line.split_whitespace() {
            let at = start + (word.as_ptr() as usize - line.as_ptr() as usize);
            let got = role_at(&analysis, at);
            own.roles.gold += 1;
            own.roles.found += 1;
            own.roles.right += usize::from(got == Some(gold));
            own.body.gold += usize::from(gold == Role::Body);
            own.body.found += usize::from(got == Some(Role::Body));
            own.body.right += usize::from(gold == Role::Body && got == Some(Role::Body));
            if got != Some(gold) {
                wrong = Some(got);
            }
        }
        if let (Some(got), true) = (wrong, show) {
            let shown: String = line.chars().take(90).collect();
            println!("{name} role {} -> {} | {shown}", gold.name(), got.map_or("nothing", Role::name));
        }
    }
    let counted = |end: &usize| page.role_at(end - 1).is_some_and(has_sentences);
    let found: BTreeSet<usize> = analysis.layout.sentences.iter().map(|s| s.span.end as usize).filter(counted).collect();
    own.sentences = Tally { right: found.intersection(&page.ends).count(), found: found.len(), gold: page.ends.len() };
    if show {
        for (what, ends) in [("missed", page.ends.difference(&found)), ("false", found.difference(&page.ends))] {
            for &end in ends {
                let before: String = page.text[..end].chars().rev().take(30).collect::<Vec<_>>().into_iter().rev().collect();
                let after: String = page.text[end..].chars().take(30).collect();
                println!("{name} sentence {what} | {before:?} | {after:?}");
            }
        }
    }
    for (sum, part) in [(&mut total.roles, &own.roles), (&mut total.body, &own.body), (&mut total.sentences, &own.sentences)] {
        sum.right += part.right;
        sum.found += part.found;
        sum.gold += part.gold;
    }
    own
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.retain(|p| p.extension().is_some_and(|e| e == "txt"));
    files.sort();
    files
}

/// Block role accuracy by word, body F1 by word, sentence boundary F1.
type Floors = (f64, f64, f64);

fn check(folder: &str, least: usize, floors: Floors) {
    let files = files(folder);
    assert!(files.len() >= least);
    let only = std::env::var("MUBIN_PAGES").unwrap_or_default();
    let show = std::env::var_os("MUBIN_ERRORS").is_some();
    let mut total = Score::default();
    for path in &files {
        let name = path.file_stem().unwrap().to_string_lossy();
        if !name.starts_with(&only) {
            continue;
        }
        let page = GoldPage::parse(&fs::read_to_string(path).unwrap()).unwrap_or_else(|e| panic!("{name}: {e}"));
        let own = score(&name, &page, &mut total, show);
        println!("{name:28} roles {:.3}  body {:.3}  sentences {:.3}", own.roles.f1(), own.body.f1(), own.sentences.f1());
    }
    let (roles, body, sentences) = (total.roles.f1(), total.body.f1(), total.sentences.f1());
    println!(
        "all of {folder}: block roles {roles:.4} ({} words), body F1 {body:.4}, sentence boundary F1 {sentences:.4} ({})",
        total.roles.gold, total.sentences.gold
    );
    if only.is_empty() {
        assert!(roles >= floors.0, "block roles {roles:.4}");
        assert!(body >= floors.1, "body F1 {body:.4}");
        assert!(sentences >= floors.2, "sentence boundary F1 {sentences:.4}");
    }
}

/// The pages the weights were fitted to: hard ones, half furniture.
#[test]
fn roles_and_sentences_of_fitted_pages() {
    check("pages", 30, (0.86, 0.965, 0.99));
}

/// Pages nothing was fitted to.
#[test]
fn roles_and_sentences_of_unseen_pages() {
    check("unseen", 10, (0.92, 0.97, 0.99));
}
