//! Renews and expires instances that it never made.
//!
//! An UPDATE that finds no row is no error in SQL; nobody looks at the count.

use galleria_protocol::v1::Activity;
use galleria_protocol::v1::answer::Answer;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::{Handled, Refusal};

/// Takes an unknown id for done.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn unknown_instance(&self, call: &Call) -> Handled {
        match call.activity {
            Some(Activity::RefreshInstance | Activity::ExpireInstance) => Ok(Answer::success()),
            _ => Err(Refusal::UnknownInstance),
        }
    }
}
