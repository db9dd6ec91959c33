//! Half-open spans of UTF-8 bytes, the only unit used inside the crate.
//!
//! 32 bits are enough because [`crate::MAX_BYTES`] bounds the input; a span costs eight bytes, and a text of a million
//! tokens keeps its spans in eight megabytes.

/// `[start, end)` in UTF-8 bytes of the original text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct ByteSpan {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl ByteSpan {
    /// A span from byte positions. Positions beyond `u32::MAX` cannot occur in an accepted text and are clamped.
    pub fn new(start: usize, end: usize) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: clamp(start), end: clamp(end) }
    }

    /// The piece of `text` this span covers; empty when the span does not lie on character boundaries of `text`.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// The same stretch counted from `origin`, which does not lie behind it.
    pub fn from(self, origin: u32) -> Self {
        Self { start: self.start.saturating_sub(origin), end: self.end.saturating_sub(origin) }
    }

    /// The stretch in the text, where this one counts from `origin`.
    pub fn at(self, origin: u32) -> Self {
        Self { start: self.start.saturating_add(origin), end: self.end.saturating_add(origin) }
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether nothing is covered.
    pub fn is_empty(&self) -> bool {
        self.start >= self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(&self, other: ByteSpan) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}
