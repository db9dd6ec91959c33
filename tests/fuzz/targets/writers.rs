//! Every format that is written can be read by the programs it is meant for, and says what was found: XML well-formed with pointers that lead
//! somewhere, tables of equal rows without formulas, annotations that select what they name, a treebank that gives the text back.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // a document of another shape is what is looked for

use std::collections::{BTreeMap, HashSet};

use mubin::report::Converter;
use mubin::report::formats::{File, Format, Lang, Source, Wishes, write};
use mubin::text::offsets::Unit;
use mubin::{Analysis, Input, Options, Packs};
use quick_xml::Reader;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::Event;
use serde_json::Value;

/// The files of a format.
pub fn files(packs: &Packs, text: &str, analysis: &Analysis, format: Format, unit: Unit, wishes: &Wishes) -> Vec<File> {
    write(format, Source { analysis, packs, at: &Converter::new(text, unit) }, wishes)
}

/// The one file of a format that has one.
pub fn one(packs: &Packs, text: &str, analysis: &Analysis, format: Format, wishes: &Wishes) -> String {
    let mut files = files(packs, text, analysis, format, Unit::Utf16, wishes);
    assert_eq!(files.len(), 1);
    files.remove(0).text
}

/// An element of a document: its name, its attributes, and all text inside it.
#[derive(Default)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub text: String,
}

/// Every element of a well-formed document, each after those inside it.
pub fn elements(xml: &str) -> Vec<Element> {
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

/// What every writer makes of a text leads back to it.
pub fn hold_of_any_text(packs: &Packs, text: &str) {
    let Ok(analysis) = mubin::analyze_with(packs, text, &Options::default()) else { return };
    let wishes = Wishes { text: true, ..Wishes::default() };

    // TEI: well-formed, ids unique, every pointer leads somewhere, and no letter of a block is lost.
    let tei = elements(&one(packs, text, &analysis, Format::Tei, &wishes));
    let mut ids = HashSet::new();
    for id in tei.iter().filter_map(|e| e.attributes.get("xml:id")) {
        assert!(ids.insert(id.as_str()), "{} stands twice", id);
    }
    for (name, value) in tei.iter().flat_map(|e| &e.attributes) {
        if ["who", "toWhom", "ref", "next", "prev", "ana", "calendar"].contains(&name.as_str()) {
            assert!(value.strip_prefix('#').is_some_and(|id| ids.contains(id)), "{}=\"{}\" leads nowhere", name, value);
        }
    }
    let body = tei.iter().position(|e| e.name == "teiHeader").unwrap();
    let blocks: Vec<&str> = tei[body..]
        .iter()
        .filter(|e| matches!(e.name.as_str(), "p" | "ab" | "head" | "byline" | "dateline"))
        .map(|e| e.text.as_str())
        .collect();
    let expected: Vec<String> = analysis.layout.blocks.iter().map(|block| as_xml(block.span.of(text))).collect();
    assert_eq!(blocks, expected);
    assert_eq!(tei.iter().filter(|e| matches!(e.name.as_str(), "w" | "pc")).count(), analysis.tokens.len());

    // The report: well-formed too, nothing in it that runs or loads.
    for lang in [Lang::Arabic, Lang::English] {
        let page = elements(&one(packs, text, &analysis, Format::Report, &Wishes { lang, ..Wishes::default() }));
        let inert = |e: &Element| {
            !matches!(e.name.as_str(), "script" | "img" | "link" | "iframe" | "a")
                && !e.attributes.keys().any(|k| k.starts_with("on") || k == "style")
        };
        assert!(page.iter().all(inert));
        assert!(page.iter().all(|e| e.name != "dt" && e.name != "h2" || !e.text.is_empty()), "every heading has its phrase");
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
            assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r']) || number(cell)), "{:?}", row);
            if let (Some(start), Some(end), Some(slice)) = (at("start"), at("end"), at("text"))
                && file.name != "keyphrases.csv"
            {
                let place: String = points[row[start].parse().unwrap()..row[end].parse().unwrap()].iter().collect();
                let guarded = row[slice].trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']);
                assert_eq!(if guarded { &row[slice][1..] } else { &row[slice] }, place);
            }
        }
    }

    // Web Annotations: both selectors say the same, and say it of this text.
    let page: Value = serde_json::from_str(&one(packs, text, &analysis, Format::WebAnnotation, &wishes)).unwrap();
    let items = page["first"]["items"].as_array().unwrap();
    assert_eq!(page["total"].as_u64(), Some(items.len() as u64));
    for target in items.iter().flat_map(|item| item["target"].as_array().unwrap()) {
        let [quote, position] = [&target["selector"][0], &target["selector"][1]];
        let [start, end] = ["start", "end"].map(|edge| position[edge].as_u64().unwrap() as usize);
        assert_eq!(quote["exact"].as_str().unwrap(), points[start..end].iter().collect::<String>());
        let (before, after): (String, String) = (points[..start].iter().collect(), points[end..].iter().collect());
        assert!(before.ends_with(quote["prefix"].as_str().unwrap()) && after.starts_with(quote["suffix"].as_str().unwrap()));
    }

    // CoNLL-U: the text comes back exactly, and read in again it has the same tokens in the same sentences.
    let treebank = mubin::report::conllu::read(&one(packs, text, &analysis, Format::Conllu, &wishes)).unwrap();
    assert_eq!(treebank.text(), text);
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
    assert_eq!(sentences(&horizontal, &again), bare(sentences(text, &analysis)));
    let second = mubin::report::conllu::read(&one(packs, &horizontal, &again, Format::Conllu, &wishes)).unwrap();
    assert_eq!(second.text(), horizontal.as_str());
    assert_eq!(second.horizontal(), horizontal);

    // JSON carries the text; the clean text is made of it.
    let json: Value = serde_json::from_str(&one(packs, text, &analysis, Format::Json, &wishes)).unwrap();
    assert_eq!(json["text"].as_str(), Some(text));
    for file in files(packs, text, &analysis, Format::Csv, Unit::CodePoint, &wishes) {
        let layer = file.name.trim_end_matches(".csv");
        let rows = csv::Reader::from_reader(file.text.as_bytes()).records().count();
        assert_eq!(rows, json[layer].as_array().unwrap().len(), "a row for each of the {}", layer);
    }
    let clean = one(packs, text, &analysis, Format::Text, &wishes);
    let content = analysis.layout.blocks.iter().filter(|block| block.role.is_content()).map(|block| block.span.of(text));
    let content = content.collect::<Vec<_>>().join("\n\n");
    assert_eq!(clean.strip_suffix('\n').unwrap_or_default(), content);
}
