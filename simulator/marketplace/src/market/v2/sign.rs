//! Writing, dating and signing a call [v2 §2].

use galleria_protocol::query_signature::{self, NONCE, SIGNATURE, TIMESTAMP};
use galleria_protocol::{Api, Key, Params};
use serde_json::{Map, Value};

use crate::market::sealed::{Dating, Sealed};
use crate::market::terms::NULL;

/// The members whose values are objects, not texts [v2 §4.7].
const OBJECTS: [&str; 1] = ["productInfo"];

/// The members as the marketplace writes them: sorted by name, compact.
pub(crate) fn body(content: &Params) -> Vec<u8> {
    let mut members: Vec<(&str, &str)> = content.iter().collect();
    members.sort_by_key(|(name, _)| *name);
    let written = members.into_iter().map(|(name, text)| {
        if text == NULL {
            return (name.to_owned(), Value::Null);
        }
        let object = OBJECTS
            .contains(&name)
            .then(|| serde_json::from_str(text).ok());
        let value = object.flatten().unwrap_or_else(|| Value::from(text));
        (name.to_owned(), value)
    });
    Value::from(written.collect::<Map<_, _>>())
        .to_string()
        .into_bytes()
}

/// The members of a body that [`body`] wrote.
pub(crate) fn content(body: &[u8]) -> Params {
    let members: Map<String, Value> = serde_json::from_slice(body).unwrap_or_default();
    let text = |value| match value {
        Value::String(text) => text,
        Value::Null => NULL.to_owned(),
        other => other.to_string(),
    };
    members
        .into_iter()
        .map(|(name, value)| (name, text(value)))
        .collect()
}

/// Dates and signs a call with this body.
pub(in crate::market) fn seal(key: &Key, body: Vec<u8>, dating: &Dating) -> Sealed {
    let mut query = Params::new();
    query.push(TIMESTAMP, dating.unit.write(dating.time));
    query.push(NONCE, &dating.nonce);
    sign(key, &mut query, &body);
    Sealed {
        api: Api::V2,
        query,
        body,
    }
}

/// Signs a body under the date in the address, in place of the signature that it may have.
pub(in crate::market) fn sign(key: &Key, query: &mut Params, body: &[u8]) {
    query.remove(SIGNATURE);
    let of = |name| query.get(name).unwrap_or_default();
    let signature = query_signature::sign(key, of(NONCE), of(TIMESTAMP), body);
    let rest = std::mem::take(query);
    query.push(SIGNATURE, signature);
    for (name, value) in rest.iter() {
        query.push(name, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::market::TimeUnit;

    #[test]
    fn members_are_sorted_and_objects_stay_objects() {
        let mut content = Params::new();
        content.push("instanceId", "i");
        content.push("activity", "changeInstanceCheck");
        content.push("productInfo", r#"{"skuCode":"s"}"#);
        let written = body(&content);
        assert_eq!(
            String::from_utf8(written.clone()).unwrap(),
            r#"{"activity":"changeInstanceCheck","instanceId":"i","productInfo":{"skuCode":"s"}}"#
        );
        assert_eq!(
            self::content(&written).get("productInfo"),
            Some(r#"{"skuCode":"s"}"#)
        );
    }

    #[test]
    fn null_is_written_and_read_as_such() {
        let mut content = Params::new();
        content.push("testFlag", NULL);
        assert_eq!(body(&content), br#"{"testFlag":null}"#);
        assert_eq!(self::content(&body(&content)), content);
    }

    #[test]
    fn a_call_is_dated_in_the_unit_of_the_site() {
        let told = |unit| {
            let dating = Dating {
                time: chrono::DateTime::from_timestamp_millis(1_767_225_600_123).unwrap(),
                nonce: "n".to_owned(),
                unit,
            };
            let sealed = seal(&Key::new("obviously-fake-key"), Vec::new(), &dating);
            sealed.query.get(TIMESTAMP).map(ToOwned::to_owned)
        };
        assert_eq!(
            told(TimeUnit::Milliseconds).as_deref(),
            Some("1767225600123")
        );
        assert_eq!(told(TimeUnit::Seconds).as_deref(), Some("1767225600"));
    }
}
