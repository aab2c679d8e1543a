//! Signs its usage pushes in hex.
//!
//! The calls of V2 carry their signature in hex, so the same function was used for the push.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use galleria_protocol::usage_signature;

use crate::Behaviour;
use crate::call::Call;
use crate::open_api::UsageHeaders;

/// Writes the bytes otherwise.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn sign_usage(&self, call: &Call, nonce: &str, at: DateTime<Utc>, body: &[u8]) -> UsageHeaders {
        let right = usage_signature::headers(call.seller.key(), nonce, at, body);
        right.map(|(name, value)| {
            let signature = name == usage_signature::SIGNATURE;
            let bytes = STANDARD.decode(&value).ok().filter(|_| signature);
            (name, bytes.map_or(value, hex::encode))
        })
    }
}
