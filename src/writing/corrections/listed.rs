//! Misspellings that a table lists (`misspellings.tsv`): one word, or two of which the second is looked at only behind the first.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use rustc_hash::FxBuildHasher;

use crate::data;

/// Rows of the table: the written word, the right one, what may stand before it.
static ROWS: LazyLock<HashMap<&'static str, (&'static str, &'static str), FxBuildHasher>> =
    LazyLock::new(|| data::columns::<3>(data::MISSPELLINGS).map(|[written, right, before]| (written, (right, before))).collect());

/// The first words of rows of two words.
static FIRST: LazyLock<HashSet<&'static str, FxBuildHasher>> =
    LazyLock::new(|| ROWS.keys().filter_map(|row| row.split_once(' ')).map(|(first, _)| first).collect());

/// Whether a row of two words may begin with a word, folded lightly. Few words do.
pub fn begins(bare: &str) -> bool {
    FIRST.contains(bare.trim_start_matches('و'))
}

/// The right form of a word or of two, with what stands before it.
pub fn right(bare: &str) -> Option<String> {
    if let Some((right, _)) = ROWS.get(bare) {
        return Some((*right).to_string());
    }
    let front = bare.chars().next()?;
    let (right, before) = ROWS.get(bare.get(front.len_utf8()..)?)?;
    before.contains(front).then(|| format!("{front}{right}"))
}
