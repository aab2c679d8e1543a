//! Signs its usage pushes with the SK.
//!
//! The queries of orders are signed with it, so the same secret was taken for the push.

use chrono::{DateTime, Utc};
use galleria_protocol::{Key, usage_signature};

use crate::Behaviour;
use crate::call::Call;
use crate::open_api::UsageHeaders;

/// Takes the other secret.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn sign_usage(&self, call: &Call, nonce: &str, at: DateTime<Utc>, body: &[u8]) -> UsageHeaders {
        let secret = call.seller.open_api().map(|api| api.secret.expose());
        let key = Key::new(secret.unwrap_or_default());
        usage_signature::headers(&key, nonce, at, body)
    }
}
