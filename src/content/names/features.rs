//! What the recogniser looks at.
//!
//! Every template gives a number to a sink; scoring looks the weights of all labels up under it, training collects the numbers,
//! so that both always see the same. What depends on a word alone is worked out once for each distinct word.

use super::phrases::{self, Phrases};
use super::triggers::{self, Classes};
use crate::Packs;
use crate::content::view::{Facts, View};
use crate::layout::TokenKind;
use crate::lexicon::gazetteer::{Gazetteer, class, key};
use crate::morph::Upos;
use crate::tagger::features::{hash, mix};

/// What is known of a distinct word.
#[derive(Debug, Clone, Default)]
pub struct Shape {
    folded: u32,
    base: u32,
    core: u32,
    lemma: u32,
    /// Part of speech, article, preposition, pronoun, dual and plural.
    tag: u32,
    upos: u32,
    ends: [u32; 3],
    begins: [u32; 2],
    /// What the word alone is listed as, [`class`] and the bits of [`phrases`].
    classes: u16,
    triggers: Classes,
    known: bool,
    length: u32,
    frequency: u32,
    /// Hash of the text of punctuation, digits; 0 of words.
    sign: u32,
    preposition: u32,
    /// Conjunction and preposition in front.
    clitics: u32,
}

impl Shape {
    fn new(packs: &Packs, names: &Gazetteer, facts: &Facts, lemma_log: f32) -> Shape {
        let kind = facts.kind;
        let (own, _) = phrases::classes(names, packs.places.as_ref(), key(&facts.base));
        let (whole, _) = phrases::classes(names, packs.places.as_ref(), key(&facts.folded));
        let core: Vec<char> = facts.core.chars().collect();
        let end = |n: usize| core.get(core.len().saturating_sub(n)..).map_or(0, |c| hash(&c.iter().collect::<String>().into_bytes()));
        let begin = |n: usize| core.get(..n.min(core.len())).map_or(0, |c| hash(&c.iter().collect::<String>().into_bytes()));
        let tag = facts.tag.map_or(0, |t| {
            u32::from(t.particle == b'A')
                | u32::from(t.preposition != 0) << 1
                | u32::from(t.pronoun != 0) << 2
                | u32::from(t.number) << 3
                | u32::from(t.gender) << 11
        });
        Shape {
            folded: hash(facts.folded.as_bytes()),
            base: hash(facts.base.as_bytes()),
            core: hash(facts.core.as_bytes()),
            lemma: hash(facts.lemma.as_bytes()),
            tag: mix(90, facts.upos as u32, tag),
            upos: facts.upos as u32 + if facts.article() { 32 } else { 0 } + if kind == TokenKind::Latin { 64 } else { 0 },
            ends: [end(1), end(2), end(3)],
            begins: [begin(2), begin(3)],
            classes: (own | whole) & !class::BEGINNING,
            triggers: triggers::of(facts),
            known: facts.known,
            length: core.len().min(9) as u32,
            frequency: lemma_log as u32,
            sign: if kind == TokenKind::Word { 0 } else { hash(facts.folded.as_bytes()) },
            preposition: u32::from(facts.preposition().unwrap_or(0)),
            clitics: u32::from(facts.conjunction().is_some()) | u32::from(facts.preposition().is_some()) << 1,
        }
    }
}

/// The shapes of words.
#[derive(Debug, Clone, Copy)]
pub struct Table<'a> {
    packs: &'a Packs,
    names: &'a Gazetteer,
}

impl<'a> Table<'a> {
    /// Those that these known names give.
    pub fn new(packs: &'a Packs, names: &'a Gazetteer) -> Table<'a> {
        Table { packs, names }
    }

    /// The shape of a word.
    pub fn of<'f>(&self, facts: &'f Facts) -> &'f Shape {
        facts.worked.name.shape.get_or_init(|| {
            let log = facts.lemma_id.zip(self.packs.frequency.as_ref()).map_or(0.0, |(id, counts)| counts.log(id));
            Shape::new(self.packs, self.names, facts, log)
        })
    }
}

/// Bits of a set one by one.
fn bits(set: u16) -> impl Iterator<Item = u32> {
    (0..16).filter(move |b| set & (1 << b) != 0)
}

/// Features of a word in itself. With `lexical` off, those that know the very word are left out: training hides words so.
pub fn own(shape: &Shape, lexical: bool, add: &mut impl FnMut(u32)) {
    add(mix(0, 0, 0));
    if lexical {
        add(mix(1, shape.folded, 0));
        add(mix(2, shape.base, 0));
        add(mix(3, shape.core, 0));
        add(mix(4, shape.lemma, shape.tag));
    }
    add(mix(5, shape.tag, 0));
    add(mix(6, shape.upos, u32::from(shape.known)));
    for (i, &end) in shape.ends.iter().enumerate() {
        add(mix(7 + i as u32, end, shape.upos));
    }
    for (i, &begin) in shape.begins.iter().enumerate() {
        add(mix(10 + i as u32, begin, shape.upos & 31));
    }
    add(mix(12, shape.length, shape.upos));
    add(mix(13, shape.frequency, shape.upos));
    add(mix(14, u32::from(shape.classes), shape.upos));
    for bit in bits(shape.classes) {
        add(mix(15, bit, shape.upos));
        add(mix(16, bit, shape.frequency));
    }
    for bit in bits(shape.triggers) {
        add(mix(17, bit, shape.upos));
    }
    if shape.sign != 0 {
        add(mix(18, shape.sign, 0));
    }
}

/// Features of a neighbour, `place` telling which: 1 before, 2 after, 3 two before, 4 two after.
pub fn near(shape: &Shape, place: u32, lexical: bool, add: &mut impl FnMut(u32)) {
    let t = 20 * place;
    if lexical {
        add(mix(t + 20, shape.base, 0));
        add(mix(t + 21, shape.lemma, 0));
        if place < 3 {
            add(mix(t + 22, shape.folded, 0));
            add(mix(t + 29, shape.core, 0));
        }
    }
    add(mix(t + 23, shape.upos, 0));
    add(mix(t + 24, shape.tag, 0));
    add(mix(t + 25, u32::from(shape.classes), 0));
    for bit in bits(shape.classes) {
        add(mix(t + 26, bit, 0));
    }
    for bit in bits(shape.triggers) {
        add(mix(t + 27, bit, shape.upos & 32));
    }
    if shape.sign != 0 {
        add(mix(t + 28, shape.sign, 0));
    }
    if let Some(&end) = shape.ends.get(1).filter(|_| place < 3) {
        add(mix(t + 30, end, shape.upos));
    }
}

/// Features of a place in its sentence: pairs of neighbours, the listed phrase that stands there.
pub fn around(
    view: &View<'_>,
    table: &Table<'_>,
    listed: &Phrases,
    at: usize,
    sentence: &std::ops::Range<usize>,
    add: &mut impl FnMut(u32),
) {
    let none = Shape::default();
    let shape =
        |at: Option<usize>| at.filter(|at| sentence.contains(at)).and_then(|at| view.facts_at(at)).map_or(&none, |facts| table.of(facts));
    let here = shape(Some(at));
    let (before, after) = (shape(at.checked_sub(1)), shape(Some(at + 1)));
    let before2 = shape(at.checked_sub(2));
    add(mix(120, before.upos, here.upos));
    add(mix(121, here.upos, after.upos));
    add(mix(122, before.upos, mix(0, here.upos, after.upos)));
    add(mix(123, before.core, here.core));
    add(mix(124, here.core, after.core));
    add(mix(125, u32::from(before.triggers), here.upos));
    add(mix(126, u32::from(before.triggers), u32::from(here.classes)));
    add(mix(127, u32::from(here.classes), u32::from(after.classes)));
    add(mix(128, u32::from(before.classes), u32::from(here.classes)));
    add(mix(129, u32::from(before2.triggers), mix(1, before.upos, here.upos)));
    add(mix(130, here.preposition, u32::from(here.classes)));
    add(mix(131, before.lemma, here.upos));
    add(mix(132, before.lemma, u32::from(here.classes)));
    add(mix(133, before2.lemma, before.lemma));
    add(mix(141, here.lemma, after.upos));
    // What a clitic says of where a name ends: «أرسنال وموناكو» are two.
    let clitics = |s: &Shape| s.clitics << 8 | s.upos;
    add(mix(147, before.upos, clitics(here)));
    add(mix(148, clitics(here), u32::from(here.classes)));
    add(mix(149, here.clitics, mix(3, before.upos, u32::from(before.classes))));
    add(mix(160, here.clitics, mix(4, u32::from(before.classes), u32::from(here.classes))));
    add(mix(161, clitics(after), here.upos));
    add(mix(142, u32::from(here.triggers), after.upos));
    add(mix(143, u32::from(here.triggers), u32::from(after.classes)));
    if at == sentence.start {
        add(mix(134, 0, here.upos));
    }
    if let Some(phrase) = listed.at(at) {
        let inside = u32::from(phrase.tokens.start != at);
        let long = (phrase.tokens.len() as u32).min(3);
        for bit in bits(phrase.classes) {
            add(mix(135, bit, inside << 2 | long));
            add(mix(136, bit, mix(2, inside, here.upos)));
        }
        add(mix(137, u32::from(phrase.classes), inside << 2 | long));
    }
    if let Some(phrase) = at.checked_sub(1).filter(|b| sentence.contains(b)).and_then(|b| listed.at(b)).filter(|p| p.tokens.end == at) {
        for bit in bits(phrase.classes) {
            add(mix(138, bit, here.upos));
        }
    }
    if let Some(phrase) = listed.at(at + 1).filter(|p| p.tokens.start == at + 1 && sentence.contains(&(at + 1))) {
        for bit in bits(phrase.classes) {
            add(mix(139, bit, here.upos));
        }
    }
    chain(&shape, at, here, add);
    // The last word that announces a name, up to four tokens back: titles run long (نائب مستشار الأمن القومي).
    for back in 2..=4usize {
        let shape = shape(at.checked_sub(back));
        let found = shape.triggers & (triggers::TITLE | triggers::HONORIFIC | triggers::ORGANISATION_HEAD);
        if found != 0 {
            add(mix(140, u32::from(found), here.upos));
            break;
        }
    }
}

/// How far back the head of a long name is looked for.
const CHAIN: usize = 7;

/// The head that a run of nouns and adjectives began with: names of institutions run on in construct and agreement (هيئة الإشراف على الانتخابات).
fn chain<'t>(shape: &dyn Fn(Option<usize>) -> &'t Shape, at: usize, here: &Shape, add: &mut impl FnMut(u32)) {
    const NOMINAL: [Upos; 4] = [Upos::Noun, Upos::Adj, Upos::Propn, Upos::X];
    let nominal = |s: &Shape| NOMINAL.iter().any(|u| *u as u32 == s.upos & 31) && s.sign == 0;
    let heads = triggers::ORGANISATION_HEAD | triggers::PLACE_HEAD | triggers::EVENT_HEAD | triggers::WORK_HEAD;
    if !nominal(here) {
        return;
    }
    for back in 1..=CHAIN {
        let before = shape(at.checked_sub(back));
        let link = nominal(before) || before.upos & 31 == Upos::Adp as u32;
        if !link {
            return;
        }
        if before.triggers & heads != 0 {
            let far = back.min(4) as u32;
            add(mix(144, u32::from(before.triggers & heads), far << 8 | here.upos));
            add(mix(145, before.lemma, here.upos));
            add(mix(146, u32::from(before.triggers & heads), here.tag));
            return;
        }
    }
}
