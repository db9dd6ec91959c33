//! What can be seen of a unit by itself: length, marks, dates, names of agencies.
//!
//! Features are named after what they see, not after a role; what a feature says about each role stands in
//! `role-weights.tsv`. Whether a unit is long or short is a feature of its own, so the others only ask whether they make
//! sense at that length. What depends on the page around a unit is added in `assign.rs`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::counts::{Counts, is_mark};
use super::furniture::{self, Evidence};
use super::token::{Token, TokenKind};
use super::unit::{Unit, has_halves};
use crate::data;
use crate::text::chars::{self, TATWEEL};
use crate::text::fold::{Folding, fold};

/// Folded word → its classes.
static SIGNALS: LazyLock<FxHashMap<String, Vec<&'static str>>> = LazyLock::new(|| {
    let mut map: FxHashMap<String, Vec<&'static str>> = FxHashMap::default();
    for [class, word] in data::columns::<2>(data::SIGNALS) {
        map.entry(fold(word, Folding::Full)).or_default().push(class);
    }
    map
});

/// Whether a folded word is of a class in `signals.tsv`.
fn signals(word: &str, class: &str) -> bool {
    SIGNALS.get(word).is_some_and(|classes| classes.contains(&class))
}

/// What is seen of a unit by itself.
#[derive(Debug, Clone, Default)]
pub struct Look {
    /// Words, numbers, tags and addresses.
    pub words: usize,
    /// Names of the features it has.
    pub seen: Vec<&'static str>,
    /// What furniture phrases say.
    pub evidence: Evidence,
    /// Its folded words in one string, to find repetitions.
    pub key: String,
    /// Whether it ends a sentence.
    pub stopped: bool,
}

impl Look {
    /// Whether it has a feature.
    pub fn has(&self, feature: &str) -> bool {
        self.seen.contains(&feature)
    }

    /// Whether it reads like a paragraph of a text rather than a piece of a page.
    pub fn is_prose(&self) -> bool {
        let furnished = self.evidence.scores.best().1 >= 2.5;
        let listed = ["menu", "columns", "comma-list"].iter().any(|f| self.has(f)) || self.has("figures") && !self.stopped;
        // Titles end with a question or exclamation as often as paragraphs do.
        let least = if self.has("full-stop") { 8 } else { 15 };
        !furnished && !listed && (self.words >= 22 || self.words >= least && self.stopped)
    }
}

/// Looks at one unit.
pub fn look(text: &str, tokens: &[Token], unit: &Unit) -> Look {
    let own = tokens.get(unit.tokens.clone()).unwrap_or_default();
    let line = Line { text, tokens: own, counts: Counts::of(text, own) };
    let verse = (6..=24).contains(&line.counts.words) && line.counts.columns <= 2 && line.counts.numbers == 0;
    let mut seen = vec![length_class(line.counts.words)];
    let features = line.endings().into_iter().chain(line.rows()).chain(line.beginnings()).chain(line.contents()).chain(line.signals());
    seen.extend(features.chain([("verse", verse && has_halves(text, tokens, unit))]).filter(|f| f.1).map(|f| f.0));
    let stopped = line.stopped();
    Look {
        words: line.counts.words,
        seen,
        evidence: furniture::evidence(&line.counts.folded, line.label_words(), stopped),
        key: line.counts.folded.join(" "),
        stopped,
    }
}

fn length_class(words: usize) -> &'static str {
    match words {
        0..=2 => "words:1-2",
        3..=5 => "words:3-5",
        6..=11 => "words:6-11",
        12..=24 => "words:12-24",
        _ => "words:25+",
    }
}

/// A unit while it is looked at.
struct Line<'t> {
    text: &'t str,
    tokens: &'t [Token],
    counts: Counts,
}

impl<'t> Line<'t> {
    fn surface(&self, token: &Token) -> &'t str {
        token.span.of(self.text)
    }

    fn first(&self) -> Option<&'t Token> {
        self.tokens.first()
    }

    /// The last token when it is a mark.
    fn last_mark(&self) -> &'t str {
        self.tokens.last().filter(|t| t.kind == TokenKind::Punct).map_or("", |t| self.surface(t))
    }

    /// The stop, question or exclamation mark it ends with, closing marks and pictures aside.
    fn final_stop(&self) -> Option<&'t str> {
        let closes = |t: &&Token| t.kind == TokenKind::Emoji || self.surface(t).starts_with(|c| chars::is_quote(c) || chars::is_closer(c));
        let last = self.tokens.iter().rev().find(|t| !closes(t))?;
        let mark = self.surface(last);
        (last.kind == TokenKind::Punct && mark.starts_with(chars::is_terminal)).then_some(mark)
    }

    fn stopped(&self) -> bool {
        self.final_stop().is_some()
    }

    /// `name: words`: how comments, chats and labelled lines begin.
    fn named(&self) -> bool {
        self.tokens.len() > 3 && self.tokens.iter().take(5).position(|t| self.surface(t) == ":").is_some_and(|at| at > 0)
    }

    /// A line of a copied chat: a date and a clock time, then a name, a colon and what was written.
    fn is_message(&self) -> bool {
        let begins = self.first().is_some_and(|t| t.kind == TokenKind::Number || self.surface(t) == "[");
        let colon = self.tokens.iter().take(20).position(|t| self.surface(t) == ":");
        let clock = |t: &Token| t.kind == TokenKind::Number && self.surface(t).contains(':');
        begins && colon.is_some_and(|at| at + 1 < self.tokens.len() && self.tokens.iter().take(at).any(clock))
    }

    /// How many words stand before the first sign that ends a label.
    fn label_words(&self) -> Option<usize> {
        let end = self.tokens.iter().take(10).position(|t| is_mark(self.surface(t), "label"))?;
        let before = self.tokens.get(..end)?;
        Some(before.iter().filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Latin)).count())
    }

    /// Whether words end with a date, a year or a number of minutes, as titles in lists of links do.
    fn ends_with_time(&self) -> bool {
        let title = self.tokens.iter().take_while(|t| t.kind != TokenKind::Number).filter(|t| t.kind == TokenKind::Word).count();
        let mut last = self.tokens.iter().rev().filter(|t| !matches!(t.kind, TokenKind::Punct | TokenKind::Symbol));
        let ends = match (last.next(), last.next()) {
            (Some(t), _) if t.kind == TokenKind::Number => true,
            (Some(t), Some(before)) => before.kind == TokenKind::Number && signals(&fold(self.surface(t), Folding::Full), "minutes"),
            _ => false,
        };
        title >= 3 && ends
    }

    fn endings(&self) -> [(&'static str, bool); 9] {
        let (words, stop, last) = (self.counts.words, self.final_stop(), self.last_mark());
        let asks = stop.is_some_and(|m| m.contains(['?', '\u{061F}']));
        let exclaims = stop.is_some_and(|m| m.contains('!'));
        [
            ("stop", stop.is_some()),
            ("full-stop", stop.is_some_and(|m| m.starts_with('.')) && !asks && !exclaims),
            ("inner-stop", self.counts.stops > usize::from(stop.is_some())),
            ("colon", last == ":"),
            ("asterisk", last == "*"),
            ("question", asks),
            ("paren-end", last == ")"),
            ("label", stop.is_none() && (2..=20).contains(&words) && self.named()),
            ("dated-title", stop.is_none() && (4..=20).contains(&words) && self.counts.numbers <= 4 && self.ends_with_time()),
        ]
    }

    fn rows(&self) -> [(&'static str, bool); 6] {
        let Counts { words, separators, columns, commas, numbers, .. } = self.counts;
        let figures = numbers * 4 >= words && words >= 6;
        [
            ("menu", separators >= 2 && words <= separators * 6 + 6 || separators >= 1 && words <= 4),
            ("separator", separators == 1 && words > 4),
            ("columns", columns >= 2 && words <= columns * 5 + 5),
            ("comma-list", commas >= 2 && !self.stopped() && words <= commas * 3 + 4),
            ("figures", figures),
            ("ticker", figures && (separators > 0 || columns > 0 || commas > 1)),
        ]
    }

    fn beginnings(&self) -> [(&'static str, bool); 7] {
        let kind = self.first().map(|t| t.kind);
        let surface = self.first().map_or("", |t| self.surface(t));
        let (handled, words) = (kind == Some(TokenKind::Handle), self.counts.words);
        [
            ("bullet", is_mark(surface, "bullet")),
            ("quote", surface.starts_with(chars::is_quote)),
            ("handle", handled && words <= 3),
            ("post", handled && words > 3),
            ("emoji", kind == Some(TokenKind::Emoji)),
            ("message", self.is_message()),
            ("name-colon", words > 1 && self.named()),
        ]
    }

    fn contents(&self) -> [(&'static str, bool); 7] {
        let Counts { words, numbers, foreign, addresses, tags, .. } = self.counts;
        [
            ("copyright", self.tokens.iter().any(|t| self.surface(t) == "©")),
            ("url", addresses > 0 && words <= 20),
            ("hashtags", tags > 0 && tags == words),
            ("wordless", words == 0),
            ("latin", foreign == words && (1..=3).contains(&words)),
            ("foreign", foreign == words && words >= 4),
            ("numbers-only", numbers == words && words > 0),
        ]
    }

    /// Classes of words that say what a short line is.
    fn signals(&self) -> [(&'static str, bool); 8] {
        let Counts { words, numbers, clocks, ref folded, .. } = self.counts;
        let count = |classes: &[&str]| folded.iter().filter(|w| classes.iter().any(|class| signals(w, class))).count();
        let edge = |class: &str| folded.first().is_some_and(|w| signals(w, class)) || folded.last().is_some_and(|w| signals(w, class));
        let share = |n: usize, tenths: usize| n * 10 >= words * tenths;
        let (short, calendar) = (words <= 14 && !self.is_message(), count(&["month", "weekday"]));
        let dated = calendar + count(&["date"]) + numbers;
        [
            ("date", short && numbers > 0 && (calendar > 0 || numbers >= 3) && share(dated, 6)),
            ("clock", short && clocks > 0 && share(dated, 6)),
            ("ago", short && numbers > 0 && calendar == 0 && count(&["date"]) > 0 && share(dated, 7)),
            ("byline", words <= 10 && folded.first().is_some_and(|w| signals(w, "byline"))),
            ("agency", words <= 10 && count(&["agency"]) > 0),
            ("caption", words <= 30 && self.counts.separators < 2 && edge("caption")),
            ("profession", words <= 30 && folded.iter().take(8).any(|w| signals(w, "profession"))),
            ("counters", words <= 12 && numbers > 0 && share(count(&["social"]) + numbers, 7)),
        ]
    }
}

/// A kind of line that a site makes itself: the name of an editor who pressed keys (`uioip`, `admin`).
pub fn is_junk_name(key: &str) -> bool {
    let mut letters = key.chars();
    !key.contains([' ', TATWEEL])
        && (3..=14).contains(&key.len())
        && letters.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}
