//! Answers an activity that does not exist with status 400.
//!
//! The framework maps the parameter to an enum, and calls the request bad where that fails.

use http::StatusCode;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::{Outcome, Refusal};
use crate::reply::Reply;

/// Sends the framework's error page.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn finish(&self, call: &Call, outcome: &Outcome, mut reply: Reply) -> Reply {
        if outcome.refusal == Some(Refusal::UnknownActivity) {
            let page = "<!doctype html><title>400</title><h1>Bad Request</h1>";
            reply.become_page(call.seller.key(), StatusCode::BAD_REQUEST, page);
        }
        reply
    }
}
