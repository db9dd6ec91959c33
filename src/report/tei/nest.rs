//! Elements cut so that they nest.
//!
//! First every element is cut at the ends of sentences. In a sentence, those that cut others (statements) are made to nest among
//! themselves; the others are cut where these begin and end; then all are made to nest together, which cuts no statement any more. Of two
//! elements that cross, the one that begins later is cut, at the end of the other.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use super::marked::Marked;
use crate::layout::Sentence;

/// A piece of an element, inside one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fragment {
    /// Which element.
    pub marked: usize,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Which piece of the element, and of how many.
    pub part: (usize, usize),
}

/// The pieces of each sentence, outer ones before the ones inside, in the order of the text.
pub fn fragments(marked: &[Marked], sentences: &[Sentence]) -> Vec<Vec<Fragment>> {
    let mut pieces: Vec<Vec<Fragment>> = vec![Vec::new(); sentences.len()];
    for (number, element) in marked.iter().enumerate() {
        let first = sentences.partition_point(|sentence| sentence.tokens.end <= element.tokens.start);
        for (sentence, list) in sentences.iter().zip(&mut pieces).skip(first) {
            let tokens = element.tokens.start.max(sentence.tokens.start)..element.tokens.end.min(sentence.tokens.end);
            if tokens.is_empty() {
                break;
            }
            list.push(Fragment { marked: number, tokens, part: (0, 0) });
        }
    }
    let mut out: Vec<Vec<Fragment>> = pieces.into_iter().map(|list| sorted_out(list, marked)).collect();
    let mut counts = vec![0; marked.len()];
    for fragment in out.iter_mut().flatten() {
        if let Some(count) = counts.get_mut(fragment.marked) {
            fragment.part.0 = *count;
            *count += 1;
        }
    }
    for fragment in out.iter_mut().flatten() {
        fragment.part.1 = counts.get(fragment.marked).copied().unwrap_or(1);
    }
    out
}

fn sorted_out(pieces: Vec<Fragment>, marked: &[Marked]) -> Vec<Fragment> {
    if pieces.len() < 2 {
        return pieces;
    }
    let (outer, inner): (Vec<Fragment>, Vec<Fragment>) =
        pieces.into_iter().partition(|piece| marked.get(piece.marked).is_some_and(Marked::cuts));
    let mut all = nest(outer);
    let mut cuts: Vec<usize> = all.iter().flat_map(|piece| [piece.tokens.start, piece.tokens.end]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    for piece in inner {
        let Range { mut start, end } = piece.tokens;
        let from = cuts.partition_point(|&cut| cut <= start);
        for &cut in cuts.iter().skip(from).take_while(|&&cut| cut < end) {
            all.push(Fragment { tokens: start..cut, ..piece });
            start = cut;
        }
        all.push(Fragment { tokens: start..end, ..piece });
    }
    nest(all)
}

fn nest(pieces: Vec<Fragment>) -> Vec<Fragment> {
    let key = |piece: Fragment| Reverse((piece.tokens.start, Reverse(piece.tokens.end), piece.marked));
    let mut waiting: BinaryHeap<_> = pieces.into_iter().map(key).collect();
    let mut out = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    while let Some(Reverse((start, Reverse(mut end), marked))) = waiting.pop() {
        while open.last().is_some_and(|&close| close <= start) {
            open.pop();
        }
        if let Some(&close) = open.last().filter(|&&close| close < end) {
            waiting.push(Reverse((close, Reverse(end), marked)));
            end = close;
        }
        open.push(end);
        out.push(Fragment { marked, tokens: start..end, part: (0, 0) });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::ByteSpan;

    fn element(element: &'static str, tokens: Range<usize>) -> Marked {
        Marked { tokens, element, attributes: Vec::new(), id: String::new() }
    }

    /// The pieces, in sentences that end at these tokens.
    fn shown(marked: &[Marked], ends: &[usize]) -> Vec<(usize, Range<usize>, (usize, usize))> {
        let starts = std::iter::once(&0).chain(ends);
        let sentence = |(&start, &end): (&usize, &usize)| Sentence { span: ByteSpan::default(), block: 0, tokens: start..end };
        let sentences: Vec<Sentence> = starts.zip(ends).map(sentence).collect();
        fragments(marked, &sentences).into_iter().flatten().map(|f| (f.marked, f.tokens, f.part)).collect()
    }

    #[test]
    fn a_sentence_cuts_everything() {
        assert_eq!(shown(&[element("said", 1..7)], &[3, 5, 9]), [(0, 1..3, (0, 3)), (0, 3..5, (1, 3)), (0, 5..7, (2, 3))]);
    }

    #[test]
    fn the_later_of_two_is_cut() {
        assert_eq!(shown(&[element("name", 0..3), element("date", 2..5)], &[9]), [(0, 0..3, (0, 1)), (1, 2..3, (0, 2)), (1, 3..5, (1, 2))]);
    }

    #[test]
    fn a_statement_cuts_what_it_begins_in() {
        let marked = [element("said", 2..9), element("date", 0..4), element("num", 2..4)];
        assert_eq!(shown(&marked, &[9]), [(1, 0..2, (0, 2)), (0, 2..9, (0, 1)), (1, 2..4, (1, 2)), (2, 2..4, (0, 1))]);
    }

    #[test]
    fn equal_ones_nest() {
        assert_eq!(shown(&[element("said", 0..2), element("name", 0..2)], &[2]), [(0, 0..2, (0, 1)), (1, 0..2, (0, 1))]);
    }
}
