//! What a run says of itself: colours, progress, notes, exit status.

use std::io::Read;
use std::process::{Command, Stdio};

use super::{Folder, mubin, stderr};

const MUBIN: &str = env!("CARGO_BIN_EXE_mubin");

/// What a command prints where a terminal reads it; nothing where there is no `script` to make one.
fn on_a_terminal(line: &str, variable: Option<(&str, &str)>) -> Option<String> {
    let mut script = Command::new("script");
    script.args(["-qec", line, "/dev/null"]).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env("TERM", "xterm");
    let output = script.envs(variable).stdin(Stdio::null()).output().ok()?;
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn colours_are_for_terminals() {
    let folder = Folder::new("colours");
    let file = folder.file("a.txt", "قال الوزير وقال السفير");
    let missing = folder.0.join("missing.txt");
    for line in [
        format!("{MUBIN} --help"),
        format!("{MUBIN} words {file}"),
        format!("{MUBIN} concordance --query قال {file}"),
        format!("{MUBIN} words {}", missing.display()),
    ] {
        let Some(colored) = on_a_terminal(&line, None) else { return };
        assert!(colored.contains("\u{1B}["), "{line}: {colored}");
        let plain = on_a_terminal(&line, Some(("NO_COLOR", "1"))).unwrap();
        assert!(!plain.contains("\u{1B}[1m") && !plain.contains("\u{1B}[3"), "{line}: {plain}");
    }
    let words = |variable: Option<(&str, &str)>| {
        let mut command = Command::new(MUBIN);
        command.args(["words", &file]).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").envs(variable);
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    assert!(!words(None).contains('\u{1B}'));
    assert!(words(Some(("CLICOLOR_FORCE", "1"))).contains("\u{1B}[1mform"));
}

#[test]
fn progress_is_for_terminals_or_on_request() {
    let folder = Folder::new("progress");
    let files: Vec<String> = (0..3).map(|i| folder.file(&format!("{i}.txt"), "وصل الوفد إلى بغداد.")).collect();
    let run = |more: &[&str]| {
        let mut arguments = vec!["analyze", "--format", "jsonl", "--layers", "tokens"];
        arguments.extend(more.iter().chain(&[]));
        arguments.extend(files.iter().map(String::as_str));
        mubin(&arguments, b"")
    };
    let silent = run(&[]);
    assert_eq!(stderr(&silent), "");
    let told = run(&["--progress"]);
    assert_eq!((stderr(&told), &told.stdout), ("mubin: 100 % of 108 B read\n".to_string(), &silent.stdout));
    let shared = run(&["--progress", "--threads", "3"]);
    assert_eq!(stderr(&shared), "mubin: 100 % of 108 B read\n");
    let stream = mubin(&["analyze", "--input", "jsonl", "--progress", "--layers", "tokens"], b"{\"text\":\"x\"}\n");
    assert_eq!(stderr(&stream), "mubin: 13 B read\n");
    assert_eq!(run(&["--progress", "--quiet"]).status.code(), Some(2), "they contradict each other");
}

#[test]
fn notes_are_left_out_on_request_and_errors_are_not() {
    let folder = Folder::new("quiet");
    // A program far from the tree finds no packs.
    let run = |arguments: &[&str]| {
        let output = Command::new(MUBIN).args(arguments).env("MUBIN_PACKS", &folder.0).output().unwrap();
        (output.status.code(), stderr(&output))
    };
    let file = folder.file("a.txt", "نص");
    let (code, loud) = run(&["analyze", &file]);
    let (quiet_code, quiet) = run(&["analyze", "--quiet", &file]);
    assert_eq!((code, quiet_code), (Some(0), Some(0)));
    assert!(quiet.is_empty() && (loud.is_empty() || loud.contains("no language packs")), "{loud}{quiet}");
    let (code, error) = run(&["analyze", "-q", "/nowhere/at/all"]);
    assert_eq!(code, Some(2));
    assert!(error.starts_with("mubin: /nowhere/at/all: "), "{error}");
}

#[test]
fn a_reader_that_stops_early_is_no_failure() {
    for arguments in
        [&["schema"][..], &["man", "analyze"], &["completions", "bash"], &["analyze", "--input", "jsonl", "--layers", "tokens"]]
    {
        let mut child =
            Command::new(MUBIN).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut stdin = child.stdin.take().unwrap();
        let feeder = std::thread::spawn(move || {
            let _ = std::io::Write::write_all(&mut stdin, "{\"text\":\"نص\"}\n".repeat(5000).as_bytes());
        });
        let mut error = String::new();
        child.stderr.take().unwrap().read_to_string(&mut error).unwrap();
        assert_eq!((child.wait().unwrap().code(), error.as_str()), (Some(0), ""), "{arguments:?}");
        feeder.join().unwrap();
    }
}

#[test]
fn an_output_that_cannot_be_written_is_exit_1() {
    if cfg!(target_os = "linux") {
        for arguments in [&["schema"][..], &["analyze", "--layers", "tokens"], &["words"], &["normalize", "--preset", "search"]] {
            let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
            let mut child = Command::new(MUBIN).args(arguments).stdin(Stdio::piped()).stdout(full).stderr(Stdio::piped()).spawn().unwrap();
            let _ = std::io::Write::write_all(&mut child.stdin.take().unwrap(), "نص".as_bytes());
            let output = child.wait_with_output().unwrap();
            assert_eq!(output.status.code(), Some(1), "{arguments:?}");
            assert!(stderr(&output).starts_with("mubin: standard output: "), "{}", stderr(&output));
        }
    }
    let folder = Folder::new("unwritable");
    let file = folder.file("a.txt", "نص");
    for arguments in [&["analyze", "--out", &file, &file][..], &["man", "--out", &file]] {
        let output = mubin(arguments, b"");
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", stderr(&output));
        assert!(stderr(&output).starts_with(&format!("mubin: {file}")), "{}", stderr(&output));
    }
    for arguments in [&["colour"][..], &["analyze", "--format", "docx"], &["transliterate"], &[]] {
        assert_eq!(mubin(arguments, b"").status.code(), Some(2), "{arguments:?}");
    }
    for arguments in [&["--help"][..], &["--version"], &["help", "analyze"], &["correct", "-h"]] {
        let output = mubin(arguments, b"");
        assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0), "{arguments:?}");
    }
}
