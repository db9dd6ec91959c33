//! Rows of an answer, printed as a table for readers, as JSON lines or as CSV for programs.

use std::cell::Cell as Flag;
use std::io::{self, Write};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use clap::ValueEnum;
use mubin::report::csv::guarded;
use mubin::text::chars::{Class, class};
use serde_json::Value;

use crate::run::{Outcome, written};

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Columns, for reading.
    Table,
    /// A JSON object a row.
    Jsonl,
    /// Comma-separated values with a header, as RFC 4180 has them.
    Csv,
}

/// Where the rows of all files go.
pub struct Printer {
    pub format: Format,
    /// Whether rows say which file they are from.
    pub several: bool,
    started: Flag<bool>,
}

impl Printer {
    pub fn new(format: Format, files: usize) -> Printer {
        Printer { format, several: files > 1, started: Flag::new(false) }
    }

    /// Prints the rows of a file; all have the columns of `names`.
    pub fn print<const N: usize>(&self, file: &str, names: [&str; N], rows: Vec<[Value; N]>) -> Outcome {
        written(self.write(file, names, rows))
    }

    fn write<const N: usize>(&self, file: &str, names: [&str; N], rows: Vec<[Value; N]>) -> io::Result<()> {
        let names: Vec<&str> = self.several.then_some("file").into_iter().chain(names).collect();
        let rows = rows.into_iter().map(|row| self.several.then(|| file.into()).into_iter().chain(row).collect::<Vec<Value>>());
        let mut out = io::BufWriter::new(io::stdout().lock());
        let first = !self.started.replace(true);
        match self.format {
            Format::Jsonl => {
                for row in rows {
                    // In the order of the columns.
                    let fields: Vec<String> = names.iter().zip(row).map(|(name, cell)| format!("\"{name}\":{cell}")).collect();
                    writeln!(out, "{{{}}}", fields.join(","))?;
                }
            }
            Format::Csv => {
                let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut out);
                if first {
                    writer.write_record(&names)?;
                }
                for row in rows {
                    let cell = |cell: &Value| if cell.is_string() { guarded(&shown(cell)).into_owned() } else { shown(cell) };
                    writer.write_record(row.iter().map(cell))?;
                }
                writer.flush()?;
            }
            Format::Table => {
                let mut lines: Vec<Vec<String>> = rows.map(|row| row.iter().map(shown).collect()).collect();
                if first {
                    lines.insert(0, names.iter().map(|name| name.to_string()).collect());
                }
                let widest = |column: usize| lines.iter().filter_map(|line| line.get(column)).map(|cell| width(cell)).max().unwrap_or(0);
                let widths: Vec<usize> = (0..names.len()).map(widest).collect();
                let colored = AutoStream::choice(&io::stdout()) != ColorChoice::Never;
                for (number, line) in lines.iter().enumerate() {
                    let cells: Vec<String> = line.iter().zip(&widths).map(|(cell, &to)| padded(cell, to)).collect();
                    let last = cells.iter().rposition(|cell| !cell.trim_end().is_empty()).map_or(0, |last| last + 1);
                    let cells = cells.iter().zip(&names).take(last).enumerate().map(|(i, (cell, &name))| {
                        let cell = if i + 1 == last { cell.trim_end() } else { cell };
                        let style = style(first && number == 0, name).filter(|_| colored).unwrap_or_default();
                        format!("{style}{cell}{style:#}")
                    });
                    writeln!(out, "{}", cells.collect::<Vec<_>>().join("  "))?;
                }
            }
        }
        out.flush()
    }
}

fn shown(cell: &Value) -> String {
    match cell {
        Value::Null => String::new(),
        Value::String(text) => text.split(['\n', '\r', '\t']).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}

/// How a cell stands out where there are colours: the header, and the word that was sought.
fn style(header: bool, column: &str) -> Option<Style> {
    match (header, column) {
        (true, _) => Some(Style::new().bold()),
        (_, "node") => Some(Style::new().bold().fg_color(Some(AnsiColor::Green.into()))),
        _ => None,
    }
}

/// Marks stand on their letters.
fn width(cell: &str) -> usize {
    cell.chars().filter(|&c| !matches!(class(c), Class::Mark | Class::Invisible)).count()
}

fn padded(cell: &str, to: usize) -> String {
    format!("{cell}{}", " ".repeat(to.saturating_sub(width(cell))))
}
