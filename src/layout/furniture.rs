//! Furniture phrases: which of the phrases every news site prints around its text stand in a line, and for which role
//! they speak.
//!
//! The table is folded once and keyed by first word, so a line costs one look-up a word. A short phrase proves little in
//! a long line («شارك الوزير في …» is no share bar), so its weight shrinks with the line; a long phrase keeps it.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::role::{Role, Scores};
use crate::data;
use crate::order::best_first;
use crate::text::fold::{Folding, fold};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Line,
    Start,
    Head,
    Any,
}

#[derive(Debug)]
struct Phrase {
    rest: Vec<String>,
    role: Role,
    place: Place,
    weight: f32,
}

static PHRASES: LazyLock<FxHashMap<String, Vec<Phrase>>> = LazyLock::new(|| {
    let mut map: FxHashMap<String, Vec<Phrase>> = FxHashMap::default();
    for [role, place, weight, phrase] in data::columns::<4>(data::FURNITURE) {
        let place = match place {
            "line" => Place::Line,
            "start" => Place::Start,
            "head" => Place::Head,
            _ => Place::Any,
        };
        let (Some(role), Ok(weight)) = (Role::from_name(role), weight.parse()) else { continue };
        for mut words in expand(phrase) {
            if !words.is_empty() {
                let first = words.remove(0);
                map.entry(first).or_default().push(Phrase { rest: words, role, place, weight });
            }
        }
    }
    map
});

/// The words of every phrase that one with `{alternatives/…}` stands for; each piece of it is cut into words once.
fn expand(phrase: &str) -> Vec<Vec<String>> {
    let Some((before, (alternatives, after))) = phrase.split_once('{').and_then(|(b, rest)| Some((b, rest.split_once('}')?))) else {
        return vec![words(phrase)];
    };
    let (head, tails) = (words(before), expand(after));
    let choices = alternatives.split('/').map(words);
    choices.flat_map(|choice| tails.iter().map(|tail| [&head[..], &choice, tail].concat()).collect::<Vec<_>>()).collect()
}

/// Folded words of a phrase of the table, marks and digits left out as they are in lines.
fn words(phrase: &str) -> Vec<String> {
    let lexer = super::token::Lexer::new(phrase);
    let words = lexer.filter(|t| matches!(t.kind, super::TokenKind::Word | super::TokenKind::Latin));
    words.map(|t| fold(t.span.of(phrase), Folding::Full)).collect()
}

/// What the phrases in a line say.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    /// Weight for each role.
    pub scores: Scores,
    /// The role whose list this line opens.
    pub head: Option<Role>,
}

/// The evidence of a line given as folded words (marks and numbers left out). `label`: how many of them stand before a
/// colon or the like. `stopped`: the line ends a sentence.
pub fn evidence(words: &[String], label: Option<usize>, stopped: bool) -> Evidence {
    let mut out = Evidence::default();
    let mut found: Vec<(Role, f32)> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        for phrase in PHRASES.get(word.as_str()).into_iter().flatten() {
            let length = phrase.rest.len() + 1;
            let tail = words.get(at + 1..).unwrap_or_default();
            if !tail.starts_with(&phrase.rest) {
                continue;
            }
            let stands = match phrase.place {
                Place::Line => words.len() == length,
                Place::Start | Place::Head => at == 0,
                Place::Any => true,
            };
            if stands {
                // «اقرأ أيضا: …» says what follows, however long it is.
                let labels = matches!(phrase.place, Place::Head | Place::Start) && label == Some(length);
                let trust = if labels { 1.0 } else { trust(length, words.len(), stopped) };
                found.push((phrase.role, phrase.weight * trust));
                if phrase.place == Place::Head && words.len() <= length + 6 {
                    out.head = Some(phrase.role);
                }
            }
        }
    }
    // The strongest phrase of a role counts whole, the others half, so that a heap of weak ones does not outweigh it.
    best_first(&mut found, |f| f.1);
    for (role, weight) in found {
        let first = out.scores.get(role) == 0.0;
        let room = (6.0 - out.scores.get(role)).max(0.0);
        out.scores.add(role, if first { weight } else { (weight / 2.0).min(room) });
    }
    out
}

/// How far a phrase of `length` words is believed in a line of `line` words.
fn trust(length: usize, line: usize, stopped: bool) -> f32 {
    let by_length = match (length, line) {
        (_, 0..=8) => 1.0,
        (1..=2, 9..=14) => 0.35,
        (1..=2, _) => 0.08,
        (_, 9..=30) => 1.0,
        _ => 0.6,
    };
    if stopped && length <= 2 && line > 8 { by_length * 0.5 } else { by_length }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> (Role, f32) {
        evidence(&words(line), line.split_once(':').map(|(label, _)| words(label).len()), line.ends_with('.')).scores.best()
    }

    #[test]
    fn phrases_are_found_in_any_spelling() {
        assert_eq!(of("إقرأ ايضاً: ما الذي تغير؟").0, Role::Related);
        assert_eq!(of("لن يتم نشر عنوان بريدك الالكتروني.").0, Role::Comments);
        assert_eq!(of("© جميع الحقوق محفوظه").0, Role::Legal);
    }

    #[test]
    fn alternatives_are_written_once() {
        assert_eq!(expand("{a/b} c {d/e}"), ["a c d", "a c e", "b c d", "b c e"].map(words));
        assert_eq!(of("طالعوا كذلك").0, Role::Related);
    }

    #[test]
    fn a_short_phrase_proves_little_in_a_sentence() {
        let (_, strong) = of("شارك الخبر");
        let (_, weak) = of("شارك وزير الخارجية في أعمال الدورة العادية لمجلس الجامعة التي عقدت أمس في القاهرة.");
        assert!(weak < strong / 5.0, "{weak} {strong}");
    }
}
