//! Signs the answers to getLicense alone.
//!
//! The header is written by the handler of the purchase, not by what all handlers share.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use galleria_protocol::{Activity, Api, Family, body_sign};

/// Signs in one handler.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn body_sign(&self, call: &Call, _outcome: &Outcome, body: &[u8]) -> Option<String> {
        let forgotten =
            call.family == Family::OldLicence && call.is_real(Activity::RefreshInstance);
        let signed = call.api == Api::V1 && !forgotten;
        signed.then(|| body_sign::header_value(call.seller.key(), body))
    }
}
