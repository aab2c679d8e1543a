//! A run on disk: one event a line, in JSON, flushed as it happens.

mod read;
mod sink;
mod write;

pub use read::{RecordError, Recorded, read};
pub use sink::{Recorder, Sink, SinkError};
pub use write::JsonLines;
