//! Entities: mentions of one thing joined, places found on the map.

use super::names::{EntityKind, Mention};
use super::view::View;
use crate::Packs;

/// Somebody or something named in the text. Its number is its place in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// Its fullest name, as the text writes it.
    pub name: String,
    /// Its other names in the text.
    pub aliases: Vec<String>,
    /// Where it lies.
    pub geo: Option<Geo>,
}

/// Where a place lies.
#[derive(Debug, Clone, PartialEq)]
pub struct Geo {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// ISO 3166 code of its country.
    pub country: [u8; 2],
    /// GeoNames number.
    pub geonames: Option<u32>,
    /// Whether other places of that name were as likely.
    pub ambiguous: bool,
}

/// Joins mentions and numbers them.
pub fn join(_packs: &Packs, _view: &View<'_>, _mentions: &mut [Mention]) -> Vec<Entity> {
    Vec::new()
}
