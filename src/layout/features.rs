//! What can be seen of a unit: length, marks, dates, names of agencies, its place on the page.
//!
//! Features are named after what they see, not after a role; what a feature says about each role stands in
//! `role-weights.tsv`. A unit is looked at alone first ([`Look`]), then in its place ([`features`]).

use std::collections::HashMap;
use std::sync::LazyLock;

use super::furniture::{self, Evidence};
use super::token::{Token, TokenKind};
use super::unit::{Unit, has_halves};
use crate::data;
use crate::text::chars::{self, TATWEEL};
use crate::text::fold::{Folding, fold};

/// Longer units are prose, whatever single words they hold; only their beginning is compared with tables.
const WORDS_COMPARED: usize = 48;

static SIGNALS: LazyLock<HashMap<String, Vec<&'static str>>> = LazyLock::new(|| {
    let mut map: HashMap<String, Vec<&'static str>> = HashMap::new();
    for [class, word] in data::columns::<2>(data::SIGNALS) {
        map.entry(fold(word, Folding::Full)).or_default().push(class);
    }
    map
});

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
    let all = tokens;
    let tokens = tokens.get(unit.tokens.clone()).unwrap_or_default();
    let mut out = Look::default();
    let mut folded: Vec<String> = Vec::new();
    let (mut numbers, mut latin, mut separators, mut inner_stops, mut urls, mut tags, mut clocks) = (0, 0, 0, 0, 0, 0, 0);
    let (mut columns, mut commas, mut end) = (0, 0, unit.span.start);
    for token in tokens {
        let surface = token.span.of(text);
        columns += usize::from(is_column_gap(text.get(end as usize..token.span.start as usize).unwrap_or("")));
        commas += usize::from(matches!(surface, "،" | ","));
        end = token.span.end;
        match token.kind {
            TokenKind::Word | TokenKind::Latin => {
                out.words += 1;
                latin += usize::from(token.kind == TokenKind::Latin);
                if folded.len() < WORDS_COMPARED {
                    folded.push(fold(surface, Folding::Full));
                }
            }
            TokenKind::Number => {
                out.words += 1;
                numbers += 1;
                clocks += usize::from(surface.contains(':'));
            }
            TokenKind::Url | TokenKind::Email => {
                out.words += 1;
                urls += 1;
            }
            TokenKind::Hashtag | TokenKind::Handle => {
                out.words += 1;
                tags += 1;
            }
            TokenKind::Punct | TokenKind::Symbol => {
                let apart = text.get(..token.span.start as usize).is_none_or(|t| t.ends_with(char::is_whitespace) || t.is_empty())
                    && text.get(token.span.end as usize..).is_none_or(|t| t.starts_with(char::is_whitespace) || t.is_empty());
                separators += usize::from(is_separator(surface) && (apart || !surface.starts_with(chars::is_quote)));
                inner_stops += usize::from(surface.starts_with(chars::is_terminal));
            }
            TokenKind::Emoji => {}
        }
    }
    out.stopped = ends_with_stop(text, tokens);
    out.evidence = furniture::evidence(&folded, label_words(text, tokens), out.stopped && inner_stops > 0);
    let words = out.words;
    let mut see = |condition: bool, feature: &'static str| {
        if condition {
            out.seen.push(feature);
        }
    };
    see(true, length_class(words));
    see(out.stopped, "stop");
    see(out.stopped && ends_with_full_stop(text, tokens), "full-stop");
    see(inner_stops > usize::from(out.stopped), "inner-stop");
    see(last_mark(text, tokens) == Some(":"), "colon");
    see(last_mark(text, tokens) == Some("*"), "asterisk");
    see(surface_of(text, tokens.first()).is_some_and(|t| matches!(t, "-" | "•" | "▪" | "●" | "◾" | "*" | "–" | "✔" | "✅")), "bullet");
    see(surface_of(text, tokens.first()).is_some_and(|t| t.starts_with(chars::is_quote)), "quote");
    see(separators >= 2 && words <= separators * 6 + 6 || separators >= 1 && words <= 4, "menu");
    see(separators == 1 && words > 4, "separator");
    see((6..=24).contains(&words) && columns <= 2 && numbers == 0 && has_halves(text, all, unit), "verse");
    see(columns >= 2 && words <= columns * 5 + 5, "columns");
    see(commas >= 2 && !out.stopped && words <= commas * 3 + 4, "comma-list");
    let figures = numbers * 4 >= words && words >= 6;
    see(figures, "figures");
    see(figures && (separators > 0 || columns > 0 || commas > 1), "ticker");
    see((4..=20).contains(&words) && numbers <= 4 && !out.stopped && ends_with_time(text, tokens), "dated-title");
    see(out.stopped && tokens.iter().rev().take(3).any(|t| matches!(t.span.of(text), "؟" | "?")), "question");
    see(!out.stopped && words > 1 && words <= 20 && speaker_colon(text, tokens), "label");
    see(last_mark(text, tokens).is_some_and(|m| m == ")"), "paren-end");
    see(tokens.iter().any(|t| t.span.of(text) == "©"), "copyright");
    see(urls > 0 && words <= 20, "url");
    let handled = tokens.first().is_some_and(|t| t.kind == TokenKind::Handle);
    see(handled && words <= 3, "handle");
    see(handled && words > 3, "post");
    see(tags > 0 && tags == words, "hashtags");
    see(tokens.first().is_some_and(|t| t.kind == TokenKind::Emoji), "emoji");
    see(words == 0, "wordless");
    see(latin > 0 && latin == words && words <= 3, "latin");
    see(words == latin && latin >= 4, "foreign");
    see(numbers == words && words > 0, "numbers-only");
    see(words > 1 && speaker_colon(text, tokens), "name-colon");
    signals(&folded, numbers, clocks, words, &mut see);
    out.key = folded.join(" ");
    out
}

/// Classes of words that say what a short line is.
fn signals(folded: &[String], numbers: usize, clocks: usize, words: usize, see: &mut impl FnMut(bool, &'static str)) {
    let is = |word: &String, class: &str| SIGNALS.get(word.as_str()).is_some_and(|classes| classes.contains(&class));
    let count = |classes: &[&str]| folded.iter().filter(|w| classes.iter().any(|class| is(w, class))).count();
    let short = words <= 14;
    let calendar = count(&["month", "weekday"]);
    let dated = count(&["month", "weekday", "date"]) + numbers;
    see(short && numbers > 0 && (calendar > 0 || numbers >= 3) && dated * 10 >= words * 6, "date");
    see(short && clocks > 0 && dated * 10 >= words * 6, "clock");
    see(short && calendar == 0 && numbers > 0 && dated * 10 >= words * 7 && count(&["date"]) > 0, "ago");
    see(words <= 10 && folded.first().is_some_and(|w| is(w, "byline")), "byline");
    see(words <= 10 && count(&["agency"]) > 0, "agency");
    see(words <= 30 && (folded.first().is_some_and(|w| is(w, "caption")) || folded.last().is_some_and(|w| is(w, "caption"))), "caption");
    see(words <= 30 && folded.iter().take(8).any(|w| is(w, "profession")), "profession");
    see(words <= 12 && numbers > 0 && (count(&["social"]) + numbers) * 10 >= words * 7, "counters");
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

fn is_separator(mark: &str) -> bool {
    matches!(mark, "|" | "•" | "·" | "›" | "»" | ">" | "\u{2219}" | "→" | "←" | "/" | "\\" | "‹" | "¦" | "»»" | "◄" | "►")
}

/// Whether a line of words ends with a date, a year or a number of minutes, as titles in lists of links do.
fn ends_with_time(text: &str, tokens: &[Token]) -> bool {
    let is_number = |t: &&Token| t.kind == TokenKind::Number;
    let words = tokens.iter().take_while(|t| t.kind != TokenKind::Number).filter(|t| t.kind == TokenKind::Word).count();
    let last: Vec<&Token> = tokens.iter().rev().filter(|t| !matches!(t.kind, TokenKind::Punct | TokenKind::Symbol)).take(2).collect();
    let minutes = last.first().is_some_and(|t| matches!(t.span.of(text), "دقائق" | "دقيقة" | "د" | "min" | "AM" | "PM" | "ص" | "م"));
    words >= 3 && (last.first().is_some_and(is_number) || minutes && last.get(1).is_some_and(is_number))
}

/// White space by which a copied row keeps its cells apart.
fn is_column_gap(gap: &str) -> bool {
    gap.contains('\t') || !gap.contains('\n') && gap.chars().filter(|c| c.is_whitespace()).count() >= 2
}

fn surface_of<'t>(text: &'t str, token: Option<&Token>) -> Option<&'t str> {
    token.map(|t| t.span.of(text))
}

fn last_mark<'t>(text: &'t str, tokens: &[Token]) -> Option<&'t str> {
    tokens.last().filter(|t| t.kind == TokenKind::Punct).map(|t| t.span.of(text))
}

/// Ends with a stop, exclamation or question mark, closing marks and pictures aside.
fn ends_with_stop(text: &str, tokens: &[Token]) -> bool {
    let last = tokens.iter().rev().find(|t| {
        let surface = t.span.of(text);
        t.kind != TokenKind::Emoji && !surface.starts_with(|c| chars::is_quote(c) || chars::is_closer(c))
    });
    last.is_some_and(|t| t.kind == TokenKind::Punct && t.span.of(text).starts_with(chars::is_terminal))
}

/// How many words stand before the first colon, arrow or stroke: where a label ends.
fn label_words(text: &str, tokens: &[Token]) -> Option<usize> {
    let end = tokens.iter().take(10).position(|t| matches!(t.span.of(text), ":" | "|" | "←" | "→" | "⬇" | "↓" | "»" | "–" | "—"))?;
    let before = tokens.get(..end)?;
    Some(before.iter().filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Latin)).count())
}

/// Whether the last mark but for closing ones is a stop, and neither a question nor an exclamation.
fn ends_with_full_stop(text: &str, tokens: &[Token]) -> bool {
    let marks = tokens.iter().rev().take_while(|t| matches!(t.kind, TokenKind::Punct | TokenKind::Emoji)).map(|t| t.span.of(text));
    marks.clone().any(|m| m.starts_with('.')) && !marks.clone().any(|m| m.contains(['!', '?', '\u{061F}']))
}

/// `name: words`, the name of one to three words: how comments and chats are copied.
fn speaker_colon(text: &str, tokens: &[Token]) -> bool {
    tokens.iter().take(5).position(|t| t.span.of(text) == ":").is_some_and(|at| (1..=4).contains(&at)) && tokens.len() > 3
}

/// A kind of line that a site makes itself: the name of an editor who pressed keys (`uioip`, `admin`).
pub fn is_junk_name(key: &str) -> bool {
    let mut letters = key.chars();
    !key.contains([' ', TATWEEL])
        && (3..=14).contains(&key.len())
        && letters.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}
