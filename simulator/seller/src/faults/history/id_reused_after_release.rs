//! Gives the id of a released instance to the next order of the same customer.
//!
//! Ids come from a pool of places on a machine, and a place that is free again is let again. What
//! still knows the old instance by its id then means the new one.

use std::collections::BTreeMap;

use galleria_protocol::Api;
use galleria_protocol::v1::request::{NewInstance, Request};

use crate::Behaviour;
use crate::call::Call;
use crate::faults::notes::Notes;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Lets places.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Notes<BTreeMap<String, Vec<String>>>);

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        request: &Request,
        instance: Option<&Instance>,
    ) -> Option<Refusal> {
        if let (Request::ReleaseInstance(_), Some(instance), Api::V1) =
            (request, instance, call.api)
        {
            let mut free = self.0.open();
            let of_customer = free.entry(instance.customer_id.clone()).or_default();
            of_customer.push(instance.id.clone());
        }
        None
    }

    fn instance_id(&self, _call: &Call, purchase: &NewInstance) -> String {
        let mut free = self.0.open();
        let of_customer = free.get_mut(&purchase.customer_id);
        let id = of_customer.and_then(Vec::pop);
        id.unwrap_or_else(|| purchase.business_id.clone())
    }
}
