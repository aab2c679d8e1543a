//! No text that a reader may see is missing in a catalogue, and no text there is stale.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod faults;
mod sources;
mod texts;
