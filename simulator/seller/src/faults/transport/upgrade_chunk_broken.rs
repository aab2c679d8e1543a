//! Breaks off in the middle of a chunk, on upgrades.
//!
//! A proxy in front of the seller gives up on its upstream and closes a chunked answer without the
//! last chunk.

use galleria_protocol::body_sign;
use galleria_protocol::v1::Activity;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::wire::Wire;

/// Announces a chunk and closes before its end.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn wire(&self, call: &Call, outcome: &Outcome) -> Wire {
        if !call.is_real(Activity::Upgrade) || !outcome.is_success() {
            return Wire::AsIs;
        }
        let body = r#"{"resultCode":"000000","resultMsg":"success."}"#;
        let signature = body_sign::header_value(call.seller.key(), body.as_bytes());
        let head = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nBody-Sign: {signature}\r\n\
             Transfer-Encoding: chunked\r\n\r\n"
        );
        let chunk = format!("{:x}\r\n{}", body.len(), &body[..20]);
        Wire::Raw((head + &chunk).into_bytes())
    }
}
