//! Refuses an unknown instance as an internal error, 000005.
//!
//! The look-up throws, and whatever is thrown ends in the handler for everything else.

use galleria_protocol::code;
use galleria_protocol::v1::answer::Answer;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;

/// Answers 000005 for an unknown id.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn refusal(&self, _call: &Call, refusal: &Refusal) -> Answer {
        let code = match refusal {
            Refusal::UnknownInstance => code::INTERNAL_ERROR,
            _ => refusal.code(),
        };
        Answer::refusal(code, refusal.to_string())
    }
}
