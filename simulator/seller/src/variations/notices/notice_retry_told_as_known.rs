//! Says in the message that it knew of the order already.
//!
//! The code is what counts.

use galleria_protocol::v1::answer::Answer;
use galleria_protocol::v2::request::OrderNotify;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Handled;

/// Words a further notice's answer otherwise.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn notice(&self, _: &Call, _: &OrderNotify, known: bool) -> Handled {
        let message = if known {
            "the order is known already"
        } else {
            "the order is noted"
        };
        Ok(Answer {
            result_msg: Some(message.to_owned()),
            ..Answer::success()
        })
    }
}
