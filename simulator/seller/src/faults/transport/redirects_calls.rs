//! Redirects every authentic call to another address.
//!
//! The site moved, or a filter adds a trailing slash. Browsers follow a redirect and nobody
//! notices; the marketplace does not follow.

use http::StatusCode;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::reply::Reply;

/// Answers 302 with the new address.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn finish(&self, call: &Call, outcome: &Outcome, mut reply: Reply) -> Reply {
        if !outcome.is_unauthenticated() {
            reply.status = StatusCode::FOUND;
            reply.set(
                "location",
                &format!("{}{}/", call.seller.site(), call.seller.path()),
            );
        }
        reply
    }
}
