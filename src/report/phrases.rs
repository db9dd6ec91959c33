//! What writers say in words of their own, out of a table, in both languages.

use super::formats::Lang;
use crate::data;

/// The phrase of a key; empty for one that the table lacks.
pub fn phrase(key: &str, lang: Lang) -> &'static str {
    // A hundred lines are looked through faster than they are put in order.
    let row = data::REPORT_PHRASES.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('\t')).unwrap_or_default();
    let (arabic, english) = row.split_once('\t').unwrap_or_default();
    match lang {
        Lang::Arabic => arabic,
        Lang::English => english,
    }
}
