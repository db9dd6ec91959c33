//! Packs: versioned, checksummed files of language data that lie beside the engine and are loaded at run time.
//!
//! A pack is read in place and checked as a whole before anything in it is believed, so that every later access may rely
//! on it: a file that was cut short, altered or made for another version is an error with a kind, never a crash.
//!
//! # Format, version 1
//! All numbers are little-endian.
//!
//! | bytes | what |
//! |---|---|
//! | 0..4 | `MUBN` |
//! | 4 | kind: 1 lexicon, 2 glosses, 3 frequency, 4 models, 5 names, 6 places |
//! | 5 | number of sections, n |
//! | 6..8 | version of the format of this kind |
//! | 8..12 | CRC-32 (IEEE) of everything from byte 12 to the end |
//! | 12..16 | CRC-32 of the lexicon pack that this pack counts lemmas by; 0 where it does not |
//! | 16..16+4n | length of each section in bytes |
//! | then | the sections, one after the other, nothing between or after them |
//!
//! Section 0 of every pack is its notice: source, licence and what was changed, UTF-8.

use std::ops::Range;

/// What a pack holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Stems, affixes and how they combine.
    Lexicon,
    /// English glosses by lemma.
    Glosses,
    /// How often lemmas occur.
    Frequency,
    /// Weights trained for this project.
    Models,
    /// Weights of the recogniser of names, and known names.
    Names,
    /// Cities and countries with their places on the map.
    Places,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 6] = [Kind::Lexicon, Kind::Glosses, Kind::Frequency, Kind::Models, Kind::Names, Kind::Places];

    /// Its name, that of the file without `.pack`.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Lexicon => "lexicon",
            Kind::Glosses => "glosses",
            Kind::Frequency => "frequency",
            Kind::Models => "models",
            Kind::Names => "names",
            Kind::Places => "places",
        }
    }

    /// Its number in the file.
    fn code(self) -> u8 {
        match self {
            Kind::Lexicon => 1,
            Kind::Glosses => 2,
            Kind::Frequency => 3,
            Kind::Models => 4,
            Kind::Names => 5,
            Kind::Places => 6,
        }
    }

    /// The version that this engine reads.
    pub fn version(self) -> u16 {
        1
    }
}

/// Why a pack was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PackError {
    /// The file is no pack, or of another kind.
    NotThisPack,
    /// Made for another version of the engine.
    WrongVersion,
    /// Cut short, altered, or with parts that contradict each other.
    Damaged,
    /// Counts the lemmas of another lexicon pack.
    OtherLexicon,
}

impl PackError {
    /// A stable name for programs.
    pub fn kind(self) -> &'static str {
        match self {
            PackError::NotThisPack => "pack-unknown",
            PackError::WrongVersion => "pack-version",
            PackError::Damaged => "pack-damaged",
            PackError::OtherLexicon => "pack-mismatch",
        }
    }
}

impl std::fmt::Display for PackError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            PackError::NotThisPack => "the file is not the language pack that was expected",
            PackError::WrongVersion => "the language pack was made for another version of mubin; build or download it again",
            PackError::Damaged => "the language pack is damaged; build or download it again",
            PackError::OtherLexicon => "the language packs do not belong together; build or download them again",
        })
    }
}

impl std::error::Error for PackError {}

const MAGIC: &[u8; 4] = b"MUBN";
const HEADER: usize = 16;
/// What the checksum covers starts here.
const COVERED: usize = 12;

/// A pack whose outside was checked.
#[derive(Debug, Clone)]
pub struct Pack {
    bytes: Vec<u8>,
    sections: Vec<Range<usize>>,
    checksum: u32,
    lexicon: u32,
}

impl Pack {
    /// Checks `bytes` as a pack of `kind`.
    ///
    /// # Errors
    /// Every [`PackError`] but [`PackError::OtherLexicon`].
    pub fn open(bytes: Vec<u8>, kind: Kind) -> Result<Pack, PackError> {
        if bytes.get(..4) != Some(MAGIC) || bytes.get(4) != Some(&kind.code()) {
            return Err(if bytes.len() < HEADER && MAGIC.starts_with(bytes.get(..4).unwrap_or(&bytes)) {
                PackError::Damaged
            } else {
                PackError::NotThisPack
            });
        }
        let count = usize::from(*bytes.get(5).ok_or(PackError::Damaged)?);
        let version = bytes.get(6..8).and_then(|b| b.try_into().ok()).map(u16::from_le_bytes).ok_or(PackError::Damaged)?;
        if version != kind.version() {
            return Err(PackError::WrongVersion);
        }
        let checksum = number(&bytes, 8).ok_or(PackError::Damaged)?;
        let lexicon = number(&bytes, COVERED).ok_or(PackError::Damaged)?;
        if crc32fast::hash(bytes.get(COVERED..).unwrap_or_default()) != checksum {
            return Err(PackError::Damaged);
        }
        let mut at = HEADER + 4 * count;
        let mut sections = Vec::with_capacity(count);
        for i in 0..count {
            let length = number(&bytes, HEADER + 4 * i).ok_or(PackError::Damaged)? as usize;
            let end = at.checked_add(length).filter(|&end| end <= bytes.len()).ok_or(PackError::Damaged)?;
            sections.push(at..end);
            at = end;
        }
        if at != bytes.len() {
            return Err(PackError::Damaged);
        }
        Ok(Pack { bytes, sections, checksum, lexicon })
    }

    /// The bytes of a section; empty when there is none of that number.
    pub fn section(&self, number: usize) -> &[u8] {
        self.sections.get(number).and_then(|range| self.bytes.get(range.clone())).unwrap_or_default()
    }

    /// A section that is text.
    ///
    /// # Errors
    /// [`PackError::Damaged`] where it is not UTF-8.
    pub fn text(&self, number: usize) -> Result<&str, PackError> {
        std::str::from_utf8(self.section(number)).map_err(|_| PackError::Damaged)
    }

    /// Source, licence and changes.
    pub fn notice(&self) -> &str {
        self.text(0).unwrap_or_default()
    }

    /// What identifies this very file.
    pub fn checksum(&self) -> u32 {
        self.checksum
    }

    /// The checksum of the lexicon that this pack belongs to; 0 for none.
    pub fn lexicon(&self) -> u32 {
        self.lexicon
    }
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

/// Puts a pack together.
pub fn write(kind: Kind, lexicon: u32, sections: &[&[u8]]) -> Vec<u8> {
    let mut covered = lexicon.to_le_bytes().to_vec();
    for section in sections {
        covered.extend((section.len() as u32).to_le_bytes());
    }
    for section in sections {
        covered.extend_from_slice(section);
    }
    let mut out = MAGIC.to_vec();
    out.push(kind.code());
    out.push(sections.len() as u8);
    out.extend(kind.version().to_le_bytes());
    out.extend(crc32fast::hash(&covered).to_le_bytes());
    out.extend(covered);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_not_the_pack_is_refused() {
        let good = write(Kind::Lexicon, 7, &[b"notice", b"", b"data"]);
        let pack = Pack::open(good.clone(), Kind::Lexicon).unwrap();
        assert_eq!((pack.notice(), pack.section(1), pack.section(2), pack.lexicon()), ("notice", &b""[..], &b"data"[..], 7));
        assert_eq!(pack.section(9), b"");
        assert_eq!(Pack::open(good.clone(), Kind::Models).unwrap_err(), PackError::NotThisPack);
        assert_eq!(Pack::open(b"<!doctype html>".to_vec(), Kind::Lexicon).unwrap_err(), PackError::NotThisPack);
        for end in 0..good.len() {
            assert_eq!(Pack::open(good[..end].to_vec(), Kind::Lexicon).unwrap_err(), PackError::Damaged, "cut at {end}");
        }
        for at in 6..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 0x10;
            assert!(Pack::open(bad, Kind::Lexicon).is_err(), "byte {at}");
        }
        let mut newer = good.clone();
        newer[6] = 9;
        assert_eq!(Pack::open(newer, Kind::Lexicon).unwrap_err(), PackError::WrongVersion);
        let mut longer = good;
        longer.push(0);
        assert_eq!(Pack::open(longer, Kind::Lexicon).unwrap_err(), PackError::Damaged);
    }
}
