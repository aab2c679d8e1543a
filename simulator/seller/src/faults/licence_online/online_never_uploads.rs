//! Takes an application for a licence and uploads none.
//!
//! The queue that it is put into has no worker.

use crate::Behaviour;
use crate::licence::{LicenceBehaviour, Timing};

/// Uploads nothing.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn timing(&self) -> Timing {
        Timing::Never
    }
}
