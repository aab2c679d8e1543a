//! Freezes all instances of a customer when one of them expires.
//!
//! What expired is noted in the row of the customer. Each of the other instances is refused its
//! renewal until the expired one is renewed or released.

use std::collections::BTreeMap;

use galleria_protocol::Api;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::faults::notes::{Notes, declined};
use crate::outcome::Refusal;
use crate::store::Instance;

/// Notes expiries by the customer.
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
        let mut expired = self.0.open();
        let customer = &instance.customer_id;
        let own = expired.get(customer) == Some(&instance.id);
        match request {
            Request::ExpireInstance(_) => {
                expired.insert(customer.clone(), instance.id.clone());
            }
            Request::RefreshInstance(_) | Request::ReleaseInstance(_) if own => {
                expired.remove(customer);
            }
            Request::RefreshInstance(_) if expired.contains_key(customer) => {
                return Some(declined("the account is frozen"));
            }
            _ => {}
        }
        None
    }
}
