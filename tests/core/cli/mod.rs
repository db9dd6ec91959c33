//! The command line as its users call it.

mod help;
mod streams;
mod terminal;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder of its own, gone when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("mubin-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn file(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub fn mubin(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_mubin"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let feeder = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    // The program may stop reading early.
    let _ = feeder.join().unwrap();
    output
}

fn json(output: &Output) -> serde_json::Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&output.stdout)))
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const TEXT: &str = "وصل 😀 الوفد. ثم غادر.\n";

#[test]
fn offsets_count_in_the_unit_asked_for() {
    for (unit, start) in [("codepoint", 6), ("utf16", 7), ("utf8", 12)] {
        let result = json(&mubin(&["analyze", "--offsets", unit], TEXT.as_bytes()));
        assert_eq!(result["unit"], unit);
        assert_eq!(result["tokens"][2]["start"], start, "{unit}");
        assert_eq!(result["schema"], "mubin/1");
        assert_eq!(result["sentences"].as_array().unwrap().len(), 2);
    }
}

#[test]
fn horizontal_keeps_lines_and_pieces() {
    let result = json(&mubin(&["analyze", "--input", "horizontal"], "قال: نعم .\nلا\n".as_bytes()));
    assert_eq!(result["tokens"].as_array().unwrap().len(), 4);
    assert_eq!(result["sentences"].as_array().unwrap().len(), 2);
}

#[test]
fn html_gives_the_text_its_offsets_refer_to() {
    let result = json(&mubin(&["analyze", "--input", "html"], "<nav>قائمة</nav><p>وصل <b>الوفد</b>.</p>".as_bytes()));
    assert_eq!(result["text"], "وصل الوفد.\n");
    assert_eq!(result["tokens"].as_array().unwrap().len(), 3);
}

#[test]
fn a_stream_keeps_its_order_and_survives_bad_records() {
    let mut input = String::new();
    for i in 0..1500 {
        input.push_str(&match i % 7 {
            3 => "{broken\n".to_string(),
            5 => format!("{{\"id\":{i}}}\n"),
            6 => format!("{{\"id\":{i},\"text\":\"  \"}}\n"),
            _ => format!("{{\"id\":{i},\"text\":\"وصل الوفد رقم {i}.\"}}\n"),
        });
    }
    let one = mubin(&["analyze", "--input", "jsonl"], input.as_bytes());
    let four = mubin(&["analyze", "--input", "jsonl", "--threads", "4"], input.as_bytes());
    assert_eq!(one.status.code(), Some(2));
    assert_eq!(one.stdout, four.stdout);
    assert_eq!(one.stderr, four.stderr);
    let lines: Vec<serde_json::Value> =
        one.stdout.split(|b| *b == b'\n').filter(|l| !l.is_empty()).map(|l| serde_json::from_slice(l).unwrap()).collect();
    assert_eq!(lines.len(), 1500);
    for (i, line) in lines.iter().enumerate() {
        match i % 7 {
            3 => assert_eq!((&line["id"], &line["error"]["kind"]), (&serde_json::Value::Null, &"bad-json".into())),
            5 => assert_eq!((&line["id"], &line["error"]["kind"]), (&i.into(), &"bad-record".into())),
            6 => assert_eq!((&line["id"], &line["error"]["kind"]), (&i.into(), &"empty-text".into())),
            _ => assert_eq!((&line["id"], &line["tokens"][2]["kind"]), (&i.into(), &"word".into())),
        }
    }
    assert!(stderr(&one).contains("line 4: "), "{}", stderr(&one).lines().next().unwrap());
}

#[test]
fn bad_input_is_one_message_and_exit_2() {
    for (arguments, input, message) in [
        (&["analyze"][..], &b"\xD8\xA8\xFF\xFE"[..], "standard input: line 1: not UTF-8: the byte at offset 2"),
        (&["diacritize"], b"x\n\nx\xFF", "standard input: line 3: not UTF-8"),
        (&["words"], b"\n\xFF", "standard input: line 2: not UTF-8"),
        (&["analyze", "--input", "conllu"], b"# x\n1\tword\n", "standard input: line 2: a line has ten columns"),
        (&["analyze"], b" \n ", "nothing but white space"),
        (&["analyze", "/nowhere/at/all.txt"], b"", "/nowhere/at/all.txt: "),
        (&["analyze", "--layers", "tokens,colours"], b"x", "no layer called 'colours'"),
        (&["analyze", "--date", "2024-02-30"], b"x", "is not a date"),
    ] {
        let output = mubin(arguments, input);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains(message), "{arguments:?}: {}", stderr(&output));
        assert_eq!(stderr(&output).lines().count(), 1);
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn layers_that_were_not_asked_for_are_empty() {
    let output = mubin(&["analyze", "--layers", "tokens,corrections"], TEXT.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let result = json(&output);
    // Without packs words are not corrected, which is said.
    assert!(result["missing"].as_array().unwrap().is_empty() || stderr(&output).contains("language packs"));
    assert_eq!(result["entities"], serde_json::json!([]));
    assert_eq!(result["mentions"], serde_json::json!([]));
    assert_eq!(result["blocks"], serde_json::json!([]));
    assert!(result["statistics"].is_null());
    assert!(!result["tokens"].as_array().unwrap().is_empty());
}

#[test]
fn a_treebank_comes_out_and_vowels_go_in() {
    if crate::packs::packs().is_none() {
        return;
    }
    let text = "وقال موظفون إن السفارة شددت اجراءاتها .\nكتبوا للفنون\n";
    let output = mubin(&["analyze", "--input", "horizontal", "--format", "conllu", "--offsets", "codepoint"], text.as_bytes());
    let lines = String::from_utf8(output.stdout).unwrap();
    assert!(lines.starts_with("# newpar\n# sent_id = 1\n# text = وقال موظفون إن السفارة شددت اجراءاتها .\n1-2\tوقال\t"), "{lines}");
    let row =
        |word: &str| lines.lines().find(|l| l.split('\t').nth(1) == Some(word)).unwrap_or_else(|| panic!("{word}: {lines}")).to_string();
    assert!(row("السفارة").contains("Start=15|End=22|Seg=ال+سفار+ة|Tags=DET+NOUN+NSUFF|Diac=السِّفَارَةَ"), "{}", row("السفارة"));
    assert!(row("للفنون").contains("Seg=ل+ال+فنون|Tags=PREP+DET+NOUN"), "{}", row("للفنون"));
    assert!(row("الفنون").contains("\tفَنّ\tNOUN\t"), "{}", row("الفنون"));
    assert!(row("كتبوا").contains("Root=كتب|Pattern=فَعَل"), "{}", row("كتبوا"));
    assert_eq!(lines.lines().filter(|l| l.contains("Start=")).count(), 9);

    let vowelled = mubin(&["diacritize"], "قال  الوزير:\n\tإن (FBI) 3.5%\r\n".as_bytes());
    assert_eq!(String::from_utf8(vowelled.stdout).unwrap(), "قَالَ  الْوَزِيرُ:\n\tإِنَّ (FBI) 3.5%\r\n");
    let empty = mubin(&["diacritize"], b" \n");
    assert_eq!((empty.status.code(), empty.stdout), (Some(0), b" \n".to_vec()));
}

#[test]
fn a_format_goes_to_standard_output_or_into_a_folder() {
    let out = |arguments: &[&str]| {
        let output = mubin(arguments, TEXT.as_bytes());
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", stderr(&output));
        String::from_utf8(output.stdout).unwrap()
    };
    let table = out(&["analyze", "--format", "csv", "--layer", "tokens", "--offsets", "utf16"]);
    assert!(table.starts_with("token,start,end,sentence,kind,text,") && table.contains("\r\n1,4,6,0,emoji,😀,"), "{table}");
    assert!(out(&["analyze", "--format", "tei", "--lang", "en", "--title", "A & B"]).contains("<title>A &amp; B</title>"));
    assert!(out(&["analyze", "--format", "report", "--lang", "en"]).contains("<html lang=\"en\" dir=\"ltr\">"));
    assert_eq!(out(&["analyze", "--format", "text"]), TEXT);
    let notes = json(&mubin(&["analyze", "--format", "webannotation", "--offsets", "utf8"], TEXT.as_bytes()));
    assert_eq!(notes["first"]["items"][0]["target"][0]["source"], "text.txt");
    assert_eq!(json(&mubin(&["analyze", "--text"], TEXT.as_bytes()))["text"], TEXT);
    assert!(json(&mubin(&["analyze"], TEXT.as_bytes()))["text"].is_null());

    let place = std::env::temp_dir().join(format!("mubin-formats-{}", std::process::id()));
    let (input, folder) = (place.join("نص 1.txt"), place.join("out"));
    std::fs::create_dir_all(&place).unwrap();
    std::fs::write(&input, TEXT).unwrap();
    let [input, folder] = [&input, &folder].map(|path| path.to_str().unwrap());
    assert_eq!(out(&["analyze", "--format", "csv", "--layers", "tokens,blocks", "--out", folder, input]), "");
    assert_eq!(out(&["analyze", "--format", "webannotation", "--out", folder, input]), "");
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["نص 1.annotations.jsonld", "نص 1.blocks.csv", "نص 1.tokens.csv"]);
    let notes = std::fs::read_to_string(Path::new(folder).join("نص 1.annotations.jsonld")).unwrap();
    assert!(notes.contains("\"source\":\"%D9%86%D8%B5%201.txt\""), "{notes}");

    for (arguments, message) in [
        (&["--format", "csv"][..], "name one with --layer"),
        (&["--format", "csv", "--layer", "tokens,blocks"], "name one with --layer"),
        (&["--format", "csv", "--layer", "colours"], "no table called 'colours'"),
        (&["--format", "tei", "--layer", "tokens"], "tei has none"),
        (&["--format", "tei", "a.txt", "b.txt"], "name a folder with --out"),
        (&["--format", "text", "--out", folder, "a/x.txt", "b/x.md"], "written under the name of b/x.md"),
        (&["--format", "report", "--input", "jsonl"], "records of jsonl"),
    ] {
        let output = mubin(&[&["analyze"], arguments].concat(), TEXT.as_bytes());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains(message), "{arguments:?}: {}", stderr(&output));
        assert!(output.stdout.is_empty());
    }
    std::fs::remove_dir_all(place).unwrap();
}

#[test]
fn packs_are_looked_for_where_they_are_said_to_be() {
    let nowhere = std::env::temp_dir().join("mubin-no-packs");
    std::fs::create_dir_all(&nowhere).unwrap();
    let folder = nowhere.to_str().unwrap();
    let output = mubin(&["diacritize", "--packs", folder], TEXT.as_bytes());
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("no language packs"), "{}", stderr(&output));
    let damaged = std::env::temp_dir().join(format!("mubin-damaged-{}", std::process::id()));
    std::fs::create_dir_all(&damaged).unwrap();
    std::fs::write(damaged.join("lexicon.pack"), b"MUBN").unwrap();
    let output = mubin(&["analyze", "--packs", damaged.to_str().unwrap()], TEXT.as_bytes());
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("damaged"), "{}", stderr(&output));
    std::fs::remove_dir_all(damaged).unwrap();
}

#[test]
fn a_text_is_written_in_latin_letters_and_read_back() {
    let text = "قال: iPhone 12، ٱلله\n";
    let out = |arguments: &[&str], input: &[u8]| {
        let output = mubin(arguments, input);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", stderr(&output));
        String::from_utf8(output.stdout).unwrap()
    };
    let there = out(&["transliterate", "--to", "buckwalter"], text.as_bytes());
    assert_eq!(there, "qAl: \\iPhone\\ 12، {llh\n");
    assert_eq!(out(&["transliterate", "--from", "buckwalter", "--to", "arabic"], there.as_bytes()), text);
    assert_eq!(out(&["transliterate", "--from", "buckwalter", "--to", "hsb"], b"<n~"), "Ǎn~");
    assert_eq!(out(&["transliterate", "--to", "ala-lc"], b" \n"), " \n");
    if crate::packs::packs().is_some() {
        let book = "هذا كتاب الوزير.".as_bytes();
        assert_eq!(out(&["transliterate", "--to", "ala-lc"], book), "hādhā kitāb al-wazīr.");
        assert_eq!(out(&["transliterate", "--to", "ala-lc", "--endings", "keep"], book), "hādhā kitābu al-wazīri.");
    }
    let refused = mubin(&["transliterate", "--from", "ipa", "--to", "arabic"], b"x");
    assert_eq!(refused.status.code(), Some(2));
    assert!(stderr(&refused).contains("does not lead back"));
}

#[test]
fn differences_of_writing_are_made_equal() {
    let out = |arguments: &[&str], input: &str| String::from_utf8(mubin(arguments, input.as_bytes()).stdout).unwrap();
    assert_eq!(out(&["normalize", "--preset", "search"], "الإِدَارَةُ  ١٢؟"), "الاداره 12?");
    assert_eq!(out(&["normalize", "--folds", "tatweel,digits-arabic"], "مـــرحبا 12"), "مرحبا ١٢");
    assert_eq!(out(&["normalize", "--preset", "storage", "--folds", "case"], "Aـ \u{200B}"), "a");
    for arguments in [&["normalize"][..], &["normalize", "--folds", "x"], &["normalize", "--folds", "digits-latin,digits-arabic"]] {
        let output = mubin(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty() && output.stdout.is_empty());
    }
}

#[test]
fn words_are_counted_and_looked_up() {
    let out = |arguments: &[&str], input: &str| {
        let output = mubin(arguments, input.as_bytes());
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", stderr(&output));
        String::from_utf8(output.stdout).unwrap()
    };
    let text = "قال الوزير إن الإدارة جديدة. وأكد الوزير أن اداره أخرى، \"كبيرة\"، آتية.";
    assert_eq!(out(&["words", "--limit", "1", "--function-words", "drop"], text), "form    count\nالوزير  2\n");
    assert_eq!(out(&["words", "--limit", "1", "--format", "jsonl"], text), "{\"form\":\"أن\",\"count\":2}\n");
    assert_eq!(out(&["ngrams", "--format", "csv"], "كان يا ما كان يا\nما كان يا\n"), "words,count\r\nكان يا,3\r\nما كان,2\r\n");
    let csv = out(&["concordance", "--query", "ادارة", "--format", "csv", "--window", "3"], text);
    let line = "start,end,sentence,before,node,after\r\n44,49,1,وأكد الوزير أن,اداره,\"أخرى، \"\"كبيرة\"\"، آتية\"\r\n";
    assert_eq!(csv, line);
    let near = out(&["collocations", "--query", "الوزير", "--join", "form", "--minimum", "1", "--after", "0", "--format", "jsonl"], text);
    assert_eq!(near.lines().count(), 2, "{near}");
    assert!(near.starts_with("{\"word\":\"قال\",\"count\":1,\"before\":1,\"after\":0,\"frequency\":1,\"log_dice\":13.415,"), "{near}");
    if crate::packs::packs().is_some() {
        assert!(out(&["words", "--by", "root"], text).contains("وزر   2\n"));
        assert_eq!(out(&["concordance", "--query", "VERB NOUN", "--by", "tags", "--format", "jsonl"], text).lines().count(), 2);
        assert!(out(&["words", "--keyness"], text).contains("NOUN  2"));
    }
    for (arguments, message) in [
        (&["concordance", "--query", "WORDY", "--by", "tags"][..], "'WORDY' means nothing"),
        (&["concordance", "--query", "x", "--sort", "colour"], "no sort key called 'colour'"),
        (&["ngrams", "--n", "9"], "9 is not in 2..=5"),
    ] {
        let output = mubin(arguments, b"x");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains(message), "{}", stderr(&output));
    }
}
