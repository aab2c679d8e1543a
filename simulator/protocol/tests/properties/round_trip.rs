//! What was written is read back.

use galleria_protocol::cipher::{decrypt, encrypt};
use galleria_protocol::params::Reading;
use galleria_protocol::token::{sign, verify};
use galleria_protocol::v1::extend_params::{self, ExtendParam};
use galleria_protocol::v1::request::Request;
use galleria_protocol::{Key, Params, body_sign, json};
use proptest::prelude::*;

use super::any::{activity, ascii, base64_text, distinct_pairs, encrypt_type, pairs, params, text};
use crate::naive;

/// The parameters with their token.
fn signed(key: &Key, pairs: &[(String, String)]) -> Params {
    let mut params = params(pairs);
    let token = sign(key, &params);
    params.push("authToken", token);
    params
}

/// A query in which a blank stands as `blank`, and `+` as it is in the values of `raw` names.
fn written(params: &Params, blank: &str, raw: fn(&str) -> bool) -> String {
    let encode = |text: &str| naive::form::encode(text).replace('+', blank);
    let pairs = params.iter().map(|(name, value)| {
        let value = encode(value);
        let value = if raw(name) {
            value.replace("%2B", "+")
        } else {
            value
        };
        format!("{}={value}", encode(name))
    });
    pairs.collect::<Vec<_>>().join("&")
}

proptest! {
    #[test]
    fn queries_are_read_back(pairs in pairs()) {
        let params = params(&pairs);
        prop_assert_eq!(Params::parse(&params.to_query(), Reading::Form), params);
    }

    #[test]
    fn form_encoded_tokens_verify(key in text(40), pairs in pairs()) {
        let key = Key::new(key);
        prop_assert_eq!(verify(&key, &signed(&key, &pairs).to_query()), Ok(Reading::Form));
    }

    #[test]
    fn tokens_verify_where_plus_is_not_escaped(key in text(40), pairs in distinct_pairs()) {
        let key = Key::new(key);
        let params = signed(&key, &pairs);
        let query = written(&params, "%20", |_| true);
        let reading = verify(&key, &query);
        prop_assert!(reading.is_ok(), "{query}");
        prop_assert_eq!(Params::parse(&query, reading.unwrap()), params);
    }

    #[test]
    fn tokens_verify_where_only_base64_has_lost_its_escapes(
        key in text(40), pairs in distinct_pairs(), phone in base64_text(),
    ) {
        let key = Key::new(key);
        let mut pairs = pairs;
        pairs.push(("mobilePhone".to_owned(), phone));
        let params = signed(&key, &pairs);
        let query = written(&params, "+", |name| matches!(name, "authToken" | "mobilePhone"));
        let reading = verify(&key, &query);
        prop_assert!(reading.is_ok(), "{query}");
        prop_assert_eq!(Params::parse(&query, reading.unwrap()), params);
    }

    #[test]
    fn tokens_without_empty_values_verify(key in text(40), pairs in distinct_pairs()) {
        let key = Key::new(key);
        let full: Vec<_> = pairs.iter().filter(|(_, value)| !value.is_empty()).cloned().collect();
        let mut sent = params(&pairs);
        sent.push("authToken", sign(&key, &params(&full)));
        prop_assert_eq!(verify(&key, &sent.to_query()), Ok(Reading::Form));
    }

    #[test]
    fn signatures_fit_their_body(key in text(40), body in prop::collection::vec(any::<u8>(), 0..200)) {
        let key = Key::new(key);
        let read = body_sign::parse(&body_sign::header_value(&key, &body));
        prop_assert!(read.is_well_formed());
        prop_assert!(read.fits(&key, &body));
    }

    #[test]
    fn ciphertexts_decrypt(key in text(40), kind in encrypt_type(), iv in ascii(16), plain in text(60)) {
        let key = Key::new(key);
        let wire = encrypt(&key, kind, iv.as_bytes().try_into().unwrap(), &plain);
        prop_assert_eq!(decrypt(&key, kind, &wire), Ok(plain));
    }

    #[test]
    fn extension_parameters_are_read_back(pairs in pairs()) {
        let params: Vec<_> =
            pairs.into_iter().map(|(name, value)| ExtendParam { name, value }).collect();
        prop_assert_eq!(extend_params::decode(&extend_params::encode(&params)).unwrap(), params);
    }

    #[test]
    fn requests_are_read_back(pairs in pairs(), activity in activity()) {
        let mut all = params(&pairs);
        all.set("activity", activity.name());
        for name in ["businessId", "orderId", "customerId", "instanceId", "skuCode", "productId"] {
            all.set(name, format!("{name}-1"));
        }
        all.set("expireTime", "20270101000000");
        all.set("instanceStatus", "FREEZE");
        let request = Request::from_params(&all).unwrap();
        prop_assert_eq!(request.activity(), activity);
        prop_assert_eq!(Request::from_params(&request.to_params()), Ok(request));
    }

    #[test]
    fn objects_without_flaw_are_read_as_serde_does(pairs in pairs()) {
        let object: serde_json::Map<_, _> =
            pairs.into_iter().map(|(name, value)| (name, value.into())).collect();
        let body = serde_json::to_vec_pretty(&object).unwrap();
        prop_assert_eq!(json::object(&body), Ok(object));
    }
}
