//! HTML input of the command line: the text a reader would see, one paragraph a line.
//!
//! Parsed by html5ever through `scraper`, as browsers parse. What is never read as text (scripts, styles, forms, and the
//! parts HTML itself names as page furniture: `nav`, `aside`, `footer`) is left out; roles of the rest are the layout
//! stage's work. The tree is walked with a stack of its own, so that deep nesting costs no recursion.

use ego_tree::iter::Edge;
use scraper::{Html, Node};

/// Elements that are left out with all they hold.
const LEFT_OUT: [&str; 16] = [
    "script", "style", "noscript", "template", "nav", "aside", "footer", "form", "iframe", "svg", "math", "button", "select", "object",
    "video", "audio",
];

/// Elements that stand on lines of their own.
const BLOCKS: [&str; 32] = [
    "address",
    "article",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tr",
    "ul",
];

/// Elements that end a paragraph: an empty line follows.
const PARAGRAPHS: [&str; 12] = ["article", "blockquote", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "p", "section", "table"];

/// The readable text of an HTML document.
pub fn to_text(html: &str) -> String {
    let document = Html::parse_document(html);
    let mut out = Lines::default();
    let mut left_out = 0usize;
    for edge in document.tree.root().traverse() {
        let (node, opens) = match edge {
            Edge::Open(node) => (node, true),
            Edge::Close(node) => (node, false),
        };
        match node.value() {
            Node::Element(element) if LEFT_OUT.contains(&element.name()) => {
                left_out = if opens { left_out + 1 } else { left_out.saturating_sub(1) };
            }
            _ if left_out > 0 => {}
            Node::Element(element) if BLOCKS.contains(&element.name()) => {
                out.end_line(PARAGRAPHS.contains(&element.name()));
            }
            Node::Element(element) if matches!(element.name(), "td" | "th") => out.push(" "),
            Node::Text(text) if opens => out.push(text),
            _ => {}
        }
    }
    out.finish()
}

/// Lines being written: runs of white space become one space, as browsers show them.
#[derive(Default)]
struct Lines {
    text: String,
    line: String,
    gap: bool,
}

impl Lines {
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}') {
                if !self.line.is_empty() && !self.line.ends_with(' ') {
                    self.line.push(' ');
                }
            } else {
                self.line.push(c);
            }
        }
    }

    fn end_line(&mut self, paragraph: bool) {
        let line = self.line.trim_end();
        if !line.is_empty() {
            if !self.text.is_empty() {
                self.text.push_str(if self.gap { "\n\n" } else { "\n" });
            }
            self.text.push_str(line);
            self.gap = false;
        }
        self.line.clear();
        self.gap |= paragraph;
    }

    fn finish(mut self) -> String {
        self.end_line(false);
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::to_text;

    #[test]
    fn paragraphs_lines_and_what_is_left_out() {
        let html = "<nav><a>الرئيسية</a></nav><article><h1>عنوان\n  الخبر</h1><p>نص <b>الف</b>قرة.<br>سطر</p><script>x</script>\
                    <ul><li>أ</li><li>ب</li></ul></article><footer>حقوق</footer>";
        assert_eq!(to_text(html), "عنوان الخبر\n\nنص الفقرة.\nسطر\n\nأ\nب\n");
    }

    #[test]
    fn deep_nesting_does_not_recurse() {
        assert_eq!(to_text(&("<div>".repeat(50_000) + "نص")), "نص\n");
    }
}
