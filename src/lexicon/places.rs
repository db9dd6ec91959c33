//! Places of the world: cities and countries, where they lie and what they are called in Arabic.
//!
//! Many places share a name; the pack keeps them all, and whoever asks gets every candidate and decides by the text.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::gazetteer::{EMPTY, key_on};
use super::pack::{Kind, Pack, PackError};

/// A place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// ISO 3166 code of its country.
    pub country: [u8; 2],
    /// GeoNames number; none for a country.
    pub geonames: Option<u32>,
    /// Natural logarithm of its inhabitants, in eighths.
    pub size: u8,
}

impl Place {
    /// Whether it is a country.
    pub fn is_country(&self) -> bool {
        self.geonames.is_none()
    }
}

/// Bytes of a place in section 2: latitude, longitude in hundredths of a degree, country, GeoNames number, size.
const ROW: usize = 11;

/// The places.
#[derive(Debug, Clone)]
pub struct Places {
    rows: Vec<Place>,
    /// By hash of the folded name: numbers of rows.
    names: HashMap<u64, Vec<u32>, FxBuildHasher>,
    /// Hashes of beginnings of longer names.
    beginnings: std::collections::HashSet<u64, FxBuildHasher>,
    notice: String,
}

impl Places {
    /// Reads a places pack. Section 1: for each place a line of folded names joined by `|`; section 2: for each place eleven bytes, little-endian:
    /// latitude and longitude in hundredths of a degree (two signed bytes each), country (two letters), GeoNames number (four, 0 for a country), size (one).
    /// The columns are stored one after the other, not row by row.
    ///
    /// # Errors
    /// What [`Pack::open`] refuses, and sections that do not fit each other.
    pub fn read(bytes: Vec<u8>) -> Result<Places, PackError> {
        let pack = Pack::open(bytes, Kind::Places)?;
        let table = pack.section(2);
        let lines: Vec<&str> = pack.text(1)?.lines().collect();
        let count = lines.len();
        if table.len() != count * ROW {
            return Err(PackError::Damaged);
        }
        let column = |start: usize, width: usize, row: usize| table.get(count * start + row * width..count * start + (row + 1) * width);
        let degrees = |start: usize, row: usize| {
            column(start, 2, row)
                .and_then(|b| b.try_into().ok())
                .map(|b| f64::from(i16::from_le_bytes(b)) / 100.0)
                .ok_or(PackError::Damaged)
        };
        let mut out = Places {
            rows: Vec::with_capacity(count),
            names: HashMap::default(),
            beginnings: Default::default(),
            notice: pack.notice().to_string(),
        };
        for (row, line) in lines.iter().enumerate() {
            let country = column(4, 2, row).and_then(|b| b.try_into().ok()).ok_or(PackError::Damaged)?;
            let number = column(6, 4, row).and_then(|b| b.try_into().ok()).map(u32::from_le_bytes).ok_or(PackError::Damaged)?;
            let size = column(10, 1, row).and_then(|b| b.first().copied()).ok_or(PackError::Damaged)?;
            out.rows.push(Place { lat: degrees(0, row)?, lon: degrees(2, row)?, country, geonames: (number != 0).then_some(number), size });
            for name in line.split('|') {
                out.add(name, row as u32);
            }
        }
        Ok(out)
    }

    fn add(&mut self, name: &str, row: u32) {
        let mut hash = EMPTY;
        let mut words = name.split(' ').peekable();
        while let Some(word) = words.next() {
            hash = key_on(hash, word);
            if words.peek().is_some() {
                self.beginnings.insert(hash);
            } else {
                let rows = self.names.entry(hash).or_default();
                if rows.last() != Some(&row) {
                    rows.push(row);
                }
            }
        }
    }

    /// The places of this name, by its hash.
    pub fn named(&self, hash: u64) -> impl Iterator<Item = &Place> + Clone {
        self.names.get(&hash).into_iter().flatten().filter_map(|&row| self.rows.get(row as usize))
    }

    /// Whether a longer name begins so.
    pub fn begins(&self, hash: u64) -> bool {
        self.beginnings.contains(&hash)
    }

    /// Source and licence.
    pub fn notice(&self) -> &str {
        &self.notice
    }
}
