//! Streams of records, and files shared among threads.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};

use super::{Folder, json, mubin, stderr};
use serde_json::Value;

fn lines(output: &std::process::Output) -> Vec<Value> {
    String::from_utf8_lossy(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn an_id_comes_back_letter_by_letter() {
    for id in ["12345678901234567890123", "1.50", "\"\\u0627\"", "null", "[1, {\"a\": 2}]", "true"] {
        let output =
            mubin(&["analyze", "--input", "jsonl", "--layers", "tokens"], format!("{{\"id\": {id}, \"text\": \"نص\"}}\r\n").as_bytes());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        assert!(output.stdout.starts_with(format!("{{\"id\":{id},\"schema\":\"mubin/1\",").as_bytes()), "{id}");
    }
    let output = mubin(&["analyze", "--input", "jsonl"], "\u{FEFF}{\"text\":\"نص\",\"other\":[]}\n\n".as_bytes());
    assert_eq!(lines(&output)[0]["id"], Value::Null);
}

#[test]
fn every_bad_record_is_told_with_its_line_and_the_others_come_out() {
    let input = [
        &b"{\"id\":1,\"text\":\"\xD9\x86\xD8\xB5\"}\n"[..],
        b"\n",
        b"{\"id\":2,\"text\":\"\xFF\"}\n",
        b"[\"id\",\"text\"]\n",
        b"\"text\"\n",
        b"{\"id\":3,\"text\":7}\n",
        b"{\"id\":4,\"text\":null}\n",
        b"{\"id\":5}\n",
        b"{\"id\":6,\"text\":\"\\ud800\"}\n",
        b"{\"id\":7,\"text\":\"x\"\n",
        b"{\"id\":8,\"text\":\" \"}\n",
        b"{\"id\":9,\"text\":\"\xD9\x86\xD8\xB5\"}",
    ]
    .concat();
    let output = mubin(&["analyze", "--input", "jsonl", "--layers", "tokens"], &input);
    assert_eq!(output.status.code(), Some(2));
    let got: Vec<(String, String)> =
        lines(&output).iter().map(|line| (line["id"].to_string(), line["error"]["kind"].as_str().unwrap_or("").to_string())).collect();
    let expected = [
        ("1", ""),
        ("null", "not-utf8"),
        ("null", "bad-record"),
        ("null", "bad-record"),
        ("3", "bad-record"),
        ("4", "bad-record"),
        ("5", "bad-record"),
        ("null", "bad-json"),
        ("null", "bad-json"),
        ("8", "empty-text"),
        ("9", ""),
    ];
    assert_eq!(got, expected.map(|(id, kind)| (id.to_string(), kind.to_string())));
    let told: Vec<usize> = stderr(&output)
        .lines()
        .map(|line| line.strip_prefix("mubin: standard input: line ").unwrap().split_once(':').unwrap().0.parse().unwrap())
        .collect();
    assert_eq!(told, [3, 4, 5, 6, 7, 8, 9, 10, 11]);
    assert!(lines(&output).iter().all(|line| line["error"].is_null() || !line["error"]["message"].as_str().unwrap().is_empty()));
}

#[test]
fn every_verb_that_writes_texts_takes_records() {
    let input = "{\"id\":\"a\",\"text\":\"الإِدَارَةُ\"}\n{\"id\":\"b\",\"text\":\" \"}\n".as_bytes();
    let of = |arguments: &[&str]| {
        let output = mubin(&[arguments, &["--input", "jsonl", "--threads", "2"]].concat(), input);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", stderr(&output));
        lines(&output)
    };
    assert_eq!(of(&["normalize", "--preset", "search"])[0], serde_json::json!({"id": "a", "text": "الاداره"}));
    assert_eq!(of(&["transliterate", "--to", "buckwalter"])[0], serde_json::json!({"id": "a", "text": "Al<idaArapu"}));
    assert_eq!(of(&["normalize", "--folds", "marks"])[1], serde_json::json!({"id": "b", "text": " "}));
    if crate::packs::packs().is_none() {
        return;
    }
    assert_eq!(of(&["diacritize"])[1], serde_json::json!({"id": "b", "text": " "}));
    let slip = "{\"id\":1,\"text\":\"شددت السفارة اجراءات الدخول.\"}\n".as_bytes();
    let listed = lines(&mubin(&["correct", "--input", "jsonl"], slip));
    assert_eq!((&listed[0]["id"], &listed[0]["corrections"][0]["text"]), (&1.into(), &"اجراءات".into()));
    let mended = lines(&mubin(&["correct", "--input", "jsonl", "--apply"], slip));
    assert_eq!(mended[0]["text"], "شددت السفارة إجراءات الدخول.");
}

#[test]
fn html_and_treebanks_are_read_by_every_verb() {
    let html = "<nav>قائمة</nav><p>مـــرحبا</p>".as_bytes();
    let out = |arguments: &[&str], input: &[u8]| String::from_utf8(mubin(arguments, input).stdout).unwrap();
    assert_eq!(out(&["normalize", "--folds", "tatweel", "--input", "html"], html), "مرحبا\n");
    let treebank =
        "1-2\tوقال\t_\t_\t_\t_\t_\t_\t_\t_\n1\tو\t_\t_\t_\t_\t_\t_\t_\t_\n2\tقال\t_\t_\t_\t_\t_\t_\t_\t_\n3\tنعم\t_\t_\t_\t_\t_\t_\t_\t_\n";
    assert_eq!(out(&["transliterate", "--to", "buckwalter", "--input", "conllu"], treebank.as_bytes()), "wqAl nEm\n");
    let result = json(&mubin(&["analyze", "--input", "conllu", "--layers", "tokens"], treebank.as_bytes()));
    assert_eq!((&result["text"], result["tokens"].as_array().unwrap().len()), (&"وقال نعم\n".into(), 2));
    assert!(out(&["words", "--input", "conllu"], treebank.as_bytes()).contains("وقال  1\n"));
}

/// A result that carries its text is a record itself.
#[test]
fn a_result_is_read_back() {
    let text = "وصل الوفد إلى بغداد يوم 16 نوفمبر 2015.\n\nوقال رئيسه إن الزيارة ناجحة.";
    let first = mubin(&["analyze", "--format", "jsonl", "--text"], text.as_bytes());
    let second = mubin(&["analyze", "--input", "jsonl", "--text"], &first.stdout);
    let again = String::from_utf8(second.stdout).unwrap();
    assert_eq!(again.replacen("{\"id\":null,", "{", 1), String::from_utf8(first.stdout).unwrap());
}

#[test]
fn files_that_are_shared_among_threads_come_out_in_their_order() {
    let folder = Folder::new("shared");
    let mut files: Vec<String> = (0..20).map(|i| folder.file(&format!("{i}.txt"), format!("وصل الوفد رقم {i}."))).collect();
    files.insert(7, folder.file("empty.txt", " "));
    files.insert(3, folder.0.join("missing.txt").to_str().unwrap().to_string());
    let run = |threads: &str, verb: &[&str]| {
        let mut arguments = [verb, &["--threads", threads]].concat();
        arguments.extend(files.iter().map(String::as_str));
        mubin(&arguments, b"")
    };
    for verb in [&["analyze", "--format", "jsonl", "--layers", "tokens", "--text"][..], &["normalize", "--preset", "search"]] {
        let (one, four) = (run("1", verb), run("4", verb));
        assert_eq!((&one.stdout, &one.stderr, one.status.code()), (&four.stdout, &four.stderr, four.status.code()));
        assert_eq!(four.status.code(), Some(2));
        assert!(stderr(&four).contains("missing.txt: "));
    }
    assert_eq!(lines(&run("4", &["analyze", "--format", "jsonl", "--layers", "tokens", "--text"])).len(), 20);
}

#[test]
fn a_lenient_stream_ends_well() {
    let input = "{\"id\":1,\"text\":\"نص\"}\n{broken\n{\"id\":2,\"text\":\" \"}\n".as_bytes();
    let strict = mubin(&["analyze", "--input", "jsonl", "--layers", "tokens"], input);
    let lenient = mubin(&["analyze", "--input", "jsonl", "--layers", "tokens", "--lenient"], input);
    assert_eq!((strict.status.code(), lenient.status.code()), (Some(2), Some(0)));
    assert_eq!((&strict.stdout, &strict.stderr), (&lenient.stdout, &lenient.stderr));
    let missing = mubin(&["analyze", "--input", "jsonl", "--lenient", "/nowhere/records.jsonl"], b"");
    assert_eq!(missing.status.code(), Some(2), "a file that cannot be read is no bad record");
}

/// While one thread is at a long record the others go on, and wait with what they have.
#[test]
fn a_long_record_keeps_its_place() {
    let mut input = String::new();
    for i in 0..600 {
        let text =
            if i % 200 == 1 { "وصل الوفد إلى بغداد. ".repeat(8_000) } else { format!("وصل الوفد رقم {i}.") };
        input.push_str(&format!("{{\"id\":{i},\"text\":\"{text}\"}}\n"));
    }
    let run = |threads| mubin(&["analyze", "--input", "jsonl", "--layers", "tokens", "--threads", threads], input.as_bytes()).stdout;
    let one = run("1");
    assert_eq!(one.iter().filter(|&&byte| byte == b'\n').count(), 600);
    assert!(one == run("4"));
}

fn stream(threads: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_mubin"))
        .args(["analyze", "--input", "jsonl", "--layers", "tokens", "--threads", threads])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

#[test]
fn a_line_is_answered_when_it_has_come() {
    for threads in ["1", "3"] {
        let mut child = stream(threads);
        let (mut input, mut output) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
        for i in 0..5 {
            writeln!(input, "{{\"id\":{i},\"text\":\"وصل الوفد.\"}}").unwrap();
            let mut line = String::new();
            output.read_line(&mut line).unwrap();
            assert!(line.starts_with(&format!("{{\"id\":{i},")), "{line}");
        }
        drop(input);
        assert!(child.wait().unwrap().success());
    }
}

/// The most memory that a stream of so many records took, in bytes, and how much came out.
#[cfg(target_os = "linux")]
fn most_memory(records: usize, threads: &str) -> (usize, usize) {
    let mut child = stream(threads);
    let (mut input, mut output) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    let feeder = std::thread::spawn(move || {
        let text = "وصل الوفد إلى بغداد مساء أمس وعقد اجتماعا مع المحافظ. ".repeat(20);
        for i in 0..records {
            writeln!(input, "{{\"id\":{i},\"text\":\"{text}\"}}").unwrap();
        }
        input
    });
    let mut bytes = 0;
    for i in 0..records {
        let mut line = Vec::new();
        output.read_until(b'\n', &mut line).unwrap();
        assert!(line.starts_with(format!("{{\"id\":{i},").as_bytes()));
        bytes += line.len();
    }
    // The stream stays open, and the program with it, until it was asked.
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let kilobytes = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let most = kilobytes.trim().trim_end_matches(" kB").parse::<usize>().unwrap() << 10;
    drop(feeder.join().unwrap());
    assert!(child.wait().unwrap().success());
    (most, bytes)
}

/// Ten times as many records take no more memory, but for what may wait for its turn.
#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_stream() {
    for (threads, may_wait) in [("1", 0), ("2", 32 << 20)] {
        let (short, _) = most_memory(500, threads);
        let (long, bytes) = most_memory(8_000, threads);
        let grown = long.saturating_sub(short);
        assert!(grown < may_wait + (6 << 20), "{threads} threads: {short} bytes for 500 records, {long} for 8000");
        assert!(bytes > may_wait + (60 << 20), "{bytes} bytes prove nothing");
    }
}

/// JSON of long texts is made while it is written.
#[test]
fn long_texts_come_out_as_short_ones_do() {
    let text = "وصل الوفد إلى بغداد يوم 16 نوفمبر 2015.\n\nوقال رئيسه إن الزيارة ناجحة.\n\n".repeat(3_000);
    let options = ::mubin::Options { layers: ::mubin::Layers::from_names(["tokens", "words", "sentences"]).unwrap(), ..Default::default() };
    let analysis = ::mubin::analyze(&text, &options).unwrap();
    let document = ::mubin::report::document(&::mubin::Packs::new(), &text, &analysis, ::mubin::text::offsets::Unit::CodePoint);
    let expected = ::mubin::report::json::to_string(&document).unwrap() + "\n";
    let layers = ["analyze", "--layers", "tokens,words,sentences"];
    assert!(mubin(&layers, text.as_bytes()).stdout == expected.as_bytes());
    let folder = Folder::new("long");
    let file = folder.file("long.txt", &text);
    let out = folder.0.join("out");
    let output = mubin(&[&layers[..], &["--out", out.to_str().unwrap(), &file]].concat(), b"");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(std::fs::read(out.join("long.result.json")).unwrap() == expected.as_bytes());
    let unwritable = mubin(&[&layers[..], &["--out", &file, &file]].concat(), b"");
    assert_eq!(unwritable.status.code(), Some(1), "{}", stderr(&unwritable));
}
