//! A run on disk: one event a line, in JSON, flushed as it happens.

mod again;
mod kept;
mod merge;
mod read;
mod sink;
mod write;

pub use again::{Again, AgainError, judge_again};
pub use kept::Kept;
pub use merge::{MergeError, merge, missing_shards};
pub use read::{RecordError, Recorded, read};
pub use sink::{Recorder, Sink, SinkError};
pub use write::JsonLines;
