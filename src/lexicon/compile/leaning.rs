//! Whether a stem that may be noun or adjective is more of the one or the other, by what its English gloss is.
//!
//! The dictionary marks some stems as adjectives and shows by category that others are nouns; the words and word endings of those glosses
//! tell the same of the stems it leaves open (`minister`, `player` against `new`, `abundant`).

use std::collections::HashMap;

use super::{Form, Lexeme};
use crate::lexicon::PartOfSpeech;
use crate::lexicon::category::{Category, StemKind};

/// How much a word of a gloss speaks for an adjective: log odds.
struct Evidence {
    words: HashMap<String, (f64, f64)>,
}

impl Evidence {
    fn collect(lexemes: &[Lexeme]) -> Evidence {
        let mut words: HashMap<String, (f64, f64)> = HashMap::new();
        for lexeme in lexemes {
            let Some(form) = lexeme.forms.first() else { continue };
            let category = Category::parse(&form.category);
            let adjective = form.pos == PartOfSpeech::Adjective;
            let noun = category.kind == StemKind::Nominal && !category.adjectival && form.pos != PartOfSpeech::Proper && !adjective;
            if !adjective && !noun {
                continue;
            }
            for key in keys(&lexeme.gloss) {
                let counts = words.entry(key).or_default();
                if adjective { counts.0 += 1.0 } else { counts.1 += 1.0 }
            }
        }
        Evidence { words }
    }

    fn odds(&self, gloss: &str) -> f64 {
        let mut total = 0.0;
        let mut count = 0.0;
        for key in keys(gloss) {
            let (adjective, noun) = self.words.get(&key).copied().unwrap_or_default();
            // Nouns are three times as many in the dictionary.
            total += ((adjective * 3.0 + 0.5) / (noun + 0.5)).ln();
            count += 1.0;
        }
        if count > 0.0 { total / count } else { 0.0 }
    }
}

/// The last word of each sense, and its last three letters.
fn keys(gloss: &str) -> Vec<String> {
    let mut out = Vec::new();
    for sense in gloss.split([';', '/', '(']) {
        let Some(word) = sense.split_whitespace().last() else { continue };
        let word: String = word.chars().filter(|c| c.is_alphabetic()).collect::<String>().to_lowercase();
        if word.len() < 2 {
            continue;
        }
        out.push(format!("-{}", word.get(word.len().saturating_sub(3)..).unwrap_or_default()));
        out.push(word);
    }
    out
}

/// Gives the open stems that take the endings of adjectives the part of speech that their gloss shows, where it is clear.
pub fn decide(lexemes: &mut [Lexeme]) {
    let evidence = Evidence::collect(lexemes);
    for lexeme in lexemes {
        let odds = evidence.odds(&lexeme.gloss);
        // Elatives have a category of their own.
        let elative = |form: &Form| form.category.trim_end_matches("_L") == "Nel";
        let adjective = lexeme.forms.first().is_some_and(|f| {
            let open = f.pos == PartOfSpeech::Open && Category::parse(&f.category).adjectival;
            f.pos == PartOfSpeech::Adjective || open && (odds > 1.0 || elative(f))
        });
        for form in &mut lexeme.forms {
            let category = Category::parse(&form.category);
            if category.kind == StemKind::Nominal && form.pos == PartOfSpeech::Open && category.adjectival {
                if odds > 1.0 || elative(form) {
                    form.pos = PartOfSpeech::Adjective;
                } else if odds < -1.0 {
                    form.pos = PartOfSpeech::Person;
                }
            } else if category.kind == StemKind::Nominal
                && form.pos == PartOfSpeech::Open
                && (adjective || odds > 1.5 && form.text.ends_with(b"aY"))
            {
                // The broken plural and the feminine in ى of an adjective.
                form.pos = PartOfSpeech::Adjective;
            }
        }
    }
}
