//! What was read out of a body, without the secrets in it.

use galleria_protocol::json::JsonFlaw;
use serde_json::{Map, Value};

/// What a body's JSON is, or what is wrong with it.
pub(super) type Parsed = Result<Map<String, Value>, JsonFlaw>;

/// The same with every text scrubbed, names included.
pub(super) fn scrubbed(parsed: Parsed, scrub: &dyn Fn(String) -> String) -> Parsed {
    match parsed {
        Ok(members) => Ok(object(members, scrub)),
        Err(JsonFlaw::TrailingBytes {
            offset,
            start,
            object: members,
        }) => Err(JsonFlaw::TrailingBytes {
            offset,
            start: scrub(start),
            object: object(members, scrub),
        }),
        Err(JsonFlaw::DuplicateName {
            name,
            object: members,
        }) => Err(JsonFlaw::DuplicateName {
            name: scrub(name),
            object: object(members, scrub),
        }),
        Err(flaw) => Err(flaw),
    }
}

fn object(members: Map<String, Value>, scrub: &dyn Fn(String) -> String) -> Map<String, Value> {
    let members = members.into_iter();
    members
        .map(|(name, member)| (scrub(name), value(member, scrub)))
        .collect()
}

fn value(found: Value, scrub: &dyn Fn(String) -> String) -> Value {
    match found {
        Value::String(text) => Value::String(scrub(text)),
        Value::Array(items) => items.into_iter().map(|item| value(item, scrub)).collect(),
        Value::Object(members) => Value::Object(object(members, scrub)),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_text_is_scrubbed_at_any_depth() {
        let Value::Object(members) = json!({ "a key": ["key", 1, { "b": "key key" }], "c": null })
        else {
            panic!("an object")
        };
        let scrub = |text: String| text.replace("key", "-");
        let clean = scrubbed(Ok(members.clone()), &scrub).unwrap();
        let wanted = json!({ "a -": ["-", 1, { "b": "- -" }], "c": null });
        assert_eq!(Value::Object(clean.clone()), wanted);
        let flawed = JsonFlaw::DuplicateName {
            name: "key".to_owned(),
            object: members,
        };
        let wanted = JsonFlaw::DuplicateName {
            name: "-".to_owned(),
            object: clean,
        };
        assert_eq!(scrubbed(Err(flawed), &scrub), Err(wanted));
    }
}
