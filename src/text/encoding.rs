//! From the bytes of a file to text, and from wrongly decoded text to what it should have been.
//!
//! Decoding is the platform's work (see [`super::codec`]); decided here is the order of evidence: byte order mark, a label from outside,
//! the shape of UTF-16, valid UTF-8, then which of the encodings that Arabic was stored in gives the best Arabic. Mojibake is recognised
//! by undoing it: the characters are written back in the encoding they were wrongly read in, and if the bytes are sound and far better
//! Arabic in another, that is offered.

use std::borrow::Cow;

use super::chars::{self, Class};
use super::codec::Codec;
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
    pub encoding: Cow<'static, str>,
    /// The text as it should have been.
    pub text: String,
}

/// A decoded file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// WHATWG name of the encoding.
    pub encoding: Cow<'static, str>,
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
    let text = encoding.decode(bytes);
    // A file of NULs and controls is binary even when it happens to decode.
    if looks_binary(&text) {
        return Err(Error::NotText);
    }
    let replaced = text.matches('\u{FFFD}').count();
    let repair = repair(&text);
    Ok(Decoded { text, encoding: encoding.name().to_string().into(), basis, replaced, repair })
}

/// The encodings that Arabic text was stored in before Unicode, and what Latin text is where it is none of them.
const LEGACY: [&str; 2] = ["windows-1256", "iso-8859-6"];
const LATIN: &str = "windows-1252";
/// Text of less than this quality is not Arabic.
const ARABIC: f64 = 0.25;

fn find(bytes: &[u8], label: Option<&str>) -> Result<(Codec, Basis)> {
    let named = |name: &str| Codec::for_label(name).unwrap_or_else(Codec::utf8);
    for (mark, name) in [(&b"\xEF\xBB\xBF"[..], "utf-8"), (b"\xFF\xFE", "utf-16le"), (b"\xFE\xFF", "utf-16be")] {
        if bytes.starts_with(mark) {
            return Ok((named(name), Basis::Bom));
        }
    }
    if let Some(codec) = label.and_then(Codec::for_label) {
        return Ok((codec, Basis::Label));
    }
    if let Some(name) = utf16_shape(bytes) {
        return Ok((named(name), Basis::Valid));
    }
    if bytes.iter().take(4096).any(|&b| b == 0) {
        return Err(Error::NotText);
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => Ok((Codec::utf8(), Basis::Valid)),
        Err(_) if mostly_utf8(bytes) => Ok((Codec::utf8(), Basis::Guess)),
        Err(_) => Ok((legacy(bytes), Basis::Guess)),
    }
}

/// The encoding in which the bytes are the best Arabic; that of Latin text where they are none.
fn legacy(bytes: &[u8]) -> Codec {
    let sample = bytes.get(..bytes.len().min(65_536)).unwrap_or(bytes);
    let judged = LEGACY.iter().filter_map(|name| Codec::for_label(name)).map(|codec| (quality(&codec.decode(sample)), codec));
    let best = judged.reduce(|a, b| if b.0 > a.0 { b } else { a });
    best.filter(|(quality, _)| *quality >= ARABIC).map(|(_, codec)| codec).or_else(|| Codec::for_label(LATIN)).unwrap_or_else(Codec::utf8)
}

/// UTF-16 without a mark: most units are ASCII or Arabic in one byte order and not in the other.
fn utf16_shape(bytes: &[u8]) -> Option<&'static str> {
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
        Some("utf-16le")
    } else if clear(big, little) {
        Some("utf-16be")
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

/// What text is wrongly read in, and what it is.
const MISREAD: [(&str, &str); 3] = [("windows-1252", "utf-8"), ("windows-1256", "utf-8"), ("windows-1252", "windows-1256")];

/// What `text` should have been, when it is Arabic that was read in a wrong encoding: UTF-8 read as windows-1252 («Ø§Ù„»)
/// or windows-1256 («ط§ظ„»), windows-1256 read as windows-1252 («ÇáÚÑÈ»).
pub fn repair(text: &str) -> Option<Repair> {
    let marks = text.chars().take(65_536).filter(|c| ('\u{80}'..='\u{17F}').contains(c) || matches!(c, 'ط' | 'ظ')).count();
    if marks < 4 {
        return None;
    }
    let before = quality(text);
    for (wrong, right) in MISREAD {
        let (wrong, right) = (Codec::for_label(wrong)?, Codec::for_label(right)?);
        let Some(bytes) = wrong.encode_single_byte(text) else { continue };
        let fixed = right.decode(&bytes);
        if !fixed.contains('\u{FFFD}') && quality(&fixed) > before + 0.25 {
            return Some(Repair { encoding: right.name().to_string().into(), text: fixed });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "أعلنت الوزارة اليوم أن العمل في المدرسة الجديدة سيبدأ الأسبوع المقبل، وقال المدير إن الطلاب مستعدون.\n";

    fn codec(name: &str) -> Codec {
        Codec::for_label(name).unwrap()
    }

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
    }

    #[test]
    fn every_usual_encoding_is_found() {
        let cases: [(Vec<u8>, &str, Basis); 7] = [
            (TEXT.as_bytes().to_vec(), "UTF-8", Basis::Valid),
            ([b"\xEF\xBB\xBF", TEXT.as_bytes()].concat(), "UTF-8", Basis::Bom),
            ([b"\xFF\xFE".to_vec(), utf16(TEXT, false)].concat(), "UTF-16LE", Basis::Bom),
            (utf16(TEXT, false), "UTF-16LE", Basis::Valid),
            (utf16(TEXT, true), "UTF-16BE", Basis::Valid),
            (codec("windows-1256").encode_single_byte(TEXT).unwrap(), "windows-1256", Basis::Guess),
            (codec("iso-8859-6").encode_single_byte(TEXT).unwrap(), "ISO-8859-6", Basis::Guess),
        ];
        for (bytes, encoding, basis) in cases {
            let decoded = decode(&bytes, None).unwrap();
            assert_eq!((decoded.text.as_str(), &*decoded.encoding, decoded.basis, decoded.replaced), (TEXT, encoding, basis, 0));
            assert_eq!(decoded.repair, None);
        }
    }

    #[test]
    fn a_broken_byte_is_counted_and_the_rest_kept() {
        let mut bytes = TEXT.repeat(3).into_bytes();
        bytes.truncate(bytes.len() - 2);
        bytes.push(0xD8);
        let decoded = decode(&bytes, None).unwrap();
        assert_eq!((&*decoded.encoding, decoded.replaced), ("UTF-8", 1));
    }

    #[test]
    fn binary_files_are_refused() {
        for bytes in [&b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00"[..], b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", &[0u8; 64], &[7u8; 64]] {
            assert_eq!(decode(bytes, None), Err(Error::NotText));
        }
    }

    #[test]
    fn mojibake_is_undone() {
        for (wrong, right) in MISREAD {
            let bytes = if right == "utf-8" { TEXT.as_bytes().to_vec() } else { codec(right).encode_single_byte(TEXT).unwrap() };
            let broken = codec(wrong).decode(&bytes);
            let repaired = repair(&broken);
            assert_eq!(repaired.as_ref().map(|r| r.text.as_str()), Some(TEXT), "{broken}");
            assert_eq!(repaired.map(|r| r.encoding.to_string()), Some(codec(right).name().to_string()));
        }
        let latin = decode(b"caf\xE9 d\xE9j\xE0 vu", None).unwrap();
        assert_eq!((latin.text.as_str(), &*latin.encoding), ("café déjà vu", "windows-1252"));
        assert_eq!(repair(TEXT), None);
        assert_eq!(repair("Café déjà vu à Genève, là-bas où l'été"), None);
    }
}
