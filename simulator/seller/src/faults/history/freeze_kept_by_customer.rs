//! Refuses to freeze a second instance of a customer.
//!
//! The freeze is a flag of the account, which is set already.

use std::collections::BTreeMap;

use galleria_protocol::Api;
use galleria_protocol::v1::request::{Request, Status};

use crate::Behaviour;
use crate::call::Call;
use crate::faults::notes::{Notes, declined};
use crate::outcome::Refusal;
use crate::store::Instance;

/// Freezes accounts.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Notes<BTreeMap<String, String>>);

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        request: &Request,
        instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let instance = instance.filter(|_| call.api == Api::V1)?;
        let Request::InstanceStatus(status) = request else {
            return None;
        };
        let (customer, id) = (&instance.customer_id, &instance.id);
        let mut frozen = self.0.open();
        if status.instance_status != Status::Freeze {
            frozen.remove(customer);
            return None;
        }
        let by = frozen.entry(customer.clone()).or_insert_with(|| id.clone());
        (by != id).then(|| declined("the account is frozen"))
    }
}
