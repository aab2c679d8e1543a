//! FLD009: a member of another JSON type than the table says.

use serde_json::{Map, Value};

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// Texts are JSON strings, `appInfo` is an object, `info` and `usageInfo` are arrays of objects.
    ///
    /// # Why it matters
    /// The platform reads the answer into typed fields: one that does not fit fails the whole
    /// answer.
    ///
    /// # A seller that breaks it
    /// Puts JSON into a string, sends a number for `encryptType`, or an object for a list of one.
    ///
    /// # How to fix
    /// Send the types of the tables: everything is a string but objects, lists and `usageValue`.
    ///
    /// # What a lawful seller may do
    /// Send null for an optional member, and members of its own of any type. `resultCode`,
    /// `instanceId` of a purchase and the usage figures have rules of their own.
    FLD009 = {
        name: "field-type-wrong",
        force: Must,
        source: "v1 §5.1, §5.7",
        needs: "answer with a member of the tables",
        faults: ["app-info-as-text", "encrypt-type-as-number"],
        check: check,
    }
}

/// A member of the tables: its name and its type.
type Member = (&'static str, Type);

#[derive(Clone, Copy)]
enum Type {
    Text,
    Object(&'static [Member]),
    List(&'static [Member]),
}

const ANSWER: &[Member] = &[
    ("resultMsg", Type::Text),
    ("encryptType", Type::Text),
    ("appInfo", Type::Object(APP_INFO)),
    ("info", Type::List(INSTANCE)),
];

const APP_INFO: &[Member] = &[
    ("frontEndUrl", Type::Text),
    ("adminUrl", Type::Text),
    ("userName", Type::Text),
    ("password", Type::Text),
    ("memo", Type::Text),
];

const INSTANCE: &[Member] = &[
    ("instanceId", Type::Text),
    ("appInfo", Type::Object(APP_INFO)),
    ("usageInfo", Type::List(USAGE)),
];

const USAGE: &[Member] = &[
    ("relatedInstanceId", Type::Text),
    ("dashboardUrl", Type::Text),
];

fn check(play: &Play, look: &mut Look) {
    for (exchange, object) in play.objects() {
        let read = exchange.is_accepted() || exchange.refusal_code().is_some();
        let ok = exchange
            .response
            .as_ref()
            .is_some_and(|answer| answer.status == 200);
        if !read || !ok {
            continue;
        }
        let mut found = Vec::new();
        members(object, ANSWER, "", &mut found);
        for (place, expected, value) in found {
            let holds = is(value, expected);
            look.expect(exchange, holds, || {
                Fault::at(format!("body {place}"))
                    .expected(name(expected))
                    .actual(value.to_string())
                    .because(format!("The table wants {} here.", name(expected)))
                    .fix("Send the types of the tables: strings for texts and codes, objects and lists as such.")
            });
        }
    }
}

/// The members of the tables that are there and not null, with their places.
fn members<'a>(
    object: &'a Map<String, Value>,
    table: &[Member],
    at: &str,
    found: &mut Vec<(String, Type, &'a Value)>,
) {
    for (name, wanted) in table {
        let Some(value) = object.get(*name).filter(|value| !value.is_null()) else {
            continue;
        };
        let place = format!("{at}/{name}");
        found.push((place.clone(), *wanted, value));
        match (wanted, value) {
            (Type::Object(table), Value::Object(inner)) => members(inner, table, &place, found),
            (Type::List(table), Value::Array(items)) => {
                for (number, item) in items.iter().enumerate() {
                    let place = format!("{place}/{number}");
                    if let Value::Object(inner) = item {
                        members(inner, table, &place, found);
                    }
                }
            }
            _ => {}
        }
    }
}

fn is(value: &Value, wanted: Type) -> bool {
    match wanted {
        Type::Text => value.is_string(),
        Type::Object(_) => value.is_object(),
        Type::List(_) => value
            .as_array()
            .is_some_and(|items| items.iter().all(Value::is_object)),
    }
}

fn name(wanted: Type) -> &'static str {
    match wanted {
        Type::Text => "a string",
        Type::Object(_) => "an object",
        Type::List(_) => "a list of objects",
    }
}
