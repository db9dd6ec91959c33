//! Streams of records: one JSON object a line in, one a line out, in the same order.
//!
//! Lines are taken in batches of bounded size, shared among threads, and printed before the next batch is read: memory
//! stays constant however long the stream, and a bad record costs only itself.

use std::io::{self, BufRead, BufReader, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use serde_json::{Value, json};

use crate::Settings;
use crate::input::{open, result, shown};

/// A batch ends at so many lines or bytes, whichever comes first.
const BATCH_LINES: usize = 512;
const BATCH_BYTES: usize = 8 << 20;

/// A line of output, and what to say about it on standard error.
struct Reply {
    line: String,
    complaint: Option<String>,
}

/// Analyses a stream; whether every record was good.
pub fn run(file: &str, settings: &Settings, threads: usize) -> io::Result<bool> {
    let mut reader = BufReader::with_capacity(1 << 16, open(file)?);
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut clean = true;
    let mut number = 0usize;
    loop {
        let batch = read_batch(&mut reader)?;
        if batch.is_empty() {
            out.flush()?;
            return Ok(clean);
        }
        for (i, reply) in answer_all(&batch, settings, threads).into_iter().enumerate() {
            let Some(reply) = reply else { continue };
            if let Some(complaint) = reply.complaint {
                eprintln!("mubin: {}: line {}: {complaint}", shown(file), number + i + 1);
                clean = false;
            }
            out.write_all(reply.line.as_bytes())?;
            out.write_all(b"\n")?;
        }
        out.flush()?;
        number += batch.len();
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

/// Replies in the order of the lines; none for an empty line.
fn answer_all(batch: &[Vec<u8>], settings: &Settings, threads: usize) -> Vec<Option<Reply>> {
    if threads <= 1 || batch.len() == 1 {
        return batch.iter().map(|line| answer(line, settings)).collect();
    }
    let next = AtomicUsize::new(0);
    let replies: Mutex<Vec<(usize, Option<Reply>)>> = Mutex::new(Vec::with_capacity(batch.len()));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some((i, line)) = Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|i| Some((i, batch.get(i)?))) {
                    let reply = answer(line, settings);
                    replies.lock().unwrap_or_else(PoisonError::into_inner).push((i, reply));
                }
            });
        }
    });
    let mut replies = replies.into_inner().unwrap_or_else(PoisonError::into_inner);
    replies.sort_by_key(|&(i, _)| i);
    replies.into_iter().map(|(_, reply)| reply).collect()
}

fn answer(line: &[u8], settings: &Settings) -> Option<Reply> {
    if line.iter().all(u8::is_ascii_whitespace) {
        return None;
    }
    let refuse = |id: &Value, kind: &str, message: String| {
        let line = json!({"id": id, "error": {"kind": kind, "message": message}}).to_string();
        Some(Reply { line, complaint: Some(message) })
    };
    let record: Value = match serde_json::from_slice(line) {
        Ok(record) => record,
        Err(error) => return refuse(&Value::Null, "bad-json", error.to_string()),
    };
    let id = record.get("id").cloned().unwrap_or(Value::Null);
    let Some(text) = record.get("text").and_then(Value::as_str) else {
        return refuse(&id, "bad-record", "a record needs a string field \"text\"".to_string());
    };
    let document = match result(text.to_string(), settings) {
        Ok(document) => document,
        Err(error) => return refuse(&id, error.kind(), error.to_string()),
    };
    // The id stands first, then the fields of the document.
    match mubin::report::json::to_string(&document) {
        Ok(json) => Some(Reply { line: format!("{{\"id\":{id},{}", json.get(1..).unwrap_or("}")), complaint: None }),
        Err(error) => refuse(&id, "internal", error.to_string()),
    }
}
