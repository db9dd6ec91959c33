//! Marked-up text, well-formed as XML and written so that it is HTML as well.
//!
//! Everything that comes from outside passes here and is escaped. XML 1.0 cannot hold some characters, not even escaped: C0 controls but
//! for tab and line ends, U+FFFE and U+FFFF. U+FFFD, the replacement character, stands for each of them. Elements are never closed by `/>`
//! unless [`Markup::empty`] is asked for, as HTML knows only its own empty elements. Writers call these functions hundreds of times and none of
//! them is in a hurry, so that none is inlined: the browser's binary would double.

use std::borrow::Cow;

use quick_xml::Writer;
use quick_xml::escape::partial_escape;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// Attributes of an element, in order.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A document in the making.
pub struct Markup(Writer<Vec<u8>>);

impl Markup {
    /// Nothing yet.
    pub fn new() -> Markup {
        Markup(Writer::new(Vec::new()))
    }

    #[inline(never)]
    fn event(&mut self, event: Event<'_>) {
        // Memory takes whatever is written to it.
        let _ = self.0.write_event(event);
    }

    /// The declaration of an XML document.
    pub fn declaration(&mut self) {
        self.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        self.line();
    }

    /// The type of an HTML document.
    pub fn html(&mut self) {
        self.event(Event::DocType(BytesText::from_escaped("html")));
        self.line();
    }

    /// The start of an element.
    #[inline(never)]
    pub fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        self.event(Event::Start(start(name, attributes)));
    }

    /// The end of an element.
    #[inline(never)]
    pub fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element that holds nothing.
    #[inline(never)]
    pub fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.event(Event::Empty(start(name, attributes)));
    }

    /// Text.
    #[inline(never)]
    pub fn text(&mut self, text: &str) {
        let allowed = allowed(text);
        self.event(Event::Text(BytesText::from_escaped(partial_escape(allowed.as_ref()))));
    }

    /// An element that holds text alone.
    #[inline(never)]
    pub fn leaf(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.open(name, attributes);
        self.text(text);
        self.close(name);
    }

    /// A line's end, for whoever reads the source.
    #[inline(never)]
    pub fn line(&mut self) {
        self.event(Event::Text(BytesText::from_escaped("\n")));
    }

    /// The document.
    pub fn finish(self) -> String {
        String::from_utf8(self.0.into_inner()).unwrap_or_default()
    }
}

fn start<'a>(name: &'a str, attributes: Attributes<'a>) -> BytesStart<'a> {
    let mut out = BytesStart::new(name);
    for (name, value) in attributes {
        out.push_attribute((*name, allowed(value).as_ref()));
    }
    out
}

/// Whether XML 1.0 can hold a character.
fn is_allowed(c: char) -> bool {
    !matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}

fn allowed(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_allowed) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if is_allowed(c) { c } else { '\u{FFFD}' }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_escaped() {
        let mut out = Markup::new();
        out.open("a", &[("b", "\"<&>'\u{1}")]);
        out.text("</a>&amp;\u{0}\r\n😀");
        out.close("a");
        assert_eq!(out.finish(), "<a b=\"&quot;&lt;&amp;&gt;&apos;\u{FFFD}\">&lt;/a&gt;&amp;amp;\u{FFFD}&#13;\n😀</a>");
    }
}
