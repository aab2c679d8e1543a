//! Deletes a licence when its time is over.
//!
//! Expiry and release are one function. Who renews a week later has no licence any more.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use galleria_protocol::{Activity, Family};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;

/// Takes the end for the release.
#[derive(Debug, Default)]
pub(crate) struct Behaves {
    deleted: Mutex<BTreeSet<String>>,
}

impl Behaviour for Behaves {
    fn legible(&self, call: &Call) -> Result<(), Refusal> {
        let Some(id) = call.params.get("instanceId") else {
            return Ok(());
        };
        if call.test || call.family != Family::OldLicence {
            return Ok(());
        }
        let mut deleted = self.deleted.lock().unwrap_or_else(PoisonError::into_inner);
        if deleted.contains(id) {
            return Err(Refusal::UnknownInstance);
        }
        if call.activity == Some(Activity::ExpireInstance) {
            deleted.insert(id.to_owned());
        }
        Ok(())
    }
}
