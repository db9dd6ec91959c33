//! The main clause of a sentence, short enough for a line.
//!
//! Reads tags and punctuation; adds a range of tokens. The decision: a clause runs from its verb to the first comma behind which something new
//! begins. A comma that opens a short adverbial (أرجأ المجلس، اليوم الثلاثاء، التصويت) ends nothing; a subordinating conjunction and a second
//! verb with و do. A clause that is still too long is cut before a preposition, so that no word is left without the one it governs.

use std::ops::Range;

use crate::content::view::{View, Word};
use crate::layout::TokenKind;
use crate::morph::Upos;
use crate::text::ByteSpan;

use super::terms::{Stop, stop};

/// Words of the longest clause.
const LONGEST: usize = 22;

/// A clause of fewer words goes on behind a comma or a conjunction.
const SHORTEST: usize = 5;

/// Words of the longest adverbial between commas.
const ADVERBIAL: usize = 6;

/// Words of the longest subject that is left out because the line names it already.
const SUBJECT: usize = 8;

/// Tokens before the colon of a place and its agency (بغداد - وكالات:).
const DATELINE: usize = 9;

/// Tokens of a place and the dash behind it (عمّان –).
const PLACE: usize = 4;

/// The piece of a headline before a pause; from its verb on where `who` is the subject before it.
pub fn of_headline(view: &View<'_>, tokens: Range<usize>, who: Option<ByteSpan>) -> Option<Range<usize>> {
    let pause = |w: &Word<'_>| !w.is_word() && (w.surface.starts_with("..") || w.surface == "…" || w.surface == "|");
    let end = view.words(tokens.clone()).find(pause).map_or(tokens.end, |w| w.at);
    let piece = trimmed(view, tokens.start..end)?;
    cut(view, predicate(view, piece.clone(), who)..piece.end)
}

/// The main clause of a sentence, without the place and agency in front.
pub fn of_sentence(view: &View<'_>, tokens: Range<usize>, who: Option<ByteSpan>) -> Option<Range<usize>> {
    let from = behind_dateline(view, tokens.clone());
    let start = predicate(view, trimmed(view, from..tokens.end)?, who);
    cut(view, start..clause_end(view, start, tokens.end))
}

/// Where the text starts behind `بغداد - وكالات:` or `عمّان –`.
fn behind_dateline(view: &View<'_>, tokens: Range<usize>) -> usize {
    let mark = |from: usize, to: usize, marks: &[&str]| {
        view.words(from..to.min(tokens.end)).find(|w| marks.iter().any(|m| w.is(m))).map(|w| w.at + 1)
    };
    let colon = mark(tokens.start, tokens.start + DATELINE, &[":"]);
    let after = colon.or_else(|| mark(tokens.start, tokens.start + PLACE, &["-", "–", "—"]));
    let named = |end: usize| {
        view.words(tokens.start..end).filter(Word::is_word).all(|w| matches!(w.facts.upos, Upos::Propn | Upos::Noun | Upos::Adj | Upos::X))
    };
    let balanced = |end: usize| {
        let count = |mark: &str| view.words(tokens.start..end).filter(|w| w.is(mark)).count();
        count("(") == count(")")
    };
    after.filter(|&end| balanced(end) && end + SHORTEST < tokens.end && named(end)).unwrap_or(tokens.start)
}

/// Where a clause says what happened: at its verb if `who` alone or an adverbial stands before it, else at its start, as nothing can be taken
/// from it.
fn predicate(view: &View<'_>, piece: Range<usize>, who: Option<ByteSpan>) -> usize {
    let Some(verb) = main_verb(view, piece.start..piece.end.min(piece.start + LONGEST)) else { return piece.start };
    if piece.end - verb < 3 {
        return piece.start;
    }
    let mut before = view.words(piece.start..verb);
    let governs = |w: &Word<'_>| w.facts.upos == Upos::Adp || w.facts.preposition().is_some();
    let adverbial = before.clone().next().is_some_and(|w| governs(&w) || w.facts.upos == Upos::Adv) && before.clone().any(|w| comma(&w));
    let subject = who.is_some_and(|who| view.span(piece.start..verb).contains(who)) && verb - piece.start <= SUBJECT;
    let bare = before.all(|w| w.is_word() && !governs(&w) && w.facts.conjunction().is_none());
    if adverbial || subject && bare { verb } else { piece.start }
}

/// The first verb that no conjunction or relative pronoun makes part of something else.
fn main_verb(view: &View<'_>, tokens: Range<usize>) -> Option<usize> {
    for word in view.words(tokens) {
        match word.facts.upos {
            Upos::Verb => return Some(word.at),
            Upos::Sconj => return None,
            Upos::Pron if word.facts.folded.contains("لذ") || word.facts.folded.contains("لت") => return None,
            _ => {}
        }
    }
    None
}

fn clause_end(view: &View<'_>, start: usize, end: usize) -> usize {
    let (mut words, mut depth) = (0, 0i32);
    let mut resumed = start;
    for word in view.words(start..end) {
        match word.surface {
            "(" | "[" => depth += 1,
            ")" | "]" => depth -= 1,
            _ => {}
        }
        if depth > 0 && words < LONGEST {
            continue;
        }
        if comma(&word) {
            if word.at < resumed {
                continue;
            }
            match adverbial(view, word.at + 1, end) {
                Some(after) if after + 1 < end => resumed = after + 1,
                _ if words >= SHORTEST => return word.at,
                _ => {}
            }
        } else {
            let stopped = stops(&word) || word.kind == TokenKind::Emoji && words > 0;
            if stopped || word.at >= resumed && words >= SHORTEST && begins_another(&word) {
                return word.at;
            }
        }
        words += usize::from(word.is_word());
    }
    end
}

fn comma(word: &Word<'_>) -> bool {
    word.is("،") || word.is(",")
}

fn stops(word: &Word<'_>) -> bool {
    !word.is_word() && word.surface.starts_with(['.', '؛', ';', '!', '؟', '?', '…', ':', '\n'])
}

fn begins_another(word: &Word<'_>) -> bool {
    let complement = word.facts.core.starts_with("ان") || word.facts.folded.contains("ان");
    let subordinate = word.facts.upos == Upos::Sconj && !complement;
    subordinate || word.facts.upos == Upos::Verb && word.facts.conjunction().is_some()
}

/// Where an adverbial that starts at `at` is closed by a comma.
fn adverbial(view: &View<'_>, at: usize, end: usize) -> Option<usize> {
    let first = view.word(at)?;
    let facts = first.facts;
    let time = matches!(facts.upos, Upos::Adv | Upos::Adp) || stop(facts) == Some(Stop::Never) || facts.preposition().is_some();
    let close = view.words(at..end.min(at + ADVERBIAL + 1)).find(comma)?;
    (time && facts.conjunction().is_none()).then_some(close.at)
}

/// A clause without marks at its ends, and not too long.
fn cut(view: &View<'_>, tokens: Range<usize>) -> Option<Range<usize>> {
    let tokens = trimmed(view, tokens)?;
    let words: Vec<Word<'_>> = view.words(tokens.clone()).filter(Word::is_word).collect();
    let Some(over) = words.get(LONGEST) else { return Some(tokens) };
    let free = |w: &&Word<'_>| w.facts.upos == Upos::Adp || w.facts.preposition().is_some() || w.facts.conjunction().is_some();
    let last = words.iter().take(LONGEST + 1).skip(SHORTEST).rev().find(free).map_or(over.at, |w| w.at);
    trimmed(view, tokens.start..last)
}

/// Without marks at either end that belong to no word inside; a bracket or quotation mark that closes what was opened inside does.
fn trimmed(view: &View<'_>, tokens: Range<usize>) -> Option<Range<usize>> {
    let says = |w: &Word<'_>| w.facts.upos != Upos::Punct && w.kind != TokenKind::Emoji;
    let first = view.words(tokens.clone()).find(says)?.at;
    let last = view.words(tokens.clone()).rev().find(says)?.at;
    let (mut depth, mut lowest, mut quotes) = (0i32, 0i32, 0);
    for word in view.words(first..last + 1) {
        match word.surface {
            "«" | "(" | "[" => depth += 1,
            "»" | ")" | "]" => depth -= 1,
            "\"" | "“" | "”" => quotes += 1,
            _ => {}
        }
        lowest = lowest.min(depth);
    }
    let mark = |at: usize| view.word(at).filter(|w| tokens.contains(&w.at) && !w.is_word()).map_or("", |w| w.surface);
    let opened = lowest < 0 && matches!(first.checked_sub(1).map_or("", mark), "«" | "(" | "[");
    let closed = match mark(last + 1) {
        "»" | ")" | "]" => depth > lowest,
        "\"" | "“" | "”" => quotes % 2 == 1,
        _ => false,
    };
    Some(first - usize::from(opened)..last + 1 + usize::from(closed))
}
