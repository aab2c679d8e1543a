//! Still signs its answers to V2 calls.
//!
//! The pages demanded it until 2024 and do not speak of it any more.

use galleria_protocol::body_sign;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Sends Body-Sign with every answer.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn body_sign(&self, call: &Call, _: &Outcome, body: &[u8]) -> Option<String> {
        Some(body_sign::header_value(call.seller.key(), body))
    }
}
