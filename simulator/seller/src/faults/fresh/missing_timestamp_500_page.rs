//! Crashes on a V2 call that lacks its timestamp or its nonce.
//!
//! `Long.parseLong(null)` throws, and nobody thought of calls that are not the platform's.

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
        if let Some(Refusal::Unauthenticated(Unauthentic::Parameter(_))) = outcome.refusal {
            let page = "<!doctype html><title>500</title><h1>NumberFormatException</h1>";
            reply.become_page(call.seller.key(), StatusCode::INTERNAL_SERVER_ERROR, page);
        }
        reply
    }
}
