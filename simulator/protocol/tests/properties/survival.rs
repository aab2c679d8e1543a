//! No input makes anything panic.

use galleria_protocol::cipher::{EncryptType, decrypt};
use galleria_protocol::mistake::{self, Context, Credential};
use galleria_protocol::params::Reading;
use galleria_protocol::v1::Activity;
use galleria_protocol::v1::answer::Answer;
use galleria_protocol::v1::{extend_params, request::Request};
use galleria_protocol::{Api, Key, Params, body_sign, json, time, token};
use proptest::collection::vec;
use proptest::prelude::*;

use super::any::{base64_text, pairs, params, text};

/// Text that is nearly JSON.
fn nearly_json() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("{"),
        Just("}"),
        Just("["),
        Just("]"),
        Just(","),
        Just(":"),
        Just("\""),
        Just("\\u4e"),
        Just("\\ud83d"),
        Just("\\/"),
        Just("1.50"),
        Just("null"),
        Just(" "),
        Just("\n"),
        Just("中"),
        Just("\"a\":1"),
        Just("{\"a\":\"b/c\",\"d\":null}"),
        Just("\\"),
    ];
    vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_query_is_verified(key in text(20), query in text(100)) {
        let key = Key::new(key);
        let _ = token::verify(&key, &query);
        let _ = token::verify(&key, &format!("authToken={query}"));
        mistake::of_token(&key, &format!("authToken={query}&timeStamp=1"), &Context::default());
        for reading in Reading::ALL {
            Params::parse(&query, reading);
        }
    }

    #[test]
    fn any_header_is_parsed(value in text(60), part in text(8)) {
        body_sign::parse(&value);
        let parts = ["sign_type", "signature", "=", "\"", ",", " ", "'", "HMAC-SHA256", &part];
        for one in parts {
            for other in parts {
                body_sign::parse(&format!("{one}{other}{value}{other}{one}"));
            }
        }
    }

    #[test]
    fn any_credential_is_looked_into(key in text(20), wire in prop_oneof![text(80), base64_text()]) {
        let key = Key::new(key);
        for kind in EncryptType::ALL {
            let plain = decrypt(&key, kind, &wire);
            if let Credential::Encrypted(found) = mistake::of_credential(&key, kind, &wire, &Context::default()) {
                prop_assert_eq!(plain, Ok(found));
            }
        }
    }

    #[test]
    fn any_body_is_read(body in vec(any::<u8>(), 0..60)) {
        let _ = json::object(&body);
        let context = Context::default();
        mistake::of_body_sign(&Key::new("k"), "c2lnbmF0dXJl", &body, &context);
    }

    #[test]
    fn any_json_is_read_and_looked_into(body in nearly_json(), signature in text(20)) {
        let read = json::object(body.as_bytes());
        // Where the reading is strict, serde_json is content as well.
        if let Ok(object) = &read {
            prop_assert_eq!(&serde_json::from_str::<serde_json::Map<_, _>>(&body).unwrap(), object);
        }
        if let Some(object) = read.as_ref().map_or_else(json::JsonFlaw::object, Some) {
            Answer::from_json(object.clone()).to_json();
        }
        let context = Context {
            time_stamp: Some("1"),
            other_keys: &[Key::new("other")],
            previous_body: Some(b"{}"),
            ..Context::default()
        };
        mistake::of_body_sign(&Key::new("k"), &signature, body.as_bytes(), &context);
    }

    #[test]
    fn any_request_is_read(pairs in pairs()) {
        let mut params = params(&pairs);
        let _ = Request::from_params(&params);
        for activity in Activity::all_in(Api::V1) {
            params.set("activity", activity.name());
            let _ = Request::from_params(&params);
        }
    }

    #[test]
    fn any_text_is_read(text in prop_oneof![text(40), base64_text()]) {
        let _ = extend_params::decode(&text);
        time::parse_time_stamp(&text);
    }

    #[test]
    fn any_digits_are_read(digits in vec(prop::char::range('0', '9'), 0..20)) {
        time::parse_time_stamp(&String::from_iter(digits));
    }
}
