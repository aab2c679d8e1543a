//! Refuses to expire an instance.
//!
//! The scene was left for later: its handler throws "not implemented", but for test calls.

use galleria_protocol::code;
use galleria_protocol::v1::Activity;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Knows no expiry.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        (call.activity == Some(Activity::ExpireInstance)).then_some(Refusal::Declined {
            code: code::INTERNAL_ERROR,
            message: "not implemented",
        })
    }
}
