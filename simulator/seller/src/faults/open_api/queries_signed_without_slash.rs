//! Signs the path of its queries without the slash behind it.
//!
//! The canonical request was written from the address, which has no slash at its end.

use galleria_protocol::params::Reading;
use galleria_protocol::sdk_hmac::{
    Authorization, Call, SdkError, canonical_request, sign, signature, string_to_sign,
};

use crate::Behaviour;
use crate::open_api::OpenApi;

/// Signs another path.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn sign_query(&self, open_api: &OpenApi, query: &Call) -> Result<Authorization, SdkError> {
        let right = sign(&open_api.access, &open_api.secret, query)?;
        let text = canonical_request(query, &right.signed_headers, Reading::Form);
        let path = format!("\n{}/\n", query.path);
        let bare = format!("\n{}\n", query.path);
        let text = text.replacen(&path, &bare, 1);
        let text = string_to_sign(query.date().unwrap_or_default(), &text);
        Ok(Authorization {
            signature: signature(&open_api.secret, &text),
            ..right
        })
    }
}
