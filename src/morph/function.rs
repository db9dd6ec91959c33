//! The vowels of function words: their pieces joined, with the endings of those that decline.

use crate::lexicon::buckwalter::letters;
use crate::lexicon::function::FunctionEnding;
use crate::lexicon::{Lexicon, Person};

use super::analyze::pronoun_code;
use super::ending::{Case, Ending};
use super::vocalise::{case_vowel, possessor as attach};
use super::written::Written;

/// A proclitic with its vowel.
pub fn proclitic(b: u8) -> &'static [u8] {
    match b {
        b'w' => b"wa",
        b'f' => b"fa",
        b'b' => b"bi",
        b'k' => b"ka",
        b'l' => b"li",
        _ => b">a",
    }
}

/// Adds the vocalised form of a function word.
pub fn vocalise(out: &mut Vec<u8>, lexicon: &Lexicon, word: &Written, number: u16, proclitics: u8, ending: Ending) {
    let Some(row) = lexicon.function(number) else { return };
    for b in word.spelled(0, proclitics as usize) {
        out.extend_from_slice(proclitic(b));
    }
    // للذي: the alef of الذي goes after ل.
    let shortened = proclitics > 0 && word.len() + 1 == row.letters.len() + proclitics as usize;
    let possessor = row.pieces.get(row.main + 1).and_then(|piece| Person::from_code(pronoun_code(&piece.text)));
    if let (FunctionEnding::Noun, Some(person), Some(main)) = (row.ending, possessor, row.pieces.get(row.main)) {
        join(out, &main.text, row.main > 0);
        case_vowel(out, ending.case(), false, false);
        return attach(out, person, false);
    }
    // إنا is written with one ن less than its pieces have: إِنَّ + نَا.
    let letters: usize = row.pieces.iter().map(|piece| letters(&piece.text).count()).sum();
    let less = letters > row.letters.len();
    for (at, piece) in row.pieces.iter().enumerate() {
        let text = match piece.text.strip_prefix(b"na") {
            Some(rest) if less && at > 0 && out.ends_with(b"n~a") => rest,
            _ if at == 0 && shortened => piece.text.get(1..).unwrap_or_default(),
            _ => &piece.text,
        };
        join(out, text, at > 0);
    }
    match (row.ending, ending) {
        (FunctionEnding::Adverbial, Ending::Case { case: Case::Genitive, .. }) => {
            if row.pieces.len() == 1 && out.last() == Some(&b'a') {
                out.pop();
                out.push(b'i');
            } else if let Some(at) = out.iter().rposition(|&b| b == b'a').filter(|_| row.pieces.len() == 2) {
                // بَعْدَهُ → بَعْدِهِ
                let tail = out.get(at + 1..).map(<[u8]>::to_vec).unwrap_or_default();
                if tail.starts_with(b"h") && tail.get(1) != Some(&b'A') {
                    out.truncate(at);
                    out.push(b'i');
                    out.extend(tail.iter().enumerate().map(|(i, &b)| if i == 1 && b == b'u' { b'i' } else { b }));
                } else if let Some(b) = out.get_mut(at)
                    && tail.first().is_some_and(|b| b"hk n".contains(b))
                {
                    *b = b'i';
                }
            }
        }
        (FunctionEnding::Noun, Ending::Case { case, tanwin }) if !matches!(out.last(), Some(b'A' | b'Y' | b'y')) => {
            let pronoun = row.pieces.len() > row.main + 1;
            if !pronoun {
                case_vowel(out, Some(case), tanwin, false);
            }
        }
        _ => {}
    }
}

/// Joins a piece of a function word to what stands before it.
fn join(out: &mut Vec<u8>, piece: &[u8], inner: bool) {
    if !inner {
        out.extend(piece.iter().map(|&b| if b == b'{' { b'A' } else { b }));
        return;
    }
    let first = piece.first().copied().unwrap_or(0);
    if let [.., last, b'o'] = *out.as_slice()
        && (last == first || last == b'n' && matches!(first, b'm' | b'l'))
    {
        // مِنْ + ما, عَلَيْ + يَ: one letter with shadda.
        out.truncate(out.len() - 2);
        out.push(first);
        out.push(b'~');
        out.extend_from_slice(piece.get(1..).unwrap_or_default());
        return;
    }
    if first == b'y' && out.ends_with(b"iy") {
        out.push(b'~');
        out.extend_from_slice(piece.get(1..).unwrap_or_default());
        return;
    }
    if piece == b"y" {
        if matches!(out.last(), Some(b'a' | b'u' | b'i')) {
            out.pop();
        }
        if out.last().is_some_and(|&b| !matches!(b, b'A' | b'Y' | b'w' | b'y' | b'o')) {
            out.push(b'i');
        }
    }
    if out.last() == Some(&b'Y') {
        out.pop();
        out.push(b'A');
    }
    out.extend_from_slice(piece);
}
