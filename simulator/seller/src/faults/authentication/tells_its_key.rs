//! Refuses a forged call and tells the access key with which it looked.
//!
//! The exception's text holds the arguments of the method that failed, and the handler passes it on.

use galleria_protocol::v1::answer::Answer;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;

/// Prints the key.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn refusal(&self, call: &Call, refusal: &Refusal) -> Answer {
        let message = match refusal {
            Refusal::Unauthenticated(_) => {
                let key = call.seller.key();
                format!("check(accessKey={}): {refusal}", key.expose())
            }
            _ => refusal.to_string(),
        };
        Answer::refusal(refusal.code(), message)
    }
}
