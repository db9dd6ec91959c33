//! Acronyms and short names in brackets: «مكتب التحقيقات الفيدرالي (FBI)», «وكالة الأنباء العراقية (واع)».
//!
//! What stands alone in brackets after a name is that name in short. Where the recogniser saw no name there, a mention is
//! added; an acronym found so is looked for in the rest of the text.

use crate::content::names::{EntityKind, Mention};
use crate::content::view::View;
use crate::layout::TokenKind;
use crate::order::sort_by_number;

/// Which mention stands for which earlier one: pairs of indices into the mentions, the later one first.
pub type Tied = Vec<(usize, usize)>;

/// Longest content of brackets that is a short name, in tokens: أ ف ب.
const LONGEST: usize = 4;

/// Adds mentions in brackets and gives what is tied to what.
pub fn tie(view: &View<'_>, mentions: &mut Vec<Mention>) -> Tied {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut added: Vec<Mention> = Vec::new();
    let mut acronyms: Vec<(String, EntityKind)> = Vec::new();
    for (number, mention) in mentions.iter().enumerate() {
        let Some(inside) = bracketed(view, mention.tokens.end) else { continue };
        let next = mentions.get(number + 1).filter(|next| next.tokens.start < inside.end);
        let acronym = acronym(view, inside.clone());
        match next {
            Some(next) if next.tokens == inside && (next.kind == mention.kind || acronym) => {
                pairs.push((inside.start, mention.tokens.start))
            }
            None if acronym && mention.kind != EntityKind::Person => {
                let span = view.span(inside.clone());
                let why = "acronym in brackets";
                added.push(Mention { span, tokens: inside.clone(), kind: mention.kind, entity: 0, score: mention.score, why });
                pairs.push((inside.start, mention.tokens.start));
            }
            _ => continue,
        }
        if acronym && inside.len() == 1 {
            acronyms.extend(view.word(inside.start).map(|word| (word.facts.folded.clone(), mention.kind)));
        }
    }
    for (start, _) in &pairs {
        // A short name is of the kind of the name that it stands for.
        let kind =
            pairs.iter().find(|(s, _)| s == start).and_then(|(_, of)| mentions.iter().find(|m| m.tokens.start == *of)).map(|m| m.kind);
        if let (Some(mention), Some(kind)) = (mentions.iter_mut().find(|m| m.tokens.start == *start), kind) {
            mention.kind = kind;
        }
    }
    let taken = |at: usize, list: &[Mention]| list.iter().any(|m| m.tokens.contains(&at));
    if !acronyms.is_empty() {
        for at in view.read_sentences().flat_map(|s| view.sentence(s)) {
            let Some(word) = view.word(at).filter(|w| w.kind == TokenKind::Latin) else { continue };
            let known = acronyms.iter().find(|(text, _)| *text == word.facts.folded);
            if let Some((_, kind)) = known.filter(|_| !taken(at, &added) && mentions.binary_search_by(|m| order(m, at)).is_err()) {
                let why = "acronym explained elsewhere";
                added.push(Mention { span: word.span, tokens: at..at + 1, kind: *kind, entity: 0, score: 0.9, why });
            }
        }
    }
    mentions.append(&mut added);
    sort_by_number(mentions, |m| u64::from(m.span.start));
    let index = |start: usize| mentions.iter().position(|m| m.tokens.start == start);
    pairs.into_iter().filter_map(|(short, of)| Some((index(short)?, index(of)?))).collect()
}

fn order(mention: &Mention, at: usize) -> std::cmp::Ordering {
    if mention.tokens.end <= at {
        std::cmp::Ordering::Less
    } else if mention.tokens.start > at {
        std::cmp::Ordering::Greater
    } else {
        std::cmp::Ordering::Equal
    }
}

/// The tokens between brackets that open at a token.
fn bracketed(view: &View<'_>, open: usize) -> Option<std::ops::Range<usize>> {
    view.word(open).filter(|w| w.is("("))?;
    let close = (open + 2..=open + 1 + LONGEST).find(|&at| view.word(at).is_some_and(|w| w.is(")")))?;
    Some(open + 1..close)
}

/// Whether tokens look like a short name: Latin letters, or single Arabic letters.
fn acronym(view: &View<'_>, tokens: std::ops::Range<usize>) -> bool {
    let latin = |text: &str| text.chars().any(|c| c.is_ascii_uppercase());
    let one = tokens.len() == 1;
    view.words(tokens).all(|word| match word.kind {
        TokenKind::Latin => latin(word.surface),
        TokenKind::Word => word.facts.folded.chars().count() == 1 || one && !word.facts.known && word.facts.folded.chars().count() <= 5,
        _ => word.is("."),
    })
}
