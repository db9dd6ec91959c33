//! How often lemmas occur, from how often their spellings do.
//!
//! A word list counts spellings; most spellings belong to several lemmas. Expectation-maximisation shares each count out:
//! a reading is as likely as its lemma times its affixes with its stem category, both estimated from the shares. A lemma with
//! unambiguous forms (الكتاب) thus draws the ambiguous ones (كتب) in the right measure (Dempster, Laird and Rubin 1977). What a table says is read in one
//! way (جدا) is shared out to that alone.

use std::collections::HashMap;

use super::CompileError;
use crate::lexicon::Lexicon;
use crate::lexicon::pack::{self, Kind};
use crate::morph::{Analyzer, Source, Written};
use crate::tagger::expressions;

const ROUNDS: usize = 12;
/// Spellings rarer than this say little and cost time.
const MOST_WORDS: usize = 200_000;
/// Shares are told per so many words.
const PER: f64 = 1e8;

const NOTICE: &str = "Frequencies of lemmas, estimated by the mubin project from the Arabic word list of wordfreq 3 (Robyn Speer),\n\
    PyPI wordfreq 3.1.1. Licence: Creative Commons Attribution-ShareAlike 4.0. Sources of the list are named in its documentation.\n\
    Changed: counts of spellings were shared out to the lemmas of the lexicon pack; spellings themselves are not kept.\n";

struct Share {
    lemma: usize,
    shape: usize,
}

/// Makes the frequency pack.
///
/// # Errors
/// A word list without Arabic words.
pub fn frequency(lexicon: &Lexicon, words: &[(String, f64)]) -> Result<Vec<u8>, CompileError> {
    let analyzer = Analyzer::new(lexicon);
    let functions = lexicon.function_count();
    let lemmas = lexicon.lemma_count();
    let mut shapes: HashMap<(u16, u16, u8), usize> = HashMap::new();
    let mut observed: Vec<(f64, Vec<Share>)> = Vec::new();
    for (word, share) in words.iter().filter(|(w, _)| w.chars().all(|c| ('\u{0621}'..='\u{064A}').contains(&c))).take(MOST_WORDS) {
        let written = Written::new(word);
        let mut readings = analyzer.readings(&written);
        let fixed: Vec<bool> = readings.iter().map(|r| expressions::alone(lexicon, &written, r) != Some(false)).collect();
        if fixed.contains(&true) {
            let mut fixed = fixed.into_iter();
            readings.retain(|_| fixed.next().unwrap_or(true));
        }
        let best = readings.iter().map(|r| r.spelling).min().unwrap_or(0);
        let mut options = Vec::new();
        for reading in readings.iter().filter(|r| r.spelling == best) {
            let option = match (reading.source, reading.lemma) {
                (Source::Lexicon { prefix, suffix, stem }, Some(lemma)) => {
                    let category = lexicon.stem(stem).map_or(0, |s| s.category);
                    let next = shapes.len();
                    Share { lemma: lemma.0 as usize, shape: *shapes.entry((prefix, suffix, category)).or_insert(next) }
                }
                (Source::Function { word, proclitics }, _) => {
                    let next = shapes.len();
                    Share { lemma: lemmas + word as usize, shape: *shapes.entry((u16::MAX, u16::from(proclitics), 0)).or_insert(next) }
                }
                _ => continue,
            };
            options.push(option);
        }
        if !options.is_empty() {
            observed.push((*share, options));
        }
    }
    if observed.is_empty() {
        return Err(CompileError("the word list has no Arabic word that the lexicon knows".into()));
    }
    let mut by_lemma = vec![1.0; lemmas + functions];
    let mut by_shape = vec![1.0; shapes.len()];
    for _ in 0..ROUNDS {
        let (mut next_lemma, mut next_shape) = (vec![0.0; by_lemma.len()], vec![1e-9; by_shape.len()]);
        let at = |list: &[f64], i: usize| list.get(i).copied().unwrap_or(0.0);
        for (share, options) in &observed {
            let scores: Vec<f64> = options.iter().map(|o| (at(&by_lemma, o.lemma) + 1e-9) * at(&by_shape, o.shape)).collect();
            let total: f64 = scores.iter().sum();
            for (option, score) in options.iter().zip(scores) {
                let part = share * score / total;
                if let (Some(l), Some(s)) = (next_lemma.get_mut(option.lemma), next_shape.get_mut(option.shape)) {
                    *l += part;
                    *s += part;
                }
            }
        }
        (by_lemma, by_shape) = (next_lemma, next_shape);
    }
    let step = |share: f64| (12.0 * (1.0 + share * PER).ln()).round().min(255.0) as u8;
    let mut shape_bytes = Vec::new();
    let mut sorted: Vec<((u16, u16, u8), u8)> =
        shapes.iter().map(|(&key, &at)| (key, step(by_shape.get(at).copied().unwrap_or(0.0)))).collect();
    sorted.sort_unstable();
    for ((prefix, suffix, category), step) in sorted.into_iter().filter(|s| s.1 > 0) {
        shape_bytes.extend(prefix.to_le_bytes());
        shape_bytes.extend(suffix.to_le_bytes());
        shape_bytes.extend([category, step]);
    }
    let bytes: Vec<u8> = by_lemma.iter().map(|&share| step(share)).collect();
    let (lemma_bytes, function_bytes) = bytes.split_at(lemmas);
    Ok(pack::write(Kind::Frequency, lexicon.checksum(), &[NOTICE.as_bytes(), lemma_bytes, function_bytes, &shape_bytes]))
}
