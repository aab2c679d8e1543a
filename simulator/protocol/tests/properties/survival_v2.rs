//! No input of V2 makes anything panic.

use chrono::DateTime;
use galleria_protocol::mistake::{
    Context, of_kit_signature, of_query_signature, of_sdk_hmac, of_usage_signature,
};
use galleria_protocol::sdk_hmac::{Authorization, Call, SecretKey, check_date, verify};
use galleria_protocol::signed_call::{Claim, check_freshness, sorted, sorted_throughout};
use galleria_protocol::v2::order::{OrderInfo, OrderQuery};
use galleria_protocol::v2::request::Request;
use galleria_protocol::v2::usage::{UsagePush, flaws};
use galleria_protocol::v2::{Activity, open_api};
use galleria_protocol::{Api, Key, query_signature, time};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::any::{pairs, params, text};

/// Any JSON value, not deep.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        text(8).prop_map(Value::from),
    ];
    leaf.prop_recursive(2, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((text(4), inner), 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// Members under the names that the tables know.
fn object() -> impl Strategy<Value = Map<String, Value>> {
    let names = vec![
        "activity",
        "orderId",
        "orderLineId",
        "instanceId",
        "status",
        "scene",
        "productInfo",
        "expireTime",
        "testFlag",
        "businessId",
        "new",
    ];
    let name = prop::sample::select(names).prop_map(str::to_owned);
    vec((name, value()), 0..8).prop_map(|members| members.into_iter().collect())
}

proptest! {
    #[test]
    fn any_query_and_body_are_verified(query in text(60), body in vec(any::<u8>(), 0..60)) {
        let key = Key::new("k");
        let _ = query_signature::verify(&key, &query, &body);
        let query = format!("signature={query}&nonce={query}&timestamp={query}");
        let _ = query_signature::verify(&key, &query, &body);
        sorted(&body);
        sorted_throughout(&body);
    }

    #[test]
    fn any_text_is_read(text in text(40), digits in "[0-9TZ+-]{0,24}") {
        for text in [&text, &digits] {
            let _ = check_freshness(text, DateTime::UNIX_EPOCH);
            time::parse_basic_time(text);
            time::parse_expire_time(text);
            open_api::find(text);
            let _ = Authorization::parse(text);
            let _ = Authorization::parse(&format!("SDK-HMAC-SHA256 {text}"));
        }
    }

    #[test]
    fn any_request_is_read_and_read_back(object in object()) {
        let _ = Request::from_json(&object);
        for name in Activity::all_in(Api::V2).filter_map(|activity| activity.name_in(Api::V2)) {
            let mut object = object.clone();
            object.insert("activity".to_owned(), name.into());
            if let Ok(request) = Request::from_json(&object) {
                prop_assert_eq!(Request::from_json(&request.to_json()), Ok(request));
            }
        }
    }

    #[test]
    fn any_order_query_is_read(pairs in pairs()) {
        let _ = OrderQuery::from_params(&params(&pairs));
    }

    #[test]
    fn any_record_is_looked_through(value in value(), text in text(20), new in any::<bool>()) {
        let _ = serde_json::from_value::<OrderInfo>(value.clone());
        let record = json!({
            "begin_time": text, "end_time": "20220809T080000Z", "instance_id": text,
            "record_time": text, "usage_value": value, "metering_sn": text,
        });
        if let Ok(push) = serde_json::from_value::<UsagePush>(json!({"usage_records": [record]})) {
            flaws(&push, new, DateTime::UNIX_EPOCH);
        }
    }

    #[test]
    fn any_call_is_verified(path in text(20), query in text(30), name in text(6), value in text(6)) {
        let call = Call {
            method: value.clone(),
            path,
            query,
            headers: vec![(name.clone(), value.clone()), ("X-Sdk-Date".to_owned(), value)],
            body: Vec::new(),
        };
        let _ = check_date(&call, DateTime::UNIX_EPOCH);
        let names = format!("host;x-sdk-date;{name}");
        let parsed =
            Authorization::parse(&format!("SDK-HMAC-SHA256 Access=a,SignedHeaders={names},Signature=00"));
        if let Ok(authorization) = parsed {
            let _ = verify(&SecretKey::new("s"), &authorization, &call);
        }
    }
}

proptest! {
    // A search that finds nothing tries thousands of computations.
    #![proptest_config(ProptestConfig::with_cases(3))]

    #[test]
    fn any_wrong_signature_is_looked_into(
        signature in text(20), nonce in text(10), timestamp in "[0-9]{0,14}", body in value(),
        bytes in vec(any::<u8>(), 0..40),
    ) {
        let claim = Claim { signature: signature.clone(), nonce, timestamp: timestamp.clone() };
        let (key, context) = (Key::new("k"), Context::default());
        for body in [body.to_string().into_bytes(), bytes] {
            for of in [of_query_signature, of_kit_signature, of_usage_signature] {
                of(&key, &claim, &body, &context);
            }
            let call = Call {
                path: signature.clone(),
                query: signature.clone(),
                headers: vec![("x-sdk-date".to_owned(), timestamp.clone())],
                body,
                ..Call::default()
            };
            let parsed = Authorization::parse(&format!(
                "SDK-HMAC-SHA256 Access=a,SignedHeaders=host,Signature={signature}x"
            ));
            if let Ok(authorization) = parsed {
                of_sdk_hmac(&SecretKey::new("s"), &authorization, &call, &context);
            }
        }
    }
}
