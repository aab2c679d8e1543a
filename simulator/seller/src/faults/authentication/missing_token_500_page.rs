//! Crashes on a missing token.
//!
//! The parameter is read and decoded before anybody asks whether it is there.

use galleria_protocol::token::TokenError;
use http::StatusCode;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::{Outcome, Refusal};
use crate::reading::Unauthentic;
use crate::reply::Reply;

/// Sends the framework's error page.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn finish(&self, call: &Call, outcome: &Outcome, mut reply: Reply) -> Reply {
        if outcome.refusal
            == Some(Refusal::Unauthenticated(Unauthentic::Token(
                TokenError::Missing,
            )))
        {
            let page = "<!doctype html><title>500</title><h1>NullPointerException</h1>";
            reply.become_page(call.seller.key(), StatusCode::INTERNAL_SERVER_ERROR, page);
        }
        reply
    }
}
