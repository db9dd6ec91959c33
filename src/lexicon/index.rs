//! From a folded spelling to what is spelled so.

/// The hash of no letters.
pub const EMPTY: u32 = 0x811C_9DC5;

/// The hash with one letter more (FNV-1a), so that the cuts of a word are hashed in one walk.
#[inline]
pub fn extend(hash: u32, letter: u8) -> u32 {
    (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193)
}

/// Hash of a folded spelling.
pub fn hash(letters: impl Iterator<Item = u8>) -> u32 {
    letters.fold(EMPTY, extend)
}

/// Numbers of entries by the hash of their spelling. Equal hashes are told apart by the caller, who has the spellings.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// First entry of each bucket, and one past the last.
    starts: Vec<u32>,
    /// Hash and entry, by bucket.
    entries: Vec<(u32, u32)>,
    /// How far a hash is shifted to give its bucket.
    shift: u32,
}

/// The high bits of a hash, mixed once more: those of FNV alone differ little between short words.
#[inline]
fn bucket(hash: u32, shift: u32) -> usize {
    (hash ^ hash >> 15).wrapping_mul(0x2C1B_3C6D).checked_shr(shift).unwrap_or(0) as usize
}

impl Index {
    /// Indexes entries 0, 1, 2, … by their hashes.
    pub fn new(hashes: &[u32]) -> Index {
        let bits = usize::BITS - hashes.len().leading_zeros();
        let bits = bits.clamp(1, 24);
        let shift = 32 - bits;
        let mut starts = vec![0u32; (1 << bits) + 1];
        for h in hashes {
            if let Some(count) = starts.get_mut(bucket(*h, shift) + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut entries = vec![(0, 0); hashes.len()];
        for (number, &h) in hashes.iter().enumerate() {
            if let Some(at) = next.get_mut(bucket(h, shift)) {
                if let Some(entry) = entries.get_mut(*at as usize) {
                    *entry = (h, number as u32);
                }
                *at += 1;
            }
        }
        Index { starts, entries, shift }
    }

    /// Entries of this hash.
    pub fn get(&self, hash: u32) -> impl Iterator<Item = u32> + '_ {
        let bucket = bucket(hash, self.shift);
        let range = match (self.starts.get(bucket), self.starts.get(bucket + 1)) {
            (Some(&from), Some(&to)) => from as usize..to as usize,
            _ => 0..0,
        };
        self.entries.get(range).unwrap_or_default().iter().filter(move |entry| entry.0 == hash).map(|entry| entry.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_went_in_is_found() {
        let hashes: Vec<u32> = (0..1000u32).map(|i| hash(i.to_string().into_bytes().into_iter())).collect();
        let index = Index::new(&hashes);
        for (i, &h) in hashes.iter().enumerate() {
            assert!(index.get(h).any(|e| e as usize == i));
        }
        assert_eq!(Index::default().get(5).count(), 0);
        assert_eq!(Index::new(&[]).get(5).count(), 0);
    }
}
