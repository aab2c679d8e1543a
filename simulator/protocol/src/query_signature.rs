//! The signature of a V2 request [v2 §2].

use crate::Key;
use crate::hmac_sha256::digest;

/// Signs `body` as sent at `timestamp` (milliseconds) with `nonce`.
pub fn sign(key: &Key, nonce: &str, timestamp: &str, body: &[u8]) -> String {
    let secret = key.expose();
    let hash = hex::encode(digest(secret.as_bytes(), body));
    let text = format!("{secret}{nonce}{timestamp}{hash}");
    hex::encode(digest(secret.as_bytes(), text.as_bytes()))
}
