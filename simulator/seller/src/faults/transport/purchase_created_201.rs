//! Answers a successful purchase with HTTP 201.
//!
//! A framework's default for "something was created". It is a success for everybody but the
//! marketplace, which knows 200 only.

use galleria_protocol::v1::Activity;
use http::StatusCode;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Answers 201 for a new instance.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn status(&self, call: &Call, outcome: &Outcome) -> StatusCode {
        if call.is_real(Activity::NewInstance) && outcome.is_success() {
            StatusCode::CREATED
        } else {
            StatusCode::OK
        }
    }
}
