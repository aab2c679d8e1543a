//! How the marketplace signs a call of V2's base interfaces [v2 §2].
//!
//! The query carries `signature`, `timestamp` and `nonce`. The text is the access key, the nonce,
//! the timestamp and the body's HMAC-SHA256 in lower-case hexadecimal digits, one behind the other;
//! the signature is that text's HMAC-SHA256 in hexadecimal digits. The access key is the key of
//! both HMACs, and stands in the text as well.

use chrono::{DateTime, Utc};

use crate::hmac_sha256;
use crate::params::Reading;
use crate::signed_call::{BodyForm, Claim, SignatureError, timestamp};
use crate::{Key, Params};

/// The name of the parameter that carries the signature.
pub const SIGNATURE: &str = "signature";

/// The name of the parameter that carries the time of the call.
pub const TIMESTAMP: &str = "timestamp";

/// The name of the parameter that carries the random text.
pub const NONCE: &str = "nonce";

/// The digest of a body that goes into the signed text: 64 lower-case hexadecimal digits.
pub fn body_digest(key: &Key, body: &[u8]) -> String {
    hmac_sha256::hex(key.bytes(), body)
}

/// The signature of a call in lower-case hexadecimal digits; a receiver must take upper case too.
pub fn sign(key: &Key, nonce: &str, timestamp: &str, body: &[u8]) -> String {
    let digest = body_digest(key, body);
    sign_text(key, &[key.expose(), nonce, timestamp, &digest].concat())
}

/// The signature of a text, whatever it is put together from, in lower-case hexadecimal digits.
pub fn sign_text(key: &Key, text: &str) -> String {
    hmac_sha256::hex(key.bytes(), text.as_bytes())
}

/// The parameters of a call made at `time`, in the order of the guide's examples.
pub fn params(key: &Key, nonce: &str, time: DateTime<Utc>, body: &[u8]) -> Params {
    let timestamp = timestamp(time);
    let mut params = Params::new();
    params.push(SIGNATURE, sign(key, nonce, &timestamp, body));
    params.push(TIMESTAMP, timestamp);
    params.push(NONCE, nonce);
    params
}

/// What a query's text (what stands behind the `?`) says of its call. Further parameters are left
/// aside, and of repeated names the first counts.
pub fn claim(query: &str, reading: Reading) -> Result<Claim, SignatureError> {
    let params = Params::parse(query, reading);
    Claim::read([SIGNATURE, NONCE, TIMESTAMP], |name| {
        params.get(name).map(str::to_owned)
    })
}

/// The form of the body that a claim fits: the bytes as sent before the sorted, compact form. The
/// comparison takes the same time for every wrong signature.
pub fn fitting_form(key: &Key, claim: &Claim, body: &[u8]) -> Option<BodyForm> {
    BodyForm::first(&BodyForm::OF_CALLS, body, |body| {
        claim.is_hex(&sign(key, &claim.nonce, &claim.timestamp, body))
    })
}

/// Checks the signature in a query's text over `body` and gives the form of the body that it fits.
///
/// The age of the call is another matter: see
/// [`check_freshness`](crate::signed_call::check_freshness). A nonce that holds `+` is tried with
/// the sign and with the blank.
pub fn verify(key: &Key, query: &str, body: &[u8]) -> Result<BodyForm, SignatureError> {
    let form = claim(query, Reading::Form)?;
    let percent = claim(query, Reading::Percent)?;
    fitting_form(key, &form, body)
        .or_else(|| (percent != form).then(|| fitting_form(key, &percent, body))?)
        .ok_or(SignatureError::Mismatch)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &[u8] = br#"{"activity":"queryInstance","instanceId":"i","testFlag":"1"}"#;

    fn key() -> Key {
        Key::new("obviously-fake-key")
    }

    fn query(body: &[u8]) -> String {
        let time = DateTime::from_timestamp_millis(1_680_508_237_508).unwrap();
        params(&key(), "Of4lsV7H1qrz", time, body).to_query()
    }

    #[test]
    fn query_has_the_order_of_the_examples() {
        let signature = sign(&key(), "Of4lsV7H1qrz", "1680508237508", BODY);
        assert_eq!(
            query(BODY),
            format!("signature={signature}&timestamp=1680508237508&nonce=Of4lsV7H1qrz")
        );
    }

    #[test]
    fn case_of_the_signature_is_free() {
        let signed = query(BODY);
        let (signature, rest) = signed.split_once('&').unwrap();
        let upper = signature.to_uppercase().replace("SIGNATURE", "signature");
        let query = format!("{upper}&{rest}");
        assert_eq!(verify(&key(), &query, BODY), Ok(BodyForm::Sent));
    }

    #[test]
    fn sorted_form_is_found_behind_another_order() {
        let signed = query(BODY);
        let sent = br#"{"testFlag": "1", "instanceId":"i", "x": null, "activity":"queryInstance"}"#;
        assert_eq!(verify(&key(), &signed, sent), Ok(BodyForm::Sorted));
        let changed = br#"{"testFlag":"1","instanceId":"j","activity":"queryInstance"}"#;
        assert_eq!(
            verify(&key(), &signed, changed),
            Err(SignatureError::Mismatch)
        );
    }

    #[test]
    fn plus_in_the_nonce_is_read_both_ways() {
        for nonce in ["a+b", "a b"] {
            let signature = sign(&key(), nonce, "1", BODY);
            let query = format!("signature={signature}&timestamp=1&nonce=a+b");
            assert_eq!(verify(&key(), &query, BODY), Ok(BodyForm::Sent), "{nonce}");
        }
        let signature = sign(&key(), "a+b/c", "1", BODY);
        let query = format!("nonce=a%2Bb%2Fc&signature={signature}&timestamp=1&x=y");
        assert_eq!(verify(&key(), &query, BODY), Ok(BodyForm::Sent));
    }

    #[test]
    fn missing_parts_are_told_in_the_order_of_the_sample() {
        use SignatureError::{NonceMissing, SignatureMissing, TimestampMissing};
        for (query, error) in [
            ("", TimestampMissing),
            ("timestamp=&nonce=n&signature=s", TimestampMissing),
            ("timestamp=1", NonceMissing),
            ("timestamp=1&signature=s&nonce", NonceMissing),
            ("timestamp=1&nonce=n", SignatureMissing),
            ("timestamp=1&nonce=n&signature=s", SignatureError::Mismatch),
        ] {
            assert_eq!(verify(&key(), query, BODY), Err(error), "{query}");
        }
    }
}
