//! Reading a record back, also one that was cut off.

use std::io::{BufRead, BufReader, Read};

use crate::event::{Event, FORMAT_VERSION};

/// A record that was read.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// Its events.
    pub events: Vec<Event>,
    /// Whether the last line was cut off, as a kill in the middle of a write leaves it.
    pub cut_off: bool,
}

/// Why a record cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// The file cannot be read.
    #[error("the record cannot be read: {0}")]
    Io(#[from] std::io::Error),
    /// A line is no event.
    #[error("line {line} is not an event of a galleria record: {reason}")]
    NotAnEvent {
        /// The line, from 1.
        line: usize,
        /// What the parser said.
        reason: String,
    },
    /// The first line does not begin a run.
    #[error("this is not a galleria record: it does not begin with a run")]
    NoRun,
    /// A newer galleria wrote it.
    #[error(
        "the record has format {found}, and this galleria reads up to {FORMAT_VERSION}; use the galleria that wrote it or a newer one"
    )]
    Newer {
        /// The record's format.
        found: u32,
    },
}

/// Reads a record. A last line without its end is dropped and told.
pub fn read(from: impl Read) -> Result<Recorded, RecordError> {
    let mut lines = BufReader::new(from);
    let mut recorded = Recorded {
        events: Vec::new(),
        cut_off: false,
    };
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if lines.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if number == 1 {
            refuse_newer(&line)?;
        }
        match serde_json::from_slice(&line) {
            Ok(event) => recorded.events.push(event),
            Err(_) if line.last() != Some(&b'\n') => recorded.cut_off = true,
            Err(error) => {
                return Err(RecordError::NotAnEvent {
                    line: number,
                    reason: reason(&error),
                });
            }
        }
    }
    match recorded.events.first() {
        Some(Event::RunStarted(_)) => Ok(recorded),
        _ => Err(RecordError::NoRun),
    }
}

/// What the parser said, with the column alone: it takes the line for its first.
fn reason(error: &serde_json::Error) -> String {
    let told = error.to_string();
    let (reason, _) = told.rsplit_once(" at line ").unwrap_or((&told, ""));
    match (error.line(), error.column()) {
        (1, column @ 1..) => format!("{reason}, in column {column}"),
        _ => reason.to_owned(),
    }
}

/// The version stands in the first line and is looked at before the rest of it is understood.
fn refuse_newer(line: &[u8]) -> Result<(), RecordError> {
    let head: serde_json::Value = serde_json::from_slice(line).map_err(|_| RecordError::NoRun)?;
    match head
        .get("format_version")
        .and_then(serde_json::Value::as_u64)
    {
        None => Err(RecordError::NoRun),
        Some(found) if found > u64::from(FORMAT_VERSION) => Err(RecordError::Newer {
            found: u32::try_from(found).unwrap_or(u32::MAX),
        }),
        Some(_) => Ok(()),
    }
}
