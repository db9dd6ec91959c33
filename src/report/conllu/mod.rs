//! CoNLL-U: sentences as Universal Dependencies write them.
//!
//! White space in MISC rebuilds the input exactly ([`Treebank::text`]): `SpaceAfter=No` where nothing follows a token, `SpacesAfter=` with
//! UDPipe's escapes where it is anything but one space, `SpacesBefore=` where the text begins with some. Fields beyond the standard are documented in the result model: `Start End Seg Tags Diac NER` on the
//! line of the surface, `Root Pattern Gloss` on that of the word.

mod read;

use std::fmt::Write;

pub use read::{BadLine, Sentence, Token as Surface, Treebank, read};

use super::document::Converter;
use super::words;
use crate::Analysis;
use crate::Packs;
use crate::layout::{Token, TokenKind};
use crate::morph::Upos;
use crate::options::Layer;

/// Writes an analysis; `at` says what Start and End count.
pub fn write(text: &str, analysis: &Analysis, packs: &Packs, at: &Converter<'_>) -> String {
    let mut out = String::with_capacity(text.len() * 12);
    let lines = Lines { text, analysis, packs, at, names: names(analysis, packs) };
    let mut block = usize::MAX;
    for (number, sentence) in analysis.layout.sentences.iter().enumerate() {
        let Some(tokens) = analysis.tokens.get(sentence.tokens.clone()) else { continue };
        if tokens.is_empty() {
            continue;
        }
        if sentence.block != block {
            block = sentence.block;
            out.push_str("# newpar\n");
        }
        let _ = write!(out, "# sent_id = {}\n# text = ", number + 1);
        for (i, token) in tokens.iter().enumerate() {
            out.push_str(token.span.of(text));
            if i + 1 < tokens.len() && lines.gap(sentence.tokens.start + i).contains(char::is_whitespace) {
                out.push(' ');
            }
        }
        out.push('\n');
        let closes = analysis.layout.sentences.get(number + 1).is_some_and(|next| next.block != block);
        let mut id = 1;
        for (i, token) in tokens.iter().enumerate() {
            id = lines.line(&mut out, sentence.tokens.start + i, token, closes && i + 1 == tokens.len(), id);
        }
        out.push('\n');
    }
    out
}

/// For each token its label as corpora of names write it; none where names were not looked for.
fn names(analysis: &Analysis, packs: &Packs) -> Option<Vec<String>> {
    let content = analysis.content.as_ref().filter(|_| packs.names.is_some() && analysis.layers.has(Layer::Entities))?;
    let mut out = vec!["O".to_string(); analysis.tokens.len()];
    for mention in &content.mentions {
        for (i, slot) in out.get_mut(mention.tokens.clone()).into_iter().flatten().enumerate() {
            *slot = format!("{}-{}", if i == 0 { "B" } else { "I" }, mention.kind.corpus_name());
        }
    }
    Some(out)
}

/// What the lines of tokens are made of.
struct Lines<'a> {
    text: &'a str,
    analysis: &'a Analysis,
    packs: &'a Packs,
    at: &'a Converter<'a>,
    names: Option<Vec<String>>,
}

impl Lines<'_> {
    /// What stands between a token and the next one.
    fn gap(&self, token: usize) -> &str {
        let from = self.analysis.tokens.get(token).map_or(self.text.len(), |t| t.span.end as usize);
        let to = self.analysis.tokens.get(token + 1).map_or(self.text.len(), |t| t.span.start as usize);
        self.text.get(from..to).unwrap_or_default()
    }

    /// The line of a token, or those of its words; `closes`: a paragraph ends with it. The number of the next word.
    fn line(&self, out: &mut String, number: usize, token: &Token, closes: bool, id: usize) -> usize {
        let Lines { text, analysis, packs, at, .. } = *self;
        let form = token.span.of(text);
        let (start, end) = at.span(token.span);
        let mut misc = format!("Start={start}|End={end}");
        let explained = analysis.morphology.as_ref().and_then(|m| Some((m.of(number)?, m)));
        let parts = explained.map(|(e, m)| words::words(text, token, e, m)).unwrap_or_default();
        if let Some((e, m)) = explained {
            let _ = write!(misc, "|Seg={}|Tags={}|Diac={}", words::segmentation(text, token, e, m), words::tags(e), e.word.diacritized);
        } else if token.kind == TokenKind::Punct {
            let _ = write!(misc, "|Seg={}|Tags=PUNC", escaped(form));
        } else {
            let tag = if token.kind == TokenKind::Number { "NUM" } else { "FOREIGN" };
            let _ = write!(misc, "|Seg={}|Tags={tag}", escaped(form));
        }
        if let Some(name) = self.names.as_ref().and_then(|names| names.get(number)) {
            let _ = write!(misc, "|NER={name}");
        }
        if number == 0 && token.span.start > 0 {
            misc.push_str("|SpacesBefore=");
            spaces(&mut misc, text.get(..token.span.start as usize).unwrap_or_default());
        }
        let gap = self.gap(number);
        if !gap.contains(char::is_whitespace) {
            misc.push_str("|SpaceAfter=No");
        }
        if gap != " " && !gap.is_empty() || gap == " " && closes {
            misc.push_str("|SpacesAfter=");
            spaces(&mut misc, gap);
        }
        if let (Some((e, _)), [only]) = (explained, parts.as_slice()) {
            let own = own_misc(e, packs);
            let _ = writeln!(
                out,
                "{id}\t{form}\t{}\t{}\t{}\t{}\t_\t_\t_\t{misc}{own}",
                only.lemma,
                only.upos.name(),
                only.xpos,
                features(&only.features)
            );
            return id + 1;
        }
        if parts.is_empty() {
            let upos = match token.kind {
                TokenKind::Number => Upos::Num,
                // A word without letters is a line of tatweel.
                TokenKind::Punct | TokenKind::Word => Upos::Punct,
                TokenKind::Symbol | TokenKind::Emoji => Upos::Sym,
                _ => Upos::X,
            };
            let feats = if token.kind == TokenKind::Number { "NumForm=Digit" } else { "_" };
            let _ = writeln!(out, "{id}\t{form}\t{form}\t{}\t_\t{feats}\t_\t_\t_\t{misc}", upos.name());
            return id + 1;
        }
        let _ = writeln!(out, "{id}-{}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{misc}", id + parts.len() - 1);
        for (i, word) in parts.iter().enumerate() {
            let own = explained.filter(|_| word.main).map(|(e, _)| own_misc(e, packs)).unwrap_or_default();
            let own = own.strip_prefix('|').unwrap_or("_");
            let _ = writeln!(
                out,
                "{}\t{}\t{}\t{}\t{}\t{}\t_\t_\t_\t{own}",
                id + i,
                word.form,
                word.lemma,
                word.upos.name(),
                word.xpos,
                features(&word.features)
            );
        }
        id + parts.len()
    }
}

fn features(features: &std::collections::BTreeMap<&'static str, &'static str>) -> String {
    if features.is_empty() {
        return "_".into();
    }
    features.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("|")
}

/// Root, pattern and gloss, each after a bar.
fn own_misc(explained: &crate::morphology::Explained, packs: &Packs) -> String {
    let mut out = String::new();
    if let Some(root) = &explained.word.root {
        let _ = write!(out, "|Root={root}");
    }
    if let Some(pattern) = &explained.word.pattern {
        let _ = write!(out, "|Pattern={pattern}");
    }
    let gloss = super::document::gloss(packs, explained);
    if let Some(gloss) = gloss {
        let _ = write!(out, "|Gloss={}", escaped(&gloss.replace(' ', "_")));
    }
    out
}

/// Without the characters that MISC is made of.
fn escaped(text: &str) -> String {
    text.replace('|', "\\p").replace('\t', "\\t").replace(' ', "\\s")
}

/// White space as UDPipe escapes it.
fn spaces(misc: &mut String, gap: &str) {
    for c in gap.chars() {
        match c {
            ' ' => misc.push_str("\\s"),
            '\t' => misc.push_str("\\t"),
            '\n' => misc.push_str("\\n"),
            '\r' => misc.push_str("\\r"),
            '|' => misc.push_str("\\p"),
            '\\' => misc.push_str("\\\\"),
            other => misc.push(other),
        }
    }
}
