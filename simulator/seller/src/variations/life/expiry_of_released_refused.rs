//! Refuses the expiry of a released instance.
//!
//! What is gone cannot expire. The pages are silent about it.

use galleria_protocol::v1::answer::Answer;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::{Handled, Refusal};
use crate::store::Instance;

/// Says that there is no such instance.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn repeated_expiry(&self, _call: &Call, instance: &Instance) -> Handled {
        if instance.condition.released {
            return Err(Refusal::UnknownInstance);
        }
        Ok(Answer::success())
    }
}
