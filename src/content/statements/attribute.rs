//! What stands behind a noun and belongs to it: appositions, relative clauses, prepositional phrases.
//!
//! Reads on from where a phrase has come to. The decision: a prepositional phrase belongs to a speaker if his name follows it, if he is
//! indefinite, or if his office calls for it (الخبير في, المتحدث باسم); otherwise it tells where, when or to whom he spoke.

use super::phrase::{Grower, Growth};
use super::reading::Reading;
use super::table::{Speaks, class};
use crate::morph::Upos;

/// Tokens of an apposition or a relative clause at most.
const DESCRIPTION: usize = 30;

impl Grower<'_, '_> {
    /// `، بن رودس،`: a noun phrase between commas that explains the one before.
    pub(super) fn apposition(&mut self) -> bool {
        let r = self.r;
        let start = self.at + 1;
        if start < self.limit && relative(r, start) {
            return self.described(start);
        }
        if start >= self.limit
            || r.preposition(start).is_some()
            || r.finite(start)
            || self.conjoined(start)
            || r.quote_opening(start).is_some()
        {
            return false;
        }
        let growth = Growth { enclosed: true, ..Growth::default() };
        let mut inner = Grower::new(r, start, self.limit.min(start + DESCRIPTION), growth);
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

    /// Whether a token is a participle that takes its preposition along: الصادرة في, المقيم في, التابعة لـ.
    fn participle(&self, at: usize) -> bool {
        let pattern = self.r.view.explained(at).and_then(|e| e.word.pattern.as_deref()).unwrap_or("");
        self.r.article(at) && at > self.start && (pattern.starts_with("مُ") || pattern.starts_with("مَفْعُول") || pattern.starts_with("فاعِل"))
    }

    /// `التي تسكن قرب المكان`: what describes the noun, to the next comma or to the words said.
    pub(super) fn described(&mut self, from: usize) -> bool {
        let r = self.r;
        if self.growth.object && self.limit > from + DESCRIPTION {
            return false;
        }
        let stop = (from + 1..self.limit.min(from + DESCRIPTION)).find(|&i| r.comma(i) || r.complementiser(i) || r.is(i, ":"));
        let end = stop.unwrap_or(self.limit);
        if end > from + DESCRIPTION || stop.is_some_and(|i| !r.comma(i)) {
            return false;
        }
        self.at = end;
        false
    }

    /// A prepositional phrase that belongs to the noun.
    pub(super) fn prepositional(&mut self) -> bool {
        let r = self.r;
        let at = self.at;
        if at == self.start || r.has(at, class::FRAME | class::ADVERB) || r.adverbial(at) {
            return false;
        }
        let by_name =
            r.word(at).is_some_and(|w| matches!(w.facts.core.as_str(), "اسم" | "رتبه" | "درجه")) && r.preposition(at) == Some("ب");
        let governed = r.governed(at) & self.growth.governed != 0 && !by_name;
        let standing = r.upos(at) == Upos::Adp;
        let noun = at + usize::from(standing);
        if standing && !r.standing(at) || noun >= self.limit || r.adverbial(noun) || r.has(noun, class::FRAME) {
            return false;
        }
        let placed = r.has(noun, class::DWELLING);
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
        let mut end = inner.at;
        let names = |end: usize| end < self.limit && (r.name(end) || r.name(end + 1) && r.speaks(end) == Some(Speaks::Role));
        let mut follows = names(end);
        // بمركز التلقيح في ورزازات أمل سعيد
        if !follows && r.preposition(end).is_some() && !r.has(end, class::FRAME) && end + 1 < self.limit && !r.adverbial(end) {
            let noun = end + usize::from(r.standing(end));
            let mut further = Grower::new(r, noun, self.limit, growth);
            if !r.has(noun, class::VENUE | class::READER) {
                further.take(noun);
                while further.at < further.limit
                    && further.at - noun < 8
                    && !r.comma(further.at)
                    && r.preposition(further.at).is_none()
                    && further.step()
                {}
                if names(further.at) {
                    (end, follows) = (further.at, true);
                }
            }
        }
        let head_open = !(self.start..bare).any(|i| r.definite(i));
        let expert = (self.start..at).any(|i| r.has(i, class::EXPERT));
        let belongs = match preposition {
            "ب" if by_name => true,
            _ if governed => follows,
            _ if self.growth.enclosed || self.participle(at - 1) => true,
            "من" => placed || head_open || follows,
            "في" => follows || head_open || expert,
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

/// Whether a token is الذي or التي.
pub fn relative(r: &Reading<'_>, at: usize) -> bool {
    r.upos(at) == Upos::Pron && r.word(at).is_some_and(|w| w.facts.lemma == "الذي")
}
