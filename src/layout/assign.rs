//! Roles for all units of a page at once.
//!
//! A linear chain: each unit scores each role by its features, each pair of neighbours by their roles, and the best
//! sequence is taken as a whole, because a line is a comment's or a menu's mostly by its company. The weights are a
//! table, so a judgement can be read and changed in one place. A block's `score` is the probability of its role in this
//! model (forward-backward), not of the whole page being right.

use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashMap;

use super::chain::Chain;
use super::features::{Look, is_junk_name};
use super::role::{Role, Scores};
use super::unit::Unit;
use crate::data;

static WEIGHTS: LazyLock<FxHashMap<&'static str, Scores>> = LazyLock::new(|| {
    let mut map: FxHashMap<&'static str, Scores> = FxHashMap::default();
    for [feature, role, weight] in data::columns::<3>(data::ROLE_WEIGHTS) {
        if let (Some(role), Ok(weight)) = (Role::from_name(role), weight.parse()) {
            map.entry(feature).or_default().add(role, weight);
        }
    }
    map
});

/// How much the head of a list lends to the lines under it.
const UNDER_HEAD: f32 = 2.2;

/// Furniture phrases of this weight are a feature of their own.
const PHRASE_SEEN: f32 = 1.0;

/// The role of a unit and its probability.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Assigned {
    /// The role.
    pub role: Role,
    /// Its probability in the model, from 0 to 1.
    pub score: f32,
}

/// Roles for the units of one page, seen as `looks`.
pub fn assign(units: &[Unit], looks: &[Arc<Look>]) -> Vec<Assigned> {
    let observations = observe(units, looks);
    let weight = |name: &str| WEIGHTS.get(name).copied().unwrap_or_default();
    let chain = Chain::new(&observations, &weight);
    let best = chain.best_path();
    let marginals = chain.marginals();
    best.into_iter().zip(marginals).map(|(role, p)| Assigned { role, score: p.get(role) }).collect()
}

/// Where the text proper begins and ends.
struct Core {
    first: usize,
    last: usize,
}

fn core(looks: &[Arc<Look>]) -> Option<Core> {
    let prose: Vec<usize> = looks.iter().enumerate().filter(|(_, l)| l.is_prose()).map(|(i, _)| i).collect();
    let first = *prose.first()?;
    // Comments can read like prose: what follows their head counts only when more prose follows it than stands before.
    let head = (first..looks.len()).find(|&i| looks.get(i).is_some_and(|l| l.evidence.head == Some(Role::Comments)));
    let before = prose.iter().filter(|&&i| head.is_none_or(|h| i < h)).count();
    let last = if before * 2 >= prose.len() { prose.get(before.saturating_sub(1)) } else { prose.last() };
    Some(Core { first, last: last.copied().unwrap_or(first) })
}

/// The unit that looks most like the title: above the first paragraph, of a title's length, no menu, date or byline.
fn headline(units: &[Unit], looks: &[Arc<Look>], core: &Core) -> Option<usize> {
    let mut best: Option<(usize, f32)> = None;
    for i in 0..core.first {
        let (Some(look), Some(unit)) = (looks.get(i), units.get(i)) else { continue };
        let spoken_for = ["menu", "date", "ago", "counters", "hashtags", "handle", "copyright", "numbers-only"];
        if !(3..=28).contains(&look.words) || look.evidence.scores.best().1 >= 2.0 || spoken_for.iter().any(|f| look.has(f)) {
            continue;
        }
        let mut score = 3.0 - (look.words as f32 - 10.0).abs() * 0.12 - (core.first - i) as f32 * 0.12;
        let next = |n: usize| looks.get(i + n).filter(|_| i + n < core.first);
        let signed = |l: &Look| ["date", "ago", "byline", "agency", "clock"].iter().any(|f| l.has(f)) || is_junk_name(&l.key);
        if (1..=3).any(|n| next(n).is_some_and(|look| signed(look))) {
            score += 1.5;
        }
        if look.has("full-stop") {
            score -= 2.5;
        }
        if look.has("caption") || look.has("byline") || look.has("agency") && look.words < 6 {
            score -= 2.0;
        }
        if look.words < 5 {
            score -= 0.8;
        }
        if unit.gap || i == 0 {
            score += 0.4;
        }
        if best.is_none_or(|(_, b)| score > b) {
            best = Some((i, score));
        }
    }
    best.filter(|&(_, score)| score > 1.0).map(|(i, _)| i)
}

/// What is known of a unit in its place: fixed scores, and features whose weights are in the table.
#[derive(Debug, Clone, Default)]
pub struct Observation {
    /// Scores from furniture phrases and list heads.
    pub base: Scores,
    /// Names of the features it has.
    pub features: Vec<&'static str>,
    /// Whether an empty line stands before it.
    pub gap: bool,
}

/// Looks at every unit in its place on the page.
pub fn observe(units: &[Unit], looks: &[Arc<Look>]) -> Vec<Observation> {
    let core = core(looks);
    let title = core.as_ref().and_then(|c| headline(units, looks, c));
    let lists = lists(units, looks);
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for look in looks.iter().filter(|l| !l.key.is_empty()) {
        *counts.entry(&look.key).or_default() += 1;
    }
    // Most of what is pasted without a menu, a share bar or a copyright line is no page but plain text.
    let plain = !looks.iter().any(|l| l.evidence.scores.best().1 >= 2.5 || ["menu", "columns", "copyright"].iter().any(|f| l.has(f)));
    let prose = |i: Option<usize>| i.and_then(|i| looks.get(i)).is_some_and(|look| look.is_prose());
    let mut head: Option<Role> = None;
    let mut out = Vec::with_capacity(units.len());
    for (i, (unit, look)) in units.iter().zip(looks).enumerate() {
        let mut seen = Observation { base: look.evidence.scores, features: look.seen.clone(), gap: unit.gap };
        let mut see = |condition: bool, feature: &'static str| {
            if condition {
                seen.features.push(feature);
            }
        };
        see(true, "bias");
        see(plain, "plain");
        see(plain && look.words >= 6, "plain-line");
        see(prose(Some(i)), "prose");
        see(prose(Some(i + 1)) && !prose(Some(i)), "before-prose");
        see(prose(i.checked_sub(1)) && !prose(Some(i)), "after-prose");
        see(i == 0, "first");
        see(is_junk_name(&look.key), "junk");
        see(lists.get(i) == Some(&true), "list");
        see(look.words <= 12 && counts.get(look.key.as_str()).is_some_and(|&n| n > 1), "repeat");
        let zone = match &core {
            None => "zone:none",
            Some(c) if i < c.first => "zone:before",
            Some(c) if i <= c.last => "zone:inside",
            Some(_) => "zone:after",
        };
        see(true, zone);
        see(look.has("profession") && core.as_ref().is_some_and(|c| i >= c.last), "author-box");
        see(title == Some(i), "headline");
        let beside = title.is_some_and(|t| t + 1 == i && !unit.gap || i + 1 == t && units.get(t).is_some_and(|u| !u.gap));
        see(beside && look.words >= 4, "headline-beside");
        see(title.is_some_and(|t| i > t && i <= t + 5) && zone == "zone:before", "after-headline");
        // A head speaks for the lines right under it, until an empty line or a paragraph.
        if unit.gap || look.is_prose() {
            head = None;
        }
        for role in Role::ALL {
            see(look.evidence.scores.get(role) >= PHRASE_SEEN, phrase_feature(role));
            see(head == Some(role), under_feature(role));
        }
        if let Some(role) = head {
            seen.base.add(role, UNDER_HEAD);
        }
        head = look.evidence.head.or(head);
        out.push(seen);
    }
    out
}

fn phrase_feature(role: Role) -> &'static str {
    match role {
        Role::Related => "phrase:related",
        Role::Navigation => "phrase:navigation",
        Role::Comments => "phrase:comments",
        Role::Legal => "phrase:legal",
        Role::Other => "phrase:other",
        _ => "phrase",
    }
}

fn under_feature(role: Role) -> &'static str {
    match role {
        Role::Related => "under:related",
        Role::Comments => "under:comments",
        _ => "under",
    }
}

/// Which units stand in a list: three or more short lines in a row that end no sentence, with no empty line between.
fn lists(units: &[Unit], looks: &[Arc<Look>]) -> Vec<bool> {
    let short = |l: &Look| l.words <= 12 && !l.stopped;
    let mut out = vec![false; units.len()];
    let mut start = 0;
    for end in 1..=units.len() {
        let continues = units.get(end).is_some_and(|u| !u.gap) && looks.get(end).is_some_and(|look| short(look));
        if !continues {
            let run = looks.get(start..end).unwrap_or_default();
            if run.len() >= 3 && run.iter().filter(|l| short(l)).count() >= 3 {
                out.get_mut(start..end).unwrap_or_default().fill(true);
            }
            start = end;
        }
    }
    out
}
