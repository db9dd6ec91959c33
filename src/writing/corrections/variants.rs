//! Spellings that are all right: left alone, and on request made one.

use std::sync::LazyLock;

use super::{Correction, Rule, Source, Tier, is_proofread};
use crate::data;
use crate::layout::TokenKind;
use crate::text::fold::{Folding, fold};

/// Pairs of spellings.
static PAIRS: LazyLock<Vec<[&'static str; 2]>> = LazyLock::new(|| data::columns::<2>(data::VARIANTS).collect());

/// Whether a word, without marks, has one of the spellings inside.
pub fn is_variant(bare: &str) -> bool {
    PAIRS.iter().flatten().any(|form| bare.contains(form))
}

/// Words spelled otherwise than most of the text spells them.
pub fn read(source: &Source<'_>, out: &mut Vec<Correction>) {
    let mut found: Vec<(usize, usize, crate::text::ByteSpan, String)> = Vec::new();
    for block in source.layout.blocks.iter().filter(|b| is_proofread(b.role)) {
        for token in source.tokens.get(block.tokens.clone()).unwrap_or_default() {
            if token.kind != TokenKind::Word {
                continue;
            }
            let bare = fold(token.span.of(source.text), Folding::Light);
            for (pair, forms) in PAIRS.iter().enumerate() {
                if let Some(side) = forms.iter().position(|form| bare.contains(form)) {
                    found.push((pair, side, token.span, bare.clone()));
                }
            }
        }
    }
    let mut counts = vec![[0u32; 2]; PAIRS.len()];
    for (pair, side, _, _) in &found {
        if let Some(count) = counts.get_mut(*pair).and_then(|c| c.get_mut(*side)) {
            *count += 1;
        }
    }
    for (pair, side, span, bare) in found {
        let (Some([first, second]), Some(forms)) = (counts.get(pair), PAIRS.get(pair)) else { continue };
        // Of two that are as frequent the preferred one, which stands first.
        let wanted = usize::from(second > first);
        if let (true, [Some(from), Some(to)]) = (side != wanted, [forms.get(side), forms.get(wanted)]) {
            let suggestions = vec![bare.replacen(from, to, 1)];
            let confidence = 0.9;
            out.push(Correction { span, rule: Rule::VariantSpelling, tier: Tier::Variant, suggestions, confidence });
        }
    }
}
