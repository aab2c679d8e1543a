//! Never answers the first expiry of an instance.
//!
//! The handler waits for a shutdown job that takes minutes, and only then answers. The repeat
//! finds the job done and is answered at once.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use galleria_protocol::v1::Activity;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::wire::Wire;

/// Leaves the first expiry of each instance without an answer.
#[derive(Debug, Default)]
pub(crate) struct Behaves {
    seen: Mutex<BTreeSet<String>>,
}

impl Behaviour for Behaves {
    fn wire(&self, call: &Call, outcome: &Outcome) -> Wire {
        let id = call.params.get("instanceId").unwrap_or_default().to_owned();
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if call.is_real(Activity::ExpireInstance) && outcome.is_success() && seen.insert(id) {
            Wire::Silence
        } else {
            Wire::AsIs
        }
    }
}
