//! Refuses a missing parameter as an internal error, 000005.
//!
//! The null value travels on until something throws.

use galleria_protocol::code;
use galleria_protocol::v1::answer::Answer;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;

/// Answers 000005 for a missing parameter.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn refusal(&self, _call: &Call, refusal: &Refusal) -> Answer {
        let code = match refusal {
            Refusal::MissingParameter(_) => code::INTERNAL_ERROR,
            _ => refusal.code(),
        };
        Answer::refusal(code, refusal.to_string())
    }
}
