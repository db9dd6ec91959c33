//! The order of the Arabic alphabet.
//!
//! Unicode lists the letters of Arabic almost in the order of the alphabet; the hamzas stand before the alef there and the letters of its
//! neighbours behind the yā'. Here a hamza counts as an alef, whatever it sits on, as dictionaries have it, and a neighbour's letter
//! stands behind the one it was made from. Other scripts and digits come behind.

use std::cmp::Ordering;

/// The place of a folded letter.
fn rank(c: char) -> u32 {
    // Twice the number of the letter leaves a place behind each.
    let own = |letter: char| letter as u32 * 2;
    match c {
        'ء' | 'ؤ' | 'ئ' => own('ا'),
        'پ' => own('ب') + 1,
        'ٹ' => own('ت') + 1,
        'چ' => own('ج') + 1,
        'ڈ' => own('د') + 1,
        'ڑ' => own('ر') + 1,
        'ژ' => own('ز') + 1,
        'ڤ' => own('ف') + 1,
        'گ' => own('ك') + 1,
        '\u{0620}'..='\u{064A}' => own(c),
        _ => 0x40_0000 + c as u32,
    }
}

/// Compares two folded words; words that differ in their hamzas alone follow each other.
pub fn compare(a: &str, b: &str) -> Ordering {
    a.chars().map(rank).cmp(b.chars().map(rank)).then_with(|| a.cmp(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_alphabet_rules() {
        let mut words = ["world", "يد", "شيء", "سؤال", "پاریس", "بيت", "ثوب", "امر", "7", "جمل", "سال", "هدي", "وجه", "ساق", "بيروت"];
        words.sort_by(|a, b| compare(a, b));
        assert_eq!(words, ["امر", "بيت", "بيروت", "پاریس", "ثوب", "جمل", "سؤال", "ساق", "سال", "شيء", "هدي", "وجه", "يد", "7", "world"]);
    }
}
