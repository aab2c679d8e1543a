//! Answers a wrong V2 signature with HTTP 403 and a page.
//!
//! The check is a filter of the framework's, which speaks for browsers.

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
        if let Some(Refusal::Unauthenticated(Unauthentic::Signature)) = outcome.refusal {
            let page = "<!doctype html><title>403</title><h1>Forbidden</h1>";
            reply.become_page(call.seller.key(), StatusCode::FORBIDDEN, page);
        }
        reply
    }
}
