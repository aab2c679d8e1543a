//! Says that a purchase is done, and never tells of its instance.
//!
//! newInstance answers 000000 as in V1; the query looks at a state that nobody sets.

use galleria_protocol::Api;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::app;
use crate::outcome::Handled;
use crate::store::Instance;

/// Answers purchases with 000000 and questions with 000004, for ever.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn queries_until_ready(&self, call: &Call) -> u32 {
        if call.api == Api::V2 { u32::MAX } else { 0 }
    }

    fn pending_purchase(&self, call: &Call, instance: &Instance) -> Handled {
        Ok(app::purchased(call, instance))
    }
}
