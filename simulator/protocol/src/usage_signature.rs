//! How a seller signs a usage push [v2 §7.2].
//!
//! The headers `ts` and `nonce` go with the body into the text `ts={ts}&nonce={nonce}&body={body}`;
//! the header `signature` is the Base64 of that text's HMAC-SHA256 under the key that is bound to
//! the base interfaces. The page wants the body's members in natural order.

use chrono::{DateTime, Utc};

use crate::Key;
use crate::hmac_sha256;
use crate::signed_call::{BodyForm, Claim, SignatureError, timestamp};

/// The name of the header that carries the signature.
pub const SIGNATURE: &str = "signature";

/// The name of the header that carries the time of the call.
pub const TIMESTAMP: &str = "ts";

/// The name of the header that carries the random text.
pub const NONCE: &str = "nonce";

const NAMES: [&str; 3] = [SIGNATURE, NONCE, TIMESTAMP];

/// The text that is signed.
pub fn string_to_sign(nonce: &str, timestamp: &str, body: &[u8]) -> Vec<u8> {
    let mut text = format!("{TIMESTAMP}={timestamp}&{NONCE}={nonce}&body=").into_bytes();
    text.extend(body);
    text
}

/// The signature of a push: 44 characters of Base64.
pub fn sign(key: &Key, nonce: &str, timestamp: &str, body: &[u8]) -> String {
    hmac_sha256::base64(key.bytes(), &string_to_sign(nonce, timestamp, body))
}

/// The headers of a push made at `time`, with their names.
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

/// What a push's headers say of it. Their names have no case.
pub fn claim<'a>(
    headers: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<Claim, SignatureError> {
    Claim::from_headers(NAMES, headers)
}

/// The form of the body that a claim fits: the bytes as sent, then the sorted, compact form, then
/// that with nested objects sorted too, because the page does not say how deep the order goes. The
/// comparison takes the same time for every wrong signature.
pub fn fitting_form(key: &Key, claim: &Claim, body: &[u8]) -> Option<BodyForm> {
    BodyForm::first(&BodyForm::OF_USAGE, body, |body| {
        let right = sign(key, &claim.nonce, &claim.timestamp, body);
        hmac_sha256::same(&claim.signature, &right)
    })
}

/// Checks a claim over `body` and gives the form of the body that it fits. No page tells how old a
/// push may be.
pub fn verify(key: &Key, claim: &Claim, body: &[u8]) -> Result<BodyForm, SignatureError> {
    fitting_form(key, claim, body).ok_or(SignatureError::Mismatch)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &[u8] = br#"{"usage_records":[{"instance_id":"i","usage_value":"1.5"}]}"#;

    fn key() -> Key {
        Key::new("obviously-fake-key")
    }

    fn claimed(body: &[u8]) -> Claim {
        let time = DateTime::from_timestamp_millis(1_709_690_865_879).unwrap();
        let headers = headers(&key(), "nonce", time, body);
        claim(headers.iter().map(|(name, value)| (*name, value.as_str()))).unwrap()
    }

    #[test]
    fn text_names_its_parts() {
        let text = string_to_sign("n", "1", b"{}");
        assert_eq!(text, b"ts=1&nonce=n&body={}");
    }

    #[test]
    fn every_order_that_may_be_meant_fits() {
        let claim = claimed(BODY);
        assert_eq!(verify(&key(), &claim, BODY), Ok(BodyForm::Sent));
        let spaced = br#"{"usage_records": [{"instance_id":"i","usage_value":"1.5"}]}"#;
        assert_eq!(verify(&key(), &claim, spaced), Ok(BodyForm::Sorted));
        let nested = br#"{"usage_records":[{"usage_value":"1.5","instance_id":"i"}]}"#;
        assert_eq!(
            verify(&key(), &claim, nested),
            Ok(BodyForm::SortedThroughout)
        );
    }

    #[test]
    fn case_of_the_signature_counts() {
        let mut claim = claimed(BODY);
        claim.signature = claim.signature.to_lowercase();
        assert_eq!(verify(&key(), &claim, BODY), Err(SignatureError::Mismatch));
    }
}
