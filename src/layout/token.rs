//! Tokens: the smallest pieces that are shown, counted and looked up.
//!
//! One pass over the text, each token decided by its first character and never revisited. A word is a run of Arabic
//! letters with their marks; clitics stay on it, and so do hidden characters *between* letters, because the reader sees
//! one word there. Between tokens lies only white space and what cannot be seen. Every end is moved to a grapheme
//! boundary, so no token cuts a letter from its vowel or a flag in half.

use crate::text::ByteSpan;
use crate::text::chars::{self, Class, class};
use crate::text::grapheme::{cluster_at, snap_up};

use super::address::Addresses;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum TokenKind {
    /// A word in Arabic script, clitics and all.
    Word,
    /// Digits of any family, with the separators inside them.
    Number,
    /// Punctuation; a run of stops, exclamation and question marks is one token.
    Punct,
    /// Any other sign.
    Symbol,
    /// A word in Latin or another foreign script.
    Latin,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// `#` and the words tied to it.
    Hashtag,
    /// `@` and a user's name.
    Handle,
    /// A pictograph, with its modifiers and joiners.
    Emoji,
}

impl TokenKind {
    /// All kinds in the order of their numbers, as the result's string table lists them.
    pub const ALL: [TokenKind; 10] = [
        TokenKind::Word,
        TokenKind::Number,
        TokenKind::Punct,
        TokenKind::Symbol,
        TokenKind::Latin,
        TokenKind::Url,
        TokenKind::Email,
        TokenKind::Hashtag,
        TokenKind::Handle,
        TokenKind::Emoji,
    ];

    /// The stable name in results.
    pub fn name(self) -> &'static str {
        match self {
            TokenKind::Word => "word",
            TokenKind::Number => "number",
            TokenKind::Punct => "punct",
            TokenKind::Symbol => "symbol",
            TokenKind::Latin => "latin",
            TokenKind::Url => "url",
            TokenKind::Email => "email",
            TokenKind::Hashtag => "hashtag",
            TokenKind::Handle => "handle",
            TokenKind::Emoji => "emoji",
        }
    }
}

/// A token and its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: ByteSpan,
    /// What it is.
    pub kind: TokenKind,
}

/// The tokens of a text, in order.
#[derive(Debug, Clone)]
pub struct Lexer<'t> {
    text: &'t str,
    at: usize,
    addresses: Addresses,
}

impl<'t> Lexer<'t> {
    /// Starts at the beginning of `text`.
    pub fn new(text: &'t str) -> Self {
        Self::resume(text, 0)
    }

    /// Starts at byte `at`, where an earlier lexer of the same text stopped (see [`Lexer::position`]).
    pub fn resume(text: &'t str, at: usize) -> Self {
        Self { text, at, addresses: Addresses::default() }
    }

    /// The byte up to which the text has been read: the end of the last token given, or of the text.
    pub fn position(&self) -> usize {
        self.at
    }

    fn rest(&self, at: usize) -> &'t str {
        self.text.get(at..).unwrap_or("")
    }

    /// Bytes of the longest prefix of the text at `at` whose characters all satisfy `wanted`.
    fn run(&self, at: usize, mut wanted: impl FnMut(char) -> bool) -> usize {
        self.rest(at).find(|c| !wanted(c)).map_or(self.text.len(), |n| at + n)
    }

    /// The end of the cluster that begins with the white space, invisible character or lone variation selector `c`, and whether something in it
    /// can be seen: a mark or modifier that stands on a space.
    fn marked_space(&self, at: usize, c: char) -> (usize, bool) {
        let after = at + c.len_utf8();
        let next = self.rest(after).chars().next().unwrap_or(' ');
        let apart = matches!(class(next), Class::Space | Class::Newline | Class::Arabic | Class::Latin | Class::Digit | Class::Punctuation);
        if apart || class(c) == Class::Newline {
            return (after, false);
        }
        let cluster = cluster_at(self.text, at);
        let seen = |c: char| !matches!(class(c), Class::Space | Class::Invisible) && !is_variation_selector(c);
        (at + cluster.len(), cluster.chars().any(seen))
    }

    /// A word: letters, marks, and hidden characters between them. Marks without any letter are a symbol.
    fn word(&self, start: usize) -> (usize, TokenKind) {
        let mut end = start;
        let mut kind = TokenKind::Symbol;
        for (i, c) in self.rest(start).char_indices() {
            match class(c) {
                Class::Arabic => {
                    kind = TokenKind::Word;
                    end = start + i + c.len_utf8();
                }
                Class::Mark => {
                    // A mark after a hidden character still belongs to the word's last letter as the reader sees it.
                    end = start + i + c.len_utf8();
                }
                Class::Invisible if kind == TokenKind::Word => {}
                _ => break,
            }
        }
        (end, kind)
    }

    /// A number: digits, and between digits a decimal or thousands separator, or the colon of a clock time.
    fn number(&self, start: usize) -> usize {
        let digit = |c: char| class(c) == Class::Digit;
        let mut end = self.run(start, digit);
        loop {
            let mut next = self.rest(end).chars();
            let joined = match (next.next(), next.next()) {
                (Some('.' | ',' | '\u{066B}' | '\u{066C}'), Some(after)) => digit(after),
                (Some(':'), Some(after)) => {
                    let ahead = self.run(end + 1, digit) - (end + 1);
                    digit(after) && ahead == 2 * after.len_utf8() && end - start <= 4
                }
                _ => false,
            };
            if !joined {
                return end;
            }
            let separator = self.rest(end).chars().next().map_or(0, char::len_utf8);
            end = self.run(end + separator, digit);
        }
    }

    /// A foreign word: letters and digits, with hyphens, apostrophes and ampersands inside, or dotted initials.
    fn foreign(&self, start: usize) -> usize {
        let letter = |c: char| matches!(class(c), Class::Latin | Class::OtherLetter | Class::Mark);
        let part = |c: char| letter(c) || class(c) == Class::Digit;
        let mut end = self.run(start, part);
        let mut initials = end - start == 1;
        loop {
            let mut next = self.rest(end).chars();
            let (sign, after) = (next.next(), next.next());
            let joins = match sign {
                Some('-' | '\'' | '\u{2019}' | '&' | '_') => after.is_some_and(part),
                Some('.') => initials && after.is_some_and(letter),
                _ => false,
            };
            if !joins {
                let closes = initials && sign == Some('.') && self.text.get(start..end).is_some_and(|t| t.contains('.'));
                return if closes { end + 1 } else { end };
            }
            let from = end + sign.map_or(0, char::len_utf8);
            end = self.run(from, part);
            initials &= end - from == 1;
        }
    }

    /// `#` or `@` with a name after it.
    fn tagged(&self, start: usize, sign: char) -> Option<usize> {
        let name = |c: char| {
            matches!(class(c), Class::Arabic | Class::Mark | Class::Latin | Class::OtherLetter | Class::Digit)
                || c == '_'
                || c == '\u{200C}'
        };
        let from = start + sign.len_utf8();
        let mut end = self.run(from, name);
        if sign == '@' {
            // A name may hold stops, as in user.name, but does not end with one.
            while self.rest(end).starts_with('.') && self.rest(end + 1).starts_with(name) {
                end = self.run(end + 1, name);
            }
        }
        let body = self.text.get(from..end)?;
        body.chars().any(|c| matches!(class(c), Class::Arabic | Class::Latin | Class::OtherLetter)).then_some(end)
    }

    /// Punctuation: stops, exclamation and question marks together, other marks only with their like.
    fn punctuation(&self, start: usize, c: char) -> usize {
        if chars::is_terminal(c) {
            self.run(start, chars::is_terminal)
        } else if matches!(c, '-' | '_' | '*' | '\u{2013}' | '\u{2014}' | '\u{2022}') {
            self.run(start, |next| next == c)
        } else {
            start + c.len_utf8()
        }
    }

    fn token(&mut self, start: usize, c: char) -> (usize, TokenKind) {
        if let Some(found) = self.addresses.at(self.text, start) {
            return found;
        }
        let one = start + c.len_utf8();
        let after = self.rest(one).chars().next();
        if class(c) == Class::Emoji || (after == Some('\u{FE0F}') && chars::may_be_emoji(c)) {
            return (start + cluster_at(self.text, start).len(), TokenKind::Emoji);
        }
        match class(c) {
            Class::Arabic | Class::Mark => self.word(start),
            Class::Digit => {
                let cluster = cluster_at(self.text, start);
                if cluster.contains('\u{20E3}') {
                    return (start + cluster.len(), TokenKind::Emoji);
                }
                (self.number(start), TokenKind::Number)
            }
            Class::Latin | Class::OtherLetter => (self.foreign(start), TokenKind::Latin),
            Class::Enclosing => (self.run(one, |c| class(c) == Class::Digit), TokenKind::Symbol),
            Class::Punctuation => match c {
                '#' => self.tagged(start, c).map_or((one, TokenKind::Symbol), |end| (end, TokenKind::Hashtag)),
                '@' => self.tagged(start, c).map_or((one, TokenKind::Symbol), |end| (end, TokenKind::Handle)),
                _ => (self.punctuation(start, c), TokenKind::Punct),
            },
            _ => (one, TokenKind::Symbol),
        }
    }
}

fn is_variation_selector(c: char) -> bool {
    matches!(c as u32, 0xFE00..=0xFE0F | 0xE0100..=0xE01EF)
}

impl Iterator for Lexer<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        loop {
            let start = self.at;
            let c = self.rest(start).chars().next()?;
            match class(c) {
                kind if matches!(kind, Class::Space | Class::Newline | Class::Invisible) || is_variation_selector(c) => {
                    let (end, visible) = self.marked_space(start, c);
                    self.at = end;
                    if visible {
                        return Some(Token { span: ByteSpan::new(start, end), kind: TokenKind::Symbol });
                    }
                }
                _ => {
                    let (end, kind) = self.token(start, c);
                    let end = snap_up(self.text, start, end.max(start + c.len_utf8()));
                    self.at = end;
                    return Some(Token { span: ByteSpan::new(start, end), kind });
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lex(text: &str) -> Vec<(&str, &'static str)> {
        Lexer::new(text).map(|t| (t.span.of(text), t.kind.name())).collect()
    }

    fn pieces(text: &str) -> Vec<&str> {
        Lexer::new(text).map(|t| t.span.of(text)).collect()
    }

    #[test]
    fn words_keep_clitics_marks_and_hidden_characters() {
        assert_eq!(pieces("وبالمدرسةِ  الكبيرة،"), ["وبالمدرسةِ", "الكبيرة", "،"]);
        assert_eq!(
            pieces("بالذ\u{200C}كاء الاصط\u{AD}ناعي آم\u{200B}ن\u{200F} تماما"),
            ["بالذ\u{200C}كاء", "الاصط\u{AD}ناعي", "آم\u{200B}ن", "تماما"]
        );
        assert_eq!(pieces("\u{2066}Nvidia\u{2069}."), ["Nvidia", "."]);
    }

    #[test]
    fn numbers_of_all_families() {
        assert_eq!(
            pieces("3.5 و1٬204 و۹٫۹۹ و14:20 و22/11/2022"),
            ["3.5", "و", "1٬204", "و", "۹٫۹۹", "و", "14:20", "و", "22", "/", "11", "/", "2022"]
        );
        assert_eq!(pieces("2.1.4. ٪60"), ["2.1.4", ".", "٪", "60"]);
        assert_eq!(pieces("5-2 (3-1)"), ["5", "-", "2", "(", "3", "-", "1", ")"]);
    }

    #[test]
    fn foreign_words_and_addresses() {
        assert_eq!(pieces("iPhone15 COVID-19 U.S. AT&T don't C."), ["iPhone15", "COVID-19", "U.S.", "AT&T", "don't", "C", "."]);
        assert_eq!(
            lex("https://taqs.example/map?lang=ar&day=3. a.b@c.org، www.x.com/صفحة» site.com"),
            [
                ("https://taqs.example/map?lang=ar&day=3", "url"),
                (".", "punct"),
                ("a.b@c.org", "email"),
                ("،", "punct"),
                ("www.x.com/صفحة", "url"),
                ("»", "punct"),
                ("site.com", "url")
            ]
        );
        assert_eq!(pieces("نهاية.بداية Node.js"), ["نهاية", ".", "بداية", "Node", ".", "js"]);
    }

    #[test]
    fn tags_handles_and_pictures() {
        assert_eq!(
            lex("#عاصفة_لولو @rana.k: #1 ❤\u{FE0F} 1\u{FE0F}\u{20E3}"),
            [
                ("#عاصفة_لولو", "hashtag"),
                ("@rana.k", "handle"),
                (":", "punct"),
                ("#", "symbol"),
                ("1", "number"),
                ("❤\u{FE0F}", "emoji"),
                ("1\u{FE0F}\u{20E3}", "emoji")
            ]
        );
        assert_eq!(pieces("\u{1F1EE}\u{1F1F6}\u{1F1EE}\u{1F1F6}"), ["\u{1F1EE}\u{1F1F6}", "\u{1F1EE}\u{1F1F6}"]);
    }

    #[test]
    fn stops_run_together_and_lone_marks_are_symbols() {
        assert_eq!(pieces("ماذا؟! .. جدااا!!"), ["ماذا", "؟!", "..", "جدااا", "!!"]);
        assert_eq!(lex("ب \u{064E} ت"), [("ب", "word"), (" \u{064E}", "symbol"), ("ت", "word")]);
        assert_eq!(lex("\u{06DD}١٢"), [("\u{06DD}١٢", "symbol")]);
    }

    #[test]
    fn resuming_gives_the_same_tokens() {
        let text = "وقال: «نعم» https://a.example/b ثم مضى 3.5 a.a.a.a";
        let all: Vec<Token> = Lexer::new(text).collect();
        let mut at = 0;
        for expected in all {
            let mut lexer = Lexer::resume(text, at);
            assert_eq!(lexer.next(), Some(expected));
            at = lexer.position();
        }
    }
}
