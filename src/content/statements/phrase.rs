//! Noun phrases: how far a speaker's name, title and apposition reach.
//!
//! Reads the words from a head on and grows over idafa chains, adjectives, titles, names, quoted names, prepositional phrases that
//! belong to the noun, and an apposition between commas. The decision: before أن or a colon every noun belongs to the subject, but where
//! an object may follow, a definite phrase is closed by its article and only adjectives, titles with names, and names go on.

use std::ops::Range;

use super::reading::{Reading, Use};
use super::table::{Agreement, Speaks, class};
use crate::morph::{Slot, Upos};

/// Longer phrases are none.
const LONGEST: usize = 40;

/// Nouns behind من that tell where somebody is from.
const PLACES: [&str; 7] = ["بلده", "مدينه", "قريه", "حي", "محافظه", "سكان", "منطقه"];

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
    (grower.at > start).then(|| Phrase { tokens: start..grower.at, name: grower.name })
}

struct Grower<'r, 'a> {
    r: &'r Reading<'a>,
    start: usize,
    limit: usize,
    growth: Growth,
    at: usize,
    name: bool,
    closed: bool,
    /// Where the first prepositional phrase begins.
    bare: Option<usize>,
}

impl<'r, 'a> Grower<'r, 'a> {
    fn new(r: &'r Reading<'a>, start: usize, limit: usize, growth: Growth) -> Grower<'r, 'a> {
        Grower { r, start, limit, growth, at: start, name: false, closed: false, bare: None }
    }

    /// Whether the phrase can start here.
    fn head(&self) -> bool {
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
            && (!r.circumstance(at) || r.speaks(at).is_some() && r.upos(at) == Upos::Noun)
            && r.verb(at).is_none_or(|(_, how, _)| how == Use::Verb && !r.finite(at))
    }

    fn step(&mut self) -> bool {
        if self.at >= self.limit {
            return false;
        }
        let r = self.r;
        let at = self.at;
        if self.growth.inner && self.closed && at > self.start && self.named(at) {
            return false;
        }
        if let Some(mention) = r.mention(at).filter(|m| m.tokens.start == at && (r.preposition(at).is_none() || at == self.start)) {
            let end = mention.tokens.end;
            let person = r.name(at);
            if self.growth.object && self.closed && !person && at > self.start {
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
        if r.preposition(at).is_some() {
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
        if !r.nominal(at) || at > self.start && r.adverbial(at) {
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
    fn take(&mut self, at: usize) {
        let r = self.r;
        let name = r.name(at);
        self.name |= name && at > self.start || name && r.speaks(at).is_none();
        let tag = r.word(at).and_then(|w| w.facts.tag);
        let ended = tag.is_some_and(|t| t.slot == Slot::Nominative && !t.construct || t.upos == Upos::Adj && !t.definite());
        self.closed |= r.definite(at) || name || ended;
        self.at = at + 1;
    }

    /// Whether somebody's name, or his title and name, begin at a token.
    fn named(&self, at: usize) -> bool {
        let r = self.r;
        r.name(at) || r.name(at + 1) && r.speaks(at) == Some(Speaks::Role) && r.article(at)
    }

    /// Whether a word opens a name: ابو, ابن, ام.
    fn kin(&self, at: usize) -> bool {
        let opens = |w: crate::content::view::Word<'_>| {
            matches!(w.facts.folded.as_str(), "ابو" | "ابن" | "بن" | "بنت" | "ام" | "ولد" | "عبد" | "ال" | "ابي" | "اب")
        };
        self.r.word(at).is_some_and(opens) && self.r.word(at + 1).is_some_and(|w| w.is_word())
    }

    /// Whether a noun goes on a phrase that is closed already.
    fn goes_on(&self, at: usize) -> bool {
        let r = self.r;
        let last = at.saturating_sub(1);
        if r.quote(last).is_some() && self.start == last.min(self.start) && r.quote_opening(self.start).is_some() {
            return r.upos(at) == Upos::Adj && r.article(at);
        }
        // ما نشر written as one word.
        if r.word(at).is_some_and(|w| !w.facts.known && w.facts.folded.starts_with("ما")) && r.mention(at).is_none() {
            return false;
        }
        if r.name(at) {
            return true;
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
            Upos::Noun => {
                r.word(at).is_some_and(|w| matches!(w.facts.core.as_str(), "ابو" | "ابن" | "بن" | "بنت" | "ام" | "ولد" | "عبد" | "ال"))
            }
            Upos::X => true,
            _ => false,
        }
    }

    /// `إحدى الحاضرات الكاتبة`: one person after many is somebody else.
    fn another(&self, at: usize) -> bool {
        let number = |at: usize| self.r.word(at).and_then(|w| w.facts.tag).map_or(0, |t| t.number);
        let human = |at: usize| matches!(self.r.speaks(at), Some(Speaks::Role | Speaks::Group));
        // رئيس الوزراء الصحفيين: who is told.
        let oblique = self.r.word(at).and_then(|w| w.facts.tag).is_some_and(|t| t.slot == Slot::Oblique && t.number != b'S');
        if oblique && human(at) && human(self.start) && number(self.start) == b'S' {
            return true;
        }
        number(at) == b'S' && human(at) && at > 0 && number(at - 1) == b'P' && (human(at - 1) || human(self.start))
    }

    fn conjoined(&self, at: usize) -> bool {
        self.r.word(at).is_some_and(|w| w.facts.conjunction().is_some())
    }

    fn may_conjoin(&self, at: usize) -> bool {
        let r = self.r;
        r.word(at).is_some_and(|w| w.facts.conjunction() == Some(b'w'))
            && !r.comma(at.saturating_sub(1))
            && !r.finite(at)
            && r.verb(at).is_none()
    }

    /// `، بن رودس،`: a noun phrase between commas that explains the one before.
    fn apposition(&mut self) -> bool {
        let r = self.r;
        let start = self.at + 1;
        if start >= self.limit
            || r.preposition(start).is_some()
            || r.finite(start)
            || self.conjoined(start)
            || r.quote_opening(start).is_some()
        {
            return false;
        }
        let growth = Growth { enclosed: true, ..Growth::default() };
        let mut inner = Grower::new(r, start, self.limit.min(start + 14), growth);
        if r.comma(self.at) && !inner.head() {
            return false;
        }
        // Another comma ends it; no apposition inside an apposition.
        while inner.at < inner.limit && !r.comma(inner.at) && inner.step() {}
        let ended = r.comma(inner.at) || inner.at == self.limit || self.r.word(inner.at).is_none_or(|w| w.surface.starts_with('.'));
        let head_definite = r.definite(start) || inner.name || r.speaks(start).is_some();
        if inner.at == start || !ended || !head_definite {
            return false;
        }
        self.name |= inner.name;
        self.closed = true;
        self.at = inner.at;
        // فريق الرئيس، فلان، للأمن القومي أنه
        let after = inner.at + 1;
        if r.comma(inner.at)
            && r.preposition(after) == Some("ل")
            && !r.has(after, class::READER)
            && !matches!(r.speaks(after), Some(Speaks::Role | Speaks::Group))
            && r.article(after)
        {
            let mut end = after + 1;
            while end < self.limit && r.upos(end) == Upos::Adj {
                end += 1;
            }
            if end == self.limit || r.complementiser(end) {
                self.at = end;
            }
        }
        false
    }

    /// A prepositional phrase that belongs to the noun.
    fn prepositional(&mut self) -> bool {
        let r = self.r;
        let at = self.at;
        if at == self.start || r.has(at, class::FRAME | class::ADVERB) || r.adverbial(at) {
            return false;
        }
        let by_name = r.word(at).is_some_and(|w| w.facts.core == "اسم") && r.preposition(at) == Some("ب");
        if r.governed(at) & self.growth.governed != 0 && !by_name {
            return false;
        }
        let standing = r.upos(at) == Upos::Adp;
        let noun = at + usize::from(standing);
        if standing && !r.standing(at) || noun >= self.limit || r.adverbial(noun) || r.has(noun, class::FRAME) {
            return false;
        }
        let placed = r.word(noun).is_some_and(|w| PLACES.contains(&w.facts.lemma.as_str()) || PLACES.contains(&w.facts.folded.as_str()));
        let preposition = r.preposition(at).unwrap_or("");
        let fits = match preposition {
            "ب" if by_name => true,
            _ if self.name => preposition == "من" && placed,
            "في" => !r.has(noun, class::VENUE),
            "ب" => r.speaks(noun) == Some(Speaks::Body),
            "ل" => !r.has(noun, class::READER) && r.word(noun).is_some_and(|w| w.is_word()),
            "من" => !r.word(noun).is_some_and(|w| matches!(w.facts.core.as_str(), "جهه" | "جانب" | "خلال" | "دون" | "غير" | "ناحيه")),
            "عن" | "لدي" | "علي" | "الي" => true,
            _ => false,
        };
        if !fits {
            return false;
        }
        let growth = Growth { object: true, governed: self.growth.governed, inner: true, enclosed: false };
        let mut inner = Grower::new(r, noun, self.limit, growth);
        let bare = *self.bare.get_or_insert(at);
        inner.take(noun);
        if let Some(quote) = r.quote_opening(noun).filter(|q| q.closed && q.after() <= self.limit) {
            inner.at = quote.after();
        }
        while inner.at < inner.limit && !r.comma(inner.at) && inner.at - noun < 12 && (r.preposition(inner.at).is_none()) && inner.step() {}
        let end = inner.at;
        let follows = end < self.limit && (r.name(end) || r.name(end + 1) && r.speaks(end) == Some(Speaks::Role));
        let head_open = !(self.start..bare).any(|i| r.definite(i));
        let expert = (self.start..at).any(|i| r.has(i, class::EXPERT));
        let belongs = match preposition {
            "ب" if by_name => true,
            _ if self.growth.enclosed => true,
            "من" => placed || head_open || follows,
            "في" => follows || inner.name && expert || head_open || expert,
            "ل" => follows || r.upos(at - 1) == Upos::Adj || matches!(r.speaks(self.start), Some(Speaks::Paper | Speaks::Role)),
            _ => follows || head_open,
        };
        if !belongs {
            return false;
        }
        self.name |= inner.name && follows;
        self.closed = true;
        self.at = end;
        true
    }
}

/// Gender and number of a phrase, from its head; 0 where the head does not show them.
pub fn agreement(r: &Reading<'_>, phrase: &Phrase) -> Agreement {
    let head = phrase.tokens.start;
    let Some(tag) = r.word(head).and_then(|w| w.facts.tag) else { return Agreement::default() };
    // A lone noun that names nobody by what he is may be a family name.
    if r.name(head) || phrase.tokens.len() == 1 && r.speaks(head).is_none() && !tag.feminine_ending && tag.number == b'S' {
        return Agreement::default();
    }
    let conjoined = phrase.tokens.clone().skip(1).any(|at| r.word(at).is_some_and(|w| w.facts.conjunction().is_some()));
    let known = r.word(head).is_some_and(|w| w.facts.known) && tag.upos != Upos::Propn;
    let number = match (r.speaks(head), tag.number) {
        (Some(Speaks::Group), _) => 0,
        _ if conjoined && tag.upos == Upos::Propn => 0,
        (_, number) if known => number,
        _ => 0,
    };
    let gender = match tag.gender {
        _ if !known => 0,
        b'F' => b'F',
        _ if tag.feminine_ending => b'F',
        gender if tag.number == b'S' => gender,
        _ => 0,
    };
    Agreement { gender, number }
}

/// Whether a verb before or after its subject can belong to this phrase.
pub fn agrees(r: &Reading<'_>, verb: Agreement, phrase: &Phrase, before: bool) -> bool {
    let subject = agreement(r, phrase);
    let head = phrase.tokens.start;
    let human = r.speaks(head).is_none_or(|s| s == Speaks::Role || s == Speaks::Group);
    let oblique =
        r.word(head).is_some_and(|w| w.facts.known && w.facts.tag.is_some_and(|t| t.slot == Slot::Oblique && t.upos != Upos::Propn));
    if !before && (verb.number == b'P' || oblique && r.mention(head).is_none()) {
        return false;
    }
    match (verb.gender, verb.number, subject.gender, subject.number) {
        (b'F', b'S', b'M', b'S') => r.speaks(head) == Some(Speaks::Group),
        (b'M', b'S', b'F', b'S') => false,
        (b'M', b'S', _, b'P') => human && !before,
        (b'M', b'P', b'F' | b'M', b'S') => false,
        _ => true,
    }
}
