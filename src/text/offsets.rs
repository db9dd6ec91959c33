//! One text, three ways of counting: UTF-8 bytes, UTF-16 code units, code points.
//!
//! A checkpoint every 64 bytes holds the counts up to it, so the map costs an eighth of the text, is made in one pass,
//! and answers any question by looking at no more than 64 bytes. The counting inside a stretch is a plain byte loop
//! that compilers turn into vector code: a continuation byte counts nothing, any other byte counts one character, and
//! a lead byte of four (`>= 0xF0`) counts two UTF-16 units.

const STEP: usize = 64;

/// The unit offsets are given in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Unit {
    /// UTF-8 bytes, what Rust, Go and C slice by.
    Utf8,
    /// UTF-16 code units, what JavaScript and Java slice by.
    Utf16,
    /// Unicode code points, what Python slices by.
    #[default]
    CodePoint,
}

impl Unit {
    /// The name used in results and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Unit::Utf8 => "utf8",
            Unit::Utf16 => "utf16",
            Unit::CodePoint => "codepoint",
        }
    }
}

/// Counts of both other units before a checkpoint.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    utf16: u32,
    points: u32,
}

impl Counts {
    fn get(self, unit: Unit, byte: usize) -> u32 {
        match unit {
            Unit::Utf8 => u32::try_from(byte).unwrap_or(u32::MAX),
            Unit::Utf16 => self.utf16,
            Unit::CodePoint => self.points,
        }
    }
}

fn count(bytes: &[u8]) -> Counts {
    let (mut points, mut astral) = (0u32, 0u32);
    for &b in bytes {
        points += u32::from(b & 0xC0 != 0x80);
        astral += u32::from(b >= 0xF0);
    }
    Counts { utf16: points + astral, points }
}

/// The map of one text. Holds no reference to it: the text is passed again with each question.
#[derive(Debug, Clone)]
pub struct OffsetMap {
    checkpoints: Vec<Counts>,
    len: usize,
}

impl OffsetMap {
    /// Counts `text` once, from front to back.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut checkpoints = Vec::with_capacity(bytes.len() / STEP + 2);
        let mut total = Counts::default();
        checkpoints.push(total);
        for chunk in bytes.chunks(STEP) {
            let here = count(chunk);
            total = Counts { utf16: total.utf16 + here.utf16, points: total.points + here.points };
            checkpoints.push(total);
        }
        Self { checkpoints, len: bytes.len() }
    }

    /// The offset in `unit` of a byte offset. A byte inside a character answers like the character's end, a byte
    /// beyond the text like the text's end.
    pub fn from_byte(&self, text: &str, byte: usize, unit: Unit) -> u32 {
        let byte = byte.min(self.len);
        let index = byte / STEP;
        let base = self.checkpoints.get(index).copied().unwrap_or_default();
        let rest = count(text.as_bytes().get(index * STEP..byte).unwrap_or_default());
        Counts { utf16: base.utf16 + rest.utf16, points: base.points + rest.points }.get(unit, byte)
    }

    /// The byte offset of an offset in `unit`: the first byte of the character that holds it, the text's length when
    /// it lies beyond the end.
    pub fn to_byte(&self, text: &str, offset: u32, unit: Unit) -> usize {
        let floor = |byte: usize| (0..=byte.min(self.len)).rev().find(|&b| text.is_char_boundary(b)).unwrap_or(0);
        if unit == Unit::Utf8 {
            return floor(offset as usize);
        }
        let index = self.checkpoints.partition_point(|c| c.get(unit, 0) <= offset).saturating_sub(1);
        let mut seen = self.checkpoints.get(index).map_or(0, |c| c.get(unit, 0));
        // A checkpoint may fall inside a character; that character was counted at its lead byte, before it.
        let first = (index * STEP..self.len).find(|&b| text.is_char_boundary(b)).unwrap_or(self.len);
        let Some(tail) = text.get(first..) else { return self.len };
        for (i, c) in tail.char_indices() {
            let width = if unit == Unit::Utf16 { c.len_utf16() as u32 } else { 1 };
            if seen + width > offset {
                // An offset that points into the character before the checkpoint belongs to that character.
                return if seen > offset { floor(first.saturating_sub(1)) } else { first + i };
            }
            seen += width;
        }
        self.len
    }

    /// Length of the whole text in `unit`.
    pub fn total(&self, unit: Unit) -> u32 {
        self.checkpoints.last().map_or(0, |c| c.get(unit, self.len))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_units_agree_with_counting_by_hand() {
        let text = "a\u{0628}\u{1F1EE}\u{1F1F6}\u{200C}\u{0645}\u{064E} x".repeat(40);
        let map = OffsetMap::new(&text);
        let (mut utf16, mut points) = (0u32, 0u32);
        for (byte, c) in text.char_indices() {
            assert_eq!(map.from_byte(&text, byte, Unit::Utf16), utf16);
            assert_eq!(map.from_byte(&text, byte, Unit::CodePoint), points);
            assert_eq!(map.to_byte(&text, utf16, Unit::Utf16), byte);
            assert_eq!(map.to_byte(&text, points, Unit::CodePoint), byte);
            if c.len_utf16() == 2 {
                assert_eq!(map.to_byte(&text, utf16 + 1, Unit::Utf16), byte, "inside a surrogate pair");
            }
            utf16 += c.len_utf16() as u32;
            points += 1;
        }
        assert_eq!(map.total(Unit::Utf16), utf16);
        assert_eq!(map.total(Unit::CodePoint), points);
        assert_eq!(map.total(Unit::Utf8) as usize, text.len());
        assert_eq!(map.to_byte(&text, u32::MAX, Unit::Utf16), text.len());
    }
}
