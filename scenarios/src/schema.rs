//! The published JSON Schemas: how each is named and written.

use serde::Serialize;
use serde_json::{Map, Value};

/// The dialect that they are written in.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// What a schema calls itself in `$id`: what it describes, and the version of that format. The version goes
/// up only where something that was valid no longer is, or means something else.
#[must_use]
pub fn id(of: &str, version: u32) -> String {
    format!("urn:galleria:schema:{of}:{version}")
}

/// A schema as it is published: its dialect and its name first, and a line end behind it.
///
/// # Panics
/// Never: a schema is a JSON value, and its keys are text.
#[must_use]
pub fn published(of: &str, version: u32, schema: &impl Serialize) -> String {
    let mut named = Map::new();
    named.insert("$schema".to_owned(), DIALECT.into());
    named.insert("$id".to_owned(), id(of, version).into());
    let written = serde_json::to_value(schema);
    if let Value::Object(members) = written.expect("a schema is a JSON value with text for keys") {
        let own = members.into_iter();
        named.extend(own.filter(|(name, _)| name != "$schema" && name != "$id"));
    }
    format!("{:#}\n", Value::Object(named))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_schema_begins_with_its_name_and_its_own_references_lead_into_it() {
        let schema = json!({ "type": "object", "properties": { "a": { "$ref": "#/$defs/A" } }, "$defs": { "A": { "type": "integer" } } });
        let text = published("thing", 3, &schema);
        assert!(text.starts_with(&format!(
            "{{\n  \"$schema\": \"{DIALECT}\",\n  \"$id\": \"urn:galleria:schema:thing:3\",\n"
        )));
        let validator = jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap();
        assert!(validator.is_valid(&json!({ "a": 1 })));
        assert!(!validator.is_valid(&json!({ "a": "1" })));
    }
}
