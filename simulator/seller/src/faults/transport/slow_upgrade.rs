//! Answers every upgrade after six seconds.
//!
//! The upgrade resizes a database before it answers. It stays below the time limit, but not below
//! what the pages advise.

use std::time::Duration;

use galleria_protocol::v1::Activity;

use crate::Behaviour;
use crate::call::Call;

/// Takes six seconds for an upgrade.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn delay(&self, call: &Call) -> Duration {
        Duration::from_secs(if call.is_real(Activity::Upgrade) {
            6
        } else {
            0
        })
    }
}
