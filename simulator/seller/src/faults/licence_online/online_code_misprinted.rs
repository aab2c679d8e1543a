//! Answers an application with 0000004, as a page misprints it.
//!
//! The code was copied from the table of newInstance.

use galleria_protocol::v1::answer::Answer;

use crate::Behaviour;
use crate::call::Call;
use crate::licence::LicenceBehaviour;
use crate::outcome::Handled;

/// Has a zero too many.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn taken(&self, _call: &Call) -> Handled {
        Ok(Answer::refusal("0000004", "the licence is being made"))
    }
}
