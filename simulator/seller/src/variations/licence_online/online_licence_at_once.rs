//! Uploads a licence before it answers the application.
//!
//! The answer is 000000 then.

use galleria_protocol::v1::answer::Answer;

use crate::Behaviour;
use crate::call::Call;
use crate::licence::{LicenceBehaviour, Timing};
use crate::outcome::Handled;

/// Takes no time.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn taken(&self, _call: &Call) -> Handled {
        Ok(Answer::success())
    }

    fn timing(&self) -> Timing {
        Timing::Before
    }
}
