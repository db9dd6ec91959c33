//! Mentions: where the text names somebody or something.
//!
//! ```text
//! phrases   which tokens begin a name that a table lists whole
//! features  what is looked at: the word, its neighbours, what tables know of them
//! steps     the best sequence of labels, and the probability of each
//! chain     a label for every token, by a linear chain over nine labels
//! evidence  what the rest of the document says of a word, for a second run of the chain
//! model     the weights, in a pack of their own
//! extent    from labelled tokens to spans without clitics
//! train     how the weights are made (not in the browser)
//! ```
//!
//! The recogniser is a conditional random field over the labels of ANERcorp (Benajiba, Rosso and Benedí Ruiz 2007): the first
//! or a further token of a person, a place, an organisation, another name, or none. What is known of Arabic reaches it as
//! features (clitics, part of speech, names in tables, words that announce a name), never as a rule that overrides it: a
//! text may well call a dog Paris.

mod chain;
mod evidence;
mod extent;
mod features;
mod label;
pub mod model;
mod phrases;
mod steps;
#[cfg(not(target_arch = "wasm32"))]
pub mod train;
pub(crate) mod triggers;

use std::ops::Range;

use super::view::View;
use crate::text::ByteSpan;
use crate::{Memory, Packs};

pub(crate) use chain::{Heard, OfWord};
pub use label::Label;
pub use model::NameModel;
pub(crate) use phrases::Phrase;

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntityKind {
    /// Somebody.
    Person,
    /// A place.
    Place,
    /// An organisation.
    Organisation,
    /// Any other name: of an event, a prize, a work, a product.
    Other,
}

impl EntityKind {
    /// All kinds.
    pub const ALL: [EntityKind; 4] = [EntityKind::Person, EntityKind::Place, EntityKind::Organisation, EntityKind::Other];

    /// As the result model names it.
    pub fn name(self) -> &'static str {
        match self {
            EntityKind::Person => "person",
            EntityKind::Place => "place",
            EntityKind::Organisation => "organisation",
            EntityKind::Other => "other",
        }
    }

    /// As corpora name it (ANERcorp, CoNLL 2003).
    pub fn corpus_name(self) -> &'static str {
        match self {
            EntityKind::Person => "PERS",
            EntityKind::Place => "LOC",
            EntityKind::Organisation => "ORG",
            EntityKind::Other => "MISC",
        }
    }
}

/// A place where an entity is named.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Where it stands, without clitics.
    pub span: ByteSpan,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it names.
    pub kind: EntityKind,
    /// Number of its entity.
    pub entity: u32,
    /// Probability, 0 to 1.
    pub score: f32,
    /// What decided: `model`, or `model + table` where a table lists the name.
    pub why: &'static str,
}

/// All mentions of the text itself, ascending; each an entity of its own as yet.
pub fn find(packs: &Packs, memory: &mut Memory, view: &View<'_>) -> Vec<Mention> {
    let Some(model) = &packs.names else { return Vec::new() };
    let phrases = phrases::find(model.gazetteer(), packs.places.as_ref(), memory, view);
    let table = features::Table::new(packs, model.gazetteer());
    let labels = chain::label(model, memory, view, &table, &phrases);
    let mut out = Vec::new();
    for sentence in view.read_sentences() {
        let tokens = view.sentence(sentence);
        let labels = labels.get(tokens.clone()).unwrap_or_default();
        extent::mentions(view, (model.gazetteer(), &phrases), tokens, labels, &mut out);
    }
    for (number, mention) in out.iter_mut().enumerate() {
        mention.entity = number as u32;
    }
    out
}
