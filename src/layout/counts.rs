//! What a line is made of, counted in one pass over its tokens.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::token::{Token, TokenKind};
use crate::data;
use crate::text::chars;
use crate::text::fold::{Folding, fold};

/// Longer lines are prose, whatever single words they hold; only their beginning is compared with tables.
const WORDS_COMPARED: usize = 48;

static MARKS: LazyLock<FxHashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut map: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
    for [class, mark] in data::columns::<2>(data::MARKS) {
        map.entry(mark).or_default().push(class);
    }
    map
});

/// Whether `surface` is a sign of `class` in `marks.tsv`.
pub fn is_mark(surface: &str, class: &str) -> bool {
    MARKS.get(surface).is_some_and(|classes| classes.contains(&class))
}

/// The make of a line.
#[derive(Debug, Clone, Default)]
pub struct Counts {
    /// Words, numbers, tags and addresses together.
    pub words: usize,
    /// Numbers.
    pub numbers: usize,
    /// Clock times.
    pub clocks: usize,
    /// Words in foreign letters.
    pub foreign: usize,
    /// Web and mail addresses.
    pub addresses: usize,
    /// Hashtags and handles.
    pub tags: usize,
    /// Signs that separate the entries of a row.
    pub separators: usize,
    /// Gaps wide enough to keep the cells of a row apart.
    pub columns: usize,
    /// Commas.
    pub commas: usize,
    /// Stops, question and exclamation marks.
    pub stops: usize,
    /// The first words, folded in full.
    pub folded: Vec<String>,
}

impl Counts {
    /// Counts the tokens of one line or paragraph.
    pub fn of(text: &str, tokens: &[Token]) -> Self {
        let mut out = Self::default();
        let mut end = tokens.first().map_or(0, |t| t.span.start);
        for token in tokens {
            out.columns += usize::from(is_column_gap(text.get(end as usize..token.span.start as usize).unwrap_or("")));
            end = token.span.end;
            out.add(text, token);
        }
        out
    }

    fn add(&mut self, text: &str, token: &Token) {
        let surface = token.span.of(text);
        match token.kind {
            TokenKind::Punct | TokenKind::Symbol => {
                self.commas += usize::from(matches!(surface, "،" | ","));
                self.stops += usize::from(surface.starts_with(chars::is_terminal));
                // A quotation mark that hugs a word quotes; one that stands apart separates.
                let apart = !surface.starts_with(chars::is_quote) || stands_apart(text, token);
                self.separators += usize::from(apart && is_mark(surface, "separator"));
                return;
            }
            TokenKind::Emoji => return,
            TokenKind::Word | TokenKind::Latin => {
                self.foreign += usize::from(token.kind == TokenKind::Latin);
                if self.folded.len() < WORDS_COMPARED {
                    self.folded.push(fold(surface, Folding::Full));
                }
            }
            TokenKind::Number => {
                self.numbers += 1;
                self.clocks += usize::from(surface.contains(':'));
            }
            TokenKind::Url | TokenKind::Email => self.addresses += 1,
            TokenKind::Hashtag | TokenKind::Handle => self.tags += 1,
        }
        self.words += 1;
    }
}

/// Whether white space or the text's edge stands on both sides.
fn stands_apart(text: &str, token: &Token) -> bool {
    let before = text.get(..token.span.start as usize).unwrap_or("");
    let after = text.get(token.span.end as usize..).unwrap_or("");
    before.chars().next_back().is_none_or(char::is_whitespace) && after.chars().next().is_none_or(char::is_whitespace)
}

/// White space by which a copied row keeps its cells apart.
fn is_column_gap(gap: &str) -> bool {
    gap.contains('\t') || !gap.contains('\n') && gap.chars().filter(|c| c.is_whitespace()).count() >= 2
}
