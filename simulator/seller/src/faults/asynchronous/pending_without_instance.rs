//! Answers that an instance is being made without saying which.
//!
//! The order goes into a queue; the id comes with the finished work.

use galleria_protocol::Api;
use galleria_protocol::code;
use galleria_protocol::v1::answer::Answer;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Handled;
use crate::store::Instance;

/// Answers 000004 and no id.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn queries_until_ready(&self, call: &Call) -> u32 {
        u32::from(call.api == Api::V2) * 2
    }

    fn pending_purchase(&self, _: &Call, _: &Instance) -> Handled {
        Ok(Answer::refusal(
            code::PROCESSING,
            "the instance is being made",
        ))
    }
}
