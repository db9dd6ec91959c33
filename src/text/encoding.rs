//! From the bytes of a file to text, and from wrongly decoded text to what it should have been.
//!
//! Decoding and the guess between legacy encodings are the work of encoding_rs and chardetng, the code browsers use;
//! decided here is only the order of evidence: byte order mark, a label from outside, the shape of UTF-16, valid UTF-8,
//! then the guess, with Arabic as the prior. Mojibake is recognised by undoing it: the characters are written back in
//! the encoding they were wrongly read in, and if the bytes are sound and far better Arabic in another, that is offered.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1256};

use super::chars::{self, Class};
use crate::error::{Error, Result};

/// How the encoding was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// A byte order mark.
    Bom,
    /// The caller's label.
    Label,
    /// The bytes are valid UTF-8, or have the shape of UTF-16.
    Valid,
    /// The likeliest of the encodings Arabic text was stored in.
    Guess,
}

impl Basis {
    /// The stable name in results.
    pub fn name(self) -> &'static str {
        match self {
            Basis::Bom => "bom",
            Basis::Label => "label",
            Basis::Valid => "valid",
            Basis::Guess => "guess",
        }
    }
}

/// Text that was read in a wrong encoding, read in the right one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// WHATWG name of the encoding the bytes were really in.
    pub encoding: &'static str,
    /// The text as it should have been.
    pub text: String,
}

/// A decoded file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// WHATWG name of the encoding.
    pub encoding: &'static str,
    /// How it was found.
    pub basis: Basis,
    /// How many U+FFFD stand for bytes that could not be decoded.
    pub replaced: usize,
    /// What the text should be, when it was already broken before it was stored.
    pub repair: Option<Repair>,
}

/// Decodes the bytes of a text file. `label` is what the outside says of the encoding (a charset parameter), if anything.
///
/// # Errors
/// [`Error::NotText`] when the bytes are those of a binary file.
pub fn decode(bytes: &[u8], label: Option<&str>) -> Result<Decoded> {
    let (encoding, basis) = find(bytes, label)?;
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    let text = text.into_owned();
    // A file of NULs and controls is binary even when it happens to decode.
    if looks_binary(&text) {
        return Err(Error::NotText);
    }
    let replaced = text.matches('\u{FFFD}').count();
    let repair = repair(&text);
    Ok(Decoded { text, encoding: encoding.name(), basis, replaced, repair })
}

fn find(bytes: &[u8], label: Option<&str>) -> Result<(&'static Encoding, Basis)> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok((encoding, Basis::Bom));
    }
    if let Some(encoding) = label.and_then(|l| Encoding::for_label(l.trim().as_bytes())) {
        return Ok((encoding, Basis::Label));
    }
    if let Some(encoding) = utf16_shape(bytes) {
        return Ok((encoding, Basis::Valid));
    }
    if bytes.iter().take(4096).any(|&b| b == 0) {
        return Err(Error::NotText);
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => Ok((UTF_8, Basis::Valid)),
        Err(_) if mostly_utf8(bytes) => Ok((UTF_8, Basis::Guess)),
        Err(_) => {
            let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
            detector.feed(bytes, true);
            // Someone who opens a file here expects Arabic: the hint weighs as a page of an Arabic country would.
            Ok((detector.guess(Some(b"sa"), Utf8Detection::Deny), Basis::Guess))
        }
    }
}

/// UTF-16 without a mark: most units are ASCII or Arabic in one byte order and not in the other.
fn utf16_shape(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(4096) & !1)?;
    if sample.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let units = sample.len() / 2;
    let familiar = |high: usize, low: usize| {
        let pairs = sample.chunks_exact(2).filter_map(|pair| Some((*pair.get(high)?, *pair.get(low)?)));
        let fits = |&(h, l): &(u8, u8)| matches!((h, l), (0x06, 0x08..=0xFF) | (0x00, 0x09 | 0x0A | 0x0D | 0x20..=0x7E | 0xA0..=0xFF));
        pairs.filter(fits).count()
    };
    let (little, big) = (familiar(1, 0), familiar(0, 1));
    let clear = |a: usize, b: usize| a * 10 >= units * 9 && b * 2 < a;
    if clear(little, big) {
        Some(UTF_16LE)
    } else if clear(big, little) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// UTF-8 with a few broken places: a truncated end, a byte lost on the way.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut broken, mut sound) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().bytes().filter(|&b| b >= 0xC0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sound > 0 && broken * 10 <= sound
}

fn looks_binary(text: &str) -> bool {
    let mut odd = 0usize;
    let mut seen = 0usize;
    for c in text.chars().take(65_536) {
        seen += 1;
        odd += usize::from(matches!(c, '\0'..='\u{8}' | '\u{E}'..='\u{1A}' | '\u{1C}'..='\u{1F}' | '\u{7F}' | '\u{FFFD}'));
    }
    odd * 10 > seen
}

/// How much `text` looks like Arabic prose, from 0 to 1: the share of Arabic among its letters beyond ASCII, times the
/// share of the eight letters that make up some 60 % of Arabic running text (counts over news agree within a few points).
fn quality(text: &str) -> f64 {
    let (mut foreign, mut arabic, mut common) = (0u32, 0u32, 0u32);
    for c in text.chars().filter(|c| !c.is_ascii()).take(65_536) {
        match chars::class(c) {
            Class::Arabic => {
                arabic += 1;
                common += u32::from(matches!(c, 'ا' | 'ل' | 'ي' | 'م' | 'و' | 'ن' | 'ر' | 'ت'));
            }
            Class::Punctuation | Class::Space | Class::Newline | Class::Mark | Class::Digit => {}
            _ => foreign += 1,
        }
    }
    if arabic == 0 {
        return 0.0;
    }
    f64::from(arabic) / f64::from(arabic + foreign) * f64::from(common) / f64::from(arabic)
}

/// What `text` should have been, when it is Arabic that was read in a wrong encoding: UTF-8 read as windows-1252 («Ø§Ù„»)
/// or windows-1256 («ط§ظ„»), windows-1256 read as windows-1252 («ÇáÚÑÈ»).
pub fn repair(text: &str) -> Option<Repair> {
    let marks = text.chars().take(65_536).filter(|c| ('\u{80}'..='\u{17F}').contains(c) || matches!(c, 'ط' | 'ظ')).count();
    if marks < 4 {
        return None;
    }
    let before = quality(text);
    for (wrong, right) in [(WINDOWS_1252, UTF_8), (WINDOWS_1256, UTF_8), (WINDOWS_1252, WINDOWS_1256)] {
        let (bytes, _, unmappable) = wrong.encode(text);
        if unmappable {
            continue;
        }
        let (fixed, broken) = right.decode_without_bom_handling(&bytes);
        if !broken && quality(&fixed) > before + 0.25 {
            return Some(Repair { encoding: right.name(), text: fixed.into_owned() });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "أعلنت الوزارة اليوم أن العمل في المدرسة الجديدة سيبدأ الأسبوع المقبل، وقال المدير إن الطلاب مستعدون.\n";

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
    }

    #[test]
    fn every_usual_encoding_is_found() {
        let cases: [(Vec<u8>, &str, Basis); 6] = [
            (TEXT.as_bytes().to_vec(), "UTF-8", Basis::Valid),
            ([b"\xEF\xBB\xBF", TEXT.as_bytes()].concat(), "UTF-8", Basis::Bom),
            ([b"\xFF\xFE".to_vec(), utf16(TEXT, false)].concat(), "UTF-16LE", Basis::Bom),
            (utf16(TEXT, false), "UTF-16LE", Basis::Valid),
            (utf16(TEXT, true), "UTF-16BE", Basis::Valid),
            (WINDOWS_1256.encode(TEXT).0.into_owned(), "windows-1256", Basis::Guess),
        ];
        for (bytes, encoding, basis) in cases {
            let decoded = decode(&bytes, None).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.encoding, decoded.basis, decoded.replaced), (TEXT, encoding, basis, 0));
            assert_eq!(decoded.repair, None);
        }
    }

    #[test]
    fn a_broken_byte_is_counted_and_the_rest_kept() {
        let mut bytes = TEXT.repeat(3).into_bytes();
        bytes.truncate(bytes.len() - 2);
        bytes.push(0xD8);
        let decoded = decode(&bytes, None).unwrap();
        assert_eq!((decoded.encoding, decoded.replaced), ("UTF-8", 1));
    }

    #[test]
    fn binary_files_are_refused() {
        for bytes in [&b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00"[..], b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", &[0u8; 64], &[7u8; 64]] {
            assert_eq!(decode(bytes, None), Err(Error::NotText));
        }
    }

    #[test]
    fn mojibake_is_undone() {
        for (wrong, right) in [(WINDOWS_1252, UTF_8), (WINDOWS_1256, UTF_8), (WINDOWS_1252, WINDOWS_1256)] {
            let bytes = right.encode(TEXT).0;
            let broken = wrong.decode_without_bom_handling(&bytes).0;
            let repaired = repair(&broken);
            assert_eq!(repaired.as_ref().map(|r| r.text.as_str()), Some(TEXT), "{broken}");
            assert_eq!(repaired.map(|r| r.encoding), Some(right.name()));
        }
        assert_eq!(repair(TEXT), None);
        assert_eq!(repair("Café déjà vu à Genève, là-bas où l'été"), None);
    }
}
