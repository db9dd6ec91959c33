//! What a person is called beside the name: «الخبير الأمني حمزة أبو الصوف» makes «الخبير الأمني» another name of his.

use super::Entity;
use crate::content::names::triggers::{self, TITLE};
use crate::content::names::{EntityKind, Mention};
use crate::content::view::View;
use crate::morph::Upos;
use crate::text::ByteSpan;

/// Longest title, in tokens.
const LONGEST: usize = 7;

/// Adds the titles that stand before the mentions of people to their aliases.
pub fn add(view: &View<'_>, mentions: &[Mention], entities: &mut [Entity]) {
    let mut before = 0;
    for mention in mentions {
        if mention.kind == EntityKind::Person
            && let Some(span) = title(view, mention, before)
            && let Some(entity) = entities.get_mut(mention.entity as usize)
        {
            let text = span.of(view.text).split_whitespace().collect::<Vec<_>>().join(" ");
            if !entity.aliases.contains(&text) {
                entity.aliases.push(text);
            }
        }
        before = mention.tokens.end;
    }
}

/// The title before a mention: from the word that announces a person, through nouns, adjectives and names, to the name.
fn title(view: &View<'_>, mention: &Mention, _before: usize) -> Option<ByteSpan> {
    let start = mention.tokens.start;
    let sentence = view.sentence(view.sentence_of(start));
    let mut found = None;
    for at in (sentence.start.max(start.saturating_sub(LONGEST))..start).rev() {
        let word = view.word(at)?;
        let nominal = word.is_word() && matches!(word.facts.upos, Upos::Noun | Upos::Adj | Upos::Propn);
        let bound = word.facts.preposition().is_some() || word.facts.conjunction().is_some() || word.facts.pronoun();
        if !nominal {
            break;
        }
        if triggers::of(word.facts) & TITLE != 0 && word.facts.upos != Upos::Adj {
            found = Some(at);
        }
        if bound {
            break;
        }
    }
    let first = view.word(found?)?;
    let end = view.tokens.get(start.checked_sub(1)?)?.span.end;
    let from = first.after_proclitics().start;
    // A name in the midst of the title («رئيس الوزراء حيدر العبادي») is fine; the title must not be a single indefinite noun.
    let definite = first.facts.article() || start - first.at > 1;
    (definite && from < end).then(|| ByteSpan::new(from as usize, end as usize))
}
