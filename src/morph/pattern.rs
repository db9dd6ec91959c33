//! Patterns (awzān): the shape of a word over ف ع ل.
//!
//! In one direction the pattern of a known lemma is read off it with its root; in the other, a word that no table knows
//! is laid over the patterns of derived words (`src/data/patterns.tsv`) to guess its vowels and radicals.

use std::sync::LazyLock;

use crate::data;
use crate::lexicon::buckwalter::{self, is_mark, letters};

/// A pattern of derived words.
#[derive(Debug, Clone)]
pub struct Pattern {
    /// Letters, radicals as `1 2 3 4`.
    pub letters: Vec<u8>,
    /// The same, vocalised.
    pub vocalised: Vec<u8>,
    /// Words of this pattern are usually adjectives.
    pub adjective: bool,
}

static PATTERNS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    data::columns::<2>(data::PATTERNS)
        .map(|[vocalised, kind]| {
            let vocalised: Vec<u8> = buckwalter::encode(vocalised)
                .into_iter()
                .scan(0u8, |seen, b| {
                    Some(match b {
                        b'f' => b'1',
                        b'E' => b'2',
                        b'l' => {
                            *seen += 1;
                            b'2' + (*seen).min(2)
                        }
                        other => other,
                    })
                })
                .collect();
            Pattern { letters: letters(&vocalised).collect(), vocalised, adjective: kind == "adj" }
        })
        .collect()
});

/// The first pattern that folded letters fit; its radicals are no weak letters.
pub fn guess(word: &[u8]) -> Option<&'static Pattern> {
    PATTERNS.iter().find(|p| fits(p, word))
}

fn fits(pattern: &Pattern, word: &[u8]) -> bool {
    pattern.letters.len() == word.len()
        && pattern.letters.iter().zip(word).all(|(p, w)| if p.is_ascii_digit() { !matches!(w, b'A' | b'w' | b'y' | b'h') } else { p == w })
}

/// A guessed word with the vowels of its pattern, and its radicals.
pub fn vocalise(pattern: &Pattern, word: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let mut root = Vec::new();
    let mut at = 0;
    let vocalised = pattern
        .vocalised
        .iter()
        .map(|&p| {
            if is_mark(p) {
                return p;
            }
            let letter = word.get(at).copied().unwrap_or(p);
            at += 1;
            if p.is_ascii_digit() {
                root.push(letter);
            }
            letter
        })
        .collect();
    (vocalised, root)
}

/// The pattern of a lemma over its root, in Buckwalter's letters: `{isotiqobAl` over `qbl` is `{isotifoEAl`. None where the radicals
/// are not in the lemma in their order.
///
/// A weak radical inside the word that shows as a long vowel, or not at all, hides the shape of the word: there the pattern is left out, but for the
/// hollow verb, which every grammar takes back to فَعَل.
pub fn of(lemma: &[u8], root: &[u8]) -> Option<Vec<u8>> {
    if !(3..=4).contains(&root.len()) {
        return None;
    }
    let names: &[u8] = if root.len() == 4 { b"fEll" } else { b"fEl" };
    let hamza = |b: u8| if matches!(b, b'>' | b'<' | b'&' | b'}' | b'|') { b'\'' } else { b };
    let consonants: Vec<u8> = letters(lemma).collect();
    let place = align(&consonants, root, hamza)?;
    if let ([first, b'A', last], [r1, b'w' | b'y', r3]) = (lemma, root) {
        // قال stands for a sound فَعَل.
        return (hamza(*first) == *r1 && hamza(*last) == *r3).then(|| b"faEal".to_vec());
    }
    if place.iter().rev().skip(1).any(|&at| lengthens(lemma, at)) {
        return None;
    }
    let mut out = Vec::with_capacity(lemma.len() + 2);
    let mut at = 0;
    for &b in lemma {
        if is_mark(b) {
            out.push(b);
            continue;
        }
        match place.iter().position(|&p| p == at) {
            Some(radical) => out.push(names.get(radical).copied().unwrap_or(b)),
            None => out.push(b),
        }
        at += 1;
    }
    // A doubled last radical written once: مَدّ is فَعْل, the word as it is pronounced.
    if let [.., a, b] = root
        && a == b
        && place.last() == place.len().checked_sub(2).and_then(|i| place.get(i))
    {
        return None;
    }
    Some(out)
}

/// Whether the letter at this place only lengthens the vowel before it: a radical that shows so has hidden the word's shape.
fn lengthens(lemma: &[u8], at: usize) -> bool {
    let mut letter = 0;
    for (i, &b) in lemma.iter().enumerate() {
        if is_mark(b) {
            continue;
        }
        if letter == at {
            let before = i.checked_sub(1).and_then(|j| lemma.get(j)).copied().unwrap_or(0);
            let vowelled = lemma.get(i + 1).is_some_and(|&next| matches!(next, b'a' | b'u' | b'i' | b'~' | b'A'));
            return b == b'A' && i > 0 || !vowelled && matches!((before, b), (b'i', b'y') | (b'u', b'w'));
        }
        letter += 1;
    }
    false
}

/// Places of the radicals among the letters, found from the right so that prefixes are passed over.
fn align(consonants: &[u8], root: &[u8], hamza: impl Fn(u8) -> u8) -> Option<Vec<usize>> {
    let mut places = Vec::with_capacity(root.len());
    let mut end = consonants.len();
    // Suffix letters of derived words stand after the last radical.
    for &radical in root.iter().rev() {
        let weak = matches!(radical, b'w' | b'y');
        let found = (0..end).rev().find(|&i| {
            consonants.get(i).is_some_and(|&b| {
                hamza(b) == radical || weak && matches!(b, b'A' | b'Y' | b'y' | b'w' | b'\'' | b'}') || radical == b't' && b == b'T'
            })
        })?;
        places.push(found);
        end = found;
    }
    places.reverse();
    Some(places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(lemma: &str, root: &str) -> Option<String> {
        of(&buckwalter::encode(lemma), &buckwalter::encode(root)).map(|p| buckwalter::decode(&p))
    }

    #[test]
    fn lemmas_show_their_patterns() {
        assert_eq!(pattern("اِسْتِقْبال", "قبل").as_deref(), Some("اِسْتِفْعال"));
        assert_eq!(pattern("سِفارَة", "سفر").as_deref(), Some("فِعالَة"));
        assert_eq!(pattern("مَكْتُوب", "كتب").as_deref(), Some("مَفْعُول"));
        assert_eq!(pattern("مُعَلِّم", "علم").as_deref(), Some("مُفَعِّل"));
        assert_eq!(pattern("قال", "قول").as_deref(), Some("فَعَل"));
        assert_eq!(pattern("قاضِي", "قضي").as_deref(), Some("فاعِل"));
        assert_eq!(pattern("مُضِيفَة", "ضيف"), None);
        assert_eq!(pattern("بَيْت", "بيت").as_deref(), Some("فَعْل"));
        assert_eq!(pattern("لَنْدَن", ""), None);
    }

    #[test]
    fn unknown_words_are_laid_over_patterns() {
        let p = guess(b"tsyyj");
        assert!(p.is_none());
        let p = guess(b"tHwsb").is_none();
        assert!(p);
        let word = b"mstkmr";
        let found = guess(word).unwrap();
        assert_eq!(vocalise(found, word).1, b"kmr");
    }
}
