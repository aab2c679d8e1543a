//! Refuses a forged V2 call and says which signature it would have taken.
//!
//! The message helped to find a mistake in signing, and went live with the rest.

use galleria_protocol::params::{Params, Reading};
use galleria_protocol::query_signature::{self, NONCE, TIMESTAMP};
use galleria_protocol::v1::answer::Answer;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::reading::Unauthentic;

/// Quotes the right signature.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn refusal(&self, call: &Call, refusal: &Refusal) -> Answer {
        let message = match refusal {
            Refusal::Unauthenticated(Unauthentic::Signature) => {
                let params = Params::parse(&call.query, Reading::Form);
                let part = |name| params.get(name).unwrap_or_default();
                let key = call.seller.key();
                let expected = query_signature::sign(key, part(NONCE), part(TIMESTAMP), &call.body);
                format!("signature differs, expected {}", expected.to_uppercase())
            }
            _ => refusal.to_string(),
        };
        Answer::refusal(refusal.code(), message)
    }
}
