//! Reads the word list of PyPI `wordfreq`.
//!
//! Its format is "cBpack": msgpack, compressed by gzip; a header, then one list of words for each hundredth of a bel of
//! frequency below 1 (R. Speer, wordfreq 3, `wordfreq/__init__.py`).

use std::io::Read;

use super::CompileError;

/// Words and their share of all words, most frequent first.
///
/// # Errors
/// A file that is not of that format.
pub fn words(file: &[u8]) -> Result<Vec<(String, f64)>, CompileError> {
    let bad = |what: &str| CompileError(format!("word list: {what}"));
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(file).read_to_end(&mut bytes).map_err(|error| bad(&error.to_string()))?;
    let value = rmpv::decode::read_value(&mut bytes.as_slice()).map_err(|error| bad(&error.to_string()))?;
    let lists = value.as_array().ok_or_else(|| bad("no list"))?;
    let mut out = Vec::new();
    for (centibels, list) in lists.iter().skip(1).enumerate() {
        let share = 10f64.powf(-(centibels as f64) / 100.0);
        for word in list.as_array().ok_or_else(|| bad("no list of words"))? {
            out.push((word.as_str().ok_or_else(|| bad("no word"))?.to_string(), share));
        }
    }
    if out.is_empty() { Err(bad("empty")) } else { Ok(out) }
}
