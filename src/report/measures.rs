//! The measures of a text as the model shows them, rounded to what they are worth.

use super::document::{Converter, Window, index};
use super::model;
use crate::Analysis;
use crate::writing::measures::Statistics;

/// To so many decimals.
fn rounded(value: f64, decimals: i32) -> f64 {
    let scale = 10f64.powi(decimals);
    (value * scale).round() / scale
}

fn seconds(n: u64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Figures over the whole text.
pub fn statistics(of: &Statistics) -> model::Statistics {
    let to = |value: Option<f64>, decimals: i32| value.map(|v| rounded(v, decimals));
    model::Statistics {
        words: index(of.words),
        types: index(of.types),
        lemmas: of.lemmas.map(index),
        roots: of.roots.map(index),
        sentences: index(of.sentences),
        paragraphs: index(of.paragraphs),
        characters: index(of.characters),
        sentence_length: to(of.sentence_length, 2),
        word_length: to(of.word_length, 2),
        mattr: to(of.mattr, 4),
        mtld: to(of.mtld, 2),
        lemma_mattr: to(of.lemma_mattr, 4),
        lemma_mtld: to(of.lemma_mtld, 2),
        hapax_share: to(of.hapax_share, 4),
        function_share: to(of.function_share, 4),
        reading_seconds: seconds(of.reading_seconds),
        speaking_seconds: seconds(of.speaking_seconds),
        osman: of.osman.map(|o| rounded(o.score, 1)),
        osman_counts: of.osman.map(|o| model::OsmanCounts {
            words: o.words,
            sentences: o.sentences,
            hard: o.hard,
            syllables: o.syllables,
            complex: o.complex,
            faseeh: o.faseeh,
        }),
        level: of.level.map(|l| model::Level { step: l.step, zipf: rounded(l.zipf, 2), rare: rounded(l.rare, 4) }),
    }
}

/// Which language, and how much of it.
pub fn language(analysis: &Analysis, at: &Converter<'_>, window: Window) -> model::Language {
    let figures = &analysis.statistics;
    let sign = |sign: &crate::writing::measures::Sign| {
        let (start, end) = at.span(sign.span);
        let means = Some(sign.means).filter(|means| !means.is_empty());
        model::Sign { start, end, variety: sign.variety, quoted: sign.quoted, means }
    };
    let scripts = figures.scripts;
    model::Language {
        arabic_share: rounded(figures.arabic_share, 4),
        scripts: model::Scripts {
            arabic: rounded(scripts.arabic, 4),
            latin: rounded(scripts.latin, 4),
            other: rounded(scripts.other, 4),
            digits: rounded(scripts.digits, 4),
        },
        variety: analysis.variety.name,
        signs: window.of(&analysis.variety.signs).map(sign).collect(),
    }
}
