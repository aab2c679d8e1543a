//! Writing the record.

use std::io::Write;

use super::sink::{Sink, SinkError};
use crate::event::Event;

/// Writes each event as a line and flushes it, so that a crash loses nothing that happened.
#[derive(Debug)]
pub struct JsonLines<W> {
    name: String,
    out: W,
    line: Vec<u8>,
}

impl<W: Write + Send> JsonLines<W> {
    /// Writes to `out`; `name` is for errors.
    pub fn new(name: impl Into<String>, out: W) -> Self {
        Self { name: name.into(), out, line: Vec::with_capacity(4096) }
    }

    fn write(&mut self, event: &Event) -> std::io::Result<()> {
        self.line.clear();
        serde_json::to_writer(&mut self.line, event)?;
        self.line.push(b'\n');
        // One write a line: what a kill can cut off is the last line at most.
        self.out.write_all(&self.line)?;
        self.out.flush()
    }
}

impl<W: Write + Send> Sink for JsonLines<W> {
    fn take(&mut self, event: &Event) -> Result<(), SinkError> {
        self.write(event)
            .map_err(|error| SinkError { sink: self.name.clone(), reason: error.to_string() })
    }
}
