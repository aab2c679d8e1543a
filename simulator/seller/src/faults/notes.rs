//! What a fault remembers between calls, and how it refuses.

use std::sync::{Mutex, MutexGuard, PoisonError};

use galleria_protocol::code;

use crate::outcome::Refusal;

/// Notes of a seller that is wrong in what it remembers.
#[derive(Debug, Default)]
pub(super) struct Notes<T>(Mutex<T>);

impl<T> Notes<T> {
    /// Opens the notes.
    pub(super) fn open(&self) -> MutexGuard<'_, T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A refusal for a reason that is none.
pub(super) fn declined(message: &'static str) -> Refusal {
    Refusal::Declined {
        code: code::INVALID_PARAMETER,
        message,
    }
}
