//! The whole pipeline: in one call, or in steps for callers that must stay responsive.
//!
//! The work is kept in a [`Job`] that does not borrow the text, so that a browser can hold both and come back to it
//! between frames. [`analyze`] is a job run to its end.

use crate::content::Content;
use crate::error::{Error, Result};
use crate::layout::{self, Layout, Lexer, Token};
use crate::memory::Memory;
use crate::morphology::{self, Morphology};
use crate::options::{Input, Layer, Layers, Options};
use crate::packs::Packs;
use crate::stages::{Clock, Stage};
use crate::text::chars::{Class, class};
use crate::text::hidden::Note;
use crate::whole::{self, Whole};
use crate::writing::corrections::Correction;
use crate::writing::frequency::{Counter, WordTable};
use crate::writing::measures::{Statistics, Variety};

/// Everything found in a text. Spans are UTF-8 bytes of the text that was analysed.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysis {
    /// The layers that were asked for.
    pub layers: Layers,
    /// Tokens, ascending.
    pub tokens: Vec<Token>,
    /// Blocks and sentences.
    pub layout: Layout,
    /// What the words are; none where it was not asked for or the packs are missing.
    pub morphology: Option<Morphology>,
    /// What the text says; none where none of it was asked for or the packs are missing.
    pub content: Option<Content>,
    /// Word types.
    pub words: WordTable,
    /// Hidden and misleading characters.
    pub characters: Vec<Note>,
    /// Misspellings.
    pub corrections: Vec<Correction>,
    /// Figures over the whole text.
    pub statistics: Statistics,
    /// The variety of Arabic, and what tells it.
    pub variety: Variety,
}

/// Analyses `text` without language packs: layout, tokens, statistics.
///
/// # Errors
/// [`Error::EmptyText`], [`Error::TooLarge`], [`Error::BadDate`].
pub fn analyze(text: &str, options: &Options) -> Result<Analysis> {
    analyze_with(&Packs::new(), text, options)
}

/// Analyses `text` with what the packs allow.
///
/// # Errors
/// [`Error::EmptyText`], [`Error::TooLarge`], [`Error::BadDate`].
pub fn analyze_with(packs: &Packs, text: &str, options: &Options) -> Result<Analysis> {
    analyze_remembering(packs, &mut Memory::new(), text, options)
}

/// The same for one of many texts, or for a text that was edited: what the memory holds is not worked out again.
///
/// # Errors
/// [`Error::EmptyText`], [`Error::TooLarge`], [`Error::BadDate`].
pub fn analyze_remembering(packs: &Packs, memory: &mut Memory, text: &str, options: &Options) -> Result<Analysis> {
    let job = Job::new(text, options.clone())?;
    Ok(job.finish(packs, memory, text))
}

enum Doing {
    /// Tokens are being read; the byte reached.
    Tokens {
        at: usize,
    },
    /// Words are being counted.
    Words(Box<Counter>),
    /// Words are being explained.
    Morphology(Box<morphology::Reader>),
    /// The text is being looked over as a whole; how many steps of it are done.
    Whole {
        steps: usize,
    },
    Done,
}

/// An analysis in progress. Every call must be given the same text.
pub struct Job {
    options: Options,
    doing: Doing,
    /// Whether the memory knows of it.
    begun: bool,
    tokens: Vec<Token>,
    layout: Layout,
    words: WordTable,
    morphology: Option<Morphology>,
    whole: Whole,
    clock: Clock,
}

/// Shares of the work that are done when all tokens are read, when they are laid out, counted and explained, for the progress shown; by the
/// stage benches.
const READ: f64 = 0.01;
const LAID_OUT: f64 = 0.04;
const COUNTED: f64 = 0.05;
const EXPLAINED: f64 = 0.45;

/// So many times as much is read, counted or overlooked by a layer in the time of explaining it.
const READING: usize = 50;
const COUNTING: usize = 20;
const OVERLOOKING: usize = 10;

/// A token and the space after it take some ten bytes of Arabic text, a sentence some two hundred.
const TOKEN_BYTES: usize = 10;
const SENTENCE_BYTES: usize = 200;

impl Job {
    /// Checks the text and prepares the work.
    ///
    /// # Errors
    /// [`Error::EmptyText`], [`Error::TooLarge`], [`Error::BadDate`].
    pub fn new(text: &str, options: Options) -> Result<Job> {
        options.check()?;
        if text.len() > crate::MAX_BYTES {
            return Err(Error::TooLarge { bytes: text.len() });
        }
        if text.chars().all(|c| matches!(class(c), Class::Space | Class::Newline | Class::Invisible)) {
            return Err(Error::EmptyText);
        }
        let mut job = Job {
            options,
            doing: Doing::Tokens { at: 0 },
            begun: false,
            tokens: Vec::new(),
            layout: Layout::default(),
            words: WordTable::default(),
            morphology: None,
            whole: Whole::default(),
            clock: Clock::default(),
        };
        if job.options.input == Input::Horizontal {
            (job.tokens, job.layout) = layout::lay_out_horizontal(text);
            job.doing = Doing::Words(Box::new(Counter::new(job.options.folding)));
        }
        Ok(job)
    }

    /// Works for about as long as it takes to explain `bytes` more bytes of the text, at least a little; the share of the work done so far,
    /// 1 when all of it is.
    pub fn step(&mut self, packs: &Packs, memory: &mut Memory, text: &str, bytes: usize) -> f64 {
        if !self.begun {
            memory.begin(packs, text.len());
            self.begun = true;
        }
        memory.resume(text.len(), !self.options.pins.is_empty());
        self.clock.resume();
        let mut left = bytes;
        loop {
            let share = self.work(packs, memory, text, &mut left);
            if share >= 1.0 || left == 0 {
                return share;
            }
        }
    }

    /// Goes on with what is being done, for no more than is `left` to explain, and takes from that what it took.
    fn work(&mut self, packs: &Packs, memory: &mut Memory, text: &str, left: &mut usize) -> f64 {
        let bytes = std::mem::take(left);
        match &mut self.doing {
            Doing::Tokens { at } => {
                let goal = at.saturating_add(bytes.saturating_mul(READING).max(1));
                let mut lexer = Lexer::resume(text, *at);
                let mut ended = true;
                for token in lexer.by_ref() {
                    self.tokens.push(token);
                    if token.span.end as usize >= goal {
                        ended = false;
                        break;
                    }
                }
                self.clock.lap(Stage::Tokens);
                if !ended {
                    *at = lexer.position();
                    return READ * (*at as f64 / text.len() as f64);
                }
                self.tokens.shrink_to_fit();
                self.layout = layout::lay_out_remembering(&mut memory.lines, &mut self.clock, text, &self.tokens, &self.options.roles);
                self.doing = Doing::Words(Box::new(Counter::new(self.options.folding)));
                *left = bytes.saturating_sub(text.len() / READING);
                LAID_OUT
            }
            Doing::Words(counter) => {
                let counted = counter.step(text, &self.tokens, &self.layout, bytes.saturating_mul(COUNTING) / TOKEN_BYTES + 1);
                self.clock.lap(Stage::Words);
                if !counted {
                    return LAID_OUT + (COUNTED - LAID_OUT) * counter.words() as f64 / self.tokens.len().max(1) as f64;
                }
                let counter = std::mem::replace(&mut **counter, Counter::new(self.options.folding));
                self.words = counter.finish();
                self.clock.lap(Stage::Words);
                *left = bytes.saturating_sub(text.len() / COUNTING);
                if !packs.explains() || !self.options.layers.needs_morphology() {
                    self.doing = Doing::Whole { steps: 0 };
                    return EXPLAINED;
                }
                self.doing = Doing::Morphology(Box::default());
                COUNTED
            }
            Doing::Morphology(reader) => {
                let of = morphology::Source { text, tokens: &self.tokens, layout: &self.layout, pins: &self.options.pins };
                if reader.step(packs, memory, &mut self.clock, &of, bytes / SENTENCE_BYTES + 1) {
                    let sentences = self.layout.sentences.len().max(1);
                    return COUNTED + (EXPLAINED - COUNTED) * reader.sentences() as f64 / sentences as f64;
                }
                let reader = std::mem::take(reader);
                self.morphology = Some(reader.finish(self.tokens.len()));
                memory.chosen();
                self.clock.lap(Stage::Explaining);
                self.doing = Doing::Whole { steps: 0 };
                *left = bytes.saturating_sub(text.len());
                EXPLAINED
            }
            Doing::Whole { steps } => {
                let source = whole::Source {
                    packs,
                    text,
                    options: &self.options,
                    tokens: &self.tokens,
                    layout: &self.layout,
                    words: &self.words,
                    morphology: self.morphology.as_ref(),
                };
                if !self.whole.step(memory, &mut self.clock, &source) {
                    self.doing = Doing::Done;
                    return 1.0;
                }
                *steps += 1;
                *left = bytes.saturating_sub(text.len() / OVERLOOKING);
                EXPLAINED + (1.0 - EXPLAINED) * (*steps as f64 / whole::STEPS as f64).min(0.99)
            }
            Doing::Done => 1.0,
        }
    }

    /// The same job, timed stage by stage.
    #[must_use]
    pub fn timed(self, clock: Clock) -> Job {
        Job { clock, ..self }
    }

    /// What was found; work not yet done is done now.
    pub fn finish(self, packs: &Packs, memory: &mut Memory, text: &str) -> Analysis {
        self.finish_timed(packs, memory, text).0
    }

    /// The same, with the clock that the job was given.
    pub fn finish_timed(mut self, packs: &Packs, memory: &mut Memory, text: &str) -> (Analysis, Clock) {
        while self.step(packs, memory, text, usize::MAX) < 1.0 {}
        memory.end();
        let layers = self.options.layers;
        let Whole { characters, statistics, variety, content, corrections, .. } = self.whole;
        let analysis = Analysis {
            layers,
            tokens: self.tokens,
            layout: self.layout,
            morphology: self.morphology.filter(|_| layers.has(Layer::Morphology)),
            content: content.map(|content| content.only(layers)),
            corrections,
            words: self.words,
            characters: if layers.has(Layer::Characters) { characters } else { Vec::new() },
            statistics,
            variety,
        };
        (analysis, self.clock)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Role;
    use crate::text::ByteSpan;

    #[test]
    fn a_reader_decides_what_a_block_is() {
        let text = "وصل الوفد إلى المدينة مساء أمس وعقد اجتماعا مع المحافظ.\nالتعليقات\nرائع جدا.\n";
        let at = text.find("رائع").unwrap_or(0);
        let roles = vec![(ByteSpan::new(at, at + 1), Role::Body)];
        let analysis = analyze(text, &Options { roles, ..Options::default() }).unwrap();
        let last = analysis.layout.blocks.last().unwrap();
        assert_eq!((last.role, last.score, last.span.of(text)), (Role::Body, 1.0, "رائع جدا."));
    }
}
