//! Moving a place to the edge of a grapheme cluster (UAX #29), so that no span ever cuts a letter from its marks.
//!
//! Asking the segmenter about every token would cost more than finding the tokens. Nearly all boundaries lie between
//! two characters that never join anything, and those are recognised by value; only the rest walk the clusters, and
//! always forward from a place known to be a boundary, so that a long run of flags or marks stays linear.

use unicode_segmentation::UnicodeSegmentation;

/// Whether a boundary certainly lies between `previous` and `next`.
///
/// Of the rules that join two characters (GB3 to GB12), none applies when the second neither extends nor is a
/// pictograph, a flag half or a syllable part, unless the first is a prepended sign (GB9b).
fn surely_apart(previous: char, next: char) -> bool {
    plain(next) && !matches!(previous as u32, 0x0600..=0x0605 | 0x06DD | 0x070F | 0x0890 | 0x0891 | 0x08E2 | 0x0D00..)
        || matches!(next, '\n' | '\r') && plain(previous)
}

/// ASCII other than CR and LF, and Arabic letters, digits and punctuation of the main block.
fn plain(c: char) -> bool {
    match c as u32 {
        0x0A | 0x0D => false,
        0x00..=0x7F => true,
        0x0606..=0x060F | 0x061B | 0x061D..=0x064A | 0x0660..=0x066F | 0x0671..=0x06D5 | 0x06EE..=0x06FF => true,
        0xAB | 0xBB | 0x2018..=0x201E | 0x2026 => true,
        _ => false,
    }
}

/// The first grapheme boundary at or after `at`, walking from `from`, a boundary at or before it.
pub fn snap_up(text: &str, from: usize, at: usize) -> usize {
    let next = text.get(at..).and_then(|rest| rest.chars().next());
    let previous = text.get(..at).and_then(|head| head.chars().next_back());
    match (previous, next) {
        (_, None) => return text.len(),
        (Some(p), Some(n)) if surely_apart(p, n) => return at,
        _ => {}
    }
    let mut end = from;
    for cluster in text.get(from..).unwrap_or("").graphemes(true) {
        if end >= at {
            break;
        }
        end += cluster.len();
    }
    end
}

/// The grapheme cluster that starts at `from`, a boundary.
pub fn cluster_at(text: &str, from: usize) -> &str {
    text.get(from..).and_then(|rest| rest.graphemes(true).next()).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn snaps_over_marks_and_flags_only() {
        let text = "بَب \u{1F1EE}\u{1F1F6}x";
        assert_eq!(snap_up(text, 0, 2), 4, "a vowel stays on its letter");
        assert_eq!(snap_up(text, 0, 4), 4);
        let flag = text.find('\u{1F1EE}').unwrap_or(0);
        assert_eq!(snap_up(text, flag, flag + 4), flag + 8, "a flag is two characters");
        assert_eq!(cluster_at(text, flag).len(), 8);
    }

    #[test]
    fn a_long_run_of_flags_is_walked_once() {
        let text = "\u{1F1EE}".repeat(20_000);
        let mut at = 0;
        while at < text.len() {
            at = snap_up(&text, at, at + 4);
        }
        assert_eq!(at, text.len());
    }
}
