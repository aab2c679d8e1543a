//! From a call of the gateway to an answer.

use axum::response::Response;
use bytes::Bytes;
use galleria_protocol::gateway::usage::Metered;
use galleria_protocol::gateway::{CUSTOMER_ID, CUSTOMER_NAME};
use http::header::AUTHORIZATION;
use http::request::Parts;
use serde_json::Value;

use super::{admission, work};
use crate::seller::Seller;
use crate::waiting;

/// What stands before the paths of agents that the gateway calls with a token.
pub const AGENTS_PATH: &str = "/agents";
/// The same of those that have an authentication of their own.
pub const OWN_PATH: &str = "/agents/own";

const PATHS: [(Metered, &str); 5] = [
    (Metered::Tokens, "chat"),
    (Metered::Images, "images"),
    (Metered::Video, "video"),
    (Metered::Transcription, "transcription"),
    (Metered::Nothing, "plain"),
];

/// The path of the agent that is billed so.
pub fn path_of(metered: Metered, own: bool) -> String {
    let base = if own { OWN_PATH } else { AGENTS_PATH };
    let known = PATHS.iter().find(|(known, _)| *known == metered);
    format!("{base}/{}", known.map_or("chat", |(_, name)| name))
}

/// For whom the gateway calls.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Customer {
    /// The account's id.
    pub id: String,
    /// The account's name, as the bytes of the header are text.
    pub name: String,
}

/// What the gateway called with.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// Whether the agent has an authentication of its own.
    pub own: bool,
    /// The header that shows who calls, where there is one.
    pub credential: Option<String>,
    /// For whom.
    pub customer: Customer,
    /// By what it is billed.
    pub metered: Metered,
    /// Whether a stream is asked for.
    pub stream: bool,
}

/// Whether a path is that of an agent.
pub(crate) fn is_backend(path: &str) -> bool {
    find(path).is_some()
}

/// Which agent a path is of, and whether that one has an authentication of its own.
fn find(path: &str) -> Option<(Metered, bool)> {
    let is = |metered: Metered, own: bool| path == path_of(metered, own);
    let all = Metered::ALL
        .into_iter()
        .flat_map(|metered| [(metered, false), (metered, true)]);
    all.into_iter().find(|(metered, own)| is(*metered, *own))
}

/// Answers the gateway.
pub(crate) async fn answer(seller: &Seller, head: &Parts, body: &Bytes) -> Response {
    let arrival = arrival(seller, head, body);
    let behaviour = seller.behaviour().agents();
    if let Err(refusal) = admission::admit(seller, &arrival) {
        return behaviour.refusal(refusal);
    }
    if !behaviour.takes_customer(&arrival.customer) {
        return behaviour.customer_refused();
    }
    let delay = behaviour.delay();
    if !delay.is_zero() {
        waiting::pause(delay).await;
    }
    work::done(behaviour, &arrival)
}

fn arrival(seller: &Seller, head: &Parts, body: &Bytes) -> Arrival {
    let (metered, own) = find(head.uri.path()).unwrap_or((Metered::Nothing, false));
    let header = |name: &str| {
        let value = head.headers.get(name)?;
        Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
    };
    let asked: Value = serde_json::from_slice(body).unwrap_or_default();
    Arrival {
        own,
        credential: if own {
            header(seller.agents().own_header)
        } else {
            header(AUTHORIZATION.as_str())
        },
        customer: Customer {
            id: header(CUSTOMER_ID).unwrap_or_default(),
            name: header(CUSTOMER_NAME).unwrap_or_default(),
        },
        metered,
        stream: asked["stream"] == true,
    }
}
