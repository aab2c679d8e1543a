//! Signing a body.

use crate::Key;
use crate::hmac_sha256;

/// The header's name, in the only case that the marketplace knows it in.
pub const HEADER: &str = "Body-Sign";

/// The only value of `sign_type`.
pub const SIGN_TYPE: &str = "HMAC-SHA256";

/// The signature of a body: 44 characters of Base64.
pub fn signature(key: &Key, body: &[u8]) -> String {
    hmac_sha256::base64(key.bytes(), body)
}

/// The header's value for a body: `sign_type="HMAC-SHA256", signature="..."`.
pub fn header_value(key: &Key, body: &[u8]) -> String {
    format!(
        "sign_type=\"{SIGN_TYPE}\", signature=\"{}\"",
        signature(key, body)
    )
}
