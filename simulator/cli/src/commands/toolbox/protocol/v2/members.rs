//! The body of a call that is to be signed.

use galleria_protocol::signed_call::sorted;
use serde_json::{Map, Value};

use crate::commands::toolbox::protocol::Draft;
use crate::error::CliError;

/// The bytes that are sent: those that were given, or, where members were given, those members in
/// the sorted, compact form in which the marketplace writes them.
pub(super) fn body(draft: &Draft) -> Result<Vec<u8>, CliError> {
    let given = draft.request.body.as_deref();
    if draft.parameters.is_empty() {
        return given.map(<[u8]>::to_vec).ok_or_else(|| {
            CliError::usage(
                "there is nothing to sign: give the body's members as NAME=VALUE, or the body with \
                 --body FILE",
            )
        });
    }
    let mut members: Map<String, Value> = match given {
        None => Map::new(),
        Some(body) => serde_json::from_slice(body).map_err(|error| {
            CliError::usage(format!(
                "the body is no JSON object, so NAME=VALUE cannot change it: {error}"
            ))
        })?,
    };
    for (name, value) in &draft.parameters {
        members.insert(name.clone(), member(value));
    }
    let written = Value::Object(members).to_string();
    Ok(sorted(written.as_bytes()).unwrap_or(written).into_bytes())
}

/// A value: an object or a list where it is one, as `productInfo` wants it, and else a text.
fn member(value: &str) -> Value {
    let read = serde_json::from_str(value).ok();
    let nested = read.filter(|value: &Value| value.is_object() || value.is_array());
    nested.unwrap_or_else(|| Value::String(value.to_owned()))
}
