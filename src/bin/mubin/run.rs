//! Running over files: what is read, what is written, what went wrong, and the exit status of it all.
//!
//! A failure costs the file it happened in and no other; only when the output itself is gone does a run end early. Messages go to
//! standard error, one line each, in colour where a terminal reads them.

use std::fs::File;
use std::io::{self, Read, Write};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use mubin::{Error, Memory};

use crate::parallel;
use crate::progress::Progress;
use crate::shared::Running;

/// Exit status when the output could not be written.
pub const UNWRITABLE: u8 = 1;
/// Exit status when the command line, or some input, is wrong.
pub const UNSOUND: u8 = 2;

/// Why a file came to nothing.
pub enum Failure {
    /// Nobody reads the output any more, as `head` stops when it has enough.
    Unread,
    /// The output cannot be written.
    Output(String),
    /// This input cannot be read or analysed.
    Input(String),
    /// Some records of it could not; each has been told.
    Told,
}

/// What a file comes to.
pub type Outcome<T = ()> = Result<T, Failure>;

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        Failure::Input(error.to_string())
    }
}

/// How a file is called in messages.
pub fn shown(file: &str) -> &str {
    if file == "-" { "standard input" } else { file }
}

/// Opens a file, or standard input for `-`.
pub fn open(file: &str) -> Outcome<Box<dyn Read + Send>> {
    if file == "-" {
        return Ok(Box::new(io::stdin()));
    }
    match File::open(file) {
        Ok(opened) => Ok(Box::new(opened)),
        Err(error) => Err(unreadable(&error)),
    }
}

/// What is said of a file that cannot be read.
pub fn unreadable(error: &io::Error) -> Failure {
    Failure::Input(error.to_string())
}

/// All of a file as text. Offsets count in the file as its reader decodes it, so a byte order mark stays.
pub fn read(file: &str) -> Outcome<String> {
    let mut bytes = Vec::new();
    open(file)?.read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let line = error.as_bytes().iter().take(offset).filter(|&&byte| byte == b'\n').count() + 1;
        Failure::Input(format!("line {line}: {}", Error::NotUtf8 { offset }))
    })
}

/// Writes to standard output.
pub fn put(bytes: &[u8]) -> Outcome {
    written(io::stdout().lock().write_all(bytes))
}

/// What came of writing to standard output.
pub fn written(result: io::Result<()>) -> Outcome {
    result.map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Failure::Unread,
        _ => Failure::Output(format!("standard output: {error}")),
    })
}

/// Says what went wrong.
pub fn complain(message: &str) {
    say(AnsiColor::Red, message);
}

/// Says what is to be known.
pub fn note(running: &Running, message: &str) {
    if !running.quiet {
        say(AnsiColor::Yellow, message);
    }
}

fn say(color: AnsiColor, message: &str) {
    let style = Style::new().bold().fg_color(Some(color.into()));
    // Where standard error is closed there is nobody to tell.
    let _ = writeln!(anstream::stderr(), "{style}mubin:{style:#} {message}");
}

/// Complains about the command line, or about what a run cannot do without.
pub fn refuse(message: &str) -> ExitCode {
    complain(message);
    ExitCode::from(UNSOUND)
}

/// Prints something that was not made of any input; the exit status of doing so.
pub fn print(bytes: &[u8]) -> ExitCode {
    match put(bytes).and_then(|()| written(io::stdout().lock().flush())) {
        Err(Failure::Output(message)) => {
            complain(&message);
            ExitCode::from(UNWRITABLE)
        }
        _ => ExitCode::SUCCESS,
    }
}

/// The files to read: standard input when none is named.
fn named(files: &[String]) -> Vec<&str> {
    if files.is_empty() { vec!["-"] } else { files.iter().map(String::as_str).collect() }
}

/// The exit status of a run, gathered file by file.
#[derive(Default)]
struct Status {
    unsound: bool,
}

impl Status {
    /// Takes in what a file came to. The exit status where nothing more can be written.
    fn take(&mut self, file: &str, outcome: Outcome, progress: &Progress) -> Option<ExitCode> {
        match outcome {
            Ok(()) => None,
            Err(Failure::Unread) => Some(ExitCode::SUCCESS),
            Err(Failure::Output(message)) => {
                progress.aside(|| complain(&message));
                Some(ExitCode::from(UNWRITABLE))
            }
            Err(Failure::Input(message)) => {
                progress.aside(|| complain(&format!("{}: {message}", shown(file))));
                self.unsound = true;
                None
            }
            Err(Failure::Told) => {
                self.unsound = true;
                None
            }
        }
    }

    /// The exit status when all files have been taken.
    fn end(self, progress: &Progress) -> ExitCode {
        progress.end();
        match written(io::stdout().lock().flush()) {
            Err(Failure::Output(message)) => {
                complain(&message);
                ExitCode::from(UNWRITABLE)
            }
            _ if self.unsound => ExitCode::from(UNSOUND),
            _ => ExitCode::SUCCESS,
        }
    }
}

/// Runs over files, standard input when there is none.
pub fn over_files(files: &[String], running: &Running, mut run: impl FnMut(&str, &Progress) -> Outcome) -> ExitCode {
    let files = named(files);
    let progress = Progress::new(running, &files);
    let mut status = Status::default();
    for file in files {
        if let Some(code) = status.take(file, run(file, &progress), &progress) {
            return code;
        }
        progress.file_is_done();
    }
    status.end(&progress)
}

/// The same with the files shared among threads, one for each memory: `make` works, `put` writes, in the order of the files. `make` is given
/// whom to tell how many bytes of its file are done; `weight` is what its result takes.
pub fn share_files<T: Send>(
    files: &[String],
    running: &Running,
    memories: &mut [Memory],
    make: impl Fn(&mut Memory, &str, &dyn Fn(u64)) -> Outcome<T> + Sync,
    weight: impl Fn(&T) -> usize + Sync,
    put: impl Fn(T) -> Outcome,
) -> ExitCode {
    if let [memory] = memories {
        return over_files(files, running, |file, progress| put(make(memory, file, &|bytes| progress.at(bytes))?));
    }
    let files = named(files);
    let progress = Progress::new(running, &files);
    let mut status = Status::default();
    let mut rest = files.iter().copied();
    let ended = parallel::ordered(
        memories,
        || rest.next(),
        |memory, file| (file, make(memory, file, &|_| ())),
        |(_, made)| made.as_ref().map_or(0, &weight),
        |(file, made)| {
            if let Some(code) = status.take(file, made.and_then(&put), &progress) {
                return Err(code);
            }
            progress.file_is_done();
            Ok(())
        },
    );
    ended.map_or_else(|code| code, |()| status.end(&progress))
}
