//! The affix dictionaries and the three tables of what goes with what.

use std::collections::HashMap;

use super::{CompileError, Dictionaries};
use crate::lexicon::buckwalter::is_mark;

/// The sections of the pack that affixes make.
pub struct Affixes {
    pub prefixes: String,
    pub suffixes: String,
    pub prefix_stem: Vec<u8>,
    pub stem_suffix: Vec<u8>,
    pub prefix_suffix: Vec<u8>,
}

impl Affixes {
    pub fn new(dictionaries: &Dictionaries, stems: &[&str]) -> Result<Affixes, CompileError> {
        let (mut prefix_names, mut suffix_names) = (Vec::new(), Vec::new());
        let mut prefixes = String::new();
        for [_, text, category, gloss] in entries(&dictionaries.prefixes) {
            let number = number(&mut prefix_names, category);
            prefixes.push_str(&number.to_string());
            for (tag, piece) in prefix_pieces(text, gloss)? {
                prefixes.push_str(&format!("\t{tag}:{piece}"));
            }
            prefixes.push('\n');
        }
        let mut suffixes = String::new();
        for [_, text, category, gloss] in entries(&dictionaries.suffixes) {
            if category.starts_with("FW") {
                continue;
            }
            let number = number(&mut suffix_names, category);
            let (inflection, ending, person, pronoun) = suffix_parts(text, category, gloss)?;
            suffixes.push_str(&format!("{number}\t{inflection}\t{ending}\t{person}\t{pronoun}\n"));
        }
        let (p, s) = (index(&prefix_names), index(&suffix_names));
        let stem_names: Vec<String> = stems.iter().map(|name| (*name).to_string()).collect();
        let b = index(&stem_names);
        Ok(Affixes {
            prefix_stem: bits(&dictionaries.prefix_stem, &p, &b),
            stem_suffix: bits(&dictionaries.stem_suffix, &b, &s),
            prefix_suffix: bits(&dictionaries.prefix_suffix, &p, &s),
            prefixes,
            suffixes,
        })
    }
}

fn entries(file: &str) -> impl Iterator<Item = [&str; 4]> {
    file.lines().filter(|line| !line.starts_with(';')).filter_map(|line| {
        let mut cells = line.split('\t');
        Some([cells.next()?, cells.next()?, cells.next()?, cells.next().unwrap_or_default()])
    })
}

fn number(names: &mut Vec<String>, name: &str) -> usize {
    names.iter().position(|known| known == name).unwrap_or_else(|| {
        names.push(name.to_string());
        names.len() - 1
    })
}

fn index(names: &[String]) -> HashMap<&str, usize> {
    names.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect()
}

fn bits(table: &str, rows: &HashMap<&str, usize>, columns: &HashMap<&str, usize>) -> Vec<u8> {
    let mut out = vec![0u8; (rows.len() * columns.len()).div_ceil(8)];
    for line in table.lines().filter(|line| !line.starts_with(';')) {
        let mut cells = line.split_whitespace();
        let pair = cells.next().zip(cells.next()).and_then(|(a, b)| rows.get(a).zip(columns.get(b)));
        if let Some((row, column)) = pair {
            let at = row * columns.len() + column;
            if let Some(byte) = out.get_mut(at / 8) {
                *byte |= 1 << (at % 8);
            }
        }
    }
    out
}

fn morphemes(gloss: &str) -> Vec<(&str, &str)> {
    let pos = gloss.split_once("<pos>").map_or("", |(_, rest)| rest.split("</pos>").next().unwrap_or_default());
    pos.split('+').filter_map(|part| part.trim().split_once('/')).collect()
}

fn prefix_pieces(text: &str, gloss: &str) -> Result<Vec<(String, String)>, CompileError> {
    let mut out = Vec::new();
    let mut rest = text;
    for (piece, tag) in morphemes(gloss) {
        let code = match tag {
            "CONJ" => piece.get(..1).unwrap_or_default().to_string(),
            "PREP" => piece.get(..1).unwrap_or_default().to_string(),
            "DET" => "A".into(),
            "FUT" => "s".into(),
            "EMPHATIC_PARTICLE" | "RESULT_CLAUSE_PARTICLE" => "L".into(),
            "SUBJUNC" => "J".into(),
            other => match other.strip_prefix("IV") {
                // The dual and the plural have `3MD`, `2MP`; the second person dual `2D`.
                Some(person) => format!("@{person}"),
                None => return Err(CompileError(format!("prefix {text}: unknown morpheme {other}"))),
            },
        };
        // The article keeps its alef only where nothing but a vowel of ب or ك stands before it.
        let taken = if rest.starts_with(piece) {
            piece.len()
        } else if tag == "DET" && rest.starts_with('l') {
            1
        } else if tag == "DET" && rest.is_empty() {
            0
        } else if tag.starts_with("IV") {
            rest.len()
        } else {
            return Err(CompileError(format!("prefix {text}: {piece} is not in it")));
        };
        out.push((code, rest.get(..taken).unwrap_or_default().to_string()));
        rest = rest.get(taken..).unwrap_or_default();
    }
    if rest.is_empty() { Ok(out) } else { Err(CompileError(format!("prefix {text}: {rest} has no meaning"))) }
}

/// Letters of a pronoun, by its person and whether it is an object.
fn pronoun_letters(person: &str, object: bool) -> usize {
    match person {
        "3MS" | "2MS" | "2FS" => 1,
        "1S" => 1 + usize::from(object),
        "3D" | "2D" => 3,
        _ => 2,
    }
}

fn suffix_parts<'a>(text: &'a str, category: &str, gloss: &'a str) -> Result<(String, &'a str, &'a str, &'a str), CompileError> {
    let parts = morphemes(gloss);
    let (mut inflection, mut person, mut object) = ("-".to_string(), "-", false);
    let pronoun = parts.iter().any(|(_, tag)| tag.contains("POSS_PRON") || tag.contains("_DO:"));
    for (_, tag) in parts {
        let construct = if tag.ends_with("_POSS") || pronoun { "+" } else { "" };
        if let Some(p) = tag.strip_prefix("POSS_PRON_") {
            person = p;
        } else if let Some((_, p)) = tag.split_once("_DO:") {
            (person, object) = (p, true);
        } else if tag == "NSUFF_FEM_SG" {
            inflection = "FS".into();
        } else if tag == "NSUFF_FEM_PL" {
            inflection = "FP".into();
        } else if tag == "NSUFF_MASC_SG_ACC_INDEF" {
            inflection = "AF".into();
        } else if let Some(rest) = tag.strip_prefix("NSUFF_") {
            let gender = if rest.starts_with("MASC") { "M" } else { "F" };
            let number = if rest.contains("_DU_") { "D" } else { "P" };
            let case = if rest.contains("NOM") { "N" } else { "A" };
            inflection = format!("{gender}{number}{case}{construct}");
        } else if let Some((_, rest)) = tag.split_once("SUFF_SUBJ:") {
            let (who, mood) = rest.split_once("_MOOD:").unwrap_or((rest, ""));
            // Imperfect verbs carry their person in the prefix; the suffix may leave it out.
            let who = if who.len() == 2 && who.starts_with(['M', 'F']) {
                format!("3{who}")
            } else if who == "D" {
                "3D".into()
            } else {
                who.into()
            };
            inflection = format!("@{who}{}", if mood == "SJ" { "J" } else { "" });
        }
    }
    // The first person's ي of a dual or plural is written into the ending by the dictionary.
    let mut at = text.len();
    if person != "-" {
        let mut left = pronoun_letters(person, object);
        for (i, b) in text.bytes().enumerate().rev() {
            if left == 0 {
                break;
            }
            if !is_mark(b) {
                left -= 1;
            }
            at = i;
        }
        if left > 0 {
            return Err(CompileError(format!("suffix {text} {category}: no room for the pronoun {person}")));
        }
    }
    // `~a`: my, joined with the ي of the ending.
    Ok((inflection, text.get(..at).unwrap_or_default(), person, text.get(at..).unwrap_or_default()))
}
