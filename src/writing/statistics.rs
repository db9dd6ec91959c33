//! Figures over a whole text, page furniture left out.

use crate::layout::{Layout, Role, Token, TokenKind};
use crate::text::chars::{self, Class, class};

/// Words a minute for the reading time: a round figure by the mean over 17 languages, Arabic among them, of 184 ± 29 words a
/// minute read aloud (IReST: Trauzettel-Klosinski and Dietz, IOVS 53, 2012). An estimate for a careful reader.
const WORDS_PER_MINUTE: u64 = 180;

/// The figures.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Statistics {
    /// Words in any script; numbers and signs are none.
    pub words: usize,
    /// Sentences.
    pub sentences: usize,
    /// Body paragraphs.
    pub paragraphs: usize,
    /// Code points from the first to the last character of each block, white space included.
    pub characters: usize,
    /// Seconds to read it.
    pub reading_seconds: u64,
    /// Share of Arabic among the letters, 0 when there are none.
    pub arabic_share: f64,
}

/// Counts over the content blocks of a laid-out text.
pub fn count(text: &str, tokens: &[Token], layout: &Layout) -> Statistics {
    let mut out = Statistics::default();
    let (mut arabic, mut letters) = (0u64, 0u64);
    for block in layout.blocks.iter().filter(|b| b.role.is_content()) {
        out.paragraphs += usize::from(block.role == Role::Body);
        for c in block.span.of(text).chars() {
            out.characters += 1;
            match class(c) {
                Class::Arabic if c != chars::TATWEEL => {
                    arabic += 1;
                    letters += 1;
                }
                Class::Latin | Class::OtherLetter => letters += 1,
                _ => {}
            }
        }
        let block_tokens = tokens.get(block.tokens.clone()).unwrap_or_default();
        out.words += block_tokens.iter().filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Latin)).count();
    }
    let content = |block: usize| layout.blocks.get(block).is_some_and(|b| b.role.is_content());
    out.sentences = layout.sentences.iter().filter(|s| content(s.block)).count();
    out.reading_seconds = (out.words as u64 * 60).div_ceil(WORDS_PER_MINUTE);
    out.arabic_share = if letters == 0 { 0.0 } else { arabic as f64 / letters as f64 };
    out
}
