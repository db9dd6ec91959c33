//! The level of the vocabulary: how common the words of a text are, in six steps.
//!
//! Reads the lemmas of content words that the lexicon knows (nouns, verbs, adjectives, adverbs; no names, function words or
//! numbers, and no guesses, which are mostly names) and how often each lemma stands in the frequency pack. Frequency is on the
//! Zipf scale: the decimal logarithm of the occurrences in a thousand million words (van Heuven et al., *SUBTLEX-UK*, Quarterly
//! Journal of Experimental Psychology 67, 2014); a word of 3 is met once in a million words, one of 6 a thousand times.
//!
//! The steps are this project's own. They divide one figure, the mean of the Zipf values less what the rare words weigh beyond
//! it, and where they lie was chosen by reading: texts for beginners, stories for children, news, reports, scholarship, and old prose
//! were ordered by their words, and the steps put between them. They measure words alone: short sentences in rare words are still
//! at the top. They are no levels of a language certificate.

use crate::lexicon::LemmaCounts;
use crate::morph::Upos;
use crate::morphology::Morphology;

/// So few words have no level.
const FEWEST: u32 = 20;

/// Below this Zipf value a lemma is rare: less than twice in a million words.
const RARE: f64 = 3.3;

/// Where the steps end, from the first to the fifth, on [`Level::ease`]. A reader's first texts lie about 5.5, stories for children and
/// talk about 5.1, news between 4.7 and 4.95, essays and reports about 4.5, old learned prose about 4.3, laboratory reports about 3.8, literary
/// description about 3.3, and desert poetry retold below 3. News and simple stories lie close: the frequencies are those of news and talk.
const STEPS: [f64; 5] = [5.3, 4.95, 4.6, 4.25, 3.6];

/// How common the words are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level {
    /// From 1, the commonest words, to 6, the rarest.
    pub step: u8,
    /// Mean Zipf value of the content words.
    pub zipf: f64,
    /// Share of the content words that are rare.
    pub rare: f64,
}

impl Level {
    /// The figure the steps divide.
    fn ease(zipf: f64, rare: f64) -> f64 {
        zipf - rare
    }
}

/// The level of a text; `tally` says how often each row of the table of morphology stands in it. None for a text of few content words.
pub fn measure(morphology: &Morphology, tally: &[u32], counts: &LemmaCounts) -> Option<Level> {
    let (mut words, mut rare, mut sum) = (0u32, 0u32, 0.0);
    for (explained, &times) in morphology.table.iter().zip(tally).filter(|(_, times)| **times > 0) {
        let content = matches!(explained.word.upos, Upos::Noun | Upos::Verb | Upos::Adj | Upos::Adv) && explained.source == "lexicon";
        let Some(lemma) = explained.word.lemma_id.filter(|_| content) else { continue };
        // From the natural logarithm of occurrences in 100 million to the decimal one in 1000 million.
        let zipf = f64::from(counts.log(lemma)) / std::f64::consts::LN_10 + 1.0;
        words += times;
        rare += if zipf < RARE { times } else { 0 };
        sum += f64::from(times) * zipf;
    }
    if words < FEWEST {
        return None;
    }
    let (zipf, rare) = (sum / f64::from(words), f64::from(rare) / f64::from(words));
    let ease = Level::ease(zipf, rare);
    let step = 1 + STEPS.iter().filter(|&&end| ease < end).count() as u8;
    Some(Level { step, zipf, rare })
}
