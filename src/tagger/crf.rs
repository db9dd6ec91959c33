//! The chain: best path and marginal probabilities over scores that are already summed.

/// Scores of a sentence: of each candidate at each position, and of each pair of neighbours.
#[derive(Debug, Clone, Default)]
pub struct Scores {
    /// First candidate of each position in `unary`, and one past the last.
    pub starts: Vec<usize>,
    /// Scores of the candidates, position by position.
    pub unary: Vec<f32>,
    /// Scores of pairs: for each position but the first, previous candidate by candidate.
    pub pair: Vec<f32>,
    /// First pair of each position in `pair`.
    pub pair_starts: Vec<usize>,
}

impl Scores {
    /// Empties it for the next sentence.
    pub fn clear(&mut self) {
        self.starts.clear();
        self.starts.push(0);
        self.unary.clear();
        self.pair.clear();
        self.pair_starts.clear();
    }

    /// How many positions there are.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether there is no position.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The candidates of a position.
    pub fn range(&self, at: usize) -> std::ops::Range<usize> {
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(&from), Some(&to)) => from..to,
            _ => 0..0,
        }
    }

    fn pairs(&self, at: usize) -> &[f32] {
        let from = self.pair_starts.get(at).copied().unwrap_or(0);
        let size = self.range(at).len() * at.checked_sub(1).map_or(0, |before| self.range(before).len());
        self.pair.get(from..from + size).unwrap_or_default()
    }

    /// The best candidate of each position, counted within the position.
    pub fn best(&self) -> Vec<usize> {
        let n = self.len();
        let mut score = self.unary.clone();
        let mut from = vec![0u32; self.unary.len()];
        for at in 1..n {
            let (before, here) = (self.range(at - 1), self.range(at));
            let pairs = self.pairs(at);
            let width = here.len();
            for c in 0..width {
                let mut best = (f32::NEG_INFINITY, 0);
                for p in 0..before.len() {
                    let value = score.get(before.start + p).copied().unwrap_or(0.0) + pairs.get(p * width + c).copied().unwrap_or(0.0);
                    if value > best.0 {
                        best = (value, p);
                    }
                }
                if let (Some(s), Some(f)) = (score.get_mut(here.start + c), from.get_mut(here.start + c)) {
                    *s += best.0;
                    *f = best.1 as u32;
                }
            }
        }
        let mut path = vec![0; n];
        let Some(last) = n.checked_sub(1) else { return path };
        let range = self.range(last);
        let mut at = (0..range.len())
            .max_by(|&a, &b| score.get(range.start + a).partial_cmp(&score.get(range.start + b)).unwrap_or(std::cmp::Ordering::Equal))
            .unwrap_or(0);
        for position in (0..n).rev() {
            if let Some(slot) = path.get_mut(position) {
                *slot = at;
            }
            at = from.get(self.range(position).start + at).copied().unwrap_or(0) as usize;
        }
        path
    }

    /// Forward scores, normalised position by position, and the logarithm of the sum over all paths. Candidates that `allowed` excludes are left out.
    fn forward(&self, allowed: Option<&[bool]>) -> (Vec<f64>, Vec<f64>) {
        let mut alpha = vec![0.0f64; self.unary.len()];
        let mut norm = vec![0.0f64; self.len()];
        for at in 0..self.len() {
            let here = self.range(at);
            let width = here.len();
            let pairs = self.pairs(at);
            let before = at.checked_sub(1).map_or(0..0, |b| self.range(b));
            let top = here.clone().filter_map(|i| self.unary.get(i)).copied().fold(f32::NEG_INFINITY, f32::max);
            let pair_top = pairs.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            let mut sum = 0.0;
            for c in 0..width {
                let i = here.start + c;
                if allowed.is_some_and(|a| !a.get(i).copied().unwrap_or(true)) {
                    continue;
                }
                let own = f64::from((self.unary.get(i).copied().unwrap_or(0.0) - top).exp());
                let value = if at == 0 {
                    own
                } else {
                    let mut total = 0.0;
                    for p in 0..before.len() {
                        let a = alpha.get(before.start + p).copied().unwrap_or(0.0);
                        if a > 0.0 {
                            total += a * f64::from((pairs.get(p * width + c).copied().unwrap_or(0.0) - pair_top).exp());
                        }
                    }
                    own * total
                };
                if let Some(slot) = alpha.get_mut(i) {
                    *slot = value;
                }
                sum += value;
            }
            let sum = if sum > 0.0 { sum } else { f64::MIN_POSITIVE };
            for i in here {
                if let Some(slot) = alpha.get_mut(i) {
                    *slot /= sum;
                }
            }
            if let Some(slot) = norm.get_mut(at) {
                *slot = sum.ln() + f64::from(top) + if at == 0 { 0.0 } else { f64::from(pair_top) };
            }
        }
        (alpha, norm)
    }

    /// Probability of each candidate, and of each pair where `pairs` is given room. Returns the log of the sum over all paths.
    pub fn marginals(&self, allowed: Option<&[bool]>, unary: &mut Vec<f64>, mut pairs: Option<&mut Vec<f64>>) -> f64 {
        let (alpha, norm) = self.forward(allowed);
        let mut beta = vec![0.0f64; self.unary.len()];
        unary.clear();
        unary.resize(self.unary.len(), 0.0);
        if let Some(p) = pairs.as_deref_mut() {
            p.clear();
            p.resize(self.pair.len(), 0.0);
        }
        let n = self.len();
        for at in (0..n).rev() {
            let here = self.range(at);
            if at + 1 == n {
                for i in here.clone() {
                    if let Some(b) = beta.get_mut(i) {
                        *b = 1.0;
                    }
                }
            } else {
                let next = self.range(at + 1);
                let width = next.len();
                let scores = self.pairs(at + 1);
                let top = next.clone().filter_map(|i| self.unary.get(i)).copied().fold(f32::NEG_INFINITY, f32::max);
                let pair_top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
                let weight: Vec<f64> = next
                    .clone()
                    .map(|i| {
                        let shut = allowed.is_some_and(|a| !a.get(i).copied().unwrap_or(true));
                        if shut {
                            0.0
                        } else {
                            f64::from((self.unary.get(i).copied().unwrap_or(0.0) - top).exp()) * beta.get(i).copied().unwrap_or(0.0)
                        }
                    })
                    .collect();
                let base = self.pair_starts.get(at + 1).copied().unwrap_or(0);
                let mut mass = 0.0;
                for p in 0..here.len() {
                    let a = alpha.get(here.start + p).copied().unwrap_or(0.0);
                    let mut total = 0.0;
                    for (c, w) in weight.iter().enumerate() {
                        if *w == 0.0 || a == 0.0 {
                            continue;
                        }
                        let value = w * f64::from((scores.get(p * width + c).copied().unwrap_or(0.0) - pair_top).exp());
                        total += value;
                        if let Some(slot) = pairs.as_deref_mut().and_then(|list| list.get_mut(base + p * width + c)) {
                            *slot = a * value;
                        }
                    }
                    mass += a * total;
                    if let Some(b) = beta.get_mut(here.start + p) {
                        *b = total;
                    }
                }
                if mass > 0.0 {
                    for i in here.clone() {
                        if let Some(b) = beta.get_mut(i) {
                            *b /= mass;
                        }
                    }
                    if let Some(list) = pairs.as_deref_mut() {
                        for value in list.get_mut(base..base + here.len() * width).unwrap_or_default() {
                            *value /= mass;
                        }
                    }
                }
            }
            let total: f64 = here.clone().map(|i| alpha.get(i).copied().unwrap_or(0.0) * beta.get(i).copied().unwrap_or(0.0)).sum();
            for i in here {
                if let Some(slot) = unary.get_mut(i) {
                    *slot =
                        if total > 0.0 { alpha.get(i).copied().unwrap_or(0.0) * beta.get(i).copied().unwrap_or(0.0) / total } else { 0.0 };
                }
            }
        }
        norm.iter().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_summed_as_by_hand() {
        // Two positions, two candidates each.
        let scores =
            Scores { starts: vec![0, 2, 4], unary: vec![0.1, 0.5, 0.2, -0.3], pair: vec![1.0, 0.0, -1.0, 0.5], pair_starts: vec![0, 0] };
        let path = |a: usize, b: usize| f64::from(scores.unary[a] + scores.unary[2 + b] + scores.pair[a * 2 + b]);
        let all: Vec<f64> = [(0, 0), (0, 1), (1, 0), (1, 1)].iter().map(|&(a, b)| path(a, b).exp()).collect();
        let z: f64 = all.iter().sum();
        let (mut unary, mut pairs) = (Vec::new(), Vec::new());
        let log = scores.marginals(None, &mut unary, Some(&mut pairs));
        assert!((log - z.ln()).abs() < 1e-6);
        assert!((unary[0] - (all[0] + all[1]) / z).abs() < 1e-6 && (unary[3] - (all[1] + all[3]) / z).abs() < 1e-6);
        assert!((pairs[2] - all[2] / z).abs() < 1e-6);
        assert_eq!(scores.best(), vec![0, 0]);
        let log = scores.marginals(Some(&[true, false, true, true]), &mut unary, None);
        assert!((log - (all[0] + all[1]).ln()).abs() < 1e-6 && unary[1] == 0.0);
    }
}
