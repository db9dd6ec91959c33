//! Words that announce a name: titles, heads of institutions, kinship words.

use std::collections::HashMap;
use std::sync::LazyLock;

use rustc_hash::FxBuildHasher;

use crate::content::view::Facts;
use crate::data;
use crate::text::fold::{Folding, fold};

/// A set of classes of `name-triggers.tsv`.
pub type Classes = u16;

/// Classes in the order of their bits.
const NAMES: [&str; 13] = [
    "title",
    "honorific",
    "kin",
    "orghead",
    "placehead",
    "eventhead",
    "workhead",
    "media",
    "say",
    "do",
    "place-preposition",
    "whose",
    "currency",
];

/// The bit of a class.
pub const fn bit(index: u16) -> Classes {
    1 << index
}

/// A role of a person: رئيس, مدير.
pub const TITLE: Classes = bit(0);
/// A form of address: السيد, الدكتور.
pub const HONORIFIC: Classes = bit(1);
/// The head of an institution's name.
pub const ORGANISATION_HEAD: Classes = bit(3);
/// The head of a place's name.
pub const PLACE_HEAD: Classes = bit(4);
/// The head of an event's name.
pub const EVENT_HEAD: Classes = bit(5);
/// A currency: corpora call it a name, this project an amount.
#[cfg(not(target_arch = "wasm32"))]
pub const CURRENCY: Classes = bit(12);
/// The head of a work's name.
pub const WORK_HEAD: Classes = bit(6);

static TABLE: LazyLock<HashMap<String, Classes, FxBuildHasher>> = LazyLock::new(|| {
    let mut out: HashMap<String, Classes, FxBuildHasher> = HashMap::default();
    for [word, class] in data::columns::<2>(data::NAME_TRIGGERS) {
        if let Some(index) = NAMES.iter().position(|name| *name == class) {
            *out.entry(fold(word, Folding::Full)).or_default() |= bit(index as u16);
        }
    }
    out
});

/// What a word announces, by its lemma or its letters without article.
pub fn of(facts: &Facts) -> Classes {
    let get = |word: &str| TABLE.get(word).copied().unwrap_or(0);
    get(&facts.lemma) | get(&facts.core)
}
