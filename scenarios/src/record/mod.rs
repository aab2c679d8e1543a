//! A run on disk: one event a line, in JSON, flushed as it happens.

mod kept;
mod merge;
mod read;
mod sink;
mod write;

pub use kept::Kept;
pub use merge::{MergeError, merge};
pub use read::{RecordError, Recorded, read};
pub use sink::{Recorder, Sink, SinkError};
pub use write::JsonLines;
