//! Folding: one written word, its many spellings, and the way back to what was written.
//!
//! Two words are compared by their folded forms; the originals stay untouched. A [`Folding`] says which differences are
//! ignored. [`fold`] gives the folded letters alone, [`Folded`] also remembers where each of them came from, so that a
//! match in folded text is a span in the original.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use unicode_normalization::char::{compose, decompose_compatible};

use super::chars::{self, Class};
use super::span::ByteSpan;
use crate::data;

/// How much is ignored when words are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Folding {
    /// Nothing: the word as written.
    Exact,
    /// Vowels and other marks, tatweel, hidden characters; presentation forms and look-alikes become their letters;
    /// digits become 0 to 9.
    Light,
    /// The same, and أإآٱ become ا, ى becomes ي, ة becomes ه, Latin letters become small.
    #[default]
    Full,
}

impl Folding {
    /// The folding of a name (`exact`, `light`, `full`).
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "exact" => Some(Folding::Exact),
            "light" => Some(Folding::Light),
            "full" => Some(Folding::Full),
            _ => None,
        }
    }
}

static LOOKALIKES: LazyLock<FxHashMap<char, char>> = LazyLock::new(|| {
    data::columns::<2>(data::LOOKALIKES).filter_map(|[look, letter]| Some((look.chars().next()?, letter.chars().next()?))).collect()
});

/// The Arabic letter that `c` is typed for, when `c` is a letter of a neighbouring alphabet.
pub fn lookalike(c: char) -> Option<char> {
    // No look-alike lies in the block of Arabic's own letters.
    if ('\u{0620}'..='\u{064A}').contains(&c) { None } else { LOOKALIKES.get(&c).copied() }
}

/// Whether `c` is a presentation form: a shape that text should not hold. The honorific ligatures ﷺ and ﷻ and their
/// neighbours are written on purpose and are not counted.
pub fn is_presentation_form(c: char) -> bool {
    matches!(c as u32, 0xFB50..=0xFBB1 | 0xFBD3..=0xFD3D | 0xFD50..=0xFDC7 | 0xFDF0..=0xFDF9 | 0xFE70..=0xFEFC)
}

/// Gives the letters that stand for `c` to `out`, in order; none when `c` is ignored.
fn fold_char(c: char, folding: Folding, out: &mut impl FnMut(char)) {
    if folding == Folding::Exact {
        return out(c);
    }
    if c.is_ascii() {
        return out(if folding == Folding::Full { c.to_ascii_lowercase() } else { c });
    }
    if c == chars::TATWEEL {
        return;
    }
    if is_presentation_form(c) {
        decompose_compatible(c, |part| {
            // Isolated vowel signs decompose into a space and the mark; unassigned forms into themselves.
            if part == c {
                out(c);
            } else if part != ' ' {
                fold_char(part, folding, out);
            }
        });
        return;
    }
    match chars::class(c) {
        Class::Mark | Class::Invisible => {}
        Class::Digit => match chars::digit_value(c) {
            Some(value) => out(char::from(b'0' + value)),
            None => out(c),
        },
        _ => out(fold_letter(lookalike(c).unwrap_or(c), folding)),
    }
}

fn fold_letter(c: char, folding: Folding) -> char {
    if folding != Folding::Full {
        return c;
    }
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        // Letters of Arabic have no case; asking the tables of Unicode is slow.
        '\u{0620}'..='\u{06FF}' => c,
        _ if c.is_alphabetic() => c.to_lowercase().next().unwrap_or(c),
        _ => c,
    }
}

/// Letter and hamza or madda written as two characters, as one.
pub(super) fn composed(c: char, next: Option<char>) -> Option<char> {
    match next {
        Some(mark @ '\u{0653}'..='\u{0655}') => compose(c, mark),
        _ => None,
    }
}

/// What the characters of the Arabic block fold to, lightly and in full; none for what is ignored. Nearly all that is ever folded lies there.
static ARABIC: LazyLock<[[Option<char>; 256]; 2]> = LazyLock::new(|| {
    [Folding::Light, Folding::Full].map(|folding| {
        std::array::from_fn(|low| {
            let mut folded = None;
            char::from_u32(0x0600 + low as u32).into_iter().for_each(|c| fold_char(c, folding, &mut |to| folded = Some(to)));
            folded
        })
    })
});

/// Appends the folded form of `text` to `out`.
pub fn fold_into(text: &str, folding: Folding, out: &mut String) {
    let [light, full] = &*ARABIC;
    let table = match folding {
        Folding::Exact => return out.push_str(text),
        Folding::Light => light,
        Folding::Full => full,
    };
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let c = match composed(c, chars.peek().copied()) {
            Some(both) => {
                chars.next();
                both
            }
            None => c,
        };
        match (c as u32).checked_sub(0x0600).and_then(|low| table.get(low as usize)) {
            Some(folded) => out.extend(*folded),
            None => fold_char(c, folding, &mut |folded| out.push(folded)),
        }
    }
}

/// The folded form of `text`.
pub fn fold(text: &str, folding: Folding) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, folding, &mut out);
    out
}

/// For each character of a changed text, ascending: where it starts there, and the original span it stands for.
pub(super) type Origins = Vec<(u32, ByteSpan)>;

/// The original span behind the changed bytes `[start, end)`: from the first character's beginning to the last one's end, what was
/// left out between them included. `None` when nothing is covered.
pub(super) fn origin(origins: &Origins, start: usize, end: usize) -> Option<ByteSpan> {
    let first = origins.partition_point(|&(at, _)| (at as usize) < start);
    let past = origins.partition_point(|&(at, _)| (at as usize) < end);
    let covered = origins.get(first..past)?;
    Some(ByteSpan { start: covered.first()?.1.start, end: covered.last()?.1.end })
}

/// Folded text with the way back.
#[derive(Debug, Clone)]
pub struct Folded {
    /// The folded letters.
    pub text: String,
    origins: Origins,
}

impl Folded {
    /// Folds `text` and remembers where each letter came from.
    pub fn new(text: &str, folding: Folding) -> Self {
        let mut out = Self { text: String::with_capacity(text.len()), origins: Vec::new() };
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let joined = composed(c, chars.peek().map(|&(_, next)| next));
            if joined.is_some() && folding != Folding::Exact {
                chars.next();
            }
            let c = if folding == Folding::Exact { c } else { joined.unwrap_or(c) };
            let end = chars.peek().map_or(text.len(), |&(next, _)| next);
            fold_char(c, folding, &mut |folded| {
                out.origins.push((ByteSpan::new(out.text.len(), 0).start, ByteSpan::new(at, end)));
                out.text.push(folded);
            });
        }
        out
    }

    /// The original span behind the folded bytes `[start, end)`: from the first letter's beginning to the last letter's
    /// end, ignored characters between them included. `None` when nothing is covered.
    pub fn origin(&self, start: usize, end: usize) -> Option<ByteSpan> {
        origin(&self.origins, start, end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_by_degree() {
        let word = "الإِدَارَةُ";
        assert_eq!(fold(word, Folding::Exact), word);
        assert_eq!(fold(word, Folding::Light), "الإدارة");
        assert_eq!(fold(word, Folding::Full), "الاداره");
        assert_eq!(fold("مستشفى", Folding::Full), "مستشفي");
        assert_eq!(fold("مـــرحبا", Folding::Light), "مرحبا");
        assert_eq!(fold("الذ\u{200C}کاء", Folding::Light), "الذكاء");
        assert_eq!(fold("١٢۳ iPhone", Folding::Full), "123 iphone");
    }

    #[test]
    fn presentation_forms_and_split_hamzas_become_letters() {
        assert_eq!(fold("\u{FEFB}\u{FEB3}\u{FE7E}", Folding::Light), "لاس");
        assert_eq!(fold("\u{0627}\u{0654}حمد", Folding::Light), "أحمد");
        assert_eq!(fold("\u{FDF2}", Folding::Light), "الله");
    }

    #[test]
    fn a_match_in_folded_text_is_a_place_in_the_original() {
        let text = "في المَدْر\u{200B}سَةِ.";
        let folded = Folded::new(text, Folding::Full);
        assert_eq!(folded.text, "في المدرسه.");
        let at = folded.text.find("مدرسه").unwrap_or(0);
        let span = folded.origin(at, at + "مدرسه".len());
        // The mark after the last letter folds to nothing, so the span ends with the letter.
        assert_eq!(span.map(|s| s.of(text)), Some("مَدْر\u{200B}سَة"));
        assert_eq!(folded.origin(3, 3), None);
    }

    #[test]
    fn folding_is_idempotent_on_every_character_of_the_first_planes() {
        for c in (0..=0x1FFFF).filter_map(char::from_u32) {
            for folding in [Folding::Light, Folding::Full] {
                let once = fold(c.encode_utf8(&mut [0; 4]), folding);
                assert_eq!(fold(&once, folding), once, "{:04X}", c as u32);
            }
        }
    }
}
