//! All readings of a word.
//!
//! Every cut of the folded letters into prefix, stem and suffix is looked up; the tables of the lexicon say which cuts
//! hold together, the written letters how far each is from its correct spelling, written marks which of them the writer
//! excluded. Function words come from their own table. Only where nothing is found are there guesses.

use crate::lexicon::buckwalter::{fold, letters};
use crate::lexicon::function::FunctionEnding;
use crate::lexicon::{Category, FunctionWord, LemmaId, Lexicon, PartOfSpeech, Person, Prefix, Stem, StemId, Suffix};

use super::ending::Ending;
use super::guess;
use super::marks;
use super::relaxed::{difference, prune};
use super::tag::{Reading, Slot, Source, Tag, Upos, set_proclitic, spelling, tag_of};
use super::vocalise::vocalised;
use super::written::Written;

/// Longest prefix and suffix of the tables, in letters.
const LONGEST_PREFIX: usize = 5;
const LONGEST_SUFFIX: usize = 8;
/// Longest string of proclitics before a function word.
const LONGEST_PROCLITICS: usize = 3;
/// A word longer than this is no word: it is given one guess, so that no input costs more than its length.
const LONGEST_WORD: usize = 40;
/// So many letters of a word are tried with another of like sound.
const MOST_LIKE_SOUNDS: usize = 3;
/// Readings of one word.
pub type Readings = Vec<Reading>;

/// Finds readings in a lexicon.
#[derive(Debug)]
pub struct Analyzer<'a> {
    lexicon: &'a Lexicon,
}

impl<'a> Analyzer<'a> {
    /// An analyser over a lexicon.
    pub fn new(lexicon: &'a Lexicon) -> Analyzer<'a> {
        Analyzer { lexicon }
    }

    /// The lexicon.
    pub fn lexicon(&self) -> &'a Lexicon {
        self.lexicon
    }

    /// Every reading of a word; never empty unless the word has no letter.
    pub fn readings(&self, word: &Written) -> Readings {
        let mut out = Vec::new();
        if word.is_empty() {
            return out;
        }
        if word.len() <= LONGEST_WORD {
            self.find(word, 0, &mut out);
            if out.is_empty() {
                for keep in [2, 1] {
                    if let Some(short) = word.squeezed(keep) {
                        self.find(&short, spelling::STRETCHED, &mut out);
                    }
                    if !out.is_empty() {
                        break;
                    }
                }
            }
        }
        if word.marked {
            self.respect_marks(word, &mut out);
        }
        if out.is_empty() {
            guess::readings(word, &mut out);
        }
        prune(&mut out);
        self.like_sounds(word, &mut out);
        out
    }

    /// Readings of what the word would be with another letter of like sound; whoever takes them must weigh them against those of the word as it is.
    fn like_sounds(&self, word: &Written, out: &mut Readings) {
        if !(3..=LONGEST_WORD).contains(&word.len()) {
            return;
        }
        let right = out.iter().any(|r| r.spelling == 0 && !matches!(r.source, Source::Guess { .. }));
        let places = word.key.iter().enumerate().filter_map(|(at, &b)| Some((at, like_sound(b, right)?)));
        let mut found = Vec::new();
        for (at, b) in places.take(MOST_LIKE_SOUNDS) {
            let Some(other) = word.with(at, b) else { continue };
            self.find(&other, spelling::LIKE_SOUND, &mut found);
        }
        if word.marked {
            self.respect_marks(word, &mut found);
        }
        // One slip more in the same word at most.
        found.retain(|reading| reading.spelling.count_ones() <= 2);
        found.truncate(MOST_LIKE_SOUNDS * 8);
        out.extend(found);
    }

    /// The readings that tables have of these letters, seen through every slip; no guess, nothing pruned.
    pub fn listed(&self, word: &Written) -> Readings {
        let mut out = Vec::new();
        if (1..=LONGEST_WORD).contains(&word.len()) {
            self.find(word, 0, &mut out);
        }
        out
    }

    /// Guesses at a word, whether it is known or not.
    pub fn guesses(&self, word: &Written) -> Readings {
        let mut out = Vec::new();
        guess::readings(word, &mut out);
        out
    }

    fn find(&self, word: &Written, extra: u16, out: &mut Readings) {
        let n = word.key.len();
        let (longest_prefix, longest_suffix) = (LONGEST_PREFIX.min(n.saturating_sub(1)), LONGEST_SUFFIX.min(n.saturating_sub(1)));
        let prefixes = Affixes::new(longest_prefix, |front| self.lexicon.prefixes(word.key.get(..front).unwrap_or_default()));
        let suffixes = Affixes::new(longest_suffix, |back| self.lexicon.suffixes(word.key.get(n - back..).unwrap_or_default()));
        for front in 0..=longest_prefix {
            let prefixes = prefixes.of(front);
            let Some(rest) = word.key.get(front..).filter(|_| !prefixes.is_empty()) else { continue };
            // What is left for the suffix is no longer than the longest.
            let least = rest.len().saturating_sub(longest_suffix + 1);
            for (at, hash) in Lexicon::beginnings(rest).enumerate().skip(least) {
                let suffixes = suffixes.of(rest.len() - at - 1);
                let Some(stem_key) = rest.get(..=at).filter(|_| !suffixes.is_empty()) else { continue };
                for stem_id in self.lexicon.stems_hashed(hash, stem_key) {
                    self.combine(word, extra, prefixes, stem_id, suffixes, out);
                }
            }
        }
        self.find_functions(word, extra, out);
    }

    /// Readings of one stem between prefixes and suffixes that have the right letters.
    fn combine(
        &self,
        word: &Written,
        extra: u16,
        prefixes: &[(u16, &Prefix)],
        stem_id: StemId,
        suffixes: &[(u16, &Suffix)],
        out: &mut Readings,
    ) {
        let Some(stem) = self.lexicon.stem(stem_id) else { return };
        let Some(category) = self.lexicon.category(stem.category) else { return };
        for &(p, prefix) in prefixes.iter().filter(|(_, prefix)| self.lexicon.prefix_fits(prefix.category, stem.category)) {
            for &(s, suffix) in suffixes {
                if !self.lexicon.suffix_fits(prefix.category, stem.category, suffix.category) {
                    continue;
                }
                let middle = letters(self.lexicon.vocalised(stem_id));
                let canonical = prefix.letters.iter().copied().chain(middle).chain(suffix.letters.iter().copied());
                let Some(spelling) = difference(word, canonical) else { continue };
                let source = Source::Lexicon { prefix: p, suffix: s, stem: stem_id };
                self.variants(source, prefix, stem, category, suffix, spelling | extra, out);
            }
        }
    }

    /// One reading a part of speech that the stem may be.
    #[allow(clippy::too_many_arguments)] // the parts of one reading, each borrowed from a table of its own
    fn variants(
        &self,
        source: Source,
        prefix: &Prefix,
        stem: &Stem,
        category: &Category,
        suffix: &Suffix,
        spelling: u16,
        out: &mut Readings,
    ) {
        // الله has its article in the stem.
        let name_of_god = stem.pos == PartOfSpeech::Proper && self.stem_of(source).starts_with(b"All~");
        let tag = tag_of(prefix, stem, category, suffix, name_of_god);
        let mut push = |upos: Upos| out.push(Reading { source, tag: Tag { upos, ..tag }, lemma: Some(stem.lemma), spelling });
        push(tag.upos);
        match tag.upos {
            Upos::Noun if category.adjectival && matches!(stem.pos, PartOfSpeech::Open | PartOfSpeech::Person) => push(Upos::Adj),
            Upos::Adj => push(Upos::Noun),
            Upos::Verb if self.copula(stem.lemma) => push(Upos::Aux),
            _ => {}
        }
    }

    fn stem_of(&self, source: Source) -> &[u8] {
        match source {
            Source::Lexicon { stem, .. } => self.lexicon.vocalised(stem),
            _ => &[],
        }
    }

    fn copula(&self, lemma: LemmaId) -> bool {
        self.lexicon.lemma_is(lemma, b"kAn")
    }

    fn find_functions(&self, word: &Written, extra: u16, out: &mut Readings) {
        let n = word.key.len();
        let mut merged = Vec::new();
        for front in 0..=LONGEST_PROCLITICS.min(n.saturating_sub(1)) {
            if front > 0 && !word.key.get(front - 1).is_some_and(|b| b"wfbklA".contains(b)) {
                break;
            }
            let Some(key) = word.key.get(front..) else { break };
            for (number, function) in self.lexicon.functions(key) {
                let canonical = proclitics(word, front).chain(function.letters.iter().copied());
                self.function(word, number, function, front, difference(word, canonical), extra, out);
            }
            // للذي: the article's alef goes after ل.
            if front > 0 && word.key.get(front - 1) == Some(&b'l') && key.first() == Some(&b'l') {
                merged.clear();
                merged.push(b'A');
                merged.extend_from_slice(key);
                for (number, function) in self.lexicon.functions(&merged) {
                    let canonical = proclitics(word, front).chain(function.letters.iter().skip(1).copied());
                    self.function(word, number, function, front, difference(word, canonical), extra, out);
                }
            }
        }
    }

    #[allow(clippy::too_many_arguments)] // the parts of one reading, each borrowed from a table of its own
    fn function(
        &self,
        word: &Written,
        number: u16,
        function: &FunctionWord,
        front: usize,
        spelling: Option<u16>,
        extra: u16,
        out: &mut Readings,
    ) {
        let Some(spelling) = spelling else { return };
        let Some(proclitics) = word.letters.get(..front) else { return };
        let allowed = |b: u8| function.proclitics.iter().any(|&p| p == b || fold(p) == b);
        if !proclitics.iter().all(|l| allowed(l.byte)) || !ordered(proclitics.iter().map(|l| l.byte)) {
            return;
        }
        let Some(main) = function.pieces.get(function.main) else { return };
        let Some(upos) = Upos::parse(&main.upos) else { return };
        let mut tag = Tag::new(upos);
        for letter in proclitics {
            set_proclitic(&mut tag, letter.byte);
        }
        for piece in function.pieces.get(..function.main).unwrap_or_default() {
            if let (Some(&b), true) = (piece.text.first(), piece.text.len() <= 2) {
                set_proclitic(&mut tag, b);
            }
        }
        if let Some(last) = function.pieces.get(function.main + 1..).and_then(<[_]>::last)
            && &*last.upos == "PRON"
        {
            tag.pronoun = pronoun_code(&last.text);
        }
        for (name, value) in &function.features {
            match (&**name, &**value) {
                ("Gender", value) => tag.gender = value.bytes().next().unwrap_or(0),
                ("Number", value) => tag.number = value.bytes().next().unwrap_or(0),
                ("Person", value) => tag.person = value.parse().unwrap_or(0),
                ("Aspect", "Perf") => tag.aspect = 1,
                ("Aspect", "Imp") => tag.aspect = 2,
                ("Definite", _) => {}
                _ => {}
            }
        }
        tag.slot = match function.ending {
            FunctionEnding::Fixed => Slot::Fixed,
            FunctionEnding::Adverbial => Slot::Adverbial,
            FunctionEnding::Noun => Slot::Case,
        };
        out.push(Reading {
            source: Source::Function { word: number, proclitics: front as u8 },
            tag,
            lemma: None,
            spelling: spelling | extra,
        });
    }

    /// Readings that contradict a mark of the writer's go, unless none is left.
    fn respect_marks(&self, word: &Written, out: &mut Readings) {
        let fits: Vec<bool> = out
            .iter()
            .map(|reading| {
                let guessed = matches!(reading.source, Source::Guess { .. });
                guessed || marks::agree(word, &vocalised(self.lexicon, word, reading, Ending::None), reading)
            })
            .collect();
        if fits.iter().any(|&fit| fit) {
            let mut fits = fits.into_iter();
            out.retain(|_| fits.next().unwrap_or(true));
        }
    }
}

/// The prefixes or suffixes that a word may have, by how many letters they take.
struct Affixes<A> {
    all: Vec<A>,
    /// Where those of each length end.
    ends: [usize; LONGEST_SUFFIX + 1],
}

impl<A> Affixes<A> {
    fn new<I: Iterator<Item = A>>(longest: usize, of: impl Fn(usize) -> I) -> Affixes<A> {
        let mut out = Affixes { all: Vec::with_capacity(16), ends: [0; LONGEST_SUFFIX + 1] };
        for (length, end) in out.ends.iter_mut().enumerate() {
            if length <= longest {
                out.all.extend(of(length));
            }
            *end = out.all.len();
        }
        out
    }

    fn of(&self, length: usize) -> &[A] {
        let from = length.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(length).and_then(|&to| self.all.get(from..to)).unwrap_or_default()
    }
}

/// The letter that is written for another because many pronounce the two alike: ض and ظ everywhere, د for ذ and ت for ث in most cities.
/// Of words that are right as they stand only what is common.
fn like_sound(b: u8, right: bool) -> Option<u8> {
    Some(match b {
        b'D' => b'Z',
        b'Z' => b'D',
        b'd' => b'*',
        b't' if !right => b'v',
        _ => return None,
    })
}

/// The first letters of a word as proclitics: an alef there is the hamza that asks.
pub fn proclitics(word: &Written, front: usize) -> impl Iterator<Item = u8> + '_ {
    word.letters.iter().take(front).map(|l| if l.byte == b'A' { b'>' } else { l.byte })
}

/// Interrogative, then conjunction, then preposition, each at most once.
fn ordered(proclitics: impl Iterator<Item = u8>) -> bool {
    let rank = |b: u8| match b {
        b'>' | b'A' => 1,
        b'w' | b'f' => 2,
        _ => 3,
    };
    let mut last = 0;
    for b in proclitics {
        let r = rank(b);
        if r <= last {
            return false;
        }
        last = r;
    }
    true
}

/// The person of an attached pronoun by its letters.
pub fn pronoun_code(text: &[u8]) -> u8 {
    let bare: Vec<u8> = letters(text).collect();
    let person = match bare.as_slice() {
        b"h" => "3MS",
        b"hA" => "3FS",
        b"hmA" => "3D",
        b"hm" => "3MP",
        b"hn" => "3FP",
        b"k" if text.ends_with(b"i") => "2FS",
        b"k" => "2MS",
        b"kmA" => "2D",
        b"km" => "2MP",
        b"kn" => "2FP",
        b"y" | b"ny" => "1S",
        b"nA" => "1P",
        _ => return 0,
    };
    Person::parse(person).map_or(0, Person::code)
}
