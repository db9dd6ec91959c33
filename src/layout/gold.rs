//! Annotated pages: the format of `tests/golden/pages`, read for tests and for training.
//!
//! One file a page, `role<TAB>line` for each line, empty lines as they are. In headline, body and caption `‖` stands
//! before each sentence that starts inside a line, and at a line's end where a sentence of a wrapped paragraph ends.

use std::collections::BTreeSet;

use super::Role;

/// A page as it would be pasted, and what is true of it.
#[derive(Debug, Clone, Default)]
pub struct GoldPage {
    /// The pasted text.
    pub text: String,
    /// First and last byte of each line, with its role.
    pub lines: Vec<(usize, usize, Role)>,
    /// Bytes at which sentences of headlines, body and captions end.
    pub ends: BTreeSet<usize>,
}

/// Whether sentences of this role are annotated.
pub fn has_sentences(role: Role) -> bool {
    matches!(role, Role::Headline | Role::Body | Role::Caption)
}

impl GoldPage {
    /// Reads a page.
    ///
    /// # Errors
    /// The line that is wrong, and why.
    pub fn parse(source: &str) -> Result<GoldPage, String> {
        let mut page = GoldPage::default();
        let mut wrapped = false;
        for (number, line) in source.lines().enumerate() {
            if !line.is_empty() {
                let (role, marked) = line.split_once('\t').ok_or_else(|| format!("line {}: no tab", number + 1))?;
                let role = Role::from_name(role).ok_or_else(|| format!("line {}: no role '{role}'", number + 1))?;
                let start = page.text.len();
                for (i, piece) in marked.split('‖').enumerate() {
                    if i > 0 && has_sentences(role) {
                        page.ends.insert(page.text.trim_end().len());
                    }
                    page.text.push_str(piece);
                }
                wrapped |= marked.ends_with('‖');
                page.lines.push((start, page.text.len(), role));
            }
            page.text.push('\n');
        }
        page.end_lines(wrapped);
        Ok(page)
    }

    /// Adds the ends of lines. In a wrapped page a line's end says nothing unless it closes a paragraph.
    fn end_lines(&mut self, wrapped: bool) {
        let mut next: Option<(usize, Role)> = None;
        for &(start, end, role) in self.lines.iter().rev() {
            let closes = next.is_none_or(|(below, role_below)| below > end + 1 || role_below != role);
            if has_sentences(role) && (!wrapped || closes) {
                self.ends.insert(self.text.get(..end).unwrap_or("").trim_end().len());
            }
            next = Some((start, role));
        }
    }

    /// The page with only the lines whose role is `wanted`. Sentences are not kept.
    pub fn filtered(&self, wanted: impl Fn(Role) -> bool) -> GoldPage {
        let mut out = GoldPage::default();
        let mut gap = false;
        let mut end = 0;
        for &(from, to, role) in &self.lines {
            gap |= from > end + 1;
            end = to;
            if !wanted(role) {
                continue;
            }
            if gap && !out.text.is_empty() {
                out.text.push('\n');
            }
            gap = false;
            let start = out.text.len();
            out.text.push_str(self.text.get(from..to).unwrap_or(""));
            out.lines.push((start, out.text.len(), role));
            out.text.push('\n');
        }
        out
    }

    /// Each body line of five words or more as a page of its own.
    pub fn paragraphs(&self) -> Vec<GoldPage> {
        let lines = self.lines.iter().filter(|l| l.2 == Role::Body).filter_map(|l| self.text.get(l.0..l.1));
        let long = lines.filter(|line| line.split_whitespace().count() >= 5);
        let alone = |line: &str| GoldPage { text: line.to_string(), lines: vec![(0, line.len(), Role::Body)], ends: BTreeSet::new() };
        long.map(alone).collect()
    }

    /// The role of the line that holds byte `at`.
    pub fn role_at(&self, at: usize) -> Option<Role> {
        let i = self.lines.partition_point(|l| l.1 <= at);
        self.lines.get(i).filter(|l| l.0 <= at).map(|l| l.2)
    }
}
