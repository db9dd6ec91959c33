//! Names, times, amounts, vocabulary and corrections, a table each.

use std::collections::BTreeMap;

use super::super::document::gloss;
use super::{Page, largest_first};
use crate::content::Entity;
use crate::content::names::EntityKind;
use crate::morph::Upos;
use crate::morphology::Explained;
use crate::text::ByteSpan;
use crate::text::chars::{Class, class};

const LEMMAS: usize = 40;
/// Bytes of text on each side of a misspelling, about five words.
const CONTEXT: usize = 60;

impl Page<'_> {
    pub(super) fn entities(&mut self) {
        let content = self.content;
        if content.entities.is_empty() {
            return;
        }
        let counts = content.mention_counts();
        let order = largest_first(counts.iter().copied());
        let members: Vec<(&Entity, usize)> =
            order.into_iter().filter_map(|place| content.entities.get(place).zip(counts.get(place).copied())).collect();
        self.section("entities", |page| {
            for kind in EntityKind::ALL {
                if members.iter().any(|(entity, _)| entity.kind == kind) {
                    page.entities_of(kind, &members);
                }
            }
        });
    }

    fn entities_of(&mut self, kind: EntityKind, members: &[(&Entity, usize)]) {
        self.out.leaf("h3", &[], self.word("entity", kind.name()));
        self.out.line();
        let place = kind == EntityKind::Place;
        let columns: &[&str] = if place { &["name", "aliases", "times", "country"] } else { &["name", "aliases", "times"] };
        self.table(columns, |page| {
            for (entity, count) in members.iter().filter(|(entity, _)| entity.kind == kind) {
                let country = entity.geo.as_ref().map(|geo| String::from_utf8_lossy(&geo.country).into_owned()).unwrap_or_default();
                let (aliases, count) = (entity.aliases.join(" · "), count.to_string());
                let cells = [entity.name.as_str(), &aliases, &count, &country];
                page.row(cells.get(..columns.len()).unwrap_or_default());
            }
        });
    }

    pub(super) fn times(&mut self) {
        let content = self.content;
        if content.times.is_empty() {
            return;
        }
        self.section("times", |page| {
            page.table(&["expression", "value", "kind"], |page| {
                for time in &content.times {
                    let mut kind = page.word("time", time.kind.name()).to_string();
                    if time.hijri {
                        kind = format!("{kind} · {}", page.say("hijri"));
                    }
                    page.row(&[time.span.of(page.source.text()), &page.time(&time.value), &kind]);
                }
            });
        });
    }

    pub(super) fn quantities(&mut self) {
        let content = self.content;
        if content.quantities.is_empty() {
            return;
        }
        self.section("quantities", |page| {
            page.table(&["expression", "value", "unit", "kind"], |page| {
                for quantity in &content.quantities {
                    let value =
                        quantity.upper.map_or(grouped(quantity.value), |upper| format!("{}–{}", grouped(quantity.value), grouped(upper)));
                    let unit = quantity.currency.or(quantity.unit.as_deref()).unwrap_or_default();
                    let mut kind = page.word("quantity", quantity.kind.name()).to_string();
                    if quantity.approximate {
                        kind = format!("{kind} · {}", page.say("about"));
                    }
                    page.row(&[quantity.span.of(page.source.text()), &value, unit, &kind]);
                }
            });
        });
    }

    /// A value of time for people: dates and clocks as they are, a length in one unit by its number, anything else as TIMEX3 has it.
    fn time(&self, value: &str) -> String {
        if let Some((from, to)) = value.split_once('/') {
            return format!("{} – {}", self.time(from), self.time(to));
        }
        if let Some(length) = value.strip_prefix('P') {
            let (clock, length) = length.strip_prefix('T').map_or((false, length), |rest| (true, rest));
            let number = length
                .get(..length.len().saturating_sub(1))
                .filter(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit() || b == b'.'));
            let unit = match (clock, length.chars().last()) {
                (false, Some('Y')) => "years",
                (false, Some('M')) => "months",
                (false, Some('W')) => "weeks",
                (false, Some('D')) => "days",
                (true, Some('H')) => "hours",
                (true, Some('M')) => "minutes",
                (true, Some('S')) => "seconds",
                _ => return value.to_string(),
            };
            return number.map_or(value.to_string(), |number| format!("{number} ({})", self.word("length", unit)));
        }
        let clock = value.split_once('T').filter(|(_, clock)| clock.starts_with(|c: char| c.is_ascii_digit()));
        clock.map_or(value.to_string(), |(day, clock)| format!("{day} {clock}").trim_start().to_string())
    }

    /// Nouns, verbs, adjectives and adverbs of the text itself by their dictionary forms.
    pub(super) fn vocabulary(&mut self) {
        let analysis = self.source.analysis;
        let Some(morphology) = &analysis.morphology else { return };
        let mut places: BTreeMap<(&str, Upos), usize> = BTreeMap::new();
        let mut rows: Vec<(&Explained, usize)> = Vec::new();
        for block in analysis.layout.blocks.iter().filter(|block| block.role.is_content()) {
            for explained in block.tokens.clone().filter_map(|number| morphology.of(number)) {
                let word = &explained.word;
                if !matches!(word.upos, Upos::Noun | Upos::Verb | Upos::Adj | Upos::Adv) {
                    continue;
                }
                let place = *places.entry((&word.lemma, word.upos)).or_insert(rows.len());
                match rows.get_mut(place) {
                    Some((_, count)) => *count += 1,
                    None => rows.push((explained, 1)),
                }
            }
        }
        if rows.is_empty() {
            return;
        }
        let order = largest_first(rows.iter().map(|(_, count)| *count));
        let packs = self.source.packs;
        self.section("vocabulary", |page| {
            page.table(&["lemma", "root", "gloss", "count"], |page| {
                for (explained, count) in order.into_iter().take(LEMMAS).filter_map(|place| rows.get(place)) {
                    let root = explained.word.root.as_deref().unwrap_or_default();
                    page.row(&[&explained.word.lemma, root, &gloss(packs, explained).unwrap_or_default(), &count.to_string()]);
                }
            });
        });
    }

    pub(super) fn corrections(&mut self) {
        let analysis = self.source.analysis;
        if analysis.corrections.is_empty() {
            return;
        }
        self.section("corrections", |page| {
            page.table(&["written", "right", "kind", "tier", "context"], |page| {
                for correction in &analysis.corrections {
                    let right = match correction.suggestions.first() {
                        Some(to) if to.trim().is_empty() && !correction.span.is_empty() => page.say("delete"),
                        Some(to) => to,
                        None => "",
                    };
                    let (kind, tier) = (page.word("kind", correction.rule.kind()), page.word("tier", correction.tier.name()));
                    let text = page.source.text();
                    page.row(&[&visible(correction.span.of(text)), right, kind, tier, &around(text, correction.span)]);
                }
            });
        });
    }
}

/// A number with its thousands apart.
fn grouped(number: f64) -> String {
    let plain = number.to_string();
    let whole = plain.find('.').unwrap_or(plain.len());
    let first = usize::from(plain.starts_with('-'));
    let mut out = String::with_capacity(plain.len() + plain.len() / 3);
    for (at, c) in plain.char_indices() {
        if at > first && at < whole && (whole - at).is_multiple_of(3) && whole - first > 4 {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// What is seen of a place where nothing is seen: spaces as signs, hidden characters by their codes.
fn visible(text: &str) -> String {
    if text.chars().any(|c| !matches!(class(c), Class::Space | Class::Newline | Class::Invisible)) {
        return text.to_string();
    }
    text.chars().map(|c| if class(c) == Class::Space { "␣".to_string() } else { format!("U+{:04X} ", c as u32) }).collect()
}

/// A place with the words beside it, in its line.
fn around(text: &str, span: ByteSpan) -> String {
    let (start, end) = (span.start as usize, span.end as usize);
    let from = (start.saturating_sub(CONTEXT)..=start).find(|&at| text.is_char_boundary(at)).unwrap_or(start);
    let to = (end..=text.len().min(end + CONTEXT)).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(end);
    let before = text.get(from..start).unwrap_or_default();
    let after = text.get(end..to).unwrap_or_default();
    // From the line's beginning or the first whole word, to the line's end or the last.
    let before = match before.rsplit_once('\n') {
        Some((_, line)) => line,
        None if from == 0 => before,
        None => before.split_once(' ').map_or("", |(_, words)| words),
    };
    let after = match after.split_once('\n') {
        Some((line, _)) => line,
        None if to == text.len() => after,
        None => after.rsplit_once(' ').map_or("", |(words, _)| words),
    };
    format!("{before}{}{after}", span.of(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        let numbers = [0.0, 999.0, 2015.0, 40000.0, 3_500_000.0, 12_345.5, -12_345.0, 0.25];
        assert_eq!(numbers.map(grouped), ["0", "999", "2015", "40,000", "3,500,000", "12,345.5", "-12,345", "0.25"]);
    }

    #[test]
    fn a_place_is_shown_in_its_line_and_no_word_is_cut() {
        let text = "سطر\nكلمة طويلة أخرى ثم كلمات كثيرة قبل الموضع اجراءات بعده كلمات كثيرة أخرى لا تظهر كلها\nسطر";
        let at = text.find("اجراءات").unwrap();
        let span = ByteSpan::new(at, at + "اجراءات".len());
        assert_eq!(around(text, span), "أخرى ثم كلمات كثيرة قبل الموضع اجراءات بعده كلمات كثيرة أخرى لا تظهر");
        assert_eq!(around("ان قال", ByteSpan::new(0, 4)), "ان قال");
        assert_eq!(around("", ByteSpan::default()), "");
    }

    #[test]
    fn what_is_not_seen_is_shown() {
        assert_eq!([" ", "  ", "\u{202E}", "اجراءات", "a b"].map(visible), ["␣", "␣␣", "U+202E ", "اجراءات", "a b"]);
    }
}
