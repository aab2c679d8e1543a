//! Refuses an unknown activity with a code that no page lists.
//!
//! The engineer had no code for "not found" and thought of HTTP's.

use galleria_protocol::v1::answer::Answer;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;

/// Answers 000404.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn refusal(&self, _call: &Call, refusal: &Refusal) -> Answer {
        let code = match refusal {
            Refusal::UnknownActivity => "000404",
            _ => refusal.code(),
        };
        Answer::refusal(code, refusal.to_string())
    }
}
