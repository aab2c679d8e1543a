//! Takes calls that lack a mandatory parameter.
//!
//! The handlers read what they need and never validate the rest.

use galleria_protocol::v1::Activity;
use galleria_protocol::v1::answer::Answer;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::{Handled, Refusal};

/// Calls it done, but for purchases.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn missing_parameter(&self, call: &Call, name: &'static str) -> Handled {
        match call.activity {
            Some(Activity::NewInstance) => Err(Refusal::MissingParameter(name)),
            _ => Ok(Answer::success()),
        }
    }
}
