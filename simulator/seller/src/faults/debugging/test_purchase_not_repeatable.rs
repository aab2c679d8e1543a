//! Refuses the second test purchase of an order.
//!
//! The test order is written down like a real one, but its repeat is not answered like one.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use galleria_protocol::code;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::test_call;
use crate::outcome::{Handled, Refusal};

/// Takes each test order once.
#[derive(Debug, Default)]
pub(crate) struct Behaves {
    seen: Mutex<BTreeSet<String>>,
}

impl Behaviour for Behaves {
    fn test_call(&self, call: &Call, request: &Request) -> Handled {
        let Request::NewInstance(purchase) = request else {
            return test_call::answer(call, request);
        };
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.insert(purchase.order_id.clone()) {
            test_call::answer(call, request)
        } else {
            Err(Refusal::Declined {
                code: code::INTERNAL_ERROR,
                message: "the order exists",
            })
        }
    }
}
