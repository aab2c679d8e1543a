//! From an answer to its bytes: written once, signed, sent.

use galleria_protocol::body_sign;
use galleria_protocol::v1::answer::Answer;
use http::{HeaderMap, StatusCode};

use super::arrived::Arrived;
use crate::reply::{Framing, Reply, ascii_json};
use crate::seller::Seller;

/// Puts an answer into bytes; V1 signs them with the kit's key.
pub(super) fn compose(seller: &Seller, arrived: &Arrived, answer: &Answer) -> Reply {
    let behaviour = seller.behaviour().kit();
    let body = ascii_json(&behaviour.document(arrived, answer));
    let key = seller.kit().key(arrived.api);
    let signature = behaviour.body_sign(key, arrived, &body);
    let mut reply = Reply {
        status: StatusCode::OK,
        headers: HeaderMap::new(),
        body: body.into(),
        framing: Framing::Length,
    };
    reply.set("content-type", "application/json;charset=UTF-8");
    if let Some(value) = signature {
        reply.set(body_sign::HEADER, &value);
    }
    reply
}
