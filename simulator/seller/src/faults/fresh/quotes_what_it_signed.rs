//! Refuses every V2 signature and quotes the text that it signed itself, with the body's digest in capitals.
//!
//! `%X` writes capitals. The text, key and all, is shown while the interface is being debugged.

use galleria_protocol::params::Reading;
use galleria_protocol::signed_call::Claim;
use galleria_protocol::v1::answer::Answer;
use galleria_protocol::{Api, Key, query_signature};

use crate::Behaviour;
use crate::call::Call;
use crate::faults::mac;
use crate::outcome::Refusal;

/// Writes the inner digest in capitals.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_signed(&self, key: &Key, given: &Claim, body: &[u8]) -> bool {
        mac::fits(key, &text(key, given, body), &given.signature)
    }

    fn refusal(&self, call: &Call, refusal: &Refusal) -> Answer {
        let claim = query_signature::claim(&call.query, Reading::Form);
        let message = match (refusal, claim) {
            (Refusal::Unauthenticated(_), Ok(claim)) if call.api == Api::V2 => {
                format!("signed: {}", text(call.seller.key(), &claim, &call.body))
            }
            _ => refusal.to_string(),
        };
        Answer::refusal(refusal.code(), message)
    }
}

fn text(key: &Key, claim: &Claim, body: &[u8]) -> String {
    let digest = query_signature::body_digest(key, body).to_uppercase();
    [key.expose(), &claim.nonce, &claim.timestamp, &digest].concat()
}
