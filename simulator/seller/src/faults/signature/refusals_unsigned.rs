//! Sends refusals without Body-Sign.
//!
//! Signing lives in the ordinary way out; the exception handler writes its answer around it.

use galleria_protocol::body_sign;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Signs successes only.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn body_sign(&self, call: &Call, outcome: &Outcome, body: &[u8]) -> Option<String> {
        outcome
            .is_success()
            .then(|| body_sign::header_value(call.seller.key(), body))
    }
}
