//! The signatures of V2, step by step as the pages tell them.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{base64, hmac};

/// The signature of a call of the base interfaces.
pub(crate) fn query(key: &str, nonce: &str, timestamp: &str, body: &[u8]) -> String {
    let digest = hex(&hmac::sha256(key.as_bytes(), body));
    let text = format!("{key}{nonce}{timestamp}{digest}");
    hex(&hmac::sha256(key.as_bytes(), text.as_bytes()))
}

/// The signature of a call of the kit interfaces.
pub(crate) fn kit(key: &str, nonce: &str, timestamp: &str, body: &[u8]) -> String {
    let mut text = format!("{key}{nonce}{timestamp}").into_bytes();
    text.extend(body);
    hex(&hmac::sha256(key.as_bytes(), &text))
}

/// The signature of a usage push.
pub(crate) fn usage(key: &str, nonce: &str, timestamp: &str, body: &str) -> String {
    let text = format!("ts={timestamp}&nonce={nonce}&body={body}");
    base64::encode(&hmac::sha256(key.as_bytes(), text.as_bytes()))
}

/// An object of texts as the sample writes it: a `TreeMap` without null values, compact.
pub(crate) fn sorted(members: &[(String, Option<String>)]) -> String {
    let mut map: BTreeMap<Vec<u16>, String> = BTreeMap::new();
    for (name, value) in members {
        let key = name.encode_utf16().collect();
        let member = value
            .as_ref()
            .map(|value| format!("{}:{}", quoted(name), quoted(value)));
        match member {
            Some(member) => map.insert(key, member),
            None => map.remove(&key),
        };
    }
    let members: Vec<_> = map.into_values().collect();
    format!("{{{}}}", members.join(","))
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    let bytes: Vec<_> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    bytes.concat()
}
