//! Refuses every V2 call that it does not trust with 000001.
//!
//! The vendor's sample answers 000002 where timestamp or nonce are at fault; the tables know one code for
//! all of authentication.

use galleria_protocol::code;
use galleria_protocol::v1::answer::Answer;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;

/// Answers one code for all of them.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn refusal(&self, _: &Call, refusal: &Refusal) -> Answer {
        let code = match refusal {
            Refusal::Unauthenticated(_) => code::AUTHENTICATION_FAILED,
            other => other.code(),
        };
        Answer::refusal(code, refusal.to_string())
    }
}
