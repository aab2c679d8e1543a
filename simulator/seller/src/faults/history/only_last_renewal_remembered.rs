//! Refuses the retry of a renewal behind the next one.
//!
//! There is one column for the order of a renewal.

use std::collections::BTreeMap;

use galleria_protocol::v1::answer::Answer;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::faults::notes::{Notes, declined};
use crate::outcome::{Handled, Refusal};
use crate::store::Instance;

/// Has one column.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Notes<BTreeMap<String, String>>);

impl Behaviour for Behaves {
    fn objection(
        &self,
        _call: &Call,
        request: &Request,
        instance: Option<&Instance>,
    ) -> Option<Refusal> {
        if let (Request::RefreshInstance(renewal), Some(instance)) = (request, instance)
            && !instance.applied.contains(&renewal.order_id)
        {
            let order = renewal.order_id.clone();
            self.0.open().insert(instance.id.clone(), order);
        }
        None
    }

    fn repeated_renewal(&self, call: &Call, instance: &Instance) -> Handled {
        let last = self.0.open().get(&instance.id).cloned();
        if last.as_deref() != call.params.get("orderId") {
            return Err(declined("the instance does not end there"));
        }
        Ok(Answer::success())
    }
}
