//! Distinct strings, numbered in the order in which they first come.
//!
//! The letters lie one behind the other in one string, because a text has thousands of distinct words and each would else be an
//! allocation of its own; a number finds them, and a table of hashes finds the number.

use std::collections::hash_map::Entry;
use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

/// Strings, each with a number.
#[derive(Debug, Clone, Default)]
pub struct Strings {
    text: String,
    /// Where each ends, in bytes.
    ends: Vec<u32>,
}

impl Strings {
    /// The string of a number; empty for a number that is none.
    #[inline(never)]
    pub fn get(&self, number: u32) -> &str {
        let start = number.checked_sub(1).map_or(Some(0), |before| self.ends.get(before as usize).copied());
        let range = start.zip(self.ends.get(number as usize).copied());
        range.and_then(|(from, to)| self.text.get(from as usize..to as usize)).unwrap_or_default()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// All of them, in the order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len() as u32).map(|number| self.get(number))
    }
}

/// Strings while they are collected.
#[derive(Debug, Default)]
pub struct Collector {
    strings: Strings,
    /// Numbers by the hash of their string; where another string has that hash, by the next one that is free.
    numbers: FxHashMap<u64, u32>,
}

impl Collector {
    /// The number of a string, a new one where it comes for the first time.
    #[inline(never)]
    pub fn number(&mut self, text: &str) -> u32 {
        let mut hasher = FxHasher::default();
        hasher.write(text.as_bytes());
        let mut hash = hasher.finish();
        loop {
            match self.numbers.entry(hash) {
                Entry::Occupied(known) if self.strings.get(*known.get()) == text => return *known.get(),
                Entry::Occupied(_) => hash = hash.wrapping_add(1),
                Entry::Vacant(free) => {
                    let fresh = self.strings.len() as u32;
                    self.strings.text.push_str(text);
                    self.strings.ends.push(self.strings.text.len() as u32);
                    return *free.insert(fresh);
                }
            }
        }
    }

    /// What was collected so far.
    pub fn strings(&self) -> &Strings {
        &self.strings
    }

    /// What was collected.
    pub fn finish(self) -> Strings {
        self.strings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_keeps_the_number_it_first_got() {
        let mut all = Collector::default();
        let numbers: Vec<u32> = ["قال", "", "قالت", "قال", "", "ق"].map(|word| all.number(word)).to_vec();
        assert_eq!(numbers, [0, 1, 2, 0, 1, 3]);
        let strings = all.finish();
        assert_eq!(strings.iter().collect::<Vec<_>>(), ["قال", "", "قالت", "ق"]);
        assert_eq!(strings.get(9), "");
    }

    #[test]
    fn strings_of_one_hash_are_told_apart() {
        let mut all = Collector::default();
        all.number("أ");
        // As if both had the same hash.
        let taken = *all.numbers.keys().next().unwrap();
        let mut hasher = FxHasher::default();
        hasher.write("ب".as_bytes());
        all.numbers.insert(hasher.finish(), 0);
        assert_eq!((all.number("ب"), all.number("ب"), all.number("أ")), (1, 1, 0));
        assert_eq!(all.numbers.get(&taken), Some(&0));
    }
}
