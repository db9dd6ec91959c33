//! Concordance: every place of a query with what stands around it (key word in context).
//!
//! Places are found and sorted as numbers; only the lines of the page that is looked at are made. `before` and `after` are meant in
//! reading order: in Arabic what stands before is on the right.

use super::index::NONE;
use super::search::Hits;
use super::{Corpus, at, sorted};
use crate::text::ByteSpan;

/// By what lines are sorted. Words are compared by their folded letters in the order of the alphabet; the place in the text decides last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Place in the text.
    Position,
    /// The words found.
    Node,
    /// The so-manieth word before them, 1 the next; lines that have none come first.
    Before(u8),
    /// The so-manieth word after them.
    After(u8),
}

impl Sort {
    /// All ways, in the order of their numbers outside.
    pub const ALL: [Sort; 8] =
        [Sort::Position, Sort::Node, Sort::Before(1), Sort::Before(2), Sort::Before(3), Sort::After(1), Sort::After(2), Sort::After(3)];
    /// Their names.
    pub const NAMES: [&'static str; 8] = ["position", "node", "before1", "before2", "before3", "after1", "after2", "after3"];
}

/// Which lines are wanted.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The first decides, then the next.
    pub sort: Vec<Sort>,
    /// From the last to the first.
    pub reversed: bool,
    /// How many lines to pass over.
    pub offset: usize,
    /// How many lines at most.
    pub limit: usize,
    /// Running words of context on each side.
    pub window: u32,
}

impl Default for Wanted {
    fn default() -> Self {
        Wanted { sort: Vec::new(), reversed: false, offset: 0, limit: 50, window: 8 }
    }
}

/// A line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// What stands before, inside the block, without white space at its ends.
    pub before: ByteSpan,
    /// What was found.
    pub node: ByteSpan,
    /// What stands after.
    pub after: ByteSpan,
    /// Index of the sentence.
    pub sentence: u32,
    /// Index of the block.
    pub block: u32,
    /// First token.
    pub first: u32,
    /// Last token.
    pub last: u32,
}

/// The lines of a page.
pub fn lines(corpus: Corpus<'_>, hits: &Hits, wanted: &Wanted) -> Vec<Line> {
    let order = order(corpus, hits, &wanted.sort);
    let total = hits.positions.len();
    let mut page = Vec::new();
    for place in wanted.offset..wanted.offset.saturating_add(wanted.limit).min(total) {
        let place = if wanted.reversed { total - 1 - place } else { place };
        let hit = order.as_ref().map_or(place as u32, |order| at(order, place as u32));
        page.extend(line(corpus, at(&hits.positions, hit), hits.len, wanted.window));
    }
    page
}

/// The hits in the order asked for; none where that is the order of the text.
fn order(corpus: Corpus<'_>, hits: &Hits, by: &[Sort]) -> Option<Vec<u32>> {
    if matches!(by.first(), None | Some(Sort::Position)) {
        return None;
    }
    // The keys of a line, side by side: for each word compared, one more than its place in the alphabet, 0 for none.
    let mut keys: Vec<u32> = Vec::new();
    for &position in &hits.positions {
        for &sort in by {
            let words = match sort {
                Sort::Position => {
                    keys.push(position);
                    continue;
                }
                Sort::Node => 0..i64::from(hits.len),
                Sort::Before(n) => -i64::from(n)..1 - i64::from(n),
                Sort::After(n) => i64::from(hits.len) - 1 + i64::from(n)..i64::from(hits.len) + i64::from(n),
            };
            for word in words {
                keys.push(key(corpus, position, i64::from(position) + word));
            }
        }
    }
    let width = keys.len() / hits.positions.len().max(1);
    let row = |hit: u32| keys.get(hit as usize * width..(hit as usize + 1) * width);
    Some(sorted(hits.positions.len(), &|a, b| row(a).cmp(&row(b))))
}

/// One more than the place in the alphabet of the word at `at`, 0 when it is not in the block of the hit.
fn key(corpus: Corpus<'_>, hit: u32, at: i64) -> u32 {
    let index = corpus.index;
    let Ok(at) = usize::try_from(at) else { return 0 };
    if block(corpus, at) != block(corpus, hit as usize) {
        return 0;
    }
    let word = index.word.get(at).and_then(|&word| index.words.get(word as usize));
    word.and_then(|word| index.order().get(word.form as usize)).map_or(0, |place| place + 1)
}

/// The block of a running word.
fn block(corpus: Corpus<'_>, at: usize) -> Option<usize> {
    let sentence = *corpus.index.sentence.get(at)?;
    Some(corpus.layout.sentences.get(sentence as usize)?.block)
}

fn line(corpus: Corpus<'_>, position: u32, len: u32, window: u32) -> Option<Line> {
    let index = corpus.index;
    let (from, to) = (position as usize, position as usize + (len as usize).saturating_sub(1));
    let number = block(corpus, from)?;
    let whole = corpus.layout.blocks.get(number)?.span;
    let node = corpus.span(position, len);
    let inside = |at: usize| block(corpus, at) == Some(number);
    // A full window ends at its last word, a shorter one at the edge of the block.
    let first = from.checked_sub(window as usize).filter(|&at| inside(at));
    let start = first.map_or(whole.start, |at| corpus.span(at as u32, 1).start);
    let last = Some(to + window as usize).filter(|&at| inside(at));
    let end = last.map_or(whole.end, |at| corpus.span(at as u32, 1).end);
    Some(Line {
        before: trimmed(corpus.text, start, node.start),
        node,
        after: trimmed(corpus.text, node.end, end),
        sentence: *index.sentence.get(from)?,
        block: u32::try_from(number).unwrap_or(NONE),
        first: *index.token.get(from)?,
        last: *index.token.get(to)?,
    })
}

fn trimmed(text: &str, start: u32, end: u32) -> ByteSpan {
    let span = ByteSpan { start, end: end.max(start) };
    let inside = span.of(text);
    let start = span.start as usize + inside.len() - inside.trim_start().len();
    ByteSpan::new(start, start + inside.trim().len())
}
