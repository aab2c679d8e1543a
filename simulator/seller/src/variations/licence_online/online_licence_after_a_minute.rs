//! Takes a minute to make a licence.
//!
//! The pages give no limit.

use std::time::Duration;

use crate::Behaviour;
use crate::licence::{LicenceBehaviour, Timing};

/// Is slow.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn timing(&self) -> Timing {
        Timing::Behind(Duration::from_mins(1))
    }
}
