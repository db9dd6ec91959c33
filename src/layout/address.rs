//! Web and e-mail addresses inside running text.
//!
//! An address is tried only where a token starts, and a run of characters that turned out to hold none is remembered
//! by its end, so that no stretch of text is searched twice. Arabic closing punctuation never belongs to an address; in
//! the path Arabic letters do, as they are how Arabic pages are named.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::token::TokenKind;
use crate::data;
use crate::text::chars::{self, Class, class};

static DOMAINS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| data::columns::<1>(data::DOMAINS).map(|[d]| d).collect());

/// Finds addresses; remembers where there is none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Addresses {
    /// No mail address starts before this byte.
    no_mail_before: usize,
    /// No bare domain starts before this byte.
    no_domain_before: usize,
}

impl Addresses {
    /// The end and kind of the address that starts at `at`, if one does.
    pub fn at(&mut self, text: &str, at: usize) -> Option<(usize, TokenKind)> {
        let rest = text.get(at..)?;
        if !rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            return None;
        }
        if let Some(host) = scheme(rest) {
            return Some((at + host + tail(rest.get(host..)?), TokenKind::Url));
        }
        if at >= self.no_mail_before {
            let local = run(rest, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-'));
            match mail(rest, local) {
                Some(end) => return Some((at + end, TokenKind::Email)),
                None => self.no_mail_before = at + local,
            }
        }
        if at >= self.no_domain_before {
            let length = run(rest, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
            match domain(rest.get(..length)?) {
                Some(host) => {
                    let path = rest.get(host..).filter(|p| p.starts_with('/')).map_or(0, tail);
                    return Some((at + host + path, TokenKind::Url));
                }
                None => self.no_domain_before = at + length,
            }
        }
        None
    }
}

/// Bytes of the longest prefix whose characters all satisfy `wanted`.
fn run(text: &str, mut wanted: impl FnMut(char) -> bool) -> usize {
    text.find(|c| !wanted(c)).unwrap_or(text.len())
}

/// Length of `https://` or the like, or zero for `www.`, when `text` starts so and something follows.
fn scheme(text: &str) -> Option<usize> {
    if text.get(..4).is_some_and(|w| w.eq_ignore_ascii_case("www.")) {
        return text.get(4..)?.starts_with(|c: char| c.is_ascii_alphanumeric()).then_some(0);
    }
    // No scheme in use is longer than sixteen letters.
    let letters = text.bytes().take(17).take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-')).count();
    let after = text.get(letters..)?.strip_prefix("://")?;
    after.starts_with(|c: char| c.is_alphanumeric()).then_some(letters + 3)
}

/// Length of host, path and query from here on, closing punctuation left out.
fn tail(text: &str) -> usize {
    let end = run(text, |c| match class(c) {
        Class::Arabic | Class::Latin | Class::OtherLetter | Class::Digit | Class::Mark => true,
        Class::Punctuation | Class::Symbol => c.is_ascii() && !matches!(c, '"' | '<' | '>' | '`' | '{' | '}' | '|' | '\\' | '^'),
        _ => false,
    });
    let mut address = text.get(..end).unwrap_or("");
    // A bracket belongs to the address when its partner does. Asked once: trimming a million brackets stays linear.
    let (round, square) = (address.contains('('), address.contains('['));
    loop {
        let Some(last) = address.chars().next_back() else { return 0 };
        let closes = match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' => true,
            ')' => !round,
            ']' => !square,
            _ => chars::is_terminal(last),
        };
        if !closes {
            return address.len();
        }
        address = address.get(..address.len() - last.len_utf8()).unwrap_or("");
    }
}

/// End of the mail address whose local part has `local` bytes.
fn mail(text: &str, local: usize) -> Option<usize> {
    let after = text.get(local..)?.strip_prefix('@')?;
    if text.get(..local)?.ends_with('.') {
        return None;
    }
    let length = run(after, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
    let host = after.get(..length)?.trim_end_matches(['.', '-']);
    let last = host.rsplit_once('.')?.1;
    (last.len() >= 2 && last.bytes().all(|b| b.is_ascii_alphabetic())).then_some(local + 1 + host.len())
}

/// Length of the domain name at the start of a run of its characters: labels of letters, the last a known domain, no
/// version number, no `U.S.`.
fn domain(run: &str) -> Option<usize> {
    let host = run.trim_end_matches(['.', '-']);
    let (labels, last) = host.rsplit_once('.')?;
    let sound = |label: &str| !label.is_empty() && label.bytes().any(|b| b.is_ascii_alphabetic());
    let name = labels.rsplit('.').next()?;
    (DOMAINS.contains(last) && name.len() >= 2 && labels.split('.').all(sound)).then_some(host.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_runs_are_searched_once() {
        // Ten thousand starts inside one run: each must be answered from memory.
        let text = "a.".repeat(10_000);
        let mut addresses = Addresses::default();
        assert_eq!(addresses.at(&text, 0), None);
        assert_eq!((addresses.no_mail_before, addresses.no_domain_before), (text.len(), text.len()));
    }
}
