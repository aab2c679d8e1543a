//! Refuses a test call that names an instance which a customer uses.
//!
//! Whoever fills the debug step's form with a real id has made a mistake.

use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::test_call;
use crate::outcome::{Handled, Refusal};

/// Keeps tests away from customers.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn test_call(&self, call: &Call, request: &Request) -> Handled {
        let named = call.params.get("instanceId").unwrap_or_default();
        if call.seller.store().find(named).is_some() {
            return Err(Refusal::MalformedParameter("instanceId"));
        }
        test_call::answer(call, request)
    }
}
