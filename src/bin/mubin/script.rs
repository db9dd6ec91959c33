//! The verbs that write a text in another form: transliteration and normalisation.

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use mubin::text::normalize::{Folds, normalize};
use mubin::writing::transliteration::{self as tl, Scheme, Style};
use mubin::{Error, Layers, Options, Packs};

use crate::packs;
use crate::run::{note, refuse};
use crate::shared::{Names, Reading, Running, Threads, Where};
use crate::stream::rewrite;

#[derive(Args)]
pub struct Transliterate {
    #[command(flatten)]
    reading: Reading,
    /// The scheme to write.
    #[arg(long, value_enum, value_name = "SCHEME", help_heading = "Letters")]
    to: Name,
    /// What the input is written in: Arabic, or one of the schemes of letters.
    #[arg(long, value_enum, value_name = "SCHEME", default_value_t = Name::Arabic, hide_possible_values = true, help_heading = "Letters")]
    from: Name,
    /// Case endings of nouns and adjectives; when left out, kept in ipa and dropped elsewhere.
    #[arg(long, value_enum, help_heading = "Letters")]
    endings: Option<Endings>,
    /// Begin names with a capital.
    #[arg(long, help_heading = "Letters")]
    capitals: bool,
    #[command(flatten)]
    packs: Where,
    #[command(flatten)]
    threads: Threads,
    #[command(flatten)]
    running: Running,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Name {
    /// Arabic letters.
    Arabic,
    /// One ASCII sign a letter.
    Buckwalter,
    /// The same without signs that XML and file names use.
    SafeBuckwalter,
    /// Habash, Soudi, Buckwalter: one sign a letter.
    Hsb,
    /// ISO 233-2:1993.
    #[value(name = "iso-233-2")]
    Iso233,
    /// Library of Congress, 2012.
    AlaLc,
    /// DIN 31635:2011.
    #[value(name = "din-31635")]
    Din31635,
    /// International Phonetic Alphabet.
    Ipa,
}

impl Name {
    /// The scheme; none for Arabic itself.
    fn scheme(self) -> Option<Scheme> {
        Some(match self {
            Name::Arabic => return None,
            Name::Buckwalter => Scheme::Buckwalter,
            Name::SafeBuckwalter => Scheme::SafeBuckwalter,
            Name::Hsb => Scheme::Hsb,
            Name::Iso233 => Scheme::Iso233,
            Name::AlaLc => Scheme::AlaLc,
            Name::Din31635 => Scheme::Din31635,
            Name::Ipa => Scheme::Ipa,
        })
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum Endings {
    /// al-kitābu
    Keep,
    /// al-kitāb
    Drop,
}

#[derive(Args)]
pub struct Normalize {
    #[command(flatten)]
    reading: Reading,
    /// Folds, separated by commas; their order does not matter.
    #[arg(long, value_name = "FOLD,…", value_delimiter = ',', value_parser = folds(), required_unless_present = "preset", help_heading = "Folds")]
    folds: Vec<String>,
    /// Folds for a purpose.
    #[arg(long, value_name = "PURPOSE", value_enum, help_heading = "Folds")]
    preset: Option<Preset>,
    #[command(flatten)]
    threads: Threads,
    #[command(flatten)]
    running: Running,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Preset {
    /// To find texts: every difference by which spellings of one word are told apart.
    Search,
    /// To keep texts: what cannot be seen or is only a shape; nothing that a reader wrote is lost.
    Storage,
    /// To show texts: the same with Arabic punctuation.
    Display,
}

impl Preset {
    fn folds(self) -> Folds {
        match self {
            Preset::Search => Folds::SEARCH,
            Preset::Storage => Folds::STORAGE,
            Preset::Display => Folds::DISPLAY,
        }
    }
}

fn folds() -> Names {
    let said = |name: &str| match name {
        "presentation" => "shapes of letters become the letters",
        "lookalikes" => "letters of neighbouring alphabets become the Arabic ones (ک, ی)",
        "hidden" => "zero-width characters, direction controls and the like go",
        "marks" => "vowel signs go",
        "tatweel" => "tatweel goes",
        "alef-hamza" => "أ إ آ ٱ become ا",
        "hamza-seats" => "ؤ becomes و, ئ becomes ي",
        "alef-maqsura" => "ى becomes ي",
        "ta-marbuta" => "ة becomes ه",
        "digits-latin" => "digits of all families become 0 to 9",
        "digits-arabic" => "digits of all families become ٠ to ٩",
        "punctuation-arabic" => ", ; ? after an Arabic letter become ، ؛ ؟",
        "punctuation-latin" => "، ؛ ؟ become , ; ?",
        "quotes" => "quotation marks of all kinds become \" and '",
        "case" => "Latin letters become small",
        "space" => "runs of spaces become one, at most one line stays empty",
        "repeats" => "an Arabic letter written three times or more becomes one",
        _ => "",
    };
    Names(Folds::NAMES.map(|(_, name)| (name, said(name))).to_vec())
}

/// The folds that are asked for together.
fn wanted(args: &Normalize) -> Result<Folds, String> {
    let mut all = args.preset.map_or(Folds::NONE, Preset::folds);
    for name in &args.folds {
        let names = || Folds::NAMES.map(|(_, name)| name).join(", ");
        let fold = Folds::from_name(name).ok_or_else(|| format!("there is no fold called '{name}'; there are {}", names()))?;
        all = all.and(fold);
    }
    match all.contradiction() {
        Some((one, other)) => Err(format!("{one} and {other} contradict each other")),
        None => Ok(all),
    }
}

/// Prints files in another script.
pub fn transliterate(args: &Transliterate) -> ExitCode {
    let from = args.from.scheme();
    if let Some(from) = from.filter(|from| !from.of_letters()) {
        return refuse(&format!("{} writes sounds and does not lead back; buckwalter, safe-buckwalter and hsb do", from.name()));
    }
    let to = args.to.scheme();
    let packs = match to {
        Some(to) if !to.of_letters() => match args.packs.open() {
            Ok(packs) => packs,
            Err(error) => return refuse(&error),
        },
        _ => Packs::new(),
    };
    if to.is_some_and(|to| !to.of_letters()) && !packs.explains() {
        note(&args.running, &format!("{}; only vowels that are written can be read", packs::MISSING));
    }
    let endings = args.endings.map(|endings| match endings {
        Endings::Keep => tl::Endings::Keep,
        Endings::Drop => tl::Endings::Drop,
    });
    let style = Style { endings, capitals: args.capitals };
    rewrite(&args.reading, &args.running, args.threads.count(), |memory, text| {
        let text = from.and_then(|from| tl::to_arabic(&text, from)).unwrap_or(text);
        let Some(to) = to else { return Ok(text) };
        if to.of_letters() {
            return Ok(tl::transliterate_words(&text, [], to, style));
        }
        let layers = ["morphology", "entities"];
        let layers = Layers::from_names(layers.into_iter().take(if style.capitals { 2 } else { 1 }))?;
        let options = Options { layers, input: args.reading.input.engine(), ..Options::default() };
        match mubin::analyze_remembering(&packs, memory, &text, &options) {
            Ok(analysis) => Ok(tl::transliterate(&text, &analysis, to, style)),
            Err(Error::EmptyText) => Ok(text),
            Err(error) => Err(error),
        }
    })
}

/// Prints files with differences of writing made equal.
pub fn normalise(args: &Normalize) -> ExitCode {
    match wanted(args) {
        Ok(folds) => rewrite(&args.reading, &args.running, args.threads.count(), |_, text| Ok(normalize(&text, folds))),
        Err(error) => refuse(&error),
    }
}
