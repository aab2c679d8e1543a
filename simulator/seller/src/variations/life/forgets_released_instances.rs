//! Answers success for the release of an instance that it does not know.
//!
//! Its records are deleted with the instance, so a repeated release meets nothing: it has to
//! succeed.

use galleria_protocol::v1::Activity;
use galleria_protocol::v1::answer::Answer;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::{Handled, Refusal};

/// Takes any release for done.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn unknown_instance(&self, call: &Call) -> Handled {
        match call.activity {
            Some(Activity::ReleaseInstance) => Ok(Answer::success()),
            _ => Err(Refusal::UnknownInstance),
        }
    }
}
