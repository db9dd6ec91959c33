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

use crate::options::{Layer, Layers};
use crate::stages::{Clock, Stage};
use crate::{Memory, Packs};

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

/// Reads the content of a text. `date` is the document's date where the caller gave one.
pub fn read(packs: &Packs, memory: &mut Memory, clock: &mut Clock, view: &View<'_>, layers: Layers, date: Option<times::Date>) -> Content {
    let wants = |list: &[Layer]| list.iter().any(|&l| layers.has(l));
    let gist = wants(&[Layer::Keyphrases, Layer::Summary]);
    let mut out = Content::default();
    if wants(&[Layer::Times, Layer::Quantities, Layer::Statements]) || gist {
        let numerals = numerals::find(memory, view);
        clock.lap(Stage::Numerals);
        out.date = times::document_date(view, &numerals, date);
        out.times = times::find(memory, view, &numerals, out.date.as_ref());
        clock.lap(Stage::Times);
        out.quantities = quantities::find(memory, view, &numerals, &out.times);
        clock.lap(Stage::Quantities);
    }
    if wants(&[Layer::Entities, Layer::Statements]) || gist {
        out.nameless = packs.names.is_none();
        out.mentions = names::find(packs, memory, view);
        clock.lap(Stage::Names);
        out.entities = entities::join(packs, view, &mut out.mentions);
        clock.lap(Stage::Entities);
    }
    if layers.has(Layer::Statements) || gist {
        out.statements = statements::find(view, &out.mentions, &out.entities, &out.times);
        clock.lap(Stage::Statements);
    }
    if gist {
        (out.keyphrases, out.summary, out.gist) = gist::find(packs, view, &out);
        clock.lap(Stage::Gist);
    }
    out.drop_unasked(layers);
    out
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
