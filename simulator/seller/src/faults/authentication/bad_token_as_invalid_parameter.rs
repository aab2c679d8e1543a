//! Refuses a bad token as an invalid parameter, 000002.
//!
//! The token is validated with the other parameters, and they all share one code.

use galleria_protocol::code;
use galleria_protocol::v1::answer::Answer;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;

/// Answers 000002 for a token that does not fit.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn refusal(&self, _call: &Call, refusal: &Refusal) -> Answer {
        let code = match refusal {
            Refusal::Unauthenticated(_) => code::INVALID_PARAMETER,
            _ => refusal.code(),
        };
        Answer::refusal(code, refusal.to_string())
    }
}
