//! The table of signs, read once: which rows may begin with a word.
//!
//! Rows lie under their first word as the table spells it, so that a text costs one look-up for each distinct spelling.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{ANY, NAMES};
use crate::data;
use crate::text::fold::{Folding, fold_into};

/// A row of the table.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its words.
    pub words: Vec<Word>,
    /// Tenths, by the order of [`NAMES`].
    pub weights: [u8; NAMES.len()],
    /// Tenths for the standard language.
    pub standard: u8,
    /// Whether it is a sign of every dialect.
    pub any: bool,
    /// What the standard language says for it.
    pub means: &'static str,
}

/// A word of a row.
#[derive(Debug)]
pub(super) enum Word {
    Whole(&'static str),
    /// Begin and end, two letters or more between them.
    Open(&'static str, &'static str),
}

impl Word {
    /// Whether it is a word, as the table spells it.
    pub fn is(&self, spelled: &str) -> bool {
        match self {
            Word::Whole(word) => *word == spelled,
            Word::Open(begin, end) => {
                spelled.strip_prefix(begin).and_then(|rest| rest.strip_suffix(end)).is_some_and(|middle| middle.chars().count() >= 2)
            }
        }
    }
}

/// The rows by their first word, those with an open first word apart.
pub(super) struct Table {
    /// The rows.
    pub entries: Vec<Entry>,
    by_word: FxHashMap<&'static str, Vec<u16>>,
    /// By the first letter; those with an open beginning under none.
    open: FxHashMap<Option<char>, Vec<u16>>,
}

/// The table, read once.
pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| {
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

    /// The weight for the dialect that it is the strongest sign of.
    pub fn dialect(&self) -> u8 {
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
    pub fn beginning(&self, word: &str) -> Vec<u16> {
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
                assert!(NAMES.contains(&name) || name == super::super::STANDARD || name == ANY, "{name}");
                assert!((0.0..=3.0).contains(&weight.parse::<f32>().unwrap()), "{pair}");
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
