//! The words that numbers are made of: `numerals.tsv` by folded form.

use std::collections::HashMap;
use std::sync::LazyLock;

use rustc_hash::FxBuildHasher;

use super::affix::Closed;
use crate::data;
use crate::text::fold::{Folding, fold};

/// What a number word does in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// صفر.
    Zero,
    /// واحد: a number only beside another or after its noun.
    One,
    /// أحد, حادي: one only before عشر or with tens.
    HalfTeen,
    /// 2 to 9.
    Unit,
    /// عشر: ten, or the second half of 11 to 19.
    Ten,
    /// 11 to 19 in one word.
    Teen,
    /// 20 to 90.
    Tens,
    /// مئة.
    Hundred,
    /// 200 to 900 in one word.
    Hundreds,
    /// ألف, مليون and higher.
    Scale,
    /// Their plurals: after 3 to 10, or vague.
    ScaleMany,
    /// Their duals.
    ScaleTwo,
    /// دزينة.
    Dozen,
    /// عشرات, مئات.
    Vague,
    /// A fraction.
    Fraction,
    /// A fraction that is also the number (خمس).
    FractionWeak,
    /// A fraction only after و and a unit (ساعة ونص).
    FractionLoose,
    /// The plural of a fraction; the value is the denominator.
    Parts,
    /// سالب.
    Minus,
    /// فاصلة.
    Point,
    /// بضعة.
    Few,
    /// أول to عاشر.
    Ordinal,
    /// حادي: first only before عشر or with tens.
    OrdinalHalf,
    /// أولهما.
    OrdinalPronoun,
}

impl Class {
    fn parse(name: &str) -> Option<Class> {
        Some(match name {
            "zero" => Class::Zero,
            "one" => Class::One,
            "half-teen" => Class::HalfTeen,
            "unit" => Class::Unit,
            "ten" => Class::Ten,
            "teen" => Class::Teen,
            "tens" => Class::Tens,
            "hundred" => Class::Hundred,
            "hundreds" => Class::Hundreds,
            "scale" => Class::Scale,
            "scale-many" => Class::ScaleMany,
            "scale-two" => Class::ScaleTwo,
            "dozen" => Class::Dozen,
            "vague" => Class::Vague,
            "fraction" => Class::Fraction,
            "fraction-weak" => Class::FractionWeak,
            "fraction-loose" => Class::FractionLoose,
            "parts" => Class::Parts,
            "minus" => Class::Minus,
            "point" => Class::Point,
            "few" => Class::Few,
            "ordinal-half" => Class::OrdinalHalf,
            "ordinal" => Class::Ordinal,
            "ordinal-pronoun" => Class::OrdinalPronoun,
            _ => return None,
        })
    }
}

/// A number word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NumberWord {
    /// What it does.
    pub class: Class,
    /// Its value.
    pub value: f64,
    /// The fraction that the same letters are (خمس: a fifth).
    pub fraction: Option<f64>,
}

fn number(text: &str) -> Option<f64> {
    match text.split_once('/') {
        Some((above, below)) => Some(above.parse::<f64>().ok()? / below.parse::<f64>().ok()?),
        None => text.parse().ok(),
    }
}

type Table = HashMap<String, NumberWord, FxBuildHasher>;

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    let (mut stems, mut hundreds, mut weak) = (Vec::new(), Vec::new(), Vec::new());
    for [class, value, word] in data::columns::<3>(data::NUMERALS) {
        let folded = fold(word, Folding::Full);
        let Some(value) = number(value) else { continue };
        if class == "hundred-stem" {
            stems.push((folded, value));
            continue;
        }
        let Some(class) = Class::parse(class) else { continue };
        if class == Class::Hundred {
            hundreds.push(folded.clone());
        }
        if class == Class::FractionWeak {
            weak.push((folded.clone(), value));
        }
        table.entry(folded).or_insert(NumberWord { class, value, fraction: None });
    }
    for (stem, value) in stems {
        for hundred in &hundreds {
            table.entry(format!("{stem}{hundred}")).or_insert(NumberWord { class: Class::Hundreds, value, fraction: None });
        }
    }
    for (word, value) in weak {
        if let Some(entry) = table.get_mut(&word) {
            entry.fraction = Some(value);
        }
    }
    table
});

/// The number word of a folded form without clitics.
pub fn number_word(folded: &str) -> Option<NumberWord> {
    TABLE.get(folded).copied()
}

/// The table, for words with clitics.
pub static NUMBER_WORDS: Closed<NumberWord> = Closed::new(|worked| &worked.number, number_word);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hundreds_are_joined_in_every_spelling() {
        for word in ["ثلاثمئة", "ثلاثمائة", "ثلثمائة", "تلتمية"] {
            let found = number_word(&fold(word, Folding::Full)).unwrap();
            assert_eq!((found.class, found.value), (Class::Hundreds, 300.0), "{word}");
        }
        assert_eq!(number_word("خمس").and_then(|w| w.fraction), Some(0.2));
        assert_eq!(number_word("نصف").map(|w| w.class), Some(Class::Fraction));
    }
}
