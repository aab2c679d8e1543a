//! The members of an object in another form than JSON.

use serde_json::{Map, Value};

/// The members, sorted by name, as `name=value` pairs.
pub(in crate::mistake) fn as_parameters(object: &Map<String, Value>) -> String {
    let mut pairs: Vec<_> = object
        .iter()
        .map(|(name, value)| match value {
            Value::String(text) => format!("{name}={text}"),
            other => format!("{name}={other}"),
        })
        .collect();
    pairs.sort();
    pairs.join("&")
}
