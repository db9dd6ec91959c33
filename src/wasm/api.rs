//! The functions `www/engine` calls.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Reflect;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::rows::{Known, Rows};
use super::study::Shelf;
use super::{columns, errors, marks, options};
use crate::lexicon::Kind;
use crate::report::document::{Converter, Window, longest, outline};
use crate::stages::Clock;
use crate::text::fold::Folding;
use crate::text::normalize::Folds;
use crate::text::offsets::{OffsetMap, Unit};
use crate::text::{ByteSpan, encoding};
use crate::writing::transliteration::{Endings, Scheme, Shape, Style, Word, to_arabic, transliterate_words, with_names};
use crate::{Layer, Layers, Memory};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
export interface CoreError { kind: string; message: string }
export interface RawOptions {
  layers?: string[] | null;
  date?: string | null;
  folding?: "exact" | "light" | "full";
  /** Roles a reader has decided, in UTF-16 offsets; each holds for the lines it touches. */
  roles?: { start: number; end: number; role: string }[] | null;
  /** Readings a reader has decided: the UTF-16 span of a word and the number of the reading in the list that `alternatives` gives. */
  pins?: { start: number; end: number; reading: number }[] | null;
  /** The reader's own words, which no correction flags. */
  words?: string[] | null;
  /** Report too what is right, but spelled otherwise in the rest of the text. */
  consistent?: boolean | null;
}
"#;

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// Version of the engine.
#[wasm_bindgen]
pub fn version() -> String {
    crate::VERSION.to_string()
}

/// The search fold of a text: bare letters, hamzas, ة and ى folded, marks and tatweel dropped, digits 0 to 9.
#[wasm_bindgen]
pub fn fold(text: &str) -> String {
    crate::text::fold::fold(text, Folding::Full)
}

/// Decodes the bytes of a text file; `label` is a charset name from outside, if there is one.
/// Gives `{text, encoding, basis, replaced, repair}`; throws a `CoreError` of kind `not-text` for binary files.
#[wasm_bindgen(unchecked_return_type = "any")]
pub fn decode(bytes: &[u8], label: Option<String>) -> Result<JsValue, JsValue> {
    #[derive(Serialize)]
    struct Repair {
        encoding: String,
        text: String,
    }
    #[derive(Serialize)]
    struct Decoded {
        text: String,
        encoding: String,
        basis: &'static str,
        replaced: usize,
        repair: Option<Repair>,
    }
    let decoded = encoding::decode(bytes, label.as_deref()).map_err(|e| errors::to_js(&e))?;
    to_plain(&Decoded {
        text: decoded.text,
        encoding: decoded.encoding.into_owned(),
        basis: decoded.basis.name(),
        replaced: decoded.replaced,
        repair: decoded.repair.map(|r| Repair { encoding: r.encoding.into_owned(), text: r.text }),
    })
}

/// What a text read in a wrong encoding should have been: `{encoding, text}`, or null when it reads well as it is.
#[wasm_bindgen(unchecked_return_type = "{ encoding: string; text: string } | null")]
pub fn repair(text: &str) -> Result<JsValue, JsValue> {
    #[derive(Serialize)]
    struct Repair {
        encoding: String,
        text: String,
    }
    to_plain(&encoding::repair(text).map(|r| Repair { encoding: r.encoding.into_owned(), text: r.text }))
}

/// Writes `text` in the scheme `to`, or reads it from the scheme `from`; `arabic` is a scheme here. Words of which the vowels are known
/// are given by their UTF-16 `starts` and `ends`, their `shapes` (a column of the morphology) and vowelled forms, a line each;
/// `names` are the starts and ends of names, for capitals. `endings` is keep, drop, or nothing for what the scheme does by itself.
#[wasm_bindgen]
#[allow(clippy::too_many_arguments)] // columns, as everything that crosses here
pub fn transliterate(
    text: &str,
    from: &str,
    to: &str,
    endings: Option<String>,
    capitals: bool,
    starts: &[u32],
    ends: &[u32],
    shapes: &[u16],
    vowelled: &str,
    names: &[u32],
) -> Result<String, JsValue> {
    let scheme = |name: &str| {
        let scheme = Scheme::from_name(name).map(Some).or((name == "arabic").then_some(None));
        scheme.ok_or_else(|| errors::bad_options(&format!("there is no scheme called '{name}'")))
    };
    let endings = match endings.as_deref() {
        None => None,
        Some("keep") => Some(Endings::Keep),
        Some("drop") => Some(Endings::Drop),
        Some(_) => return Err(errors::bad_options("endings must be keep or drop")),
    };
    let arabic = match scheme(from)? {
        None => None,
        Some(from) => Some(to_arabic(text, from).ok_or_else(|| errors::bad_options(&format!("{} does not lead back", from.name())))?),
    };
    let Some(to) = scheme(to)? else { return Ok(arabic.unwrap_or_else(|| text.to_string())) };
    let map = OffsetMap::new(text);
    let span = |start: u32, end: u32| ByteSpan::new(map.to_byte(text, start, Unit::Utf16), map.to_byte(text, end, Unit::Utf16));
    let places = starts.iter().zip(ends).map(|(&start, &end)| span(start, end));
    let words =
        places.zip(shapes).zip(vowelled.lines()).map(|((span, &bits), vowelled)| Word { span, vowelled, shape: Shape::from_bits(bits) });
    let names = names.chunks_exact(2).filter_map(|pair| Some(span(*pair.first()?, *pair.last()?)));
    let style = Style { endings, capitals };
    match arabic {
        Some(text) => Ok(transliterate_words(&text, [], to, style)),
        None => Ok(transliterate_words(text, with_names(text, words, names), to, style)),
    }
}

/// Makes differences of writing equal: `folds` are names of folds and presets, separated by commas.
#[wasm_bindgen]
pub fn normalize(text: &str, folds: &str) -> Result<String, JsValue> {
    let mut all = Folds::NONE;
    for name in folds.split(',').filter(|name| !name.is_empty()) {
        all = all.and(Folds::from_name(name).ok_or_else(|| errors::bad_options(&format!("there is no fold called '{name}'")))?);
    }
    match all.contradiction() {
        Some((one, other)) => Err(errors::bad_options(&format!("{one} and {other} contradict each other"))),
        None => Ok(crate::text::normalize::normalize(text, all)),
    }
}

fn to_plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).map_err(|e| errors::bad_options(&e.to_string()))
}

/// Language packs, loaded, and the latest results that were made with them. Jobs share them; a pack that is added later counts for jobs that
/// start later.
#[wasm_bindgen]
#[derive(Default)]
pub struct Packs {
    pub(super) packs: Rc<RefCell<crate::Packs>>,
    pub(super) shelf: Rc<RefCell<Shelf>>,
    /// Who writes is answered for what was written, not for the whole text again.
    memory: Rc<RefCell<Memory>>,
    rows: Rc<RefCell<Rows>>,
}

#[wasm_bindgen]
impl Packs {
    /// No packs.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Packs {
        Packs { memory: Rc::new(RefCell::new(Memory::of_edits())), ..Packs::default() }
    }

    /// Adds a pack: `lexicon`, `glosses`, `frequency` or `models`, the lexicon before the two that count its lemmas. Throws a `CoreError`
    /// of a kind that begins with `pack-`; what was there stays.
    pub fn add(&self, name: &str, bytes: Vec<u8>) -> Result<(), JsValue> {
        let kind = Kind::ALL
            .into_iter()
            .find(|kind| kind.name() == name)
            .ok_or_else(|| errors::bad_options(&format!("there is no pack called '{name}'")))?;
        let mut packs = self.packs.try_borrow_mut().map_err(|_| errors::bad_options("packs are in use"))?;
        packs.add(kind, bytes).map_err(|error| errors::plain(error.kind(), &error.to_string()))?;
        // Glosses are part of what was said of words.
        if let Ok(mut rows) = self.rows.try_borrow_mut() {
            rows.forget();
        }
        // Results name lemmas by their numbers in the lexicon they were made with.
        if let (Kind::Lexicon, Ok(mut shelf)) = (kind, self.shelf.try_borrow_mut()) {
            shelf.clear();
        }
        Ok(())
    }

    /// Every reading of the word at `[start, end)` of a sentence, in UTF-16, likeliest by itself first: that number is what a pin names. Each has the
    /// fields of a token's analysis; `score` is its probability in the sentence. Empty where there is no such word, or no lexicon.
    #[wasm_bindgen(unchecked_return_type = "any[]")]
    pub fn alternatives(&self, sentence: &str, start: u32, end: u32) -> Result<JsValue, JsValue> {
        let packs = self.packs.try_borrow().map_err(|_| errors::bad_options("packs are in use"))?;
        let map = OffsetMap::new(sentence);
        let span = ByteSpan::new(map.to_byte(sentence, start, Unit::Utf16), map.to_byte(sentence, end, Unit::Utf16));
        to_plain(&crate::report::alternatives::alternatives(&packs, sentence, span, Unit::Utf16))
    }
}

/// An analysis in progress. Made, stepped and finished inside the engine; never handed to callers.
#[wasm_bindgen]
pub struct Job {
    pub(super) text: String,
    pub(super) job: crate::Job,
    layers: Layers,
    pub(super) packs: Rc<RefCell<crate::Packs>>,
    pub(super) memory: Rc<RefCell<Memory>>,
    shelf: Rc<RefCell<Shelf>>,
    rows: Rc<RefCell<Rows>>,
    known: Known,
    started: f64,
}

#[wasm_bindgen]
impl Job {
    /// Checks the text and prepares the work. Throws a `CoreError`.
    #[wasm_bindgen(constructor)]
    pub fn new(text: String, #[wasm_bindgen(unchecked_param_type = "RawOptions")] options: JsValue, packs: &Packs) -> Result<Job, JsValue> {
        let started = marks::now();
        let options = options::read(&text, &options)?;
        let layers = options.layers;
        let job = crate::Job::new(&text, options).map_err(|e| errors::to_js(&e))?.timed(Clock::by(marks::now));
        let Packs { packs, shelf, memory, rows } = packs;
        let (packs, memory, shelf, rows) = (Rc::clone(packs), Rc::clone(memory), Rc::clone(shelf), Rc::clone(rows));
        Ok(Job { text, job, layers, packs, memory, shelf, rows, known: Known::default(), started })
    }

    /// Works for about as long as it takes to explain `bytes` more bytes of UTF-8; the share of the work done, 1 when `finish` may be called.
    pub fn step(&mut self, bytes: u32) -> f64 {
        match (self.packs.try_borrow(), self.memory.try_borrow_mut()) {
            (Ok(packs), Ok(mut memory)) => self.job.step(&packs, &mut memory, &self.text, bytes as usize),
            _ => 0.0,
        }
    }

    /// Says how much of the table of rows is known to whoever asks: `rows` of its `edition`.
    pub fn knows(&mut self, edition: u32, rows: u32) {
        self.known = Known { edition, rows };
    }

    /// The result, in UTF-16 offsets; its words can be asked about under `name`, if that is not 0. Consumes the job.
    #[wasm_bindgen(unchecked_return_type = "any")]
    pub fn finish(self, name: u32) -> Result<JsValue, JsValue> {
        let packs = self.packs.try_borrow().map_err(|_| errors::bad_options("packs are in use"))?;
        let mut memory = self.memory.try_borrow_mut().map_err(|_| errors::bad_options("packs are in use"))?;
        let (mut analysis, clock) = self.job.finish_timed(&packs, &mut memory, &self.text);
        marks::measure("mubin: analysis", self.started);
        marks::stages(&clock);
        let crossing = marks::now();
        let at = Converter::new(&self.text, Unit::Utf16);
        let mut rows = self.rows.try_borrow_mut().map_err(|_| errors::bad_options("packs are in use"))?;
        let most = if analysis.tokens.len() > MOST_TOKENS_WHOLE { PART } else { usize::MAX };
        let fields = [
            ("outline", json(&analysis, &at, Window { from: 0, most })?.into()),
            ("kinds", columns::kinds()),
            ("tokens", columns::tokens(&analysis, &at, self.layers.has(Layer::Tokens))),
            ("words", columns::words(&analysis, self.layers.has(Layer::Words))),
            ("morphology", columns::morphology(&analysis, &packs, &self.text, &mut rows, self.known)),
        ];
        let result = columns::object(&fields);
        marks::measure("mubin: result", crossing);
        let mut shelf = self.shelf.try_borrow_mut().map_err(|_| errors::bad_options("packs are in use"))?;
        if longest(&analysis) <= most {
            shelf.keep(name, self.text, (analysis.tokens, analysis.layout, analysis.morphology), false);
            return Ok(result);
        }
        // What crossed as columns needs no room here any more, but on the shelf.
        let map = at.into_map();
        let (tokens, morphology) = (std::mem::take(&mut analysis.tokens), analysis.morphology.take());
        analysis.words = Default::default();
        if shelf.takes(name, &self.text) {
            shelf.keep(name, self.text.clone(), (tokens, analysis.layout.clone(), morphology), false);
        }
        Reflect::set(&result, &"rest".into(), &Rest { text: self.text, map, analysis, from: most }.into())?;
        Ok(result)
    }

    /// Only makes ready for questions under `name`. Consumes the job.
    pub fn keep(self, name: u32) -> Result<(), JsValue> {
        let packs = self.packs.try_borrow().map_err(|_| errors::bad_options("packs are in use"))?;
        let mut memory = self.memory.try_borrow_mut().map_err(|_| errors::bad_options("packs are in use"))?;
        let analysis = self.job.finish(&packs, &mut memory, &self.text);
        if let Ok(mut shelf) = self.shelf.try_borrow_mut() {
            shelf.keep(name, self.text, (analysis.tokens, analysis.layout, analysis.morphology), true);
        }
        Ok(())
    }
}

/// Up to so many tokens the layers that are no columns cross as one string of JSON; those of longer texts part by part, so that no
/// single step holds the page up, and no more of them is there in a second form than a part.
const MOST_TOKENS_WHOLE: usize = 6_000;
/// So many items of every list are in a part.
const PART: usize = 500;

/// The layers that are no columns, of each list what is in the window.
fn json(analysis: &crate::Analysis, at: &Converter<'_>, window: Window) -> Result<String, JsValue> {
    serde_json::to_string(&outline(analysis, at, window)).map_err(|e| errors::bad_options(&e.to_string()))
}

/// What of a long result has not crossed yet.
#[wasm_bindgen]
pub struct Rest {
    text: String,
    map: OffsetMap,
    analysis: crate::Analysis,
    from: usize,
}

#[wasm_bindgen]
impl Rest {
    /// The next part, in JSON: an outline whose lists go on where those of the part before end. None where all has been given.
    pub fn next(&mut self) -> Result<Option<String>, JsValue> {
        if self.from >= longest(&self.analysis) {
            return Ok(None);
        }
        let at = Converter::counted(&self.text, &self.map, Unit::Utf16);
        let part = json(&self.analysis, &at, Window { from: self.from, most: PART })?;
        self.from += PART;
        Ok(Some(part))
    }
}
