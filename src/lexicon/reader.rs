//! Reads the packs of the lexicon and answers questions about them.
//!
//! # Sections of the lexicon pack
//! | section | what |
//! |---|---|
//! | 1 | names of the stem categories, one a line; a category is its line number |
//! | 2 | prefixes: category, then `tag:vocalised` of each piece, tab-separated; `@3MS:ya` is an agreement prefix |
//! | 3 | suffixes: category, inflection, its vocalised form, person of the pronoun or `-`, its vocalised form |
//! | 4, 5, 6 | which prefix goes with which stem category, which stem category with which suffix category, which prefix category with which suffix category: rows of bits |
//! | 7 | lexemes: `#` and a root opens a root; any other line is a lexeme, its stems after tabs, its lemma before the first one: `=` and the lemma, `+` for the first stem and `ap`, nothing for the first stem itself |
//! | 8 | category of each stem, one byte |
//! | 9 | [`super::PartOfSpeech`] of each stem, one byte: bits 0-3 the part of speech, bit 6 feminine without ة, bit 7 a broken plural |
//! | 10 | function words: the rows of `src/data/function-words.tsv`, each with its root or `-` |

use super::affix::{Inflection, Person, Piece, Prefix, Suffix};
use super::buckwalter::{fold, letters};
use super::category::Category;
use super::function::{FunctionWord, Functions};
use super::index::{EMPTY, Index, extend, hash};
use super::lexemes::{self, Lemma, LemmaId, Stem, slice};
use super::pack::{Kind, Pack, PackError};

/// A hash of folded letters.
pub type SpellingHash = u32;

/// A stem's number in its pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StemId(pub u32);

/// Rows of bits.
#[derive(Debug, Clone, Default)]
struct Bits {
    width: usize,
    bytes: Vec<u8>,
}

impl Bits {
    fn get(&self, row: u8, column: u8) -> bool {
        let at = row as usize * self.width + column as usize;
        self.bytes.get(at / 8).is_some_and(|byte| byte >> (at % 8) & 1 == 1)
    }
}

/// A lexicon, loaded.
#[derive(Debug, Clone)]
pub struct Lexicon {
    pack: Pack,
    categories: Vec<Category>,
    names: Vec<Box<str>>,
    prefixes: Vec<Prefix>,
    suffixes: Vec<Suffix>,
    prefix_stem: Bits,
    stem_suffix: Bits,
    prefix_suffix: Bits,
    lemmas: Vec<Lemma>,
    stems: Vec<Stem>,
    functions: Functions,
    by_stem: Index,
    by_prefix: Index,
    by_suffix: Index,
}

/// Section of the lexemes' text.
const LEXEMES: usize = 7;
/// Section of the function words.
const FUNCTIONS: usize = 10;

impl Lexicon {
    /// Reads a lexicon pack.
    ///
    /// # Errors
    /// What [`Pack::open`] refuses, and [`PackError::Damaged`] where the parts contradict each other.
    pub fn read(bytes: Vec<u8>) -> Result<Lexicon, PackError> {
        let pack = Pack::open(bytes, Kind::Lexicon)?;
        let names: Vec<Box<str>> = pack.text(1)?.lines().map(Into::into).collect();
        let categories: Vec<Category> = names.iter().map(|name| Category::parse(name)).collect();
        let prefixes = pack.text(2)?.lines().map(prefix).collect::<Option<Vec<_>>>().ok_or(PackError::Damaged)?;
        let suffixes = pack.text(3)?.lines().map(suffix).collect::<Option<Vec<_>>>().ok_or(PackError::Damaged)?;
        let last = |codes: &mut dyn Iterator<Item = u8>| codes.max().map_or(0, |max| max as usize + 1);
        let prefix_categories = last(&mut prefixes.iter().map(|p| p.category));
        let suffix_categories = last(&mut suffixes.iter().map(|s| s.category));
        let bits = |section: usize, rows: usize, width: usize| {
            let bytes = pack.section(section).to_vec();
            if bytes.len() == (rows * width).div_ceil(8) { Ok(Bits { width, bytes }) } else { Err(PackError::Damaged) }
        };
        let prefix_stem = bits(4, prefix_categories, categories.len())?;
        let stem_suffix = bits(5, categories.len(), suffix_categories)?;
        let prefix_suffix = bits(6, prefix_categories, suffix_categories)?;
        let lexemes::Read { lemmas, stems, hashes } =
            lexemes::read(pack.section(LEXEMES), pack.section(8), pack.section(9), categories.len())?;
        let functions = Functions::new(pack.text(FUNCTIONS)?).ok_or(PackError::Damaged)?;
        let by = |all: &mut dyn Iterator<Item = &[u8]>| Index::new(&all.map(|l| hash(l.iter().map(|&b| fold(b)))).collect::<Vec<_>>());
        Ok(Lexicon {
            by_stem: Index::new(&hashes),
            by_prefix: by(&mut prefixes.iter().map(|p| &*p.letters)),
            by_suffix: by(&mut suffixes.iter().map(|s| &*s.letters)),
            pack,
            categories,
            names,
            prefixes,
            suffixes,
            prefix_stem,
            stem_suffix,
            prefix_suffix,
            lemmas,
            stems,
            functions,
        })
    }

    /// Source, licence and changes.
    pub fn notice(&self) -> &str {
        self.pack.notice()
    }

    /// What identifies the pack; packs that count its lemmas name it.
    pub fn checksum(&self) -> u32 {
        self.pack.checksum()
    }

    /// Stems whose folded spelling is `key`.
    pub fn stems<'a>(&'a self, key: &'a [u8]) -> impl Iterator<Item = StemId> + 'a {
        self.stems_hashed(hash(key.iter().copied()), key)
    }

    /// The same where the [`SpellingHash`] of `key` is known.
    pub fn stems_hashed<'a>(&'a self, hash: SpellingHash, key: &'a [u8]) -> impl Iterator<Item = StemId> + 'a {
        self.by_stem.get(hash).map(StemId).filter(move |&id| letters(self.vocalised(id)).map(fold).eq(key.iter().copied()))
    }

    /// The hashes of the beginnings of a key: of its first letter, its first two, and so on.
    pub fn beginnings(key: &[u8]) -> impl Iterator<Item = SpellingHash> + '_ {
        key.iter().scan(EMPTY, |hash, &letter| {
            *hash = extend(*hash, letter);
            Some(*hash)
        })
    }

    /// Prefixes whose folded spelling is `key`.
    pub fn prefixes<'a>(&'a self, key: &'a [u8]) -> impl Iterator<Item = (u16, &'a Prefix)> + 'a {
        self.by_prefix
            .get(hash(key.iter().copied()))
            .filter_map(|i| Some((i as u16, self.prefixes.get(i as usize)?)))
            .filter(move |(_, p)| p.letters.iter().map(|&b| fold(b)).eq(key.iter().copied()))
    }

    /// Suffixes whose folded spelling is `key`.
    pub fn suffixes<'a>(&'a self, key: &'a [u8]) -> impl Iterator<Item = (u16, &'a Suffix)> + 'a {
        self.by_suffix
            .get(hash(key.iter().copied()))
            .filter_map(|i| Some((i as u16, self.suffixes.get(i as usize)?)))
            .filter(move |(_, s)| s.letters.iter().map(|&b| fold(b)).eq(key.iter().copied()))
    }

    /// Function words whose folded spelling is `key`.
    pub fn functions<'a>(&'a self, key: &'a [u8]) -> impl Iterator<Item = (u16, &'a FunctionWord)> + 'a {
        self.functions.spelled(self.pack.section(FUNCTIONS), hash(key.iter().copied()), key)
    }

    /// Whether a prefix goes with a stem category.
    pub fn prefix_fits(&self, prefix: u8, stem: u8) -> bool {
        self.prefix_stem.get(prefix, stem)
    }

    /// Whether a suffix goes with a stem category, and with the prefix before it.
    pub fn suffix_fits(&self, prefix: u8, stem: u8, suffix: u8) -> bool {
        self.stem_suffix.get(stem, suffix) && self.prefix_suffix.get(prefix, suffix)
    }

    /// A stem.
    pub fn stem(&self, id: StemId) -> Option<&Stem> {
        self.stems.get(id.0 as usize)
    }

    /// How many stems there are.
    pub fn stem_count(&self) -> usize {
        self.stems.len()
    }

    /// How many lemmas there are.
    pub fn lemma_count(&self) -> usize {
        self.lemmas.len()
    }

    /// How many rows of function words there are.
    pub fn function_count(&self) -> usize {
        self.functions.len()
    }

    /// A prefix.
    pub fn prefix(&self, number: u16) -> Option<&Prefix> {
        self.prefixes.get(number as usize)
    }

    /// A suffix.
    pub fn suffix(&self, number: u16) -> Option<&Suffix> {
        self.suffixes.get(number as usize)
    }

    /// A function word.
    pub fn function(&self, number: u16) -> Option<&FunctionWord> {
        self.functions.get(self.pack.section(FUNCTIONS), number)
    }

    /// What a category is.
    pub fn category(&self, number: u8) -> Option<&Category> {
        self.categories.get(number as usize)
    }

    /// What a category is called.
    pub fn category_name(&self, number: u8) -> &str {
        self.names.get(number as usize).map_or("", |name| name)
    }

    /// The vocalised stem, without any ending.
    pub fn vocalised(&self, id: StemId) -> &[u8] {
        self.stem(id).map_or(&[], |stem| slice(self.pack.section(LEXEMES), stem.at, stem.len))
    }

    /// The vocalised lemma.
    pub fn lemma(&self, id: LemmaId) -> Vec<u8> {
        let (text, ending) = self.lemma_parts(id);
        [text, ending].concat()
    }

    /// The vocalised lemma in two parts, the second `ap` or empty.
    pub fn lemma_parts(&self, id: LemmaId) -> (&[u8], &'static [u8]) {
        self.lemmas
            .get(id.0 as usize)
            .map_or((&[], b""), |lemma| (slice(self.pack.section(LEXEMES), lemma.at, lemma.len), if lemma.ap { b"ap" } else { b"" }))
    }

    /// Whether any stem of a lemma is feminine without ة.
    pub fn is_feminine(&self, id: LemmaId) -> bool {
        // Stems of a lemma stand together, in the order of the lemmas.
        let first = self.stems.partition_point(|stem| stem.lemma < id);
        self.stems.get(first..).unwrap_or_default().iter().take_while(|stem| stem.lemma == id).any(|stem| stem.feminine)
    }

    /// Whether a lemma is this one.
    pub fn lemma_is(&self, id: LemmaId, text: &[u8]) -> bool {
        let (head, ending) = self.lemma_parts(id);
        text.strip_prefix(head) == Some(ending)
    }

    /// The radicals; empty where there are none.
    pub fn root(&self, id: LemmaId) -> &[u8] {
        self.lemmas.get(id.0 as usize).map_or(&[], |lemma| slice(self.pack.section(LEXEMES), lemma.root_at, lemma.root_len))
    }
}

fn prefix(line: &str) -> Option<Prefix> {
    let mut cells = line.split('\t');
    let category = cells.next()?.parse().ok()?;
    let (mut pieces, mut agreement, mut all) = (Vec::new(), None, Vec::new());
    for cell in cells {
        let (tag, text) = cell.split_once(':')?;
        all.extend(letters(text.as_bytes()));
        match tag.strip_prefix('@') {
            Some(person) => agreement = Some((Person::parse(person)?, text.as_bytes().into())),
            None => pieces.push(Piece { tag: *tag.as_bytes().first()?, text: text.as_bytes().into() }),
        }
    }
    Some(Prefix { category, pieces, agreement, letters: all.into() })
}

fn suffix(line: &str) -> Option<Suffix> {
    let cells: [&str; 5] = line.split('\t').collect::<Vec<_>>().try_into().ok()?;
    let [category, inflection, ending, person, pronoun] = cells;
    let all: Vec<u8> = letters(ending.as_bytes()).chain(letters(pronoun.as_bytes())).collect();
    Some(Suffix {
        category: category.parse().ok()?,
        inflection: Inflection::parse(inflection)?,
        ending: ending.as_bytes().into(),
        pronoun: if person == "-" { None } else { Some((Person::parse(person)?, pronoun.as_bytes().into())) },
        letters: all.into(),
    })
}
