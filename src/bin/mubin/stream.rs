//! Streams of records: one JSON object a line in, one a line out, in the same order, each with the id of its record.
//!
//! Lines are taken in batches of bounded size, shared among threads, and printed before the next batch is read: memory stays constant however
//! long the stream, and a bad record costs only itself. An id is passed on letter by letter, so that no number loses its precision.

use std::io::{self, BufRead, BufReader, Write};
use std::process::ExitCode;

use mubin::{Error, Memory};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::parallel;
use crate::progress::Progress;
use crate::run::{Failure, Outcome, complain, open, over_files, put, read, share_files, shown, unreadable, written};
use crate::shared::{InputFormat, Reading, Running};

/// A batch ends at so many lines or bytes, whichever comes first.
const BATCH_LINES: usize = 512;
const BATCH_BYTES: usize = 8 << 20;

/// A line of output, and what to say about it on standard error.
struct Reply {
    line: String,
    complaint: Option<String>,
}

#[derive(Deserialize)]
struct Record<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    text: Option<Value>,
}

/// Answers a stream record by record; an answer is the text of a JSON object.
pub fn run(
    file: &str,
    memories: &mut [Memory],
    progress: &Progress,
    answer: impl Fn(&mut Memory, String) -> Result<String, Error> + Sync,
) -> Outcome {
    let mut reader = BufReader::with_capacity(1 << 16, open(file)?);
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut sound = true;
    let (mut number, mut bytes) = (0usize, 0u64);
    loop {
        let mut batch = read_batch(&mut reader).map_err(|error| unreadable(&error))?;
        if batch.is_empty() {
            return if sound { Ok(()) } else { Err(Failure::Told) };
        }
        bytes += batch.iter().map(|line| line.len() as u64).sum::<u64>();
        if number == 0
            && let Some(first) = batch.first_mut()
            && first.starts_with("\u{FEFF}".as_bytes())
        {
            first.drain(..'\u{FEFF}'.len_utf8());
        }
        let replies = parallel::map(&batch, memories, |memory, line| reply(line, |text| answer(memory, text)));
        for (i, reply) in replies.into_iter().enumerate() {
            let Some(reply) = reply else { continue };
            if let Some(complaint) = reply.complaint {
                progress.aside(|| complain(&format!("{}: line {}: {complaint}", shown(file), number + i + 1)));
                sound = false;
            }
            written(writeln!(out, "{}", reply.line))?;
        }
        written(out.flush())?;
        number += batch.len();
        progress.at(bytes);
    }
}

fn read_batch(reader: &mut impl BufRead) -> io::Result<Vec<Vec<u8>>> {
    let mut batch = Vec::new();
    let mut bytes = 0usize;
    while batch.len() < BATCH_LINES && bytes < BATCH_BYTES {
        let mut line = Vec::new();
        if reader.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        bytes += line.len();
        batch.push(line);
    }
    Ok(batch)
}

/// The reply to a line; none to an empty one.
fn reply(line: &[u8], answer: impl FnOnce(String) -> Result<String, Error>) -> Option<Reply> {
    if line.iter().all(u8::is_ascii_whitespace) {
        return None;
    }
    let refuse = |id: &str, kind: &str, message: String| {
        let shown = Value::from(message.as_str());
        Some(Reply { line: format!("{{\"id\":{id},\"error\":{{\"kind\":\"{kind}\",\"message\":{shown}}}}}"), complaint: Some(message) })
    };
    let line = match std::str::from_utf8(line) {
        Ok(line) => line,
        Err(error) => {
            let error = Error::NotUtf8 { offset: error.valid_up_to() };
            return refuse("null", error.kind(), error.to_string());
        }
    };
    // Lists would be taken for objects whose fields are not named.
    let record: Record<'_> = match serde_json::from_str(line) {
        Ok(record) if line.trim_start().starts_with('{') => record,
        Ok(_) => return refuse("null", "bad-record", "a record is a JSON object".to_string()),
        Err(error) => return refuse("null", kind_of(&error, line), said(&error)),
    };
    let id = record.id.map_or("null", RawValue::get);
    let Some(Value::String(text)) = record.text else {
        return refuse(id, "bad-record", "a record needs a string field \"text\"".to_string());
    };
    match answer(text) {
        // The id stands first, then the fields of the answer.
        Ok(json) => match json.strip_prefix('{').unwrap_or_default() {
            "" | "}" => Some(Reply { line: format!("{{\"id\":{id}}}"), complaint: None }),
            fields => Some(Reply { line: format!("{{\"id\":{id},{fields}"), complaint: None }),
        },
        Err(error) => refuse(id, error.kind(), error.to_string()),
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

/// Runs a change over files, or the records of streams: texts in, texts out.
pub fn rewrite(
    reading: &Reading,
    running: &Running,
    threads: usize,
    change: impl Fn(&mut Memory, String) -> Result<String, Error> + Sync,
) -> ExitCode {
    let mut memories = parallel::memories(threads);
    if reading.input == InputFormat::Jsonl {
        let answer = |memory: &mut Memory, text| Ok(format!("{{\"text\":{}}}", Value::from(change(memory, text)?)));
        return over_files(&reading.files, running, |file, progress| self::run(file, &mut memories, progress, answer));
    }
    let make = |memory: &mut Memory, file: &str, _: &dyn Fn(u64)| Ok(change(memory, reading.input.text(read(file)?)?)?);
    share_files(&reading.files, running, &mut memories, make, |text| put(text.as_bytes()))
}
