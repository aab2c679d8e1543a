//! Refuses purchases of the debug step.
//!
//! A test must not make anything, so the handler says no. The debug step wants to hear yes.

use galleria_protocol::code;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::test_call;
use crate::outcome::{Handled, Refusal};

/// Refuses what it must not do.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn test_call(&self, call: &Call, request: &Request) -> Handled {
        match request {
            Request::NewInstance(_) => Err(Refusal::Declined {
                code: code::INVALID_PARAMETER,
                message: "no purchases in test mode",
            }),
            _ => test_call::answer(call, request),
        }
    }
}
