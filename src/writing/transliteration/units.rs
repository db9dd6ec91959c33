//! A vowelled word as letters with what stands on them, the form in which it is read aloud.
//!
//! Words that are not read as they are spelled (هذا, مائة, عمرو) are replaced here by a spelling that is, so that the rules of
//! sound know none of them.

use std::sync::LazyLock;

use crate::data;
use crate::text::chars::{Class, TATWEEL, class};
use crate::text::normalize::{Folds, normalize};

/// What follows a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Vowel {
    /// Nothing is written.
    #[default]
    Unknown,
    /// Sukun.
    None,
    /// Fatha.
    A,
    /// Kasra.
    I,
    /// Damma.
    U,
}

impl Vowel {
    /// The short vowel; `None` where there is none.
    pub fn letter(self) -> Option<char> {
        match self {
            Vowel::A => Some('a'),
            Vowel::I => Some('i'),
            Vowel::U => Some('u'),
            _ => None,
        }
    }
}

/// A letter with its marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Unit {
    /// The letter; ا for ٱ.
    pub letter: char,
    /// Shadda.
    pub double: bool,
    /// The vowel after it, of a tanwin too.
    pub vowel: Vowel,
    /// Tanwin.
    pub tanwin: bool,
    /// Dagger alef: a long a after it.
    pub dagger: bool,
}

impl Unit {
    /// Whether nothing stands on the letter.
    pub fn bare(&self) -> bool {
        !self.double && !self.dagger && self.vowel == Vowel::Unknown
    }
}

/// What is made equal before a word is read: shapes and look-alikes of letters, tatweel, what cannot be seen.
const SPELLING: Folds = Folds::TATWEEL.and(Folds::HIDDEN).and(Folds::PRESENTATION).and(Folds::LOOKALIKES);

/// The letters of a word with their marks; what is neither is left out.
pub fn read(word: &str) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    for c in normalize(word, SPELLING).chars().filter(|&c| c != TATWEEL) {
        if class(c) == Class::Arabic {
            let letter = if c == 'ٱ' { 'ا' } else { c };
            units.push(Unit { letter, ..Unit::default() });
            continue;
        }
        // A mark before the first letter marks nothing.
        let Some(last) = units.last_mut() else { continue };
        match c {
            '\u{64B}'..='\u{64D}' => {
                last.vowel = [Vowel::A, Vowel::U, Vowel::I].get(c as usize - 0x64B).copied().unwrap_or_default();
                last.tanwin = true;
            }
            '\u{64E}' => last.vowel = Vowel::A,
            '\u{64F}' => last.vowel = Vowel::U,
            '\u{650}' => last.vowel = Vowel::I,
            '\u{651}' => last.double = true,
            '\u{652}' => last.vowel = Vowel::None,
            '\u{670}' => last.dagger = true,
            _ => {}
        }
    }
    // A tanwin of a is written before its alef or on it.
    for i in 1..units.len() {
        if let Some([before, alef]) = units.get_mut(i - 1..=i)
            && matches!(alef.letter, 'ا' | 'ى')
            && alef.tanwin
        {
            (before.vowel, before.tanwin) = (Vowel::A, true);
            (alef.vowel, alef.tanwin) = (Vowel::Unknown, false);
        }
    }
    units
}

static IRREGULAR: LazyLock<Vec<[&str; 2]>> = LazyLock::new(|| data::columns(data::IRREGULAR_READINGS).collect());

/// The word as it is read, where that is not how it is spelled; its ending is that of `units`.
pub fn irregular(units: &[Unit]) -> Option<Vec<Unit>> {
    let is = |written: &str| written.chars().eq(units.iter().map(|unit| unit.letter));
    let [written, spoken] = *IRREGULAR.iter().find(|[written, _]| is(written))?;
    let mut spoken = read(spoken);
    let (last, inner) = units.split_last()?;
    // A doubled letter makes it another word: بُنّ, أَوَّلِي. The first may be doubled by the article.
    if inner.iter().skip(1).any(|u| u.double) && !spoken.iter().any(|u| u.double) || written == "بن" && last.double {
        return None;
    }
    // عمرو has its ending before the letter that is not read, or on it.
    let before = inner.last().filter(|u| written == "عمرو" && !u.bare());
    let last = before.unwrap_or(last);
    if let Some(end) = spoken.last_mut()
        && !matches!(end.letter, 'ا' | 'و' | 'ي')
        && end.bare()
    {
        (end.double, end.vowel, end.tanwin) = (last.double, last.vowel, last.tanwin);
    }
    Some(spoken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_marks() {
        let units = read("كِتَابًا");
        assert_eq!(units.iter().map(|u| u.letter).collect::<String>(), "كتابا");
        assert_eq!(units[3], Unit { letter: 'ب', vowel: Vowel::A, tanwin: true, ..Unit::default() });
        assert_eq!(read("كِتَاباً"), units);
        assert_eq!(irregular(&read("هَذَا")).unwrap(), read("هَاذَا"));
        assert_eq!(irregular(&read("لَكِنَّ")).unwrap(), read("لَاكِنَّ"));
        assert_eq!(irregular(&read("بُنّ")), None);
    }
}
