//! Makes V2 instances behind its answer, and says so until they are ready.
//!
//! What the pages advise where opening an instance takes long.

use galleria_protocol::Api;

use crate::Behaviour;
use crate::call::Call;

/// Is ready at the third question.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn queries_until_ready(&self, call: &Call) -> u32 {
        u32::from(call.api == Api::V2) * 2
    }
}
