//! Where places lie: among namesakes the one that the rest of the text speaks for.
//!
//! The countries that a text names, by themselves, by adjectives (المصري) or by cities that have no namesake, are its
//! surroundings. A namesake counts by its size and by how much of the surroundings it lies in.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::name::folded;
use super::{Entity, Geo};
use crate::content::names::{EntityKind, Mention};
use crate::content::view::View;
use crate::lexicon::gazetteer::{EMPTY, Gazetteer, key, key_on};
use crate::lexicon::{Place, Places};

/// How often a text names each country.
type Surroundings = HashMap<[u8; 2], f64, FxBuildHasher>;

/// What a country's name in the surroundings is worth, in factors of e of inhabitants.
const NEARNESS: f64 = 2.5;
/// Namesakes closer than this in score are as likely.
const CLOSE: f64 = 1.2;
/// Namesakes closer than this on the ground, in degrees, are one place to a reader.
const NEAR: f64 = 0.7;

/// The hash of a name as places are looked up, with or without its article.
fn hashes(name: &str) -> Vec<u64> {
    let folded = folded(name).replace('-', " ");
    let hash = |text: &str| text.split(' ').fold(EMPTY, key_on);
    let mut out = vec![hash(&folded)];
    match folded.strip_prefix("ال") {
        Some(bare) => out.push(hash(bare)),
        None => out.push(hash(&format!("ال{folded}"))),
    }
    out
}

fn candidates(places: &Places, entity: &Entity) -> Vec<Place> {
    let names = std::iter::once(&entity.name).chain(&entity.aliases);
    let mut out: Vec<Place> = Vec::new();
    for hash in names.flat_map(|name| hashes(name)) {
        if out.is_empty() {
            out.extend(places.named(hash).copied());
        }
    }
    out
}

/// Finds the places among the entities on the map.
pub fn locate(
    places: &Places,
    names: Option<&Gazetteer>,
    view: &View<'_>,
    _mentions: &[Mention],
    members: &[Vec<usize>],
    entities: &mut [Entity],
) {
    let mut around: Surroundings = HashMap::default();
    let mut open: Vec<(usize, Vec<Place>)> = Vec::new();
    for (number, entity) in entities.iter_mut().enumerate().filter(|(_, e)| e.kind == EntityKind::Place) {
        let found = candidates(places, entity);
        let count = members.get(number).map_or(1, Vec::len) as f64;
        if let Some(country) = found.iter().find(|place| place.is_country()) {
            *around.entry(country.country).or_default() += count;
            entity.geo = Some(geo(country, false));
        } else if let [only] = found.as_slice() {
            *around.entry(only.country).or_default() += count;
            entity.geo = Some(geo(only, false));
        } else if !found.is_empty() {
            open.push((number, found));
        }
    }
    adjectives(places, names, view, &mut around);
    for (number, found) in open {
        let score = |place: &Place| f64::from(place.size) / 8.0 + NEARNESS * around.get(&place.country).copied().unwrap_or(0.0).ln_1p();
        let mut ranked: Vec<(f64, &Place)> = found.iter().map(|place| (score(place), place)).collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.geonames.cmp(&b.1.geonames)));
        let Some(&(top, best)) = ranked.first() else { continue };
        let rival = |(value, place): &&(f64, &Place)| top - value < CLOSE && apart(best, place);
        let ambiguous = ranked.iter().skip(1).any(|pair| rival(&pair));
        if let Some(entity) = entities.get_mut(number) {
            entity.geo = Some(geo(best, ambiguous));
        }
    }
}

fn apart(a: &Place, b: &Place) -> bool {
    (a.lat - b.lat).abs() > NEAR || (a.lon - b.lon).abs() > NEAR
}

fn geo(place: &Place, ambiguous: bool) -> Geo {
    Geo { lat: place.lat, lon: place.lon, country: place.country, geonames: place.geonames, ambiguous }
}

/// Adjectives of countries in the text.
fn adjectives(places: &Places, names: Option<&Gazetteer>, view: &View<'_>, around: &mut Surroundings) {
    let Some(names) = names else { return };
    let country = |facts: &crate::content::view::Facts| {
        let base = names.base(key(&facts.lemma)).or_else(|| names.base(key(&facts.core)))?;
        hashes(base).into_iter().find_map(|hash| places.named(hash).find(|p| p.is_country()).map(|p| p.country))
    };
    let by_word: Vec<Option<[u8; 2]>> = view.distinct().map(country).collect();
    for at in view.read_sentences().flat_map(|s| view.sentence(s)) {
        if let Some(country) = by_word.get(view.number(at)).copied().flatten() {
            *around.entry(country).or_default() += 0.5;
        }
    }
}
