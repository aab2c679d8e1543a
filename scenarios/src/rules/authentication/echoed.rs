//! What the seller's refusal itself tells of its mistake.

use galleria_marketplace::transcript::{Echoed, Exchange};
use galleria_protocol::Api;
use galleria_protocol::mistake::Cause;

use crate::rule::Fault;

/// The fault of a refused call, with the cause where the refusal quotes the seller's own token or
/// text.
pub(super) fn echoed(fault: Fault, exchange: &Exchange, api: Api) -> Fault {
    let Some(echo) = &exchange.reading.token_echo else {
        return fault;
    };
    let what = match (echo.of, api) {
        (Echoed::Token, Api::V1) => "the token that the seller computed",
        (Echoed::Token, Api::V2) => "the signature that the seller computed",
        (Echoed::Text, _) => "the text that the seller signed",
    };
    match (echo.cause.as_deref().and_then(Cause::find), &echo.tried) {
        (Some(cause), _) => fault
            .cause(Some(cause.slug()))
            .adding(&format!(
                "Its answer quotes {what}: {}",
                cause.explanation()
            ))
            .fix(cause.fix()),
        (None, Some(tried)) => fault.adding(&format!(
            "Its answer quotes {what}, which none of the known mistakes explains ({tried})."
        )),
        (None, None) => fault,
    }
}
