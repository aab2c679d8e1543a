//! Members of a body.

use serde_json::{Map, Value};

use super::RequestError;
use crate::Api;
use crate::kit::Flag;
use crate::request::Source;

pub(super) type Object = Map<String, Value>;

/// A mandatory text.
pub(super) fn given(object: &Object, name: &'static str) -> Result<String, RequestError> {
    object.text(name)?.ok_or(RequestError::Missing(name))
}

/// A text that may be empty, as that of `instanceId` before there is an order.
pub(super) fn empty(object: &Object, name: &'static str) -> Result<String, RequestError> {
    Ok(object.text(name)?.unwrap_or_default())
}

/// `flag`.
pub(super) fn flag(object: &Object) -> Result<Flag, RequestError> {
    Flag::from_text(given(object, "flag")?)
}

/// `testFlag`: 0 or 1.
pub(super) fn test(object: &Object) -> Result<bool, RequestError> {
    let value = given(object, "testFlag")?;
    match value.as_str() {
        "0" => Ok(false),
        "1" => Ok(true),
        _ => Err(RequestError::Malformed {
            parameter: "testFlag",
            value,
        }),
    }
}

/// A list of objects, whether it is an array or the text of one. What is no list is not quoted:
/// it may hold personal data.
pub(super) fn list(object: &Object, parameter: &'static str) -> Result<Vec<Object>, RequestError> {
    let items = match object.get(parameter) {
        None | Some(Value::Null) => return Err(RequestError::Missing(parameter)),
        Some(Value::Array(items)) => objects(items.clone()),
        Some(Value::String(text)) if text.is_empty() => {
            return Err(RequestError::Missing(parameter));
        }
        Some(Value::String(text)) => serde_json::from_str(text).ok().and_then(objects),
        Some(_) => None,
    };
    items.ok_or_else(|| RequestError::Malformed {
        parameter,
        value: "(no list of objects)".to_owned(),
    })
}

fn objects(items: Vec<Value>) -> Option<Vec<Object>> {
    let object = |item| match item {
        Value::Object(object) => Some(object),
        _ => None,
    };
    items.into_iter().map(object).collect()
}

/// Adds a text.
pub(super) fn put(object: &mut Object, name: &str, value: &str) {
    object.insert(name.to_owned(), Value::from(value));
}

/// Adds an optional text.
pub(super) fn put_some(object: &mut Object, name: &str, value: Option<&str>) {
    if let Some(value) = value {
        put(object, name, value);
    }
}

/// Adds `flag`.
pub(super) fn put_flag(object: &mut Object, flag: Flag) {
    object.insert("flag".to_owned(), Value::from(flag.number()));
}

/// Adds `testFlag`.
pub(super) fn put_test(object: &mut Object, test: bool) {
    object.insert("testFlag".to_owned(), Value::from(u8::from(test)));
}

/// Adds a list: in V1 its text, in V2 the array.
pub(super) fn put_list(object: &mut Object, api: Api, name: &str, items: Vec<Object>) {
    let list = Value::from_iter(items);
    let list = match api {
        Api::V1 => Value::from(list.to_string()),
        Api::V2 => list,
    };
    object.insert(name.to_owned(), list);
}
