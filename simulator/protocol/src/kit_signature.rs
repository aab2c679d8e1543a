//! How the marketplace signs a call of V2's kit interfaces [v2 §2].
//!
//! Three headers carry what the base interfaces carry in the query, and the text holds the body
//! itself, not its digest: access key, nonce, timestamp and body, one behind the other. The kit has
//! an access key of its own.

use chrono::{DateTime, Utc};

use crate::Key;
use crate::hmac_sha256;
use crate::signed_call::{BodyForm, Claim, SignatureError, timestamp};

/// The name of the header that carries the signature.
pub const SIGNATURE: &str = "x-sign";

/// The name of the header that carries the time of the call.
pub const TIMESTAMP: &str = "x-timestamp";

/// The name of the header that carries the random text.
pub const NONCE: &str = "x-nonce";

const NAMES: [&str; 3] = [SIGNATURE, NONCE, TIMESTAMP];

/// The signature of a call in lower-case hexadecimal digits; a receiver must take upper case too.
pub fn sign(key: &Key, nonce: &str, timestamp: &str, body: &[u8]) -> String {
    let text = [key.bytes(), nonce.as_bytes(), timestamp.as_bytes(), body].concat();
    hmac_sha256::hex(key.bytes(), &text)
}

/// The headers of a call made at `time`, with their names.
pub fn headers(
    key: &Key,
    nonce: &str,
    time: DateTime<Utc>,
    body: &[u8],
) -> [(&'static str, String); 3] {
    let timestamp = timestamp(time);
    let claim = Claim {
        signature: sign(key, nonce, &timestamp, body),
        nonce: nonce.to_owned(),
        timestamp,
    };
    claim.named(NAMES)
}

/// What a call's headers say of it. Their names have no case.
pub fn claim<'a>(
    headers: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<Claim, SignatureError> {
    Claim::from_headers(NAMES, headers)
}

/// The form of the body that a claim fits: the bytes as sent before the sorted, compact form. The
/// comparison takes the same time for every wrong signature.
pub fn fitting_form(key: &Key, claim: &Claim, body: &[u8]) -> Option<BodyForm> {
    BodyForm::first(&BodyForm::OF_CALLS, body, |body| {
        claim.is_hex(&sign(key, &claim.nonce, &claim.timestamp, body))
    })
}

/// Checks a claim over `body` and gives the form of the body that it fits. The age of the call is
/// another matter: see [`check_freshness`](crate::signed_call::check_freshness).
pub fn verify(key: &Key, claim: &Claim, body: &[u8]) -> Result<BodyForm, SignatureError> {
    fitting_form(key, claim, body).ok_or(SignatureError::Mismatch)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &[u8] = br#"{"flag":1,"instanceId":"i","name":"n"}"#;

    fn key() -> Key {
        Key::new("obviously-fake-kit-key")
    }

    fn signed() -> [(&'static str, String); 3] {
        let time = DateTime::from_timestamp_millis(1_680_508_066_618).unwrap();
        headers(&key(), "nonce", time, BODY)
    }

    fn claimed(headers: &[(&str, String)]) -> Result<Claim, SignatureError> {
        claim(headers.iter().map(|(name, value)| (*name, value.as_str())))
    }

    #[test]
    fn case_of_names_and_of_the_signature_is_free() {
        let claim = claimed(&signed()).unwrap();
        assert_eq!(verify(&key(), &claim, BODY), Ok(BodyForm::Sent));
        let [(_, signature), (_, timestamp), (_, nonce)] = signed();
        let shouted = [
            ("X-Nonce", nonce),
            ("X-SIGN", signature.to_uppercase()),
            ("X-Timestamp", format!(" {timestamp} ")),
        ];
        let claim = claimed(&shouted).unwrap();
        assert_eq!(verify(&key(), &claim, BODY), Ok(BodyForm::Sent));
    }

    #[test]
    fn sorted_form_is_found_behind_another_order() {
        let claim = claimed(&signed()).unwrap();
        let sent = br#"{"name":"n", "instanceId":"i", "flag":1}"#;
        assert_eq!(verify(&key(), &claim, sent), Ok(BodyForm::Sorted));
        let changed = br#"{"name":"n","instanceId":"i","flag":0}"#;
        assert_eq!(
            verify(&key(), &claim, changed),
            Err(SignatureError::Mismatch)
        );
    }

    #[test]
    fn missing_headers_are_told_in_the_order_of_the_sample() {
        let [signature, timestamp, nonce] = signed();
        assert_eq!(claimed(&[]), Err(SignatureError::TimestampMissing));
        assert_eq!(
            claimed(&[signature, timestamp.clone()]),
            Err(SignatureError::NonceMissing)
        );
        assert_eq!(
            claimed(&[timestamp, nonce]),
            Err(SignatureError::SignatureMissing)
        );
    }
}
