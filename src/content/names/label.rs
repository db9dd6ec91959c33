//! The labels of tokens: outside of names, first of one, further of one.

use super::EntityKind;

/// How many labels there are.
pub const COUNT: usize = 9;

/// A label: 0 outside, 1 to 4 first token of each kind, 5 to 8 a further one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Label(u8);

impl Label {
    /// No name.
    pub const OUTSIDE: Label = Label(0);

    /// All of them.
    pub fn all() -> impl Iterator<Item = Label> {
        (0..COUNT as u8).map(Label)
    }

    /// The label of a number below [`COUNT`]; outside for any other.
    pub fn from_number(number: usize) -> Label {
        Label(if number < COUNT { number as u8 } else { 0 })
    }

    /// The first token of a name.
    pub fn first(kind: EntityKind) -> Label {
        Label(1 + kind as u8)
    }

    /// A further token of a name.
    pub fn further(kind: EntityKind) -> Label {
        Label(5 + kind as u8)
    }

    /// Its number.
    pub fn number(self) -> usize {
        usize::from(self.0)
    }

    /// What the name is.
    pub fn kind(self) -> Option<EntityKind> {
        let index = usize::from(self.0).checked_sub(1)? % 4;
        EntityKind::ALL.get(index).copied()
    }

    /// Whether a name starts here.
    pub fn starts(self) -> bool {
        (1..=4).contains(&self.0)
    }

    /// Whether it may stand after `before`: a further token needs a token of its kind before it.
    pub fn may_follow(self, before: Option<Label>) -> bool {
        self.0 < 5 || before.is_some_and(|b| b.kind() == self.kind())
    }

    /// The label that corpora write (`B-PERS`, `I-LOC`, `O`).
    pub fn parse(text: &str) -> Option<Label> {
        if text == "O" {
            return Some(Label::OUTSIDE);
        }
        let (place, name) = text.split_once('-')?;
        let name = if name == "PER" { "PERS" } else { name };
        let kind = EntityKind::ALL.into_iter().find(|k| k.corpus_name() == name)?;
        match place {
            "B" => Some(Label::first(kind)),
            "I" => Some(Label::further(kind)),
            _ => None,
        }
    }
}
