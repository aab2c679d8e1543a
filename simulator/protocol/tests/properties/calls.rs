//! The signatures of V2: agreement with the second implementation, and what was changed is noticed.

use chrono::DateTime;
use galleria_protocol::params::Reading;
use galleria_protocol::sdk_hmac::{
    AccessKey, Call, SdkError, SecretKey, canonical_request, sign, verify,
};
use galleria_protocol::signed_call::{BodyForm, Claim, SignatureError, sorted};
use galleria_protocol::{Key, kit_signature, query_signature, usage_signature};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::any::{distinct_pairs, text};
use crate::naive;

/// Bytes of a body.
fn body() -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 1..200)
}

fn flipped(bytes: &[u8], at: Index, bit: u8) -> Vec<u8> {
    let mut changed = bytes.to_vec();
    let at = at.index(changed.len());
    changed[at] ^= 1 << bit;
    changed
}

fn claim(signature: String, nonce: &str, timestamp: &str) -> Claim {
    Claim {
        signature,
        nonce: nonce.to_owned(),
        timestamp: timestamp.to_owned(),
    }
}

proptest! {
    #[test]
    fn signatures_of_calls_agree(
        key in text(40), nonce in text(20), time in any::<i64>(), body in body(),
    ) {
        let (shared, time) = (Key::new(&key), time.to_string());
        let query = query_signature::sign(&shared, &nonce, &time, &body);
        prop_assert_eq!(query, naive::call::query(&key, &nonce, &time, &body));
        let kit = kit_signature::sign(&shared, &nonce, &time, &body);
        prop_assert_eq!(kit, naive::call::kit(&key, &nonce, &time, &body));
    }

    #[test]
    fn signatures_of_usage_agree(key in text(40), nonce in text(20), body in text(80)) {
        let signature = usage_signature::sign(&Key::new(&key), &nonce, "1", body.as_bytes());
        prop_assert_eq!(signature, naive::call::usage(&key, &nonce, "1", &body));
    }

    #[test]
    fn sorted_forms_agree_whatever_the_order(
        (pairs, shuffled) in vec((text(6), prop::option::weighted(0.8, text(8))), 0..8)
            .prop_filter("each name once", |pairs| {
                let names: std::collections::BTreeSet<_> =
                    pairs.iter().map(|(name, _)| name).collect();
                names.len() == pairs.len()
            })
            .prop_flat_map(|pairs| (Just(pairs.clone()), Just(pairs).prop_shuffle())),
    ) {
        let object: serde_json::Map<_, _> =
            shuffled.into_iter().map(|(name, value)| (name, value.into())).collect();
        let body = serde_json::to_vec_pretty(&object).unwrap();
        let expected = naive::call::sorted(&pairs);
        prop_assert_eq!(sorted(&body), Some(expected.clone()));
        let key = Key::new("k");
        let signature = query_signature::sign(&key, "n", "1", expected.as_bytes());
        let claim = claim(signature, "n", "1");
        prop_assert!(query_signature::fitting_form(&key, &claim, &body).is_some());
        // What was written again fits itself as it was sent.
        let found = query_signature::fitting_form(&key, &claim, expected.as_bytes());
        prop_assert_eq!(found, Some(BodyForm::Sent));
    }

    #[test]
    fn queries_of_calls_verify(key in text(40), nonce in text(20), body in body()) {
        prop_assume!(!nonce.is_empty());
        let key = Key::new(key);
        let time = DateTime::from_timestamp_millis(1_680_508_066_618).unwrap();
        let query = query_signature::params(&key, &nonce, time, &body).to_query();
        prop_assert_eq!(query_signature::verify(&key, &query, &body), Ok(BodyForm::Sent));
    }

    #[test]
    fn changed_calls_are_noticed(
        key in text(40), nonce in text(20), body in body(), at in any::<Index>(), bit in 0..8u8,
    ) {
        let key = Key::new(key);
        let changed = flipped(&body, at, bit);
        let sent = claim(query_signature::sign(&key, &nonce, "1", &body), &nonce, "1");
        // Two texts of one object are no change: their sorted forms are the same.
        prop_assume!(sorted(&changed).is_none() || sorted(&changed) != sorted(&body));
        prop_assert_eq!(query_signature::fitting_form(&key, &sent, &changed), None);
        for other in [
            claim(sent.signature.clone(), &format!("{nonce}x"), "1"),
            claim(sent.signature.clone(), &nonce, "2"),
            claim(sent.signature.replace(&sent.signature[at.index(64)..], ""), &nonce, "1"),
        ] {
            prop_assert_eq!(query_signature::fitting_form(&key, &other, &body), None);
        }
        let sent = claim(kit_signature::sign(&key, &nonce, "1", &body), &nonce, "1");
        prop_assert_eq!(
            kit_signature::verify(&key, &sent, &changed), Err(SignatureError::Mismatch)
        );
        let sent = claim(usage_signature::sign(&key, &nonce, "1", &body), &nonce, "1");
        prop_assert_eq!(
            usage_signature::verify(&key, &sent, &changed), Err(SignatureError::Mismatch)
        );
    }

    #[test]
    fn canonical_requests_agree(
        segments in vec(text(6), 0..4), query in distinct_pairs(), agent in text(8), body in body(),
    ) {
        let segments: Vec<_> =
            segments.into_iter().filter(|segment| !segment.is_empty()).collect();
        let headers = [
            ("host".to_owned(), "mkt.myhuaweicloud.com".to_owned()),
            ("x-sdk-date".to_owned(), "20240317T144237Z".to_owned()),
            ("user-agent".to_owned(), agent),
        ];
        let encode = |text: &String| naive::sdk::encode(text);
        let path: Vec<_> = segments.iter().map(encode).collect();
        let pairs: Vec<_> = query
            .iter()
            .filter(|(name, value)| !(name.is_empty() && value.is_empty()))
            .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
            .collect();
        let call = Call {
            method: "POST".to_owned(),
            path: format!("/{}", path.join("/")),
            query: pairs.join("&"),
            headers: headers.to_vec(),
            body: body.clone(),
        };
        let names: Vec<_> = headers.iter().map(|(name, _)| name.to_uppercase()).collect();
        let query: Vec<_> = query
            .into_iter()
            .filter(|(name, value)| !(name.is_empty() && value.is_empty()))
            .collect();
        let expected =
            naive::sdk::canonical_request("POST", &segments, &query, &headers, &body);
        prop_assert_eq!(canonical_request(&call, &names, Reading::Form), expected.as_str());
        let secret = SecretKey::new("s");
        let signed = sign(&AccessKey::new("a"), &secret, &call).unwrap();
        prop_assert_eq!(
            &signed.signature, &naive::sdk::sign("s", "20240317T144237Z", &expected)
        );
        prop_assert_eq!(verify(&secret, &signed, &call), Ok(()));
        let mut changed = call;
        changed.body.push(b'x');
        prop_assert_eq!(verify(&secret, &signed, &changed), Err(SdkError::Mismatch));
    }
}
