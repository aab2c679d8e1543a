//! Signatures that an independent program computed.

use galleria_protocol::params::Reading;
use galleria_protocol::signed_call::{BodyForm, Claim, sorted, sorted_throughout};
use galleria_protocol::{Key, Params, body_sign, kit_signature, query_signature, usage_signature};

use super::file::{count, read};

#[test]
fn base_calls_are_signed_and_verified_in_either_case() {
    let mut looked_at = 0;
    for vector in read().computed_base {
        let (key, body) = (Key::new(&vector.access_key), vector.body.as_bytes());
        let digest = query_signature::body_digest(&key, body);
        assert_eq!(digest, vector.body_hmac_hex_lower, "{}", vector.name);
        assert_eq!(
            vector.canonical_request,
            [
                &vector.access_key,
                &vector.nonce,
                &vector.timestamp,
                &digest
            ]
            .map(String::as_str)
            .concat()
        );
        let signature = query_signature::sign(&key, &vector.nonce, &vector.timestamp, body);
        assert_eq!(signature, vector.signature_lower, "{}", vector.name);
        for signature in [&vector.signature_lower, &vector.signature_upper] {
            let mut query = Params::new();
            query.push("signature", signature);
            query.push("timestamp", &vector.timestamp);
            query.push("nonce", &vector.nonce);
            let found = query_signature::verify(&key, &query.to_query(), body);
            assert_eq!(found, Ok(BodyForm::Sent), "{}", vector.name);
        }
        looked_at += 1;
    }
    assert_eq!((looked_at, count("computed_base")), (9, 9));
}

#[test]
fn kit_call_is_signed_and_verified() {
    let mut looked_at = 0;
    for vector in read().computed_kit {
        let (key, body) = (Key::new(&vector.access_key), vector.body_sorted.as_bytes());
        let signature = kit_signature::sign(&key, &vector.nonce, &vector.timestamp, body);
        assert_eq!(signature, vector.signature);
        assert_eq!(sorted(body).as_deref(), Some(vector.body_sorted.as_str()));
        let claim = Claim {
            signature,
            nonce: vector.nonce,
            timestamp: vector.timestamp,
        };
        assert_eq!(
            kit_signature::verify(&key, &claim, body),
            Ok(BodyForm::Sent)
        );
        looked_at += 1;
    }
    assert_eq!((looked_at, count("computed_kit")), (1, 1));
}

#[test]
fn usage_push_is_signed_and_verified() {
    let mut looked_at = 0;
    for vector in read().computed_usage_push {
        let (key, body) = (Key::new(&vector.key), vector.body_sorted.as_bytes());
        let text = usage_signature::string_to_sign(&vector.nonce, &vector.ts, body);
        assert_eq!(text, vector.message.as_bytes());
        let signature = usage_signature::sign(&key, &vector.nonce, &vector.ts, body);
        assert_eq!(signature, vector.signature_base64);
        assert_eq!(
            sorted_throughout(body).as_deref(),
            Some(vector.body_sorted.as_str())
        );
        let claim = Claim {
            signature,
            nonce: vector.nonce,
            timestamp: vector.ts,
        };
        assert_eq!(
            usage_signature::verify(&key, &claim, body),
            Ok(BodyForm::Sent)
        );
        looked_at += 1;
    }
    assert_eq!((looked_at, count("computed_usage_push")), (1, 1));
}

#[test]
fn answers_of_old_editions_are_signed_as_in_v1() {
    let mut looked_at = 0;
    for vector in read().computed_response_body_sign {
        let value = body_sign::header_value(&Key::new(&vector.key), vector.body.as_bytes());
        assert_eq!(format!("{}: {value}", body_sign::HEADER), vector.header);
        looked_at += 1;
    }
    assert_eq!((looked_at, count("computed_response_body_sign")), (1, 1));
}

#[test]
fn claims_are_read_whatever_the_reading() {
    for vector in read().computed_base {
        let query = format!(
            "signature={}&timestamp={}&nonce={}",
            vector.signature_upper, vector.timestamp, vector.nonce
        );
        let claim = query_signature::claim(&query, Reading::Form).unwrap();
        assert_eq!(
            query_signature::claim(&query, Reading::Percent),
            Ok(claim.clone())
        );
        assert_eq!(claim.nonce, vector.nonce);
    }
}
