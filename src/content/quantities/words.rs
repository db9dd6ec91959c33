//! Words by which a number and what stands beside it are told apart, by class.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::data;
use crate::text::fold::{Folding, fold};

/// Behind a number, and no noun that it counts.
pub static UNCOUNTED: LazyLock<FxHashSet<String>> = LazyLock::new(|| class("uncounted"));
/// Nouns whose number is a name: «المادة 12», «الصفحة ٣».
pub static NUMBERED: LazyLock<FxHashSet<String>> = LazyLock::new(|| class("numbered"));
/// Nouns whose number is a place in an order: «الدقيقة 12».
pub static ORDERED: LazyLock<FxHashSet<String>> = LazyLock::new(|| class("ordered"));
/// Words in the form of a dual that name one thing.
pub static SINGLE: LazyLock<FxHashSet<String>> = LazyLock::new(|| class("single"));
/// Lemmas of what goes from one number to another.
pub static CHANGE: LazyLock<FxHashSet<String>> = LazyLock::new(|| class("change"));

fn class(wanted: &str) -> FxHashSet<String> {
    let rows = data::columns::<2>(data::QUANTITY_WORDS).filter(|[class, _]| *class == wanted);
    rows.map(|[_, word]| fold(word, Folding::Full)).collect()
}
