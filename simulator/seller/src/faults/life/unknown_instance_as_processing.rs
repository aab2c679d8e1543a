//! Refuses an unknown instance as being processed, 000004.
//!
//! "Not there" is taken for "not there yet". The marketplace will ask again and again.

use galleria_protocol::code;
use galleria_protocol::v1::answer::Answer;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;

/// Answers 000004 for an unknown id.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn refusal(&self, _call: &Call, refusal: &Refusal) -> Answer {
        let code = match refusal {
            Refusal::UnknownInstance => code::PROCESSING,
            _ => refusal.code(),
        };
        Answer::refusal(code, refusal.to_string())
    }
}
