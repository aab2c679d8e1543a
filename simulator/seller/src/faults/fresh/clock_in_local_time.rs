//! Reads its own clock in China's time and takes it for UTC.
//!
//! `LocalDateTime.now().toInstant(ZoneOffset.UTC)`: every call seems to be eight hours old.

use crate::Behaviour;
use crate::reading::WINDOW;

/// Is eight hours ahead.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_fresh(&self, age: i64) -> bool {
        (age + 8 * 3_600_000).abs() <= WINDOW
    }
}
