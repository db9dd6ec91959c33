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

/// Scores of the steps from role to role, and the same no longer as logarithms: sums over steps are many, and each would cost an exponential.
struct Steps {
    scores: Pairs,
    factors: Pairs,
}

impl Steps {
    fn new(scores: Pairs) -> Steps {
        let mut factors = scores;
        for row in &mut factors {
            Role::ALL.iter().filter_map(|&role| row.slot(role).map(|slot| *slot = slot.exp())).for_each(drop);
        }
        Steps { scores, factors }
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

    fn transition(&self, from: Role, to: Role, gap: bool) -> f32 {
        self.steps(gap).scores.get(from as usize).map_or(0.0, |row| row.get(to))
    }

    fn factor(&self, from: Role, to: Role, gap: bool) -> f32 {
        self.steps(gap).factors.get(from as usize).map_or(1.0, |row| row.get(to))
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
                for (to, slot) in Role::ALL.into_iter().zip(&mut from) {
                    let mut reach = Scores::default();
                    for role in Role::ALL {
                        reach.add(role, state.get(role) + self.transition(role, to, gap));
                    }
                    let (role, score) = reach.best();
                    *slot = role;
                    next.add(to, score);
                }
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
                for to in Role::ALL {
                    let sum: f32 = Role::ALL.iter().map(|&from| before.get(from) * self.factor(from, to, gap)).sum();
                    here.add(to, top + sum.ln());
                }
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
            for from in Role::ALL {
                let sum: f32 = Role::ALL.iter().map(|&to| self.factor(from, to, gap) * here.get(to)).sum();
                before.add(from, top + sum.ln());
            }
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

fn log_sum(value: impl Fn(Role) -> f32) -> f32 {
    let values = Role::ALL.map(value);
    let top = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    top + values.iter().map(|v| (v - top).exp()).sum::<f32>().ln()
}

/// What scores are the logarithms of, and the logarithm that was taken out of all of them.
fn without_logarithm(scores: &Scores) -> (Scores, f32) {
    let top = scores.best().1;
    let mut out = Scores::default();
    for role in Role::ALL {
        out.add(role, (scores.get(role) - top).exp());
    }
    (out, top)
}

fn exponentiate(scores: &Scores) -> Scores {
    let total = log_sum(|r| scores.get(r));
    let mut out = Scores::default();
    for role in Role::ALL {
        out.add(role, (scores.get(role) - total).exp());
    }
    out
}

/// Keeps the numbers near zero, however long the page.
fn normalise(scores: &mut Scores) {
    let top = scores.best().1;
    for role in Role::ALL {
        scores.add(role, -top);
    }
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
