//! Sends headers more than once, and those that keep answers out of caches.
//!
//! Spring answers with three lines `Vary`, Express with an ETag, PHP with a version.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::reply::Reply;

/// Adds what frameworks add.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn finish(&self, _call: &Call, _outcome: &Outcome, mut reply: Reply) -> Reply {
        for value in ["Origin", "Access-Control-Request-Method", "Accept-Encoding"] {
            reply.append("vary", value);
        }
        reply.set(
            "cache-control",
            "no-cache, no-store, max-age=0, must-revalidate",
        );
        reply.set("expires", "0");
        reply.set("etag", "W/\"2f-7b1Qf\"");
        reply.set("x-powered-by", "PHP/8.3.6");
        reply.set("keep-alive", "timeout=5");
        reply
    }
}
