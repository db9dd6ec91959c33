//! The gist: keyphrases, an extractive summary, and who-what-where-when in one line.
//!
//! Reads words, mentions, statements and times; adds nothing that the text does not say: every result is a piece of it. The decision
//! behind all four parts is that lemmas, not written words, carry what a text is about: they are weighed once ([`terms`]), and phrases,
//! sentences and the line are weighed by them.
//!
//! ```text
//! terms        content words by lemma, and how telling each is
//! phrases      noun phrases that can stand alone            (reads terms)
//! keyphrases   phrases counted, weighed, freed of doubles   (reads phrases)
//! openers      sentences that lean on the one before
//! features     what speaks for a sentence                   (reads terms, keyphrases, openers)
//! summary      the choice of sentences                      (reads features)
//! clause       the main clause of a sentence
//! line         who, what, where, when                       (reads clause)
//! ```

mod clause;
mod features;
mod keyphrases;
mod line;
mod openers;
mod patterns;
mod phrases;
mod summary;
mod terms;

use super::Content;
use super::view::View;
use crate::Packs;
use crate::text::ByteSpan;

/// A keyphrase.
#[derive(Debug, Clone, PartialEq)]
pub struct Keyphrase {
    /// As the text writes it, without clitics in front.
    pub text: String,
    /// Its lemmas, vocalised.
    pub lemma: String,
    /// Weight, 0 to 1.
    pub score: f32,
    /// Where it stands.
    pub occurrences: Vec<ByteSpan>,
    /// What weighed most.
    pub why: &'static str,
}

/// A sentence of the summary. Those with the highest scores are a summary of their own: no sentence scores higher than one that it
/// leans on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SummarySentence {
    /// Its number.
    pub sentence: usize,
    /// Weight, 0 to 1.
    pub score: f32,
    /// What weighed most.
    pub why: &'static str,
}

/// Who, what, where and when: each a piece of the text, none where nothing was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Gist {
    /// The main person or organisation.
    pub who: Option<ByteSpan>,
    /// What happened.
    pub what: Option<ByteSpan>,
    /// The main place.
    pub place: Option<ByteSpan>,
    /// When.
    pub when: Option<ByteSpan>,
}

/// Keyphrases best first, summary in the order of the text, and the line.
pub fn find(packs: &Packs, view: &View<'_>, content: &Content) -> (Vec<Keyphrase>, Vec<SummarySentence>, Option<Gist>) {
    let terms = terms::Terms::new(packs, view);
    let keyphrases = keyphrases::find(view, &terms, content);
    let summary = summary::find(view, &terms, content, &keyphrases);
    let gist = line::find(view, content);
    (keyphrases, summary, gist)
}
