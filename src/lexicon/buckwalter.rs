//! Buckwalter's transliteration, in which the packs and the analysis hold Arabic: one ASCII byte a letter or mark.
//!
//! A vocalised stem is then half the size, comparing and cutting are byte operations, and no span can fall inside a
//! character. Arabic letters come in where a word is read and go out where a result is written. Source of the scheme:
//! Buckwalter, *Arabic Morphological Analyzer Version 1.0*, LDC 2002; the three Persian letters and ڤ as in its later
//! versions.

/// Pairs of transliterated byte and Arabic character.
const TABLE: &[(u8, char)] = &[
    (b'\'', 'ء'),
    (b'|', 'آ'),
    (b'>', 'أ'),
    (b'&', 'ؤ'),
    (b'<', 'إ'),
    (b'}', 'ئ'),
    (b'A', 'ا'),
    (b'b', 'ب'),
    (b'p', 'ة'),
    (b't', 'ت'),
    (b'v', 'ث'),
    (b'j', 'ج'),
    (b'H', 'ح'),
    (b'x', 'خ'),
    (b'd', 'د'),
    (b'*', 'ذ'),
    (b'r', 'ر'),
    (b'z', 'ز'),
    (b's', 'س'),
    (b'$', 'ش'),
    (b'S', 'ص'),
    (b'D', 'ض'),
    (b'T', 'ط'),
    (b'Z', 'ظ'),
    (b'E', 'ع'),
    (b'g', 'غ'),
    (b'f', 'ف'),
    (b'q', 'ق'),
    (b'k', 'ك'),
    (b'l', 'ل'),
    (b'm', 'م'),
    (b'n', 'ن'),
    (b'h', 'ه'),
    (b'w', 'و'),
    (b'Y', 'ى'),
    (b'y', 'ي'),
    (b'F', '\u{064B}'),
    (b'N', '\u{064C}'),
    (b'K', '\u{064D}'),
    (b'a', '\u{064E}'),
    (b'u', '\u{064F}'),
    (b'i', '\u{0650}'),
    (b'~', '\u{0651}'),
    (b'o', '\u{0652}'),
    (b'`', '\u{0670}'),
    (b'{', '\u{0671}'),
    (b'P', 'پ'),
    (b'J', 'چ'),
    (b'R', 'ژ'),
    (b'V', 'ڤ'),
    (b'G', 'گ'),
];

const fn to_arabic() -> [char; 128] {
    let mut table = ['\0'; 128];
    let mut i = 0;
    #[allow(clippy::indexing_slicing)] // evaluated by the compiler: an index out of range does not build
    while i < TABLE.len() {
        table[TABLE[i].0 as usize] = TABLE[i].1;
        i += 1;
    }
    table
}

const fn to_ascii() -> [u8; 0xB0] {
    let mut table = [0; 0xB0];
    let mut i = 0;
    #[allow(clippy::indexing_slicing)] // evaluated by the compiler
    while i < TABLE.len() {
        table[TABLE[i].1 as usize - 0x600] = TABLE[i].0;
        i += 1;
    }
    table
}

static ARABIC: [char; 128] = to_arabic();
static ASCII: [u8; 0xB0] = to_ascii();

/// The byte of an Arabic letter or mark; none for any other character.
pub fn byte(c: char) -> Option<u8> {
    let at = (c as usize).checked_sub(0x600)?;
    ASCII.get(at).copied().filter(|&b| b != 0)
}

/// The Arabic character of a byte; none for a byte that stands for nothing.
pub fn character(b: u8) -> Option<char> {
    ARABIC.get(b as usize).copied().filter(|&c| c != '\0')
}

/// Transliterates a word; characters outside the scheme are left out.
pub fn encode(text: &str) -> Vec<u8> {
    text.chars().filter_map(byte).collect()
}

/// Writes transliterated bytes in Arabic letters; bytes outside the scheme stay as they are.
pub fn decode(bytes: &[u8]) -> String {
    bytes.iter().map(|&b| character(b).unwrap_or(b as char)).collect()
}

/// Whether a byte is a vowel sign, shadda, sukun, tanwin or dagger alef.
pub const fn is_mark(b: u8) -> bool {
    matches!(b, b'a' | b'u' | b'i' | b'o' | b'~' | b'F' | b'N' | b'K' | b'`')
}

/// The letters of a vocalised word, hamzat al-wasl as bare alef.
pub fn letters(bytes: &[u8]) -> impl Iterator<Item = u8> + '_ {
    bytes.iter().filter(|&&b| !is_mark(b)).map(|&b| if b == b'{' { b'A' } else { b })
}

/// The letter by which spellings are looked up: all forms of alef as one, hamza seats as their seat, ى as ي, ة as ه.
pub const fn fold(b: u8) -> u8 {
    match b {
        b'>' | b'<' | b'|' | b'{' => b'A',
        b'&' => b'w',
        b'}' | b'Y' => b'y',
        b'p' => b'h',
        b'V' => b'f',
        b'P' => b'b',
        other => other,
    }
}

const fn to_folded() -> [u8; 256] {
    let mut table = [0; 256];
    let mut b = 0;
    #[allow(clippy::indexing_slicing)] // evaluated by the compiler
    while b < 128 {
        table[b as usize] = if is_mark(b) { 0 } else { fold(b) };
        b += 1;
    }
    table
}

static FOLDED: [u8; 256] = to_folded();

/// The folded letter of a byte of a vocalised word; 0 for a mark, which is none, and for what is no ASCII.
#[inline]
pub fn folded(b: u8) -> u8 {
    FOLDED.get(b as usize).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_goes_and_comes_back() {
        for &(b, c) in TABLE {
            assert_eq!((byte(c), character(b)), (Some(b), Some(c)));
        }
        assert_eq!(decode(&encode("اِسْتِقْبالٌ")), "اِسْتِقْبالٌ");
        assert_eq!(byte('x'), None);
        assert_eq!(letters(b"{isotiqobAl").collect::<Vec<_>>(), b"AstqbAl");
        for b in 0..128 {
            assert_eq!(letters(&[b]).map(fold).next().unwrap_or(0), folded(b), "{b}");
        }
    }
}
