//! Sentences of a block.
//!
//! A stop ends a sentence unless something says otherwise: an abbreviation or initial before it, a list number, two
//! stops used as a pause. Closing quotes and brackets, reference marks and pictures after the stop belong to the
//! sentence before. Quotes are not matched against each other, because in sloppy text they do not match: `” like this “`
//! opens with a closing mark; what decides is on which side of the space a mark stands. A space after the stop is not
//! required between Arabic words, as many writers leave it out.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::token::{Token, TokenKind};
use crate::data;
use crate::text::chars::{self, Class, class};
use crate::text::fold::{Folding, fold};

/// Folded form → class.
static ABBREVIATIONS: LazyLock<FxHashMap<String, &'static str>> =
    LazyLock::new(|| data::columns::<2>(data::ABBREVIATIONS).map(|[form, class]| (fold(form, Folding::Full), class)).collect());

static CONNECTIVES: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| data::columns::<1>(data::CONNECTIVES).map(|[word]| fold(word, Folding::Full)).collect());

/// Letters of the longest dotted abbreviation looked up.
const LONGEST_DOTTED: usize = 4;

/// Marks and pictures after a stop that are looked through at most: each stop of a long run looks ahead, and the cost must
/// not grow with the square of the run.
const LONGEST_CLOSING: usize = 200;

/// Splits the tokens `range` of one block into sentences. `pauses`: two stops in a row and an ellipsis are a pause, as
/// in headlines. `lines`: every line is a sentence of its own, as in menus.
pub fn split(text: &str, tokens: &[Token], range: Range<usize>, pauses: bool, lines: bool) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = range.start;
    let mut i = range.start;
    while i < range.end {
        let mut end = i + 1;
        let at = Place { text, tokens, start, end: range.end };
        let ends = at.ends_here(i, pauses);
        if ends {
            end = at.closing(end);
        }
        let breaks = lines && at.newline_after(end.saturating_sub(1));
        if (ends || breaks) && end < range.end {
            out.push(start..end);
            start = end;
        }
        i = end;
    }
    if start < range.end {
        out.push(start..range.end);
    }
    out
}

/// A sentence being read: from token `start`, in a block that ends before token `end`.
struct Place<'t> {
    text: &'t str,
    tokens: &'t [Token],
    start: usize,
    end: usize,
}

impl<'t> Place<'t> {
    fn token(&self, i: usize) -> Option<&'t Token> {
        self.tokens.get(i).filter(|_| i < self.end)
    }

    fn surface(&self, i: usize) -> &'t str {
        self.token(i).map_or("", |t| t.span.of(self.text))
    }

    fn kind(&self, i: usize) -> Option<TokenKind> {
        self.token(i).map(|t| t.kind)
    }

    /// What stands between token `i` and the next.
    fn between(&self, i: usize) -> &'t str {
        match (self.tokens.get(i), self.tokens.get(i + 1)) {
            (Some(a), Some(b)) => self.text.get(a.span.end as usize..b.span.start as usize).unwrap_or(""),
            _ => " ",
        }
    }

    fn spaced_after(&self, i: usize) -> bool {
        self.between(i).contains(|c| matches!(class(c), Class::Space | Class::Newline))
    }

    fn newline_after(&self, i: usize) -> bool {
        self.between(i).contains(|c| class(c) == Class::Newline)
    }

    /// Whether the sentence ends at token `i`.
    fn ends_here(&self, i: usize, pauses: bool) -> bool {
        let mark = self.surface(i);
        if self.ends_verse(i, mark) {
            return true;
        }
        if self.kind(i) != Some(TokenKind::Punct) || !mark.starts_with(chars::is_terminal) {
            return false;
        }
        if mark.contains(['!', '?', '\u{061F}', '\u{203C}', '\u{2047}', '\u{2048}', '\u{2049}']) {
            return !self.goes_on_after_question(i);
        }
        match mark.chars().count() {
            _ if mark == "\u{06D4}" || mark == "\u{3002}" => true,
            1 if mark == "." => self.stop_ends(i),
            2 if mark == ".." => !pauses && self.words(self.start..i) >= 12 && self.fresh_start(i + 1),
            _ => !pauses && self.words(self.start..i) >= 4 && self.fresh_start(i + 1),
        }
    }

    /// The number of a Quranic verse: ﴿٢﴾, or the sign that encloses its digits.
    fn ends_verse(&self, i: usize, mark: &str) -> bool {
        let numbered = i >= self.start + 2 && self.kind(i - 1) == Some(TokenKind::Number) && self.surface(i - 2) == "\u{FD3F}";
        mark == "\u{FD3E}" && numbered || mark.starts_with('\u{06DD}') && i > self.start
    }

    /// A single stop.
    fn stop_ends(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1).filter(|&b| b >= self.start) else { return false };
        let word = self.surface(before);
        let tight = self.token(before).map(|t| t.span.end) == self.token(i).map(|t| t.span.start);
        match self.kind(before) {
            // `1. ` at the beginning of a line numbers it.
            Some(TokenKind::Number) if before == self.start && word.chars().count() <= 3 => return false,
            Some(TokenKind::Word | TokenKind::Latin) if tight && self.abbreviates(before, i) => return false,
            _ => {}
        }
        match self.surface(i + 1).chars().next() {
            None => true,
            // `site. com`, `vs. them`: a foreign word in small letters goes on.
            Some(c) if c.is_lowercase() => self.kind(before) != Some(TokenKind::Latin),
            Some('،' | ',' | '؛' | ';' | ':') => false,
            _ => self.spaced_after(i) || class_is_arabic(word) || self.kind(i + 1) != Some(TokenKind::Number),
        }
    }

    /// Whether the word `before` with the stop `i` is an abbreviation whose stop ends no sentence.
    fn abbreviates(&self, before: usize, i: usize) -> bool {
        let next = self.kind(i + 1);
        let bracketed = self.surface(i + 1) == "(" && self.surface(before).chars().count() == 1;
        if bracketed {
            return self.kind(before) != Some(TokenKind::Latin);
        }
        if !matches!(next, Some(TokenKind::Word | TokenKind::Latin | TokenKind::Number)) || self.newline_after(i) {
            return false;
        }
        let mut form = fold(self.surface(before), Folding::Full);
        let single = form.chars().count() == 1;
        if single && !self.spaced_after(i) && self.surface(i + 1).chars().count() == 1 {
            return true;
        }
        // Dotted letters are one abbreviation: ق.م, أ.د, ش.م.ع.
        let mut first = before;
        while single && first >= self.start + 2 && before - first < 2 * LONGEST_DOTTED && self.dotted_letter(first - 2) {
            first -= 2;
            form = format!("{}.{form}", fold(self.surface(first), Folding::Full));
        }
        // A unit stands after its number or a stroke: 5 م, كم/س.
        let after_number = first > self.start && (self.kind(first - 1) == Some(TokenKind::Number) || self.surface(first - 1) == "/");
        let foreign = self.kind(before) == Some(TokenKind::Latin);
        let initial = single && !after_number && (!foreign || next == Some(TokenKind::Latin));
        match ABBREVIATIONS.get(&form).copied() {
            Some("tail") if first < before || !single => !self.begins_with_and(i + 1),
            Some("tail") => initial,
            Some("number") => next == Some(TokenKind::Number) || initial,
            Some(_) => !after_number,
            None if first < before => next == Some(TokenKind::Latin),
            None => initial,
        }
    }

    /// Whether token `i` begins with the conjunction that begins most Arabic sentences.
    fn begins_with_and(&self, i: usize) -> bool {
        let word = self.surface(i);
        word.starts_with('و') && word.chars().count() > 3
    }

    /// Whether token `i` is a single letter with a stop and another letter right behind it.
    fn dotted_letter(&self, i: usize) -> bool {
        self.surface(i).chars().count() == 1 && self.surface(i + 1) == "." && self.between(i).is_empty() && self.between(i + 1).is_empty()
    }

    /// After `?` or `!`: the sentence goes on when the mark stands inside a quotation or bracket that closes at once and
    /// is followed by a comma, a colon or a small part of a sentence tied to it.
    fn goes_on_after_question(&self, i: usize) -> bool {
        let next = self.closing(i + 1);
        if matches!(self.surface(next).chars().next(), Some('،' | ',' | '؛' | ';' | ':')) {
            return true;
        }
        // A question that was quoted is a part of the sentence that quotes it: «متى نبدأ؟» سأل المدير.
        let quoted = (i + 1..next).any(|j| self.surface(j).starts_with(chars::is_quote));
        let stopped = (i + 1..next).any(|j| self.surface(j).starts_with(chars::is_terminal));
        if quoted && !stopped && self.kind(next) == Some(TokenKind::Word) && !self.begins_with_and(next) && !self.newline_after(next - 1) {
            return true;
        }
        // A question mark in brackets is a doubt about the word before it.
        i > self.start && self.surface(i - 1) == "(" && self.surface(i + 1) == ")"
    }

    /// The first token after `i` that does not belong to the end of the sentence before it.
    fn closing(&self, mut i: usize) -> usize {
        let furthest = i + LONGEST_CLOSING;
        loop {
            let mark = self.surface(i);
            let tight = !self.spaced_after(i.saturating_sub(1));
            let closes = match self.kind(i) {
                Some(TokenKind::Emoji) => true,
                Some(TokenKind::Punct) if mark.starts_with(chars::is_terminal) => true,
                Some(TokenKind::Punct) if mark.starts_with(chars::is_closer) => tight || self.spaced_after(i) || i + 1 >= self.end,
                // Marks that open as well as close belong to the side they stand close to; with space on both sides
                // they close when one is open.
                Some(TokenKind::Punct) if mark.starts_with(chars::is_quote) && !mark.starts_with(chars::is_opener) => {
                    let leaning_back = tight && (self.spaced_after(i) || self.not_word(i + 1));
                    let floating = !tight && self.spaced_after(i) && self.open_quotes(i);
                    leaning_back || floating || i + 1 >= self.end
                }
                // A reference mark: [1], [12], [بحاجة لمصدر].
                Some(TokenKind::Punct) if mark == "[" && tight => {
                    if let Some(close) = (i + 1..i + 5).find(|&j| self.surface(j) == "]") {
                        i = close + 1;
                        continue;
                    }
                    false
                }
                _ => false,
            };
            if !closes || i >= self.end.min(furthest) {
                return i;
            }
            // A picture that opens the next line of a list belongs to that line.
            if self.kind(i) == Some(TokenKind::Emoji) && self.newline_after(i.saturating_sub(1)) {
                return i;
            }
            i += 1;
        }
    }

    fn not_word(&self, i: usize) -> bool {
        !matches!(self.kind(i), Some(TokenKind::Word | TokenKind::Latin | TokenKind::Number))
    }

    /// Whether an odd number of two-way quotation marks stands between the sentence's start and `i`. Looks back a
    /// bounded way, so that a block of quotation marks costs no more than any other.
    fn open_quotes(&self, i: usize) -> bool {
        let from = self.start.max(i.saturating_sub(400));
        (from..i).filter(|&j| self.surface(j).starts_with(chars::is_quote)).count() % 2 == 1
    }

    fn words(&self, range: Range<usize>) -> usize {
        let far = range.start.max(range.end.saturating_sub(40))..range.end;
        far.filter(|&j| self.kind(j) == Some(TokenKind::Word)).count()
    }

    /// Whether what follows can begin a sentence of its own: a word after white space, no connective, and a few words to
    /// the block's end.
    fn fresh_start(&self, i: usize) -> bool {
        let next = self.closing(i);
        let word = fold(self.surface(next), Folding::Full);
        // After a closed quotation the pause is over, whatever comes.
        let quoted = next > i;
        if !quoted && (CONNECTIVES.contains(&word) || word.starts_with(['و', 'ف']) && word.chars().count() > 2) {
            return false;
        }
        let ahead = (next..self.end.min(next + 4)).filter(|&j| self.kind(j) == Some(TokenKind::Word)).count();
        ahead >= 2 && self.spaced_after(next.saturating_sub(1))
    }
}

fn class_is_arabic(word: &str) -> bool {
    word.chars().any(|c| class(c) == Class::Arabic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::token::Lexer;

    fn sentences(text: &str) -> Vec<&str> {
        let tokens: Vec<Token> = Lexer::new(text).collect();
        split(text, &tokens, 0..tokens.len(), false, false)
            .into_iter()
            .map(|r| &text[tokens[r.start].span.start as usize..tokens[r.end - 1].span.end as usize])
            .collect()
    }

    fn count(text: &str) -> usize {
        sentences(text).len()
    }

    #[test]
    fn stops_that_end_and_stops_that_do_not() {
        for (text, expected) in [
            ("وصل الوفد. ثم غادر.", 2),
            ("وصل الوفد.ثم غادر.", 2),
            ("قال د. أحمد إن م. علي غائب.", 1),
            ("بلغ 3.5 مليون. وانتهى.", 2),
            ("عام 300 ق.م. وبعده عاد.", 2),
            ("شركة النور ش.م.ع. تعلن أرباحها.", 1),
            ("كان ذلك عام 300 ق.م. تقريبا. وانتهى.", 2),
            ("قال ر. ش. في اتصال. وسكت.", 2),
            ("لا يعمل نظام D. أما غيره فيعمل.", 2),
            ("صمت قليلا بعد السؤال الثاني... ثم أجاب بأنه لا يعرف", 1),
            ("صمت قليلا بعد السؤال الثاني... لا أحد يعرف جوابه", 2),
            ("سألته القاضية: «ومن أين ستدفع؟» فلم يجب. ثم مضت.", 2),
            ("سأل: «متى نبدأ؟» وأضاف أن الوقت ضيق.", 2),
            ("حكم على المتهم م. ع. (41 عاما) بالسجن. وانتهى.", 2),
            ("غرامة قدرها 900 ل.ل. لمصلحة الخزينة. وانتهى.", 2),
            ("1. افتح الصفحة. 2. اكتب.", 2),
            ("كتب J. K. Rowling الرواية. ونجحت.", 2),
            ("هل جاء؟! نعم جاء.", 2),
            ("قال: «هل جاء؟»، ثم سكت.", 1),
            ("قال: «لا أعلم.» ثم سكت.", 2),
            ("انتظرنا.. ثم ذهبنا", 1),
            ("الحمد لله رب العالمين ﴿٢﴾ الرحمن الرحيم ﴿٣﴾", 2),
            ("الحمد لله رب العالمين \u{06DD}٢ الرحمن الرحيم \u{06DD}٣", 2),
            ("يزن 5 كغ. ويباع.", 2),
            ("وقع ذلك عام 1990 م. ثم عاد.", 2),
            ("حضر أ.د. محمد سالم. وغاب غيره.", 2),
            ("انظر ص. 12 من الكتاب.", 1),
        ] {
            assert_eq!(count(text), expected, "{text}: {:?}", sentences(text));
        }
    }

    #[test]
    fn closing_marks_stay_with_their_sentence() {
        assert_eq!(sentences("قال: “نعم.” وعاد."), ["قال: “نعم.”", "وعاد."]);
        assert_eq!(sentences("انتهى الأمر. “نعم” قال."), ["انتهى الأمر.", "“نعم” قال."]);
        assert_eq!(sentences("ذكر ذلك.[1][12] ثم مضى."), ["ذكر ذلك.[1][12]", "ثم مضى."]);
        assert_eq!(sentences("مبروك!! 🎉🎉 غدا نلتقي."), ["مبروك!! 🎉🎉", "غدا نلتقي."]);
    }
}
