//! Takes `testFlag=0` for a test.
//!
//! The page in Chinese says "absent: a real buyer"; so whatever is present is a test.

use galleria_protocol::params::Params;

use crate::Behaviour;

/// Asks whether the flag is there, not what it says.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_test(&self, params: &Params) -> bool {
        params.contains("testFlag")
    }
}
