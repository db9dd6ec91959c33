//! Keyphrases: the noun phrases and names that a text is about.
//!
//! Reads phrases, terms and mentions; adds the best of them with their places. Phrases are counted by their lemmas, so that clitics,
//! article and number make no second one; names of one entity are counted under its longest. The decision: a phrase weighs
//! `ln(1 + n) · w · (1 + (k − 1) / 3) · p`, with `n` its occurrences, `w` the mean weight of its terms, `k` its words (at most four) and `p` for a
//! place in the headline or near the start and for being a name; of a phrase and one inside it only one stays, the longer unless the
//! shorter is much oftener alone. That is the tf–idf of Salton with the first position of KEA (Witten et al. 1999).

use std::cmp::Ordering;
use std::collections::HashMap;
use std::ops::Range;

use rustc_hash::FxBuildHasher;

use crate::content::Content;
use crate::content::names::EntityKind;
use crate::content::view::{View, Word};
use crate::layout::Role;
use crate::morph::Slot;
use crate::order::sort_by_number;
use crate::text::ByteSpan;

use super::Keyphrase;
use super::phrases;
use super::terms::{Terms, key, stop};

/// Keyphrases of a long text.
const MOST: usize = 15;

/// Keyphrases of the shortest text.
const LEAST: usize = 3;

/// For so many words there is one more.
const WORDS_FOR_ONE: usize = 35;

/// A keyphrase weighs at least this share of the third.
const FLOOR: f32 = 0.25;

/// The most that the terms of a name weigh.
const NAME: f32 = 0.6;

/// In a text of so many words, a single word counts if it occurs once.
const SHORT_TEXT: usize = 60;

/// A part of a phrase stays beside it if it is so many times as frequent.
const OFTENER: usize = 3;

/// Candidates of which the best are chosen; the rest of a long text cannot win.
const CONSIDERED: usize = 400;

/// A lemma without vowels, by its number in [`Keys`].
type Key = u32;

/// The lemmas of phrases, each once.
#[derive(Debug)]
struct Keys<'v> {
    /// For each distinct word of the text, its lemma once it was asked for.
    of_word: Vec<Option<Key>>,
    numbers: HashMap<&'v str, Key, FxBuildHasher>,
    lemmas: Vec<&'v str>,
}

impl<'v> Keys<'v> {
    fn new(view: &View<'_>) -> Keys<'v> {
        Keys { of_word: vec![None; view.distinct().len()], numbers: HashMap::default(), lemmas: Vec::new() }
    }

    /// The lemma of a token.
    fn of(&mut self, view: &'v View<'_>, at: usize) -> Option<Key> {
        let number = view.number(at);
        if let Some(known) = self.of_word.get(number).copied().flatten() {
            return Some(known);
        }
        let lemma = key(view.facts(number)?);
        let found = *self.numbers.entry(lemma).or_insert_with(|| {
            self.lemmas.push(lemma);
            self.lemmas.len() as Key - 1
        });
        if let Some(slot) = self.of_word.get_mut(number) {
            *slot = Some(found);
        }
        Some(found)
    }

    /// In the order of the letters of their lemmas.
    fn compare(&self, a: &[Key], b: &[Key]) -> Ordering {
        let letters = |key: &Key| self.lemmas.get(*key as usize).copied();
        a.iter().map(letters).cmp(b.iter().map(letters))
    }
}

/// A phrase on its way.
#[derive(Debug, Default)]
struct Candidate {
    /// Its lemmas.
    key: Vec<Key>,
    places: Vec<Range<usize>>,
    /// The place where it is written in full.
    face: Range<usize>,
    named: bool,
    titled: bool,
    score: f32,
}

/// The keyphrases, best first.
pub fn find(view: &View<'_>, terms: &Terms, content: &Content) -> Vec<Keyphrase> {
    let mut keys = Keys::new(view);
    let (mut candidates, words) = collect(view, content, &mut keys);
    for candidate in &mut candidates {
        candidate.score = weigh(view, terms, candidate, words);
    }
    candidates.retain(|c| c.score > 0.0);
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| start(a).cmp(&start(b))).then_with(|| keys.compare(&a.key, &b.key)));
    candidates.truncate(CONSIDERED);
    let most = (LEAST + words / WORDS_FOR_ONE).min(MOST);
    let best = candidates.first().map_or(1.0, |c| c.score);
    // A single outstanding phrase must not hide the others.
    let good = candidates.get(2).map_or(best, |c| c.score);
    let chosen = choose(candidates, most, good * FLOOR);
    chosen.iter().filter_map(|c| finish(view, c, best)).collect()
}

/// All phrases of the text with their places, and how many words there are.
fn collect<'v>(view: &'v View<'_>, content: &Content, keys: &mut Keys<'v>) -> (Vec<Candidate>, usize) {
    let mut all: Vec<Candidate> = Vec::new();
    let mut numbers: HashMap<Vec<Key>, usize, FxBuildHasher> = HashMap::default();
    let mut words = 0;
    let faces = faces(content);
    let mut mentions = content.mentions.iter().filter(|m| m.kind != EntityKind::Other || m.score > 0.5).peekable();
    for sentence in view.read_sentences() {
        let role = view.role(sentence);
        if !matches!(role, Role::Headline | Role::Body | Role::Caption) {
            continue;
        }
        let tokens = view.sentence(sentence);
        words += view.words(tokens.clone()).filter(Word::is_word).count();
        while mentions.next_if(|m| m.tokens.start < tokens.start).is_some() {}
        let mut named = Vec::new();
        while let Some(mention) = mentions.next_if(|m| m.tokens.start < tokens.end) {
            named.push((mention.tokens.clone(), faces.get(&mention.entity).unwrap_or(&mention.tokens).clone()));
        }
        let found =
            phrases::find(view, tokens).into_iter().filter(|p| named.iter().all(|(n, _)| fits(p, n))).map(|p| (p.clone(), p, false));
        for (place, face, named) in found.chain(named.iter().map(|(n, face)| (n.clone(), face.clone(), true))) {
            let key: Vec<Key> = face.clone().filter_map(|at| keys.of(view, at)).collect();
            let number = *numbers.entry(key).or_insert_with_key(|key| {
                all.push(Candidate { key: key.clone(), face, ..Candidate::default() });
                all.len() - 1
            });
            if let Some(candidate) = all.get_mut(number) {
                candidate.named |= named;
                candidate.titled |= role == Role::Headline;
                candidate.places.push(place);
            }
        }
    }
    for candidate in &mut all {
        sort_by_number(&mut candidate.places, |p| (p.start as u64) << 32 | p.end as u64);
        candidate.places.dedup();
    }
    (all, words)
}

/// The longest mention of each entity: its shorter names are counted with it.
fn faces(content: &Content) -> HashMap<u32, Range<usize>, FxBuildHasher> {
    let mut out: HashMap<u32, Range<usize>, FxBuildHasher> = HashMap::default();
    for mention in &content.mentions {
        let face = out.entry(mention.entity).or_insert_with(|| mention.tokens.clone());
        if mention.tokens.len() > face.len() {
            *face = mention.tokens.clone();
        }
    }
    out
}

/// Whether a phrase lies apart from a name or holds all of it and more.
fn fits(phrase: &Range<usize>, name: &Range<usize>) -> bool {
    let apart = phrase.end <= name.start || name.end <= phrase.start;
    apart || phrase.start <= name.start && name.end <= phrase.end && phrase != name
}

fn start(candidate: &Candidate) -> usize {
    candidate.places.first().map_or(usize::MAX, |p| p.start)
}

fn weigh(view: &View<'_>, terms: &Terms, candidate: &Candidate, words: usize) -> f32 {
    let place = &candidate.face;
    let length = place.len();
    let stopped = |i: usize| view.word(i).is_none_or(|w| stop(w.facts).is_some());
    let alone = length == 1 && (stopped(place.start) || candidate.places.len() < 2 && words > SHORT_TEXT);
    let adverbial = candidate.places.iter().all(|p| accusative(view, p));
    if !candidate.named && (alone || adverbial) {
        return 0.0;
    }
    let weights = place.clone().map(|at| terms.of(view, at).map_or(0.0, |t| terms.weight(t)));
    let mean = weights.sum::<f32>() / length.max(1) as f32;
    // Names are rare by nature, and the longer the fuller, which says nothing of how much the text is about them.
    let mean = if candidate.named { mean.min(NAME) } else { mean };
    // What occurs once in a long text is chance.
    let count = candidate.places.len() as f32;
    let rare = if count < 2.0 && words > 150 && !candidate.titled { 0.4 } else { 1.0 };
    let empty = if !candidate.named && place.clone().all(stopped) { 0.7 } else { 1.0 };
    let longer = if candidate.named { 1.0 } else { 1.0 + (length.min(4) as f32 - 1.0) / 3.0 };
    let near = (-(start(candidate) as f32) / 100.0).exp();
    let placed = 1.0 + 0.4 * near + if candidate.titled { 0.5 } else { 0.0 } + if candidate.named { 0.3 } else { 0.0 };
    (1.0 + count).ln() * mean * longer * placed * rare * empty
}

/// Whether a phrase stands in the indefinite accusative, which writes itself: of adverbs (خوفا), not of what a text is about.
fn accusative(view: &View<'_>, place: &Range<usize>) -> bool {
    view.word(place.start).and_then(|w| w.facts.tag).is_some_and(|tag| tag.slot == Slot::AccusativeAlef)
}

/// Best first, without phrases inside each other.
fn choose(candidates: Vec<Candidate>, most: usize, floor: f32) -> Vec<Candidate> {
    let mut chosen: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        if candidate.score < floor {
            break;
        }
        let n = candidate.places.len();
        let inside = chosen.iter().any(|c| holds(&c.key, &candidate.key) && n < OFTENER * c.places.len().max(1));
        let apart = candidate.places.iter().filter(|p| !chosen.iter().any(|c| crosses(c, p))).count();
        // A phrase takes the place of its parts unless they stand alone more often.
        let beaten = |c: &Candidate| holds(&candidate.key, &c.key) && c.places.len() <= if n < 2 { n } else { 2 * n };
        let weak = |c: &Candidate| holds(&candidate.key, &c.key) && !beaten(c) && (c.places.len() < OFTENER * n || n < 2);
        if inside || chosen.iter().any(weak) {
            continue;
        }
        if let Some(first) = chosen.iter().position(beaten) {
            let score = chosen.get(first).map_or(0.0, |c| c.score);
            chosen.retain(|c| !beaten(c));
            chosen.insert(first, Candidate { score, ..candidate });
        } else if chosen.len() < most && (2 * apart > n || chosen.iter().any(|c| holds(&candidate.key, &c.key))) {
            chosen.push(candidate);
        }
    }
    chosen
}

/// Whether one of a phrase's places shares a word with `place`.
fn crosses(phrase: &Candidate, place: &Range<usize>) -> bool {
    let next = phrase.places.partition_point(|p| p.end <= place.start);
    phrase.places.get(next).is_some_and(|p| p.start < place.end)
}

/// Whether a phrase holds another as a part.
fn holds(phrase: &[Key], part: &[Key]) -> bool {
    phrase.len() > part.len() && phrase.windows(part.len()).any(|w| w == part)
}

fn finish(view: &View<'_>, candidate: &Candidate, best: f32) -> Option<Keyphrase> {
    let lemma = |w: Word<'_>| match view.explained(w.at).map(|e| e.word.lemma.as_str()).filter(|lemma| !lemma.is_empty()) {
        Some(lemma) => lemma.to_string(),
        None => w.surface.to_string(),
    };
    let lemmas: Vec<String> = view.words(candidate.face.clone()).map(lemma).collect();
    let why = match candidate {
        Candidate { titled: true, .. } => "headline",
        Candidate { named: true, .. } => "name",
        Candidate { places, .. } if places.len() > 2 => "frequent",
        Candidate { key, .. } if key.len() > 1 => "phrase",
        _ => "telling",
    };
    Some(Keyphrase {
        text: spelling(view, candidate)?,
        lemma: lemmas.join(" "),
        score: (candidate.score / best).clamp(0.0, 1.0),
        occurrences: candidate.places.iter().map(|p| span(view, p)).collect(),
        why,
    })
}

/// The place of a phrase without the clitics in front of it.
fn span(view: &View<'_>, place: &Range<usize>) -> ByteSpan {
    let whole = view.span(place.clone());
    let start = view.word(place.start).map_or(whole.start, |w| w.after_proclitics().start);
    ByteSpan::new(start as usize, whole.end as usize)
}

/// The spelling that the text uses most; of those the first.
fn spelling(view: &View<'_>, candidate: &Candidate) -> Option<String> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    // A phrase that is written in more ways than this is written in few of them often.
    let places = || candidate.places.iter().filter(|p| p.len() == candidate.face.len());
    let plain = places().any(|p| !accusative(view, p));
    for place in places().filter(|p| !plain || !accusative(view, p)).take(200) {
        let text = written(view, place);
        match counts.iter_mut().find(|(known, _)| *known == text) {
            Some((_, count)) => *count += 1,
            None => counts.push((text, 1)),
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max()?;
    counts.into_iter().find(|(_, count)| *count == most).map(|(text, _)| text)
}

/// A phrase as it is written there, with one blank between words. Of للغة the article comes back.
fn written(view: &View<'_>, place: &Range<usize>) -> String {
    let text = span(view, place).of(view.text).split_whitespace().collect::<Vec<_>>().join(" ");
    let Some(first) = view.word(place.start).filter(|w| w.facts.preposition() == Some(b'l') && w.facts.article()) else { return text };
    let shown = first.after_proclitics().of(view.text).chars().count();
    match first.facts.base.chars().count().saturating_sub(shown) {
        0 => text,
        1 => format!("ا{text}"),
        _ => format!("ال{text}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// جيش and سري.
    const ARMY: Key = 0;
    const SECRET: Key = 1;

    fn candidate(key: &[Key], places: &[usize], score: f32) -> Candidate {
        let places = places.iter().map(|&at| at..at + key.len()).collect();
        Candidate { key: key.to_vec(), places, score, ..Candidate::default() }
    }

    fn chosen(candidates: Vec<Candidate>) -> Vec<Vec<Key>> {
        choose(candidates, 9, 0.0).into_iter().map(|c| c.key).collect()
    }

    #[test]
    fn a_phrase_drives_its_parts_out() {
        let (long, short) = (candidate(&[ARMY, SECRET], &[10, 20], 1.0), candidate(&[ARMY], &[10, 20, 30], 0.9));
        assert_eq!(chosen(vec![long, short]), [[ARMY, SECRET]]);
        let (long, short) = (candidate(&[ARMY, SECRET], &[10, 20], 0.9), candidate(&[ARMY], &[10, 20, 30], 1.0));
        assert_eq!(chosen(vec![short, long]), [[ARMY, SECRET]]);
    }

    #[test]
    fn a_part_that_stands_alone_much_oftener_stays() {
        let places: Vec<usize> = (0..9).map(|i| i * 10).collect();
        let (long, short) = (candidate(&[ARMY, SECRET], &[10, 20], 1.0), candidate(&[ARMY], &places, 0.9));
        assert_eq!(chosen(vec![long, short]), [vec![ARMY, SECRET], vec![ARMY]]);
    }

    #[test]
    fn names_keep_phrases_out_that_cut_them() {
        assert!(fits(&(3..6), &(4..6)) && fits(&(0..2), &(2..4)));
        assert!(!fits(&(3..5), &(4..6)) && !fits(&(5..6), &(4..6)) && !fits(&(4..6), &(4..6)));
    }
}
