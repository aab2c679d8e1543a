//! Refuses calls of the debug step that carry an amount.
//!
//! Nothing is paid in a test, so an amount must be somebody's mistake. The form sends one.

use galleria_protocol::code;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::test_call;
use crate::outcome::{Handled, Refusal};

/// Wants tests to be free of charge.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn test_call(&self, call: &Call, request: &Request) -> Handled {
        if call.params.contains("orderAmount") {
            return Err(Refusal::Declined {
                code: code::INVALID_PARAMETER,
                message: "a test has no amount",
            });
        }
        test_call::answer(call, request)
    }
}
