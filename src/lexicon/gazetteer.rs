//! Known names: what single words of names are, and the names that the project's tables list whole.
//!
//! It reads the text of the names pack into one map from the hash of a folded phrase to what it is, and holds the beginnings
//! of longer phrases too, so that a reader walking over tokens knows when to stop. Letters are compared as [`key`] leaves
//! them: hamzas, ة and ى folded, whatever sits under a hamza with them.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::pack::PackError;

/// What a word or phrase is known as; a set of bits.
pub mod class {
    /// A given name.
    pub const GIVEN: u16 = 1;
    /// A family name or nisba used as one.
    pub const FAMILY: u16 = 2;
    /// A word of place names.
    pub const PLACE: u16 = 4;
    /// A country.
    pub const COUNTRY: u16 = 8;
    /// A word of names of organisations.
    pub const ORGANISATION: u16 = 16;
    /// A brand, a planet, a people.
    pub const OTHER: u16 = 32;
    /// An adjective made of a place's name.
    pub const NISBA: u16 = 64;
    /// A person that the tables list.
    pub const KNOWN_PERSON: u16 = 128;
    /// A place that the tables list.
    pub const KNOWN_PLACE: u16 = 256;
    /// An organisation that the tables list.
    pub const KNOWN_ORGANISATION: u16 = 512;
    /// An event, a prize, a work that the tables list.
    pub const KNOWN_OTHER: u16 = 1024;
    /// A longer phrase begins so.
    pub const BEGINNING: u16 = 2048;
}

/// A phrase that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Entry {
    /// Bits of [`class`].
    pub classes: u16,
    /// The row that lists it; rows of one number name one thing.
    pub row: u32,
}

/// The start of every hash.
pub const EMPTY: u64 = 0xCBF2_9CE4_8422_2325;

fn letter(hash: u64, c: char) -> u64 {
    // One letter under the seats of hamza.
    let c = match c {
        'ؤ' => 'و',
        'ئ' => 'ي',
        c => c,
    };
    (hash ^ u64::from(c as u32)).wrapping_mul(0x0000_0100_0000_01B3)
}

/// The hash of a folded word after what was hashed before it (FNV-1a over code points); words of a phrase are told apart by a space.
pub fn key_on(before: u64, folded: &str) -> u64 {
    let start = if before == EMPTY { EMPTY } else { letter(before, ' ') };
    folded.chars().fold(start, letter)
}

/// The hash of a folded word.
pub fn key(folded: &str) -> u64 {
    key_on(EMPTY, folded)
}

/// The known names.
#[derive(Debug, Clone, Default)]
pub struct Gazetteer {
    map: HashMap<u64, Entry, FxBuildHasher>,
    /// Of an adjective, the place that it is made of, as rows of the text.
    bases: HashMap<u64, String, FxBuildHasher>,
    rows: u32,
}

/// The letter that begins a row, and the bit that it sets.
const ROWS: [(&str, u16); 11] = [
    ("g", class::GIVEN),
    ("f", class::FAMILY),
    ("p", class::PLACE),
    ("c", class::COUNTRY),
    ("o", class::ORGANISATION),
    ("b", class::OTHER),
    ("n", class::NISBA),
    ("P", class::KNOWN_PERSON),
    ("L", class::KNOWN_PLACE),
    ("O", class::KNOWN_ORGANISATION),
    ("M", class::KNOWN_OTHER),
];

impl Gazetteer {
    /// Reads rows of `letter TAB base or - TAB folded names joined by |`; the names of a row name one thing.
    ///
    /// # Errors
    /// [`PackError::Damaged`] for a row of another form.
    pub fn read(text: &str) -> Result<Gazetteer, PackError> {
        let mut out = Gazetteer::default();
        // A name takes some fifteen bytes; a map that grows moves all it holds each time.
        out.map.reserve(text.len() / 15);
        for line in text.lines() {
            let mut cells = line.split('\t');
            let (Some(letter), Some(base), Some(names)) = (cells.next(), cells.next(), cells.next()) else {
                return Err(PackError::Damaged);
            };
            let Some(&(_, bit)) = ROWS.iter().find(|(l, _)| *l == letter) else { return Err(PackError::Damaged) };
            out.rows += 1;
            for name in names.split('|') {
                out.add(name, bit, base);
            }
        }
        Ok(out)
    }

    fn add(&mut self, name: &str, bit: u16, base: &str) {
        let mut hash = EMPTY;
        let mut words = name.split(' ').peekable();
        while let Some(word) = words.next() {
            hash = key_on(hash, word);
            let entry = self.map.entry(hash).or_default();
            if words.peek().is_some() {
                entry.classes |= class::BEGINNING;
            } else {
                entry.classes |= bit;
                if bit >= class::KNOWN_PERSON || entry.row == 0 {
                    entry.row = self.rows;
                }
                if bit == class::NISBA {
                    self.bases.entry(hash).or_insert_with(|| base.to_string());
                }
            }
        }
    }

    /// What a phrase of this hash is.
    pub fn get(&self, hash: u64) -> Option<Entry> {
        self.map.get(&hash).copied()
    }

    /// The place, folded, that the adjective of this hash is made of.
    pub fn base(&self, hash: u64) -> Option<&str> {
        self.bases.get(&hash).map(String::as_str)
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows as usize
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_and_their_beginnings() {
        let names = Gazetteer::read("O\t-\tالامم المتحده|un\nn\tفرنسا\tفرنسي\ng\t-\tرووف\n").unwrap();
        let first = key("الامم");
        assert_eq!(names.get(first).unwrap().classes, class::BEGINNING);
        let whole = names.get(key_on(first, "المتحده")).unwrap();
        assert_eq!(whole.classes, class::KNOWN_ORGANISATION);
        assert_eq!(names.get(key("un")).unwrap().row, whole.row);
        assert_eq!(names.base(key("فرنسي")), Some("فرنسا"));
        assert!(names.get(key("رؤوف")).is_some(), "the seat of a hamza does not matter");
        assert_eq!(Gazetteer::read("x\t-\tا").unwrap_err(), PackError::Damaged);
    }
}
