//! Answers every POST with HTTP 405.
//!
//! The handler is mapped to GET, which V1 uses; the product is new, and its calls are POST.

use galleria_protocol::Api;
use http::StatusCode;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::reply::Reply;

/// Takes GET alone.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn finish(&self, call: &Call, _: &Outcome, mut reply: Reply) -> Reply {
        if call.api == Api::V2 {
            let page = "<!doctype html><title>405</title><h1>Method Not Allowed</h1>";
            reply.become_page(call.seller.key(), StatusCode::METHOD_NOT_ALLOWED, page);
        }
        reply
    }
}
