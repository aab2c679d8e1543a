//! Sends headers of its own.
//!
//! Gateways and frameworks add theirs: a server name, a trace id, a cookie.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::reply::Reply;

/// Adds three headers.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn finish(&self, _call: &Call, _outcome: &Outcome, mut reply: Reply) -> Reply {
        reply.set("server", "nginx/1.26.0");
        reply.set("x-trace-id", "4bf92f3577b34da6");
        reply.set("set-cookie", "JSESSIONID=0; Path=/; HttpOnly");
        reply
    }
}
