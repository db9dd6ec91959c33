//! The fields of `mubin/1`, the contract with every reader of results.
//!
//! Names are fixed; adding a field is free, renaming or removing one makes `mubin/2`. `null` and empty lists are
//! written, never left out. All offsets count in [`Document::unit`] over the original input. The two lists that grow longest stand in a
//! document as types of their own, so that they can be made while they are written.

use serde::Serialize;

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;

/// Derives what every part of the model has.
macro_rules! model {
    ($($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)* })*) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, PartialEq, Serialize)]
            #[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(deny_unknown_fields))]
            pub struct $name { $($(#[$field_meta])* pub $field: $type,)* }
        )*
    };
}

mod content;

pub use content::*;

/// The analysis of one text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(deny_unknown_fields))]
pub struct Document<Tokens = Vec<Token>, Words = Vec<WordType>> {
    /// `mubin/1`.
    pub schema: &'static str,
    /// Version of the engine.
    pub version: &'static str,
    /// What offsets count: `codepoint`, `utf16` or `utf8`.
    pub unit: &'static str,
    /// Which language and how much of it.
    pub language: Language,
    /// The text that offsets refer to, when it is not the input itself (HTML input) or was asked for; else null.
    pub text: Option<String>,
    /// Parts of the page.
    pub blocks: Vec<Block>,
    /// Sentences.
    pub sentences: Vec<Sentence>,
    /// Tokens.
    pub tokens: Tokens,
    /// Word types, most frequent first.
    pub words: Words,
    /// Hidden and misleading characters.
    pub characters: Vec<Character>,
    /// People, places, organisations.
    pub entities: Vec<Entity>,
    /// Where they are named.
    pub mentions: Vec<Mention>,
    /// Who said what.
    pub statements: Vec<Statement>,
    /// Dates, clock times, durations.
    pub times: Vec<Time>,
    /// Numbers and amounts.
    pub quantities: Vec<Quantity>,
    /// The date that relative expressions count from; null when neither given nor found.
    pub date: Option<DocumentDate>,
    /// Keyphrases.
    pub keyphrases: Vec<Keyphrase>,
    /// The sentences that sum the text up.
    pub summary: Vec<SummarySentence>,
    /// Who, what, where, when in one line; null where nothing was found.
    pub gist: Option<Gist>,
    /// Misspellings with their fixes.
    pub corrections: Vec<Correction>,
    /// Figures over the whole text; null when not asked for.
    pub statistics: Option<Statistics>,
    /// Layers that were asked for and that this engine does not fill.
    pub missing: Vec<&'static str>,
}

model! {
    /// Which language, and how much of it.
    pub struct Language {
        /// Share of Arabic among the letters, 0 to 1.
        pub arabic_share: f64,
        /// Shares of the scripts among letters and digits.
        pub scripts: Scripts,
        /// msa, egyptian, levantine, gulf, iraqi, maghrebi, sudanese, yemeni or mixed; null where too little is said to know, or in another language.
        pub variety: Option<&'static str>,
        /// Words and phrases that tell a dialect, ascending; the first 300.
        pub signs: Vec<Sign>,
    }

    /// Shares of the scripts among letters and digits: together 1, or all 0 where there are none.
    pub struct Scripts {
        /// Arabic letters.
        pub arabic: f64,
        /// Latin letters.
        pub latin: f64,
        /// Letters of other scripts.
        pub other: f64,
        /// Digits of any family.
        pub digits: f64,
    }

    /// A word or phrase that tells a dialect.
    pub struct Sign {
        /// First position.
        pub start: u32,
        /// One past the last.
        pub end: u32,
        /// The variety it tells: that of the text where it is one of its signs, else the one it is the strongest sign of; any: every dialect.
        pub variety: &'static str,
        /// Whether it stands in quotation marks, where it does not count for the text.
        pub quoted: bool,
        /// What the standard language says for it; null where nothing is to be said.
        pub means: Option<&'static str>,
    }

    /// A part of the page.
    pub struct Block {
        /// First position.
        pub start: u32,
        /// One past the last.
        pub end: u32,
        /// headline, byline, dateline, body, caption, related, navigation, comments, legal or other.
        pub role: &'static str,
        /// Probability of the role in the layout model, 0 to 1.
        pub score: f64,
    }

    /// A sentence.
    pub struct Sentence {
        /// First position.
        pub start: u32,
        /// One past the last.
        pub end: u32,
        /// Index of its block.
        pub block: u32,
    }

    /// A token.
    pub struct Token {
        /// First position.
        pub start: u32,
        /// One past the last.
        pub end: u32,
        /// word, number, punct, symbol, latin, url, email, hashtag, handle or emoji.
        pub kind: &'static str,
        /// Index of its sentence.
        pub sentence: u32,
        /// What the word is; null for other kinds and when the layer is missing.
        pub analysis: Option<Morphology>,
    }

    /// The chosen reading of a word.
    pub struct Morphology {
        /// Vocalised lemma.
        pub lemma: String,
        /// Radicals; null where there are none.
        pub root: Option<String>,
        /// Pattern over ف ع ل.
        pub pattern: Option<String>,
        /// Universal part of speech.
        pub upos: &'static str,
        /// Universal features.
        pub feats: std::collections::BTreeMap<&'static str, &'static str>,
        /// Clitics, stem and suffixes.
        pub segments: Vec<Segment>,
        /// The word with its vowels.
        pub diacritized: String,
        /// English gloss.
        pub gloss: Option<String>,
        /// lexicon, closed or guess.
        pub source: &'static str,
        /// Calibrated probability, 0 to 1.
        pub score: f64,
        /// How many other readings there are.
        pub alternatives: u32,
    }

    /// A piece of a word.
    pub struct Segment {
        /// First position.
        pub start: u32,
        /// One past the last.
        pub end: u32,
        /// Coarse tag.
        pub tag: &'static str,
    }

    /// A word type.
    pub struct WordType {
        /// Its most frequent spelling.
        pub form: String,
        /// How often it occurs.
        pub count: u32,
        /// Whether it is a function word.
        pub closed: bool,
        /// Indices of its tokens.
        pub tokens: Vec<u32>,
    }

    /// A hidden or misleading character.
    pub struct Character {
        /// First position.
        pub start: u32,
        /// One past the last.
        pub end: u32,
        /// zero-width, bidi-control, bom, soft-hyphen, control, tatweel, presentation-form, lookalike or replacement.
        pub kind: &'static str,
        /// Code point, as `U+200B`.
        pub code: String,
        /// A bidirectional control without its partner.
        pub unbalanced: bool,
    }

    /// A misspelling. Corrections ascend and do not overlap.
    pub struct Correction {
        /// First position.
        pub start: u32,
        /// One past the last; equal to `start` where something is to be put in.
        pub end: u32,
        /// hamza, taa-marbuta, alef-maqsura, spacing, punctuation, repetition, lookalike, hidden or spelling.
        pub kind: &'static str,
        /// certain: only this spelling exists; contextual: the sentence decides; unknown: no such word is known; variant: right, but not how
        /// the rest of the text spells it, given on request alone.
        pub tier: &'static str,
        /// What it should be, best first; empty where nothing is known, as of an open quotation mark; an empty string is a deletion.
        pub suggestions: Vec<String>,
        /// Probability that the first is right, 0 to 1.
        pub confidence: f64,
        /// Why, in one Arabic sentence.
        pub reason: String,
        /// The rule, table or model that decided.
        pub why: &'static str,
    }

    /// Figures over the whole text, page furniture left out. Null where a layer they need is missing.
    pub struct Statistics {
        /// Words in any script.
        pub words: u32,
        /// Different words.
        pub types: u32,
        /// Different lemmas.
        pub lemmas: Option<u32>,
        /// Different roots.
        pub roots: Option<u32>,
        /// Sentences.
        pub sentences: u32,
        /// Body paragraphs.
        pub paragraphs: u32,
        /// Code points.
        pub characters: u32,
        /// Words to a sentence, on the average.
        pub sentence_length: Option<f64>,
        /// Letters to an Arabic word, on the average.
        pub word_length: Option<f64>,
        /// Moving-average type-token ratio over windows of 50 words, 0 to 1; null for shorter texts.
        pub mattr: Option<f64>,
        /// Measure of textual lexical diversity; null where no word comes again.
        pub mtld: Option<f64>,
        /// The moving-average ratio of lemmas in place of spellings.
        pub lemma_mattr: Option<f64>,
        /// The measure of textual lexical diversity of lemmas.
        pub lemma_mtld: Option<f64>,
        /// Share of the different words that occur once, 0 to 1.
        pub hapax_share: Option<f64>,
        /// Share of function words, 0 to 1.
        pub function_share: Option<f64>,
        /// Seconds to read the text in silence.
        pub reading_seconds: u32,
        /// Seconds to read it aloud.
        pub speaking_seconds: u32,
        /// OSMAN readability: the higher the easier, plain prose between 0 and 100.
        pub osman: Option<f64>,
        /// What it is made of.
        pub osman_counts: Option<OsmanCounts>,
        /// How common the words are; null for texts of few content words.
        pub level: Option<Level>,
    }

    /// The counts of OSMAN.
    pub struct OsmanCounts {
        /// Words with morphology.
        pub words: u32,
        /// Sentences that have any.
        pub sentences: u32,
        /// Words of more than five letters.
        pub hard: u32,
        /// Syllables, the long and the stressed ones twice.
        pub syllables: u32,
        /// Words of more than four syllables.
        pub complex: u32,
        /// Complex words with ء ئ ؤ ذ ظ or ending in وا or ون.
        pub faseeh: u32,
    }

    /// The level of the vocabulary.
    pub struct Level {
        /// From 1, the commonest words, to 6, the rarest.
        pub step: u8,
        /// Mean Zipf value of the content words: the decimal logarithm of the occurrences in a thousand million words.
        pub zipf: f64,
        /// Share of the content words that are met less than twice in a million words, 0 to 1.
        pub rare: f64,
    }
}
