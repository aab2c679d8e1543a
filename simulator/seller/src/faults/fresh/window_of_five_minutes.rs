//! Takes calls that are up to five minutes away.
//!
//! Other interfaces of the house allow so much, and the check was taken over from them.

use crate::Behaviour;
use crate::reading::WINDOW;

/// Compares with a window that is five times as wide.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_fresh(&self, age: i64) -> bool {
        age.abs() <= 5 * WINDOW
    }
}
