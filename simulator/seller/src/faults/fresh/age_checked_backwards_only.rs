//! Takes calls from the future.
//!
//! `now - timestamp <= 60000`, as the vendor's sample has it: ahead of now the difference is negative.

use crate::Behaviour;
use crate::reading::WINDOW;

/// Compares to one side.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_fresh(&self, age: i64) -> bool {
        age <= WINDOW
    }
}
