//! The linear chain over the units of a page: scores in, the best sequence of roles and each role's probability out.
//!
//! Viterbi for the sequence, forward-backward for the probabilities, both in logarithms and normalised at every step, so
//! that a page of a hundred thousand lines neither overflows nor costs more than its length.

use super::assign::Observation;
use super::role::{Role, Scores};

/// How many roles there are.
const ROLES: usize = Role::ALL.len();

/// Scores of every pair of roles.
pub type Pairs = [Scores; ROLES];

/// One page's scores, ready to be asked.
pub struct Chain {
    emissions: Vec<Scores>,
    gaps: Vec<bool>,
    near: Steps,
    gap: Steps,
}

/// Scores of the steps from role to role, and the same no longer as logarithms, by the role before and by the role after: sums over steps are
/// many, and each would cost an exponential.
struct Steps {
    scores: Pairs,
    factors: Pairs,
    turned: Pairs,
}

impl Steps {
    fn new(scores: Pairs) -> Steps {
        let mut factors = scores;
        for row in &mut factors {
            Role::ALL.iter().filter_map(|&role| row.slot(role).map(|slot| *slot = slot.exp())).for_each(drop);
        }
        let mut turned = Role::ALL.map(|_| Scores::default());
        for (to, row) in Role::ALL.into_iter().zip(&mut turned) {
            row.values_mut().iter_mut().zip(&factors).for_each(|(slot, from)| *slot = from.get(to));
        }
        Steps { scores, factors, turned }
    }
}

/// The name of the feature that `from` stands before.
pub fn transition_feature(from: Role, gap: bool) -> String {
    format!("prev:{}{}", from.name(), if gap { "/gap" } else { "" })
}

impl Chain {
    /// Weighs the observations with the weights that `weight` gives for feature names.
    pub fn new(observations: &[Observation], weight: &impl Fn(&str) -> Scores) -> Self {
        let emission = |o: &Observation| {
            let mut scores = o.base;
            for feature in &o.features {
                scores.add_all(&weight(feature));
            }
            scores
        };
        let pairs = |gap: bool| Role::ALL.map(|from| weight(&transition_feature(from, gap)));
        Self {
            emissions: observations.iter().map(emission).collect(),
            gaps: observations.iter().map(|o| o.gap).collect(),
            near: Steps::new(pairs(false)),
            gap: Steps::new(pairs(true)),
        }
    }

    #[cfg(any(test, not(target_arch = "wasm32")))]
    fn transition(&self, from: Role, to: Role, gap: bool) -> f32 {
        self.steps(gap).scores.get(from as usize).map_or(0.0, |row| row.get(to))
    }

    fn steps(&self, gap: bool) -> &Steps {
        if gap { &self.gap } else { &self.near }
    }

    /// The best sequence of roles.
    pub fn best_path(&self) -> Vec<Role> {
        let mut back: Vec<[Role; ROLES]> = Vec::with_capacity(self.emissions.len());
        let mut state = Scores::default();
        for (i, (emission, &gap)) in self.emissions.iter().zip(&self.gaps).enumerate() {
            let mut next = *emission;
            let mut from = [Role::Body; ROLES];
            if i > 0 {
                let mut best = [f32::NEG_INFINITY; ROLES];
                for ((role, score), row) in Role::ALL.into_iter().zip(state.values()).zip(&self.steps(gap).scores) {
                    for ((best, slot), step) in best.iter_mut().zip(&mut from).zip(row.values()) {
                        if score + step > *best {
                            (*best, *slot) = (score + step, role);
                        }
                    }
                }
                next.values_mut().iter_mut().zip(best).for_each(|(slot, best)| *slot += best);
                normalise(&mut next);
            }
            back.push(from);
            state = next;
        }
        let mut role = state.best().0;
        let mut path: Vec<Role> = Vec::with_capacity(self.emissions.len());
        for from in back.iter().rev() {
            path.push(role);
            role = from.get(role as usize).copied().unwrap_or(Role::Body);
        }
        path.reverse();
        path
    }

    fn forward(&self) -> Vec<Scores> {
        let mut out: Vec<Scores> = Vec::with_capacity(self.emissions.len());
        for (emission, &gap) in self.emissions.iter().zip(&self.gaps) {
            let mut here = *emission;
            if let Some(before) = out.last() {
                let (before, top) = without_logarithm(before);
                let sums = summed(&self.steps(gap).factors, &before);
                here.values_mut().iter_mut().zip(sums).for_each(|(slot, sum)| *slot += top + sum.ln());
                normalise(&mut here);
            }
            out.push(here);
        }
        out
    }

    /// For each unit, the scores of all that follows it, by its own role.
    fn backward(&self) -> Vec<Scores> {
        let mut out = vec![Scores::default(); self.emissions.len()];
        let mut after = Scores::default();
        for ((emission, &gap), slot) in self.emissions.iter().zip(&self.gaps).zip(&mut out).rev() {
            *slot = after;
            let mut here = *emission;
            here.add_all(slot);
            let (here, top) = without_logarithm(&here);
            let mut before = Scores::default();
            let sums = summed(&self.steps(gap).turned, &here);
            before.values_mut().iter_mut().zip(sums).for_each(|(slot, sum)| *slot += top + sum.ln());
            normalise(&mut before);
            after = before;
        }
        out
    }

    /// The probability of each role of each unit.
    pub fn marginals(&self) -> Vec<Scores> {
        let pairs = self.forward().into_iter().zip(self.backward());
        let probability = |(mut here, after): (Scores, Scores)| {
            here.add_all(&after);
            exponentiate(&here)
        };
        pairs.map(probability).collect()
    }

    /// For each unit but the first, the probability of each role of the unit before it with each of its own.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn pair_marginals(&self) -> Vec<Pairs> {
        let (forward, backward) = (self.forward(), self.backward());
        let places = forward.iter().zip(self.emissions.iter().zip(&self.gaps).zip(&backward).skip(1));
        let pair = |(before, ((emission, &gap), after)): (&Scores, ((&Scores, &bool), &Scores))| {
            let mut rows = Role::ALL.map(|from| {
                let mut row = Scores::default();
                for to in Role::ALL {
                    row.add(to, before.get(from) + self.transition(from, to, gap) + emission.get(to) + after.get(to));
                }
                row
            });
            let top = rows.iter().map(|r| r.best().1).fold(f32::NEG_INFINITY, f32::max);
            let total: f32 = rows.iter().flat_map(|r| Role::ALL.map(|to| (r.get(to) - top).exp())).sum();
            for row in &mut rows {
                let mut out = Scores::default();
                for to in Role::ALL {
                    out.add(to, (row.get(to) - top).exp() / total);
                }
                *row = out;
            }
            rows
        };
        places.map(pair).collect()
    }
}

/// The rows of a table, each times its weight, added up.
fn summed(rows: &Pairs, weights: &Scores) -> [f32; ROLES] {
    let mut sums = [0.0; ROLES];
    for (weight, row) in weights.values().iter().zip(rows) {
        sums.iter_mut().zip(row.values()).for_each(|(sum, factor)| *sum += weight * factor);
    }
    sums
}

/// What scores are the logarithms of, and the logarithm that was taken out of all of them.
fn without_logarithm(scores: &Scores) -> (Scores, f32) {
    let top = scores.best().1;
    let mut out = *scores;
    out.values_mut().iter_mut().for_each(|score| *score = (*score - top).exp());
    (out, top)
}

fn exponentiate(scores: &Scores) -> Scores {
    let (mut out, _) = without_logarithm(scores);
    let total: f32 = out.values().iter().sum();
    out.values_mut().iter_mut().for_each(|score| *score /= total);
    out
}

/// Keeps the numbers near zero, however long the page.
fn normalise(scores: &mut Scores) {
    let top = scores.best().1;
    scores.values_mut().iter_mut().for_each(|score| *score -= top);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probabilities_agree_with_enumeration() {
        let weight = |name: &str| {
            let mut scores = Scores::default();
            // Any weights will do, as long as they differ.
            for (i, role) in Role::ALL.into_iter().enumerate() {
                let mixed = name.bytes().fold(i as u32 + 7, |a, b| (a * 31 + u32::from(b)) % 1009);
                scores.add(role, mixed as f32 / 300.0);
            }
            scores
        };
        let unit = |feature, gap| Observation { base: Scores::default(), features: vec![feature], gap };
        let page = [unit("a", false), unit("b", true), unit("c", false)];
        let chain = Chain::new(&page, &weight);
        let mut sums = [[0f64; ROLES]; 3];
        let mut total = 0f64;
        let mut best = (f64::MIN, [Role::Body; 3]);
        for a in Role::ALL {
            for b in Role::ALL {
                for c in Role::ALL {
                    let score = weight("a").get(a)
                        + weight("b").get(b)
                        + weight("c").get(c)
                        + chain.transition(a, b, true)
                        + chain.transition(b, c, false);
                    let p = f64::from(score).exp();
                    total += p;
                    for (i, role) in [a, b, c].into_iter().enumerate() {
                        sums[i][role as usize] += p;
                    }
                    if f64::from(score) > best.0 {
                        best = (f64::from(score), [a, b, c]);
                    }
                }
            }
        }
        for (i, probabilities) in chain.marginals().iter().enumerate() {
            for role in Role::ALL {
                assert!((f64::from(probabilities.get(role)) - sums[i][role as usize] / total).abs() < 1e-4);
            }
        }
        assert_eq!(chain.best_path(), best.1);
        let all: f32 = chain.pair_marginals()[0].iter().flat_map(|r| Role::ALL.map(|to| r.get(to))).sum();
        assert!((all - 1.0).abs() < 1e-4);
    }
}
