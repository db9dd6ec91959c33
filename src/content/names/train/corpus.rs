//! Corpora of names: one token a line with its label, or running text with names in brackets.

use crate::content::names::{EntityKind, Label, triggers};
use crate::content::view::View;
use crate::layout::Role;
use crate::options::{Input, Options};
use crate::text::ByteSpan;
use crate::{Analysis, Packs, analyze_with};

/// An annotated document: its text, what was found in it, a label for each token.
#[derive(Debug)]
pub struct Document {
    /// The text.
    pub text: String,
    /// Tokens, sentences, morphology.
    pub analysis: Analysis,
    /// Labels of the tokens.
    pub labels: Vec<Label>,
    /// How much it counts.
    pub weight: f32,
}

/// Sentences that make a document where the corpus marks none.
const SENTENCES: usize = 40;

/// Reads `token TAB label` lines, an empty line after each sentence.
pub fn read_bio(packs: &Packs, text: &str, weight: f32) -> Vec<Document> {
    let mut out = Vec::new();
    let sentences: Vec<Vec<(&str, Label)>> = text
        .split("\n\n")
        .map(|sentence| {
            let rows = sentence.lines().filter(|line| !line.starts_with('#'));
            rows.filter_map(|line| line.split_once('\t')).map(|(token, label)| (token, Label::parse(label).unwrap_or_default())).collect()
        })
        .filter(|sentence: &Vec<_>| !sentence.is_empty())
        .collect();
    for part in sentences.chunks(SENTENCES) {
        let line = |sentence: &Vec<(&str, Label)>| sentence.iter().map(|(token, _)| *token).collect::<Vec<_>>().join(" ");
        let text = part.iter().map(line).collect::<Vec<_>>().join("\n");
        let labels: Vec<Label> = part.iter().flatten().map(|(_, label)| *label).collect();
        let options = Options { input: Input::Horizontal, ..Options::default() };
        if let Ok(analysis) = analyze_with(packs, &text, &options)
            && analysis.tokens.len() == labels.len()
        {
            let labels = without_currencies(&text, &analysis, labels);
            out.push(Document { text, analysis, labels, weight });
        }
    }
    out
}

/// ANERcorp labels currencies as names; here they are parts of amounts.
fn without_currencies(text: &str, analysis: &Analysis, mut labels: Vec<Label>) -> Vec<Label> {
    let Some(morphology) = &analysis.morphology else { return labels };
    let view = View::new(text, &analysis.tokens, &analysis.layout, morphology);
    for (word, label) in view.words(0..view.len()).zip(&mut labels) {
        if label.kind() == Some(EntityKind::Other) && triggers::of(word.facts) & triggers::CURRENCY != 0 {
            *label = Label::OUTSIDE;
        }
    }
    labels
}

/// Reads running text, a sentence a line, an empty line after each document; a name stands in brackets after the letter of its kind: `[P …]`,
/// `[L …]`, `[O …]`, `[M …]`. Lines that start with `#` explain.
pub fn read_bracketed(packs: &Packs, text: &str, weight: f32) -> Vec<Document> {
    let lines: Vec<&str> = text.lines().map(|line| if line.starts_with('#') { "" } else { line }).collect();
    lines.split(|line| line.trim().is_empty()).filter(|d| !d.is_empty()).filter_map(|d| bracketed(packs, &d.join("\n"), weight)).collect()
}

fn bracketed(packs: &Packs, marked: &str, weight: f32) -> Option<Document> {
    let mut text = String::with_capacity(marked.len());
    let mut names: Vec<(ByteSpan, EntityKind)> = Vec::new();
    let mut open: Option<(usize, EntityKind)> = None;
    let mut rest = marked;
    while let Some(c) = rest.chars().next() {
        let kind = [("[P ", 0), ("[L ", 1), ("[O ", 2), ("[M ", 3)].iter().find(|(mark, _)| rest.starts_with(mark));
        match (kind, open) {
            (Some(&(mark, index)), None) => {
                open = EntityKind::ALL.get(index).map(|kind| (text.len(), *kind));
                rest = rest.get(mark.len()..)?;
                continue;
            }
            (_, Some((start, kind))) if c == ']' => {
                names.push((ByteSpan::new(start, text.len()), kind));
                open = None;
            }
            _ => text.push(c),
        }
        rest = rest.get(c.len_utf8()..)?;
    }
    let options = Options { roles: vec![(ByteSpan::new(0, text.len()), Role::Body)], ..Options::default() };
    let analysis = analyze_with(packs, &text, &options).ok()?;
    let mut labels = vec![Label::OUTSIDE; analysis.tokens.len()];
    for (span, kind) in names {
        let mut first = true;
        for (token, label) in analysis.tokens.iter().zip(&mut labels) {
            if token.span.start < span.end && span.start < token.span.end {
                *label = if first { Label::first(kind) } else { Label::further(kind) };
                first = false;
            }
        }
    }
    Some(Document { text, analysis, labels, weight })
}
