//! Vocalised words compared without what only conventions of spelling decide.

use crate::lexicon::buckwalter::is_mark;

/// A letter, its vowel and whether it is doubled.
pub type Letter = (u8, u8, bool);

/// Letters with the marks that carry information: no sukun, no vowel that a long letter repeats, nothing on a first alef or on
/// the ل of the article.
pub fn letters(word: &[u8]) -> Vec<Letter> {
    let mut out: Vec<Letter> = Vec::new();
    for &b in word {
        if is_mark(b) {
            if let Some(last) = out.last_mut() {
                match b {
                    b'~' => last.2 = true,
                    b'o' => {}
                    b'`' => last.1 = b'a',
                    vowel => last.1 = vowel,
                }
            }
        } else {
            out.push((if b == b'{' { b'A' } else { b }, 0, false));
        }
    }
    let count = out.len();
    for at in 0..count {
        let next = out.get(at + 1).copied();
        let Some((letter, vowel, _)) = out.get(at).copied() else { break };
        // Tanwin stands on the letter before its alef.
        if let Some((b'A' | b'Y', b'F', _)) = next {
            if let (Some(here), true) = (out.get_mut(at), true) {
                here.1 = b'F';
            }
            if let Some(after) = out.get_mut(at + 1) {
                after.1 = 0;
            }
            continue;
        }
        let implied = match (vowel, next) {
            (b'a', Some((b'A' | b'Y', 0, _))) => true,
            (b'i', Some((b'y', 0, false))) | (b'u', Some((b'w', 0, false))) => true,
            _ => letter == b'<' && vowel == b'i',
        };
        if implied && let Some(here) = out.get_mut(at) {
            here.1 = 0;
        }
    }
    let mut start = 0;
    while start + 3 < count
        && out.get(start).is_some_and(|l| b"wfbkl".contains(&l.0))
        && out.get(start + 1).is_some_and(|l| b"wfbklA".contains(&l.0))
    {
        if out.get(start).map(|l| l.0) == Some(b'l') && out.get(start + 1).map(|l| l.0) == Some(b'l') {
            break;
        }
        start += 1;
    }
    let here: Vec<u8> = out.iter().skip(start).take(3).map(|l| l.0).collect();
    if here.first() == Some(&b'A')
        && let Some(alef) = out.get_mut(start)
    {
        (alef.1, alef.2) = (0, false);
    }
    if let [b'A' | b'l', b'l', third] = *here.as_slice() {
        if let Some(lam) = out.get_mut(start + 1) {
            lam.1 = 0;
        }
        if b"tvd*rzs$SDTZln".contains(&third)
            && let Some(sun) = out.get_mut(start + 2)
        {
            sun.2 = false;
        }
    }
    out
}

/// How far a candidate is from the annotated word: 0 equal; 1 a helping vowel before a following article; then the marks that differ.
/// None where the letters differ.
pub fn distance(gold: &[Letter], candidate: &[u8]) -> Option<u32> {
    let own = letters(candidate);
    if own.len() != gold.len() || own.iter().zip(gold).any(|(a, b)| a.0 != b.0) {
        return None;
    }
    let last = own.len().saturating_sub(1);
    let mut total = 0;
    for (at, (a, b)) in own.iter().zip(gold).enumerate() {
        if a == b {
            continue;
        }
        let helping = at == last && a.1 == 0 && a.2 == b.2 && matches!(b.1, b'i' | b'u' | b'a');
        total += if helping { 1 } else { 4 };
    }
    Some(total)
}

/// The same, the ending of the lemma left out.
pub fn lemma(word: &[u8]) -> Vec<Letter> {
    let mut out = letters(word);
    if let Some(last) = out.last_mut()
        && matches!(last.1, b'a' | b'u' | b'i')
    {
        last.1 = 0;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::buckwalter::encode;

    #[test]
    fn spellings_of_the_same_vowels_are_equal() {
        for (a, b) in [("الشَّمْسِ", "اَلشَمسِ"), ("كِتَابًا", "كِتاباً"), ("فِي", "في"), ("هٰذَا", "هَذا"), ("إِنَّ", "إنَّ")]
        {
            assert_eq!(letters(&encode(a)), letters(&encode(b)), "{a} {b}");
        }
        assert_ne!(letters(&encode("كَتَبَ")), letters(&encode("كُتِبَ")));
    }
}
