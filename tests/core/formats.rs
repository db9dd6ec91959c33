//! The formats of a result: golden files of one text with everything that breaks writers, and what holds of any text.
//!
//! `tests/golden/formats`: `input.txt`, and what the writers make of it. A row of Web Annotations is shown in one line, and the report without its
//! style, so that people can review them. With `MUBIN_BLESS=1` the files are written instead of compared.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use mubin::report::csv::Sheet;
use mubin::report::formats::{Format, Lang, Wishes};
use mubin::text::offsets::Unit;
use mubin::{Layers, Options, Packs};
use proptest::prelude::*;
use serde_json::Value;

use crate::packs::packs;
use crate::properties::{cases, text, words};
use crate::targets::writers::{elements, files, hold_of_any_text, one};

#[test]
fn golden_formats() {
    let Some(packs) = packs() else { return };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/formats");
    let text = fs::read_to_string(folder.join("input.txt")).unwrap();
    let analysis = mubin::analyze_with(packs, &text, &Options::default()).unwrap();
    let mut made: Vec<(String, String)> = Vec::new();
    for format in [Format::Tei, Format::Text, Format::Vowelled, Format::Conllu] {
        for file in files(packs, &text, &analysis, format, Unit::CodePoint, &Wishes::default()) {
            made.push((file.name, file.text));
        }
    }
    for (lang, name) in [(Lang::Arabic, "report.ar.html"), (Lang::English, "report.en.html")] {
        let report = one(packs, &text, &analysis, Format::Report, &Wishes { lang, ..Wishes::default() });
        let (head, rest) = report.split_once("<style>").unwrap();
        made.push((name.into(), format!("{head}<style>{}", &rest[rest.find("</style>").unwrap()..])));
    }
    for file in files(packs, &text, &analysis, Format::Csv, Unit::CodePoint, &Wishes::default()) {
        made.push((file.name, file.text.replace("\r\n", "\n")));
    }
    let annotations: Value = serde_json::from_str(&one(packs, &text, &analysis, Format::WebAnnotation, &Wishes::default())).unwrap();
    let line = |note: &Value| {
        let body = note["body"].as_array().into_iter().flatten();
        let body: Vec<String> =
            body.map(|b| format!("{}={}", b["purpose"].as_str().unwrap(), b["value"].as_str().or(b["source"].as_str()).unwrap())).collect();
        let target = note["target"].as_array().unwrap().iter().map(|target| {
            let [quote, position] = [&target["selector"][0], &target["selector"][1]];
            format!("\n    {}-{} {} [{}] {}", position["start"], position["end"], quote["prefix"], quote["exact"], quote["suffix"])
        });
        format!(
            "{} {} {}{}",
            note["id"].as_str().unwrap(),
            note["motivation"].as_str().unwrap(),
            body.join("; "),
            target.collect::<String>()
        )
    };
    let lines: Vec<String> = annotations["first"]["items"].as_array().unwrap().iter().map(line).collect();
    made.push(("annotations.txt".into(), lines.join("\n") + "\n"));

    let mut wrong = Vec::new();
    for (name, text) in made {
        let text = text.replace(mubin::VERSION, "VERSION");
        let file = folder.join(&name);
        if std::env::var_os("MUBIN_BLESS").is_some() {
            fs::write(&file, text).unwrap();
        } else if fs::read_to_string(&file).unwrap_or_default() != text {
            wrong.push(format!("{name}:\n{text}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// In the golden text, what the formats have to say is said.
#[test]
fn what_was_found_is_in_the_files() {
    let Some(packs) = packs() else { return };
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/formats/input.txt")).unwrap();
    let analysis = mubin::analyze_with(packs, &text, &Options::default()).unwrap();
    let tei = elements(&one(packs, &text, &analysis, Format::Tei, &Wishes { title: Some("عنوان  آخر".into()), ..Wishes::default() }));
    let find = |name: &str, text: &str| tei.iter().find(|e| e.name == name && e.text == text).unwrap_or_else(|| panic!("<{name}>{text}"));
    assert_eq!(find("date", "16 نوفمبر 2015").attributes["when"], "2015-11-16");
    assert_eq!(find("date", "4 صفر 1437 هـ").attributes["calendar"], "#hijri");
    let money = find("measure", "3.5 مليون دولار");
    assert_eq!((&*money.attributes["quantity"], &*money.attributes["unit"]), ("3500000", "USD"));
    assert_eq!(find("w", "اجراءات").attributes["norm"], "إجراءات");
    assert_eq!(find("title", "عنوان آخر").attributes.len(), 0);
    // The quotation runs over two sentences: two pieces of one statement, by one person.
    let [first, second] = ["منظمة الصحة العالمية أبلغت الوزارة أن اللقاح وصل إلى بغداد.", "وسيصل غدا إلى البصرة"].map(|t| find("said", t));
    assert_eq!(first.attributes["next"], format!("#{}", second.attributes["xml:id"]));
    assert_eq!(second.attributes["prev"], format!("#{}", first.attributes["xml:id"]));
    assert_eq!(first.attributes["direct"], "true");
    let person = tei.iter().find(|e| e.name == "person" && e.attributes["xml:id"] == first.attributes["who"][1..]).unwrap();
    assert!(person.text.starts_with("محمد حسن"), "{}", person.text);
    assert!(tei.iter().any(|e| e.name == "person" && e.text == "متحدث باسم الوزارة"));

    let plain = one(packs, &text, &analysis, Format::Text, &Wishes::default());
    assert!(plain.contains("رويترز") && !plain.contains("الرئيسية") && !plain.contains("رائع"), "{plain}");
    assert!(plain.contains("تقريرها.\n\nقال وزير"), "{plain}");
    let page = one(packs, &text, &analysis, Format::Report, &Wishes::default());
    assert!(
        !page.contains("<script") && page.contains("content=\"default-src &apos;none&apos;; style-src &apos;unsafe-inline&apos;\""),
        "{page}"
    );
    assert!(page.contains("&lt;عاجل&gt;") && !page.contains("<عاجل>"));
    let json: Value =
        serde_json::from_str(&one(packs, &text, &analysis, Format::Json, &Wishes { text: true, ..Wishes::default() })).unwrap();
    assert_eq!((&json["text"], &json["unit"]), (&Value::from(text.as_str()), &"utf16".into()));
}

#[test]
fn layers_that_were_not_asked_for_have_no_table() {
    let text = "وصل الوفد إلى بغداد.";
    let options = Options { layers: Layers::from_names(["blocks", "entities"]).unwrap(), ..Options::default() };
    let analysis = mubin::analyze(text, &options).unwrap();
    let names = |wishes: &Wishes| {
        let files = files(&Packs::new(), text, &analysis, Format::Csv, Unit::Utf8, wishes);
        files.into_iter().map(|file| (file.name, file.text.lines().count())).collect::<Vec<_>>()
    };
    let expected = [("blocks.csv", 2), ("entities.csv", 1), ("mentions.csv", 1)].map(|(name, lines)| (name.to_string(), lines));
    assert_eq!(names(&Wishes::default()), expected);
    let wished = names(&Wishes { sheets: vec![Sheet::Tokens], ..Wishes::default() });
    assert_eq!(wished, [("tokens.csv".to_string(), 1)], "its header alone");
}

/// Every phrase that a writer may ask for is in the table.
#[test]
fn every_name_has_its_phrase() {
    use mubin::content::names::EntityKind;
    let table: HashSet<&str> = mubin::data::columns(mubin::data::REPORT_PHRASES).map(|[key]: [&str; 1]| key).collect();
    let has = |kind: &str, name: &str| assert!(table.contains(format!("{kind}.{name}").as_str()), "{kind}.{name}");
    EntityKind::ALL.iter().for_each(|kind| ["entity", "name"].iter().for_each(|of| has(of, kind.name())));
    let stances: HashSet<&str> = mubin::data::columns(mubin::data::CUES).map(|[_, stance]: [&str; 2]| stance).collect();
    stances.into_iter().chain(["source"]).for_each(|stance| has("stance", stance));
    let kinds: HashSet<&str> = mubin::data::columns(mubin::data::CORRECTION_RULES).map(|[_, kind]: [&str; 2]| kind).collect();
    kinds.into_iter().for_each(|kind| has("kind", kind));
    for (kind, names) in [
        ("form", &["direct", "indirect", "mixed"][..]),
        ("time", &["date", "time", "duration", "set"]),
        ("quantity", &["cardinal", "ordinal", "percent", "money", "measure", "range"]),
        ("length", &["years", "months", "weeks", "days", "hours", "minutes", "seconds"]),
        ("tier", &["certain", "contextual", "unknown", "variant"]),
        ("variety", &["msa", "egyptian", "levantine", "gulf", "iraqi", "maghrebi", "sudanese", "yemeni", "mixed"]),
    ] {
        names.iter().for_each(|name| has(kind, name));
    }
}

/// Sentences in which somebody says something, with names, times and amounts: what is marked, and crosses.
fn reported() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "قال",
        "وأضاف",
        "أكد",
        "مشيرا إلى",
        "أن",
        "إن",
        "الوزير",
        "محمد حسن",
        "لأحمد علي",
        "بغداد",
        "رويترز",
        "متحدث باسم الوزارة",
        "«",
        "»",
        "\"",
        ":",
        ".",
        "،",
        "16 نوفمبر 2015",
        "غدا",
        "4 صفر 1437 هـ",
        "الساعة 9:30",
        "3 أشهر",
        "40 شخصا",
        "3.5 مليون دولار",
        "بين 5 و10",
        "%",
        "\n",
        "اجراءات",
        "😀",
        "\u{1}",
        "=",
        "التعليقات",
    ]);
    prop::collection::vec(piece, 1..60).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases() / 3, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_writer_survives_any_text(text in prop_oneof![reported(), text(), words(), any::<String>()]) {
        match packs() {
            Some(packs) => hold_of_any_text(packs, &text),
            None => hold_of_any_text(&Packs::new(), &text),
        }
    }
}
