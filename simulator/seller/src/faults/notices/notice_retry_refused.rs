//! Refuses a notice of an order that it has written down.
//!
//! The order is unique in the table, and the exception becomes the answer.

use galleria_protocol::code;
use galleria_protocol::v1::answer::Answer;
use galleria_protocol::v2::request::OrderNotify;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::{Handled, Refusal};

/// Answers with the exception.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn notice(&self, _: &Call, _: &OrderNotify, known: bool) -> Handled {
        if !known {
            return Ok(Answer::success());
        }
        Err(Refusal::Declined {
            code: code::INTERNAL_ERROR,
            message: "the order exists already",
        })
    }
}
