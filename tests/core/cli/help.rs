//! Help, manual pages, completions, and every line that they and the README offer to copy.

use std::path::Path;
use std::process::{Command, Stdio};

use super::{Folder, mubin, stderr};

const VERBS: [&str; 12] = [
    "analyze",
    "diacritize",
    "correct",
    "normalize",
    "transliterate",
    "words",
    "concordance",
    "collocations",
    "ngrams",
    "schema",
    "completions",
    "man",
];

fn out(arguments: &[&str]) -> String {
    let output = mubin(arguments, b"");
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", stderr(&output));
    String::from_utf8(output.stdout).unwrap()
}

/// What the lines that are offered read.
fn prepared(name: &str) -> Folder {
    let folder = Folder::new(name);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let article = std::fs::read_to_string(root.join("tests/golden/formats/input.txt")).unwrap();
    folder.file("article.txt", &article);
    folder.file("page.txt", &article);
    folder.file("page.html", "<html><nav>قائمة</nav><article><h1>عنوان</h1><p>وصل الوفد إلى بغداد.</p></article></html>");
    folder.file("gold.txt", "وقال موظفون إن السفارة شددت اجراءاتها .\n");
    folder.file("treebank.conllu", mubin(&["analyze", "--format", "conllu"], article.as_bytes()).stdout);
    folder.file("records.jsonl", "{\"id\":1,\"text\":\"وصل الوفد.\"}\n{\"id\":2,\"text\":\"ثم غادر.\"}\n");
    folder.file("mine.txt", "اجراءات\n");
    folder
}

/// Runs a line in a shell as a reader would copy it.
fn runs(line: &str, folder: &Folder) {
    let binary = Path::new(env!("CARGO_BIN_EXE_mubin")).parent().unwrap();
    let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap());
    let stdin = std::fs::File::open(folder.0.join("article.txt")).unwrap();
    let output = Command::new("bash")
        .args(["-o", "pipefail", "-ec", line])
        .current_dir(&folder.0)
        .env("PATH", path)
        .env("MUBIN_PACKS", crate::packs::folder())
        .stdin(Stdio::from(stdin))
        .output()
        .unwrap();
    assert!(output.status.success(), "{line}: {}", stderr(&output));
    assert!(output.stderr.is_empty(), "{line}: {}", stderr(&output));
    let written = line.split_once("> ").map(|(_, file)| folder.0.join(file.split(' ').next().unwrap()));
    let silent = ["--out", "source"].iter().any(|word| line.contains(word));
    match written {
        Some(file) => assert!(std::fs::metadata(file).unwrap().len() > 0, "{line}"),
        None => assert!(silent || !output.stdout.is_empty(), "{line}"),
    }
}

#[test]
fn every_line_of_the_help_runs() {
    if crate::packs::packs().is_none() {
        return;
    }
    let folder = prepared("help");
    let mut count = 0;
    for verb in std::iter::once(&"").chain(&VERBS) {
        let help = if verb.is_empty() { out(&["--help"]) } else { out(&[verb, "--help"]) };
        for shown in help.lines().filter(|line| line.trim_start().starts_with("$ ")) {
            assert!(shown.chars().count() < 80, "no terminal breaks a line that is to be copied: {shown}");
            runs(shown.trim_start().trim_start_matches("$ "), &folder);
            count += 1;
        }
    }
    assert!(count > 30, "{count}");
}

#[test]
fn every_line_of_the_readme_runs() {
    if crate::packs::packs().is_none() {
        return;
    }
    let folder = prepared("readme");
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let lines: Vec<&str> = readme.split("```sh\n").skip(1).flat_map(|block| block.split("```").next().unwrap().lines()).collect();
    let lines: Vec<&str> = lines.into_iter().filter(|line| line.starts_with("mubin ") || line.contains("| mubin ")).collect();
    assert!(lines.len() > 15, "{lines:?}");
    lines.iter().for_each(|line| runs(line, &folder));
}

#[test]
fn help_and_manual_say_the_same() {
    let verbs = out(&["--help"]);
    for verb in VERBS {
        assert!(verbs.contains(&format!("\n  {verb}")), "{verb}");
        let (help, page) = (out(&[verb, "--help"]), out(&["man", verb]));
        for section in ["Examples:", "Exit status:", "Environment:"] {
            assert!(help.contains(&format!("\n{section}\n")), "{verb}: {section}");
        }
        for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "\"EXIT STATUS\"", "ENVIRONMENT", "EXAMPLES", "\"SEE ALSO\""] {
            assert!(page.contains(&format!(".SH {section}\n")), "{verb}: {section}: {page}");
        }
        assert!(page.contains(&format!(".TH MUBIN-{} 1", verb.to_uppercase())), "{page}");
        // Every option that is explained is in both.
        for option in help.lines().filter_map(|line| line.trim_start().split_once("--")).map(|(_, rest)| rest) {
            let name: String = option.chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect();
            assert!(page.contains(&format!("\\-\\-{}", name.replace('-', "\\-"))), "{verb}: --{name}");
        }
        assert!(out(&[verb, "-h"]).lines().count() < help.lines().count(), "{verb}");
    }
    let folder = Folder::new("pages");
    let pages = folder.0.join("man1");
    out(&["man", "--out", pages.to_str().unwrap()]);
    assert_eq!(std::fs::read_dir(&pages).unwrap().count(), VERBS.len() + 1);
    assert_eq!(mubin(&["man", "colour"], b"").status.code(), Some(2));
}

/// The values that an option takes are listed and explained.
#[test]
fn values_are_explained() {
    let help = out(&["analyze", "--help"]);
    for line in
        ["- horizontal: ", "- conllu: ", "- jsonl: ", "- webannotation: ", "- vowelled: ", "- utf16: ", "- statements: ", "- corrections: "]
    {
        assert!(help.contains(line), "{line}: {help}");
    }
    assert!(out(&["normalize", "--help"]).contains("- alef-hamza: "));
    assert!(out(&["correct", "--help"]).contains("- contextual: "));
    assert!(out(&["transliterate", "--help"]).contains("- ala-lc: "));
}

#[test]
fn completions_know_verbs_options_and_values() {
    for shell in ["bash", "zsh", "fish"] {
        let script = out(&["completions", shell]);
        for word in ["diacritize", "layers", "webannotation", "statements", "safe-buckwalter"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    // The shell takes the script, and completes by it.
    let script = "source <(mubin completions bash); COMP_WORDS=(mubin analyze --format webanno); COMP_CWORD=3; \
        _mubin mubin webanno --format; echo \"${COMPREPLY[@]}\"";
    let binary = Path::new(env!("CARGO_BIN_EXE_mubin")).parent().unwrap();
    let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap());
    let output = Command::new("bash").args(["-c", script]).env("PATH", path).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "webannotation", "{}", stderr(&output));
}
