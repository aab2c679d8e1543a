//! Looks for the instances of test calls, and finds none.
//!
//! `testFlag` is read nowhere. The debug step passed while the engineer had made an instance of
//! that id by hand; the dial test a month later did not.

use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::test_call;
use crate::outcome::{Handled, Refusal};

/// Takes test calls for real ones, but for purchases.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn test_call(&self, call: &Call, request: &Request) -> Handled {
        match request {
            Request::NewInstance(_) => test_call::answer(call, request),
            _ => Err(Refusal::UnknownInstance),
        }
    }
}
