//! The formats of a result: golden files of one text with everything that breaks writers, and what holds of any text.
//!
//! `tests/golden/formats`: `input.txt`, and what the writers make of it. A row of Web Annotations is shown in one line, and the report without its
//! style, so that people can review them. With `MUBIN_BLESS=1` the files are written instead of compared.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;

use mubin::report::Converter;
use mubin::report::csv::Sheet;
use mubin::report::formats::{File, Format, Lang, Source, Wishes, write};
use mubin::text::offsets::Unit;
use mubin::{Analysis, Input, Layers, Options, Packs};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::Event;
use serde_json::Value;

use crate::packs::packs;
use crate::properties::{cases, text, words};

fn files(packs: &Packs, text: &str, analysis: &Analysis, format: Format, unit: Unit, wishes: &Wishes) -> Vec<File> {
    write(format, Source { analysis, packs, at: &Converter::new(text, unit) }, wishes)
}

fn one(packs: &Packs, text: &str, analysis: &Analysis, format: Format, wishes: &Wishes) -> String {
    let mut files = files(packs, text, analysis, format, Unit::Utf16, wishes);
    assert_eq!(files.len(), 1);
    files.remove(0).text
}

/// An element of a document: its name, its attributes, and all text inside it.
#[derive(Default)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    text: String,
}

/// Every element of a well-formed document, each after those inside it.
fn elements(xml: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(xml);
    let (mut open, mut out): (Vec<Element>, Vec<Element>) = (Vec::new(), Vec::new());
    let start = |tag: &quick_xml::events::BytesStart<'_>| {
        let attributes = tag.attributes().map(|a| {
            let a = a.unwrap();
            (a.key.as_ref().to_string(), unescape(&a.value).unwrap().into_owned())
        });
        Element { name: tag.name().as_ref().to_string(), attributes: attributes.collect(), text: String::new() }
    };
    loop {
        let more = match reader.read_event().unwrap() {
            Event::Start(tag) => {
                open.push(start(&tag));
                continue;
            }
            Event::Empty(tag) => {
                out.push(start(&tag));
                continue;
            }
            Event::End(_) => {
                out.push(open.pop().unwrap());
                continue;
            }
            Event::Text(text) => text.to_string(),
            Event::GeneralRef(name) => match name.resolve_char_ref().unwrap() {
                Some(c) => c.to_string(),
                None => resolve_xml_entity(&name).unwrap().to_string(),
            },
            Event::Eof => break,
            _ => continue,
        };
        open.iter_mut().for_each(|element| element.text.push_str(&more));
    }
    assert!(open.is_empty());
    out
}

/// What XML cannot hold is replaced, in what is compared with it too.
fn as_xml(text: &str) -> String {
    let allowed = |c: char| c >= ' ' && c != '\u{FFFE}' && c != '\u{FFFF}' || matches!(c, '\t' | '\n' | '\r');
    text.chars().map(|c| if allowed(c) { c } else { '\u{FFFD}' }).collect()
}

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

fn holds_of_any_text(packs: &Packs, text: &str) -> Result<(), TestCaseError> {
    let Ok(analysis) = mubin::analyze_with(packs, text, &Options::default()) else { return Ok(()) };
    let wishes = Wishes { text: true, ..Wishes::default() };

    // TEI: well-formed, ids unique, every pointer leads somewhere, and no letter of a block is lost.
    let tei = elements(&one(packs, text, &analysis, Format::Tei, &wishes));
    let mut ids = HashSet::new();
    for id in tei.iter().filter_map(|e| e.attributes.get("xml:id")) {
        prop_assert!(ids.insert(id.as_str()), "{} stands twice", id);
    }
    for (name, value) in tei.iter().flat_map(|e| &e.attributes) {
        if ["who", "toWhom", "ref", "next", "prev", "ana", "calendar"].contains(&name.as_str()) {
            prop_assert!(value.strip_prefix('#').is_some_and(|id| ids.contains(id)), "{}=\"{}\" leads nowhere", name, value);
        }
    }
    let body = tei.iter().position(|e| e.name == "teiHeader").unwrap();
    let blocks: Vec<&str> = tei[body..]
        .iter()
        .filter(|e| matches!(e.name.as_str(), "p" | "ab" | "head" | "byline" | "dateline"))
        .map(|e| e.text.as_str())
        .collect();
    let expected: Vec<String> = analysis.layout.blocks.iter().map(|block| as_xml(block.span.of(text))).collect();
    prop_assert_eq!(blocks, expected);
    prop_assert_eq!(tei.iter().filter(|e| matches!(e.name.as_str(), "w" | "pc")).count(), analysis.tokens.len());

    // The report: well-formed too, nothing in it that runs or loads.
    for lang in [Lang::Arabic, Lang::English] {
        let page = elements(&one(packs, text, &analysis, Format::Report, &Wishes { lang, ..Wishes::default() }));
        let inert = |e: &Element| {
            !matches!(e.name.as_str(), "script" | "img" | "link" | "iframe" | "a")
                && !e.attributes.keys().any(|k| k.starts_with("on") || k == "style")
        };
        prop_assert!(page.iter().all(inert));
        prop_assert!(page.iter().all(|e| e.name != "dt" && e.name != "h2" || !e.text.is_empty()), "every heading has its phrase");
    }

    // CSV: every row as wide as the header, no cell that runs, places that are those of the text.
    let points: Vec<char> = text.chars().collect();
    for file in files(packs, text, &analysis, Format::Csv, Unit::CodePoint, &wishes) {
        let mut reader = csv::Reader::from_reader(file.text.as_bytes());
        let header = reader.headers().unwrap().clone();
        let at = |name: &str| header.iter().position(|h| h == name);
        for row in reader.records() {
            let row = row.unwrap();
            let number = |cell: &str| cell.parse::<f64>().is_ok();
            prop_assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r']) || number(cell)), "{:?}", row);
            if let (Some(start), Some(end), Some(slice)) = (at("start"), at("end"), at("text"))
                && file.name != "keyphrases.csv"
            {
                let place: String = points[row[start].parse().unwrap()..row[end].parse().unwrap()].iter().collect();
                let guarded = row[slice].trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']);
                prop_assert_eq!(if guarded { &row[slice][1..] } else { &row[slice] }, place);
            }
        }
    }

    // Web Annotations: both selectors say the same, and say it of this text.
    let page: Value = serde_json::from_str(&one(packs, text, &analysis, Format::WebAnnotation, &wishes)).unwrap();
    let items = page["first"]["items"].as_array().unwrap();
    prop_assert_eq!(page["total"].as_u64(), Some(items.len() as u64));
    for target in items.iter().flat_map(|item| item["target"].as_array().unwrap()) {
        let [quote, position] = [&target["selector"][0], &target["selector"][1]];
        let [start, end] = ["start", "end"].map(|edge| position[edge].as_u64().unwrap() as usize);
        prop_assert_eq!(quote["exact"].as_str().unwrap(), points[start..end].iter().collect::<String>());
        let (before, after): (String, String) = (points[..start].iter().collect(), points[end..].iter().collect());
        prop_assert!(before.ends_with(quote["prefix"].as_str().unwrap()) && after.starts_with(quote["suffix"].as_str().unwrap()));
    }

    // CoNLL-U: the text comes back exactly, and read in again it has the same tokens in the same sentences.
    let treebank = mubin::report::conllu::read(&one(packs, text, &analysis, Format::Conllu, &wishes)).unwrap();
    prop_assert_eq!(treebank.text(), text);
    let sentences = |text: &str, analysis: &Analysis| -> Vec<Vec<String>> {
        let tokens = |sentence: &mubin::layout::Sentence| {
            analysis.tokens[sentence.tokens.clone()].iter().map(|token| token.span.of(text).to_string()).collect::<Vec<_>>()
        };
        analysis.layout.sentences.iter().map(tokens).filter(|tokens| !tokens.is_empty()).collect()
    };
    // White space can be the base of a mark.
    let bare = |sentences: Vec<Vec<String>>| -> Vec<Vec<String>> {
        let bare = |token: String| token.split_whitespace().collect::<String>();
        sentences.into_iter().map(|tokens| tokens.into_iter().map(bare).collect()).collect()
    };
    let horizontal = treebank.horizontal();
    let again = mubin::analyze_with(packs, &horizontal, &Options { input: Input::Horizontal, ..Options::default() }).unwrap();
    prop_assert_eq!(sentences(&horizontal, &again), bare(sentences(text, &analysis)));
    let second = mubin::report::conllu::read(&one(packs, &horizontal, &again, Format::Conllu, &wishes)).unwrap();
    prop_assert_eq!(second.text(), horizontal.as_str());
    prop_assert_eq!(second.horizontal(), horizontal);

    // JSON carries the text; the clean text is made of it.
    let json: Value = serde_json::from_str(&one(packs, text, &analysis, Format::Json, &wishes)).unwrap();
    prop_assert_eq!(json["text"].as_str(), Some(text));
    for file in files(packs, text, &analysis, Format::Csv, Unit::CodePoint, &wishes) {
        let layer = file.name.trim_end_matches(".csv");
        let rows = csv::Reader::from_reader(file.text.as_bytes()).records().count();
        prop_assert_eq!(rows, json[layer].as_array().unwrap().len(), "a row for each of the {}", layer);
    }
    let clean = one(packs, text, &analysis, Format::Text, &wishes);
    let content = analysis.layout.blocks.iter().filter(|block| block.role.is_content()).map(|block| block.span.of(text));
    let content = content.collect::<Vec<_>>().join("\n\n");
    prop_assert_eq!(clean.strip_suffix('\n').unwrap_or_default(), content);
    Ok(())
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
            Some(packs) => holds_of_any_text(packs, &text)?,
            None => holds_of_any_text(&Packs::new(), &text)?,
        }
    }
}
