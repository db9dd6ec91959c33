//! Relaxed spelling: how far written letters are from a vocalised reading, and which readings that leaves.
//!
//! Lookup folds hamzas and dots away; here the difference is found again, named, and weighed. A slip that good writers make is looked
//! through even where the word is right as it stands; any other only where it is not.

use super::tag::{Reading, spelling};
use super::written::Written;
use crate::order::sort_by_number;

/// No word has more readings than this; the cheapest spellings are kept.
pub const MOST_READINGS: usize = 48;

/// How the written letters differ from a correct spelling; none where they are other letters.
pub fn difference(word: &Written, canonical: impl Iterator<Item = u8>) -> Option<u16> {
    let mut bits = 0;
    let mut written = word.letters.iter();
    let last = word.letters.len();
    let mut at = 0;
    for correct in canonical {
        at += 1;
        let b = written.next()?.byte;
        if b == correct {
            continue;
        }
        bits |= match (b, correct) {
            (b'A', b'>' | b'<' | b'|') => spelling::HAMZA_DROPPED,
            (b'y' | b'Y', b'}') | (b'w', b'&') => spelling::HAMZA_DROPPED,
            (b'>' | b'<' | b'|', b'A') => spelling::HAMZA_WRONG,
            (b'>' | b'<' | b'|', b'>' | b'<' | b'|') | (b'}', b'y') | (b'&', b'w') => spelling::HAMZA_WRONG | spelling::HAMZA_MOVED,
            (b'h', b'p') => spelling::TAA_AS_HAA,
            (b'p', b'h') => spelling::HAA_AS_TAA,
            (b'Y', b'y') if at == last => spelling::YAA_AS_MAQSURA,
            (b'y', b'Y') if at == last => spelling::MAQSURA_AS_YAA,
            _ => spelling::OTHER,
        };
    }
    written.next().is_none().then_some(bits)
}

/// Differences that a writer makes without being a bad speller: where a word is right as it stands, only these are looked through.
const COMMON: [u16; 3] = [spelling::HAMZA_DROPPED, spelling::TAA_AS_HAA, spelling::MAQSURA_AS_YAA];
/// Slips that some writers make all the time and others never. Looked through as well; whoever chooses must know that they are rare.
pub const HABITUAL: [u16; 2] = [spelling::YAA_AS_MAQSURA, spelling::HAMZA_WRONG];

/// Keeps what is likely where there is too much: of a correct word, besides itself, the readings one slip away; of an incorrect one, those
/// with the fewest slips; correct spellings first.
pub fn prune(out: &mut Vec<Reading>) {
    let mut seen = rustc_hash::FxHashSet::default();
    let correct = out.iter().any(|reading| reading.spelling == 0);
    let fewest = out.iter().map(|reading| reading.spelling.count_ones()).min().unwrap_or(0);
    out.retain(|reading| {
        let bits = reading.spelling;
        let likely =
            if correct { bits == 0 || COMMON.contains(&bits) || HABITUAL.contains(&bits) } else { bits.count_ones() <= fewest + 1 };
        likely && seen.insert((reading.source, reading.tag.upos))
    });
    if out.len() > MOST_READINGS {
        sort_by_number(out, |reading| u64::from(reading.spelling.count_ones()));
        out.truncate(MOST_READINGS);
    }
}
