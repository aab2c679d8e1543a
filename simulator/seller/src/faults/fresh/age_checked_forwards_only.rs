//! Takes calls that are any time old.
//!
//! `timestamp - now <= 60000`: the difference was taken the wrong way round, and of an old call it is
//! negative.

use crate::Behaviour;
use crate::reading::WINDOW;

/// Compares to the other side.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_fresh(&self, age: i64) -> bool {
        age >= -WINDOW
    }
}
