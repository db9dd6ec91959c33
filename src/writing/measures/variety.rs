//! The variety of Arabic: the standard language, one of the dialects, or both in one text; and the words that tell.
//!
//! Reads word types against a table of signs (`src/data/dialect-signs.tsv`); each distinct spelling is looked up once. Dialect is
//! looked for outside quotation marks, so that an article which quotes a passer-by stays what its writer wrote; signs inside
//! quotation marks are listed too, and said to be quoted. A text that quotes nearly all it says is read whole.
//!
//! The decision is by sentences: one is dialect where its signs of dialect outweigh those of the standard language, and standard
//! where it is the other way round; those with no sign at all, of which a dialect has many, say nothing. Where dialect has most
//! of the words of such sentences the text is of the dialect with the greatest weight; where each has its share it is mixed.

use std::ops::Range;
use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashMap;

use super::{NONE, Source};
use crate::data;
use crate::layout::TokenKind;
use crate::memory::Words;
use crate::text::ByteSpan;
use crate::text::chars::{self, Class, class};
use crate::text::fold::{Folding, fold_into};

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

/// A row of the table.
#[derive(Debug)]
struct Entry {
    words: Vec<Word>,
    /// Tenths, by the order of [`NAMES`].
    weights: [u8; NAMES.len()],
    standard: u8,
    any: bool,
    means: &'static str,
}

#[derive(Debug)]
enum Word {
    Whole(&'static str),
    /// Begin and end, two letters or more between them.
    Open(&'static str, &'static str),
}

impl Word {
    fn is(&self, spelled: &str) -> bool {
        match self {
            Word::Whole(word) => *word == spelled,
            Word::Open(begin, end) => {
                spelled.strip_prefix(begin).and_then(|rest| rest.strip_suffix(end)).is_some_and(|middle| middle.chars().count() >= 2)
            }
        }
    }
}

/// The rows by their first word, those with an open first word apart.
struct Table {
    entries: Vec<Entry>,
    by_word: FxHashMap<&'static str, Vec<u16>>,
    /// By the first letter; those with an open beginning under none.
    open: FxHashMap<Option<char>, Vec<u16>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { entries: Vec::new(), by_word: FxHashMap::default(), open: FxHashMap::default() };
    for [forms, varieties, means] in data::columns::<3>(data::DIALECT_SIGNS) {
        for form in forms.split(',') {
            table.entries.push(Entry::new(form, varieties, if means == "-" { "" } else { means }));
        }
    }
    for (i, entry) in table.entries.iter().enumerate() {
        match entry.words.first() {
            Some(Word::Whole(word)) => table.by_word.entry(word).or_default().push(i as u16),
            Some(Word::Open(begin, _)) => table.open.entry(begin.chars().next()).or_default().push(i as u16),
            None => {}
        }
    }
    table
});

impl Entry {
    fn new(form: &'static str, varieties: &str, means: &'static str) -> Entry {
        let words = form.split(' ').map(|word| word.split_once('*').map_or(Word::Whole(word), |(begin, end)| Word::Open(begin, end)));
        let mut out = Entry { words: words.collect(), weights: [0; NAMES.len()], standard: 0, any: false, means };
        for (name, weight) in varieties.split(' ').filter_map(|pair| pair.split_once('=')) {
            let tenths = weight.parse::<f32>().map_or(0, |w| (w * 10.0) as u8);
            match NAMES.iter().position(|n| *n == name) {
                Some(i) => out.weights.iter_mut().skip(i).take(1).for_each(|slot| *slot = tenths),
                None if name == ANY => (out.weights, out.any) = ([tenths; NAMES.len()], true),
                None => out.standard = tenths,
            }
        }
        out
    }

    fn dialect(&self) -> u8 {
        self.weights.iter().copied().max().unwrap_or(0)
    }
}

/// A word as the table spells it: bare letters, ى as ي, إ and a first أ as ا; what is stretched by three letters or more has one.
pub fn spelled(word: &str) -> String {
    let mut bare = String::with_capacity(word.len());
    fold_into(word, Folding::Light, &mut bare);
    let mut out = String::with_capacity(bare.len());
    if !is_stretched(&bare) {
        out.extend(bare.chars().enumerate().map(|(i, c)| letter(i, c)));
        return out;
    }
    let chars: Vec<char> = bare.chars().collect();
    for (i, &c) in chars.iter().enumerate() {
        let again = |j: usize| chars.get(j) == Some(&c);
        let run = again(i + 1) && (again(i + 2) || i.checked_sub(1).is_some_and(again)) || i >= 2 && again(i - 1) && again(i - 2);
        if run && i.checked_sub(1).is_some_and(again) {
            continue;
        }
        out.push(letter(i, c));
    }
    out
}

/// Whether a letter stands three times in a row.
fn is_stretched(bare: &str) -> bool {
    let (mut last, mut run) = ('\0', 0);
    bare.chars().any(|c| {
        run = if c == last { run + 1 } else { 1 };
        last = c;
        run > 2
    })
}

fn letter(place: usize, c: char) -> char {
    match c {
        'إ' | 'ٱ' => 'ا',
        'أ' if place == 0 => 'ا',
        'ى' => 'ي',
        _ => c,
    }
}

impl Table {
    /// The rows that may begin with a word, those for the word as it stands before those for it without و or ف, and without the article.
    fn beginning(&self, word: &str) -> Vec<u16> {
        let mut out = Vec::new();
        let whole = spelled(word);
        let long = |rest: &&str, letters: usize| rest.chars().count() >= letters;
        // Of a short word the rest would often be another: وجه is no جه, ألفين no فين.
        let and = whole.strip_prefix('و').filter(|rest| long(rest, 3)).or_else(|| whole.strip_prefix('ف').filter(|rest| long(rest, 4)));
        let and = and.map(spelled);
        let article = and.as_ref().unwrap_or(&whole).strip_prefix("ال").filter(|rest| long(rest, 4));
        for form in [Some(whole.as_str()), and.as_deref(), article].into_iter().flatten() {
            out.extend(self.by_word.get(form).into_iter().flatten());
            let open = |&&i: &&u16| self.entries.get(i as usize).and_then(|e| e.words.first()).is_some_and(|w| w.is(form));
            for first in [None, form.chars().next()] {
                out.extend(self.open.get(&first).into_iter().flatten().filter(open));
            }
        }
        out
    }
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

/// For each token whether it stands in quotation marks. Marks count inside their block and in pairs; one without a partner sets nothing apart.
fn quoted_tokens(source: &Source<'_>) -> Vec<bool> {
    let mut out = vec![false; source.tokens.len()];
    for block in &source.layout.blocks {
        let mut open: Option<(usize, char)> = None;
        for i in block.tokens.clone() {
            let mark = source.tokens.get(i).filter(|t| t.kind == TokenKind::Punct).and_then(|t| t.span.of(source.text).chars().next());
            let Some(mark) = mark.filter(|&c| chars::is_quote(c) && c != '\'' && c != '\u{2019}') else { continue };
            open = match open {
                // Curly marks are written either way round in Arabic text.
                Some((from, first)) if closes(first, mark) => {
                    fill(&mut out, from..i);
                    None
                }
                Some(kept) => Some(kept),
                None if mark == '»' => None,
                None => Some((i + 1, mark)),
            };
        }
    }
    out
}

fn closes(first: char, mark: char) -> bool {
    if first == '«' { mark == '»' } else { mark != '«' && mark != '»' }
}

fn fill(flags: &mut [bool], range: Range<usize>) {
    flags.get_mut(range).unwrap_or_default().fill(true);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_spelled_as_in_the_table() {
        for (word, expected) in [
            ("إزاي", "ازاي"),
            ("دلوقتى", "دلوقتي"),
            ("هلأ", "هلأ"),
            ("لأنو", "لأنو"),
            ("كتييير", "كتير"),
            ("آيه", "آيه"),
            ("مُشْ", "مش"),
            ("اللي", "اللي"),
        ] {
            assert_eq!(spelled(word), expected);
        }
    }

    #[test]
    fn the_table_is_well_formed() {
        let mut seen = std::collections::HashSet::new();
        let mut wrong = Vec::new();
        let closed: Vec<&str> = data::columns::<1>(data::CLOSED_CLASS).map(|[word]| word).collect();
        for row in data::rows(data::DIALECT_SIGNS) {
            for form in row[0].split(',') {
                let bare = form.replace('*', "xy");
                let strong = !row[1].starts_with("msa=") && Entry::new(form, row[1], "").dialect() > 10;
                for (holds, what) in [
                    (!seen.insert(form), "stands twice"),
                    (bare.split(' ').map(spelled).collect::<Vec<_>>().join(" ") != bare, "is not spelled as the table spells"),
                    (strong && closed.contains(&form), "is a function word of the standard language"),
                ] {
                    if holds {
                        wrong.push(format!("{form} {what}"));
                    }
                }
            }
            for pair in row[1].split(' ') {
                let (name, weight) = pair.split_once('=').unwrap();
                assert!(NAMES.contains(&name) || name == STANDARD || name == ANY, "{name}");
                assert!((0.0..=3.0).contains(&weight.parse::<f32>().unwrap()), "{pair}");
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
