//! Spaces that are missing inside a word, and spaces that cut a clitic off.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxBuildHasher;

use super::lookup::Lookup;
use super::{Correction, Rule, Source, Tier, words_of};
use crate::data;
use crate::layout::TokenKind;
use crate::lexicon::buckwalter::encode;
use crate::morph::correct::respell;
use crate::morph::{Tag, Upos, Written};
use crate::text::ByteSpan;
use crate::text::chars::{Class, class};

/// What may follow a word that is written against the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Imperfect,
    Verb,
    Name,
    Definite,
}

/// Letters of joinable words, and what follows them.
static JOINABLE: LazyLock<HashMap<Vec<u8>, Next, FxBuildHasher>> = LazyLock::new(|| {
    let next = |name: &str| match name {
        "imperfect" => Next::Imperfect,
        "verb" => Next::Verb,
        "name" => Next::Name,
        _ => Next::Definite,
    };
    data::columns::<2>(data::JOINABLE).map(|[word, before]| (encode(word), next(before))).collect()
});

/// Letters that belong to the next word.
static DETACHED: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words_of("detached").map(|(letters, _)| letters).collect());

static LONGEST_DETACHED: LazyLock<usize> = LazyLock::new(|| DETACHED.iter().map(|letters| letters.len()).max().unwrap_or(0).max("و".len()));

/// How common the second word has to be, in logarithms, by what it is: letters that happen to spell a perfect verb are many, those that
/// spell an imperfect one few.
fn least(next: Next) -> f32 {
    match next {
        Next::Imperfect => 11.0,
        Next::Verb | Next::Name => 16.0,
        Next::Definite => 14.0,
    }
}

/// Corrections of the spaces behind single letters in a block.
pub fn read(source: &Source<'_>, range: Range<usize>, out: &mut Vec<Correction>) {
    for at in range.clone() {
        let (Some(token), Some(next)) = (source.tokens.get(at), source.tokens.get(at + 1)) else { continue };
        let alone = token.kind == TokenKind::Word && next.kind == TokenKind::Word && token.span.len() <= *LONGEST_DETACHED;
        if !alone || !range.contains(&(at + 1)) {
            continue;
        }
        let gap = ByteSpan { start: token.span.end, end: next.span.start };
        if !gap.of(source.text).chars().all(|c| c == ' ') {
            continue;
        }
        let single = |at: usize| source.tokens.get(at).is_some_and(|t| t.span.len() <= 2 && t.kind == TokenKind::Word);
        // «أ و ب» names letters.
        if single(at + 1) || at > range.start && single(at - 1) {
            continue;
        }
        match token.span.of(source.text) {
            "و" if !next.span.of(source.text).chars().all(|c| c == 'و' || class(c) == Class::Invisible) => {
                out.push(Correction::certain(gap, Rule::SplitWord, ""));
            }
            letters if DETACHED.contains(letters) => {
                let joined = format!("{}{}", token.span.of(source.text), next.span.of(source.text));
                if Lookup::new(source.packs).is_some_and(|l| l.relaxed(&Written::new(&joined), |_| true).is_some()) {
                    out.push(Correction {
                        span: gap,
                        rule: Rule::SplitWord,
                        tier: Tier::Contextual,
                        suggestions: vec![String::new()],
                        confidence: 0.9,
                    });
                }
            }
            _ => {}
        }
    }
}

/// A word that is two, written without the space between them: the two, and how common the second is.
pub fn split(lookup: &Lookup<'_>, text: &str, word: &Written) -> Option<(String, f32)> {
    let spelled: Vec<u8> = word.letters.iter().map(|l| l.byte).collect();
    let mut best: Option<(String, f32)> = None;
    for front in 0..=usize::from(matches!(spelled.first(), Some(b'w' | b'f'))) {
        for cut in front + 2..=(front + 4).min(spelled.len().saturating_sub(2)) {
            let Some(&next) = spelled.get(front..cut).and_then(|left| JOINABLE.get(left)) else { continue };
            let Some(place) = word.letters.get(cut).map(|l| l.start as usize) else { continue };
            let Some((left, right)) = text.split_at_checked(place) else { continue };
            let written = Written::new(right);
            // Two letters after يا are a word only where they are a common one: يا رب.
            let needed = if spelled.len() - cut < 3 { 20.0 } else { least(next) };
            let Some(known) = lookup.relaxed(&written, |tag| follows(next, tag)) else { continue };
            if known.prior >= needed && best.as_ref().is_none_or(|(_, prior)| known.prior > *prior) {
                best = Some((format!("{left} {}", respell(right, &written, &known.right)), known.prior));
            }
        }
    }
    best
}

fn follows(next: Next, tag: &Tag) -> bool {
    let finite = matches!(tag.upos, Upos::Verb | Upos::Aux) && tag.conjunction == 0;
    match next {
        Next::Imperfect => finite && tag.aspect == 2 && tag.particle == 0,
        Next::Verb => finite && matches!(tag.aspect, 1 | 2) && tag.particle == 0,
        Next::Name => matches!(tag.upos, Upos::Propn | Upos::Noun) && tag.conjunction == 0 && tag.preposition == 0 && tag.particle == 0,
        Next::Definite => tag.definite() && tag.conjunction == 0 && tag.preposition == 0,
    }
}
