//! Renews, upgrades and unfreezes released instances.
//!
//! "Released" is a flag that only the release handler reads.

use galleria_protocol::v1::answer::Answer;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Handled;

/// Calls it done.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn released_instance(&self, _call: &Call) -> Handled {
        Ok(Answer::success())
    }
}
