//! Texts whose misspellings are marked in place: `⟦written⇒right⟧`, with `|c` before the end where the sentence decides.

use std::ops::Range;

/// A marked misspelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Where it stands in the text, in bytes.
    pub span: Range<usize>,
    /// What should stand there.
    pub right: String,
    /// Whether only one spelling exists.
    pub certain: bool,
}

/// A text and its misspellings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gold {
    /// As its writer wrote it.
    pub text: String,
    /// What is wrong with it, ascending.
    pub edits: Vec<Edit>,
}

impl Gold {
    /// Reads a marked text, whose first line is a comment if it starts with `#`. None where a mark is not closed.
    pub fn parse(marked: &str) -> Option<Gold> {
        let mut rest = marked;
        if rest.starts_with('#') {
            rest = rest.split_once('\n')?.1;
        }
        let mut out = Gold::default();
        while let Some((before, after)) = rest.split_once('⟦') {
            let (inside, next) = after.split_once('⟧')?;
            let (written, right) = inside.split_once('⇒')?;
            let contextual = right.strip_suffix("|c");
            out.text.push_str(before);
            let start = out.text.len();
            out.text.push_str(written);
            let right = contextual.unwrap_or(right).to_string();
            out.edits.push(Edit { span: start..out.text.len(), right, certain: contextual.is_none() });
            rest = next;
        }
        out.text.push_str(rest);
        Some(out)
    }

    /// What should stand in a stretch of the text, and the whole stretch: it grows until no mark reaches over its ends.
    pub fn right(&self, stretch: Range<usize>) -> (Range<usize>, String) {
        let touching = || {
            self.edits
                .iter()
                .filter(|e| e.span.start < stretch.end.max(stretch.start + 1) && stretch.start < e.span.end.max(e.span.start + 1))
        };
        let start = touching().map(|e| e.span.start).min().unwrap_or(stretch.start).min(stretch.start);
        let end = touching().map(|e| e.span.end).max().unwrap_or(stretch.end).max(stretch.end);
        let (mut out, mut at) = (String::new(), start);
        for edit in touching() {
            out.push_str(self.text.get(at..edit.span.start).unwrap_or(""));
            out.push_str(&edit.right);
            at = edit.span.end;
        }
        out.push_str(self.text.get(at..end).unwrap_or(""));
        (start..end, out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read() {
        let gold = Gold::parse("# genre: x\nقال ⟦ان⇒إن|c⟧ ⟦الاجراءات⇒الإجراءات⟧.").unwrap();
        assert_eq!(gold.text, "قال ان الاجراءات.");
        assert_eq!(gold.edits.iter().map(|e| e.certain).collect::<Vec<_>>(), [false, true]);
        let at = gold.text.find("ان").unwrap();
        assert_eq!(gold.right(at..at + 4), (at..at + 4, "إن".to_string()));
        assert_eq!(Gold::parse("⟦ا⇒ب"), None);
    }
}
