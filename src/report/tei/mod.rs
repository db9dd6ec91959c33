//! TEI P5: the text as a document of the Text Encoding Initiative.
//!
//! ```text
//! header    what it is and what made it
//! listed    people, places, organisations, in standOff; names and speakers point there
//! marked    names, times, amounts and statements as elements over tokens
//! nest      the same cut so that they nest
//! body      div, head, p, s, w and pc, with the marked elements around them
//! ```
//!
//! Blocks that are the text make `div`s of type `text`; the page around it stays in its place, in `div`s of type `furniture`, so that it can be
//! left out by an attribute. Inside a block nothing is lost: its white space stands between the words, so that the content of a `p` without
//! tags is what was written. `xml:id`s count as the JSON does: `t5` is `tokens[5]`, `s2` `sentences[2]`, `entity-0` `entities[0]`.
//!
//! **Overlap.** XML is a tree, and layers of a text are not: a statement runs over several sentences, a name begins where another element ends.
//! Elements are cut where they would cross, and their pieces are tied together by `next` and `prev`, the Guidelines' «fragmentation and
//! reconstitution of virtual elements»: a sentence cuts everything, a statement cuts names, times and amounts, and of two others the later is cut.
//! Neither milestones, which hold no words, nor `span`s in standOff, which cannot say who speaks, would carry as much. The piece without `prev` is
//! where an element begins: count those.
//!
//! Elements hold whole words: `persName` around وللوزير has its clitics in it. The exact place is in the other formats.

mod body;
mod header;
mod listed;
mod marked;
mod nest;

use super::formats::{Source, Wishes};
use super::markup::Markup;

const NAMESPACE: &str = "http://www.tei-c.org/ns/1.0";

/// Writes the document.
pub fn write(source: Source<'_>, wishes: &Wishes) -> String {
    let mut out = Markup::new();
    let voices = listed::Voices::of(source);
    out.declaration();
    out.open("TEI", &[("xmlns", NAMESPACE), ("xml:lang", "ar")]);
    out.line();
    header::write(&mut out, source, wishes);
    listed::write(&mut out, source, &voices);
    let marked = marked::find(source, &voices);
    body::write(&mut out, source, &marked);
    out.close("TEI");
    out.line();
    out.finish()
}
