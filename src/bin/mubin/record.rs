//! One record of a stream: a line with a JSON object in, a line with one out.
//!
//! Whatever the line is, it is answered: by its result, or by an object that says what is wrong with it. An id is passed on letter by letter, so
//! that no number loses its precision. It asks nothing of the command line around it, so that the fuzzer runs it as it is.

use mubin::Error;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

#[derive(Deserialize)]
struct Record<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    text: Option<Value>,
}

/// Writes the reply to a line, none to an empty one. What to complain of, where it is that.
pub fn reply(line: &[u8], out: &mut Vec<u8>, answer: impl FnOnce(String, &mut Vec<u8>) -> Result<(), Error>) -> Result<(), String> {
    if line.iter().all(u8::is_ascii_whitespace) {
        return Ok(());
    }
    let refuse = |out: &mut Vec<u8>, id: &str, kind: &str, message: String| {
        let shown = Value::from(message.as_str());
        out.extend_from_slice(format!("{{\"id\":{id},\"error\":{{\"kind\":\"{kind}\",\"message\":{shown}}}}}\n").as_bytes());
        Err(message)
    };
    let line = match std::str::from_utf8(line) {
        Ok(line) => line,
        Err(error) => {
            let error = Error::NotUtf8 { offset: error.valid_up_to() };
            return refuse(out, "null", error.kind(), error.to_string());
        }
    };
    // Lists would be taken for objects whose fields are not named.
    let record: Record<'_> = match serde_json::from_str(line) {
        Ok(record) if line.trim_start().starts_with('{') => record,
        Ok(_) => return refuse(out, "null", "bad-record", "a record is a JSON object".to_string()),
        Err(error) => return refuse(out, "null", kind_of(&error, line), said(&error)),
    };
    let id = record.id.map_or("null", RawValue::get);
    let Some(Value::String(text)) = record.text else {
        return refuse(out, id, "bad-record", "a record needs a string field \"text\"".to_string());
    };
    let begun = out.len();
    out.extend_from_slice(format!("{{\"id\":{id}").as_bytes());
    let fields = out.len();
    match answer(text, out) {
        // The id stands first, then the fields of the answer.
        Ok(()) => {
            match out.get(fields..) {
                Some(b"{}") => drop(out.remove(fields)),
                _ => out.iter_mut().skip(fields).take(1).for_each(|brace| *brace = b','),
            }
            out.push(b'\n');
            Ok(())
        }
        Err(error) => {
            out.truncate(begun);
            refuse(out, id, error.kind(), error.to_string())
        }
    }
}

/// What a line that cannot be read as a record is: JSON of another shape, or none.
fn kind_of(error: &serde_json::Error, line: &str) -> &'static str {
    let other_shape = error.is_data() && serde_json::from_str::<&RawValue>(line).is_ok();
    if other_shape { "bad-record" } else { "bad-json" }
}

/// The message of an error in a line whose number is told already.
fn said(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let bare = message.rsplit_once(" at line ").map_or(message.as_str(), |(bare, _)| bare);
    format!("{bare} at column {}", error.column())
}
