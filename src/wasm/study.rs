//! Questions about the words of the latest results.
//!
//! What a question needs of an analysis is kept for a few results, under names their caller gave them; the index is made with the first
//! question, so an analysis that nobody asks about costs no time. Where a name is no longer known the caller is told so and has the
//! text read again. Options come as numbers and answers go as numbers and strings: `www/engine/study.js` knows the order of both, checks the
//! one and names the other.

use js_sys::{Array, Float64Array, Uint32Array};
use wasm_bindgen::prelude::*;

use super::api::Packs;
use super::columns::object;
use super::errors;
use crate::layout::{Layout, Token};
use crate::morphology::Morphology;
use crate::text::ByteSpan;
use crate::text::offsets::{OffsetMap, Unit};
use crate::writing::words::search::{self, Hits};
use crate::writing::words::{Corpus, Index, Joined, Mode, Query, collocations, concordance, dispersion, keyness, ngrams};

/// How many results are kept at most.
const MOST: usize = 3;
/// And how many bytes of text they may have together; what is kept is about five times that. The latest that was asked about always stays.
const BYTES: usize = 8 << 20;

/// What of an analysis questions are about.
pub type Asked = (Vec<Token>, Layout, Option<Morphology>);

/// A result that may be asked about.
struct Held {
    name: u32,
    text: String,
    tokens: Vec<Token>,
    layout: Layout,
    morphology: Option<Morphology>,
    index: Option<(Index, OffsetMap)>,
}

/// The latest results, the newest last.
#[derive(Default)]
pub struct Shelf {
    held: Vec<Held>,
}

impl Shelf {
    /// Keeps a result; of large ones only where it is about to be asked.
    pub fn keep(&mut self, name: u32, text: String, (tokens, layout, morphology): Asked, asked: bool) {
        if name == 0 || !asked && !self.takes(name, &text) {
            return;
        }
        self.held.retain(|held| held.name != name);
        self.held.push(Held { name, text, tokens, layout, morphology, index: None });
        while self.held.len() > MOST || self.held.len() > 1 && self.held.iter().map(|held| held.text.len()).sum::<usize>() > BYTES {
            self.held.remove(0);
        }
    }

    /// Whether a result is kept that nobody has asked about.
    pub fn takes(&self, name: u32, text: &str) -> bool {
        name != 0 && text.len() <= BYTES
    }

    /// Forgets all.
    pub fn clear(&mut self) {
        self.held.clear();
    }
}

/// The options of a question, one after the other.
struct Numbers<'a>(std::slice::Iter<'a, u32>);

impl Numbers<'_> {
    #[inline(never)]
    fn next(&mut self) -> u32 {
        self.0.next().copied().unwrap_or(0)
    }

    fn size(&mut self) -> usize {
        self.next() as usize
    }

    fn flag(&mut self) -> bool {
        self.next() != 0
    }

    fn joined(&mut self) -> Joined {
        if self.flag() { Joined::Lemma } else { Joined::Form }
    }
}

/// An answer: numbers, strings and rows in the order that `study.js` knows.
#[derive(Default)]
struct Answer {
    unclear: Vec<String>,
    head: Vec<f64>,
    texts: Vec<String>,
    /// Rows of whole numbers, one behind the other.
    whole: Vec<u32>,
    /// Rows of the others.
    real: Vec<f64>,
}

impl Answer {
    #[inline(never)]
    fn whole(&mut self, row: &[u32]) {
        self.whole.extend_from_slice(row);
    }

    #[inline(never)]
    fn real(&mut self, row: &[f64]) {
        self.real.extend_from_slice(row);
    }

    #[inline(never)]
    fn head(&mut self, number: f64) {
        self.head.push(number);
    }

    #[inline(never)]
    fn text(&mut self, text: &str) {
        self.texts.push(text.to_string());
    }

    fn into_js(self) -> JsValue {
        object(&[
            ("unclear", list(&self.unclear)),
            ("head", Float64Array::from(self.head.as_slice()).into()),
            ("texts", list(&self.texts)),
            ("whole", Uint32Array::from(self.whole.as_slice()).into()),
            ("real", Float64Array::from(self.real.as_slice()).into()),
        ])
    }
}

fn list(texts: &[String]) -> JsValue {
    let out = Array::new();
    for text in texts {
        out.push(&JsValue::from_str(text));
    }
    out.into()
}

#[wasm_bindgen]
impl Packs {
    /// Asks about the words of a kept result; null where it is not kept any more. `what`: 0 search, 1 concordance, 2 keyness, 3 n-grams, 4
    /// collocations, 5 dispersion.
    #[wasm_bindgen(unchecked_return_type = "any")]
    pub fn ask(&self, name: u32, what: u8, query: &str, options: &[u32]) -> Result<JsValue, JsValue> {
        let packs = self.packs.try_borrow().map_err(|_| errors::bad_options("packs are in use"))?;
        let mut shelf = self.shelf.try_borrow_mut().map_err(|_| errors::bad_options("results are in use"))?;
        let Some(place) = shelf.held.iter().position(|held| held.name == name) else { return Ok(JsValue::NULL) };
        // What is asked about is kept longest.
        let held = shelf.held.remove(place);
        shelf.held.push(held);
        let Some(Held { text, tokens, layout, morphology, index, .. }) = shelf.held.last_mut() else { return Ok(JsValue::NULL) };
        let (text, tokens, layout, morphology) = (text.as_str(), tokens.as_slice(), &*layout, morphology.as_ref());
        let (index, map) = index.get_or_insert_with(|| (Index::new(text, tokens, layout, morphology), OffsetMap::new(text)));
        let corpus = Corpus { text, tokens, layout, morphology, index };
        let at = |span: ByteSpan| [span.start, span.end].map(|byte| map.from_byte(text, byte as usize, Unit::Utf16));
        Ok(answer(corpus, &packs, &at, what, query, Numbers(options.iter())).into_js())
    }
}

/// Spans of the text in UTF-16.
type Places<'a> = &'a dyn Fn(ByteSpan) -> [u32; 2];

fn answer(corpus: Corpus<'_>, packs: &crate::Packs, at: Places<'_>, what: u8, query: &str, mut numbers: Numbers<'_>) -> Answer {
    let mut out = Answer::default();
    match what {
        2 => key_lemmas(corpus, packs, &mut numbers, &mut out),
        3 => rows_of_words(corpus, at, &mut numbers, &mut out),
        _ => {
            let mode = Mode::ALL.get(numbers.size()).copied().unwrap_or(Mode::Folded);
            let query = Query::parse(query, mode, numbers.flag());
            let hits = search::find(corpus, &query);
            out.unclear = query.unclear;
            out.head(hits.positions.len() as f64);
            match what {
                0 => places(corpus, at, &hits, &mut out),
                1 => lines(corpus, at, &hits, &mut numbers, &mut out),
                4 => collocates(corpus, &hits, &mut numbers, &mut out),
                _ => spread(corpus, at, &hits, &mut out),
            }
        }
    }
    out
}

fn places(corpus: Corpus<'_>, at: Places<'_>, hits: &Hits, out: &mut Answer) {
    let index = corpus.index;
    let number = |list: &[u32], position: u32| list.get(position as usize).copied().unwrap_or(0);
    for &position in &hits.positions {
        let [start, end] = at(corpus.span(position, hits.len));
        let (first, last) = (number(&index.token, position), number(&index.token, position + hits.len - 1));
        out.whole(&[start, end, first, last, number(&index.sentence, position)]);
    }
}

fn lines(corpus: Corpus<'_>, at: Places<'_>, hits: &Hits, numbers: &mut Numbers<'_>, out: &mut Answer) {
    let (reversed, offset, limit, window) = (numbers.flag(), numbers.size(), numbers.size(), numbers.next());
    let mut sort = Vec::new();
    for &by in numbers.0.by_ref() {
        sort.extend(concordance::Sort::ALL.get(by as usize));
    }
    for line in concordance::lines(corpus, hits, &concordance::Wanted { sort, reversed, offset, limit, window }) {
        for span in [line.node, line.before, line.after] {
            out.whole(&at(span));
        }
        out.whole(&[line.sentence, line.block, line.first, line.last]);
    }
}

fn key_lemmas(corpus: Corpus<'_>, packs: &crate::Packs, numbers: &mut Numbers<'_>, out: &mut Answer) {
    let (closed, minimum, limit, side) = (numbers.flag(), numbers.next(), numbers.size(), numbers.size());
    let side = keyness::Side::ALL.get(side).copied().unwrap_or(keyness::Side::Over);
    let found = keyness::of(corpus, packs, &keyness::Wanted { closed, minimum, limit, side });
    let total = if found.compared { keyness::CORPUS } else { 0.0 };
    for number in [f64::from(found.words), total, f64::from(found.names), f64::from(found.unknown), found.total as f64] {
        out.head(number);
    }
    let index = corpus.index;
    for row in &found.rows {
        let Some(lemma) = index.lemmas.get(row.lemma as usize) else { continue };
        for text in [corpus.lemma(row.lemma), index.roots.get(lemma.root), row.upos.name()] {
            out.text(text);
        }
        out.whole(&[row.count, u32::from(lemma.closed)]);
        out.real(&[row.here, row.general, row.g2, row.ratio]);
    }
}

fn rows_of_words(corpus: Corpus<'_>, at: Places<'_>, numbers: &mut Numbers<'_>, out: &mut Answer) {
    let (n, by, minimum, closed) = (numbers.size(), numbers.joined(), numbers.next(), numbers.flag());
    let (offset, limit) = (numbers.size(), numbers.size());
    let (total, rows) = ngrams::count(corpus, &ngrams::Wanted { n, by, minimum, closed, offset, limit });
    out.head(total as f64);
    for row in rows {
        let [start, end] = at(row.first);
        out.whole(&[row.count, start, end]);
        out.text(&row.text);
    }
}

fn collocates(corpus: Corpus<'_>, hits: &Hits, numbers: &mut Numbers<'_>, out: &mut Answer) {
    let (by, before, after, minimum) = (numbers.joined(), numbers.size(), numbers.size(), numbers.next());
    let (closed, limit, sort) = (numbers.flag(), numbers.size(), numbers.size());
    let sort = collocations::Sort::ALL.get(sort).copied().unwrap_or(collocations::Sort::LogDice);
    let (words, rows) = collocations::of(corpus, hits, &collocations::Wanted { by, before, after, minimum, closed, limit, sort });
    out.head(words as f64);
    for row in rows {
        out.text(row.text);
        out.whole(&[u32::from(row.closed), row.before, row.after, row.frequency]);
        out.real(&[row.log_dice, row.mi, row.t]);
    }
}

fn spread(corpus: Corpus<'_>, at: Places<'_>, hits: &Hits, out: &mut Answer) {
    let found = dispersion::of(corpus, hits);
    out.head(corpus.index.len() as f64);
    out.head(found.dp.unwrap_or(-1.0));
    for count in found.counts {
        out.head(f64::from(count));
    }
    for &position in &hits.positions {
        let [start, end] = at(corpus.span(position, hits.len));
        out.whole(&[position, start, end]);
    }
}
