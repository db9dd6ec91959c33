//! Which dinar, which pound: the currency of a noun that several countries share.
//!
//! An adjective behind the noun decides («دينار كويتي»); else the country or city of that family that stands nearest in
//! the sentence, just behind the amount before all; else the one the text names most. Where none is named, none is said.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock};

use rustc_hash::FxBuildHasher;

use crate::content::numerals::phrases::Phrases;
use crate::content::view::View;
use crate::data;
use crate::layout::TokenKind;
use crate::order::sort_by_number;

/// How far behind an amount its country may stand to outweigh a nearer one before it.
const BEHIND: usize = 4;
/// How many tokens a mark between amount and country counts for.
const PARTED: usize = 10;
/// How far a country may stand from the amount within the sentence.
const REACH: usize = 60;

type Country = (&'static str, &'static str);

static COUNTRIES: LazyLock<Phrases<Country>> =
    LazyLock::new(|| Phrases::new(data::columns::<3>(data::MONEY_COUNTRIES).map(|[family, code, word]| (word, (family, code)))));

/// Codes of all currencies that a table names.
static CODES: LazyLock<HashMap<&'static str, &'static str, FxBuildHasher>> =
    LazyLock::new(|| data::columns::<3>(data::MONEY_COUNTRIES).map(|[_, code, _]| (code, code)).collect());

/// The countries that a text names, by token.
#[derive(Debug)]
pub struct Countries {
    named: Vec<(usize, Country)>,
    most: Money,
}

/// What a text as a whole says of money: of each family, the code it names most.
pub type Money = Arc<BTreeMap<&'static str, &'static str>>;

fn feminine_or_plural(folded: &str) -> Option<&str> {
    folded
        .strip_suffix('ه')
        .or_else(|| folded.strip_suffix("ين"))
        .or_else(|| folded.strip_suffix("ون"))
        .or_else(|| folded.strip_suffix("ان"))
        .or_else(|| folded.strip_suffix('ا'))
}

/// Whether a country may begin with a word, as a noun or as an adjective in any form.
fn may_begin(folded: &str) -> bool {
    COUNTRIES.begins(folded) || feminine_or_plural(folded).is_some_and(|stem| COUNTRIES.begins(stem))
}

fn country_at(view: &View<'_>, at: usize, limit: usize) -> Option<Country> {
    if let Some(found) = COUNTRIES.at(view, at, limit) {
        return Some(*found.entry);
    }
    // كويتية, مصريين: the adjective in another form.
    let word = view.word(at).filter(|w| w.is_word() && w.facts.folded.len() <= 48)?;
    let stem = feminine_or_plural(&word.facts.folded)?;
    crate::content::numerals::affix::cut(stem, |first| COUNTRIES.single(first).copied()).map(|hit| hit.entry)
}

impl Countries {
    /// Finds the countries of the text itself.
    pub fn new(view: &View<'_>) -> Countries {
        let mut named = Vec::new();
        for sentence in view.read_sentences() {
            let tokens = view.sentence(sentence);
            for at in tokens.clone() {
                let Some(facts) = view.facts_at(at) else { continue };
                if *facts.worked.country.get_or_init(|| may_begin(&facts.folded)) {
                    named.extend(country_at(view, at, tokens.end).map(|country| (at, country)));
                }
            }
        }
        let mut counts: HashMap<Country, (usize, usize), FxBuildHasher> = HashMap::default();
        for (place, country) in &named {
            counts.entry(*country).or_insert((0, *place)).0 += 1;
        }
        let mut ranked: Vec<_> = counts.into_iter().collect();
        // The first named of equals wins, so that the dateline outweighs a late aside.
        sort_by_number(&mut ranked, |(_, (n, place))| (*n as u64) << 32 | u64::from(!(*place as u32)));
        Countries { named, most: Arc::new(ranked.into_iter().map(|((family, code), _)| (family, code)).collect()) }
    }

    /// What the text as a whole says of money.
    pub fn money(&self) -> Money {
        Arc::clone(&self.most)
    }

    /// Countries named within reach of a token.
    fn near(&self, at: usize) -> &[(usize, Country)] {
        let from = self.named.partition_point(|(place, _)| *place + REACH < at);
        let to = self.named.partition_point(|(place, _)| *place <= at + REACH);
        self.named.get(from..to).unwrap_or(&[])
    }

    /// The currency of a family for an amount whose noun ends before token `at`, and the token behind its adjective.
    pub fn currency(&self, view: &View<'_>, family: &'static str, at: usize, limit: usize) -> (Option<&'static str>, usize) {
        let adjective_of = if family == "USD" { "dollar-of" } else { family };
        if at < limit {
            let adjective = view.word(at).filter(|w| w.is_word() && w.facts.preposition().is_none() && w.facts.conjunction().is_none());
            if let Some((found, code)) = adjective.and_then(|_| country_at(view, at, limit)) {
                let noun_like = view.word(at).is_some_and(|w| w.facts.folded.starts_with("ال"));
                if found == adjective_of && !noun_like {
                    return (Some(code), at + 1);
                }
            }
        }
        if family.starts_with(char::is_uppercase) {
            return (CODES.get(family).copied().or(Some(family)), at);
        }
        let sentence = view.sentence(view.sentence_of(at.saturating_sub(1)));
        let near = self.near(at).iter().filter(|(place, (f, _))| *f == family && sentence.contains(place));
        let between = |place: usize| if place < at { place..at } else { at..place };
        let parted = |place: usize| view.words(between(place)).any(|w| w.kind == TokenKind::Punct);
        let weight = |place: usize| {
            let far = place.abs_diff(at) + if parted(place) { PARTED } else { 0 };
            if (at..at + BEHIND).contains(&place) && far < BEHIND { 0 } else { 1 + far }
        };
        if let Some((_, (_, code))) = near.min_by_key(|(place, _)| weight(*place)) {
            return (Some(code), at);
        }
        (self.most.get(family).copied(), at)
    }
}
