//! Words of closed tables with what is written onto their front.
//!
//! Numbers, months, units and the like are few and known, so their clitics are cut by spelling: the first cut whose rest
//! stands in the table is right. The tagger's cut is not asked, because it may read the ه of «بثلاثه» as a pronoun.

use std::sync::OnceLock;

use crate::content::view::{Facts, Word};
use crate::content::worked::Worked;
use crate::text::ByteSpan;
use crate::text::fold::{Folding, fold};

/// What stands in front of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Front {
    /// و or ف.
    pub conjunction: bool,
    /// ب, ك or ل.
    pub preposition: Option<char>,
    /// ال, also that of لل.
    pub article: bool,
    /// Letters before the article, or before the word where there is none.
    pub letters: usize,
}

/// A word of a table, found at a token.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit<T> {
    /// What stands in front of it.
    pub front: Front,
    /// What the table says.
    pub entry: T,
}

/// All ways to cut what stands in front of a folded word, the shortest first.
fn cuts(folded: &str) -> impl Iterator<Item = (Front, &str)> {
    let conjunctions = [None, Some('و'), Some('ف')];
    conjunctions.into_iter().flat_map(move |conjunction| {
        let rest = conjunction.map_or(Some(folded), |c| folded.strip_prefix(c));
        let after = usize::from(conjunction.is_some());
        rest.into_iter().flat_map(move |rest| {
            let front = Front { conjunction: conjunction.is_some(), preposition: None, article: false, letters: after };
            let with = |c: char| Front { preposition: Some(c), letters: after + 1, ..front };
            let article = |front: Front| Front { article: true, ..front };
            let preposition = rest.chars().next().filter(|c| matches!(c, 'ب' | 'ك' | 'ل'));
            let inner = preposition.and_then(|c| rest.strip_prefix(c));
            let double = rest.strip_prefix("لل").map(|r| (article(with('ل')), r));
            [
                Some((front, rest)),
                rest.strip_prefix("ال").map(|r| (article(front), r)),
                double,
                inner.zip(preposition).and_then(|(r, c)| r.strip_prefix("ال").map(|r| (article(with(c)), r))),
                inner.zip(preposition).map(|(r, c)| (with(c), r)),
            ]
            .into_iter()
            .flatten()
        })
    })
}

/// The first cut whose rest `entry` knows.
pub fn cut<T>(folded: &str, entry: impl Fn(&str) -> Option<T>) -> Option<Hit<T>> {
    cuts(folded).find_map(|(front, rest)| entry(rest).map(|entry| Hit { front, entry }))
}

/// A table of words, and where a word keeps what it is in it.
#[derive(Debug)]
pub struct Closed<T: 'static> {
    cell: fn(&Worked) -> &OnceLock<Option<Hit<T>>>,
    entry: fn(&str) -> Option<T>,
}

impl<T> Closed<T> {
    /// The words that `entry` knows.
    pub const fn new(cell: fn(&Worked) -> &OnceLock<Option<Hit<T>>>, entry: fn(&str) -> Option<T>) -> Closed<T> {
        Closed { cell, entry }
    }

    /// What a word is.
    pub fn of<'f>(&self, facts: &'f Facts) -> Option<&'f Hit<T>> {
        // No word of a table is longer, front and all.
        let look_up = || (facts.folded.len() <= 48).then(|| cut(&facts.folded, self.entry)).flatten();
        (self.cell)(&facts.worked).get_or_init(look_up).as_ref()
    }
}

/// The place of a word without its first letters; marks go with the letter before them.
pub fn without(word: &Word<'_>, letters: usize) -> ByteSpan {
    if letters == 0 {
        return word.span;
    }
    let mut seen = 0;
    let mut buffer = [0u8; 4];
    for (at, c) in word.surface.char_indices() {
        let folded = fold(c.encode_utf8(&mut buffer), Folding::Full).chars().count();
        if folded > 0 && seen >= letters {
            return ByteSpan::new(word.span.start as usize + at, word.span.end as usize);
        }
        seen += folded;
    }
    word.span
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fronts_are_cut_by_spelling() {
        let known = |word: &str| matches!(word, "ثلاثه" | "واحد" | "الف" | "بضعه").then_some(());
        let front = |word: &str| cut(word, known).map(|hit| hit.front);
        assert_eq!(front("وبثلاثه").map(|f| (f.conjunction, f.preposition, f.letters)), Some((true, Some('ب'), 2)));
        assert_eq!(front("للثلاثه").map(|f| (f.article, f.letters)), Some((true, 1)));
        assert_eq!(front("واحد"), Some(Front::default()));
        assert_eq!(front("الف"), Some(Front::default()));
        assert_eq!(front("والالف").map(|f| (f.article, f.letters)), Some((true, 1)));
        assert_eq!(front("بضعه"), Some(Front::default()));
        assert_eq!(front("كتاب"), None);
    }
}
