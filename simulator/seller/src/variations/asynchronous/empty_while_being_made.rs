//! Answers questions for V2 instances that are being made with success and an empty list.
//!
//! Which code it is the pages do not say.

use galleria_protocol::Api;
use galleria_protocol::v1::answer::Answer;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Handled;

/// Tells of finished instances alone.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn queries_until_ready(&self, call: &Call) -> u32 {
        u32::from(call.api == Api::V2) * 2
    }

    fn pending_query(&self, _: &Call) -> Handled {
        let mut answer = Answer::success();
        answer.info = Some(Vec::new());
        Ok(answer)
    }
}
