//! Streams of records: one JSON object a line in, one a line out, in the same order, each with the id of its record.
//!
//! A thread takes some lines that have come, answers them, and takes the next: memory stays constant however long the stream, a line is
//! answered when it is there and not when many are, and a bad record costs only itself.

use std::io::{self, BufRead, BufReader, Read};
use std::process::ExitCode;

use mubin::{Error, Memory};
use serde_json::Value;

use crate::parallel;
use crate::progress::Progress;
use crate::record::reply;
use crate::run::{Failure, Outcome, complain, open, over_files, put, read, share_files, shown, unreadable};
use crate::shared::{InputFormat, Reading, Running};

/// A piece of the stream ends at so many lines or bytes, whichever comes first.
const PIECE_LINES: usize = 64;
const PIECE_BYTES: usize = 32 << 10;

/// Some lines that follow each other.
struct Piece {
    /// The number of the first, from 1.
    number: usize,
    bytes: Vec<u8>,
}

/// What came of a piece.
struct Answered {
    /// The lines of output.
    out: Vec<u8>,
    /// What to say on standard error, and of which line.
    complaints: Vec<(usize, String)>,
    /// Bytes of input.
    bytes: u64,
}

/// Answers a stream record by record; an answer is the text of a JSON object, written at the end of what is there.
pub fn run(
    reading: &Reading,
    file: &str,
    memories: &mut [Memory],
    progress: &Progress,
    answer: impl Fn(&mut Memory, String, &mut Vec<u8>) -> Result<(), Error> + Sync,
) -> Outcome {
    let mut lines = Lines { reader: BufReader::with_capacity(2 * PIECE_BYTES, open(file)?), read: 0, failed: None };
    let (mut sound, mut bytes) = (true, 0u64);
    parallel::ordered(
        memories,
        || lines.next().transpose(),
        |memory, piece: io::Result<Piece>| piece.map(|piece| answered(piece, |text, out| answer(memory, text, out))),
        |answered| answered.as_ref().map_or(0, |answered| answered.out.len()),
        |answered| -> Outcome {
            let answered = answered.map_err(|error| unreadable(&error))?;
            for (line, complaint) in answered.complaints {
                progress.aside(|| complain(&format!("{}: line {line}: {complaint}", shown(file))));
                sound = false;
            }
            put(&answered.out)?;
            bytes += answered.bytes;
            progress.at(bytes);
            Ok(())
        },
    )?;
    if sound || reading.lenient { Ok(()) } else { Err(Failure::Told) }
}

/// The lines of a stream.
struct Lines<R> {
    reader: BufReader<R>,
    /// How many are read.
    read: usize,
    /// Why no more can be read, told when what was read before it is answered.
    failed: Option<io::Error>,
}

impl<R: Read> Lines<R> {
    fn next(&mut self) -> io::Result<Option<Piece>> {
        let mut bytes = Vec::new();
        let first = self.read;
        while self.failed.is_none() && self.read - first < PIECE_LINES && bytes.len() < PIECE_BYTES {
            match self.reader.read_until(b'\n', &mut bytes) {
                Ok(0) => break,
                Ok(_) => self.read += 1,
                Err(error) => self.failed = Some(error),
            }
            // What has not come yet is not waited for.
            if self.reader.buffer().is_empty() {
                break;
            }
        }
        if first == 0 && bytes.starts_with("\u{FEFF}".as_bytes()) {
            bytes.drain(..'\u{FEFF}'.len_utf8());
        }
        match self.failed.take() {
            Some(error) if self.read == first => Err(error),
            failed => {
                self.failed = failed;
                Ok((self.read > first).then_some(Piece { number: first + 1, bytes }))
            }
        }
    }
}

fn answered(piece: Piece, mut answer: impl FnMut(String, &mut Vec<u8>) -> Result<(), Error>) -> Answered {
    let mut answered = Answered { out: Vec::new(), complaints: Vec::new(), bytes: piece.bytes.len() as u64 };
    for (i, line) in piece.bytes.split(|&byte| byte == b'\n').enumerate() {
        if let Err(complaint) = reply(line, &mut answered.out, &mut answer) {
            answered.complaints.push((piece.number + i, complaint));
        }
    }
    answered
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
        let answer = |memory: &mut Memory, text, out: &mut Vec<u8>| {
            out.extend_from_slice(format!("{{\"text\":{}}}", Value::from(change(memory, text)?)).as_bytes());
            Ok(())
        };
        return over_files(&reading.files, running, |file, progress| self::run(reading, file, &mut memories, progress, answer));
    }
    let make = |memory: &mut Memory, file: &str, _: &dyn Fn(u64)| Ok(change(memory, reading.input.text(read(file)?)?)?);
    share_files(&reading.files, running, &mut memories, make, String::len, |text| put(text.as_bytes()))
}
