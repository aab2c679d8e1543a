//! Answers success to the release of a licence that it never made.
//!
//! The row is deleted where there is one, and nobody asks whether there was.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::{Handled, Refusal};
use galleria_protocol::v1::answer::Answer;
use galleria_protocol::{Activity, Family};

/// Deletes what there is.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn unknown_instance(&self, call: &Call) -> Handled {
        let release = call.is_real(Activity::ReleaseInstance);
        if release && call.family == Family::OldLicence {
            return Ok(Answer::success());
        }
        Err(Refusal::UnknownInstance)
    }
}
