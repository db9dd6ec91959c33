//! What the lines of a page look like by themselves: those of the latest text, and of the one that is being read.

use std::collections::HashMap;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use crate::layout::Look;

type Table = HashMap<Box<str>, Arc<Look>, FxBuildHasher>;

/// Of texts that were given up on the way so many lines are kept.
const MOST_LINES: usize = 20_000;

/// Lines by their letters.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    keeps: bool,
    before: Table,
    now: Table,
}

impl Lines {
    /// A text is begun, of which lines are kept or not.
    pub fn begin(&mut self, keeps: bool) {
        self.keeps = keeps;
        self.before.extend(self.now.drain());
        if !keeps || self.before.len() > MOST_LINES {
            self.before.clear();
        }
    }

    /// The text is read to its end.
    pub fn end(&mut self) {
        self.before = std::mem::take(&mut self.now);
    }

    /// The look of a line, made where it is not known.
    pub fn look(&mut self, line: &str, make: impl FnOnce() -> Look) -> Arc<Look> {
        if !self.keeps {
            return Arc::new(make());
        }
        if let Some(found) = self.now.get(line) {
            return Arc::clone(found);
        }
        let (line, look) = self.before.remove_entry(line).unwrap_or_else(|| (line.into(), Arc::new(make())));
        self.now.insert(line, Arc::clone(&look));
        look
    }
}
