//! Upgrades released instances.
//!
//! The upgrade looks its order up and writes the new size to whatever row has the id.

use galleria_protocol::v1::Activity;
use galleria_protocol::v1::answer::Answer;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::{Handled, Refusal};

/// Does not look whether it is gone.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn released_instance(&self, call: &Call) -> Handled {
        match call.activity {
            Some(Activity::Upgrade) => Ok(Answer::success()),
            _ => Err(Refusal::UnknownInstance),
        }
    }
}
