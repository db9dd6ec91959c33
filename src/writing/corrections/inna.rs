//! أن or إن: which of the two the sentence asks for.
//!
//! The hamza is below after saying, at the beginning of speech or of a sentence, after حيث, إذ, حتى, كلا and ف; above before a subjunctive verb
//! (Wright, *Grammar*, II §36; I §362). Elsewhere the tagger decides.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::{Source, words_of};
use crate::layout::TokenKind;
use crate::morph::Upos;
use crate::morphology::Explained;
use crate::text::chars;
use crate::text::fold::{Folding, fold};

/// Which hamza.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hamza {
    /// إن.
    Below,
    /// أن.
    Above,
}

/// Words that إن follows, folded.
static BEFORE: LazyLock<FxHashSet<String>> = LazyLock::new(|| words_of("before-inna").map(|(word, _)| fold(word, Folding::Full)).collect());

/// So many words may stand between a verb of saying and its إن: the speaker with his titles.
const LONGEST_SPEAKER: usize = 14;

/// Whether letters are أن or إن with what is attached behind, after a conjunction at most: by their first letters.
pub fn is_inna(letters: &[u8]) -> bool {
    let rest = letters.strip_prefix(b"w").or_else(|| letters.strip_prefix(b"f")).unwrap_or(letters);
    let hamza = rest.first().is_some_and(|b| matches!(b, b'A' | b'>' | b'<'));
    hamza && matches!(rest.get(1..), Some(b"n" | b"nh" | b"nhA" | b"nhm" | b"nhmA" | b"nhn" | b"nny" | b"ny" | b"nnA" | b"nk" | b"nkm"))
}

/// Which of the two the place of a token asks for, and whether a verb of saying does; none where that is open.
pub fn wanted(source: &Source<'_>, at: usize) -> Option<(Hamza, bool)> {
    let morphology = source.morphology?;
    let word = |at: usize| morphology.of(at);
    let text = |at: usize| source.tokens.get(at).map_or("", |t| t.span.of(source.text));
    let imperfect = |at: usize| word(at).is_some_and(|e| matches!(e.word.upos, Upos::Verb | Upos::Aux) && e.tag.aspect == 2);
    let bare = fold(text(at), Folding::Full);
    if bare.trim_start_matches(['و', 'ف']) == "ان" && imperfect(at + 1) {
        return Some((Hamza::Above, false));
    }
    let sentence = source.layout.sentences.partition_point(|s| s.tokens.end <= at);
    let start = source.layout.sentences.get(sentence)?.tokens.start;
    if at == start || bare.starts_with('ف') {
        return Some((Hamza::Below, false));
    }
    if bare.starts_with('و') {
        return None;
    }
    let before = text(at - 1);
    if before == ":" || before.chars().next().is_some_and(chars::is_quote) && before.chars().count() == 1 {
        return Some((Hamza::Below, false));
    }
    if BEFORE.contains(&fold(before, Folding::Full)) {
        return Some((Hamza::Below, false));
    }
    let mut relative = false;
    for place in (start..at).rev().take(LONGEST_SPEAKER) {
        let token = source.tokens.get(place)?;
        match token.kind {
            TokenKind::Word => {}
            TokenKind::Punct if matches!(text(place), "." | "؟" | "!" | "؛" | ":") => return None,
            _ => continue,
        }
        let found = word(place)?;
        if says(found, place + 1 == at) {
            return Some((Hamza::Below, true));
        }
        let lemma = fold(&found.word.lemma, Folding::Light);
        match found.word.upos {
            // The verb of a relative clause about the speaker is passed over when its relative pronoun is met.
            Upos::Verb | Upos::Aux if !relative => relative = true,
            Upos::Verb | Upos::Aux => return None,
            Upos::Pron | Upos::Det if matches!(lemma.as_str(), "الذي" | "التي") => relative = false,
            Upos::Sconj | Upos::Part if matches!(lemma.as_str(), "أن" | "إن") => return None,
            _ => {}
        }
    }
    None
}

/// Whether a word is قال in any form, or the noun قول with its speaker just before.
fn says(found: &Explained, just_before: bool) -> bool {
    match fold(&found.word.lemma, Folding::Light).as_str() {
        "قال" => matches!(found.word.upos, Upos::Verb | Upos::Aux),
        "قائل" => just_before || matches!(found.word.upos, Upos::Adj | Upos::Noun),
        "قول" => just_before && found.word.pronoun.is_some(),
        _ => false,
    }
}
