//! Noun phrases: how far a speaker's name, title and apposition reach.
//!
//! Reads the words from a head on and grows over idafa chains, adjectives, titles, names, quoted names, prepositional phrases that
//! belong to the noun, and an apposition between commas. The decision: before أن or a colon every noun belongs to the subject, but where
//! an object may follow, a definite phrase is closed by its article and only adjectives, titles with names, and names go on.

use std::ops::Range;

use super::attribute;
use super::reading::{Reading, Use};
use super::table::{Speaks, class};
use crate::content::entities::name::is_kin;
use crate::morph::{Slot, Upos};

/// Longer phrases are none.
const LONGEST: usize = 40;

/// A noun phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Whether a person's name is in it.
    pub name: bool,
}

/// How to grow.
#[derive(Debug, Clone, Copy, Default)]
pub struct Growth {
    /// An object may follow: stop where the phrase may be closed.
    pub object: bool,
    /// Bits of the prepositions that the verb governs: they never belong to the phrase.
    pub governed: u32,
    /// The phrase stands behind a preposition: names that follow it belong to what stands before.
    pub inner: bool,
    /// Commas enclose the phrase: prepositional phrases belong to it.
    pub enclosed: bool,
}

/// The noun phrase that starts at a token and ends at `limit` at the latest.
pub fn grow(r: &Reading<'_>, start: usize, limit: usize, growth: Growth) -> Option<Phrase> {
    let mut grower = Grower::new(r, start, limit.min(start + LONGEST), growth);
    if !grower.head() {
        return None;
    }
    if r.preposition(start).is_some() && r.mention(start).is_none() {
        grower.take(start);
    }
    while grower.step() {}
    (grower.at > start).then_some(Phrase { tokens: start..grower.at, name: grower.name })
}

pub(super) struct Grower<'r, 'a> {
    pub(super) r: &'r Reading<'a>,
    pub(super) start: usize,
    pub(super) limit: usize,
    pub(super) growth: Growth,
    pub(super) at: usize,
    pub(super) name: bool,
    pub(super) closed: bool,
    /// Where the first prepositional phrase begins.
    pub(super) bare: Option<usize>,
}

impl<'r, 'a> Grower<'r, 'a> {
    pub(super) fn new(r: &'r Reading<'a>, start: usize, limit: usize, growth: Growth) -> Grower<'r, 'a> {
        Grower { r, start, limit, growth, at: start, name: false, closed: false, bare: None }
    }

    /// Whether the phrase can start here.
    pub(super) fn head(&self) -> bool {
        let r = self.r;
        let at = self.start;
        if at >= self.limit {
            return false;
        }
        if let Some(quote) = r.quote_opening(at) {
            let inside = quote.inside();
            return quote.closed && inside.len() <= 3 && quote.after() <= self.limit && !inside.into_iter().any(|i| r.finite(i));
        }
        let demonstrative = r.upos(at) == Upos::Pron && r.word(at).is_some_and(|w| w.facts.lemma == "هذا" || w.facts.lemma == "ذلك");
        (r.nominal(at) || demonstrative)
            && !r.has(at, class::FRAME | class::BREAK | class::ADVERB)
            && !(r.adverbial(at) && r.mention(at).is_none())
            && (!r.circumstance(at) || r.speaks(at).is_some() && matches!(r.upos(at), Upos::Noun | Upos::Adj))
            && r.verb(at).is_none_or(|(_, how, _)| how == Use::Verb && !r.finite(at))
    }

    pub(super) fn step(&mut self) -> bool {
        if self.at >= self.limit {
            return false;
        }
        let r = self.r;
        let at = self.at;
        // أبا: the accusative of an object.
        if self.growth.object && at > self.start && r.word(at).is_some_and(|w| w.facts.folded == "ابا") {
            return false;
        }
        if self.growth.inner && self.closed && at > self.start && self.named(at) {
            return false;
        }
        if let Some(mention) = r.mention(at).filter(|m| m.tokens.start == at && (r.preposition(at).is_none() || at == self.start)) {
            let end = self.mention_end(mention.tokens.clone());
            let person = r.name(at);
            let institution = r.speaks(self.start) == Some(Speaks::Body);
            if self.growth.object && self.closed && (!person || institution) && at > self.start {
                return false;
            }
            if end <= self.limit && (at == self.start || !self.conjoined(at) || self.may_conjoin(at)) {
                self.name |= person;
                self.closed = true;
                self.at = end;
                return true;
            }
        }
        if let Some(quote) = r.quote_opening(at) {
            let short = quote.closed && quote.inside().len() <= 5 && quote.after() <= self.limit;
            // A name in quotation marks stands behind what it names, and something of the sentence follows.
            let named = at == self.start || r.nominal(at - 1);
            let whole = at == self.start;
            if short && named && (whole || !self.growth.object || r.speaks(at.saturating_sub(1)) == Some(Speaks::Body)) {
                self.at = quote.after();
                self.closed = true;
                return true;
            }
            return false;
        }
        if r.is(at, "(") && at > self.start {
            let close = (at + 1..self.limit.min(at + 8)).find(|&i| r.is(i, ")"));
            if let Some(close) = close {
                self.at = close + 1;
                return true;
            }
            return false;
        }
        if r.comma(at) {
            return self.apposition();
        }
        // د. محمود
        if r.is(at, ".") && at > self.start && r.word(at - 1).is_some_and(|w| w.is_word() && w.surface.chars().count() <= 2) {
            self.at += 1;
            self.closed = false;
            return true;
        }
        if at > self.start && attribute::relative(r, at) {
            return self.described(at);
        }
        if r.preposition(at).is_some() && !(self.kin(at) && self.closed) {
            return self.prepositional();
        }
        if r.upos(at) == Upos::Pron && r.word(at).is_some_and(|w| w.facts.lemma == "هذا" || w.facts.lemma == "ذلك") {
            if at > self.start && self.closed && self.growth.object {
                return false;
            }
            self.at += 1;
            self.closed = !r.article(at + 1);
            return true;
        }
        if self.kin(at) && at > self.start && self.closed {
            self.at += 1;
            return true;
        }
        // النائب صباح كريم
        let general = at > self.start
            && r.speaks(at - 1) == Some(Speaks::Role)
            && r.word(at).is_some_and(|w| w.facts.folded == "عام")
            && r.time(at).is_none();
        let morning = general
            || at > self.start
                && r.definite(at - 1)
                && r.speaks(at - 1) == Some(Speaks::Role)
                && !r.article(at)
                && r.nominal(at + 1)
                && !r.article(at + 1)
                && !r.has(at + 1, class::TIME)
                && r.time(at).is_none();
        if !r.nominal(at) || at > self.start && r.adverbial(at) && !morning {
            // Digits stand at the head of some phrases: 23 نائبا.
            return false;
        }
        if at > self.start && (r.circumstance(at) || r.verb(at).is_some_and(|(_, how, _)| how == Use::Participle)) {
            return false;
        }
        if r.has(at, class::BREAK | class::FRAME) {
            return false;
        }
        if at > self.start && self.conjoined(at) {
            if !self.may_conjoin(at) {
                return false;
            }
            self.closed = false;
        } else if at > self.start && self.growth.object && self.closed && !self.goes_on(at) {
            return false;
        }
        self.take(at);
        true
    }

    /// Takes a noun, an adjective or a name in.
    pub(super) fn take(&mut self, at: usize) {
        let r = self.r;
        let name = r.name(at);
        self.name |= name && (at > self.start || r.speaks(at).is_none());
        let tag = r.word(at).and_then(|w| w.facts.tag);
        // An adjective that heads a phrase governs what it is the first or the greatest of: أول الداخلين.
        let heads = at == self.start && r.nominal(at + 1) && r.article(at + 1);
        let ended = tag.is_some_and(|t| t.slot == Slot::Nominative && !t.construct || t.upos == Upos::Adj && !t.definite() && !heads);
        self.closed |= r.definite(at) || name || ended;
        self.at = at + 1;
    }

    /// Where a mention ends for this phrase: an object that was taken into it is not a part.
    pub(super) fn mention_end(&self, tokens: std::ops::Range<usize>) -> usize {
        let r = self.r;
        let tag = |at: usize| r.word(at).and_then(|w| w.facts.tag);
        let object = |at: usize| {
            let many = tag(at).is_some_and(|t| t.slot == Slot::Oblique && t.number == b'P' && t.definite());
            let one = tag(at - 1).is_some_and(|t| t.definite() && t.number == b'S');
            let told =
                r.article(at) && r.definite(at - 1) && r.speaks(at) == Some(Speaks::Role) && r.speaks(tokens.start) == Some(Speaks::Body);
            let owned = r.name(at) && r.word(at).is_some_and(|w| w.facts.pronoun());
            let second = owned || r.article(at) && r.upos(at) != Upos::Adj && r.upos(at - 1) == Upos::Adj && r.article(at - 1);
            many && one || told || second || r.word(at).is_some_and(|w| !w.facts.known && w.facts.folded.starts_with("ما"))
        };
        let cut = tokens.clone().skip(1).take(12).find(|&at| self.growth.object && object(at));
        cut.unwrap_or(tokens.end)
    }

    /// Whether somebody's name, or his title and name, begin at a token.
    pub(super) fn named(&self, at: usize) -> bool {
        let r = self.r;
        r.name(at) || r.name(at + 1) && r.speaks(at) == Some(Speaks::Role) && r.article(at)
    }

    /// Whether a word opens a name: ابو, ابن, ام.
    pub(super) fn kin(&self, at: usize) -> bool {
        let r = self.r;
        // علي before a name is one.
        let ali = r.word(at).is_some_and(|w| w.surface == "علي")
            && r.upos(at + 1) == Upos::Propn
            && (r.mention(at + 1).is_none() || r.name(at + 1));
        ali || r.word(at).is_some_and(|w| is_kin(&w.facts.folded)) && r.word(at + 1).is_some_and(|w| w.is_word())
    }

    /// Whether a noun goes on a phrase that is closed already.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        let r = self.r;
        let last = at.saturating_sub(1);
        if r.quote(last).is_some() && self.start == last.min(self.start) && r.quote_opening(self.start).is_some() {
            return r.upos(at) == Upos::Adj && r.article(at);
        }
        // ما نشر written as one word.
        if r.word(at).is_some_and(|w| !w.facts.known && w.facts.folded.starts_with("ما")) {
            return false;
        }
        if r.name(at) {
            // An institution bears nobody's name behind it.
            return r.speaks(self.start) != Some(Speaks::Body) || !r.definite(last) && r.quote(last).is_none();
        }
        if r.action(at) && !r.article(at) {
            return false;
        }
        match r.upos(at) {
            Upos::Adj => (r.article(at) == r.definite(last) || r.name(last)) && !self.another(at),
            // A title before a name, a family name after a first one.
            Upos::Noun | Upos::Num if r.article(at) => {
                (r.name(at + 1) && r.speaks(at) == Some(Speaks::Role)) || r.name(last) && r.speaks(at).is_none()
            }
            Upos::Noun => r.word(at).is_some_and(|w| is_kin(&w.facts.core)),
            Upos::X => true,
            _ => false,
        }
    }

    /// `إحدى الحاضرات الكاتبة`: one person after many is somebody else.
    pub(super) fn another(&self, at: usize) -> bool {
        let number = |at: usize| self.r.word(at).and_then(|w| w.facts.tag).map_or(0, |t| t.number);
        let human = |at: usize| matches!(self.r.speaks(at), Some(Speaks::Role | Speaks::Group));
        // رئيس الوزراء الصحفيين: who is told.
        let oblique = self.r.word(at).and_then(|w| w.facts.tag).is_some_and(|t| t.slot == Slot::Oblique && t.number != b'S');
        let one = number(at.saturating_sub(1)) == b'S';
        if oblique && (one || human(at) && human(self.start) && number(self.start) == b'S') {
            return true;
        }
        // الصحيفة الوزير: no adjective of a feminine noun is masculine.
        let tag = |at: usize| self.r.word(at).and_then(|w| w.facts.tag);
        let feminine = |at: usize| tag(at).is_some_and(|t| t.feminine_ending && t.number == b'S');
        if human(at) && at > 0 && number(at) == b'S' && feminine(at - 1) && !feminine(at) {
            return true;
        }
        number(at) == b'S' && human(at) && at > 0 && number(at - 1) == b'P' && (human(at - 1) || human(self.start))
    }

    pub(super) fn conjoined(&self, at: usize) -> bool {
        self.r.word(at).is_some_and(|w| w.facts.conjunction().is_some())
    }

    pub(super) fn may_conjoin(&self, at: usize) -> bool {
        let r = self.r;
        r.word(at).is_some_and(|w| w.facts.conjunction() == Some(b'w'))
            && !r.comma(at.saturating_sub(1))
            && !r.finite(at)
            && r.verb(at).is_none()
    }
}
