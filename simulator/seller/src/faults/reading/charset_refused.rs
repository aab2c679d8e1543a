//! Answers HTTP 415 where the content type of a call has a charset.
//!
//! The route compares the header with `application/json`; the platform adds `;charset=utf8`.

use galleria_protocol::Api;
use http::StatusCode;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::reply::Reply;

/// Compares the whole header.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn finish(&self, call: &Call, _: &Outcome, mut reply: Reply) -> Reply {
        if call.api == Api::V2 && call.content_type != "application/json" {
            let page = "<!doctype html><title>415</title><h1>Unsupported Media Type</h1>";
            reply.become_page(call.seller.key(), StatusCode::UNSUPPORTED_MEDIA_TYPE, page);
        }
        reply
    }
}
