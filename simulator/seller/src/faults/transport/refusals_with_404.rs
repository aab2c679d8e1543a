//! Refuses with HTTP 404, though the body says why and is signed.
//!
//! The engineer maps business errors to REST statuses. The marketplace counts every status but 200
//! as a failed call and never reads the code.

use http::StatusCode;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Answers 404 where it refuses an authentic call.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn status(&self, _call: &Call, outcome: &Outcome) -> StatusCode {
        if outcome.is_success() || outcome.is_unauthenticated() {
            StatusCode::OK
        } else {
            StatusCode::NOT_FOUND
        }
    }
}
