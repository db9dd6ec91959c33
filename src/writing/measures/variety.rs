//! The variety of Arabic: the standard language, one of the dialects, or both in one text; and the words that tell.
//!
//! Reads word types against a table of signs (`src/data/dialect-signs.tsv`); each distinct spelling is looked up once. Dialect is
//! looked for outside quotation marks, so that an article which quotes a passer-by stays what its writer wrote; signs inside
//! quotation marks are listed too, and said to be quoted. A text that quotes nearly all it says is read whole.
//!
//! The decision is by sentences: one is dialect where its signs of dialect outweigh those of the standard language, and standard
//! where it is the other way round; those with no sign at all, of which a dialect has many, say nothing. Where dialect has most
//! of the words of such sentences the text is of the dialect with the greatest weight; where each has its share it is mixed.

mod quoted;
mod table;

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{NONE, Source};
use crate::layout::TokenKind;
use crate::memory::Words;
use crate::text::ByteSpan;
use crate::text::chars::{self, Class, class};
use quoted::quoted_tokens;
use table::{TABLE, spelled};

/// The dialects.
pub const NAMES: [&str; 7] = ["egyptian", "levantine", "gulf", "iraqi", "maghrebi", "sudanese", "yemeni"];
/// The standard language.
pub const STANDARD: &str = "msa";
/// More than one.
pub const MIXED: &str = "mixed";
/// A sign of every dialect.
pub const ANY: &str = "any";

/// So many signs are listed, the first of the text.
const MOST_SIGNS: usize = 300;
/// Weights are in tenths. A text needs so much of it to be of a dialect, and so much to a hundred words.
const LEAST_WEIGHT: u32 = 15;
const LEAST_DENSITY: f64 = 40.0;
/// Shares of dialect among the words of sentences that say what they are: below the first the text is standard, from the second on dialect.
const MIXED_FROM: f64 = 0.2;
const DIALECT_FROM: f64 = 0.6;
/// A second dialect makes a text mixed where it has so much of the weight of the first, and both so much that the other has not.
const SECOND: f64 = 0.7;
const OF_ITS_OWN: u32 = 40;
/// Fewer words say nothing where no sign does.
const FEWEST: usize = 4;
/// Share of letters that Arabic lacks (گ چ پ ڈ …) from which a text without signs is of another language.
const FOREIGN_LETTERS: f64 = 0.015;

/// A word or phrase that tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sign {
    /// Where it stands.
    pub span: ByteSpan,
    /// The variety of the text where it is one of its signs, else the one it is the strongest sign of; [`ANY`] for every dialect.
    pub variety: &'static str,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
    /// What the standard language says for it; empty where nothing is to be said.
    pub means: &'static str,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Variety {
    /// [`STANDARD`], one of [`NAMES`], [`MIXED`]; none where the text is too short or no Arabic.
    pub name: Option<&'static str>,
    /// What tells dialect, in the order of the text.
    pub signs: Vec<Sign>,
}

/// What a sentence holds, in tenths.
#[derive(Default)]
struct Tally {
    words: usize,
    dialect: u32,
    standard: u32,
}

struct Found {
    entry: u16,
    span: ByteSpan,
    quoted: bool,
}

/// Reads the variety of a text; `types` is the word type of each token.
pub(crate) fn read(source: &Source<'_>, types: &[u32], known: &mut Words) -> Variety {
    // Types without a sign are most of them.
    let starts: FxHashMap<u32, Arc<[u16]>> = source
        .words
        .forms
        .iter()
        .enumerate()
        .map(|(i, form)| (i as u32, known.signs(form, || TABLE.beginning(form))))
        .filter(|(_, rows)| !rows.is_empty())
        .collect();
    let quoted = quoted_tokens(source);
    let arabic = |i: &usize| source.tokens.get(*i).is_some_and(|t| t.kind == TokenKind::Word) && types.get(*i).is_some_and(|&t| t != NONE);
    let words = (0..source.tokens.len()).filter(arabic).count();
    let outside = (0..source.tokens.len()).filter(arabic).filter(|&i| !is(&quoted, i)).count();
    // Hardly anything is said outside quotation marks: then they do not set anything apart.
    let whole = outside * 10 < words * 3;
    let mut found: Vec<Found> = Vec::new();
    let mut tallies = Vec::new();
    for sentence in &source.layout.sentences {
        let mut tally = Tally::default();
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let counted = whole || !is(&quoted, at);
            tally.words += usize::from(counted && arabic(&at));
            let rows = types.get(at).and_then(|t| starts.get(t));
            let fits = |row: &&u16| matches(source, **row, at, sentence.tokens.end);
            let length = |row: &&u16| TABLE.entries.get(**row as usize).map_or(0, |e| e.words.len());
            // Of phrases with the same beginning the longest holds; of equals the first, which is the less cut.
            let hit = rows.and_then(|rows| rows.iter().rev().filter(fits).max_by_key(length));
            let Some((&row, entry)) = hit.and_then(|row| Some((row, TABLE.entries.get(*row as usize)?))) else {
                at += 1;
                continue;
            };
            if counted {
                tally.dialect += u32::from(entry.dialect());
                tally.standard += u32::from(entry.standard);
            }
            let last = at + entry.words.len() - 1;
            let ends = source.tokens.get(at).zip(source.tokens.get(last)).filter(|_| entry.dialect() > 0);
            if let Some((first, last)) = ends {
                let span = ByteSpan { start: first.span.start, end: last.span.end };
                found.push(Found { entry: row, span, quoted: is(&quoted, at) });
            }
            tally.words += if counted { entry.words.len() - 1 } else { 0 };
            at = last + 1;
        }
        tallies.push(tally);
    }
    let name = decide(source, words, &tallies, &found, whole);
    let signs = found.iter().take(MOST_SIGNS).filter_map(|f| sign(f, name)).collect();
    Variety { name, signs }
}

fn is(flags: &[bool], i: usize) -> bool {
    flags.get(i).copied().unwrap_or(false)
}

/// Whether the row's words after the first, which is known to fit, stand after token `at`.
fn matches(source: &Source<'_>, row: u16, at: usize, end: usize) -> bool {
    let Some(entry) = TABLE.entries.get(row as usize) else { return false };
    entry.words.iter().enumerate().skip(1).all(|(n, word)| {
        let token = source.tokens.get(at + n).filter(|t| at + n < end && t.kind == TokenKind::Word);
        token.is_some_and(|t| word.is(&spelled(t.span.of(source.text))))
    })
}

fn sign(found: &Found, name: Option<&'static str>) -> Option<Sign> {
    let entry = TABLE.entries.get(found.entry as usize)?;
    let of_text = NAMES.iter().zip(&entry.weights).find(|(n, weight)| **weight > 0 && Some(**n) == name);
    // The first of those that it is the strongest sign of.
    let strongest = || NAMES.iter().zip(&entry.weights).find(|(_, weight)| **weight == entry.dialect());
    let variety = if entry.any && of_text.is_none() { ANY } else { of_text.or_else(strongest).map(|(n, _)| *n)? };
    Some(Sign { span: found.span, variety, quoted: found.quoted, means: entry.means })
}

fn decide(source: &Source<'_>, words: usize, tallies: &[Tally], found: &[Found], whole: bool) -> Option<&'static str> {
    let dialect: u32 = tallies.iter().map(|t| t.dialect).sum();
    let standard: u32 = tallies.iter().map(|t| t.standard).sum();
    let counted: usize = tallies.iter().map(|t| t.words).sum();
    if words < FEWEST && dialect + standard == 0 || dialect == 0 && foreign(source) {
        return None;
    }
    if dialect < LEAST_WEIGHT || f64::from(dialect) * 100.0 < LEAST_DENSITY * counted as f64 {
        return Some(STANDARD);
    }
    let words_of = |holds: fn(&&Tally) -> bool| tallies.iter().filter(holds).map(|t| t.words).sum::<usize>() as f64;
    let in_dialect = words_of(|t| t.dialect >= 10 && t.dialect > t.standard);
    let in_standard = words_of(|t| t.standard > 0 && t.standard >= t.dialect);
    let share = if in_dialect > 0.0 { in_dialect / (in_dialect + in_standard) } else { 0.0 };
    if share < MIXED_FROM {
        return Some(STANDARD);
    }
    if share < DIALECT_FROM {
        return Some(MIXED);
    }
    Some(strongest(found, whole))
}

/// The dialect of a text that is of one, or [`MIXED`] for two.
fn strongest(found: &[Found], whole: bool) -> &'static str {
    let entries = || found.iter().filter(|f| whole || !f.quoted).filter_map(|f| TABLE.entries.get(f.entry as usize));
    let weight = |i: usize| entries().filter_map(|e| e.weights.get(i)).map(|&w| u32::from(w)).sum::<u32>();
    // Of equals the first of the list.
    let best =
        |other_than: Option<usize>| (0..NAMES.len()).rev().filter(|&i| Some(i) != other_than).max_by_key(|&i| weight(i)).unwrap_or(0);
    let first = best(None);
    let second = best(Some(first));
    let own = |one: usize, other: usize| {
        entries().filter(|e| e.weights.get(other) == Some(&0)).filter_map(|e| e.weights.get(one)).map(|&w| u32::from(w)).sum::<u32>()
    };
    let rivals = f64::from(weight(second)) >= SECOND * f64::from(weight(first))
        && own(first, second) >= OF_ITS_OWN
        && own(second, first) >= OF_ITS_OWN;
    if rivals { MIXED } else { NAMES.get(first).copied().unwrap_or(MIXED) }
}

/// Whether letters that Arabic does not have are as many as in Persian or Urdu.
fn foreign(source: &Source<'_>) -> bool {
    let (mut letters, mut other) = (0u32, 0u32);
    for block in source.layout.blocks.iter().filter(|b| b.role.is_content()) {
        for c in block.span.of(source.text).chars().filter(|&c| class(c) == Class::Arabic && c != chars::TATWEEL) {
            letters += 1;
            other += u32::from(matches!(c, 'پ' | 'چ' | 'ژ' | 'گ' | 'ٹ' | 'ڈ' | 'ڑ' | 'ں' | 'ے' | 'ھ' | 'ە' | 'ۆ' | 'ێ'));
        }
    }
    other >= 3 && f64::from(other) >= FOREIGN_LETTERS * f64::from(letters)
}
