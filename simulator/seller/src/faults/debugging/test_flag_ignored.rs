//! Takes test calls for real ones.
//!
//! The handling of tests was behind a switch, and the switch is off in production: a test purchase
//! makes an instance, and the form's instance does not exist.

use galleria_protocol::params::Params;

use crate::Behaviour;

/// Reads `testFlag` nowhere.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_test(&self, _params: &Params) -> bool {
        false
    }
}
