//! Misspellings, each with its fix: what an editor would mark.
//!
//! ```text
//! words      a word's own letters: what the tagger took it for, known slips, look-alikes and hidden characters inside it
//! listed     misspellings that a table lists
//! weigh      how likely each spelling of a word is, by sentence, frequency and the writer's habits
//! inna       أن or إن
//! near       words that no table has: the nearest ones that a table has
//! joins      words run together, clitics cut off
//! agreement  the gender of numbers
//! repeated   words that stand twice
//! variants   spellings that are all right, told of where a text mixes them and its reader asks
//! marks      punctuation and the spaces around it, quotation marks and brackets without their partners
//! hidden     characters that are not seen, outside of words
//! ```
//!
//! Reads tokens, layout, morphology and names; adds corrections that ascend and do not overlap. One decision shapes them: what a
//! word should be is what the tagger read it as. Lookup sees through slips, so the reading chosen in the sentence has a right
//! spelling, and its probability is the probability of the fix; only what no lookup finds has rules of its own here. Nothing is
//! corrected by resemblance alone where the sentence shows a name.

mod agreement;
#[cfg(not(target_arch = "wasm32"))]
pub mod gold;
mod habits;
mod hidden;
mod inna;
mod joins;
mod listed;
mod lookup;
mod marks;
mod near;
mod repeated;
mod rule;
#[cfg(not(target_arch = "wasm32"))]
pub mod train;
mod variants;
mod weigh;
mod words;

pub(crate) use near::Near;
pub use rule::Rule;

use crate::Memory;
use crate::content::Content;
use crate::content::names::EntityKind;
use crate::data;
use crate::layout::{Layout, Role, Token};
use crate::morphology::Morphology;
use crate::order::sort_by_number;
use crate::packs::Packs;
use crate::text::ByteSpan;
use crate::text::hidden::{Note, is_neighbour_language};

/// How sure a correction is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tier {
    /// Only this spelling exists.
    Certain,
    /// The sentence decides.
    Contextual,
    /// No such word is known.
    Unknown,
    /// Right, but the rest of the text spells it otherwise.
    Variant,
}

impl Tier {
    /// The stable name in results.
    pub fn name(self) -> &'static str {
        match self {
            Tier::Certain => "certain",
            Tier::Contextual => "contextual",
            Tier::Unknown => "unknown",
            Tier::Variant => "variant",
        }
    }
}

/// A misspelling.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// What is wrong; empty where something is missing.
    pub span: ByteSpan,
    /// The rule that found it.
    pub rule: Rule,
    /// How sure it is.
    pub tier: Tier,
    /// What should stand there, best first; empty where that is not known.
    pub suggestions: Vec<String>,
    /// Probability that the first is right.
    pub confidence: f32,
}

impl Correction {
    /// A correction that has one fix.
    fn certain(span: ByteSpan, rule: Rule, to: impl ToString) -> Correction {
        Correction { span, rule, tier: Tier::Certain, suggestions: vec![to.to_string()], confidence: 0.99 }
    }
}

/// What corrections are read from.
pub struct Source<'a> {
    /// Language packs.
    pub packs: &'a Packs,
    /// The text.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// Its blocks and sentences.
    pub layout: &'a Layout,
    /// What its words are, where that is known.
    pub morphology: Option<&'a Morphology>,
    /// What it says, where that is known.
    pub content: Option<&'a Content>,
    /// Its hidden and misleading characters.
    pub characters: &'a [Note],
    /// Words that the reader has declared right.
    pub words: &'a [String],
    /// Whether spellings that are right but differ from most of the text's are told of.
    pub consistent: bool,
}

/// Whether blocks of a role are proofread: prose, not page furniture nor names of writers.
pub fn is_proofread(role: Role) -> bool {
    matches!(role, Role::Headline | Role::Body | Role::Caption)
}

/// What kind of name a stretch lies in, if any.
fn name_at(source: &Source<'_>, span: ByteSpan) -> Option<EntityKind> {
    let mentions = &source.content?.mentions;
    let at = mentions.partition_point(|m| m.span.end <= span.start);
    mentions.get(at).filter(|m| m.span.start < span.end).map(|m| m.kind)
}

/// Whether a stretch lies inside a person's name.
fn is_person(source: &Source<'_>, span: ByteSpan) -> bool {
    name_at(source, span) == Some(EntityKind::Person)
}

/// The rows of a class of `correction-words.tsv`: the word and its other form.
fn words_of(class: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    data::columns::<3>(data::CORRECTION_WORDS).filter(move |row| row[0] == class).map(|[_, word, other]| (word, other))
}

/// The corrections of a text, ascending, none overlapping another.
pub fn read(source: &Source<'_>, memory: &mut Memory) -> Vec<Correction> {
    let mut found = Vec::new();
    let mut speller = words::Speller::new(source, &mut memory.words);
    for block in source.layout.blocks.iter().filter(|b| is_proofread(b.role)) {
        if is_neighbour_language(block.span.of(source.text)) {
            continue;
        }
        let from = source.characters.partition_point(|n| n.span.end <= block.span.start);
        let to = source.characters.partition_point(|n| n.span.start < block.span.end);
        let notes = source.characters.get(from..to).unwrap_or_default();
        let tokens = block.tokens.clone();
        speller.read(tokens.clone(), notes, &mut found);
        joins::read(source, tokens.clone(), &mut found);
        repeated::read(source, tokens.clone(), &mut found);
        agreement::read(source, tokens.clone(), &mut found);
        marks::read(source, tokens.clone(), &mut found);
        hidden::read(source, tokens, notes, &mut found);
    }
    if source.consistent {
        variants::read(source, &mut found);
    }
    settle(found)
}

/// In order, none overlapping another: what is certain before what is not, then the wider, then the earlier.
fn settle(found: Vec<Correction>) -> Vec<Correction> {
    let (mut certain, mut rest): (Vec<Correction>, Vec<Correction>) = found.into_iter().partition(|c| c.tier == Tier::Certain);
    order(&mut certain);
    order(&mut rest);
    rest.retain(|c| {
        // Those that end before it begins cannot touch it.
        let from = certain.partition_point(|k| k.span.end < c.span.start);
        certain.get(from..).unwrap_or_default().iter().take_while(|k| k.span.start <= c.span.end).all(|k| are_apart(k.span, c.span))
    });
    certain.append(&mut rest);
    order(&mut certain);
    certain
}

/// Sorts, and drops what overlaps one before it. What is put in at a place goes before what is changed from there on.
fn order(found: &mut Vec<Correction>) {
    // Places lie below 2^30: a text has at most `MAX_BYTES`.
    sort_by_number(found, |c| {
        u64::from(c.span.start) << 32 | u64::from(!c.span.is_empty()) << 31 | u64::from(!c.span.end & (u32::MAX >> 1))
    });
    let mut last: Option<ByteSpan> = None;
    found.retain(|c| {
        let free = last.is_none_or(|last| are_apart(last, c.span));
        if free {
            last = Some(c.span);
        }
        free
    });
}

/// Whether two stretches do not overlap. Two places where something is put in are one.
fn are_apart(a: ByteSpan, b: ByteSpan) -> bool {
    (a.end <= b.start || b.end <= a.start) && !(a.is_empty() && b.is_empty() && a.start == b.start)
}

/// `text` with the first suggestion of each of these corrections put in. They must ascend and not overlap, as [`read`] gives them.
pub fn apply<'c>(text: &str, corrections: impl IntoIterator<Item = &'c Correction>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for correction in corrections {
        if let Some(to) = correction.suggestions.first() {
            out.push_str(text.get(at..correction.span.start as usize).unwrap_or(""));
            out.push_str(to);
            at = correction.span.end as usize;
        }
    }
    out.push_str(text.get(at..).unwrap_or(""));
    out
}
