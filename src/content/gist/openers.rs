//! Sentences that lean on the one before them.
//!
//! Reads the first words of a sentence; adds whether it can be read alone. The decision: a sentence leans when a table says so of its first
//! words (connectives, pronouns, demonstratives), when a verb of saying opens it without naming the speaker (وأضاف أن), or when a pronoun
//! is attached to a word before any noun that it could stand for (كما أن والدته). A bare و opens half of all Arabic sentences and decides nothing.

use std::sync::LazyLock;

use crate::content::view::{View, Word};
use crate::data;
use crate::lexicon::Person;
use crate::morph::Upos;

use super::patterns::Patterns;
use super::terms::{Stop, stop};

static OPENERS: LazyLock<Patterns> = LazyLock::new(|| Patterns::new(data::GIST_OPENERS));

/// How far into a sentence a pronoun without antecedent is looked for.
const WITHIN: usize = 4;

/// How a sentence opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Opening {
    /// It can be read alone.
    #[default]
    Free,
    /// It turns from what stood before, but says who and what.
    Loose,
    /// It needs the sentence before.
    Leaning,
}

/// How a sentence opens.
pub fn opening(view: &View<'_>, sentence: usize) -> Opening {
    let tokens = view.sentence(sentence);
    let mut words = view.words(tokens).filter(|w| w.is_word());
    let Some(first) = words.next() else { return Opening::Free };
    let (opening, turn) = match OPENERS.at(view, first.at) {
        Some((length, "loose")) => (Opening::Loose, length),
        Some(_) => return Opening::Leaning,
        None => (Opening::Free, 0),
    };
    if first.facts.upos == Upos::Verb && words.clone().next().is_some_and(|next| next.at == first.at + 1 && opens_speech(&next)) {
        return Opening::Leaning;
    }
    // The pronoun of a turn (من جهته) stands for what comes after it.
    if unbound(std::iter::once(first).chain(words).skip(turn).take(WITHIN)) { Opening::Leaning } else { opening }
}

/// أن after a verb without its subject: وأضاف أن.
fn opens_speech(word: &Word<'_>) -> bool {
    matches!(word.facts.folded.as_str(), "ان" | "انه" | "انها" | "انهم" | "بان" | "بانه" | "بانها" | "الي")
}

/// Whether a pronoun is attached to a word before there is a noun for it.
fn unbound<'v>(words: impl Iterator<Item = Word<'v>>) -> bool {
    for word in words {
        let facts = word.facts;
        // First and second persons are there without being named.
        let third = facts.tag.and_then(|t| Person::from_code(t.pronoun)).is_some_and(|p| p.person == 3);
        if third {
            return true;
        }
        let noun = matches!(facts.upos, Upos::Noun | Upos::Propn | Upos::Num | Upos::X | Upos::Adj);
        // Time and manner are nothing that a pronoun could stand for.
        if noun && facts.preposition().is_none() && stop(facts) != Some(Stop::Never) {
            return false;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::lay_out_horizontal;
    use crate::morphology::Morphology;

    #[test]
    fn connectives_and_pronouns_lean_and_turns_do_not() {
        for (text, expected) in [
            ("لكن الحكومة رفضت", Opening::Leaning),
            ("وعلى الرغم من ذلك نجح", Opening::Leaning),
            ("« هذا القرار خاطئ", Opening::Leaning),
            ("من جهة أخرى قال الوزير", Opening::Loose),
            ("وقال الوزير", Opening::Free),
            ("١٢", Opening::Free),
        ] {
            let (tokens, layout) = lay_out_horizontal(text);
            let morphology = Morphology::default();
            assert_eq!(opening(&View::new(text, &tokens, &layout, &morphology), 0), expected, "{text}");
        }
    }
}
