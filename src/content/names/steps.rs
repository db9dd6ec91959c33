//! From scores of labels to the best sequence of them (Viterbi), and to the probability of each (forward-backward).
//!
//! The scores of steps are worked out once for a text, what is forbidden among them, and sums over sequences are kept as products that are
//! scaled at every token (Rabiner 1989, section V A): in logarithms each step would cost an exponential.

use super::label::{COUNT, Label};
use super::model::{NameModel, Scores};

/// A score that no path survives.
const NEVER: f32 = -1.0e4;

/// The steps of a model.
#[derive(Debug)]
pub struct Steps {
    start: Scores,
    step: [Scores; COUNT],
    /// What scores are multiplied by before they are probabilities.
    factor: f32,
    start_odds: Scores,
    step_odds: [Scores; COUNT],
}

impl Steps {
    /// Those of a model; `factor` is what its scores are multiplied by before they are the logarithms of probabilities.
    pub fn new(model: &NameModel, factor: f32) -> Steps {
        let allowed = |before: Option<usize>, scores: &Scores| {
            let before = before.map(Label::from_number);
            let mut here = *scores;
            here.iter_mut().zip(Label::all()).filter(|(_, label)| !label.may_follow(before)).for_each(|(score, _)| *score = NEVER);
            here
        };
        let start = allowed(None, &model.start);
        let mut step = model.step;
        step.iter_mut().enumerate().for_each(|(before, scores)| *scores = allowed(Some(before), scores));
        let odds = |scores: Scores| scores.map(|score| (factor * score).exp());
        Steps { start, step, factor, start_odds: odds(start), step_odds: step.map(odds) }
    }

    /// The best labels of a sentence with these scores.
    pub fn best(&self, unary: &[Scores]) -> Vec<usize> {
        let Some((first, rest)) = unary.split_first() else { return Vec::new() };
        let mut score = plus(first, &self.start);
        let mut from: Vec<[u8; COUNT]> = Vec::with_capacity(unary.len());
        for here in rest {
            let mut best = [f32::NEG_INFINITY; COUNT];
            let mut back = [0u8; COUNT];
            for (before, (so_far, step)) in score.iter().zip(&self.step).enumerate() {
                for ((best, back), step) in best.iter_mut().zip(&mut back).zip(step) {
                    if so_far + step > *best {
                        (*best, *back) = (so_far + step, before as u8);
                    }
                }
            }
            score = plus(&best, here);
            from.push(back);
        }
        let mut at = score.iter().enumerate().fold((f32::NEG_INFINITY, 0), |best, (l, &s)| if s > best.0 { (s, l) } else { best }).1;
        let mut path = vec![at];
        for back in from.iter().rev() {
            at = back.get(at).map_or(0, |&b| usize::from(b));
            path.push(at);
        }
        path.reverse();
        path
    }

    /// The probability of each label of each token of a sentence with these scores.
    pub fn marginals(&self, unary: &[Scores]) -> Vec<Scores> {
        let odds: Vec<Scores> = unary.iter().map(|scores| self.odds(scores)).collect();
        let mut forward: Vec<Scores> = Vec::with_capacity(unary.len());
        for here in &odds {
            let reached = match forward.last() {
                None => self.start_odds,
                Some(before) => {
                    let mut sums = [0.0; COUNT];
                    for (before, step) in before.iter().zip(&self.step_odds) {
                        sums.iter_mut().zip(step).for_each(|(sum, step)| *sum += before * step);
                    }
                    sums
                }
            };
            forward.push(scaled(times(&reached, here)));
        }
        let mut after = [1.0; COUNT];
        let mut out = forward;
        for (slot, here) in out.iter_mut().zip(&odds).rev() {
            *slot = scaled(times(slot, &after));
            let onward = times(&after, here);
            let sums = self.step_odds.map(|step| times(&step, &onward).iter().sum());
            after = scaled(sums);
        }
        out
    }

    /// What scores are the logarithms of, the best of them 1.
    fn odds(&self, scores: &Scores) -> Scores {
        let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        scores.map(|score| (self.factor * (score - top)).exp())
    }
}

fn plus(a: &Scores, b: &Scores) -> Scores {
    let mut out = *a;
    out.iter_mut().zip(b).for_each(|(a, b)| *a += b);
    out
}

fn times(a: &Scores, b: &Scores) -> Scores {
    let mut out = *a;
    out.iter_mut().zip(b).for_each(|(a, b)| *a *= b);
    out
}

/// The same in proportion, together 1.
fn scaled(mut values: Scores) -> Scores {
    let total: f32 = values.iter().sum();
    if total > 0.0 {
        values.iter_mut().for_each(|value| *value /= total);
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probabilities_and_path_agree_with_enumeration() {
        let mixed = |a: usize, b: usize| ((a * 37 + b * 101 + 13) % 23) as f32 / 6.0 - 1.5;
        let start = std::array::from_fn(|l| mixed(90, l));
        let model = NameModel::chain_only(start, std::array::from_fn(|b| std::array::from_fn(|l| mixed(b, l))));
        let unary: Vec<Scores> = (0..3).map(|at| std::array::from_fn(|l| mixed(40 + at, l))).collect();
        let factor = 0.7;
        let steps = Steps::new(&model, factor);
        let (mut sums, mut total, mut best) = ([[0f64; COUNT]; 3], 0f64, (f64::NEG_INFINITY, [0; 3]));
        for number in 0..COUNT.pow(3) {
            let path = [number / (COUNT * COUNT), number / COUNT % COUNT, number % COUNT];
            let labels = path.map(Label::from_number);
            if !labels[0].may_follow(None) || !labels[1].may_follow(Some(labels[0])) || !labels[2].may_follow(Some(labels[1])) {
                continue;
            }
            let score = model.start[path[0]]
                + model.step[path[0]][path[1]]
                + model.step[path[1]][path[2]]
                + (0..3).map(|at| unary[at][path[at]]).sum::<f32>();
            let p = f64::from(factor * score).exp();
            total += p;
            path.iter().enumerate().for_each(|(at, &l)| sums[at][l] += p);
            if f64::from(score) > best.0 {
                best = (f64::from(score), path);
            }
        }
        assert_eq!(steps.best(&unary), best.1);
        for (found, expected) in steps.marginals(&unary).iter().zip(sums) {
            found.iter().zip(expected).for_each(|(p, sum)| assert!((f64::from(*p) - sum / total).abs() < 1e-5, "{p} {}", sum / total));
        }
    }
}
