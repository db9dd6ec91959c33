//! The gist: keyphrases, an extractive summary, and who-what-where-when in one line.

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

/// A sentence of the summary.
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
pub fn find(_packs: &Packs, _view: &View<'_>, _content: &Content) -> (Vec<Keyphrase>, Vec<SummarySentence>, Option<Gist>) {
    (Vec::new(), Vec::new(), None)
}
