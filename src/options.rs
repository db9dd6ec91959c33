//! What a caller may ask for.

use crate::error::{Error, Result};
use crate::layout::Role;
use crate::morphology::Pin;
use crate::text::ByteSpan;
use crate::text::fold::Folding;

/// The layers of the result model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Layer {
    /// Blocks with roles.
    Blocks,
    /// Sentences.
    Sentences,
    /// Tokens.
    Tokens,
    /// Word types with counts and places.
    Words,
    /// Hidden and misleading characters.
    Characters,
    /// Figures over the whole text.
    Statistics,
    /// Lemma, root, pattern, part of speech, vowels of each word.
    Morphology,
    /// People, places, organisations and their mentions.
    Entities,
    /// Who said what.
    Statements,
    /// Dates, clock times, durations.
    Times,
    /// Numbers, amounts, measures.
    Quantities,
    /// Keyphrases.
    Keyphrases,
    /// Sentences that sum the text up.
    Summary,
    /// Misspellings with their fixes.
    Corrections,
}

impl Layer {
    /// All layers, in the order of the result.
    pub const ALL: [Layer; 14] = [
        Layer::Blocks,
        Layer::Sentences,
        Layer::Tokens,
        Layer::Words,
        Layer::Characters,
        Layer::Statistics,
        Layer::Morphology,
        Layer::Entities,
        Layer::Statements,
        Layer::Times,
        Layer::Quantities,
        Layer::Keyphrases,
        Layer::Summary,
        Layer::Corrections,
    ];

    /// The layers of [`crate::content`], which read morphology.
    pub const CONTENT: [Layer; 6] =
        [Layer::Entities, Layer::Statements, Layer::Times, Layer::Quantities, Layer::Keyphrases, Layer::Summary];

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Layer::Blocks => "blocks",
            Layer::Sentences => "sentences",
            Layer::Tokens => "tokens",
            Layer::Words => "words",
            Layer::Characters => "characters",
            Layer::Statistics => "statistics",
            Layer::Morphology => "morphology",
            Layer::Entities => "entities",
            Layer::Statements => "statements",
            Layer::Times => "times",
            Layer::Quantities => "quantities",
            Layer::Keyphrases => "keyphrases",
            Layer::Summary => "summary",
            Layer::Corrections => "corrections",
        }
    }

    /// Whether this version of the engine fills the layer.
    pub fn exists(self) -> bool {
        self as u8 <= Layer::Corrections as u8
    }

    /// All names, for messages.
    pub fn names() -> String {
        Layer::ALL.map(Layer::name).join(", ")
    }
}

/// A set of layers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Layers(u16);

impl Layers {
    /// Every layer.
    pub const ALL: Layers = Layers(u16::MAX);

    /// The layers of these names.
    ///
    /// # Errors
    /// [`Error::UnknownLayer`] for the first name that is none.
    pub fn from_names<'n>(names: impl IntoIterator<Item = &'n str>) -> Result<Layers> {
        let mut set = 0u16;
        for name in names {
            let layer = Layer::ALL.into_iter().find(|l| l.name() == name);
            let layer = layer.ok_or_else(|| Error::UnknownLayer { name: name.to_string() })?;
            set |= 1 << layer as u16;
        }
        Ok(Layers(set))
    }

    /// One layer alone.
    pub fn of(layer: Layer) -> Layers {
        Layers(1 << layer as u16)
    }

    /// These and one more.
    pub fn and(self, layer: Layer) -> Layers {
        Layers(self.0 | 1 << layer as u16)
    }

    /// Whether `layer` was asked for.
    pub fn has(self, layer: Layer) -> bool {
        self.0 & (1 << layer as u16) != 0
    }

    /// Whether any of them is or reads morphology.
    pub fn needs_morphology(self) -> bool {
        let others = [Layer::Morphology, Layer::Corrections, Layer::Statistics];
        others.iter().chain(&Layer::CONTENT).any(|&l| self.has(l))
    }

    /// The layers asked for that this version does not fill.
    pub fn missing(self) -> Vec<Layer> {
        Layer::ALL.into_iter().filter(|&l| self.has(l) && !l.exists()).collect()
    }
}

/// How the text is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Input {
    /// Running text or a pasted page.
    #[default]
    Text,
    /// One sentence a line, tokens separated by a space, never split or joined further.
    Horizontal,
}

/// How to analyse a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Which layers to give.
    pub layers: Layers,
    /// The document's date, `YYYY-MM-DD`, against which relative dates are resolved.
    pub date: Option<String>,
    /// Which spellings of a word count as one type.
    pub folding: Folding,
    /// How the text is given.
    pub input: Input,
    /// Roles a reader has decided: each holds for the lines its span touches, whatever the layout would say.
    pub roles: Vec<(ByteSpan, Role)>,
    /// Readings a reader has decided: the span of a word, and which of its readings it is.
    pub pins: Vec<Pin>,
    /// The reader's own words: forms as they are written, which no correction flags.
    pub words: Vec<String>,
    /// Whether spellings that are right, but not those of the rest of the text, are reported too, in the tier `variant`.
    pub consistent: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            layers: Layers::ALL,
            date: None,
            folding: Folding::default(),
            input: Input::default(),
            roles: Vec::new(),
            pins: Vec::new(),
            words: Vec::new(),
            consistent: false,
        }
    }
}

impl Options {
    /// Checks what types cannot: the form of the date.
    ///
    /// # Errors
    /// [`Error::BadDate`] when the date is no day of the calendar written `YYYY-MM-DD`.
    pub fn check(&self) -> Result<()> {
        match &self.date {
            Some(date) if !is_date(date) => Err(Error::BadDate { given: date.clone() }),
            _ => Ok(()),
        }
    }
}

fn is_date(date: &str) -> bool {
    let parts: Vec<&str> = date.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return false };
    let number =
        |s: &str, width: usize| (s.len() == width && s.bytes().all(|b| b.is_ascii_digit())).then(|| s.parse::<u32>().ok()).flatten();
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2)) else { return false };
    let leap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0;
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => return false,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        for (date, good) in
            [("2024-02-29", true), ("2023-02-29", false), ("2024-13-01", false), ("24-1-1", false), ("", false), ("2024-04-31", false)]
        {
            assert_eq!(is_date(date), good, "{date}");
        }
    }

    #[test]
    fn layers_by_name() {
        let layers = Layers::from_names(["tokens", "entities"]).unwrap();
        assert!(layers.has(Layer::Tokens) && !layers.has(Layer::Blocks));
        assert_eq!(layers.missing(), []);
        assert_eq!(Layers::from_names(["x"]).unwrap_err().kind(), "unknown-layer");
    }
}
