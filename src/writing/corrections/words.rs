//! Words: what each should be, by the reading that was chosen for it.
//!
//! A word whose reading is spelled otherwise is corrected to that spelling with the reading's probability. It is certain where the
//! written letters make no word and only one word lies behind them; else the sentence has decided between two words. Letters of other
//! alphabets and hidden characters inside the word go in the same correction.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxBuildHasher;

use super::{Correction, Rule, Source, Tier, hidden};
use crate::data;
use crate::layout::TokenKind;
use crate::lexicon::buckwalter::character;
use crate::morph::correct::respell;
use crate::morph::{Upos, Written};
use crate::morphology::Misspelling;
use crate::text::fold::{Folding, fold};
use crate::text::hidden::{Kind, Note};

/// A spelling less probable than this is not reported.
const REPORTED: f32 = 0.5;
/// Nor offered beside the first.
const OFFERED: f32 = 0.1;

/// Rows of `misspellings.tsv`: the written word, the right one, what may stand before it.
static KNOWN: LazyLock<HashMap<&'static str, (&'static str, &'static str), FxBuildHasher>> =
    LazyLock::new(|| data::columns::<3>(data::MISSPELLINGS).map(|[written, right, before]| (written, (right, before))).collect());

/// Corrects words, block after block.
pub struct Speller<'a> {
    source: &'a Source<'a>,
    /// Words that the reader has declared right.
    own: HashSet<String, FxBuildHasher>,
    /// The next of the words that may be misspelled.
    next: usize,
}

impl<'a> Speller<'a> {
    /// A speller at the beginning of a text.
    pub fn new(source: &'a Source<'a>) -> Speller<'a> {
        Speller { source, own: source.words.iter().map(|w| fold(w, Folding::Light)).collect(), next: 0 }
    }

    /// Corrections of the words of a block; `notes` are the characters worth noting in it.
    pub fn read(&mut self, tokens: Range<usize>, notes: &[Note], out: &mut Vec<Correction>) {
        let mut note = 0;
        for at in tokens {
            let Some(token) = self.source.tokens.get(at) else { continue };
            while notes.get(note).is_some_and(|n| n.span.end <= token.span.start) {
                note += 1;
            }
            if token.kind != TokenKind::Word {
                continue;
            }
            let inside = notes.get(note..).unwrap_or_default();
            let inside = inside.get(..inside.partition_point(|n| n.span.start < token.span.end)).unwrap_or_default();
            out.extend(self.word(at, inside));
        }
    }

    fn word(&mut self, at: usize, notes: &[Note]) -> Option<Correction> {
        let misspelling = self.misspelling(at);
        let token = self.source.tokens.get(at)?;
        let text = token.span.of(self.source.text);
        if !self.own.is_empty() && self.own.contains(&fold(text, Folding::Light)) {
            return None;
        }
        let found = known(text)
            .map(|to| Correction::certain(token.span, Rule::KnownMisspelling, to))
            .or_else(|| self.tanwin(at, text))
            .or_else(|| misspelling.and_then(|m| meant(at, text, m, self.source)));
        found.or_else(|| characters(text, notes).map(|(rule, to)| Correction::certain(token.span, rule, to)))
    }

    fn misspelling(&mut self, at: usize) -> Option<&'a Misspelling> {
        let all = &self.source.morphology?.misspellings;
        while all.get(self.next).is_some_and(|m| (m.token as usize) < at) {
            self.next += 1;
        }
        all.get(self.next).filter(|m| m.token as usize == at)
    }

    /// مساءا: no alef of tanwin after a hamza that an alef precedes. A verb with the pronoun of the dual (جاءا) is right.
    fn tanwin(&self, at: usize, text: &str) -> Option<Correction> {
        let token = self.source.tokens.get(at)?;
        let bare = fold(text, Folding::Light);
        let stem = bare.strip_suffix("اءا")?;
        let verb = self.source.morphology?.of(at).is_some_and(|e| matches!(e.word.upos, Upos::Verb | Upos::Aux) && e.source != "guess");
        if verb || stem.is_empty() {
            return None;
        }
        let tanwin = if text.contains('\u{64B}') { "\u{64B}" } else { "" };
        Some(Correction::certain(token.span, Rule::TanwinHamza, format!("{stem}اء{tanwin}")))
    }
}

/// The right form of a word in the table, with what stands before it.
fn known(text: &str) -> Option<String> {
    let bare = fold(text, Folding::Light);
    if let Some((right, _)) = KNOWN.get(bare.as_str()) {
        return Some((*right).to_string());
    }
    let front = bare.chars().next()?;
    let (right, before) = KNOWN.get(bare.get(front.len_utf8()..)?)?;
    before.contains(front).then(|| format!("{front}{right}"))
}

/// The correction of a word that may be misspelled; none where it is likelier to be right.
fn meant(at: usize, text: &str, found: &Misspelling, source: &Source<'_>) -> Option<Correction> {
    let (right, probability) = found.meant.first()?;
    if *probability < REPORTED {
        return None;
    }
    let token = source.tokens.get(at)?;
    let spell = |form: &[u8]| respell(text, &found.written, form);
    let suggestions = found.meant.iter().filter(|(_, p)| *p >= OFFERED).map(|(form, _)| spell(form)).collect();
    let tier = if !found.sound && found.others == 1 { Tier::Certain } else { Tier::Contextual };
    Some(Correction { span: token.span, rule: rule(&found.written, right), tier, suggestions, confidence: probability.min(0.99) })
}

/// What the first wrong letter is.
fn rule(word: &Written, right: &[u8]) -> Rule {
    if word.len() != right.len() {
        return Rule::StretchedLetter;
    }
    let wrong = word.letters.iter().zip(right).enumerate().find(|(_, (letter, byte))| letter.byte != **byte);
    let Some((at, (letter, &byte))) = wrong else { return Rule::OtherLetter };
    let first = at == 0 || word.letters.get(..at).unwrap_or_default().iter().all(|l| b"wfbklA".contains(&l.byte));
    match (letter.byte, byte) {
        (_, b'|') => Rule::Madda,
        (b'A', b'>' | b'<') if first => Rule::HamzaDropped,
        (b'A' | b'y' | b'w' | b'Y', b'>' | b'<' | b'}' | b'&') => Rule::HamzaInside,
        (b'>' | b'<' | b'|', b'A') => Rule::HamzaAdded,
        (b'>' | b'<' | b'|' | b'}' | b'&', _) => Rule::HamzaSeat,
        (b'h', b'p') => Rule::TaaMarbuta,
        (b'p', b'h') => Rule::HaaAsTaa,
        (b'y', b'Y') => Rule::AlefMaqsura,
        (b'Y', b'y') => Rule::YaaAsMaqsura,
        _ => Rule::OtherLetter,
    }
}

/// What a word is without hidden characters, shapes and letters of other alphabets.
fn characters(text: &str, notes: &[Note]) -> Option<(Rule, String)> {
    let rule = notes.iter().find_map(|note| match note.kind {
        Kind::Lookalike => Some(Rule::LookalikeLetter),
        Kind::PresentationForm => Some(Rule::PresentationForm),
        _ => hidden::rule(note),
    })?;
    let word = Written::new(text);
    let letters: Vec<u8> = word.letters.iter().map(|l| l.byte).collect();
    let to = respell(text, &word, &letters);
    (to != text && !to.is_empty()).then_some((rule, to))
}

/// Transliterated letters in Arabic.
pub fn arabic(letters: &[u8]) -> String {
    letters.iter().filter_map(|&b| character(b)).collect()
}
