//! The JSON Schema of `galleria.toml`, made of the flags themselves.

use clap::Arg;
use galleria_scenarios::schema::published;
use serde_json::{Map, Value, json};

use super::command::{is_list, is_switch, settings};
use super::file::{DEFAULT_TARGET, TARGETS};

/// The version of the form of `galleria.toml`; see the book for when it goes up.
const FORMAT_VERSION: u32 = 1;

/// The schema, with a line end.
pub(crate) fn schema() -> String {
    let members: Map<String, Value> = settings()
        .iter()
        .filter_map(|arg| Some((arg.get_long()?.to_owned(), member(arg))))
        .collect();
    let target = json!({
        "type": "object",
        "description": "The settings of a target, which stand before those of the file.",
        "additionalProperties": false,
        "properties": members,
    });
    let mut properties = members;
    properties.insert(
        DEFAULT_TARGET.to_owned(),
        json!({ "type": "string", "description": "The target where none is named with --target." }),
    );
    properties.insert(
        TARGETS.to_owned(),
        json!({
            "type": "object",
            "description": "Named targets, chosen with --target.",
            "additionalProperties": target,
        }),
    );
    let schema = json!({
        "title": "galleria.toml",
        "description": "Settings of galleria: the long names of its flags.",
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
    });
    published("config", FORMAT_VERSION, &schema)
}

fn member(arg: &Arg) -> Value {
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let text = json!({ "type": ["string", "integer"] });
    let mut member = if is_switch(arg) {
        json!({ "type": "boolean" })
    } else if is_list(arg) {
        json!({ "anyOf": [text, { "type": "array", "items": text }] })
    } else {
        text
    };
    member["description"] = help.split_whitespace().collect::<Vec<_>>().join(" ").into();
    member
}
