//! Writing the record.

use std::io::Write;

use super::sink::{Sink, SinkError};
use crate::event::Event;

/// Writes each event as a line and flushes what happened, so that a crash loses nothing of it.
#[derive(Debug)]
pub struct JsonLines<W> {
    name: String,
    out: W,
    lines: Vec<u8>,
}

impl<W: Write + Send> JsonLines<W> {
    /// Writes to `out`; `name` is for errors.
    pub fn new(name: impl Into<String>, out: W) -> Self {
        Self {
            name: name.into(),
            out,
            lines: Vec::with_capacity(4096),
        }
    }

    fn write(&mut self, event: &Event) -> std::io::Result<()> {
        serde_json::to_writer(&mut self.lines, event)?;
        self.lines.push(b'\n');
        // That a step begins is written with what comes of it: it costs no write of its own.
        if matches!(event, Event::StepStarted(_)) {
            return Ok(());
        }
        // One write for whole lines: what a kill can cut off is the last line at most.
        self.out.write_all(&self.lines)?;
        self.lines.clear();
        self.out.flush()
    }
}

impl<W: Write + Send> Sink for JsonLines<W> {
    fn take(&mut self, event: &Event) -> Result<(), SinkError> {
        self.write(event).map_err(|error| SinkError {
            sink: self.name.clone(),
            reason: error.to_string(),
        })
    }
}
