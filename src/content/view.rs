//! The words of a text as the content layers see them.
//!
//! Rules and models ask the same few things of every word: its letters without clitics, its lemma, its tag, where its
//! clitics end. They are worked out here once for each distinct word of a text; everything else is a look into a table.
//! All letters are folded ([`Folding::Full`]), so that a dropped hamza or a ه for ة hides nothing.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use crate::content::worked::Worked;
use crate::layout::{Layout, Role, Token, TokenKind};
use crate::lexicon::LemmaId;
use crate::memory::Words;
use crate::morph::{Tag, Upos};
use crate::morphology::{Explained, Morphology, NONE};
use crate::text::ByteSpan;
use crate::text::chars::{Class, TATWEEL, class};
use crate::text::fold::{Folding, fold, fold_into};

/// What is known of a distinct word of a text.
#[derive(Debug)]
pub struct Facts {
    /// The whole token, folded; of punctuation and numbers the text itself with Latin digits.
    pub folded: String,
    /// The same without conjunction, preposition and future particle; an article written لل is ال here.
    pub base: String,
    /// The same without article and attached pronoun.
    pub core: String,
    /// Lemma, folded, without vowels; empty where there is none.
    pub lemma: String,
    /// What kind of token it is.
    pub kind: TokenKind,
    /// Its lemma in the lexicon.
    pub lemma_id: Option<LemmaId>,
    /// Universal part of speech; of what is no word, punctuation, number or symbol.
    pub upos: Upos,
    /// What the chosen reading says; none for what is no word.
    pub tag: Option<Tag>,
    /// Whether a table or the lexicon knows the word.
    pub known: bool,
    /// Bytes of the token up to the end of its conjunction.
    conjunction_end: u32,
    /// Bytes of the token up to the end of conjunction, preposition and future particle.
    proclitics_end: u32,
    /// Bytes of the token up to where its attached pronoun starts, or its end.
    pronoun_start: u32,
    /// Letters of conjunction, preposition and future particle.
    proclitics: u32,
    /// What the layers worked out of it.
    pub(crate) worked: Worked,
}

impl Facts {
    /// How many letters stand before the word itself: conjunction, preposition, future particle.
    pub fn proclitics(&self) -> u32 {
        self.proclitics
    }

    /// The conjunction in front, `w` or `f`.
    pub fn conjunction(&self) -> Option<u8> {
        self.tag.map(|t| t.conjunction).filter(|c| *c != 0)
    }

    /// The preposition in front, `b`, `k` or `l`.
    pub fn preposition(&self) -> Option<u8> {
        self.tag.map(|t| t.preposition).filter(|c| *c != 0)
    }

    /// Whether the article is there.
    pub fn article(&self) -> bool {
        self.tag.is_some_and(|t| t.particle == b'A')
    }

    /// Whether a pronoun is attached.
    pub fn pronoun(&self) -> bool {
        self.tag.is_some_and(|t| t.pronoun != 0)
    }
}

/// A text with its tokens, layout and words.
#[derive(Debug)]
pub struct View<'a> {
    /// The text.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// Blocks and sentences.
    pub layout: &'a Layout,
    /// What the words are.
    pub morphology: &'a Morphology,
    seen: Seen,
}

/// What a [`View`] worked out: kept from one look at a text to the next, as it borrows nothing.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    facts: Vec<Arc<Facts>>,
    fact_of: Vec<u32>,
    sentence_of: Vec<u32>,
}

/// A token seen through a [`View`].
#[derive(Debug, Clone, Copy)]
pub struct Word<'v> {
    /// Its number.
    pub at: usize,
    /// Where it stands.
    pub span: ByteSpan,
    /// What kind of token it is.
    pub kind: TokenKind,
    /// As written.
    pub surface: &'v str,
    /// What is known of it.
    pub facts: &'v Facts,
}

impl Word<'_> {
    /// Its place without the conjunction in front.
    pub fn after_conjunction(&self) -> ByteSpan {
        self.cut(self.facts.conjunction_end)
    }

    /// Its place without conjunction, preposition and future particle. The article of لل counts from its second ل.
    pub fn after_proclitics(&self) -> ByteSpan {
        self.cut(self.facts.proclitics_end)
    }

    /// Its place without proclitics and attached pronoun.
    pub fn without_clitics(&self) -> ByteSpan {
        let span = self.after_proclitics();
        let end = (self.span.start + self.facts.pronoun_start).max(span.start);
        ByteSpan::new(span.start as usize, end as usize)
    }

    /// Its place without its first letters, marks and tatweel on them included.
    pub fn after_letters(&self, count: u32) -> ByteSpan {
        let mut left = count + 1;
        for (at, c) in self.surface.char_indices() {
            if matches!(class(c), Class::Mark | Class::Invisible) || c == TATWEEL {
                continue;
            }
            left -= 1;
            if left == 0 {
                return self.cut(at as u32);
            }
        }
        self.cut(if count == 0 { 0 } else { self.surface.len() as u32 })
    }

    fn cut(&self, bytes: u32) -> ByteSpan {
        ByteSpan::new((self.span.start + bytes).min(self.span.end) as usize, self.span.end as usize)
    }

    /// Whether it is this punctuation mark or sign.
    pub fn is(&self, mark: &str) -> bool {
        self.kind != TokenKind::Word && self.surface == mark
    }

    /// Whether it is a word in Arabic letters.
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }
}

impl<'a> View<'a> {
    /// Looks at a text.
    pub fn new(text: &'a str, tokens: &'a [Token], layout: &'a Layout, morphology: &'a Morphology) -> View<'a> {
        View::remembering(&mut Words::default(), text, tokens, layout, morphology)
    }

    /// The same for a text whose words may have been looked at in another.
    pub(crate) fn remembering(
        words: &mut Words,
        text: &'a str,
        tokens: &'a [Token],
        layout: &'a Layout,
        morphology: &'a Morphology,
    ) -> View<'a> {
        let mut facts: Vec<Arc<Facts>> = Vec::with_capacity(morphology.table.len());
        let mut fact_of = Vec::with_capacity(tokens.len());
        // An answer has one spelling; what has none may be taken for different things, whatever its letters.
        let mut of_answer = vec![NONE; morphology.table.len()];
        let mut others: HashMap<(&str, TokenKind), u32, FxBuildHasher> = HashMap::default();
        for (at, token) in tokens.iter().enumerate() {
            let surface = token.span.of(text);
            let answer = morphology.answers.get(at).copied().unwrap_or(NONE) as usize;
            let number = match (of_answer.get_mut(answer), morphology.table.get(answer)) {
                (Some(number), Some(explained)) => {
                    if *number == NONE {
                        *number = facts.len() as u32;
                        facts.push(words.facts(explained, || facts_of(surface, token.kind, Some(explained))));
                    }
                    *number
                }
                _ => *others.entry((surface, token.kind)).or_insert_with(|| {
                    facts.push(Arc::new(facts_of(surface, token.kind, None)));
                    facts.len() as u32 - 1
                }),
            };
            fact_of.push(number);
        }
        let mut sentence_of = Vec::with_capacity(tokens.len());
        for (number, sentence) in layout.sentences.iter().enumerate() {
            sentence_of.resize(sentence.tokens.end.min(tokens.len()), number as u32);
        }
        sentence_of.resize(tokens.len(), layout.sentences.len().saturating_sub(1) as u32);
        View { text, tokens, layout, morphology, seen: Seen { facts, fact_of, sentence_of } }
    }

    /// What was worked out, for [`View::again`].
    pub(crate) fn into_seen(self) -> Seen {
        self.seen
    }

    /// Looks once more at the text that `seen` was worked out of.
    pub(crate) fn again(seen: Seen, text: &'a str, tokens: &'a [Token], layout: &'a Layout, morphology: &'a Morphology) -> View<'a> {
        View { text, tokens, layout, morphology, seen }
    }

    /// How many tokens there are.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// A token.
    pub fn word(&self, at: usize) -> Option<Word<'_>> {
        let token = self.tokens.get(at)?;
        let facts = self.seen.facts.get(*self.seen.fact_of.get(at)? as usize)?;
        Some(Word { at, span: token.span, kind: token.kind, surface: token.span.of(self.text), facts })
    }

    /// What is known of a token.
    pub fn facts_at(&self, at: usize) -> Option<&Facts> {
        self.facts(*self.seen.fact_of.get(at)? as usize)
    }

    /// The tokens of a range.
    pub fn words(&self, range: Range<usize>) -> impl DoubleEndedIterator<Item = Word<'_>> + Clone {
        (range.start..range.end.min(self.len())).filter_map(|at| self.word(at))
    }

    /// The number of a token's distinct word, below [`View::distinct`]: what layers keep their own tables by.
    pub fn number(&self, at: usize) -> usize {
        self.seen.fact_of.get(at).map_or(0, |n| *n as usize)
    }

    /// The distinct words.
    pub fn distinct(&self) -> impl ExactSizeIterator<Item = &Facts> {
        self.seen.facts.iter().map(|facts| &**facts)
    }

    /// A distinct word by its number.
    pub fn facts(&self, number: usize) -> Option<&Facts> {
        self.seen.facts.get(number).map(|facts| &**facts)
    }

    /// The chosen reading of a token in full.
    pub fn explained(&self, at: usize) -> Option<&'a Explained> {
        self.morphology.of(at)
    }

    /// The sentence of a token.
    pub fn sentence_of(&self, at: usize) -> usize {
        self.seen.sentence_of.get(at).map_or(0, |n| *n as usize)
    }

    /// The tokens of a sentence.
    pub fn sentence(&self, number: usize) -> Range<usize> {
        self.layout.sentences.get(number).map_or(0..0, |s| s.tokens.clone())
    }

    /// Where a sentence starts, in bytes.
    pub fn start(&self, sentence: usize) -> u32 {
        self.layout.sentences.get(sentence).map_or(0, |s| s.span.start)
    }

    /// The role of a sentence's block.
    pub fn role(&self, sentence: usize) -> Role {
        let block = self.layout.sentences.get(sentence).and_then(|s| self.layout.blocks.get(s.block));
        block.map_or(Role::Body, |b| b.role)
    }

    /// The sentences that belong to the text itself: those of headline, byline, dateline, body and caption. Content layers read nothing else.
    pub fn read_sentences(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.layout.sentences.len()).filter(|&s| is_read(self.role(s)))
    }

    /// Whether there is white space or a line's end before a token.
    pub fn apart(&self, at: usize) -> bool {
        let (Some(before), Some(here)) = (at.checked_sub(1).and_then(|b| self.tokens.get(b)), self.tokens.get(at)) else { return true };
        before.span.end < here.span.start
    }

    /// From the start of one token to the end of another.
    pub fn span(&self, tokens: Range<usize>) -> ByteSpan {
        let start = self.tokens.get(tokens.start).map_or(0, |t| t.span.start);
        let end = tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(start, |t| t.span.end);
        ByteSpan::new(start as usize, end.max(start) as usize)
    }
}

/// Whether blocks of this role belong to the text itself.
pub fn is_read(role: Role) -> bool {
    matches!(role, Role::Headline | Role::Byline | Role::Dateline | Role::Body | Role::Caption)
}

fn facts_of(surface: &str, kind: TokenKind, explained: Option<&Explained>) -> Facts {
    let folded = fold(surface, Folding::Full);
    let whole = surface.len() as u32;
    let Some(explained) = explained else {
        let upos = match kind {
            TokenKind::Number => Upos::Num,
            TokenKind::Punct => Upos::Punct,
            TokenKind::Symbol | TokenKind::Emoji => Upos::Sym,
            _ => Upos::X,
        };
        let (base, core) = (folded.clone(), folded.clone());
        let no_lemma = String::new();
        return Facts {
            folded,
            base,
            core,
            lemma: no_lemma,
            kind,
            lemma_id: None,
            upos,
            tag: None,
            known: false,
            conjunction_end: 0,
            proclitics_end: 0,
            pronoun_start: whole,
            proclitics: 0,
            worked: Worked::default(),
        };
    };
    let mut out = Facts {
        folded,
        base: String::new(),
        core: String::new(),
        lemma: fold(&explained.word.lemma, Folding::Full),
        kind,
        lemma_id: explained.word.lemma_id,
        upos: explained.word.upos,
        tag: Some(explained.tag),
        known: explained.source != "guess",
        conjunction_end: 0,
        proclitics_end: 0,
        pronoun_start: whole,
        proclitics: 0,
        worked: Worked::default(),
    };
    let letters = &explained.written.letters;
    let end_of = |to: usize| to.checked_sub(1).and_then(|last| letters.get(last)).map_or(0, |l| l.end);
    let mut inside = false;
    for piece in &explained.word.pieces {
        let proclitic = !inside && !piece.main;
        if proclitic && matches!(piece.tag, "CONJ" | "PREP" | "FUT_PART" | "PART") {
            let end = end_of(piece.to);
            if piece.tag == "CONJ" && out.proclitics_end == out.conjunction_end {
                out.conjunction_end = end;
            }
            out.proclitics_end = out.proclitics_end.max(end);
            out.proclitics = out.proclitics.max(piece.to as u32);
            continue;
        }
        inside = true;
        let pronoun = piece.tag == "PRON" && piece.word && !piece.main;
        if pronoun {
            out.pronoun_start = out.pronoun_start.min(letters.get(piece.from).map_or(whole, |l| l.start));
        }
        fold_into(&piece.text, Folding::Full, &mut out.base);
        if piece.tag != "DET" && !pronoun {
            fold_into(&piece.text, Folding::Full, &mut out.core);
        }
    }
    if out.base.is_empty() {
        out.base.clone_from(&out.folded);
    }
    if out.core.is_empty() {
        out.core.clone_from(&out.base);
    }
    out
}
