//! From labelled tokens to mentions: the span of a name without the clitics before it.

use std::ops::Range;
use std::sync::LazyLock;

use super::chain::Labelled;
use super::phrases::Phrases;
use super::{EntityKind, Mention};
use crate::content::view::{View, Word};
use crate::data;
use crate::layout::TokenKind;
use crate::lexicon::gazetteer::{Gazetteer, class, key};
use crate::morph::Upos;
use crate::text::ByteSpan;
use crate::text::fold::{Folding, fold};

/// Words that begin a formula and no name, folded.
static FORMULAS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let words = data::columns::<2>(data::NAME_PARTS).filter(|[class, _]| *class == "formula");
    words.map(|[_, word]| fold(word, Folding::Full)).collect()
});

/// Where the name begins in its first token: as the tagger cut the word, unless a table knows the name with another cut (باريس is no ب
/// and اريس), or the tagger took the word for a verb or a particle, whose clitics say nothing of the name (فيرمين is no ف and يرمين). A و
/// joins names more often than it begins them; a ك begins them more often than it compares with them (كارين).
pub fn start(word: &Word<'_>, listed: &Phrases) -> u32 {
    match listed.at(word.at).filter(|phrase| phrase.tokens.start == word.at) {
        Some(phrase) => word.after_letters(phrase.cut).start,
        None if may_name(word.facts.upos) && word.facts.preposition() != Some(b'k') => word.after_proclitics().start,
        None => word.after_letters(u32::from(word.facts.conjunction() == Some(b'w'))).start,
    }
}

/// Whether words of a class can be names or begin them.
fn may_name(upos: Upos) -> bool {
    matches!(upos, Upos::Propn | Upos::Noun | Upos::Adj | Upos::Num | Upos::X)
}

/// What tables list, and where in the text.
type Listed<'a> = (&'a Gazetteer, &'a Phrases);

/// Appends the mentions of a labelled sentence.
pub fn mentions(view: &View<'_>, listed: Listed<'_>, tokens: Range<usize>, labels: &[Labelled], out: &mut Vec<Mention>) {
    let mut open: Option<(usize, EntityKind, f32)> = None;
    for (at, (label, score)) in tokens.clone().zip(labels.iter().copied()) {
        match (label.kind(), open) {
            (Some(kind), Some((from, of, least))) if !label.starts() && of == kind => open = Some((from, of, least.min(score))),
            (kind, before) => {
                if let Some((from, of, least)) = before {
                    push(view, listed, from..at, of, least, out);
                }
                open = kind.map(|kind| (at, kind, score));
            }
        }
    }
    if let Some((from, kind, score)) = open {
        push(view, listed, from..tokens.end, kind, score, out);
    }
}

fn push(view: &View<'_>, (names, listed): Listed<'_>, tokens: Range<usize>, kind: EntityKind, score: f32, out: &mut Vec<Mention>) {
    let tokens = son(view, names, tokens, out);
    let Some(first) = view.word(tokens.start) else { return };
    let whole = view.span(tokens.clone());
    let start = start(&first, listed).min(whole.end);
    let span = ByteSpan::new(start as usize, whole.end as usize);
    if span.start == span.end
        || FORMULAS.contains(&first.facts.folded)
        || is_latin_clause(view, tokens.clone())
        || is_counted(view, &tokens)
    {
        return;
    }
    let table = listed.at(tokens.start).is_some_and(|phrase| phrase.tokens == tokens);
    let why = if table { "model + table" } else { "model" };
    out.push(Mention { span, tokens, kind, entity: 0, score, why });
}

/// A name that begins with بن, with the given name of the son before it (الحجاج بن أرطأة): the word has no ا because that stands there.
fn son(view: &View<'_>, names: &Gazetteer, tokens: Range<usize>, before: &[Mention]) -> Range<usize> {
    let given = |at: &usize| {
        let Some((first, second)) = view.word(*at).zip(view.word(tokens.start)) else { return false };
        let named = [&first.facts.core, &first.facts.base].iter().any(|name| is_given(names, name));
        first.is_word() && second.facts.folded == "بن" && named && before.last().is_none_or(|mention| mention.tokens.end <= *at)
    };
    tokens.start.checked_sub(1).filter(given).map_or(tokens.clone(), |at| at..tokens.end)
}

fn is_given(names: &Gazetteer, name: &str) -> bool {
    names.get(key(name)).is_some_and(|entry| entry.classes & class::GIVEN != 0)
}

/// Whether one noun stands here right behind a number: it is what is counted (درهم), whatever else is called so.
fn is_counted(view: &View<'_>, tokens: &Range<usize>) -> bool {
    let word = |at: usize| view.word(at);
    let noun = tokens.len() == 1 && word(tokens.start).is_some_and(|w| w.facts.known && w.facts.upos == Upos::Noun && !w.facts.article());
    let number = |w: Word<'_>| w.kind == TokenKind::Number || w.facts.upos == Upos::Num;
    noun && tokens.start.checked_sub(1).and_then(word).is_some_and(number)
}

/// Whether Latin words stand here of which most begin small: a sentence, as names begin with capitals.
fn is_latin_clause(view: &View<'_>, tokens: Range<usize>) -> bool {
    let latin = || view.words(tokens.clone()).filter(|w| w.kind == TokenKind::Latin);
    let small = latin().filter(|w| w.surface.starts_with(char::is_lowercase)).count();
    latin().count() == tokens.len() && tokens.len() > 2 && 2 * small > tokens.len()
}
