//! Streams of records: whatever a line is, it is answered by one line of JSON, with the id of its record or with what is wrong.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // an answer of another shape is what is looked for

use std::collections::BTreeMap;

use mubin::report::document;
use mubin::text::offsets::Unit;
use mubin::{Layer, Layers, Memory, Options, Packs};
use serde_json::Value;
use serde_json::value::RawValue;

/// Letter by letter: a number may be one that nothing holds.
type Fields = BTreeMap<String, Box<RawValue>>;

#[path = "../../../src/bin/mubin/record.rs"]
mod record;

/// Any bytes as the lines of a stream, all of them answered with one memory, as a thread of the command line does it.
pub fn lines(packs: &Packs, bytes: &[u8]) {
    let layers = Layers::from_names([Layer::Tokens, Layer::Morphology].map(Layer::name)).unwrap();
    let options = Options { layers, ..Options::default() };
    let mut memory = Memory::new();
    let mut out = Vec::new();
    for line in bytes.split(|&byte| byte == b'\n') {
        let begun = out.len();
        let mut given = None;
        let told = record::reply(line, &mut out, |text, out| {
            let analysis = mubin::analyze_remembering(packs, &mut memory, &text, &options)?;
            serde_json::to_writer(&mut *out, &document(packs, &text, &analysis, Unit::CodePoint)).unwrap();
            given = Some(text);
            Ok(())
        });
        let answer = &out[begun..];
        if line.iter().all(u8::is_ascii_whitespace) {
            assert!(told.is_ok() && answer.is_empty(), "an empty line has no answer");
            continue;
        }
        let (last, rest) = answer.split_last().unwrap();
        assert!(*last == b'\n' && !rest.contains(&b'\n') && rest.starts_with(b"{\"id\":"), "one line, its id first");
        let answer: Fields = serde_json::from_slice(rest).unwrap();
        match told {
            Ok(()) => {
                let record: Fields = serde_json::from_slice(line).unwrap();
                assert_eq!(answer["id"].get(), record.get("id").map_or("null", |id| id.get()), "the id is that of the record");
                assert_eq!(given, serde_json::from_str(record["text"].get()).unwrap(), "the text is that of the record");
                assert!(answer.contains_key("schema") && !answer.contains_key("error"));
            }
            Err(complaint) => {
                let error: Value = serde_json::from_str(answer["error"].get()).unwrap();
                assert!(error["kind"].as_str().is_some_and(|kind| !kind.is_empty()));
                assert_eq!(error["message"].as_str(), Some(complaint.as_str()), "what is said is what is written");
                assert_eq!(answer.len(), 2, "nothing of a result is left in an error");
            }
        }
    }
}
