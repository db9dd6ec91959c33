//! Letter maps: Buckwalter, its safe variant, HSB. One sign for one letter, and exactly the way back.
//!
//! A text may hold what the scheme uses for its letters: Latin words, signs. Such a stretch is written between two backslashes
//! (`iPhone` in Buckwalter: `\iPhone\`), a backslash by itself as two, so that reading gives back every text there is, letter for
//! letter. What has no letter in the scheme and is no sign of it (digits, most punctuation, other alphabets, presentation forms)
//! stays as it is.

use std::sync::LazyLock;

use super::Scheme;
use crate::data;

/// What stands around text that is not transliterated.
const ESCAPE: char = '\\';

/// One scheme in both directions, each ordered by what is looked up.
#[derive(Default)]
struct Map {
    to: Vec<(char, char)>,
    from: Vec<(char, char)>,
}

static MAPS: LazyLock<[Map; 3]> = LazyLock::new(|| {
    let mut maps: [Map; 3] = Default::default();
    for [letter, cells @ ..] in data::columns::<4>(data::LETTER_MAPS) {
        // A mark stands on a tatweel.
        let Some(letter) = letter.chars().next_back() else { continue };
        for (map, cell) in maps.iter_mut().zip(cells) {
            map.to.extend(cell.chars().next().map(|sign| (letter, sign)));
            map.from.extend(cell.chars().map(|sign| (sign, letter)));
        }
    }
    for map in &mut maps {
        map.to.sort_unstable();
        map.from.sort_unstable();
    }
    maps
});

fn find(pairs: &[(char, char)], c: char) -> Option<char> {
    let at = pairs.partition_point(|&(key, _)| key < c);
    pairs.get(at).filter(|&&(key, _)| key == c).map(|&(_, value)| value)
}

fn map(scheme: Scheme) -> Option<&'static Map> {
    MAPS.get(match scheme {
        Scheme::Buckwalter => 0,
        Scheme::SafeBuckwalter => 1,
        Scheme::Hsb => 2,
        _ => return None,
    })
}

/// Writes Arabic letters in the scheme; `None` for a scheme that is no letter map.
pub fn to_scheme(text: &str, scheme: Scheme) -> Option<String> {
    let map = map(scheme)?;
    let mut out = String::with_capacity(text.len());
    // The stretch of foreign text that is open, and whether it needs to be told apart.
    let (mut run, mut clashes) = (String::new(), false);
    let close = |run: &mut String, clashes: &mut bool, out: &mut String| {
        let escape: &[char] = if std::mem::take(clashes) { &[ESCAPE] } else { &[] };
        out.extend(escape);
        out.push_str(run);
        out.extend(escape);
        run.clear();
    };
    for c in text.chars() {
        let sign = find(&map.from, c).is_some();
        if sign || c.is_ascii_graphic() && c != ESCAPE {
            run.push(c);
            clashes |= sign;
            continue;
        }
        close(&mut run, &mut clashes, &mut out);
        match find(&map.to, c) {
            Some(sign) => out.push(sign),
            None => out.extend(std::iter::repeat_n(c, 1 + usize::from(c == ESCAPE))),
        }
    }
    close(&mut run, &mut clashes, &mut out);
    Some(out)
}

/// Reads what is written in the scheme; `None` for a scheme that is no letter map.
pub fn from_scheme(text: &str, scheme: Scheme) -> Option<String> {
    let map = map(scheme)?;
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        if c != ESCAPE {
            out.push(find(&map.from, c).unwrap_or(c));
            continue;
        }
        match rest.split_once(ESCAPE) {
            Some(("", after)) => {
                out.push(ESCAPE);
                rest = after;
            }
            Some((foreign, after)) => {
                out.push_str(foreign);
                rest = after;
            }
            // One that is never closed stands for itself.
            None => {
                out.push_str(text.get(text.len() - rest.len() - 1..).unwrap_or_default());
                rest = "";
            }
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_agrees_with_the_alphabet_of_the_packs() {
        let map = map(Scheme::Buckwalter).unwrap();
        for &(letter, sign) in &map.to {
            let byte = crate::lexicon::buckwalter::byte(letter).map(char::from);
            assert!(byte == Some(sign) || letter == '\u{640}', "{letter}");
        }
        for map in MAPS.iter() {
            assert!(map.to.len() <= map.from.len(), "no sign stands for two letters");
        }
    }

    #[test]
    fn foreign_text_is_told_apart() {
        for (text, written) in [
            ("اشترى iPhone 12.", "A$trY \\iPhone\\ 12."),
            ("قال: نعم؟ (لا)", "qAl: nEm؟ (lA)"),
            ("a\\b", "\\a\\\\\\\\b\\"),
            ("ٱلرَّحْمٰن ـ {", "{lra~Hom`n _ \\{\\"),
        ] {
            assert_eq!(to_scheme(text, Scheme::Buckwalter).unwrap(), written);
            assert_eq!(from_scheme(written, Scheme::Buckwalter).unwrap(), text);
        }
        assert_eq!(from_scheme("qAl \\OK", Scheme::Buckwalter).unwrap(), "قال \\OK");
        assert_eq!(to_scheme("إنّ", Scheme::Hsb).unwrap(), "Ǎn~");
        assert_eq!(from_scheme("Ăn~", Scheme::Hsb).unwrap(), "إنّ");
    }
}
