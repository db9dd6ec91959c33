//! The text of known names, out of the project's tables.

use crate::data;
use crate::text::fold::{Folding, fold};

/// The rows that [`crate::lexicon::gazetteer::Gazetteer::read`] reads, sorted, so that alike stands by alike and compresses.
pub fn rows() -> String {
    let mut out: Vec<String> = Vec::new();
    for [name, kind, _gender, article, nisba, variants] in data::columns::<6>(data::NAMES) {
        let letter = match kind {
            "given" => "g",
            "family" => "f",
            "place" => "p",
            "country" => "c",
            "org" => "o",
            "brand" | "other" => "b",
            _ => continue,
        };
        let mut names = vec![fold(name, Folding::Full)];
        names.extend(variants.split('|').filter(|v| *v != "-").map(|v| fold(v, Folding::Full)));
        if article != "-" && !names.iter().any(|n| n.starts_with("ال")) {
            // With the article it is surely the name, without it only perhaps.
            names = names.iter().map(|n| format!("ال{n}")).chain(names.iter().cloned()).collect();
        }
        if nisba != "-" {
            let base = names.first().cloned().unwrap_or_default();
            out.push(format!("n\t{base}\t{}", fold(nisba, Folding::Full)));
        }
        names.dedup();
        out.push(format!("{letter}\t-\t{}", names.join("|")));
    }
    for table in [data::KNOWN_ORGANISATIONS, data::KNOWN_PEOPLE_AND_PLACES] {
        for [name, kind, others, acronyms] in data::columns::<4>(table) {
            let letter = match kind {
                "person" => "P",
                "place" => "L",
                "organisation" => "O",
                _ => "M",
            };
            let all = std::iter::once(name).chain(others.split('|')).chain(acronyms.split('|')).filter(|n| *n != "-");
            let mut names: Vec<String> = Vec::new();
            for name in all.map(|n| fold(n, Folding::Full)) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            out.push(format!("{letter}\t-\t{}", names.join("|")));
        }
    }
    out.sort();
    out.dedup();
    out.join("\n")
}
