//! Transliteration: Arabic in Latin letters, by seven schemes.
//!
//! Three are maps of letters and lead both ways, exactly ([`letters`]): Buckwalter, its safe variant, HSB. Four write what is read and need
//! the vowels ([`sound`]): ISO 233-2, ALA-LC, DIN 31635, and the International Phonetic Alphabet. They take each word in its
//! vowelled form with what the analysis knows of its make ([`Shape`]); a word that was not analysed is read by its own marks, and
//! without marks by its consonants. Every span that is no Arabic word stays, but for digits and punctuation, which become
//! Latin.
//!
//! Case endings ([`Endings`]): the libraries' standards leave those of nouns and adjectives out, except before a pronoun, and keep
//! those of verbs, pronouns and particles (ALA-LC rules 16 to 18; ISO 233-2 likewise; DIN by usage); phonetics keeps them
//! all. Either can be asked for.

mod letters;
mod shape;
mod sound;
mod units;

pub use shape::Shape;

use crate::Analysis;
use crate::content::names::EntityKind;
use crate::layout::TokenKind;
use crate::text::ByteSpan;
use crate::text::chars::{Class, class};
use crate::text::normalize::{Folds, normalize};
use sound::{Before, speak};
use units::Unit;

/// A way to write Arabic in Latin letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// Buckwalter: one ASCII sign a letter.
    Buckwalter,
    /// The same with letters only, which no markup takes for its own.
    SafeBuckwalter,
    /// Habash, Soudi, Buckwalter: one sign a letter, near to how it sounds.
    Hsb,
    /// ISO 233-2:1993.
    Iso233,
    /// ALA-LC, 2012.
    AlaLc,
    /// DIN 31635:2011.
    Din31635,
    /// The sounds of Modern Standard Arabic in the International Phonetic Alphabet.
    Ipa,
}

impl Scheme {
    /// All of them.
    pub const ALL: [Scheme; 7] =
        [Scheme::Buckwalter, Scheme::SafeBuckwalter, Scheme::Hsb, Scheme::Iso233, Scheme::AlaLc, Scheme::Din31635, Scheme::Ipa];

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Scheme::Buckwalter => "buckwalter",
            Scheme::SafeBuckwalter => "safe-buckwalter",
            Scheme::Hsb => "hsb",
            Scheme::Iso233 => "iso-233-2",
            Scheme::AlaLc => "ala-lc",
            Scheme::Din31635 => "din-31635",
            Scheme::Ipa => "ipa",
        }
    }

    /// The scheme of a name.
    pub fn from_name(name: &str) -> Option<Scheme> {
        Scheme::ALL.into_iter().find(|scheme| scheme.name() == name)
    }

    /// Whether it writes letters, so that it leads back and needs no vowels.
    pub fn of_letters(self) -> bool {
        self as u8 <= Scheme::Hsb as u8
    }

    /// What it does with case endings when nobody asks.
    pub fn endings(self) -> Endings {
        if self == Scheme::Ipa { Endings::Keep } else { Endings::Drop }
    }
}

/// Case endings of nouns, adjectives, names and numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Endings {
    /// As they are read in full: al-kitābu.
    Keep,
    /// As they are read in pause: al-kitāb. Those before a pronoun stay: kitābuhu.
    Drop,
}

/// How to write; letter maps heed none of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Style {
    /// What to do with case endings; as the scheme does by itself when `None`.
    pub endings: Option<Endings>,
    /// A capital at the beginning of names.
    pub capitals: bool,
}

/// A word to be written by its sounds.
#[derive(Debug, Clone, Copy)]
pub struct Word<'w> {
    /// Where it is in the text.
    pub span: ByteSpan,
    /// The word with its vowels.
    pub vowelled: &'w str,
    /// Its make.
    pub shape: Shape,
}

/// Writes `text` in the scheme. Words that the analysis explains are read with their vowels, others as they are written. Capitals go
/// to proper nouns, and to every word of a person's or place's name where the analysis has the layer of entities.
pub fn transliterate(text: &str, analysis: &Analysis, scheme: Scheme, style: Style) -> String {
    let words = analysis.tokens.iter().enumerate().filter_map(|(number, token)| {
        let explained = analysis.morphology.as_ref().filter(|_| token.kind == TokenKind::Word)?.of(number)?;
        let vowelled = explained.word.diacritized.as_str();
        // A ؟ stands for a letter outside the alphabet of the lexicon.
        let known = !vowelled.is_empty() && !vowelled.contains('؟');
        known.then(|| Word { span: token.span, vowelled, shape: Shape::of(explained) })
    });
    let mentions = analysis.content.iter().flat_map(|content| &content.mentions);
    let names = mentions.filter(|mention| matches!(mention.kind, EntityKind::Person | EntityKind::Place)).map(|mention| mention.span);
    transliterate_words(text, with_names(text, words, names), scheme, style)
}

/// Marks the words inside names, given by their places in the text, ascending. بن in the middle of one takes no capital.
pub fn with_names<'w>(
    text: &str,
    words: impl IntoIterator<Item = Word<'w>>,
    names: impl IntoIterator<Item = ByteSpan>,
) -> impl Iterator<Item = Word<'w>> {
    let mut names = names.into_iter().peekable();
    words.into_iter().map(move |mut word| {
        while names.next_if(|name| name.end <= word.span.start).is_some() {}
        let name = names.peek().filter(|name| name.start < word.span.end);
        let linking = || matches!(word.span.of(text), "بن" | "ابن" | "بنت");
        word.shape.proper |= name.is_some_and(|name| name.start >= word.span.start || !linking());
        word
    })
}

/// Writes `text` in the scheme, the words as given; they ascend and do not overlap. Time grows with the text alone.
pub fn transliterate_words<'w>(text: &str, words: impl IntoIterator<Item = Word<'w>>, scheme: Scheme, style: Style) -> String {
    if let Some(written) = letters::to_scheme(text, scheme) {
        return written;
    }
    let mut writer = Writer { scheme, style, out: String::with_capacity(text.len()), before: Before::Pause };
    let mut at = 0usize;
    for word in words {
        writer.loose(text.get(at..word.span.start as usize).unwrap_or_default());
        let units = units::read(word.vowelled);
        at = word.span.end as usize;
        writer.word(&units, word.shape, text.get(at..).unwrap_or_default());
    }
    writer.loose(text.get(at..).unwrap_or_default());
    writer.out
}

/// One vowelled word in the scheme; its make is seen from its marks where it is not given.
pub fn transliterate_word(vowelled: &str, shape: Option<&Shape>, scheme: Scheme, style: Style) -> String {
    let span = ByteSpan::new(0, vowelled.len());
    let word = shape.map(|&shape| Word { span, vowelled, shape });
    transliterate_words(vowelled, word, scheme, style)
}

/// Reads what is written in a letter map back into Arabic; `None` for schemes that do not lead back. For every text and every letter
/// map, reading what [`transliterate`] wrote gives the text.
pub fn to_arabic(text: &str, scheme: Scheme) -> Option<String> {
    letters::from_scheme(text, scheme)
}

struct Writer {
    scheme: Scheme,
    style: Style,
    out: String,
    before: Before,
}

impl Writer {
    /// One word; `after` is the text behind it.
    fn word(&mut self, units: &[Unit], mut shape: Shape, after: &str) {
        // A clitic before digits: و860.
        if let [unit] = units
            && matches!(unit.letter, 'و' | 'ف' | 'ب' | 'ل' | 'ك')
            && after.starts_with(|c| class(c) == Class::Digit)
        {
            shape.proclitics = 1;
        }
        self.before = speak(units, &shape, self.scheme, self.style, self.before, &mut self.out);
    }

    /// What the analysis does not explain: Arabic words by what is written, digits and punctuation as Latin, all else as it is.
    fn loose(&mut self, text: &str) {
        const LATIN: Folds = Folds::DIGITS_LATIN.and(Folds::PUNCTUATION_LATIN);
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let arabic = is_letter(first);
            let end = rest.find(|c| is_part(c, arabic) != arabic).unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            if arabic {
                let gap = after.find(|c: char| c != ' ').unwrap_or(after.len());
                let next = after.get(gap..).filter(|next| gap > 0 && next.starts_with(is_letter));
                let units = units::read(run);
                let shape = Shape::seen(&units, next.map(|next| next.starts_with("ال")));
                self.word(&units, shape, after);
            } else {
                if !run.chars().all(|c| class(c) == Class::Space) {
                    self.before = Before::Pause;
                }
                self.out.push_str(&normalize(run, LATIN));
            }
            rest = after;
        }
    }
}

/// Whether a word may begin with it.
fn is_letter(c: char) -> bool {
    class(c) == Class::Arabic
}

/// Whether `c` goes on with a stretch of Arabic, or breaks one of other text.
fn is_part(c: char, arabic: bool) -> bool {
    is_letter(c) || arabic && matches!(class(c), Class::Mark | Class::Invisible)
}
