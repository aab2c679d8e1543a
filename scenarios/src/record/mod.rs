//! A run on disk: one event a line, in JSON, flushed as it happens.

mod kept;
mod read;
mod sink;
mod write;

pub use kept::Kept;
pub use read::{RecordError, Recorded, read};
pub use sink::{Recorder, Sink, SinkError};
pub use write::JsonLines;
