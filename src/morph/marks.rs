//! The marks that the writer wrote: they rule readings and endings out, and stand in what is shown whatever was chosen.
//!
//! Nobody writes all marks and everybody leaves some to taste, so agreement is asked of what is written only: sukun, the vowel before
//! a long letter, the first alef and the sun letter's shadda may be there or not.

use crate::lexicon::buckwalter::is_mark;

use super::tag::{Reading, Slot};
use super::written::Written;

/// A letter with its vowel, 0 for none, and whether it is doubled.
type Group = (u8, u8, bool);

fn groups(vocalised: &[u8]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for &b in vocalised {
        if !is_mark(b) {
            groups.push((b, 0, false));
        } else if let Some(last) = groups.last_mut() {
            match b {
                b'~' => last.2 = true,
                b'`' => {}
                vowel => last.1 = vowel,
            }
        }
    }
    groups
}

/// Whether the written marks agree with a vocalised reading whose ending is still open: the last letter of what inflects is free.
pub fn agree(word: &Written, vocalised: &[u8], reading: &Reading) -> bool {
    agree_before(word, vocalised, reading, true)
}

/// The same where it is known whether the next word begins with an alef of connection, before which a sukun becomes kasra: قالتِ المرأة.
pub fn agree_before(word: &Written, vocalised: &[u8], reading: &Reading, connection: bool) -> bool {
    let pronoun = usize::from(reading.tag.pronoun != 0) * 3;
    let open = reading.tag.slot != Slot::Fixed;
    fit(word, &groups(vocalised), reading, connection, |at| open && at + 1 + pronoun >= word.letters.len())
}

/// Whether the written marks agree with a vocalised reading, its ending included.
pub fn agree_to_the_end(word: &Written, vocalised: &[u8], reading: &Reading) -> bool {
    fit(word, &groups(vocalised), reading, true, |_| false)
}

/// Whether a reading is the one of a word with all its marks: it agrees, doubles no letter that bears a vowel alone, and ends in the written vowel.
pub fn same(word: &Written, vocalised: &[u8], reading: &Reading) -> bool {
    let groups = groups(vocalised);
    let last = word.letters.last().zip(groups.get(word.letters.len().wrapping_sub(1)));
    fit(word, &groups, reading, true, |_| false)
        && last.is_none_or(|(letter, group)| matches!(letter.vowel, 0 | b'o') || group.1 != 0)
        && word.letters.iter().zip(&groups).all(|(letter, group)| letter.vowel == 0 || letter.shadda == group.2)
}

/// `joined`: a word that ends in sukun may take the kasra that it has before an alef of connection (قالتِ المرأة).
fn fit(word: &Written, groups: &[Group], reading: &Reading, joined: bool, free: impl Fn(usize) -> bool) -> bool {
    let count = word.letters.len();
    for (at, (letter, group)) in word.letters.iter().zip(groups).enumerate() {
        let last = at + 1 == count;
        let next = groups.get(at + 1);
        if letter.shadda && !group.2 && at > 0 {
            let after_article = reading.tag.definite() && groups.get(at - 1).is_some_and(|g| g.0 == b'l');
            if !after_article {
                return false;
            }
        }
        let vowel = letter.vowel;
        if vowel == 0 || vowel == b'`' || free(at) || at == 0 && matches!(letter.byte, b'A') {
            continue;
        }
        let long = |a: u8| {
            next.is_some_and(|&(b, v, _)| match a {
                b'a' => matches!(b, b'A' | b'Y' | b'p' | b'|') || b == b'h' && at + 2 == count,
                b'u' => b == b'w' && matches!(v, 0 | b'o'),
                b'i' => matches!(b, b'y' | b'Y') && matches!(v, 0 | b'o'),
                _ => false,
            })
        };
        let fits = match group.1 {
            // اً is the tanwin of the letter before its alef.
            0 if letter.byte == b'A' && vowel == b'F' => at > 0 && groups.get(at - 1).is_some_and(|g| g.1 == b'F'),
            0 => vowel == b'o' || long(vowel) || matches!(letter.byte, b'<' | b'|') || last || matches!(vowel, b'F' | b'N' | b'K'),
            b'o' => vowel == b'o' || joined && last && vowel == b'i',
            same if same == vowel => true,
            b'F' => vowel == b'a',
            _ => false,
        };
        if !fits {
            return false;
        }
    }
    true
}

/// A vocalised reading as it is shown: with the written marks in the place of its own where they differ, since what the writer wrote holds.
pub fn shown(word: &Written, vocalised: Vec<u8>, reading: &Reading) -> Vec<u8> {
    let mut groups = groups(&vocalised);
    let ends = word.letters.last().zip(groups.last()).is_none_or(|(letter, group)| matches!(letter.vowel, 0 | b'o' | b'`') || group.1 != 0);
    if !word.marked || groups.len() != word.letters.len() || ends && fit(word, &groups, reading, false, |_| false) {
        return vocalised;
    }
    let mut before = 0;
    for (group, letter) in groups.iter_mut().zip(&word.letters) {
        group.2 |= letter.shadda;
        let told = letter.byte == b'A' && letter.vowel == b'F' && before == b'F';
        if letter.vowel != 0 && letter.vowel != b'`' && !told {
            group.1 = letter.vowel;
        }
        before = group.1;
    }
    let mut out = Vec::with_capacity(vocalised.len() + 4);
    for ((letter, vowel, doubled), written) in groups.into_iter().zip(&word.letters) {
        out.push(letter);
        if doubled {
            out.push(b'~');
        }
        if vowel != 0 {
            out.push(vowel);
        }
        if written.vowel == b'`' {
            out.push(b'`'); // the small alef of الصلحٰت
        }
    }
    out
}
