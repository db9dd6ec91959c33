//! Lexical diversity that does not depend on the length of the text.
//!
//! A text is a sequence of numbers, one a word, equal where the words are of one type; what a type is, a spelling or a lemma,
//! the caller decides. Both measures are one pass with a counter for each type, so a book costs what its words cost.

/// Words to a factor: the type-token ratio that ends one, as a fraction of whole numbers, 0.72.
const FACTOR: (u32, u32) = (18, 25);

/// The moving-average type-token ratio: the share of different words in a window of so many words, averaged over every place
/// where the window fits (Covington and McFall, *Cutting the Gordian Knot*, Journal of Quantitative Linguistics 17, 2010).
/// From 0 to 1, the higher the more varied; none for a text that is shorter than the window.
pub fn mattr(words: &[u32], window: usize) -> Option<f64> {
    if window == 0 || words.len() < window {
        return None;
    }
    let mut counts = vec![0u32; room(words)];
    let (mut different, mut sum) = (0u64, 0u64);
    for (i, &word) in words.iter().enumerate() {
        if let Some(count) = counts.get_mut(word as usize) {
            different += u64::from(*count == 0);
            *count += 1;
        }
        let Some(first) = (i + 1).checked_sub(window) else { continue };
        sum += different;
        if let Some(count) = words.get(first).and_then(|&gone| counts.get_mut(gone as usize)) {
            *count -= 1;
            different -= u64::from(*count == 0);
        }
    }
    Some(sum as f64 / (words.len() - window + 1) as f64 / window as f64)
}

/// The measure of textual lexical diversity: how many words the text goes on, on the average, before the type-token ratio has
/// fallen to 0.72, read forwards and backwards (McCarthy and Jarvis, *MTLD, vocd-D, and HD-D*, Behavior Research Methods 42,
/// 2010). What is left at the end counts for as much of a factor as its ratio has fallen. The higher the more varied; none
/// where no word comes again, as the ratio then never falls.
pub fn mtld(words: &[u32]) -> Option<f64> {
    let room = room(words);
    let forwards = factors(words.iter().copied(), room);
    let backwards = factors(words.iter().rev().copied(), room);
    let length = |factors: f64| (factors > 0.0).then(|| words.len() as f64 / factors);
    Some(f64::midpoint(length(forwards)?, length(backwards)?))
}

/// One more than the largest number.
fn room(words: &[u32]) -> usize {
    words.iter().max().map_or(0, |&most| most as usize + 1)
}

/// How many factors a text has, read in one direction.
fn factors(words: impl Iterator<Item = u32>, room: usize) -> f64 {
    // The factor in which each type was seen last: nothing is cleared between factors.
    let mut seen = vec![0u32; room];
    let (mut factor, mut tokens, mut types) = (1u32, 0u32, 0u32);
    for word in words {
        tokens += 1;
        if let Some(last) = seen.get_mut(word as usize) {
            types += u32::from(*last != factor);
            *last = factor;
        }
        if u64::from(types) * u64::from(FACTOR.1) <= u64::from(tokens) * u64::from(FACTOR.0) {
            (factor, tokens, types) = (factor + 1, 0, 0);
        }
    }
    let ratio = if tokens == 0 { 1.0 } else { f64::from(types) / f64::from(tokens) };
    f64::from(factor - 1) + (1.0 - ratio) / (1.0 - f64::from(FACTOR.0) / f64::from(FACTOR.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: Option<f64>, expected: f64) {
        assert!((found.unwrap() - expected).abs() < 1e-9, "{found:?} is not {expected}");
    }

    #[test]
    fn mattr_is_the_mean_of_the_windows() {
        // Windows of three: a b a = 2, b a c = 3, a c a = 2, c a a = 2.
        near(mattr(&[0, 1, 0, 2, 0, 0], 3), 9.0 / 12.0);
        near(mattr(&[0, 0, 0], 3), 1.0 / 3.0);
        near(mattr(&[0, 1, 2], 3), 1.0);
        assert_eq!(mattr(&[0, 1], 3), None);
        assert_eq!(mattr(&[], 0), None);
    }

    #[test]
    fn mtld_counts_factors_from_both_ends() {
        // Forwards a b c a b falls to 3/5, d a d to 2/3, and b c is left at 1: two factors. Backwards c b d a d b falls to 4/6,
        // and a c b a is left at 3/4, which is 0.25 of the 0.28 of a second.
        let words = [0, 1, 2, 0, 1, 3, 0, 3, 1, 2];
        near(Some(factors(words.into_iter(), 4)), 2.0);
        near(Some(factors(words.into_iter().rev(), 4)), 1.0 + 0.25 / 0.28);
        near(mtld(&words), (10.0 / 2.0 + 10.0 / (1.0 + 0.25 / 0.28)) / 2.0);
        // No whole factor in either direction.
        near(mtld(&[0, 1, 2, 0]), 4.0 * 0.28 / 0.25);
        assert_eq!(mtld(&[0, 1, 2]), None, "no word comes again");
        assert_eq!(mtld(&[]), None);
    }

    #[test]
    fn the_ratio_of_a_factor_is_reached_at_its_value() {
        // 18 different words of 25: exactly 0.72.
        let mut words: Vec<u32> = (0..18).collect();
        words.extend([0; 7]);
        near(Some(factors(words.into_iter(), 18)), 1.0);
    }
}
