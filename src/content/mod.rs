//! What the text says: names, times, amounts, who said what, and the gist of it.
//!
//! ```text
//! view        words with their clitics, lemmas and tags worked out once for each distinct word
//! worked      what the layers below worked out of a word, kept with it
//! numerals    number expressions in digits and words            (reads view)
//! times       dates, clock times, durations, sets               (reads numerals)
//! quantities  counts, ordinals, percent, money, measures        (reads numerals)
//! names       mentions of people, places, organisations         (reads view, the names pack)
//! entities    mentions of one thing joined; places found        (reads names, the places pack)
//! statements  who said what                                     (reads entities, times)
//! gist        keyphrases, summary, who-what-where-when          (reads all of them)
//! ```
//!
//! Every layer stands on the tagger's choice and reads only the text itself, never menus or comments: see
//! [`view::is_read`]. Every span is a place in the original; every result says in `why` which rule or model decided.

pub mod entities;
pub mod gist;
pub mod names;
pub mod numerals;
pub mod quantities;
pub mod statements;
pub mod times;
pub mod view;
mod worked;

use crate::layout::{Layout, Token};
use crate::morphology::Morphology;
use crate::options::{Layer, Layers};
use crate::stages::{Clock, Stage};
use crate::{Memory, Packs};

use view::Seen;

pub use entities::Entity;
pub use gist::{Gist, Keyphrase, SummarySentence};
pub use names::Mention;
pub use quantities::Quantity;
pub use statements::Statement;
pub use times::{DocumentDate, Time};
pub use view::View;

/// Everything the content layers found. A layer that was not asked for is empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Content {
    /// The date that relative expressions count from.
    pub date: Option<DocumentDate>,
    /// Things named, by number.
    pub entities: Vec<Entity>,
    /// Where they are named, ascending, never overlapping.
    pub mentions: Vec<Mention>,
    /// Who said what, ascending by start.
    pub statements: Vec<Statement>,
    /// Expressions of time, ascending, never overlapping.
    pub times: Vec<Time>,
    /// Amounts, ascending, never overlapping each other; those of a duration lie inside a time.
    pub quantities: Vec<Quantity>,
    /// Keyphrases, best first.
    pub keyphrases: Vec<Keyphrase>,
    /// Sentences of the summary, in the order of the text.
    pub summary: Vec<SummarySentence>,
    /// Who, what, where, when, of found pieces.
    pub gist: Option<Gist>,
    /// No pack of names was there, so that no mention says nothing.
    pub nameless: bool,
}

/// What content is read from.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The text.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// Blocks and sentences.
    pub layout: &'a Layout,
    /// What the words are.
    pub morphology: &'a Morphology,
}

/// Reads the content of a text, a layer at a time, so that whoever waits for a long one can be heard in between.
#[derive(Debug)]
pub struct Reader {
    layers: Layers,
    date: Option<times::Date>,
    /// The layers still to be read.
    steps: std::slice::Iter<'static, Stage>,
    seen: Option<Seen>,
    numerals: Vec<numerals::Numeral>,
    out: Content,
}

impl Reader {
    /// The layers in the order of the work.
    pub const STEPS: [Stage; 8] =
        [Stage::View, Stage::Numerals, Stage::Times, Stage::Quantities, Stage::Names, Stage::Entities, Stage::Statements, Stage::Gist];

    /// Nothing is read yet. `date` is the document's date where the caller gave one.
    pub fn new(layers: Layers, date: Option<times::Date>) -> Reader {
        Reader { layers, date, steps: Reader::STEPS.iter(), seen: None, numerals: Vec::new(), out: Content::default() }
    }

    /// Reads one more layer; whether there are more. Every call must be given the same text.
    pub fn step(&mut self, packs: &Packs, memory: &mut Memory, clock: &mut Clock, of: &Source<'_>) -> bool {
        let layers = self.layers;
        let Some(&stage) = self.steps.by_ref().find(|&&stage| wants(layers, stage)) else { return false };
        let Source { text, tokens, layout, morphology } = *of;
        let view = match self.seen.take() {
            Some(seen) => View::again(seen, text, tokens, layout, morphology),
            None => View::remembering(&mut memory.words, text, tokens, layout, morphology),
        };
        self.read(stage, packs, memory, &view);
        clock.lap(stage);
        self.seen = Some(view.into_seen());
        true
    }

    /// What was found.
    pub fn finish(self) -> Content {
        self.out.only(self.layers)
    }

    fn read(&mut self, stage: Stage, packs: &Packs, memory: &mut Memory, view: &View<'_>) {
        let out = &mut self.out;
        match stage {
            Stage::Numerals => self.numerals = numerals::find(memory, view),
            Stage::Times => {
                out.date = times::document_date(view, &self.numerals, self.date);
                out.times = times::find(memory, view, &self.numerals, out.date.as_ref());
            }
            Stage::Quantities => out.quantities = quantities::find(memory, view, &self.numerals, &out.times),
            Stage::Names => {
                out.nameless = packs.names.is_none();
                out.mentions = names::find(packs, memory, view);
            }
            Stage::Entities => out.entities = entities::join(packs, view, &mut out.mentions),
            Stage::Statements => out.statements = statements::find(view, &out.mentions, &out.entities, &out.times),
            Stage::Gist => (out.keyphrases, out.summary, out.gist) = gist::find(packs, view, out),
            _ => {}
        }
    }
}

/// Whether a layer is asked for, or needed by one that is.
fn wants(layers: Layers, stage: Stage) -> bool {
    let any = |list: &[Layer]| list.iter().any(|&layer| layers.has(layer));
    let gist = any(&[Layer::Keyphrases, Layer::Summary]);
    match stage {
        Stage::Numerals | Stage::Times | Stage::Quantities => gist || any(&[Layer::Times, Layer::Quantities, Layer::Statements]),
        Stage::Names | Stage::Entities => gist || any(&[Layer::Entities, Layer::Statements]),
        Stage::Statements => gist || any(&[Layer::Statements]),
        Stage::Gist => gist,
        _ => true,
    }
}

impl Content {
    /// What of it these layers are.
    pub fn only(mut self, layers: Layers) -> Content {
        self.drop_unasked(layers);
        self
    }

    /// How often each entity is mentioned.
    pub fn mention_counts(&self) -> Vec<usize> {
        let mut counts = vec![0; self.entities.len()];
        for mention in &self.mentions {
            if let Some(count) = counts.get_mut(mention.entity as usize) {
                *count += 1;
            }
        }
        counts
    }

    /// Empties what was only needed on the way.
    fn drop_unasked(&mut self, layers: Layers) {
        if !layers.has(Layer::Times) {
            self.times.clear();
        }
        if !layers.has(Layer::Quantities) {
            self.quantities.clear();
        }
        if !layers.has(Layer::Entities) {
            // Speakers name entities by number, so these go together.
            self.mentions.clear();
            self.entities.clear();
            for speaker in self.statements.iter_mut().filter_map(|s| s.speaker.as_mut()) {
                speaker.entity = None;
            }
        }
        if !layers.has(Layer::Statements) {
            self.statements.clear();
        }
        if !layers.has(Layer::Keyphrases) {
            self.keyphrases.clear();
        }
        if !layers.has(Layer::Summary) {
            self.summary.clear();
            self.gist = None;
        }
    }
}
