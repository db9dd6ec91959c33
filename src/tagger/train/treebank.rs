//! CoNLL-U treebanks: clitics, lemma, part of speech, features.
//!
//! Conventions differ (no sukun in lemmas, determiners, adverbs), so a reading need not say the same: the readings that agree best
//! are allowed, provided that clitics and lemma agree.

use super::{Example, lenient, weigh};
use crate::lexicon::buckwalter::{encode, fold, letters};
use crate::morph::{Case, Ending, Expanded, expand};
use crate::tagger::choose::Tagger;
use crate::tagger::endings::options;

#[derive(Debug, Default, Clone)]
struct Word {
    form: String,
    lemma: String,
    upos: String,
    features: String,
}

/// Rarer lemmas are hidden: logarithm of occurrences per 100 million words.
const RARE: f32 = 7.0;

/// Reads a treebank. With `hidden`, rare words and every other name are given as if no table knew them, so that guesses are learned too; only
/// sentences that hold such a word come out then.
pub fn read(tagger: &Tagger<'_>, text: &str, hidden: bool, weight: f32) -> Vec<Example> {
    let mut out = Vec::new();
    for block in text.split("\n\n") {
        let mut example = Example::new(weight);
        let mut range: Option<(String, usize)> = None;
        let mut words: Vec<Word> = Vec::new();
        let mut hid = false;
        for line in block.lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            let [id, form, lemma, upos, _, features, ..] = *cells.as_slice() else { continue };
            if let Some((from, to)) = id.split_once('-') {
                let count = to.parse::<usize>().unwrap_or(0).saturating_sub(from.parse().unwrap_or(0)) + 1;
                range = Some((form.to_string(), count));
                words.clear();
                continue;
            }
            words.push(Word { form: form.into(), lemma: lemma.into(), upos: upos.into(), features: features.into() });
            let (token, count) = range.clone().unwrap_or((form.to_string(), 1));
            if words.len() < count {
                continue;
            }
            hid |= add(tagger, &mut example, &token, &words, hidden);
            range = None;
            words.clear();
        }
        if !example.words.is_empty() && (hid || !hidden) {
            out.push(example);
        }
    }
    out
}

fn main_word(words: &[Word]) -> usize {
    let last = words.len() - 1;
    let pronoun = words.len() > 1 && words.last().is_some_and(|w| w.upos == "PRON");
    if pronoun { last - 1 } else { last }
}

/// Adds a token; whether it was hidden.
fn add(tagger: &Tagger<'_>, example: &mut Example, token: &str, words: &[Word], hidden: bool) -> bool {
    let mut word = weigh(tagger, token);
    let main = main_word(words);
    let gold = words.get(main).filter(|_| !word.written.is_empty());
    let Some(gold) = gold else {
        example.push_free(word);
        return false;
    };
    let open = matches!(gold.upos.as_str(), "NOUN" | "ADJ" | "VERB" | "PROPN");
    let hide = hidden && open && (word.top_frequency < RARE || gold.upos == "PROPN" && example.words.len().is_multiple_of(2));
    if hide {
        word = tagger.guess(token);
    }
    let back = words.get(main + 1).map_or(0, |w| letters(&encode(&w.form)).count());
    let mut scores: Vec<f32> = Vec::new();
    for c in &word.candidates {
        let full = expand(tagger.lexicon(), &word.written, &c.reading, options(&c.reading.tag).first().copied().unwrap_or(Ending::None));
        scores.push(agreement(&full, gold, main, back));
    }
    let best = scores.iter().copied().fold(0.0, f32::max);
    let allowed: Vec<bool> = scores.iter().map(|&s| s > 0.0 && s >= best - 0.01).collect();
    let endings = word.candidates.iter().map(|c| endings(gold, options(&c.reading.tag))).collect();
    example.push(word, allowed, endings);
    hide
}

/// How well a reading agrees with the annotated word; 0 where its clitics or its lemma are others.
fn agreement(full: &Expanded, gold: &Word, front: usize, back: usize) -> f32 {
    let starts: Vec<usize> = full.pieces.iter().enumerate().filter(|(_, p)| p.word).map(|(i, _)| i).collect();
    let main = full.pieces.iter().position(|p| p.main).unwrap_or(0);
    let own_front = starts.iter().filter(|&&i| i < main).count();
    let own_back = full.pieces.iter().rev().take_while(|p| !p.main).map(|p| p.to - p.from).sum::<usize>();
    if own_front != front || own_back != back {
        return 0.0;
    }
    let (own, other) = (encode(&full.lemma), encode(&gold.lemma));
    let bare = |w: &[u8]| -> Vec<u8> { letters(w).map(fold).collect() };
    let mut score = if lenient::lemma(&own) == lenient::lemma(&other) {
        7.0
    } else if bare(&own) == bare(&other) {
        4.0
    } else if gold.lemma == "_" || gold.upos == "PROPN" && full.upos.name() == "PROPN" {
        1.0
    } else {
        return 0.0;
    };
    if full.upos.name() == gold.upos {
        score += 2.0;
    } else if matches!(
        (full.upos.name(), gold.upos.as_str()),
        ("NOUN", "ADV" | "DET" | "PROPN" | "NUM") | ("DET", "NOUN") | ("VERB", "AUX") | ("PART", "SCONJ" | "CCONJ" | "ADP")
    ) {
        score += 1.0;
    }
    for (name, value) in gold.features.split('|').filter_map(|f| f.split_once('=')) {
        if matches!(name, "Gender" | "Number" | "Person" | "Aspect" | "Voice") && full.features.get(name) == Some(&value) {
            score += 0.2;
        }
    }
    score
}

/// Endings that agree with the annotated case and definiteness.
fn endings(gold: &Word, options: &[Ending]) -> Vec<Ending> {
    let feature = |name: &str| gold.features.split('|').filter_map(|f| f.split_once('=')).find(|(n, _)| *n == name).map(|(_, v)| v);
    let case = match feature("Case") {
        Some("Nom") => Case::Nominative,
        Some("Acc") => Case::Accusative,
        Some("Gen") => Case::Genitive,
        _ => return Vec::new(),
    };
    let indefinite = feature("Definite") == Some("Ind");
    let definite = feature("Definite") == Some("Def");
    options
        .iter()
        .copied()
        .filter(|ending| match ending {
            Ending::Case { case: own, tanwin } => *own == case && !(*tanwin && definite) && !(!*tanwin && indefinite && options.len() > 3),
            _ => false,
        })
        .collect()
}
