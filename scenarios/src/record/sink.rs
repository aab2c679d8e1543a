//! Where events go. A sink that fails does not silence the others.

use crate::event::Event;

/// Something that takes events in.
pub trait Sink: Send {
    /// Takes one event.
    fn take(&mut self, event: &Event) -> Result<(), SinkError>;
}

/// A sink could not take an event; it gets no further ones.
#[derive(Debug, thiserror::Error)]
#[error("{sink}: {reason}")]
pub struct SinkError {
    /// Which sink, for people.
    pub sink: String,
    /// What went wrong.
    pub reason: String,
}

/// Hands each event to every sink.
#[derive(Default)]
pub struct Recorder {
    sinks: Vec<Box<dyn Sink>>,
    failures: Vec<SinkError>,
}

impl std::fmt::Debug for Recorder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Recorder")
            .field("sinks", &self.sinks.len())
            .finish_non_exhaustive()
    }
}

impl Recorder {
    /// A recorder with these sinks.
    pub fn new(sinks: Vec<Box<dyn Sink>>) -> Self {
        Self {
            sinks,
            failures: Vec::new(),
        }
    }

    /// Hands the event on. A sink that fails is dropped and its error kept.
    pub fn record(&mut self, event: &Event) {
        let failures = &mut self.failures;
        self.sinks.retain_mut(|sink| match sink.take(event) {
            Ok(()) => true,
            Err(error) => {
                failures.push(error);
                false
            }
        });
    }

    /// The errors of the sinks that failed.
    pub fn into_failures(self) -> Vec<SinkError> {
        self.failures
    }
}
