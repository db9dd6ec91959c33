//! The text: divisions, paragraphs, sentences and words, with the marked elements around them.

use std::ops::Range;

use super::super::formats::Source;
use super::super::markup::Markup;
use super::marked::Marked;
use super::nest::{Fragment, fragments};
use crate::layout::{Block, Role, TokenKind};
use crate::morph::Upos;
use crate::text::ByteSpan;
use crate::writing::corrections::Tier;

/// Writes the text.
pub fn write(out: &mut Markup, source: Source<'_>, marked: &[Marked]) {
    let layout = &source.analysis.layout;
    let body = Body { source, marked, fragments: fragments(marked, &layout.sentences) };
    out.open("text", &[]);
    out.open("body", &[]);
    out.line();
    // Whether the division that is open is text, and whether only its heading has been written.
    let mut open: Option<(bool, bool)> = None;
    for (number, block) in layout.blocks.iter().enumerate() {
        let content = block.role.is_content();
        let heading = content && matches!(block.role, Role::Headline | Role::Byline | Role::Dateline);
        let another = match open {
            None => true,
            Some((text, top)) => text != content || block.role == Role::Headline && !top,
        };
        if another {
            if open.is_some() {
                out.close("div");
                out.line();
            }
            out.open("div", &[("type", if content { "text" } else { "furniture" })]);
            out.line();
        }
        let top = another || open.is_some_and(|(_, top)| top);
        body.block(out, number, block, top);
        open = Some((content, top && heading));
    }
    if open.is_some() {
        out.close("div");
        out.line();
    }
    out.close("body");
    out.close("text");
    out.line();
}

/// The right spelling of a word, where its writer misspelled it and nothing around it is wrong with it.
fn norm(source: Source<'_>, word: ByteSpan) -> Option<&str> {
    let corrections = &source.analysis.corrections;
    let found = corrections.get(corrections.partition_point(|correction| correction.span.start < word.start))?;
    let sure = found.span == word && matches!(found.tier, Tier::Certain | Tier::Contextual);
    found.suggestions.first().map(String::as_str).filter(|to| sure && !to.is_empty() && !to.contains(char::is_whitespace))
}

struct Body<'a> {
    source: Source<'a>,
    marked: &'a [Marked],
    fragments: Vec<Vec<Fragment>>,
}

impl Body<'_> {
    /// A block as its role has it. Heading, byline and dateline stand at the top of a division or are anonymous blocks.
    fn block(&self, out: &mut Markup, number: usize, block: &Block, top: bool) {
        let (element, kind) = match block.role {
            Role::Body => ("p", ""),
            Role::Headline if top => ("head", ""),
            Role::Byline if top => ("byline", ""),
            Role::Dateline if top => ("dateline", ""),
            role => ("ab", role.name()),
        };
        let kind = [("type", kind)];
        out.open(element, if element == "ab" { &kind } else { &[] });
        let sentences = &self.source.analysis.layout.sentences;
        let first = sentences.partition_point(|sentence| sentence.block < number);
        let mut end: Option<u32> = None;
        for (s, sentence) in sentences.iter().enumerate().skip(first).take_while(|(_, sentence)| sentence.block == number) {
            self.gap(out, end, sentence.span.start);
            out.open("s", &[("xml:id", &format!("s{s}"))]);
            self.sentence(out, sentence.tokens.clone(), self.fragments.get(s).map_or(&[], Vec::as_slice));
            out.close("s");
            end = Some(sentence.span.end);
        }
        self.gap(out, end, block.span.end);
        out.close(element);
        out.line();
    }

    /// What stands between two places and is in no token.
    fn gap(&self, out: &mut Markup, from: Option<u32>, to: u32) {
        let Some(gap) = from.and_then(|from| self.source.text().get(from as usize..to as usize)).filter(|gap| !gap.is_empty()) else {
            return;
        };
        out.text(gap);
    }

    fn sentence(&self, out: &mut Markup, tokens: Range<usize>, fragments: &[Fragment]) {
        let mut waiting = fragments.iter().peekable();
        let mut open: Vec<(usize, &'static str)> = Vec::new();
        let mut end = None;
        for number in tokens {
            let Some(token) = self.source.analysis.tokens.get(number) else { continue };
            while let Some((_, element)) = open.pop_if(|(end, _)| *end <= number) {
                out.close(element);
            }
            self.gap(out, end, token.span.start);
            while let Some(fragment) = waiting.next_if(|fragment| fragment.tokens.start <= number) {
                let Some(marked) = self.marked.get(fragment.marked) else { continue };
                self.begin(out, marked, fragment.part);
                open.push((fragment.tokens.end, marked.element));
            }
            self.token(out, number);
            end = Some(token.span.end);
        }
        while let Some((_, element)) = open.pop() {
            out.close(element);
        }
    }

    /// The start of a piece; of several, each names its neighbours.
    fn begin(&self, out: &mut Markup, marked: &Marked, (part, parts): (usize, usize)) {
        let mut attributes: Vec<(&str, &str)> = Vec::new();
        let id = |part: usize| if parts == 1 { marked.id.clone() } else { format!("{}.{part}", marked.id) };
        let (own, next, prev) = (id(part), format!("#{}", id(part + 1)), part.checked_sub(1).map(|before| format!("#{}", id(before))));
        attributes.push(("xml:id", &own));
        attributes.extend(marked.attributes.iter().map(|(name, value)| (*name, value.as_str())));
        if part + 1 < parts {
            attributes.push(("next", &next));
        }
        if let Some(prev) = &prev {
            attributes.push(("prev", prev));
        }
        out.open(marked.element, &attributes);
    }

    fn token(&self, out: &mut Markup, number: usize) {
        let analysis = self.source.analysis;
        let Some(token) = analysis.tokens.get(number) else { return };
        let surface = token.span.of(self.source.text());
        let id = format!("t{number}");
        let explained = analysis.morphology.as_ref().and_then(|found| found.of(number));
        let mut attributes: Vec<(&str, &str)> = vec![("xml:id", &id)];
        if token.kind == TokenKind::Punct {
            return out.leaf("pc", &attributes, surface);
        }
        let feats: String;
        if let Some(explained) = explained {
            let word = &explained.word;
            feats = word.features.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("|");
            attributes.extend([("lemma", word.lemma.as_str()), ("pos", word.upos.name())]);
            attributes.extend((!feats.is_empty()).then_some(("msd", feats.as_str())));
        } else if token.kind != TokenKind::Word {
            let upos = match token.kind {
                TokenKind::Number => Upos::Num,
                TokenKind::Symbol | TokenKind::Emoji => Upos::Sym,
                _ => Upos::X,
            };
            attributes.extend([("type", token.kind.name()), ("pos", upos.name())]);
        }
        attributes.extend(norm(self.source, token.span).map(|norm| ("norm", norm)));
        out.leaf("w", &attributes, surface);
    }
}
