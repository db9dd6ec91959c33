//! A name as it is compared: units instead of words, letters instead of spellings.

use std::sync::LazyLock;

use crate::data;
use crate::tagger::features::mix;
use crate::text::fold::{Folding, fold};

/// A name's folded words, joined by a space.
pub fn folded(text: &str) -> String {
    fold(text, Folding::Full).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of some classes of `name-parts.tsv`, folded.
pub(super) fn parts(classes: &[&str]) -> Vec<String> {
    let rows = data::columns::<2>(data::NAME_PARTS).filter(|[class, _]| classes.contains(class));
    rows.map(|[_, word]| folded(word)).collect()
}

/// Words that belong to the word after them.
static KIN: LazyLock<Vec<String>> = LazyLock::new(|| parts(&["joined", "loose"]));
/// Those of them that may be left out.
static LOOSE: LazyLock<Vec<String>> = LazyLock::new(|| parts(&["loose"]));

/// Whether a folded word belongs to the word after it: ابو, ابن, عبد.
pub fn is_kin(word: &str) -> bool {
    KIN.iter().any(|kin| kin == word)
}

/// A name in comparable units.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Name {
    /// Units without the article, kinship words joined to what follows.
    pub units: Vec<String>,
    /// For each, what no two units that are alike both differ in: hashes of its consonants by their sound, with and without a loose word in front.
    sounds: Vec<[u32; 2]>,
}

/// A unit of a name.
#[derive(Debug, Clone, Copy)]
pub struct Unit<'n> {
    text: &'n str,
    sounds: [u32; 2],
}

/// A word without its article.
fn bare(word: &str) -> &str {
    word.strip_prefix("ال").filter(|rest| rest.chars().count() > 2).unwrap_or(word)
}

impl Name {
    /// Reads a name.
    pub fn new(text: &str) -> Name {
        let mut units: Vec<String> = Vec::new();
        let mut open = false;
        let clean = folded(text).replace(['ؤ', 'ئ'], "ي");
        for word in clean.split([' ', '-', '/']).filter(|w| !w.is_empty()) {
            let kin = is_kin(word);
            match units.last_mut().filter(|_| open) {
                Some(last) => {
                    last.push(' ');
                    last.push_str(if kin { word } else { bare(word) });
                }
                None => units.push((if kin { word } else { bare(word) }).to_string()),
            }
            open = kin;
        }
        let sounds = units
            .iter()
            .map(|unit| [unit.as_str(), strip(unit)].map(|word| skeleton(word).fold(0, |sum, c| mix(1, sum, c as u32))))
            .collect();
        Name { units, sounds }
    }

    fn each(&self) -> impl DoubleEndedIterator<Item = Unit<'_>> {
        self.units.iter().zip(&self.sounds).map(|(text, &sounds)| Unit { text, sounds })
    }

    /// The last unit.
    pub fn last(&self) -> Option<Unit<'_>> {
        self.each().next_back()
    }

    /// The first unit.
    pub fn first(&self) -> Option<Unit<'_>> {
        self.each().next()
    }

    /// How many units there are.
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// Whether the units are the same up to spelling.
    pub fn same(&self, other: &Name) -> bool {
        self.len() == other.len() && self.each().zip(other.each()).all(|(a, b)| a.is_like(b))
    }

    /// Whether the units of `other` stand in this name in their order, other units between them.
    pub fn holds(&self, other: &Name) -> bool {
        let mut own = self.each();
        other.each().all(|unit| own.any(|o| o.is_like(unit)))
    }

    /// Whether this name begins with all of `other`.
    pub fn begins(&self, other: &Name) -> bool {
        self.len() > other.len() && self.each().zip(other.each()).all(|(a, b)| a.is_like(b))
    }
}

impl Unit<'_> {
    /// Whether two units are one name in two spellings.
    pub fn is_like(self, other: Unit<'_>) -> bool {
        let [sounds, bare] = self.sounds;
        let [others, other_bare] = other.sounds;
        (sounds == others || bare == other_bare) && alike(self.text, other.text)
    }
}

/// A unit without a word in front that may be left out.
fn strip(unit: &str) -> &str {
    LOOSE.iter().find_map(|kin| unit.strip_prefix(kin.as_str())?.strip_prefix(' ')).unwrap_or(unit)
}

/// The sound a letter stands for in foreign names, which everyone writes in his own way; 0 for a long vowel, which some write.
fn sound(c: char) -> char {
    match c {
        'ا' | 'و' | 'ي' | 'ه' => '0',
        'ط' | 'ث' => 'ت',
        'ذ' | 'ض' | 'ظ' => 'د',
        'ص' | 'ز' => 'س',
        'غ' | 'ق' | 'ك' | 'گ' => 'ج',
        'ڤ' => 'ف',
        'پ' => 'ب',
        'چ' => 'ش',
        c => c,
    }
}

/// Consonants by their sound.
fn skeleton(word: &str) -> impl Iterator<Item = char> + '_ {
    word.chars().map(sound).filter(|&c| c != '0')
}

/// Whether two units are one name in two spellings: letter by letter, or, from five letters on, with the same consonants, the same first letter
/// and no more than two letters more.
fn alike(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    if strip(a) == strip(b) && !strip(a).is_empty() {
        return true;
    }
    let (long, short) = (a.chars().count().max(b.chars().count()), a.chars().count().min(b.chars().count()));
    let starts = a.chars().next().map(sound) == b.chars().next().map(sound);
    short >= 5 && long - short <= 2 && starts && skeleton(a).count() >= 2 && skeleton(a).eq(skeleton(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_names() {
        assert_eq!(Name::new("حمزة أبو الصوف").units, ["حمزه", "ابو صوف"]);
        assert_eq!(Name::new("محمد بن عبد الرحمن").units, ["محمد", "بن عبد رحمن"]);
        assert!(Name::new("محمد بن سلمان").holds(&Name::new("بن سلمان")));
        assert!(Name::new("محمد بن سلمان").holds(&Name::new("سلمان")));
    }

    #[test]
    fn spelling_variants() {
        assert!(alike("غوتيريش", "جوتيرش"));
        assert!(alike("اوروبا", "اوربا"));
        assert!(!alike("سعيد", "سعد"));
        assert!(!alike("مالكي", "مالك"));
    }
}
