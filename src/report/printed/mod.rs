//! The report: one HTML page that needs nothing else, to be read, sent and printed.
//!
//! ```text
//! facts     title, counts, summary, keyphrases
//! said      statements, speaker by speaker
//! tables    names, times, amounts, vocabulary, corrections
//! reading   the text itself, its names marked
//! ```
//!
//! A section that has nothing to say is left out. The page has no script and asks for nothing: its style lies inside, and a policy in its
//! head forbids all else. It is written as well-formed XML, so that it can be checked as such. What comes from the text has the direction of most
//! of its letters, whatever it begins with, and never changes that of what stands around it.

mod facts;
mod reading;
mod said;
mod tables;

use super::formats::{Lang, Source, Wishes, one_line};
use super::markup::Markup;
use super::phrases::phrase;
use crate::content::Content;
use crate::text::chars::{Class, class};

const STYLE: &str = include_str!("style.css");
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// Writes the page.
pub fn write(source: Source<'_>, wishes: &Wishes) -> String {
    let empty = Content::default();
    let content = source.analysis.content.as_ref().unwrap_or(&empty);
    let mut page = Page { out: Markup::new(), source, content, lang: wishes.lang };
    let title = wishes.title.as_deref().map(one_line).or_else(|| source.headline()).filter(|title| !title.is_empty());
    let title = title.as_deref().unwrap_or(page.say("untitled"));
    page.out.html();
    page.out.open("html", &[("lang", wishes.lang.code()), ("dir", if wishes.lang == Lang::Arabic { "rtl" } else { "ltr" })]);
    page.out.line();
    page.head(title);
    page.out.open("body", &[]);
    page.out.line();
    page.out.open("main", &[]);
    page.out.line();
    page.facts(title);
    page.statements();
    page.entities();
    page.times();
    page.quantities();
    page.vocabulary();
    page.corrections();
    page.text();
    page.out.close("main");
    page.out.line();
    page.out.leaf("footer", &[], page.say("made"));
    page.out.line();
    page.out.close("body");
    page.out.close("html");
    page.out.line();
    page.out.finish()
}

struct Page<'a> {
    out: Markup,
    source: Source<'a>,
    content: &'a Content,
    lang: Lang,
}

/// The places of some counts, the largest first, of equal ones the first.
fn largest_first(counts: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut order: Vec<(usize, usize)> = counts.map(|count| usize::MAX - count).zip(0..).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, place)| place).collect()
}

/// The direction of most letters.
fn direction(text: &str) -> &'static str {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let (mut right, mut left) = (0usize, 0usize);
    for c in letters {
        *if class(c) == Class::Arabic { &mut right } else { &mut left } += 1;
    }
    if right >= left && right > 0 { "rtl" } else { "ltr" }
}

impl Page<'_> {
    #[inline(never)]
    fn say(&self, key: &str) -> &'static str {
        phrase(key, self.lang)
    }

    /// A phrase whose key has two parts.
    #[inline(never)]
    fn word(&self, kind: &str, name: &str) -> &'static str {
        phrase(&format!("{kind}.{name}"), self.lang)
    }

    fn head(&mut self, title: &str) {
        self.out.open("head", &[]);
        self.out.line();
        self.out.empty("meta", &[("charset", "utf-8")]);
        self.out.empty("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
        self.out.empty("meta", &[("name", "viewport"), ("content", "width=device-width")]);
        self.out.empty("meta", &[("name", "generator"), ("content", concat!("Mubin ", env!("CARGO_PKG_VERSION")))]);
        self.out.line();
        self.out.leaf("title", &[], title);
        self.out.line();
        self.out.leaf("style", &[], STYLE);
        self.out.line();
        self.out.close("head");
        self.out.line();
    }

    /// A section under its heading.
    fn section(&mut self, key: &str, inside: impl FnOnce(&mut Self)) {
        self.out.open("section", &[("class", key)]);
        self.out.leaf("h2", &[], self.say(key));
        self.out.line();
        inside(self);
        self.out.close("section");
        self.out.line();
    }

    /// A table whose columns have these headings.
    fn table(&mut self, columns: &[&str], rows: impl FnOnce(&mut Self)) {
        self.out.open("table", &[]);
        self.out.open("thead", &[]);
        self.out.open("tr", &[]);
        for column in columns {
            self.out.leaf("th", &[("scope", "col")], self.word("column", column));
        }
        self.out.close("tr");
        self.out.close("thead");
        self.out.line();
        self.out.open("tbody", &[]);
        self.out.line();
        rows(self);
        self.out.close("tbody");
        self.out.close("table");
        self.out.line();
    }

    /// An element of text from outside.
    #[inline(never)]
    fn quoted(&mut self, name: &str, text: &str) {
        let text = one_line(text);
        self.out.leaf(name, &[("dir", direction(&text))], &text);
    }

    /// A row of a table; its first cell names it. Cells lie as the page does, what is in them as it must.
    #[inline(never)]
    fn row(&mut self, cells: &[&str]) {
        self.out.open("tr", &[]);
        for (i, cell) in cells.iter().enumerate() {
            let (name, attributes): (&str, &[(&str, &str)]) = if i == 0 { ("th", &[("scope", "row")]) } else { ("td", &[]) };
            self.out.open(name, attributes);
            self.quoted("bdi", cell);
            self.out.close(name);
        }
        self.out.close("tr");
        self.out.line();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_needs_no_escapes() {
        assert!(!STYLE.contains(['<', '>', '&']), "XML would escape it, HTML would not read the escapes");
    }

    #[test]
    fn most_letters_decide() {
        assert_eq!(["=SUM(A1) هكذا بدأ", "2015-11-16", "iPhone", "شركة Apple", ""].map(direction), ["rtl", "ltr", "ltr", "ltr", "ltr"]);
    }
}
