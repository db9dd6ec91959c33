//! The formulas, each with its source.

/// Binary logarithm, by the natural one, which the engine has anyway.
fn log2(x: f64) -> f64 {
    x.ln() / std::f64::consts::LN_2
}

/// Log-likelihood of a word that occurs `a` times among `c` words here and `b` times among `d` words there; negative where it is rarer here.
///
/// T. Dunning, Accurate methods for the statistics of surprise and coincidence, Computational Linguistics 19 (1993), in the form of
/// P. Rayson and R. Garside, Comparing corpora using frequency profiling (2000): G² = 2 (a ln (a/E₁) + b ln (b/E₂)), Eᵢ = Nᵢ (a + b)/(N₁ + N₂).
pub fn log_likelihood(a: f64, b: f64, c: f64, d: f64) -> f64 {
    if c <= 0.0 || d <= 0.0 || a + b <= 0.0 {
        return 0.0;
    }
    let share = (a + b) / (c + d);
    let part = |seen: f64, expected: f64| if seen > 0.0 { seen * (seen / expected).ln() } else { 0.0 };
    let g2 = 2.0 * (part(a, c * share) + part(b, d * share));
    // Equal shares may come out a hair below nothing.
    let g2 = g2.max(0.0);
    if a / c < b / d { -g2 } else { g2 }
}

/// Binary logarithm of the ratio of the two shares, with half an occurrence added on both sides, so that a word without any has one too.
///
/// A. Hardie, Log Ratio, an informal introduction (2014).
pub fn log_ratio(a: f64, b: f64, c: f64, d: f64) -> f64 {
    if c <= 0.0 || d <= 0.0 { 0.0 } else { log2((a + 0.5) / c * d / (b + 0.5)) }
}

/// logDice of two words that occur `x` and `y` times, `both` times together: 14 + log₂ (2 both / (x + y)). At most 14; a step is half as often.
///
/// P. Rychlý, A lexicographer-friendly association score, RASLAN (2008).
pub fn log_dice(both: f64, x: f64, y: f64) -> f64 {
    14.0 + log2(2.0 * both / (x + y))
}

/// How often two words of `x` and `y` occurrences among `n` words meet by chance in a window of so many words.
pub fn expected(x: f64, y: f64, window: f64, n: f64) -> f64 {
    x * y * window / n
}

/// Mutual information: log₂ (O/E). K. Church and P. Hanks, Word association norms, Computational Linguistics 16 (1990).
pub fn mutual_information(observed: f64, expected: f64) -> f64 {
    log2(observed / expected)
}

/// t-score: (O − E)/√O. K. Church, W. Gale, P. Hanks and D. Hindle, Using statistics in lexical analysis (1991).
pub fn t_score(observed: f64, expected: f64) -> f64 {
    (observed - expected) / observed.sqrt()
}

/// Deviation of proportions of occurrences over parts of these sizes, 0 as even as can be, 1 all in the smallest part.
///
/// St. Th. Gries, Dispersions and adjusted frequencies in corpora, IJCL 13 (2008): half the sum of |share of occurrences − share of words|;
/// divided by 1 − the smallest share, J. Lijffijt and St. Th. Gries, IJCL 17 (2012). None without occurrences.
pub fn deviation_of_proportions(counts: &[u32], sizes: &[u32]) -> Option<f64> {
    let sum = |list: &[u32]| list.iter().map(|&n| f64::from(n)).sum::<f64>();
    let (total, words) = (sum(counts), sum(sizes));
    if total <= 0.0 || words <= 0.0 {
        return None;
    }
    let share = |size: u32| f64::from(size) / words;
    let dp = counts.iter().zip(sizes).map(|(&count, &size)| (f64::from(count) / total - share(size)).abs()).sum::<f64>() / 2.0;
    let smallest = sizes.iter().map(|&size| share(size)).fold(1.0, f64::min);
    Some(if smallest < 1.0 { dp / (1.0 - smallest) } else { 0.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: f64, b: f64) {
        assert!((a - b).abs() < 5e-4, "{a} is not {b}");
    }

    #[test]
    fn log_likelihood_by_hand() {
        // E₁ = 10000·30/30000 = 10, E₂ = 20; 2 (20 ln 2 + 10 ln ½) = 20 ln 2.
        near(log_likelihood(20.0, 10.0, 10_000.0, 20_000.0), 13.8629);
        // The other way round: E₁ = 20, E₂ = 10.
        near(log_likelihood(10.0, 20.0, 20_000.0, 10_000.0), -13.8629);
        // Only here: E₁ = 2.5; 2 · 5 ln 2.
        near(log_likelihood(5.0, 0.0, 1000.0, 1000.0), 6.9315);
        near(log_likelihood(7.0, 70.0, 1000.0, 10_000.0), 0.0);
        near(log_likelihood(0.0, 0.0, 10.0, 10.0), 0.0);
        near(log_likelihood(1.0, 0.0, 0.0, 10.0), 0.0);
    }

    #[test]
    fn log_ratio_by_hand() {
        // (7.5/1000)/(1.5/1000) = 5; (0.5/1000)/(1.5/1000) = 1/3.
        near(log_ratio(7.0, 1.0, 1000.0, 1000.0), 2.3219);
        near(log_ratio(0.0, 1.0, 1000.0, 1000.0), -1.5850);
    }

    #[test]
    fn log_dice_by_hand() {
        near(log_dice(5.0, 5.0, 5.0), 14.0);
        // 2·4/(12 + 20) = ¼.
        near(log_dice(4.0, 12.0, 20.0), 12.0);
    }

    #[test]
    fn chance_by_hand() {
        // 20 · 10 · 10 / 1000 = 2; met 8 times: four times as often, (8 − 2)/√8.
        let chance = expected(20.0, 10.0, 10.0, 1000.0);
        near(chance, 2.0);
        near(mutual_information(8.0, chance), 2.0);
        near(t_score(8.0, chance), 2.1213);
    }

    #[test]
    fn deviation_by_hand() {
        assert_eq!(deviation_of_proportions(&[2, 2, 2, 2], &[10, 10, 10, 10]), Some(0.0));
        assert_eq!(deviation_of_proportions(&[8, 0, 0, 0], &[10, 10, 10, 10]), Some(1.0));
        // Shares 0.75 and 0.25 against 0.5 each: 0.25, over 1 − 0.5.
        assert_eq!(deviation_of_proportions(&[3, 1], &[5, 5]), Some(0.5));
        assert_eq!(deviation_of_proportions(&[0, 0], &[5, 5]), None);
        assert_eq!(deviation_of_proportions(&[4], &[5]), Some(0.0));
    }
}
