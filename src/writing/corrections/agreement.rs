//! Numbers from three to ten, whose gender is the opposite of what they count (Wright I §319-321).
//!
//! The counted noun's gender is that of its singular: its lemma. Only where the lemma shows it (ة) or nothing else can be, and the tagger
//! is sure of both words, is anything said.

use std::ops::Range;

use super::{Correction, Rule, Source, Tier};
use crate::layout::TokenKind;
use crate::morph::Upos;
use crate::text::fold::{Folding, fold};

/// Masculine and feminine form; the one in ة counts masculine nouns.
const NUMBERS: [(&str, &str); 8] = [
    ("ثلاثة", "ثلاث"),
    ("أربعة", "أربع"),
    ("خمسة", "خمس"),
    ("ستة", "ست"),
    ("سبعة", "سبع"),
    ("ثمانية", "ثماني"),
    ("تسعة", "تسع"),
    ("عشرة", "عشر"),
];

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
        let text = token.span.of(source.text);
        let bare = fold(text, Folding::Full);
        let Some((front, number)) = number_of(&bare) else { continue };
        let Some(&(masculine, feminine)) = NUMBERS.iter().find(|(m, f)| number == *m || number == *f) else { continue };
        let Some(noun) = morphology.of(at + 1) else { continue };
        let sure = |at: usize| morphology.scores.get(at).is_some_and(|&s| s >= SURE);
        let plural = noun.word.upos == Upos::Noun && noun.tag.number == b'P' && noun.tag.conjunction == 0 && noun.tag.preposition == 0;
        if !plural
            || !sure(at)
            || !sure(at + 1)
            || noun.source != "lexicon"
            || noun.tag.definite() && front.is_empty() && number == feminine
        {
            continue;
        }
        let Some(is_feminine) = gender(source, noun) else { continue };
        let right = if is_feminine { feminine } else { masculine };
        if right != number {
            let suggestions = vec![format!("{front}{right}")];
            out.push(Correction { span: token.span, rule: Rule::NumberAgreement, tier: Tier::Contextual, suggestions, confidence: 0.85 });
        }
    }
}

/// A number, however its hamza and ة are written, and what is attached in front.
fn number_of(folded: &str) -> Option<(&str, &'static str)> {
    let same = |word: &str| NUMBERS.iter().flat_map(|&(m, f)| [m, f]).find(|form| fold(form, Folding::Full) == word);
    if let Some(number) = same(folded) {
        return Some(("", number));
    }
    let rest = folded.strip_prefix(['و', 'ف', 'ب', 'ل'])?;
    Some((folded.get(..folded.len() - rest.len())?, same(rest)?))
}

/// Whether the singular is feminine; none where that is not sure.
fn gender(source: &Source<'_>, noun: &crate::morphology::Explained) -> Option<bool> {
    let lemma = fold(&noun.word.lemma, Folding::Light);
    if lemma.ends_with('ة') {
        return Some(true);
    }
    // Feminine by form or by nature, collectives, nouns of both genders, plurals that are a lemma of their own.
    if lemma.ends_with(['ى', 'ا', 'ء'])
        || matches!(lemma.as_str(), "نساء" | "ليل" | "ناس" | "قوم" | "خيل" | "غنم" | "إبل" | "نحل" | "نمل" | "ذود")
    {
        return None;
    }
    let lexicon = source.packs.lexicon.as_ref()?;
    let feminine = lexicon.is_feminine(noun.word.lemma_id?);
    let sound = noun.tag.feminine_ending;
    // قرارات is the plural of a masculine noun, بنات of a feminine one: only broken and masculine plurals speak for the singular.
    (!feminine && !sound).then_some(false)
}
