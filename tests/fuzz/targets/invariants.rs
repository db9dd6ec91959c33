//! What is promised of every span, in whatever text: section 1 of the result model.

use std::collections::HashSet;

use mubin::report::model::Document;
use mubin::text::ByteSpan;
use mubin::text::chars::{Class, class};
use mubin::text::offsets::Unit;
use mubin::{Analysis, Input};
use unicode_segmentation::UnicodeSegmentation;

/// Tokens ascend, cut no cluster and leave out only what is not seen; sentences share the tokens; blocks hold sentences, sentences tokens;
/// everything that was found lies in the text. Where the input says what the tokens are, they are what stands between spaces, though a mark on a
/// space makes a cluster of the two.
pub fn hold(text: &str, analysis: &Analysis, input: Input) {
    let whole: HashSet<u32> = match input {
        Input::Text => text.grapheme_indices(true).map(|(at, _)| at as u32).chain([text.len() as u32]).collect(),
        Input::Horizontal => text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect(),
    };
    let uncut = |span: ByteSpan, what: &str| {
        assert!(span.start <= span.end && span.end as usize <= text.len(), "{what} lies in the text: {span:?}");
        assert!(whole.contains(&span.start) && whole.contains(&span.end), "{what} cuts a cluster: {:?}", text.get(range(span)));
    };
    let hidden = |c: char| {
        matches!(class(c), Class::Space | Class::Newline | Class::Invisible)
            || matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
    };
    let mut end = 0;
    for token in &analysis.tokens {
        uncut(token.span, "a token");
        assert!(token.span.start >= end && token.span.end > token.span.start, "tokens ascend and hold something");
        let between = text.get(end as usize..token.span.start as usize).expect("tokens lie between characters");
        assert!(between.chars().all(hidden), "{between:?} stands outside tokens");
        end = token.span.end;
    }
    let rest = text.get(end as usize..).expect("the last token lies in the text");
    assert!(rest.chars().all(hidden), "{rest:?} stands outside tokens");

    let layout = &analysis.layout;
    for (a, b) in layout.blocks.iter().zip(layout.blocks.iter().skip(1)) {
        assert!(a.span.end <= b.span.start, "blocks ascend and do not overlap");
    }
    for block in &layout.blocks {
        uncut(block.span, "a block");
    }
    let (mut next, mut end) = (0, 0);
    for sentence in &layout.sentences {
        uncut(sentence.span, "a sentence");
        assert!(sentence.span.start >= end, "sentences ascend and do not overlap");
        assert!(sentence.tokens.start == next && sentence.tokens.end > next, "sentences share the tokens without gaps");
        let block = layout.blocks.get(sentence.block).expect("a sentence has its block");
        assert!(block.span.contains(sentence.span), "a block holds its sentences");
        let tokens = analysis.tokens.get(sentence.tokens.clone()).expect("a sentence has its tokens");
        assert!(tokens.iter().all(|token| sentence.span.contains(token.span)), "a sentence holds its tokens");
        (next, end) = (sentence.tokens.end, sentence.span.end);
    }
    assert_eq!(next, analysis.tokens.len(), "every token is in a sentence");

    // What is wrong, or hidden, can be one character of a cluster.
    let characters = analysis.characters.iter().map(|note| note.span);
    for span in analysis.corrections.iter().map(|correction| correction.span).chain(characters) {
        assert!(text.get(range(span)).is_some(), "a note lies between characters");
    }
    let content = analysis.content.iter();
    for mention in content.flat_map(|content| &content.mentions) {
        assert!(analysis.tokens.get(mention.tokens.clone()).is_some_and(|tokens| !tokens.is_empty()), "a mention has tokens");
    }
}

/// In each unit the slice of the text is the surface, and no span of any layer leaves the text.
pub fn slices(text: &str, analysis: &Analysis, unit: Unit, document: &Document) {
    let utf16: Vec<u16> = text.encode_utf16().collect();
    let points: Vec<char> = text.chars().collect();
    let length = match unit {
        Unit::Utf8 => text.len(),
        Unit::Utf16 => utf16.len(),
        Unit::CodePoint => points.len(),
    };
    let slice = |start: u32, end: u32| -> Option<String> {
        let range = start as usize..end as usize;
        match unit {
            Unit::Utf8 => text.get(range).map(str::to_string),
            Unit::Utf16 => String::from_utf16(utf16.get(range)?).ok(),
            Unit::CodePoint => points.get(range).map(|points| points.iter().collect()),
        }
    };
    assert_eq!(document.tokens.len(), analysis.tokens.len());
    for (written, token) in document.tokens.iter().zip(&analysis.tokens) {
        assert_eq!(slice(written.start, written.end).as_deref(), text.get(range(token.span)), "{unit:?}");
    }
    // Whatever the layer: where something has a start and an end, both are places between the characters of the text.
    let mut open = vec![serde_json::to_value(document).expect("a document is JSON")];
    while let Some(value) = open.pop() {
        match value {
            serde_json::Value::Array(values) => open.extend(values),
            serde_json::Value::Object(fields) => {
                let place = |name: &str| fields.get(name).and_then(serde_json::Value::as_u64);
                if let (Some(start), Some(end)) = (place("start"), place("end")) {
                    assert!(start <= end && end as usize <= length, "{start}..{end} of {length}: {fields:?}");
                    assert!(slice(start as u32, end as u32).is_some(), "{start}..{end} cuts a character: {fields:?}");
                }
                open.extend(fields.into_iter().map(|(_, value)| value));
            }
            _ => {}
        }
    }
}

fn range(span: ByteSpan) -> std::ops::Range<usize> {
    span.start as usize..span.end as usize
}
