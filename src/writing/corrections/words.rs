//! Words: what each should be, by the reading that was chosen for it.
//!
//! A word whose reading is spelled otherwise is corrected to that spelling with the reading's probability. It is certain where the
//! written letters make no word and only one word lies behind them; else the sentence has decided between two words. Letters of other
//! alphabets go in the same correction; hidden characters inside the word go in it where it is certain, and before it where it is not.

use std::cell::RefCell;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use super::habits::{Habits, Slip};
use super::inna::Hamza;
use super::lookup::Lookup;
use super::near::Near;
use super::weigh::Place;
use super::{Correction, Rule, Source, Tier, hidden, inna, is_person, joins, listed, name_at, near, variants, weigh};
use crate::layout::TokenKind;
use crate::lexicon::buckwalter::character;
use crate::memory::{Search, Words};
use crate::morph::correct::respell;
use crate::morph::{Tag, Upos, Written};
use crate::morphology::{Explained, Meant, Misspelling};
use crate::order::best_first;
use crate::text::ByteSpan;
use crate::text::fold::{Folding, fold};
use crate::text::hidden::{Kind, Note};

/// A word is reported where the written spelling is less probable than the others together by this.
const REPORTED: f32 = 0.7;
/// Other spellings are offered where they are so probable beside the first.
const OFFERED: f32 = 0.1;

/// Two words written as one are taken for that unless the word that the letters may also be is so much commoner, in logarithms.
const JOINED: f32 = 2.0;
/// The least score of a word that differs by the seat of a hamza, ة or tanwin.
const LEAST_CONVENTION: f32 = 14.0;
/// The least score of a word one edit away: common words only.
const LEAST_EDIT: f32 = 21.0;
/// So many unknown words of a text are searched for; a longer text holds more names, not more to find.
const MOST_SEARCHED: usize = 300;

/// Corrects words, block after block.
pub struct Speller<'a> {
    source: &'a Source<'a>,
    /// Words that the reader has declared right.
    own: HashSet<String, FxBuildHasher>,
    /// None without packs.
    lookup: Option<Lookup<'a>>,
    /// What lies near to unknown words, in this text and in others.
    words: RefCell<&'a mut Words>,
    /// The unknown words of this text that were searched for.
    searched: RefCell<HashSet<&'a str, FxBuildHasher>>,
    /// The next of the words that may be misspelled.
    next: usize,
    /// How the writer spells.
    habits: Habits,
}

impl<'a> Speller<'a> {
    /// A speller at the beginning of a text.
    pub fn new(source: &'a Source<'a>, words: &'a mut Words) -> Speller<'a> {
        let habits = Habits::read(source, words);
        Speller {
            source,
            own: source.words.iter().map(|w| fold(w, Folding::Light)).collect(),
            lookup: Lookup::new(source.packs),
            words: RefCell::new(words),
            searched: RefCell::default(),
            next: 0,
            habits,
        }
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
        if notes.is_empty() && misspelling.is_none() && self.is_quiet(at) {
            return None;
        }
        let token = self.source.tokens.get(at)?;
        let text = token.span.of(self.source.text);
        let bare = fold(text, Folding::Light);
        if self.own.contains(&bare) {
            return None;
        }
        let read = || {
            if let Some((end, to)) = self.phrase(at, &bare) {
                return Some(Correction::certain(ByteSpan { start: token.span.start, end }, Rule::KnownMisspelling, to));
            }
            if let Some(to) = listed::right(&bare) {
                return Some(Correction::certain(token.span, Rule::KnownMisspelling, to));
            }
            let unlikely = || misspelling.is_none_or(|m| m.meant.iter().all(|m| m.probability < REPORTED));
            let letters = self.tanwin(at, text).or_else(|| self.letters(at, text, misspelling));
            let letters = letters.filter(|_| !(unlikely() && variants::is_variant(&bare)));
            letters.or_else(|| self.after_saying(at, text, token.span))
        };
        let found = read();
        if found.as_ref().is_some_and(|c| c.tier == Tier::Certain) {
            return found;
        }
        let Some((rule, to)) = characters(text, notes) else { return found };
        let mut out = Correction::certain(token.span, rule, &to);
        if matches!(rule, Rule::LookalikeLetter | Rule::PresentationForm) {
            if found.is_some() {
                return found;
            }
            // The yeh of Persian keyboards stands for ي and ى, and an unknown word may need more than other letters.
            if self.lookup.as_ref().is_some_and(|l| !l.is_single(&Written::new(&to))) {
                (out.tier, out.confidence) = (Tier::Contextual, 0.9);
            }
        }
        // What is hidden goes first, whatever the letters should be: that can be seen when it is gone.
        Some(out)
    }

    /// Whether nothing is to be said of a word unless its characters or the tagger give cause: a known word, in no table of misspellings, of
    /// no spelling that a rule asks about. Most words are so, and an answer has one spelling.
    fn is_quiet(&mut self, at: usize) -> bool {
        let Some(explained) = self.source.morphology.and_then(|m| m.table.get(*m.answers.get(at)? as usize)) else { return false };
        let Some(token) = self.source.tokens.get(at) else { return false };
        *self.words.get_mut().quiet.of(explained, || is_quiet(explained, token.span.of(self.source.text)))
    }

    /// A row of two words that starts here, and where it ends.
    fn phrase(&self, at: usize, bare: &str) -> Option<(u32, String)> {
        if !listed::begins(bare) {
            return None;
        }
        let next = self.source.tokens.get(at + 1)?;
        let both = format!("{bare} {}", fold(next.span.of(self.source.text), Folding::Light));
        Some((next.span.end, listed::right(&both)?))
    }

    /// What a word's letters should be: as the sentence reads them, or what is nearest where no table has the word.
    fn letters(&self, at: usize, text: &'a str, misspelling: Option<&Misspelling>) -> Option<Correction> {
        let token = self.source.tokens.get(at)?;
        let person = is_person(self.source, token.span);
        let meant = misspelling.and_then(|found| {
            let place = Place { text, found, habits: &self.habits, person };
            meant(&place, token.span, || inna::wanted(self.source, at))
        });
        let explained = self.source.morphology?.of(at)?;
        let guessed = explained.source == "guess" || misspelling.is_some_and(|m| !m.sound);
        // Whoever writes marks has looked at the word.
        let Some(lookup) = self.lookup.as_ref().filter(|_| !explained.written.marked) else { return meant };
        // شئ and بطئ are words too, but rare ones.
        let seat = !guessed && explained.written.letters.last().is_some_and(|l| l.byte == b'}');
        if seat {
            // يرجئ is a verb by its right.
            let conventions: Vec<Near> =
                self.conventions(lookup, text, &explained.written).iter().filter(|n| n.right.ends_with(b"y'")).cloned().collect();
            let written = lookup.exact(&explained.written, |_| true).map_or(0.0, |known| known.prior);
            return conventions
                .first()
                .filter(|n| n.score > written)
                .map(|first| self.nearest(token.span, &conventions, first, 0.9))
                .or(meant);
        }
        if !guessed {
            return meant;
        }
        // How common the word is that the tagger took it for.
        let taken = misspelling.and_then(|m| {
            m.meant.iter().map(|m| m.prior - weigh::slips(text, &explained.written, &m.letters).count() as f32).reduce(f32::max)
        });
        if let Some((to, prior)) =
            joins::split(lookup, text, &explained.written).filter(|(_, prior)| taken.is_none_or(|t| *prior + JOINED > t))
        {
            let confidence = if prior > 18.0 { 0.95 } else { 0.8 };
            return Some(Correction {
                span: token.span,
                rule: Rule::MergedWords,
                tier: Tier::Contextual,
                suggestions: vec![to],
                confidence,
            });
        }
        if meant.as_ref().is_some_and(|c| c.tier == Tier::Certain) {
            return meant;
        }
        let named = name_at(self.source, token.span).is_some();
        let conventions = if named { Arc::default() } else { self.conventions(lookup, text, &explained.written) };
        if let Some(first) = conventions.first().filter(|n| n.score > taken.unwrap_or(0.0).max(LEAST_CONVENTION)) {
            return Some(self.nearest(token.span, &conventions, first, 0.9));
        }
        if meant.is_some() || person || explained.source != "guess" || named {
            return meant;
        }
        self.edited(token.span, text, explained)
    }

    /// The words that another convention of spelling makes of a word.
    fn conventions(&self, lookup: &Lookup<'_>, text: &str, word: &Written) -> Arc<[Near]> {
        self.words.borrow_mut().near(text, Search::Convention, || near::by_convention(lookup, word))
    }

    /// The nearest words to one that no table has.
    fn edited(&self, span: ByteSpan, text: &'a str, explained: &Explained) -> Option<Correction> {
        let lookup = self.lookup.as_ref()?;
        // A name, or a word formed as words are, is likelier one that the dictionary lacks.
        let formed = explained.word.upos == Upos::Propn || explained.word.pattern.is_some();
        let mut searched = self.searched.borrow_mut();
        if !searched.contains(text) && searched.len() >= MOST_SEARCHED {
            return None;
        }
        searched.insert(text);
        let how = if formed { Search::Formed } else { Search::Unformed };
        let found = self.words.borrow_mut().near(text, how, || near::by_edit(lookup, &explained.written, formed));
        let first = found.first()?;
        let least = if formed { LEAST_EDIT + 1.5 } else { LEAST_EDIT };
        (first.score >= least).then(|| self.nearest(span, &found, first, 0.6))
    }

    fn nearest(&self, span: ByteSpan, all: &[Near], first: &Near, confidence: f32) -> Correction {
        let close = all.iter().filter(|n| n.score > first.score - 2.0).take(3);
        let suggestions: Vec<String> = close.map(|n| arabic(&n.right)).collect();
        let convention = matches!(first.rule, Rule::HamzaSeat | Rule::TaaMarbuta | Rule::TanwinNoon);
        let tier = if convention { Tier::Contextual } else { Tier::Unknown };
        let confidence = if suggestions.len() == 1 { confidence } else { confidence * 0.8 };
        Correction { span, rule: first.rule, tier, suggestions, confidence }
    }

    /// أن after قال: a word that is right elsewhere.
    fn after_saying(&self, at: usize, text: &str, span: ByteSpan) -> Option<Correction> {
        let word = &self.source.morphology?.of(at)?.written;
        let letters: Vec<u8> = word.letters.iter().map(|l| l.byte).collect();
        let place = letters.iter().position(|&b| b == b'>').filter(|_| inna::is_inna(&letters))?;
        let (Hamza::Below, true) = inna::wanted(self.source, at)? else { return None };
        let mut right = letters.clone();
        *right.get_mut(place)? = b'<';
        let suggestions = vec![respell(text, word, &right)];
        Some(Correction { span, rule: Rule::AnAfterQal, tier: Tier::Contextual, suggestions, confidence: 0.9 })
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
        let stem = bare.strip_suffix("اءا").filter(|stem| !stem.is_empty())?;
        let explained = self.source.morphology.and_then(|m| m.of(at));
        let verbal = |tag: &Tag| matches!(tag.upos, Upos::Verb | Upos::Aux);
        let verb = explained.is_some_and(|e| verbal(&e.tag) && e.source != "guess");
        if verb {
            return None;
        }
        let tanwin = if text.contains('\u{64B}') { "\u{64B}" } else { "" };
        let mut out = Correction::certain(token.span, Rule::TanwinHamza, format!("{stem}اء{tanwin}"));
        // Where a verb is spelled so too, the sentence has decided.
        if self.lookup.as_ref().zip(explained).is_some_and(|(l, e)| l.exact(&e.written, verbal).is_some()) {
            (out.tier, out.confidence) = (Tier::Contextual, 0.9);
        }
        Some(out)
    }
}

/// See [`Speller::is_quiet`].
fn is_quiet(explained: &Explained, text: &str) -> bool {
    let letters: Vec<u8> = explained.written.letters.iter().map(|l| l.byte).collect();
    let bare = fold(text, Folding::Light);
    let asked = explained.source == "guess"
        || letters.last() == Some(&b'}')
        || letters.contains(&b'>') && inna::is_inna(&letters)
        || bare.ends_with("اءا")
        || listed::begins(&bare)
        || listed::right(&bare).is_some();
    !asked
}

/// `text` in a spelling that may have been meant.
pub fn respelled(text: &str, found: &Misspelling, meant: &Meant) -> String {
    respell(text, &found.written, &meant.letters)
}

/// The correction of a word that may be misspelled; none where it is likelier to be right.
fn meant(place: &Place<'_>, span: ByteSpan, wanted: impl Fn() -> Option<(Hamza, bool)>) -> Option<Correction> {
    let found = place.found;
    let mut ranked: Vec<(&Meant, f32)> = found.meant.iter().zip(place.probabilities()).collect();
    best_first(&mut ranked, |meant| meant.1);
    let mut rule_of = None;
    if ranked.iter().filter(|(m, _)| inna::is_inna(&m.letters)).count() > 1
        && let Some((hamza, saying)) = wanted()
    {
        let sign = if hamza == Hamza::Below { b'<' } else { b'>' };
        // What the sentence asks for takes the place of what the tagger found likelier.
        if let Some(at) = ranked.iter().position(|(m, _)| inna::is_inna(&m.letters) && m.letters.contains(&sign)) {
            let most = ranked.first().map_or(0.0, |(_, p)| *p);
            if let Some(entry) = ranked.get_mut(at) {
                entry.1 = most.max(0.85);
            }
            ranked.swap(0, at);
        }
        rule_of = Some(if saying { Rule::AnAfterQal } else { Rule::AnInna });
    }
    let (first, best) = *ranked.first()?;
    let certain = is_certain(place);
    if !certain && ranked.iter().map(|(_, p)| p).sum::<f32>() < REPORTED {
        return None;
    }
    let suggestions = ranked.iter().filter(|(_, p)| *p >= best * OFFERED).map(|(m, _)| respelled(place.text, found, m)).collect();
    let rule = rule_of.unwrap_or_else(|| rule(&found.written, &first.letters));
    let (tier, confidence) = if certain { (Tier::Certain, best.clamp(0.95, 0.99)) } else { (Tier::Contextual, best.min(0.99)) };
    Some(Correction { span, rule, tier, suggestions, confidence })
}

/// Whether a word has one spelling wherever it stands: its letters make no word, one word lies behind them, and the slips are those that
/// everyone makes. Neither sentence nor writer is asked, so that mending one word makes no other certain.
fn is_certain(place: &Place<'_>) -> bool {
    let found = place.found;
    let common = |slip: Slip| matches!(slip, Slip::Hamza | Slip::Taa | Slip::Yaa | Slip::WrongHamza);
    let all = found.meant.first().is_some_and(|m| weigh::slips(place.text, &found.written, &m.letters).all(common));
    !found.sound && !found.guessed && found.others == 1 && all && !found.written.marked
}

/// What the first wrong letter is.
pub fn rule(word: &Written, right: &[u8]) -> Rule {
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
        (b'D', b'Z') | (b'Z', b'D') | (b'd', b'*') | (b't', b'v') => Rule::SimilarSound,
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
fn arabic(letters: &[u8]) -> String {
    letters.iter().filter_map(|&b| character(b)).collect()
}
