//! What the rest of a document says about a word: a name that is clear in one place is a name in the others.
//!
//! The chain runs twice. After the first run every word knows how its other occurrences were labelled: as the last word of
//! a person's full name, as a place, as none. The second run sees that as features, and so joins «الراوي» to «عدنان الراوي»
//! ten lines above (the idea of non-local features, Krishnan and Manning 2006). A word's own label never counts for itself.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::EntityKind;
use super::label::Label;
use crate::content::view::View;
use crate::lexicon::gazetteer::key;
use crate::tagger::features::mix;

/// How a word was labelled: last and first word of a person's longer name, a name of each kind alone, first or further word of
/// longer names of the other kinds, outside.
const WAYS: usize = 9;
const PERSON_LAST: usize = 0;
const PERSON_FIRST: usize = 1;
const ALONE: usize = 2;
const INSIDE: usize = 6;
const FIRST: usize = 7;
const OUTSIDE: usize = 8;

/// How often each word of a document was labelled in which way.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    counts: HashMap<u64, [u16; WAYS], FxBuildHasher>,
    /// Of each distinct word.
    keys: Vec<u64>,
    ways: Vec<u8>,
}

/// The way of each token of a labelled text.
fn ways(labels: &[Label]) -> Vec<u8> {
    let continues = |at: usize| labels.get(at + 1).is_some_and(|next| next.kind().is_some() && !next.starts());
    let way = |(at, label): (usize, &Label)| {
        let Some(kind) = label.kind() else { return OUTSIDE };
        let (first, last) = (label.starts(), !continues(at));
        match (first, last, kind) {
            (true, true, kind) => ALONE + kind as usize,
            (false, true, EntityKind::Person) => PERSON_LAST,
            (true, false, EntityKind::Person) => PERSON_FIRST,
            (true, false, _) => FIRST,
            _ => INSIDE,
        }
    };
    labels.iter().enumerate().map(|pair| way(pair) as u8).collect()
}

impl Evidence {
    /// Counts the labels of a document.
    pub fn new(view: &View<'_>, labels: &[Label]) -> Evidence {
        let keys: Vec<u64> = view.distinct().map(|facts| key(&facts.base)).collect();
        let mut out = Evidence { counts: HashMap::default(), ways: ways(labels), keys };
        for (at, &way) in out.ways.iter().enumerate() {
            let key = out.keys.get(view.number(at)).copied().unwrap_or(0);
            if let Some(count) = out.counts.entry(key).or_default().get_mut(usize::from(way)) {
                *count = count.saturating_add(1);
            }
        }
        out
    }

    /// What the other occurrences of a token's word say of it, as features; `word` is the number of the word.
    pub fn features(&self, at: usize, word: usize, add: &mut impl FnMut(u32)) {
        let (Some(key), Some(&own)) = (self.keys.get(word), self.ways.get(at)) else { return };
        let Some(mut counts) = self.counts.get(key).copied() else { return };
        if let Some(count) = counts.get_mut(usize::from(own)) {
            *count = count.saturating_sub(1);
        }
        let total: u16 = counts.iter().fold(0, |sum, &c| sum.saturating_add(c));
        if total == 0 {
            add(mix(150, 0, 0));
            return;
        }
        let (best, _) = counts.iter().enumerate().fold((0, 0), |best, (way, &c)| if c > best.1 { (way, c) } else { best });
        add(mix(151, best as u32, u32::from(total.min(4))));
        let mut set = 0u32;
        for (way, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            set |= 1 << way;
            let share = 4 * u32::from(count) / u32::from(total);
            add(mix(152, way as u32, share));
        }
        add(mix(153, set, 0));
    }
}
