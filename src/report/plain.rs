//! The clean text: what belongs to the text itself, without the page around it.
//!
//! A block is given as its writer wrote it, spaces, marks and line breaks inside included; blocks are separated by a blank line. Which
//! blocks those are is what the reader on the page shows unfolded: headline, byline, dateline, body and caption.

use crate::Analysis;

/// The content blocks of `text`; empty where it has none.
pub fn write(text: &str, analysis: &Analysis) -> String {
    let mut out = String::with_capacity(text.len());
    for block in analysis.layout.blocks.iter().filter(|block| block.role.is_content()) {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(block.span.of(text));
        out.push('\n');
    }
    out
}
