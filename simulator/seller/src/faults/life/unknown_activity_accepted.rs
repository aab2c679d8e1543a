//! Takes an activity that does not exist for done.
//!
//! A chain of `if` without a last `else`: whatever is not known falls through to "success".

use galleria_protocol::v1::answer::Answer;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Handled;

/// Calls it done.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn unknown_activity(&self, _call: &Call) -> Handled {
        Ok(Answer::success())
    }
}
