//! How a word is put together, as far as its romanisation asks: clitics, article, whether its ending is one of case.
//!
//! Out of the analysis where there is one. Without it the letters and marks are asked: an article shows, and a conjunction or
//! preposition before it; a clitic before anything else does not, and stays joined.

use super::units::{Unit, Vowel, irregular};
use crate::morph::Upos;
use crate::morphology::Explained;
use crate::text::fold::{Folding, fold};
use crate::writing::frequency::is_closed;

/// What is known of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shape {
    /// Letters in front that are words of their own: و ف ب ل ك س أ.
    pub proclitics: u8,
    /// How many letters of the word the article takes, 2, or after ل 1 or 0; `None` without an article.
    pub article: Option<u8>,
    /// A pronoun is attached, so that the last vowel is no ending.
    pub pronoun: bool,
    /// The last vowel is one of case: of a noun, adjective, name or number.
    pub case: bool,
    /// A tanwin that stays when endings are left out: of a defective noun (قاضٍ) or an adverb.
    pub tanwin: bool,
    /// The word stands before its genitive; a name never does, whatever follows it.
    pub construct: bool,
    /// A name.
    pub proper: bool,
    /// A verb.
    pub verb: bool,
}

impl Shape {
    /// The shape as one number, in which it travels.
    pub fn bits(&self) -> u16 {
        let flags = [self.pronoun, self.case, self.tanwin, self.construct, self.proper, self.verb];
        let flags = flags.iter().rev().fold(0, |bits, &flag| bits << 1 | u16::from(flag));
        flags << 5 | u16::from(self.article.map_or(0, |letters| letters.min(2) + 1)) << 3 | u16::from(self.proclitics.min(7))
    }

    /// The shape of such a number.
    pub fn from_bits(bits: u16) -> Shape {
        let flag = |at: u16| bits >> (5 + at) & 1 == 1;
        Shape {
            proclitics: (bits & 7) as u8,
            article: (bits >> 3 & 3).checked_sub(1).map(|letters| letters as u8),
            pronoun: flag(0),
            case: flag(1),
            tanwin: flag(2),
            construct: flag(3),
            proper: flag(4),
            verb: flag(5),
        }
    }

    /// The shape of an analysed word.
    pub fn of(explained: &Explained) -> Shape {
        let word = &explained.word;
        let mut shape = Shape::default();
        let stem = word.pieces.iter().position(|piece| piece.tag == "DET" || piece.text.chars().count() != 1).unwrap_or(0);
        shape.proclitics = u8::try_from(stem).unwrap_or(0);
        let article = word.pieces.get(stem).filter(|piece| piece.tag == "DET");
        shape.article = article.and_then(|piece| u8::try_from(piece.to.saturating_sub(piece.from)).ok());
        shape.pronoun = word.pieces.last().is_some_and(|piece| piece.upos == Upos::Pron && piece.tag == "PRON" && !piece.main);
        shape.verb = matches!(word.upos, Upos::Verb | Upos::Aux);
        let nominal = matches!(word.upos, Upos::Noun | Upos::Adj | Upos::Propn | Upos::Num);
        shape.case = !shape.pronoun && !shape.verb && (nominal || word.features.contains_key("Case"));
        let cut = !fold(&word.diacritized, Folding::Light).ends_with(['ي', 'ى', 'ا', 'ة']);
        shape.tanwin = word.upos == Upos::Adv || cut && word.lemma.ends_with('ي') && !word.lemma.contains('\u{651}');
        shape.proper = word.upos == Upos::Propn;
        shape.construct = !shape.proper && word.features.get("Definite") == Some(&"Cons");
        shape
    }

    /// The shape as its letters show it; `next` tells whether a word follows, and whether that has the article.
    pub(super) fn seen(units: &[Unit], next: Option<bool>) -> Shape {
        let mut shape = Shape::default();
        if irregular(units).is_none() {
            (shape.proclitics, shape.article) = front(units);
        }
        let Some((last, inner)) = units.split_last() else { return shape };
        let written: String = units.iter().map(|u| u.letter).collect();
        shape.pronoun = last.letter == 'ه'
            && matches!(last.vowel, Vowel::I | Vowel::U)
            && inner.last().is_some_and(|u| u.vowel.letter().is_some() || matches!(u.letter, 'ي' | 'ا' | 'و') && u.vowel == Vowel::Unknown);
        let imperfect = last.vowel == Vowel::U && units.len() > 3 && written.starts_with('ي');
        let kept = last.vowel == Vowel::A && !last.tanwin && shape.article.is_none();
        let closed = shape.article.is_none() && is_closed(&fold(&written, Folding::Full));
        shape.case = !shape.pronoun && !imperfect && !kept && !closed;
        shape.tanwin = closed;
        let marked = last.vowel.letter().is_some();
        shape.construct = shape.article.is_none() && !last.tanwin && next.is_some_and(|article| article || marked);
        shape
    }
}

/// Proclitics and article at the front of a word that was not analysed.
fn front(units: &[Unit]) -> (u8, Option<u8>) {
    let letter = |at: usize| units.get(at).map_or('\0', |u| u.letter);
    let marked = units.iter().any(|u| !u.bare());
    let conjunction = usize::from(matches!(letter(0), 'و' | 'ف'));
    for clitics in [0, conjunction, conjunction + usize::from(matches!(letter(conjunction), 'ب' | 'ك'))] {
        let left = units.len() - clitics;
        // Unmarked, a clitic before the article may as well be a letter of the word: والد.
        let room = if clitics > 0 && !marked { 5 } else { 4 };
        let (Some(first), Some(lam)) = (units.get(clitics), units.get(clitics + 1)) else { continue };
        let clitic = clitics as u8;
        if first.letter == 'ا' && matches!(first.vowel, Vowel::Unknown | Vowel::A) && lam.letter == 'ل' && left >= room {
            let joined = lam.vowel == Vowel::I && letter(clitics + 2) == 'ا';
            if !lam.double && (joined || matches!(lam.vowel, Vowel::Unknown | Vowel::None)) {
                return (clitic, Some(2));
            }
        }
        if first.letter == 'ل' && lam.letter == 'ل' && left >= 4 && matches!(first.vowel, Vowel::Unknown | Vowel::I) {
            return (clitic + 1, Some(u8::from(!lam.double)));
        }
    }
    let joins = units.first().is_some_and(|u| u.vowel.letter().is_some() && matches!(u.letter, 'و' | 'ف' | 'ب' | 'ك' | 'ل'));
    let wasl = joins && units.get(1).is_some_and(|u| u.letter == 'ا' && u.bare()) && units.get(2).is_some_and(|u| u.vowel == Vowel::None);
    (u8::from(wasl), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_is_a_number_and_back() {
        for bits in 0..1 << 11 {
            assert_eq!(Shape::from_bits(bits).bits(), bits);
        }
    }
}
