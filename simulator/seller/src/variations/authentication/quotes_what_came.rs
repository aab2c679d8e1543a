//! Says which token came, and over which parameters, where it does not fit.
//!
//! It tells nothing that the caller did not know.

use galleria_protocol::v1::answer::Answer;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;

/// Sends back what came.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn refusal(&self, call: &Call, refusal: &Refusal) -> Answer {
        let message = match refusal {
            Refusal::Unauthenticated(_) => {
                let start: String = call.query.chars().take(150).collect();
                format!("does not fit: {start}")
            }
            _ => refusal.to_string(),
        };
        Answer::refusal(refusal.code(), message)
    }
}
