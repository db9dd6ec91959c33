//! A chosen reading in full: what the result model shows of a word.

use std::collections::BTreeMap;

use crate::lexicon::buckwalter::{self, letters};
use crate::lexicon::function::FunctionWord;
use crate::lexicon::{Inflection, LemmaId, Lexicon, Person};

use super::ending::Ending;
use super::features::{features, known_feature};
use super::guess;
use super::marks;
use super::pattern;
use super::tag::{Reading, Source, Tag, Upos};
use super::vocalise::vocalised;
use super::written::Written;

/// A piece of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// First letter and one past the last; equal where the piece shows no letter (the article of للغة).
    pub from: usize,
    /// One past the last letter.
    pub to: usize,
    /// The letters under the writing, in Arabic: ال for the second ل of للفنون, as written elsewhere.
    pub text: String,
    /// Coarse tag.
    pub tag: &'static str,
    /// Universal part of speech of the syntactic word that it belongs to or is.
    pub upos: Upos,
    /// Whether a new syntactic word starts here.
    pub word: bool,
    /// Whether it belongs to the main word.
    pub main: bool,
    /// The last letter as it is without what is attached, where that is another: ة for ت, ى for ا, ء for its seat, وا for و.
    pub restored: Option<&'static str>,
}

/// A word in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expanded {
    /// Vocalised lemma in Arabic.
    pub lemma: String,
    /// Radicals.
    pub root: Option<String>,
    /// Pattern over ف ع ل.
    pub pattern: Option<String>,
    /// Universal part of speech of the main word.
    pub upos: Upos,
    /// Universal features of the main word.
    pub features: BTreeMap<&'static str, &'static str>,
    /// Its pieces.
    pub pieces: Vec<Piece>,
    /// The word with its vowels.
    pub diacritized: String,
    /// The gloss of a function word; that of other words lies in the gloss pack.
    pub gloss: Option<String>,
    /// Lemma in the lexicon.
    pub lemma_id: Option<LemmaId>,
    /// Person of the attached pronoun.
    pub pronoun: Option<Person>,
}

/// Letters in Arabic, hamzat al-wasl as bare alef.
pub(crate) fn arabic(bytes: &[u8]) -> String {
    bytes.iter().map(|&b| if b == b'{' { 'ا' } else { buckwalter::character(b).unwrap_or('؟') }).collect()
}

/// Makes a reading of `word` full.
pub fn expand(lexicon: &Lexicon, word: &Written, reading: &Reading, ending: Ending) -> Expanded {
    let vowels = marks::shown(word, vocalised(lexicon, word, reading, ending), reading);
    let mut out = Expanded {
        lemma: String::new(),
        root: None,
        pattern: None,
        upos: reading.tag.upos,
        features: features(&reading.tag, ending),
        pieces: Vec::new(),
        diacritized: arabic(&vowels),
        gloss: None,
        lemma_id: reading.lemma,
        pronoun: Person::from_code(reading.tag.pronoun),
    };
    match reading.source {
        Source::Lexicon { prefix, suffix, .. } => {
            if let Some(id) = reading.lemma {
                let lemma = lexicon.lemma(id);
                let root = lexicon.root(id);
                out.pattern = pattern::of(&lemma, root).map(|p| arabic(&p));
                out.lemma = arabic(&lemma);
                out.root = (!root.is_empty()).then(|| arabic(root));
            }
            lexicon_pieces(&mut out.pieces, lexicon, word, reading, prefix, suffix);
        }
        Source::Function { word: number, proclitics } => {
            if let Some(row) = lexicon.function(number) {
                out.lemma = arabic(&row.lemma);
                out.root = (!row.root.is_empty()).then(|| arabic(&row.root));
                out.gloss = (&*row.gloss != "-").then(|| row.gloss.to_string());
                for (name, value) in &row.features {
                    if let Some((name, value)) = known_feature(name, value) {
                        out.features.insert(name, value);
                    }
                }
                function_pieces(&mut out.pieces, word, row, proclitics as usize);
            }
        }
        Source::Guess { kind, front, back } => guess_pieces(&mut out, word, reading, kind, front as usize, back as usize),
    }
    out
}

struct Pieces<'a> {
    out: &'a mut Vec<Piece>,
    word: &'a Written,
    at: usize,
}

impl Pieces<'_> {
    /// A piece of so many letters; `text` where it differs from what is written.
    fn push(&mut self, count: usize, text: Option<&[u8]>, tag: &'static str, upos: Upos, word: bool, main: bool) {
        let to = (self.at + count).min(self.word.len());
        let text = text.map_or_else(|| arabic(&self.word.spelled(self.at, to)), arabic);
        self.out.push(Piece { from: self.at, to, text, tag, upos, word, main, restored: None });
        self.at = to;
    }

    fn left(&self) -> usize {
        self.word.len().saturating_sub(self.at)
    }
}

fn lexicon_pieces(out: &mut Vec<Piece>, lexicon: &Lexicon, word: &Written, reading: &Reading, prefix: u16, suffix: u16) {
    let (Some(prefix), Some(suffix)) = (lexicon.prefix(prefix), lexicon.suffix(suffix)) else { return };
    let tag = &reading.tag;
    let mut pieces = Pieces { out, word, at: 0 };
    let mut main_open = false;
    for piece in &prefix.pieces {
        let count = letters(&piece.text).count();
        if piece.tag == b'A' {
            pieces.push(count, Some(b"Al"), "DET", tag.upos, true, true);
            main_open = true;
        } else {
            let (coarse, upos) = proclitic(piece.tag);
            pieces.push(count, None, coarse, upos, true, false);
        }
    }
    let ending = letters(&suffix.ending).count();
    let pronoun = suffix.pronoun.as_ref().map_or(0, |(_, text)| letters(text).count());
    let stem = pieces.left().saturating_sub(ending + pronoun);
    // A stem that is listed with its ة shows it as a piece all the same.
    let inside = usize::from(ending + pronoun == 0 && tag.nominal() && stem > 2 && word.letters.last().is_some_and(|l| l.byte == b'p'));
    pieces.push(stem - inside, None, stem_tag(tag), tag.upos, !main_open, true);
    if inside > 0 {
        pieces.push(inside, None, "NSUFF", tag.upos, false, true);
    }
    if pronoun > 0 && ending == 0 {
        restore_last(pieces.out, lexicon, reading);
    }
    let dual = matches!(suffix.inflection, Inflection::Dual { feminine: true, .. });
    if dual && ending > 1 {
        pieces.push(1, None, "NSUFF", tag.upos, false, true);
        pieces.push(ending - 1, None, "NSUFF", tag.upos, false, true);
    } else if ending > 0 {
        let coarse = match suffix.inflection {
            Inflection::AccusativeAlef => "CASE",
            Inflection::Subject(_) | Inflection::SubjectDropped(_) => "PRON",
            _ => "NSUFF",
        };
        pieces.push(ending, None, coarse, tag.upos, false, true);
        if pronoun > 0
            && suffix.inflection == Inflection::Feminine
            && let Some(last) = pieces.out.last_mut()
        {
            last.restored = Some("ة");
        }
    }
    if pronoun > 0 {
        pieces.push(pronoun, None, "PRON", Upos::Pron, true, false);
    }
}

/// Before a pronoun ى is written ا (ألقاها, فتواه) and ء on a seat (إلغائها).
fn restore_last(pieces: &mut [Piece], lexicon: &Lexicon, reading: &Reading) {
    let Source::Lexicon { stem, .. } = reading.source else { return };
    let name = lexicon.stem(stem).map_or("", |s| lexicon.category_name(s.category));
    let lemma = reading.lemma.map(|id| lexicon.lemma(id)).unwrap_or_default();
    let bound = name.starts_with("Nh");
    let Some(last) = pieces.last_mut() else { return };
    let alef = name.starts_with("PV_h") || name.starts_with("IV_h") || bound && lemma.ends_with(b"Y");
    if alef && last.text.ends_with('ا') {
        last.restored = Some("ى");
    } else if bound && last.text.ends_with(['ئ', 'ؤ']) {
        last.restored = Some("ء");
    }
}

/// Coarse tag and part of speech of a proclitic.
fn proclitic(tag: u8) -> (&'static str, Upos) {
    match tag {
        b'w' | b'f' => ("CONJ", Upos::Cconj),
        b'b' | b'k' | b'l' => ("PREP", Upos::Adp),
        b'J' => ("PREP", Upos::Adp),
        b's' => ("FUT_PART", Upos::Part),
        _ => ("PART", Upos::Part),
    }
}

fn stem_tag(tag: &Tag) -> &'static str {
    match tag.upos {
        Upos::Adj => "ADJ",
        Upos::Verb | Upos::Aux => "V",
        Upos::Num => "NUM",
        Upos::Adv => "ADV",
        Upos::Intj | Upos::Part => "PART",
        Upos::X => "ABBREV",
        Upos::Pron | Upos::Det => "PRON",
        Upos::Adp => "PREP",
        Upos::Cconj | Upos::Sconj => "CONJ",
        _ => "NOUN",
    }
}

fn function_pieces(out: &mut Vec<Piece>, word: &Written, row: &FunctionWord, proclitics: usize) {
    let mut pieces = Pieces { out, word, at: 0 };
    for b in word.spelled(0, proclitics) {
        let (coarse, upos) = self::proclitic(if b == b'A' { b'>' } else { b });
        pieces.push(1, None, coarse, upos, true, false);
    }
    let mut left = pieces.left();
    let counts: Vec<usize> = row.pieces.iter().map(|piece| letters(&piece.text).count()).collect();
    let total: usize = counts.iter().sum();
    // One letter short: للذي. Other differences are an assimilation inside the word, which Universal Dependencies leave whole.
    let shortened = proclitics > 0 && left + 1 == row.letters.len();
    let merged = !shortened && total != left && row.pieces.len() > 1 && row.pieces.iter().all(|p| &*p.upos != "PRON" || &*p.tag == "PART");
    let count = row.pieces.len();
    let mut seen_subject = false;
    for (at, piece) in row.pieces.iter().enumerate() {
        let rest: usize = counts.get(at + 1..).unwrap_or_default().iter().sum();
        let own = counts.get(at).copied().unwrap_or(0);
        let take = if at + 1 == count {
            left
        } else if at == 0 && total != left {
            left.saturating_sub(rest).max(1)
        } else {
            own.min(left)
        };
        left = left.saturating_sub(take);
        let upos = Upos::parse(&piece.upos).unwrap_or(Upos::X);
        let main = row.pieces.get(row.main);
        let verbal = main.is_some_and(|m| matches!(&*m.upos, "VERB" | "AUX"));
        let subject = verbal && at > row.main && !seen_subject && &*piece.tag == "PRON";
        seen_subject |= subject;
        let is_main = at == row.main || subject || merged;
        let text: Option<Vec<u8>> = (take != own || shortened && at == 0).then(|| letters(&piece.text).collect());
        let word_starts = if merged { at == 0 } else { !subject };
        // A declining function word in ة shows it as a piece.
        let inside = usize::from(
            at + 1 == count
                && take > 2
                && matches!(&*piece.tag, "NOUN" | "ADJ" | "NUM")
                && word.letters.last().is_some_and(|l| l.byte == b'p'),
        );
        let adverbial = usize::from(at + 1 == count && take > 2 && &*piece.tag == "ADV" && piece.text.ends_with(b"FA"));
        let upos = if merged || subject { main.and_then(|m| Upos::parse(&m.upos)).unwrap_or(upos) } else { upos };
        let ending = inside + adverbial;
        pieces.push(take - ending, if ending > 0 { None } else { text.as_deref() }, coarse_name(&piece.tag), upos, word_starts, is_main);
        if ending > 0 {
            pieces.push(ending, None, if inside > 0 { "NSUFF" } else { "CASE" }, upos, false, is_main);
        }
    }
}

/// The coarse tags, as the model knows them.
fn coarse_name(tag: &str) -> &'static str {
    const NAMES: [&str; 14] =
        ["CONJ", "PREP", "DET", "FUT_PART", "PART", "NOUN", "ADJ", "V", "PRON", "NSUFF", "CASE", "NUM", "ADV", "ABBREV"];
    NAMES.into_iter().find(|name| *name == tag).unwrap_or("PART")
}

fn guess_pieces(out: &mut Expanded, word: &Written, reading: &Reading, kind: u8, front: usize, back: usize) {
    let tag = &reading.tag;
    let mut pieces = Pieces { out: &mut out.pieces, word, at: 0 };
    let mut main_open = false;
    if let Some((letters, conjunction, preposition, article)) = guess::front(word, front as u8) {
        for b in [conjunction, preposition].into_iter().filter(|&b| b != 0) {
            let (coarse, upos) = proclitic(b);
            pieces.push(1, None, coarse, upos, true, false);
        }
        if article {
            let count = letters.len() - pieces.at;
            pieces.push(count, Some(b"Al"), "DET", tag.upos, true, true);
            main_open = true;
        }
    }
    let foreign = kind == guess::kind::LETTERS;
    let pronoun =
        guess::PRONOUNS.iter().find(|(_, person)| tag.pronoun != 0 && Person::parse(person).map(Person::code) == Some(tag.pronoun));
    let pronoun = pronoun.map_or(0, |(letters, _)| letters.len());
    let stem = pieces.left().saturating_sub(back);
    let from = pieces.at;
    pieces.push(stem, None, if foreign { "FOREIGN" } else { stem_tag(tag) }, tag.upos, !main_open, true);
    let ending = back.saturating_sub(pronoun);
    if ending > 0 {
        let coarse = match kind {
            guess::kind::ACCUSATIVE => "CASE",
            guess::kind::IMPERFECT | guess::kind::PERFECT => "PRON",
            _ => "NSUFF",
        };
        pieces.push(ending, None, coarse, tag.upos, false, true);
    }
    if pronoun > 0 {
        pieces.push(pronoun, None, "PRON", Upos::Pron, true, false);
    }
    let mut lemma = word.spelled(from, from + stem);
    let key = word.key.get(from..from + stem).unwrap_or_default();
    let laid = pattern::guess(key).filter(|_| !matches!(kind, guess::kind::NAME | guess::kind::LETTERS) && !tag.verbal());
    if let Some(p) = laid {
        let (text, root) = pattern::vocalise(p, &lemma);
        out.pattern = pattern::of(&text, &root).map(|p| arabic(&p));
        out.root = Some(arabic(&root));
        lemma = text;
    }
    match kind {
        guess::kind::FEMININE | guess::kind::FEMININE_POSSESSED if tag.upos != Upos::Adj => lemma.extend_from_slice(b"ap"),
        guess::kind::NISBA | guess::kind::NISBA_FEMININE if lemma.last() == Some(&b'y') => {
            lemma.pop();
            lemma.extend_from_slice(b"iy~");
        }
        guess::kind::IMPERFECT if lemma.len() > 1 => {
            lemma.remove(0);
        }
        _ => {}
    }
    out.lemma = arabic(&lemma);
}
