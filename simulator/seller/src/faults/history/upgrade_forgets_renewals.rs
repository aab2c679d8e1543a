//! Refuses the retry of a renewal behind an upgrade.
//!
//! An upgrade writes the row of the instance anew, without the renewals that it had. The retry of
//! one looks like a renewal from an end that has passed.

use std::collections::BTreeSet;

use galleria_protocol::v1::answer::Answer;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::faults::notes::{Notes, declined};
use crate::outcome::{Handled, Refusal};
use crate::store::Instance;

/// Writes rows anew.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Notes<BTreeSet<String>>);

impl Behaviour for Behaves {
    fn objection(
        &self,
        _call: &Call,
        request: &Request,
        instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let instance = instance.filter(|_| matches!(request, Request::Upgrade(_)))?;
        self.0.open().extend(instance.applied.iter().cloned());
        None
    }

    fn repeated_renewal(&self, call: &Call, _instance: &Instance) -> Handled {
        let order = call.params.get("orderId").unwrap_or_default();
        if self.0.open().contains(order) {
            return Err(declined("the instance does not end there"));
        }
        Ok(Answer::success())
    }
}
