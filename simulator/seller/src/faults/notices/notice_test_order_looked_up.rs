//! Looks the order of a debug notice up, and refuses it because there is none.
//!
//! `testFlag` is not looked at, and the mock order is in no table.

use galleria_protocol::code;
use galleria_protocol::v1::answer::Answer;
use galleria_protocol::v2::request::OrderNotify;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::{Handled, Refusal};

/// Treats a test as the real thing.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn notice(&self, call: &Call, _: &OrderNotify, _known: bool) -> Handled {
        if !call.test {
            return Ok(Answer::success());
        }
        Err(Refusal::Declined {
            code: code::INVALID_PARAMETER,
            message: "the order does not exist",
        })
    }
}
