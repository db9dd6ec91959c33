//! The fuzz targets on golden texts that a seeded generator spoils: seconds of what `./build.sh fuzz` does for as long as it is let. And what fuzzing
//! found, a case each.
//!
//! `MUBIN_FUZZ` asks for more rounds than the few hundred of a usual run.

use std::path::{Path, PathBuf};

use mubin::{Input, Options, analyze_with};
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use crate::packs::{folder, packs};
use crate::shapes::SHAPES;
use crate::targets;

/// Numbers that look random and are the same in every run (SplitMix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// What is put where it does not belong.
const ODD: [&str; 36] = [
    "\u{200F}",
    "\u{202E}",
    "\u{2066}",
    "\u{2069}",
    "\u{64E}",
    "\u{651}\u{651}",
    "\u{200D}",
    "\u{FEFF}",
    "\u{FE0F}",
    "\u{1F1EE}",
    "\u{AD}",
    "\u{0}",
    "\u{FFFD}",
    "\u{2028}",
    "\r\n",
    "\n\n",
    "\t",
    "«",
    "»",
    "\"",
    "(",
    "]",
    ":",
    "،",
    ".",
    "…",
    "ـ",
    "و",
    "ال",
    "قال",
    "٣٫٥",
    "2015",
    "</p><b x='",
    "&#x6;",
    "|SpacesAfter=\\",
    "😀",
];

/// A text with some of it lost, doubled, moved, altered or put in from another.
fn spoiled(random: &mut Random, seeds: &[Vec<u8>], most: usize) -> Vec<u8> {
    let mut bytes = piece(random, seeds, most);
    for _ in 0..1 + random.below(6) {
        let at = random.below(bytes.len() + 1);
        let end = (at + random.below(24)).min(bytes.len());
        match random.below(7) {
            0 => drop(bytes.drain(at..end)),
            1 => {
                let again = bytes[at..end].repeat(1 + random.below(9));
                bytes.splice(at..at, again);
            }
            2 => drop(bytes.splice(at..end, random.of(&ODD).bytes())),
            3 => drop(bytes.splice(at..at, random.of(&ODD).repeat(1 + random.below(40)).into_bytes())),
            4 => {
                let other = piece(random, seeds, 60);
                bytes.splice(at..end, other);
            }
            5 => drop(bytes.splice(at..at, [random.next() as u8])),
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << random.below(8);
                }
            }
        }
    }
    bytes
}

/// A piece of one of them.
fn piece(random: &mut Random, seeds: &[Vec<u8>], most: usize) -> Vec<u8> {
    let seed = random.of(seeds);
    cut(random, seed, most)
}

/// A piece of it.
fn cut(random: &mut Random, bytes: &[u8], most: usize) -> Vec<u8> {
    let from = random.below(bytes.len().saturating_sub(most / 2));
    bytes[from..(from + random.below(most)).min(bytes.len())].to_vec()
}

fn files(folder: &Path, into: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() { files(&path, into) } else { into.push(path) }
    }
}

/// Golden files whose names end so.
fn golden(end: &str) -> Vec<Vec<u8>> {
    let mut paths = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden"), &mut paths);
    let named = paths.into_iter().filter(|path| path.to_str().is_some_and(|path| path.ends_with(end)));
    named.map(|path| std::fs::read(path).unwrap()).collect()
}

/// So many rounds with inputs of the generator, which a panic names.
fn rounds(usual: usize, seed: u64, make: impl Fn(&mut Random) -> Vec<u8>, run: impl Fn(&[u8])) {
    let rounds = std::env::var("MUBIN_FUZZ").ok().and_then(|n| n.parse().ok()).unwrap_or(usual);
    let mut random = Random(seed);
    for round in 0..rounds {
        let bytes = make(&mut random);
        let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| run(&bytes)));
        assert!(outcome.is_ok(), "round {round}: {:?}", String::from_utf8_lossy(&bytes));
    }
}

/// The packs where they are made, else none: what is read without them must hold too.
fn some_packs() -> &'static mubin::Packs {
    static NONE: std::sync::LazyLock<mubin::Packs> = std::sync::LazyLock::new(mubin::Packs::new);
    packs().unwrap_or(&NONE)
}

#[test]
fn spoiled_texts_are_analysed() {
    let seeds = golden(".txt");
    rounds(250, 1, |random| spoiled(random, &seeds, 900), |bytes| targets::analyze(some_packs(), bytes));
}

#[test]
fn spoiled_texts_are_written_and_read_back() {
    let seeds = golden(".txt");
    rounds(
        120,
        2,
        |random| spoiled(random, &seeds, 700),
        |bytes| targets::writers::hold_of_any_text(some_packs(), &targets::text_of(bytes)),
    );
}

#[test]
fn spoiled_edits_find_what_a_fresh_analysis_finds() {
    let seeds = golden(".txt");
    let edited = |random: &mut Random| {
        let mut bytes = spoiled(random, &seeds, 500);
        for _ in 0..3 {
            bytes.extend([0, 1 + random.below(255) as u8, 1 + random.below(20) as u8]);
            bytes.extend(spoiled(random, &seeds, 40));
        }
        bytes
    };
    rounds(100, 3, edited, |bytes| targets::edits::same_as_fresh(some_packs(), bytes));
}

#[test]
fn spoiled_files_are_decoded() {
    let seeds = golden(".txt");
    rounds(400, 4, |random| spoiled(random, &seeds, 400), targets::importers::encodings);
    let noise = |random: &mut Random| (0..random.below(600)).map(|_| random.next() as u8).collect::<Vec<u8>>();
    rounds(300, 5, noise, targets::importers::encodings);
    rounds(100, 6, noise, |bytes| targets::analyze(some_packs(), bytes));
}

#[test]
fn spoiled_pages_treebanks_and_token_lines_are_read() {
    let pages = golden(".html");
    rounds(300, 7, |random| spoiled(random, &pages, 900), |bytes| targets::importers::html(some_packs(), bytes));
    let treebanks: Vec<Vec<u8>> = golden(".conllu");
    rounds(400, 8, |random| spoiled(random, &treebanks, 1500), |bytes| targets::importers::treebank(some_packs(), bytes));
    let texts = golden(".txt");
    rounds(150, 9, |random| spoiled(random, &texts, 500), |bytes| targets::importers::horizontal(some_packs(), bytes));
}

#[test]
fn packs_of_any_bytes_are_refused_or_used() {
    let Some(_) = packs() else { return };
    let files = targets::packs::files(&folder()).unwrap();
    let heads: Vec<Vec<u8>> = files.iter().map(|(_, bytes)| bytes[..400].to_vec()).collect();
    rounds(400, 10, |random| spoiled(random, &heads, 300), targets::packs::arbitrary);
    let plan = |random: &mut Random| (0..1 + 4 * (1 + random.below(6))).map(|_| random.next() as u8).collect::<Vec<u8>>();
    rounds(40, 11, plan, |bytes| targets::packs::altered(&files, bytes));
}

/// A stream of spoiled records: a line out for every line in that is not empty, each an object with its id or its error.
#[test]
fn spoiled_records_are_answered_line_by_line() {
    let mut random = Random(12);
    let texts = golden(".txt");
    let records: Vec<Vec<u8>> = texts
        .iter()
        .enumerate()
        .map(|(id, text)| {
            let text = String::from_utf8_lossy(&cut(&mut random, text, 300)).into_owned();
            serde_json::json!({ "id": id, "text": text, "of": [[], { "deep": null }] }).to_string().into_bytes()
        })
        .collect();
    rounds(400, 13, |random| spoiled(random, &records, 500), |bytes| targets::records::lines(some_packs(), bytes));
    let mut input = Vec::new();
    let mut expected = 0;
    for round in 0..600 {
        let mut line = if round % 100 == 99 { "[".repeat(20_000).into_bytes() } else { spoiled(&mut random, &records, 500) };
        line.retain(|byte| *byte != b'\n' && *byte != b'\r');
        expected += usize::from(!line.iter().all(u8::is_ascii_whitespace));
        input.extend(line);
        input.push(b'\n');
    }
    let output = crate::cli::mubin(&["analyze", "--input", "jsonl", "--layers", "tokens"], &input);
    assert!(matches!(output.status.code(), Some(0 | 2)), "{:?}", output.status);
    let lines: Vec<serde_json::Value> =
        output.stdout.split(|b| *b == b'\n').filter(|l| !l.is_empty()).map(|l| serde_json::from_slice(l).unwrap()).collect();
    assert_eq!(lines.len(), expected);
    assert!(lines.iter().all(|line| line["schema"].is_string() || line["error"]["kind"].is_string()));
}

/// Every invariant over a text, with the packs where they are made.
fn holds(text: &str) {
    if let Ok(analysis) = analyze_with(some_packs(), text, &Options::default()) {
        targets::invariants::hold(text, &analysis, Input::Text);
    }
}

#[test]
fn invariants_hold_in_every_shape() {
    for (_, make) in SHAPES {
        holds(&make(300));
    }
}

/// Texts so large that a stage of squares would not end.
#[test]
fn invariants_hold_in_the_largest_texts() {
    for text in [
        format!("ب{} ت", "\u{64E}".repeat(10_000)),
        format!("ب{} ت", "\u{200D}\u{651}".repeat(10_000)),
        format!("قال{}نعم{}.", " «".repeat(10_000), "» ".repeat(10_000)),
        format!("قال{}نعم{}.", "(".repeat(10_000), ")".repeat(10_000)),
        format!("{}نعم{}.", "\u{2067}\u{202E}".repeat(10_000), "\u{2069}\u{202C}".repeat(10_000)),
        "\n".repeat(1_000_000) + "نعم",
        "نعم abc ".repeat(20_000),
    ] {
        holds(&text);
    }
}

#[test]
fn invariants_hold_in_a_line_of_five_megabytes() {
    let unit = "وصل الوفد الى المدينة مساء امس وعقد اجتماعا طويلا مع المحافظ ";
    let text = unit.repeat(5_000_000 / unit.len() + 1);
    let analysis = mubin::analyze(&text, &Options::default()).unwrap();
    targets::invariants::hold(&text, &analysis, Input::Text);
}

/// Every character that Unicode assigns: alone, in a word, after a mark, before one.
#[test]
fn invariants_hold_with_every_assigned_character() {
    let other = |c: char| matches!(c.general_category(), GeneralCategory::Unassigned | GeneralCategory::PrivateUse);
    let assigned: Vec<char> = ('\0'..=char::MAX).filter(|&c| !other(c)).collect();
    assert!(assigned.len() > 140_000);
    for some in assigned.chunks(4_000) {
        let text: String = some.iter().map(|c| format!("{c} كتا{c}ب\u{64E}{c}\u{651} ")).collect();
        holds(&text);
    }
}
