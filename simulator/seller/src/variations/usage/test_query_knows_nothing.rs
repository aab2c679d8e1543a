//! Answers a query of the debug step with an empty list.
//!
//! The instance of the form does not exist, and the call succeeds all the same.

use galleria_protocol::v1::answer::Answer;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::test_call;
use crate::outcome::Handled;

/// Finds nothing, successfully.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn test_call(&self, call: &Call, request: &Request) -> Handled {
        match request {
            Request::QueryInstance(_) => Ok(Answer {
                info: Some(Vec::new()),
                ..Answer::success()
            }),
            _ => test_call::answer(call, request),
        }
    }
}
