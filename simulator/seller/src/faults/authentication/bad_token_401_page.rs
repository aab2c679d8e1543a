//! Answers a wrong token with HTTP 401 and a page.
//!
//! The framework's security filter stands in front of the handler and speaks for browsers.

use galleria_protocol::token::TokenError;
use http::StatusCode;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::{Outcome, Refusal};
use crate::reading::Unauthentic;
use crate::reply::Reply;

/// Sends the filter's page.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn finish(&self, call: &Call, outcome: &Outcome, mut reply: Reply) -> Reply {
        if outcome.refusal
            == Some(Refusal::Unauthenticated(Unauthentic::Token(
                TokenError::Mismatch,
            )))
        {
            let page = "<!doctype html><title>401</title><h1>Unauthorized</h1>";
            reply.become_page(call.seller.key(), StatusCode::UNAUTHORIZED, page);
        }
        reply
    }
}
