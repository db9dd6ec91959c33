//! Mentions: where the text names somebody or something.

use std::ops::Range;

use super::view::View;
use crate::Packs;
use crate::text::ByteSpan;

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
    /// What decided: the model, a table, an acronym in brackets, an earlier mention.
    pub why: &'static str,
}

/// All mentions of the text itself, ascending; each an entity of its own as yet.
pub fn find(_packs: &Packs, _view: &View<'_>) -> Vec<Mention> {
    Vec::new()
}
