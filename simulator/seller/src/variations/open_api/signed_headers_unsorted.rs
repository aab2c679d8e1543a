//! Lists the signed headers of its queries in another order.
//!
//! The names are sorted for signing alone [v2 §7.3].

use galleria_protocol::sdk_hmac::{Authorization, Call, SdkError, sign};

use crate::Behaviour;
use crate::open_api::OpenApi;

/// Turns the list around.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn sign_query(&self, open_api: &OpenApi, query: &Call) -> Result<Authorization, SdkError> {
        let mut right = sign(&open_api.access, &open_api.secret, query)?;
        right.signed_headers.reverse();
        Ok(right)
    }
}
