//! Expressions that are read in one way: set phrases, and words whose letters a dictionary gives other readings that nobody means.
//!
//! The table has them with their vowels, and the letters under those are what is looked for; so a row says at once where it applies and what is
//! read there. A last letter without a vowel leaves the ending to the sentence. Nothing is read that the dictionary does not have.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use rustc_hash::FxBuildHasher;

use super::endings;
use super::lattice::{Candidate, Lattice, WordType};
use crate::data;
use crate::lexicon::Lexicon;
use crate::morph::{Ending, Reading, Slot, Source, Upos, Written, marks, vocalised};

/// The expressions, by the folded letters of the first word; of those the longest first.
static TABLE: LazyLock<HashMap<Vec<u8>, Vec<Expression>, FxBuildHasher>> = LazyLock::new(table);

/// A word of an expression; none stands for a number.
type Part = Option<Written>;

/// The words of an expression.
type Expression = Vec<Part>;

/// What stands for a number in the table.
const NUMBER: &str = "0";

/// How a word of a sentence is read, where an expression says so.
pub type Fixed = Option<&'static Written>;

fn table() -> HashMap<Vec<u8>, Vec<Expression>, FxBuildHasher> {
    let mut out: HashMap<Vec<u8>, Vec<Expression>, FxBuildHasher> = HashMap::default();
    for [text, before] in data::columns(data::FIXED_EXPRESSIONS) {
        let mut add = |text: &str| {
            let parts: Expression = text.split(' ').map(|word| (word != NUMBER).then(|| Written::new(word))).collect();
            out.entry(key_of(parts.first().and_then(Option::as_ref))).or_default().push(parts);
        };
        add(text);
        for proclitic in before.chars().filter(|&c| c != '-') {
            add(&format!("{proclitic}{}{text}", vowel_of(proclitic)));
        }
    }
    for expressions in out.values_mut() {
        expressions.sort_by_key(|parts| std::cmp::Reverse(parts.len()));
    }
    out
}

/// Of the letters that may stand before an expression.
fn vowel_of(proclitic: char) -> char {
    if matches!(proclitic, 'ب' | 'ل') { '\u{650}' } else { '\u{64E}' }
}

fn key_of(word: Option<&Written>) -> Vec<u8> {
    word.map_or_else(Vec::new, |word| word.key.clone())
}

fn is_number(word: &WordType) -> bool {
    word.written.is_empty() && word.candidates.first().is_some_and(|c| c.reading.tag.upos == Upos::Num)
}

/// What expressions say of the words of a sentence; empty where none stands in it.
pub fn find(lattice: &Lattice) -> Vec<Fixed> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < lattice.len() {
        let Some(parts) = beginning(lattice.get(at..).unwrap_or_default()) else {
            at += 1;
            continue;
        };
        out.resize(lattice.len(), None);
        for (here, part) in out.iter_mut().skip(at).zip(parts) {
            *here = part.as_ref();
        }
        // What ends one may begin the next: يوم الأحد 19 مارس.
        at += parts.len().saturating_sub(1).max(1);
    }
    out
}

/// The longest expression that these words begin with.
fn beginning(words: &[std::sync::Arc<WordType>]) -> Option<&'static Expression> {
    let first = words.first()?;
    let key: &[u8] = if is_number(first) { &[] } else { Some(&*first.written.key).filter(|key| !key.is_empty())? };
    TABLE.get(key)?.iter().find(|parts| {
        parts.len() <= words.len()
            && parts.iter().zip(words).all(|(part, word)| match part {
                Some(part) => part.key == word.written.key,
                None => is_number(word),
            })
    })
}

/// Whether a reading is the one of a word that is an expression by itself; none where it is no expression.
pub fn alone(lexicon: &Lexicon, word: &Written, reading: &Reading) -> Option<bool> {
    let parts = TABLE.get(&*word.key)?.iter().find(|parts| parts.len() == 1)?;
    let fixed = parts.first()?.as_ref()?;
    let fits = |&ending: &Ending| marks::same(fixed, &vocalised(lexicon, word, reading, ending), reading);
    Some(endings::options(&reading.tag).iter().any(fits))
}

/// Which readings of a word are the one of an expression: with an ending that it may have, or else up to its ending; none where the
/// dictionary has none of them.
pub fn readings(lexicon: &Lexicon, word: &WordType, fixed: &Written) -> Option<Vec<bool>> {
    let whole = |c: &Candidate| endings::options(&c.reading.tag).iter().any(|&ending| fits(lexicon, word, c, fixed, ending));
    let open = |c: &Candidate| marks::agree(fixed, &vocalised(lexicon, &word.written, &c.reading, Ending::None), &c.reading);
    let those = |wanted: &dyn Fn(&Candidate) -> bool| -> Option<Vec<bool>> {
        let mask: Vec<bool> = word.candidates.iter().map(wanted).collect();
        mask.contains(&true).then_some(mask)
    };
    // Adverbs have a row of their own for what they mean; an accusative with its alef stands for itself where the dictionary lists it as an adverb of
    // one piece too.
    those(&|c| matches!(c.reading.source, Source::Function { .. }) && c.reading.tag.upos == Upos::Adv && whole(c))
        .or_else(|| those(&|c| c.reading.tag.slot == Slot::AccusativeAlef && whole(c)))
        .or_else(|| those(&whole))
        .or_else(|| those(&open))
}

fn fits(lexicon: &Lexicon, word: &WordType, c: &Candidate, fixed: &Written, ending: Ending) -> bool {
    marks::same(fixed, &vocalised(lexicon, &word.written, &c.reading, ending), &c.reading)
}

/// Of endings those that an expression leaves open.
pub fn endings_left(
    lexicon: &Lexicon,
    word: &WordType,
    c: &Candidate,
    fixed: &Written,
    all: Cow<'static, [Ending]>,
) -> Cow<'static, [Ending]> {
    let left: Vec<Ending> = all.iter().filter(|&&ending| fits(lexicon, word, c, fixed, ending)).copied().collect();
    if left.is_empty() { all } else { Cow::Owned(left) }
}
