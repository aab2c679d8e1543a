//! What the vendor's pages print. The keys are unknown, so only the form can be looked at.

use chrono::DateTime;
use galleria_protocol::signed_call::{
    Claim, FreshnessError, SignatureError, check_freshness, sorted,
};
use galleria_protocol::v2::request::{Request, RequestError};
use galleria_protocol::{Api, Key, json, kit_signature, query_signature};

use super::file::{count, read};

/// The one body whose activity inlined its order before it was released.
const ABANDONED: &str = "newInstance(pre-release shape)";

#[test]
fn printed_bodies_are_requests_and_sorted_already() {
    let mut looked_at = 0;
    for example in read().official_base_examples {
        let object = json::object(example.body.as_bytes()).unwrap();
        let request = Request::from_json(&object);
        if example.activity == ABANDONED {
            assert_eq!(request, Err(RequestError::Missing("orderId")));
        } else {
            let request = request.unwrap();
            let name = request.activity().name_in(Api::V2);
            assert_eq!(name, Some(example.activity.as_str()));
            assert!(request.is_test());
            let written = serde_json::to_vec(&request.to_json()).unwrap();
            assert_eq!(sorted(&written).as_ref(), Some(&example.body));
        }
        assert_eq!(sorted(example.body.as_bytes()), Some(example.body));
        looked_at += 1;
    }
    assert_eq!((looked_at, count("official_base_examples")), (8, 8));
}

#[test]
fn printed_queries_hold_claims_of_unknown_keys_in_milliseconds() {
    for example in read().official_base_examples {
        let query: Vec<_> = example
            .query
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let body = example.body.as_bytes();
        let found = query_signature::verify(&Key::new("xxxxxxx"), &query.join("&"), body);
        assert_eq!(found, Err(SignatureError::Mismatch), "{}", example.activity);
        let timestamp = &example.query["timestamp"];
        let sent = DateTime::from_timestamp_millis(timestamp.parse().unwrap()).unwrap();
        assert_eq!(check_freshness(timestamp, sent), Ok(()));
        assert!(matches!(
            check_freshness(timestamp, sent + chrono::TimeDelta::minutes(2)),
            Err(FreshnessError::Stale(120_000))
        ));
    }
}

#[test]
fn printed_kit_headers_are_a_claim() {
    let example = read().official_kit_example;
    let headers = example.iter();
    let headers = headers.map(|(name, value)| (name.as_str(), value.as_str()));
    let claim = Claim {
        signature: example["x-sign"].clone(),
        nonce: example["x-nonce"].clone(),
        timestamp: example["x-timestamp"].clone(),
    };
    assert_eq!(kit_signature::claim(headers), Ok(claim));
}
