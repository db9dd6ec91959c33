//! Numbers from three to ten, whose gender is the opposite of what they count (Wright I §319-321).
//!
//! The counted noun's gender is that of its singular: its lemma. Only where the lemma shows it (ة) or nothing else can be, and the tagger
//! is sure of both words, is anything said.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::{Correction, Rule, Source, Tier, words_of};
use crate::layout::TokenKind;
use crate::morph::Upos;
use crate::text::fold::{Folding, fold};

/// A number as it counts masculine nouns (with ة), as it counts feminine ones, and both folded.
struct Number {
    masculine: &'static str,
    feminine: &'static str,
    folded: [String; 2],
}

static NUMBERS: LazyLock<Vec<Number>> = LazyLock::new(|| {
    let folded = |word: &str| fold(word, Folding::Full);
    words_of("number").map(|(m, f)| Number { masculine: m, feminine: f, folded: [folded(m), folded(f)] }).collect()
});

/// Lemmas whose gender their letters do not show.
static UNSURE: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| words_of("unsure-gender").map(|(word, _)| word).collect());

/// How sure the tagger has to be of each word.
const SURE: f32 = 0.9;

/// Corrections of the numbers of a block.
pub fn read(source: &Source<'_>, range: Range<usize>, out: &mut Vec<Correction>) {
    let Some(morphology) = source.morphology else { return };
    for at in range.clone() {
        let (Some(token), Some(next)) = (source.tokens.get(at), source.tokens.get(at + 1)) else { continue };
        if token.kind != TokenKind::Word || next.kind != TokenKind::Word || !range.contains(&(at + 1)) {
            continue;
        }
        let Some(noun) = morphology.of(at + 1) else { continue };
        let sure = |at: usize| morphology.scores.get(at).is_some_and(|&s| s >= SURE);
        let plural = noun.word.upos == Upos::Noun && noun.tag.number == b'P' && noun.tag.conjunction == 0 && noun.tag.preposition == 0;
        if !plural || !sure(at) || !sure(at + 1) || noun.source != "lexicon" {
            continue;
        }
        let bare = fold(token.span.of(source.text), Folding::Full);
        let Some((front, number, with_taa)) = number_of(&bare) else { continue };
        if noun.tag.definite() && front.is_empty() && !with_taa {
            continue;
        }
        let Some(is_feminine) = gender(source, noun) else { continue };
        if is_feminine == with_taa {
            let suggestions = vec![format!("{front}{}", if is_feminine { number.feminine } else { number.masculine })];
            out.push(Correction { span: token.span, rule: Rule::NumberAgreement, tier: Tier::Contextual, suggestions, confidence: 0.85 });
        }
    }
}

/// A number, however its hamza and ة are written: what is attached in front, which number, and whether it has ة.
fn number_of(folded: &str) -> Option<(&str, &'static Number, bool)> {
    let same = |word: &str| NUMBERS.iter().find_map(|n| Some((n, n.folded.iter().position(|f| f == word)? == 0)));
    if let Some((number, with_taa)) = same(folded) {
        return Some(("", number, with_taa));
    }
    let rest = folded.strip_prefix(['و', 'ف', 'ب', 'ل'])?;
    let (number, with_taa) = same(rest)?;
    Some((folded.get(..folded.len() - rest.len())?, number, with_taa))
}

/// Whether the singular is feminine; none where that is not sure.
fn gender(source: &Source<'_>, noun: &crate::morphology::Explained) -> Option<bool> {
    let lemma = fold(&noun.word.lemma, Folding::Light);
    if lemma.ends_with('ة') {
        return Some(true);
    }
    if lemma.ends_with(['ى', 'ا', 'ء']) || UNSURE.contains(lemma.as_str()) {
        return None;
    }
    let lexicon = source.packs.lexicon.as_ref()?;
    let feminine = lexicon.is_feminine(noun.word.lemma_id?);
    let sound = noun.tag.feminine_ending;
    // قرارات is the plural of a masculine noun, بنات of a feminine one: only broken and masculine plurals speak for the singular.
    (!feminine && !sound).then_some(false)
}
