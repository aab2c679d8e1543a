//! Never tells that an instance is ready.
//!
//! The worker makes the instance and writes its state where the query does not look.

use galleria_protocol::Api;

use crate::Behaviour;
use crate::call::Call;

/// Makes instances for ever.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn queries_until_ready(&self, call: &Call) -> u32 {
        if call.api == Api::V2 { u32::MAX } else { 0 }
    }
}
