//! The layers that look over a text as a whole, when every sentence has been read: characters, measures, content, corrections.
//!
//! They are read one after the other in steps of a layer each, because on a text of megabytes each of them takes its time, and whoever waits
//! must be heard in between.

use crate::content::{self, Content};
use crate::layout::{Layout, Token};
use crate::morphology::Morphology;
use crate::options::{Layer, Options};
use crate::stages::{Clock, Stage};
use crate::text::hidden::{self, Note};
use crate::writing::corrections::{self, Correction};
use crate::writing::frequency::WordTable;
use crate::writing::measures::{self, Statistics, Variety};
use crate::{Memory, Packs};

/// What was read of a text before.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    pub packs: &'a Packs,
    pub text: &'a str,
    pub options: &'a Options,
    pub tokens: &'a [Token],
    pub layout: &'a Layout,
    pub words: &'a WordTable,
    pub morphology: Option<&'a Morphology>,
}

/// What was found in the text as a whole.
#[derive(Debug, Default)]
pub struct Whole {
    next: Next,
    pub characters: Vec<Note>,
    pub statistics: Statistics,
    pub variety: Variety,
    pub content: Option<Content>,
    pub corrections: Vec<Correction>,
}

#[derive(Debug, Default)]
enum Next {
    #[default]
    Characters,
    Measures,
    Content(Box<content::Reader>),
    Corrections,
    Nothing,
}

/// How many steps there are at most.
pub const STEPS: usize = 3 + content::Reader::STEPS.len();

impl Whole {
    /// Reads one more layer; whether there are more.
    pub fn step(&mut self, memory: &mut Memory, clock: &mut Clock, of: &Source<'_>) -> bool {
        let layers = of.options.layers;
        self.next = match std::mem::take(&mut self.next) {
            Next::Characters => {
                if layers.has(Layer::Characters) || layers.has(Layer::Corrections) {
                    self.characters = hidden::scan(of.text);
                }
                clock.lap(Stage::Characters);
                Next::Measures
            }
            Next::Measures => {
                let &Source { packs, text, tokens, layout, words, morphology, .. } = of;
                let source = measures::Source { packs, text, tokens, layout, words, morphology };
                (self.statistics, self.variety) = measures::measure(&source, &mut memory.words);
                clock.lap(Stage::Measures);
                content_reader(of).map_or(Next::Corrections, |reader| Next::Content(Box::new(reader)))
            }
            Next::Content(mut reader) => match of.morphology {
                Some(morphology) if reader.step(of.packs, memory, clock, &content_source(of, morphology)) => Next::Content(reader),
                _ => {
                    self.content = Some(reader.finish());
                    Next::Corrections
                }
            },
            Next::Corrections => {
                if layers.has(Layer::Corrections) {
                    self.corrections = self.correct(memory, of);
                    clock.lap(Stage::Corrections);
                }
                Next::Nothing
            }
            Next::Nothing => Next::Nothing,
        };
        !matches!(self.next, Next::Nothing)
    }

    fn correct(&self, memory: &mut Memory, of: &Source<'_>) -> Vec<Correction> {
        let &Source { packs, text, tokens, layout, morphology, options, .. } = of;
        let source = corrections::Source {
            packs,
            text,
            tokens,
            layout,
            morphology,
            content: self.content.as_ref(),
            characters: &self.characters,
            words: &options.words,
            consistent: options.consistent,
        };
        corrections::read(&source, memory)
    }
}

/// Names, times, statements; none where nothing of them is asked for.
fn content_reader(of: &Source<'_>) -> Option<content::Reader> {
    let mut layers = of.options.layers;
    if layers.has(Layer::Corrections) {
        // Names are not corrected into words, so they are looked for whether the caller wants them or not.
        layers = layers.and(Layer::Entities);
    }
    of.morphology.filter(|_| Layer::CONTENT.iter().any(|&layer| layers.has(layer)))?;
    let date = of.options.date.as_deref().and_then(content::times::Date::parse);
    Some(content::Reader::new(layers, date))
}

fn content_source<'a>(of: &Source<'a>, morphology: &'a Morphology) -> content::Source<'a> {
    content::Source { text: of.text, tokens: of.tokens, layout: of.layout, morphology }
}
