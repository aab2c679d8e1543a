//! Refuses a forged call and says which token it would have taken.
//!
//! The message helped to find a mistake in signing, and went live with the rest.

use galleria_protocol::params::{Params, Reading};
use galleria_protocol::token;
use galleria_protocol::v1::answer::Answer;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::reading::Unauthentic;

/// Quotes the right token.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn refusal(&self, call: &Call, refusal: &Refusal) -> Answer {
        let message = match refusal {
            Refusal::Unauthenticated(Unauthentic::Token(_)) => {
                let mut params = Params::parse(&call.query, Reading::Form);
                params.remove(token::PARAMETER);
                let expected = token::sign(call.seller.key(), &params);
                format!("authToken differs, expected {expected}")
            }
            _ => refusal.to_string(),
        };
        Answer::refusal(refusal.code(), message)
    }
}
