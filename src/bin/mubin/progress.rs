//! How far a run is, on standard error: a bar where a terminal shows it, a line now and then where `--progress` asks for it elsewhere.
//!
//! Bytes of input are counted, as they are known before the work is. Nothing is shown of a run that is over at once.

use std::cell::Cell;
use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

use indicatif::{HumanBytes, ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::shared::Running;

/// A run that is over by then shows no bar.
const PATIENCE: Duration = Duration::from_millis(700);
/// A line is written so often.
const EVERY: Duration = Duration::from_secs(2);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Nothing,
    Bar,
    Lines,
}

/// How far a run is.
pub struct Progress {
    shown: Shown,
    bar: ProgressBar,
    /// Bytes of all files; none where one is a stream.
    total: Option<u64>,
    /// Bytes of each file that is not read yet, the next one last.
    sizes: Cell<Vec<u64>>,
    /// Bytes of the files that are done.
    before: Cell<u64>,
    /// When the bar appears, or the next line is due.
    due: Cell<Option<Instant>>,
}

impl Progress {
    /// Nothing is done yet.
    pub fn new(running: &Running, files: &[&str]) -> Progress {
        let terminal = std::io::stderr().is_terminal();
        let shown = match (running.quiet, terminal, running.progress) {
            (true, ..) | (_, false, false) => Shown::Nothing,
            (_, true, _) => Shown::Bar,
            _ => Shown::Lines,
        };
        let size = |file: &&str| std::fs::metadata(file).ok().filter(|found| *file != "-" && found.is_file()).map(|found| found.len());
        let total = files.iter().map(size).sum::<Option<u64>>();
        let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::hidden());
        let template = match total {
            Some(_) => "{bar:40} {percent:>3} %  {bytes} of {total_bytes}  {bytes_per_sec}  {eta} left",
            None => "{spinner} {bytes}  {bytes_per_sec}",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        let wait = if shown == Shown::Bar { PATIENCE } else { EVERY };
        Progress {
            shown,
            bar,
            total,
            sizes: Cell::new(files.iter().rev().map(|file| size(file).unwrap_or(0)).collect()),
            before: Cell::new(0),
            due: Cell::new(Some(Instant::now() + wait)),
        }
    }

    /// So many bytes of the present file are done.
    pub fn at(&self, bytes: u64) {
        if self.shown == Shown::Nothing {
            return;
        }
        self.bar.set_position(self.before.get() + bytes);
        if self.due.get().is_none_or(|due| Instant::now() < due) {
            return;
        }
        match self.shown {
            Shown::Lines => {
                self.due.set(Some(Instant::now() + EVERY));
                self.line();
            }
            _ => {
                self.due.set(None);
                self.bar.set_draw_target(ProgressDrawTarget::stderr());
            }
        }
    }

    /// The present file is done.
    pub fn file_is_done(&self) {
        let mut sizes = self.sizes.take();
        // Of a stream it is known only now how much it was.
        let reached = self.bar.position() - self.before.get().min(self.bar.position());
        let size = sizes.pop().unwrap_or(0).max(reached);
        self.sizes.set(sizes);
        self.at(size);
        self.before.set(self.before.get() + size);
    }

    /// Everything is done.
    pub fn end(&self) {
        match self.shown {
            Shown::Nothing => {}
            Shown::Bar => self.bar.finish_and_clear(),
            Shown::Lines => self.line(),
        }
    }

    /// Lets something be printed without the bar in its way.
    pub fn aside(&self, print: impl FnOnce()) {
        self.bar.suspend(print);
    }

    fn line(&self) {
        let done = HumanBytes(self.bar.position());
        let line = match self.total {
            Some(total) => format!("{} % of {} read", (self.bar.position() * 100).checked_div(total).unwrap_or(100), HumanBytes(total)),
            None => format!("{done} read"),
        };
        let _ = writeln!(std::io::stderr(), "mubin: {line}");
    }
}
