//! `authToken`, step by step as the page tells it.

use std::collections::BTreeMap;

use super::{base64, hmac};

/// The text to sign.
pub(crate) fn string_to_sign(pairs: &[(String, String)]) -> String {
    // A Java TreeMap orders strings by their UTF-16 code units.
    let mut map: BTreeMap<Vec<u16>, (&str, &str)> = BTreeMap::new();
    for (name, value) in pairs {
        if name != "authToken" {
            map.entry(name.encode_utf16().collect())
                .or_insert((name, value));
        }
    }
    let mut text = String::new();
    for (name, value) in map.values() {
        text.extend([name, "=", value, "&"]);
    }
    text.pop();
    text
}

/// The token.
pub(crate) fn sign(key: &str, pairs: &[(String, String)]) -> String {
    let time_stamp = pairs.iter().find(|(name, _)| name == "timeStamp");
    let time_stamp = time_stamp.map_or("", |(_, value)| value);
    let key = format!("{key}{time_stamp}");
    base64::encode(&hmac::sha256(
        key.as_bytes(),
        string_to_sign(pairs).as_bytes(),
    ))
}
