//! The members of a V2 body [v2 §4].

use galleria_protocol::Params;
use serde_json::{Map, Value};

/// The object in a body; an empty one where it holds none.
pub(crate) fn object(body: &[u8]) -> Map<String, Value> {
    serde_json::from_slice(body).unwrap_or_default()
}

/// The members of a body in its order, as texts: an object stays its JSON, a null counts as
/// absent. A body that is no JSON object has none.
pub(crate) fn members(body: &[u8]) -> Params {
    let told = object(body)
        .into_iter()
        .filter(|(_, value)| !value.is_null());
    told.map(|(name, value)| match value {
        Value::String(text) => (name, text),
        other => (name, other.to_string()),
    })
    .collect()
}
