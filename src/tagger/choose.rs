//! One reading for each word of a sentence.

use std::borrow::Cow;
use std::sync::Arc;

use super::crf::Scores;
use super::endings;
use super::expressions::{self, Fixed};
use super::features::{self, Around};
use super::lattice::{self, Candidate, Lattice, Spellings, WordType, WordTypes, other_type, word_type};
use super::model::{Model, Sum, Weights};
use crate::layout::TokenKind as Kind;
use crate::lexicon::{LemmaCounts, Lexicon};
use crate::morph::relaxed::HABITUAL;
use crate::morph::tag::spelling;
use crate::morph::{Analyzer, Ending, marks, vocalised};
use crate::order::best_first;

/// What was chosen for a word.
#[derive(Debug, Clone)]
pub struct Chosen {
    /// The word's type, with all its readings, likeliest by themselves first.
    pub word: Arc<WordType>,
    /// Which of them.
    pub reading: u16,
    /// Case or mood.
    pub ending: Ending,
    /// Probability of its lemma, part of speech and clitics: the sum over the readings that share them, which differ in vowels or features.
    pub score: f32,
    /// Probabilities of the readings that were in question, in their order; empty where they were not asked for.
    pub scores: Vec<f32>,
    /// Spellings other than the written one, as numbers of the word's [`Spellings`], each with the probability that it was meant; likeliest first.
    pub spellings: Vec<(u8, f32)>,
}

impl Chosen {
    /// The chosen candidate.
    pub fn candidate(&self) -> Option<&Candidate> {
        self.word.candidates.get(self.reading as usize)
    }
}

/// Readings by themselves so much worse than the best are not looked at in context.
const MARGIN: f32 = 6.0;
/// Nor more than this many.
const MOST: usize = 10;

/// Chooses readings.
#[derive(Debug)]
pub struct Tagger<'a> {
    analyzer: Analyzer<'a>,
    counts: Option<&'a LemmaCounts>,
    model: &'a Model,
}

/// A token as the tagger takes it: its text, what it is, and the reading that the reader pinned.
#[derive(Debug, Clone, Copy)]
pub struct Token<'t> {
    /// As written.
    pub text: &'t str,
    /// What it is.
    pub kind: Kind,
}

impl<'a> Tagger<'a> {
    /// A tagger.
    pub fn new(lexicon: &'a Lexicon, counts: Option<&'a LemmaCounts>, model: &'a Model) -> Tagger<'a> {
        Tagger { analyzer: Analyzer::new(lexicon), counts, model }
    }

    /// The lexicon.
    pub fn lexicon(&self) -> &'a Lexicon {
        self.analyzer.lexicon()
    }

    /// A word as if no table knew it; training hides words so.
    pub fn guess(&self, text: &str) -> WordType {
        self.weighed(lattice::guessed_type(&self.analyzer, text))
    }

    /// A word's readings, weighed by themselves, best first.
    pub fn weigh(&self, token: Token<'_>) -> WordType {
        let mut word =
            if token.kind == Kind::Word { word_type(&self.analyzer, self.counts, token.text) } else { other_type(token.text, token.kind) };
        if word.candidates.is_empty() {
            word = other_type(token.text, Kind::Punct);
        }
        self.weighed(word)
    }

    fn weighed(&self, mut word: WordType) -> WordType {
        let scores: Vec<f32> = word
            .candidates
            .iter()
            .map(|c| {
                let mut sum = Sum::new(&self.model.tagger);
                features::own(&word, c, true, &mut sum);
                sum.total()
            })
            .collect();
        for (c, score) in word.candidates.iter_mut().zip(scores) {
            c.score = score - rare_slip(word.correct == 1, c.reading.spelling);
        }
        best_first(&mut word.candidates, |c| c.score);
        word.spellings = Spellings::new(self.lexicon(), &word.written, &word.candidates);
        word
    }

    /// The readings of a sentence's tokens.
    pub fn lattice<'t>(&self, types: &mut WordTypes, tokens: impl Iterator<Item = Token<'t>>) -> Lattice {
        tokens.map(|token| types.get(token, || self.weigh(token))).collect()
    }

    /// Chooses for a sentence. `pinned` gives the reading that a reader decided for, by position; with `detailed` the probabilities of all readings are
    /// kept.
    pub fn choose(&self, lattice: &Lattice, pinned: &dyn Fn(usize) -> Option<u16>, detailed: bool) -> Vec<Chosen> {
        if !lattice.iter().any(|word| word.quotes) {
            return self.choose_unquoted(lattice, pinned, detailed);
        }
        // What quotation marks stand between belongs together as if they were not there: قال إن «الاجتماع» تأجل.
        let (places, words): (Vec<usize>, Lattice) =
            lattice.iter().enumerate().filter(|(_, word)| !word.quotes).map(|(at, word)| (at, Arc::clone(word))).unzip();
        let mut chosen = self.choose_unquoted(&words, &|at| places.get(at).and_then(|&at| pinned(at)), detailed).into_iter();
        let mark = |word: &Arc<WordType>| Chosen {
            word: Arc::clone(word),
            reading: 0,
            ending: Ending::None,
            score: 1.0,
            scores: if detailed { vec![1.0] } else { Vec::new() },
            spellings: Vec::new(),
        };
        lattice.iter().map(|word| if word.quotes { mark(word) } else { chosen.next().unwrap_or_else(|| mark(word)) }).collect()
    }

    fn choose_unquoted(&self, lattice: &Lattice, pinned: &dyn Fn(usize) -> Option<u16>, detailed: bool) -> Vec<Chosen> {
        let fixed = expressions::find(lattice);
        let mask = |(word, fixed): (&Arc<WordType>, &Fixed)| fixed.and_then(|fixed| expressions::readings(self.lexicon(), word, fixed));
        let masks: Vec<Option<Vec<bool>>> = lattice.iter().zip(&fixed).map(mask).collect();
        let live = |at: usize| -> (usize, usize) {
            let Some(word) = lattice.get(at) else { return (0, 0) };
            if let Some(reading) = pinned(at).filter(|&r| (r as usize) < word.candidates.len()) {
                return (reading as usize, reading as usize + 1);
            }
            if let Some(wanted) = masks.get(at).and_then(Option::as_ref) {
                let is = |wanted: &bool| *wanted;
                return (wanted.iter().position(is).unwrap_or(0), wanted.iter().rposition(is).map_or(0, |last| last + 1));
            }
            let best = word.candidates.first().map_or(0.0, |c| c.score);
            (0, word.candidates.iter().take(MOST).take_while(|c| c.score >= best - MARGIN).count())
        };
        let bounds: Vec<(usize, usize)> = (0..lattice.len()).map(live).collect();
        let scores = self.scores(lattice, &bounds, &masks);
        let path = scores.best();
        let mut marginals = Vec::new();
        scores.marginals(None, &mut marginals, None);
        let mut out: Vec<Chosen> = lattice
            .iter()
            .enumerate()
            .map(|(at, word)| {
                let (from, _) = bounds.get(at).copied().unwrap_or_default();
                let chosen = path.get(at).copied().unwrap_or(0);
                let probabilities = marginals.get(scores.range(at)).unwrap_or_default();
                let kept = vec![0.0; from].into_iter().chain(probabilities.iter().map(|&p| p as f32));
                Chosen {
                    word: Arc::clone(word),
                    reading: (from + chosen) as u16,
                    ending: Ending::None,
                    score: share(word, from, probabilities, from + chosen),
                    spellings: spellings(word, from, probabilities),
                    scores: if detailed { kept.collect() } else { Vec::new() },
                }
            })
            .collect();
        let endings = self.endings(&out, &fixed);
        for (chosen, ending) in out.iter_mut().zip(endings) {
            chosen.ending = ending;
        }
        out
    }

    fn scores(&self, lattice: &Lattice, bounds: &[(usize, usize)], masks: &[Option<Vec<bool>>]) -> Scores {
        let mut scores = Scores::default();
        scores.clear();
        let divide = 1.0 / self.model.temperature[0];
        let sloppy = features::sloppiness(lattice.iter().map(|w| &**w));
        let first_person = features::first_person(lattice.iter().map(|w| &**w));
        let get = |i: Option<usize>| i.and_then(|i| lattice.get(i)).map(|w| &**w);
        let slice = |at: usize| -> &[Candidate] {
            let (from, to) = bounds.get(at).copied().unwrap_or_default();
            lattice.get(at).and_then(|w| w.candidates.get(from..to)).unwrap_or_default()
        };
        for at in 0..lattice.len() {
            let near = Around {
                before: get(at.checked_sub(1)),
                before2: get(at.checked_sub(2)),
                after: get(Some(at + 1)),
                after2: get(Some(at + 2)),
                sloppy,
                first_person,
            };
            let here = slice(at);
            let kasra = get(Some(at)).filter(|word| ends_in_kasra(word) && !begins_with_alef(near.after));
            let mask = masks.get(at).and_then(Option::as_ref).filter(|_| here.len() > 1);
            let from = bounds.get(at).map_or(0, |bound| bound.0);
            for (number, c) in here.iter().enumerate() {
                let mut sum = Sum::new(&self.model.tagger);
                if here.len() > 1 {
                    features::around(&near, c, true, &mut sum);
                }
                let other = mask.is_some_and(|mask| mask.get(from + number) == Some(&false));
                let against = other
                    || kasra.is_some_and(|word| {
                        let text = vocalised(self.lexicon(), &word.written, &c.reading, Ending::None);
                        !marks::agree_before(&word.written, &text, &c.reading, false)
                    });
                scores.unary.push((c.score + sum.total() - if against { CONTRADICTED } else { 0.0 }) * divide);
            }
            scores.starts.push(scores.unary.len());
            scores.pair_starts.push(scores.pair.len());
            if let Some(before) = at.checked_sub(1) {
                let before = slice(before);
                let decided = before.len() == 1 && here.len() == 1;
                for p in before {
                    for c in here {
                        let mut sum = Sum::new(&self.model.tagger);
                        if !decided {
                            features::pair(p, c, true, &mut sum);
                        }
                        scores.pair.push(sum.total() * divide);
                    }
                }
            }
        }
        scores
    }

    fn endings(&self, chosen: &[Chosen], fixed: &[Fixed]) -> Vec<Ending> {
        let readings: Vec<&Candidate> = chosen.iter().filter_map(Chosen::candidate).collect();
        if readings.len() != chosen.len() {
            return vec![Ending::None; chosen.len()];
        }
        let options: Vec<Cow<'static, [Ending]>> = chosen
            .iter()
            .zip(&readings)
            .enumerate()
            .map(|(at, (c, reading))| {
                let all = self.options(c, reading);
                match fixed_at(fixed, at) {
                    Some(fixed) if all.len() > 1 => expressions::endings_left(self.lexicon(), &c.word, reading, fixed, all),
                    _ => all,
                }
            })
            .collect();
        best_endings(&self.model.endings, &readings, &options)
    }

    /// The endings that a reading leaves open, of which the writer's marks may leave fewer.
    fn options(&self, chosen: &Chosen, candidate: &Candidate) -> Cow<'static, [Ending]> {
        let (word, reading) = (&chosen.word.written, &candidate.reading);
        let all = endings::options(&reading.tag);
        if !word.marked || all.len() < 2 {
            return Cow::Borrowed(all);
        }
        let fits = |ending: &&Ending| marks::agree_to_the_end(word, &vocalised(self.lexicon(), word, reading, **ending), reading);
        let left: Vec<Ending> = all.iter().filter(fits).copied().collect();
        if left.is_empty() { Cow::Borrowed(all) } else { Cow::Owned(left) }
    }
}

/// What a reading costs that the writer's marks rule out in this place.
const CONTRADICTED: f32 = 30.0;

fn ends_in_kasra(word: &WordType) -> bool {
    word.written.letters.last().is_some_and(|letter| letter.vowel == b'i')
}

fn begins_with_alef(word: Option<&WordType>) -> bool {
    word.is_some_and(|word| word.written.letters.first().is_some_and(|letter| letter.byte == b'A'))
}

fn fixed_at(fixed: &[Fixed], at: usize) -> Fixed {
    fixed.get(at).copied().flatten()
}

/// What a slip costs that the model has not seen: letters of like sound, and what only some writers do to words that are right.
fn rare_slip(correct: bool, slips: u16) -> f32 {
    if slips & spelling::LIKE_SOUND != 0 {
        2.0
    } else if correct && HABITUAL.contains(&slips) {
        3.0
    } else {
        0.0
    }
}

/// What the readings that share lemma, part of speech and clitics with one of them add up to.
fn share(word: &WordType, from: usize, probabilities: &[f64], chosen: usize) -> f32 {
    let Some(one) = word.candidates.get(chosen) else { return 0.0 };
    let clitics = |c: &Candidate| {
        let tag = &c.reading.tag;
        (tag.conjunction, tag.preposition, tag.particle, tag.pronoun != 0)
    };
    let alike = |c: &Candidate| c.lemma == one.lemma && c.reading.tag.upos == one.reading.tag.upos && clitics(c) == clitics(one);
    let sum: f64 = word.candidates.iter().skip(from).zip(probabilities).filter(|(c, _)| alike(c)).map(|(_, p)| p).sum();
    sum.min(1.0) as f32
}

/// Spellings less likely than this are not kept.
const UNLIKELY: f32 = 0.002;

/// What the readings of each spelling add up to, the written one left out.
fn spellings(word: &WordType, from: usize, probabilities: &[f64]) -> Vec<(u8, f32)> {
    let mut out: Vec<(u8, f32)> = Vec::new();
    for (&form, &p) in word.spellings.of.iter().skip(from).zip(probabilities) {
        match out.iter_mut().find(|(known, _)| *known == form) {
            Some((_, sum)) => *sum += p as f32,
            None => out.push((form, p as f32)),
        }
    }
    out.retain(|&(form, p)| form != 0 && p >= UNLIKELY);
    best_first(&mut out, |form| form.1);
    out
}

/// The best endings of chosen readings.
pub fn best_endings(weights: &Weights, readings: &[&Candidate], options: &[Cow<'static, [Ending]>]) -> Vec<Ending> {
    let options = |at: usize| options.get(at).map_or(&[][..], |of| of);
    let walks = endings::walk(readings);
    let mut scores = Scores::default();
    scores.clear();
    for (at, (c, walk)) in readings.iter().zip(&walks).enumerate() {
        let here = options(at);
        // Endings with and without tanwin share what is known of their case.
        let mut of_case: [Option<Sum<'_>>; endings::CASES] = Default::default();
        for &ending in here {
            let mut sum = Sum::new(weights);
            if here.len() > 1 {
                let [label, case] = endings::labels(ending);
                endings::own(readings, at, walk, label, &mut sum);
                let known = of_case.get_mut(ending.case().map_or(0, |case| case as usize + 1));
                if let Some(known) = known {
                    sum.add_all(known.get_or_insert_with(|| {
                        let mut of_case = Sum::new(weights);
                        endings::own(readings, at, walk, case, &mut of_case);
                        of_case
                    }));
                }
            }
            scores.unary.push(sum.total());
        }
        scores.starts.push(scores.unary.len());
        scores.pair_starts.push(scores.pair.len());
        if let Some((b, p)) = at.checked_sub(1).and_then(|b| Some((b, readings.get(b)?))) {
            let before = options(b);
            for &b in before {
                for &h in here {
                    let mut sum = Sum::new(weights);
                    if before.len() > 1 || here.len() > 1 {
                        endings::pair(p, b, c, h, &mut sum);
                    }
                    scores.pair.push(sum.total());
                }
            }
        }
    }
    let path = scores.best();
    path.into_iter().enumerate().map(|(at, i)| options(at).get(i).copied().unwrap_or(Ending::None)).collect()
}
