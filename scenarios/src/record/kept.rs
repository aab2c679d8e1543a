//! Events in memory.

use std::sync::{Arc, Mutex, PoisonError};

use super::sink::{Sink, SinkError};
use crate::event::Event;

/// Keeps every event. Clones share them: the recorder gets one, and another hands them out.
#[derive(Clone, Debug, Default)]
pub struct Kept(Arc<Mutex<Vec<Event>>>);

impl Kept {
    /// The events so far, which leaves none behind.
    pub fn take_events(&self) -> Vec<Event> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Sink for Kept {
    fn take(&mut self, event: &Event) -> Result<(), SinkError> {
        let mut events = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        events.push(event.clone());
        Ok(())
    }
}
