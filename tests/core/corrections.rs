//! Corrections: accuracy on the project's own marked texts, and what holds for every text.
//!
//! `tests/golden/corrections` are texts by many kinds of writers with every misspelling marked, and careful ones without any;
//! `tests/golden/corrections-unseen` is the same, read by nobody while the rules were made. `MUBIN_ERRORS=1` prints what is wrong.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use mubin::text::ByteSpan;
use mubin::text::fold::{Folding, fold};
use mubin::writing::corrections::gold::Gold;
use mubin::writing::corrections::{Correction, Tier, apply};
use mubin::{Layers, Options, Packs, analyze_with};
use proptest::prelude::*;

use crate::packs::packs;

fn options() -> Options {
    Options { layers: Layers::from_names(["corrections"]).unwrap(), ..Options::default() }
}

fn corrections(packs: &Packs, text: &str) -> Vec<Correction> {
    analyze_with(packs, text, &options()).map(|a| a.corrections).unwrap_or_default()
}

/// What was counted.
#[derive(Default, Debug)]
struct Score {
    words: usize,
    given: usize,
    right: usize,
    false_alarms: usize,
    gold: usize,
    found: usize,
    certain: usize,
    certain_right: usize,
}

impl Score {
    fn precision(&self) -> f64 {
        self.right as f64 / self.given.max(1) as f64
    }
    fn recall(&self) -> f64 {
        self.found as f64 / self.gold.max(1) as f64
    }
    fn false_per_100(&self) -> f64 {
        100.0 * self.false_alarms as f64 / self.words.max(1) as f64
    }
    fn certain_precision(&self) -> f64 {
        self.certain_right as f64 / self.certain.max(1) as f64
    }
    fn add(&mut self, other: &Score) {
        self.words += other.words;
        self.given += other.given;
        self.right += other.right;
        self.false_alarms += other.false_alarms;
        self.gold += other.gold;
        self.found += other.found;
        self.certain += other.certain;
        self.certain_right += other.certain_right;
    }
}

/// An edit of either side: bytes, and what comes there.
type Edit<'a> = (usize, usize, &'a str);

fn touch(a: (usize, usize), b: (usize, usize)) -> bool {
    if a.0 == a.1 || b.0 == b.1 { a.0 <= b.1 && b.0 <= a.1 } else { a.0 < b.1 && b.0 < a.1 }
}

fn put_in(text: &str, edits: &[Edit<'_>], from: usize, to: usize) -> String {
    let (mut out, mut at) = (String::new(), from);
    for &(start, end, right) in edits.iter().filter(|e| touch((e.0, e.1), (from, to))) {
        if start >= at {
            out.push_str(&text[at..start]);
            out.push_str(right);
            at = end;
        }
    }
    out + &text[at.min(to)..to]
}

/// Compares edit by edit: right when both sides leave the same text, marks aside, in the stretch that they cover together.
fn compare(name: &str, gold: &Gold, given: &[Correction], report: bool) -> Score {
    let text = gold.text.as_str();
    let ours: Vec<Edit<'_>> =
        given.iter().filter_map(|c| Some((c.span.start as usize, c.span.end as usize, c.suggestions.first()?.as_str()))).collect();
    let theirs: Vec<Edit<'_>> = gold.edits.iter().map(|e| (e.span.start, e.span.end, e.right.as_str())).collect();
    let stretch = |edit: Edit<'_>| {
        let (mut from, mut to) = (edit.0, edit.1);
        loop {
            let all = || ours.iter().chain(&theirs).filter(|e| touch((e.0, e.1), (from, to)));
            let wider = (all().map(|e| e.0).min().unwrap_or(from).min(from), all().map(|e| e.1).max().unwrap_or(to).max(to));
            if wider == (from, to) {
                return wider;
            }
            (from, to) = wider;
        }
    };
    let agree = |edit: Edit<'_>| {
        let (from, to) = stretch(edit);
        let bare = |side: &[Edit<'_>]| fold(&put_in(text, side, from, to), Folding::Light);
        bare(&theirs) == bare(&ours)
    };
    let mut score = Score { words: text.split_whitespace().count(), given: ours.len(), gold: theirs.len(), ..Score::default() };
    for (edit, correction) in ours.iter().zip(given.iter().filter(|c| !c.suggestions.is_empty())) {
        let (right, over) = (agree(*edit), theirs.iter().any(|e| touch((e.0, e.1), (edit.0, edit.1))));
        score.right += usize::from(right);
        score.false_alarms += usize::from(!over);
        if correction.tier == Tier::Certain {
            score.certain += 1;
            score.certain_right += usize::from(right);
        }
        if report && !right {
            println!("{name}: {:?} → {:?} ({}, {})", &text[edit.0..edit.1], edit.2, correction.rule.name(), correction.tier.name());
        }
    }
    for edit in &theirs {
        let right = ours.iter().any(|e| touch((e.0, e.1), (edit.0, edit.1))) && agree(*edit);
        score.found += usize::from(right);
        if report && !right {
            println!("{name}: {:?} → {:?} missed", &text[edit.0..edit.1], edit.2);
        }
    }
    score
}

/// The scores of a folder by the first word of each file's name.
fn scores(packs: &Packs, folder: &str) -> BTreeMap<String, Score> {
    let report = std::env::var_os("MUBIN_ERRORS").is_some();
    let mut out: BTreeMap<String, Score> = BTreeMap::new();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(folder);
    for entry in fs::read_dir(path).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().to_string();
        if path.extension().is_none_or(|e| e != "txt") {
            continue;
        }
        let gold = Gold::parse(&fs::read_to_string(&path).unwrap()).expect("every bracket is closed");
        let score = compare(&name, &gold, &corrections(packs, &gold.text), report);
        out.entry(name.split('-').next().unwrap_or_default().to_string()).or_default().add(&score);
    }
    for (group, s) in &out {
        println!(
            "{folder} {group}: {} words, precision {:.3}, recall {:.3} of {}, certain {:.3} of {}, {:.2} false alarms in 100 words",
            s.words,
            s.precision(),
            s.recall(),
            s.gold,
            s.certain_precision(),
            s.certain,
            s.false_per_100()
        );
    }
    out
}

#[test]
fn marked_texts_are_corrected() {
    let Some(packs) = packs() else { return };
    let seen = scores(packs, "corrections");
    let sloppy = &seen["sloppy"];
    assert!(sloppy.precision() >= 0.94 && sloppy.recall() >= 0.83 && sloppy.certain_precision() >= 0.98, "{sloppy:?}");
    let habit = &seen["habit"];
    assert!(habit.precision() >= 0.85 && habit.recall() >= 0.75, "{habit:?}");
    assert!(seen["careful"].false_per_100() <= 0.3, "{:?}", seen["careful"]);
}

#[test]
fn texts_that_nobody_has_read_are_corrected() {
    let Some(packs) = packs() else { return };
    let unseen = scores(packs, "corrections-unseen");
    let sloppy = &unseen["sloppy"];
    assert!(sloppy.precision() >= FLOORS[0] && sloppy.recall() >= FLOORS[1] && sloppy.certain_precision() >= FLOORS[2], "{sloppy:?}");
    assert!(unseen["careful"].false_per_100() <= FLOORS[3], "{:?}", unseen["careful"]);
}

/// Precision, recall, precision of the certain ones, false alarms in 100 careful words: a little below what is reached.
const FLOORS: [f64; 4] = [0.95, 0.72, 0.97, 0.5];

#[test]
fn what_the_first_article_misspells_is_found() {
    let Some(packs) = packs() else { return };
    let text = "اكد الخبير الامني حمزة ابو الصوف امس ان اجراءات امنية جديدة اتخذت في اوربا لملاحقة العناصر الاجرامية.";
    let found = corrections(packs, text);
    let fixed = apply(text, &found);
    assert_eq!(fixed, "أكد الخبير الأمني حمزة أبو الصوف أمس أن إجراءات أمنية جديدة اتخذت في أوربا لملاحقة العناصر الإجرامية.");
}

#[test]
fn own_words_are_respected_and_variants_left_alone() {
    let Some(packs) = packs() else { return };
    let text = "اجراءات مسئول كبير، والمسؤولون عن الشئون وشؤون الناس في مائة بلد ومئة مدينة.";
    assert_eq!(corrections(packs, text).len(), 1);
    let own = Options { words: vec!["اجراءات".into()], ..options() };
    assert_eq!(analyze_with(packs, text, &own).unwrap().corrections, []);
    let consistent = Options { consistent: true, ..options() };
    let found = analyze_with(packs, text, &consistent).unwrap().corrections;
    let variants: Vec<&str> = found.iter().filter(|c| c.tier == Tier::Variant).map(|c| c.suggestions[0].as_str()).collect();
    assert_eq!(variants, ["مسؤول", "الشؤون", "مئة"]);
}

#[test]
fn marks_and_spaces() {
    let packs = Packs::new();
    for (text, right) in [
        ("وصل الوفد ، ثم عاد .", "وصل الوفد، ثم عاد."),
        ("وصل الوفد  ثم عاد.", "وصل الوفد ثم عاد."),
        ("وصل الوفد, ثم عاد; هل بقي?", "وصل الوفد، ثم عاد؛ هل بقي؟"),
        ("وصل الوفد،ثم عاد.", "وصل الوفد، ثم عاد."),
        ("قال: “ نعم ”، ثم خرج.", "قال: “نعم”، ثم خرج."),
        ("يا للعجب!!! كيف؟؟", "يا للعجب! كيف؟"),
        ("حضر، ، الوفد،، ثم ; غاب!!ثم عاد.", "حضر، الوفد، ثم؛ غاب! ثم عاد."),
        ("خرج ( مسرعا ) من البيت.", "خرج (مسرعا) من البيت."),
        ("الساعة 10:30 والنتيجة 2-1 والسعر 3,5 ومعه iPhone, iPad فقط.", "الساعة 10:30 والنتيجة 2-1 والسعر 3,5 ومعه iPhone, iPad فقط."),
        ("آم\u{200B}ن و\u{202B}نص", "آمن ونص"),
    ] {
        assert_eq!(apply(text, &corrections(&packs, text)), right, "{text}");
    }
}

#[test]
fn a_mark_alone_is_told_of_and_not_mended() {
    let found = corrections(&Packs::new(), "قال: «نحن باقون. ثم خرج من القاعة (مسرعا.");
    let shown: Vec<(&str, bool)> = found.iter().map(|c| (c.rule.name(), c.suggestions.is_empty())).collect();
    assert_eq!(shown, [("unbalanced-quote", true), ("unbalanced-bracket", true)]);
}

/// Paragraphs as careless people write them, and what breaks readers of text. One paragraph at a time: which lines of a page are its text is
/// for the layout to say, by all of them.
fn careless() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "ان",
        "الى",
        "اجراءات",
        "المدرسه",
        "على",
        "علي",
        "في",
        "في",
        "هاذا",
        "لاكن",
        "مساءا",
        "لايمكن",
        "إستخدام",
        "شئ",
        "قال",
        "وقال",
        "الوزير",
        "أن",
        "محمد",
        "و",
        "كتاب",
        "جدااا",
        "شرکة",
        "آم\u{200B}ن",
        "الاصط\u{AD}ناعي",
        "مـــدينة",
        "ثلاث",
        "رجال",
        "انشاء",
        "الله",
        "منضمة",
        "مسئول",
        "ﻻ",
        "abc",
        "12",
        "3.5",
    ]);
    let gap = prop::sample::select(vec![
        " ", " ", " ", " ", "  ", "، ", " ، ", ",", ". ", " . ", "؟؟ ", "!! ", ":", " : ", "“", " ” ", "\"", " (", ") ", "؛", "\u{202E}",
        "..", " .. ",
    ]);
    prop::collection::vec((word, gap), 1..20).prop_map(|pieces| pieces.into_iter().flat_map(|(w, g)| [w, g]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(300), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn corrections_ascend_and_cut_no_character(text in careless()) {
        let Some(packs) = packs() else { return Ok(()) };
        let mut last = ByteSpan::default();
        for c in corrections(packs, &text) {
            prop_assert!(c.span.start >= last.end && c.span.end >= c.span.start);
            prop_assert!(text.is_char_boundary(c.span.start as usize) && text.is_char_boundary(c.span.end as usize));
            prop_assert!(c.confidence > 0.0 && c.confidence <= 1.0);
            prop_assert!(c.suggestions.iter().all(|s| s != c.span.of(&text)), "a fix changes something: {:?}", c);
            last = c.span;
        }
    }

    #[test]
    fn what_is_certain_is_mended_at_once(text in careless()) {
        let Some(packs) = packs() else { return Ok(()) };
        let mend = |text: &str| {
            let found = corrections(packs, text);
            apply(text, found.iter().filter(|c| c.tier == Tier::Certain))
        };
        let once = mend(&text);
        let twice = mend(&once);
        prop_assert_eq!(&once, &twice, "from {:?}", text);
    }
}
