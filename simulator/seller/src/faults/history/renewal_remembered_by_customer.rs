//! Refuses the retry of a renewal once another instance of the customer was renewed.
//!
//! The last renewal is kept in the row of the customer, who had one instance when that was
//! written.

use std::collections::BTreeMap;

use galleria_protocol::Api;
use galleria_protocol::v1::answer::Answer;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::faults::notes::{Notes, declined};
use crate::outcome::{Handled, Refusal};
use crate::store::Instance;

/// Has a column in the customer's row.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Notes<BTreeMap<String, String>>);

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        request: &Request,
        instance: Option<&Instance>,
    ) -> Option<Refusal> {
        if let (Request::RefreshInstance(renewal), Some(instance), Api::V1) =
            (request, instance, call.api)
            && !instance.applied.contains(&renewal.order_id)
        {
            let (customer, id) = (instance.customer_id.clone(), instance.id.clone());
            self.0.open().insert(customer, id);
        }
        None
    }

    fn repeated_renewal(&self, _call: &Call, instance: &Instance) -> Handled {
        let last = self.0.open().get(&instance.customer_id).cloned();
        if last.is_some_and(|last| last != instance.id) {
            return Err(declined("the instance does not end there"));
        }
        Ok(Answer::success())
    }
}
