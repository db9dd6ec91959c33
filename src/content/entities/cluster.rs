//! Which mention belongs to which entity.

use std::collections::HashMap;
use std::sync::LazyLock;

use rustc_hash::FxBuildHasher;

use super::brackets::Tied;
use super::name::{Name, Unit};
use super::shown;
use crate::content::names::{EntityKind, Mention};
use crate::content::view::View;
use crate::lexicon::gazetteer::{EMPTY, Gazetteer, class, key_on};

/// An entity in the making.
struct Open {
    kind: EntityKind,
    /// Every form of its name, the fullest first.
    names: Vec<Name>,
    /// Rows of the tables that list it.
    rows: Vec<u32>,
}

/// How well a mention fits an entity; better is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// A bare given name of somebody.
    Given,
    /// A part of a longer name.
    Part,
    /// The last name of somebody.
    Last,
    /// A row of the tables lists both names for one thing.
    Listed,
    /// The same name.
    Same,
}

/// How many entities back a mention looks; beyond them only the very same name joins.
const BACK: usize = 400;

/// The number of the entity of each mention; entities are numbered in the order of their first mention.
pub fn cluster(names: Option<&Gazetteer>, view: &View<'_>, mentions: &[Mention], tied: &Tied) -> Vec<u32> {
    let mut open: Vec<Open> = Vec::new();
    let mut exact: HashMap<(EntityKind, Vec<String>), u32, FxBuildHasher> = HashMap::default();
    // The order in which entities were last named.
    let mut recent: Vec<u32> = Vec::new();
    let mut out: Vec<u32> = Vec::with_capacity(mentions.len());
    for (number, mention) in mentions.iter().enumerate() {
        let text = shown(view, mention.span, mention.tokens.start);
        let name = Name::new(&text);
        let row = names.map_or(0, |names| listed(names, &text));
        let short = tied.iter().find(|(short, _)| *short == number).and_then(|(_, of)| out.get(*of).copied());
        let same = exact.get(&(mention.kind, name.units.clone())).copied();
        // A bare surname goes to whoever bore it last, even when it was used alone before.
        let surname = mention.kind == EntityKind::Person && name.len() == 1;
        let found = short.or(same.filter(|_| !surname)).or_else(|| {
            let fits = recent.iter().rev().take(BACK).enumerate().filter_map(|(age, &entity)| {
                let fit = open.get(entity as usize).and_then(|o| fit(o, mention.kind, &name, row))?;
                Some((fit, std::cmp::Reverse(age), entity))
            });
            let best = if surname {
                fits.map(|(fit, age, entity)| ((fit >= Fit::Part, age, fit), entity)).max().map(|(_, entity)| entity)
            } else {
                fits.max().map(|(.., entity)| entity)
            };
            best.or(same)
        });
        let entity = found.unwrap_or(open.len() as u32);
        match open.get_mut(entity as usize) {
            Some(o) => o.take(name.clone(), row),
            None => open.push(Open { kind: mention.kind, names: vec![name.clone()], rows: if row > 0 { vec![row] } else { Vec::new() } }),
        }
        exact.insert((mention.kind, name.units), entity);
        if recent.last() != Some(&entity) {
            let from = recent.len().saturating_sub(BACK);
            if let Some(at) = recent.iter().skip(from).position(|&e| e == entity) {
                recent.remove(from + at);
            }
            recent.push(entity);
        }
        out.push(entity);
    }
    out
}

impl Open {
    fn take(&mut self, name: Name, row: u32) {
        if row > 0 && !self.rows.contains(&row) {
            self.rows.push(row);
        }
        if !self.names.contains(&name) && self.names.len() < 12 {
            let longer = self.names.first().is_none_or(|first| name.len() > first.len());
            self.names.insert(if longer { 0 } else { self.names.len() }, name);
        }
    }
}

/// The row of the tables that lists a whole name; 0 for none.
fn listed(names: &Gazetteer, text: &str) -> u32 {
    let hash = super::name::folded(text).split(' ').fold(EMPTY, key_on);
    let known = class::KNOWN_PERSON | class::KNOWN_PLACE | class::KNOWN_ORGANISATION | class::KNOWN_OTHER | class::COUNTRY | class::PLACE;
    names.get(hash).filter(|entry| entry.classes & known != 0).map_or(0, |entry| entry.row)
}

fn fit(open: &Open, kind: EntityKind, name: &Name, row: u32) -> Option<Fit> {
    if open.kind != kind || name.len() == 0 {
        return None;
    }
    // Two names that the tables list apart sound alike by chance: السودان, سيدني.
    let listed_apart = row > 0 && !open.rows.is_empty() && !open.rows.contains(&row);
    if !listed_apart && open.names.iter().any(|n| n.same(name)) {
        return Some(Fit::Same);
    }
    if row > 0 && open.rows.contains(&row) {
        return Some(Fit::Listed);
    }
    let full = open.names.first()?;
    match kind {
        EntityKind::Person => person(full, name),
        EntityKind::Organisation | EntityKind::Other => {
            // The longer name adds to the end («مجلس النواب» العراقي), the shorter one must say more than the head.
            let (long, short) = if full.len() >= name.len() { (full, name) } else { (name, full) };
            let part = long.begins(short) && short.len() >= 2;
            // «الزوراء» of «نادي الزوراء».
            let headed = || long.units.first().is_some_and(|first| HEADS.contains(first));
            let tail = short.len() == 1 && long.len() == 2 && like(long.last(), short.last()) && headed();
            (part || tail).then_some(Fit::Part)
        }
        EntityKind::Place => None,
    }
}

/// Heads that a short name leaves out.
static HEADS: LazyLock<Vec<String>> = LazyLock::new(|| super::name::parts(&["head"]));

/// Whether both are there, and are one name.
fn like(a: Option<Unit<'_>>, b: Option<Unit<'_>>) -> bool {
    a.zip(b).is_some_and(|(a, b)| a.is_like(b))
}

fn person(full: &Name, name: &Name) -> Option<Fit> {
    let (long, short) = if full.len() >= name.len() { (full, name) } else { (name, full) };
    if short.len() == 1 {
        if long.len() < 2 {
            return None;
        }
        return if like(long.last(), short.last()) {
            Some(Fit::Last)
        } else if like(long.first(), short.last()) {
            Some(Fit::Given)
        } else {
            long.holds(short).then_some(Fit::Part)
        };
    }
    let ends = like(long.first(), short.first()) || like(long.last(), short.last());
    (ends && long.holds(short)).then_some(Fit::Part)
}
