//! Crashes on every upgrade.
//!
//! The products cannot be upgraded, so nobody ever tried the half-written handler.

use galleria_protocol::Activity;
use http::StatusCode;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::reply::Reply;

/// Sends the framework's error page.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn finish(&self, call: &Call, outcome: &Outcome, mut reply: Reply) -> Reply {
        if call.activity == Some(Activity::Upgrade) && !outcome.is_unauthenticated() {
            let page = "<!doctype html><title>500</title><h1>NullPointerException</h1>";
            reply.become_page(call.seller.key(), StatusCode::INTERNAL_SERVER_ERROR, page);
        }
        reply
    }
}
