//! Refuses test renewals whose product id is empty.
//!
//! The product is looked up whenever the parameter is there, and an empty one is there.

use galleria_protocol::v1::Activity;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::test_call;
use crate::outcome::{Handled, Refusal};

/// Looks up an empty id.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn test_call(&self, call: &Call, request: &Request) -> Handled {
        let empty = call.params.get("productId").is_some_and(str::is_empty);
        if call.activity == Some(Activity::RefreshInstance) && empty {
            return Err(Refusal::MalformedParameter("productId"));
        }
        test_call::answer(call, request)
    }
}
