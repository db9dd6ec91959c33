//! The noun that a number counts.
//!
//! Arabic puts it right behind the number, without article or clitic: plural after 3 to 10, singular after all others. The
//! tagger's part of speech decides, its mistakes are mended where the ending leaves no doubt (نائبا after 23).

use super::words::UNCOUNTED;
use crate::content::times::words::{CALENDAR, Count, TimeWord, Unit};
use crate::content::view::{View, Word};
use crate::lexicon::PartOfSpeech;
use crate::morph::Upos;
use crate::text::fold::{Folding, fold};

/// Lemma in right spelling without vowels; the folded word where there is no lemma.
pub fn singular(view: &View<'_>, word: &Word<'_>) -> String {
    if let Some((unit, _)) = time_unit(word) {
        let core = word.facts.core.as_str();
        return if unit == Unit::Year && !core.starts_with("سن") { "عام".into() } else { unit.noun().into() };
    }
    let lemma = view.explained(word.at).filter(|_| word.facts.known).map(|e| fold(&e.word.lemma, Folding::Light));
    let lemma = lemma.filter(|l| !l.is_empty()).unwrap_or_else(|| bare(word));
    // Lemmas of people are masculine; 198 سيدة are women.
    if feminine_person(word) && !lemma.ends_with('ة') { lemma + "ة" } else { lemma }
}

fn feminine_person(word: &Word<'_>) -> bool {
    let ending = |ending: &str| word.facts.folded.ends_with(ending);
    word.facts.tag.is_some_and(|t| match t.number {
        b'S' => t.gender == b'F' && t.feminine_ending && ending("ه"),
        b'P' => t.gender == b'F' && t.pos == PartOfSpeech::Person as u8 && ending("ات"),
        _ => false,
    })
}

/// A word that no lexicon knows, without article, clitics and the ending of its number.
fn bare(word: &Word<'_>) -> String {
    let text = fold(word.surface, Folding::Light);
    let end = text.strip_suffix('ا').filter(|t| t.chars().count() > 2).unwrap_or(&text);
    end.strip_prefix("ال").filter(|t| t.chars().count() > 2).unwrap_or(end).to_owned()
}

/// A unit of time, in any form but a construct dual that is an adjective too.
pub fn time_unit(word: &Word<'_>) -> Option<(Unit, Count)> {
    let hit = CALENDAR.of(word.facts)?;
    hit.entry.words.iter().find_map(|w| match w {
        TimeWord::Unit(unit, count) => Some((*unit, *count)),
        _ => None,
    })
}

/// Whether a word behind a number is the noun that it counts.
pub fn counts(word: &Word<'_>, value: f64, definite: bool) -> bool {
    let Some(tag) = word.facts.tag.filter(|_| word.is_word()) else { return false };
    let folded = word.facts.folded.as_str();
    if UNCOUNTED.contains(folded) || folded.chars().count() < 2 {
        return false;
    }
    if time_unit(word).is_some_and(|(_, count)| count != Count::Two) && !folded.starts_with('و') && tag.preposition == 0 {
        return definite || !folded.starts_with("ال");
    }
    // A counted noun has no pronoun: that ه is a ة.
    let pronoun = tag.pronoun != 0 && word.facts.known && !folded.ends_with('ه');
    if tag.conjunction != 0 || tag.preposition != 0 || tag.definite() != definite || pronoun {
        return false;
    }
    match tag.upos {
        Upos::Noun => true,
        // Nisbas and participles are nouns here: «3 مصريين», «23 نائبا».
        Upos::Adj | Upos::Propn => {
            let tanwin = folded.ends_with('ا') && value > 10.0;
            let plural = tag.number == b'P' || folded.ends_with("ين") || folded.ends_with("ات");
            tanwin
                || plural && (3.0..=10.0).contains(&(value % 100.0))
                || !word.facts.known && value > 10.0 && tag.upos == Upos::Propn
                || tag.upos == Upos::Adj
        }
        // «طالب», «قاتل»: a participle and the verb of its letters.
        Upos::Verb if tag.aspect == 1 && tag.person == 3 && tag.gender == b'M' && tag.number == b'S' && value > 10.0 => {
            folded.chars().count() == 4 && folded.chars().nth(1) == Some('ا') || folded.ends_with('ا')
        }
        Upos::Verb | Upos::Adv => folded.ends_with('ا') && value > 10.0 && folded.chars().count() > 3,
        _ => false,
    }
}
