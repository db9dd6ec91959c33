//! The text as reported speech sees it: every word's classes, quotations, mentions and times by token.
//!
//! Reads the view and the layers before; adds flags for each distinct word and the look-ups that the rules ask. Everything is worked
//! out once for each distinct word or token, so that a rule is a few looks into tables.

use std::ops::Range;

use super::quotes::{self, Quote};
use super::source;
use super::table::{Agreement, NOUNS, Speaks, VERBS, Verb, WORDS, class, governs};
use crate::content::names::{EntityKind, Mention};
use crate::content::times::Time;
use crate::content::view::{Facts, View, Word};
use crate::morph::{Slot, Upos};
use crate::text::ByteSpan;

/// How a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// A finite verb.
    Verb,
    /// A participle that goes on.
    Participle,
}

/// What a distinct word is to reported speech.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known {
    flags: u32,
    verb: Option<(u16, Use, Agreement)>,
    speaks: Option<Speaks>,
    /// أن, إن and the like, with or without pronoun.
    complementiser: bool,
    /// Read as a verb, and written like a noun that speaks.
    misread: bool,
    /// Read as a perfect without pronoun.
    verbal: bool,
    /// A source phrase may begin with it.
    source: bool,
}

const NO: u32 = u32::MAX;

/// The text with all that the rules ask.
pub struct Reading<'a> {
    /// The words.
    pub view: &'a View<'a>,
    /// Mentions, ascending.
    pub mentions: &'a [Mention],
    /// Times, ascending.
    pub times: &'a [Time],
    /// Quotations, ascending.
    pub quotes: Vec<Quote>,
    quote_of: Vec<u32>,
    mention_of: Vec<u32>,
    time_of: Vec<u32>,
}

fn spread(table: &mut [u32], range: Range<usize>, number: usize) {
    if let Some(cells) = table.get_mut(range) {
        cells.fill(number as u32);
    }
}

impl<'a> Reading<'a> {
    /// Looks at a text.
    pub fn new(view: &'a View<'a>, mentions: &'a [Mention], times: &'a [Time]) -> Reading<'a> {
        let mut out = Reading {
            view,
            mentions,
            times,
            quotes: Vec::new(),
            quote_of: vec![NO; view.len()],
            mention_of: vec![NO; view.len()],
            time_of: vec![NO; view.len()],
        };
        for block in &view.layout.blocks {
            out.quotes.extend(quotes::find(view, block.tokens.clone()));
        }
        for (number, quote) in out.quotes.iter().enumerate() {
            spread(&mut out.quote_of, quote.open..quote.after(), number);
        }
        for (number, mention) in mentions.iter().enumerate() {
            spread(&mut out.mention_of, mention.tokens.clone(), number);
        }
        let mut at = 0;
        for (number, time) in times.iter().enumerate() {
            while view.word(at).is_some_and(|w| w.span.end <= time.span.start) {
                at += 1;
            }
            let start = at;
            while view.word(at).is_some_and(|w| w.span.start < time.span.end) {
                at += 1;
            }
            spread(&mut out.time_of, start..at, number);
        }
        out
    }

    /// The same text inside its quotations: what is quoted there is quoted once more.
    pub fn inside(&self) -> Reading<'a> {
        let mut out = Reading {
            view: self.view,
            mentions: self.mentions,
            times: self.times,
            quotes: self.quotes.iter().flat_map(|q| quotes::find(self.view, q.inside())).collect(),
            quote_of: vec![NO; self.view.len()],
            mention_of: self.mention_of.clone(),
            time_of: self.time_of.clone(),
        };
        for (number, quote) in out.quotes.iter().enumerate() {
            spread(&mut out.quote_of, quote.open..quote.after(), number);
        }
        out
    }

    /// A token.
    pub fn word(&self, at: usize) -> Option<Word<'_>> {
        self.view.word(at)
    }

    fn known(&self, at: usize) -> Known {
        self.view.facts_at(at).map_or_else(Known::default, |facts| *facts.worked.speech.get_or_init(|| known(facts)))
    }

    /// Whether a source phrase may begin at a token.
    pub fn may_name_source(&self, at: usize) -> bool {
        self.known(at).source
    }

    /// Whether a token has one of these classes.
    pub fn has(&self, at: usize, classes: u32) -> bool {
        self.known(at).flags & classes != 0
    }

    /// The verb of saying at a token.
    pub fn verb(&self, at: usize) -> Option<(&'static Verb, Use, Agreement)> {
        let (number, how, agreement) = self.known(at).verb?;
        // يدّعي claims, يُدعى is called: the last letter tells them apart.
        let called = self.word(at).is_some_and(|w| w.surface.ends_with("دعى") && matches!(w.facts.base.as_str(), "يدعي" | "تدعي"));
        if called {
            return None;
        }
        VERBS.get(number).map(|verb| (verb, how, agreement))
    }

    /// What kind of speaker a token names.
    pub fn speaks(&self, at: usize) -> Option<Speaks> {
        self.known(at).speaks.or_else(|| self.misread(at).then_some(Speaks::Body))
    }

    /// Whether a token is أن or إن.
    pub fn complementiser(&self, at: usize) -> bool {
        self.known(at).complementiser
    }

    /// The quotation that a token belongs to, marks included.
    pub fn quote(&self, at: usize) -> Option<&Quote> {
        self.quotes.get(*self.quote_of.get(at)? as usize)
    }

    /// The quotation that opens at a token.
    pub fn quote_opening(&self, at: usize) -> Option<&Quote> {
        self.quote(at).filter(|q| q.open == at)
    }

    /// The mention that a token belongs to.
    pub fn mention(&self, at: usize) -> Option<&'a Mention> {
        self.mentions.get(*self.mention_of.get(at)? as usize)
    }

    /// The expression of time that a token belongs to.
    pub fn time(&self, at: usize) -> Option<&'a Time> {
        self.times.get(*self.time_of.get(at)? as usize)
    }

    /// Whether a token belongs to an expression of time or is an adverb of time or manner.
    pub fn adverbial(&self, at: usize) -> bool {
        self.time(at).is_some() || self.has(at, class::TIME | class::ADVERB)
    }

    /// Whether a token that was read as a verb is a noun that speaks, right after a verb of saying: كشف نادى الزوراء.
    fn misread(&self, at: usize) -> bool {
        if at == 0 || !self.known(at).verbal || !self.verb(at - 1).is_some_and(|(_, how, _)| how == Use::Verb) {
            return false;
        }
        // وقالت صعب إن: between a verb of saying and its words stands its subject.
        let next = at + 1;
        let words = self.complementiser(next) || self.is(next, ":") || self.preposition(next).is_some();
        self.known(at).misread || words && self.word(at).is_some_and(|w| w.facts.conjunction().is_none())
    }

    /// Part of speech of a token.
    pub fn upos(&self, at: usize) -> Upos {
        self.word(at).map_or(Upos::Punct, |w| w.facts.upos)
    }

    /// Whether a token is a comma.
    pub fn comma(&self, at: usize) -> bool {
        self.word(at).is_some_and(|w| matches!(w.surface, "،" | "," | "؛" | ";"))
    }

    /// Whether a token is this mark.
    pub fn is(&self, at: usize, mark: &str) -> bool {
        self.word(at).is_some_and(|w| w.is(mark))
    }

    /// Whether a token is a noun, an adjective, a name or a numeral, or a foreign word.
    pub fn nominal(&self, at: usize) -> bool {
        use crate::layout::TokenKind::{Handle, Hashtag, Latin, Word as Arabic};
        self.word(at).is_some_and(|w| match w.kind {
            Arabic if self.misread(at) => true,
            Arabic => {
                w.facts.tag.is_some_and(|t| t.nominal() || w.facts.upos == Upos::X || w.facts.upos == Upos::Det) && !self.complementiser(at)
            }
            Latin | Handle | Hashtag => true,
            _ => false,
        })
    }

    /// Whether a token has a preposition in front or is one; which, as its first letters.
    pub fn preposition(&self, at: usize) -> Option<&str> {
        let word = self.word(at)?;
        let facts: &Facts = self.view.facts(self.view.number(at))?;
        match facts.preposition() {
            Some(b'b') => Some("ب"),
            Some(b'l') => Some("ل"),
            Some(b'k') => Some("ك"),
            _ if word.facts.upos == Upos::Adp => Some(facts.lemma.as_str()),
            _ => None,
        }
    }

    /// Whether a token is a preposition that stands alone before its noun. الى and علي before a noun are never إليَّ and عليَّ.
    pub fn standing(&self, at: usize) -> bool {
        self.upos(at) == Upos::Adp
            && self.word(at).is_some_and(|w| {
                !w.facts.pronoun() || matches!(w.facts.folded.as_str(), "الي" | "علي" | "والي" | "وعلي") && self.nominal(at + 1)
            })
    }

    /// The bit of [`governs`] of a preposition at a token, and where its noun starts.
    pub fn governed(&self, at: usize) -> u32 {
        match self.preposition(at) {
            Some("ب") => governs::BI,
            Some("الي") => governs::ILA,
            Some("علي") => governs::ALA,
            Some("من") => governs::MIN,
            Some("عن") => governs::AN,
            Some("في") => governs::FI,
            _ => 0,
        }
    }

    /// Whether a token is a finite verb.
    pub fn finite(&self, at: usize) -> bool {
        self.word(at).is_some_and(|w| w.facts.tag.is_some_and(|t| t.verbal()) && matches!(w.facts.upos, Upos::Verb)) && !self.misread(at)
    }

    /// Whether a token names somebody: part of a person's mention, or a name that no mention explains.
    pub fn name(&self, at: usize) -> bool {
        match self.mention(at) {
            Some(mention) => mention.kind == EntityKind::Person,
            None if !self.mentions.is_empty() => false,
            None => self.word(at).is_some_and(|w| w.is_word() && (w.facts.upos == Upos::Propn || !w.facts.known && self.nominal(at))),
        }
    }

    /// Whether a token is definite: it has the article or a pronoun, or is a name.
    pub fn definite(&self, at: usize) -> bool {
        self.word(at).is_some_and(|w| w.facts.article() || w.facts.pronoun() || w.facts.upos == Upos::Propn)
    }

    /// Whether the article is there.
    pub fn article(&self, at: usize) -> bool {
        self.word(at).is_some_and(|w| w.facts.article())
    }

    /// Whether a noun is a verbal noun: what may be announced, denied or expected.
    pub fn action(&self, at: usize) -> bool {
        if self.has(at, class::ACTION) {
            // رفع is read as a verb now and then; with و it is one.
            return !self.finite(at)
                || self.word(at).is_some_and(|w| w.facts.conjunction().is_none() && w.facts.tag.is_some_and(|t| t.aspect == 1));
        }
        let Some(explained) = self.view.explained(at) else { return false };
        let verbal = explained.word.pattern.as_deref().is_some_and(|p| VERBAL.contains(&p));
        self.upos(at) == Upos::Noun && verbal && self.speaks(at).is_none()
    }

    /// Whether an indefinite accusative stands there that is an adverb or a circumstance.
    pub fn circumstance(&self, at: usize) -> bool {
        self.word(at).is_some_and(|w| {
            w.facts.upos == Upos::Adv || w.facts.tag.is_some_and(|t| t.slot == Slot::AccusativeAlef && w.facts.upos != Upos::Propn)
        })
    }

    /// The place of tokens without the proclitics of the first.
    pub fn span(&self, tokens: Range<usize>) -> ByteSpan {
        let whole = self.view.span(tokens.clone());
        let start = self.word(tokens.start).map_or(whole.start, |w| w.after_proclitics().start);
        ByteSpan::new(start as usize, whole.end.max(start) as usize)
    }
}

/// Patterns of verbal nouns.
const VERBAL: [&str; 11] = ["تَفْعِيل", "تَفْعِلَة", "إِفْعال", "اِفْتِعال", "اِنْفِعال", "اِسْتِفْعال", "تَفَعُّل", "تَفاعُل", "مُفاعَلَة", "إِفْعالَة", "فِعالَة"];

fn known(facts: &Facts) -> Known {
    let mut out = Known { source: source::begins(facts), ..Known::default() };
    let Some(tag) = facts.tag else { return out };
    for form in [&facts.folded, &facts.base, &facts.core] {
        out.flags |= WORDS.get(form.as_str()).copied().unwrap_or(0);
    }
    out.flags |= WORDS.get(facts.lemma.as_str()).copied().unwrap_or(0) & !class::TIME;
    // الأمين العام is no year.
    if tag.upos == Upos::Adj {
        out.flags &= !class::TIME;
    }
    // A verb or particle of another meaning shares letters with some of these words.
    if tag.verbal() && tag.upos == Upos::Verb {
        out.flags &= class::SILENT | class::MODAL | class::ACTION;
    } else {
        out.flags &= !class::SILENT;
    }
    out.complementiser = facts.lemma == "ان"
        && matches!(facts.upos, Upos::Sconj | Upos::Part)
        && !matches!(facts.core.as_str(), "لان" | "كان")
        && facts.preposition() != Some(b'l')
        && facts.preposition() != Some(b'k');
    out.speaks = if tag.nominal() { NOUNS.get(&facts.lemma).or_else(|| NOUNS.get(&facts.core)).copied() } else { None };
    out.verbal = tag.upos == Upos::Verb && tag.aspect == 1 && tag.pronoun == 0;
    out.misread = tag.upos == Upos::Verb && NOUNS.contains_key(&facts.folded);
    out.verb = verb(facts);
    out
}

fn verb(facts: &Facts) -> Option<(u16, Use, Agreement)> {
    let tag = facts.tag?;
    let agreement = Agreement::new(tag.gender, tag.number);
    if tag.upos == Upos::Verb && tag.verbal() {
        if tag.person != 3 && tag.person != 0 {
            return None;
        }
        // يُدعى: is called.
        if matches!(facts.base.as_str(), "يدعي" | "تدعي") && facts.folded != facts.lemma && !facts.pronoun() && tag.conjunction != 0
        {
            return None;
        }
        if let Some(number) = VERBS.of_lemma(&facts.lemma) {
            return Some((number, Use::Verb, agreement));
        }
    }
    let bare = facts.folded.strip_prefix(['و', 'ف']).unwrap_or(&facts.folded);
    // مكتفيا بالقول إن, رد بقوله
    if matches!(bare, "بالقول" | "بقوله" | "بقولها" | "بقولهم") {
        let gender = if bare.ends_with("ها") { b'F' } else { 0 };
        return VERBS.of_lemma("قال").map(|number| (number, Use::Participle, Agreement::new(gender, 0)));
    }
    if let Some((number, agreement)) = VERBS.of_participle(&facts.base).or_else(|| VERBS.of_participle(bare))
        && tag.preposition == 0
        && !facts.article()
    {
        return Some((number, Use::Participle, agreement));
    }
    let number = VERBS.of_form(&facts.base).or_else(|| VERBS.of_form(bare))?;
    // A short form is as often a noun: trust the tagger there.
    let long = bare.chars().count() >= 4 && bare != facts.lemma || matches!(bare, "قال" | "قالت" | "قالوا");
    let verbal = tag.upos == Upos::Verb;
    if !verbal && (!long || tag.preposition != 0 || facts.article()) {
        return None;
    }
    let agreement = match bare {
        _ if bare.ends_with("وا") || bare.ends_with("ون") => Agreement::new(b'M', b'P'),
        _ if bare.ends_with('ت') || bare.starts_with('ت') && !bare.starts_with("تابع") => Agreement::new(b'F', b'S'),
        _ => Agreement::new(b'M', b'S'),
    };
    Some((number, Use::Verb, agreement))
}
