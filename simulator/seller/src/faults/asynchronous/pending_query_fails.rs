//! Knows no instance that is not ready.
//!
//! Queries look among the finished instances. Until the work is done they answer 000003.

use galleria_protocol::Api;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::{Handled, Refusal};

/// Refuses the question.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn queries_until_ready(&self, call: &Call) -> u32 {
        u32::from(call.api == Api::V2) * 2
    }

    fn pending_query(&self, _: &Call) -> Handled {
        Err(Refusal::UnknownInstance)
    }
}
