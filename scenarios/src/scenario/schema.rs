//! The JSON Schema of a scenario file, for editors.

use std::collections::BTreeSet;

use galleria_marketplace::kit::KitChange;
use galleria_marketplace::market::Billing;
use galleria_marketplace::tamper;
use galleria_protocol::kit::Call;
use galleria_protocol::{Activity, Api, Family};
use serde_json::{Value, json};

use super::kit::FLAGS;
use super::step::VERBS;
use crate::schema::published;

/// The version of the form of scenario files; see the book for when it goes up.
const FORMAT_VERSION: u32 = 1;

/// The schema, with a line end.
pub fn schema() -> String {
    let names = |names: Vec<&str>| json!({ "type": "string", "enum": names });
    let list = |items: Value, about: &str| json!({ "type": "array", "items": items, "description": about });
    let schema = json!({
        "title": "galleria scenario",
        "description": "What the marketplace does: steps of a closed set of verbs. It expects nothing; rules judge.",
        "type": "object",
        "additionalProperties": false,
        "required": ["title", "about", "step"],
        "properties": {
            "title": { "type": "string", "description": "In a few words." },
            "about": { "type": "string", "description": "In a sentence or two." },
            "api": list(names(Api::ALL.map(Api::name).to_vec()), "The versions of the interface it is for; all where absent."),
            "billing": list(names(Billing::ALL.map(Billing::name).to_vec()), "The billing modes it is for; all where absent."),
            "family": list(names(Family::ALL.map(Family::name).to_vec()), "The families of products it is for; all where absent."),
            "step": { "type": "array", "minItems": 1, "items": step() },
        },
    });
    published("scenario", FORMAT_VERSION, &schema)
}

/// The names of the scenes in either version and of single families, and of the kit's calls.
fn activities() -> Vec<&'static str> {
    let names = Api::ALL
        .into_iter()
        .flat_map(|api| Activity::ALL.map(|activity| activity.name_in(api)));
    let names = names.flatten().chain(Activity::ALL.map(Activity::name));
    let names: BTreeSet<&str> = names.chain(Call::ALL.map(Call::name)).collect();
    names.into_iter().collect()
}

fn step() -> Value {
    let text = |about: &str| json!({ "type": "string", "description": about });
    let choice = |names: Vec<&str>, about: &str| json!({ "type": "string", "enum": names, "description": about });
    let verbs = VERBS
        .iter()
        .map(|(name, about)| json!({ "const": name, "description": about }));
    let tamperings = tamper::ALL
        .iter()
        .map(|tampering| (tampering.name, tampering.about))
        .chain(KitChange::all().map(|change| (change.name, change.about)))
        .map(|(name, about)| json!({ "const": name, "description": about }));
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["verb"],
        "properties": {
            "verb": { "description": "What happens.", "oneOf": verbs.collect::<Vec<_>>() },
            "name": text("A name that a later step can say."),
            "activity": choice(activities(), "The scene that is called."),
            "purchase": text("The purchase that the call is about."),
            "customer": text("The customer who buys."),
            "test": { "type": "boolean", "description": "Whether it is a call of the debug step." },
            "order-of": text("The purchase whose order this one belongs to."),
            "set": {
                "type": "object",
                "additionalProperties": { "type": "string" },
                "description": "Parameters that are set or added.",
            },
            "without": { "type": "array", "items": { "type": "string" }, "description": "Parameters that are left out." },
            "step": text("The earlier step whose call is made again or is the control."),
            "times": { "type": "integer", "minimum": 2, "description": "How often a burst makes its call, or how many orders are made." },
            "at": text("Where the connection is cut (in-head, before-end or before-answer), or where the seller is killed."),
            "how": { "description": "The tampering.", "oneOf": tamperings.collect::<Vec<_>>() },
            "flag": choice(FLAGS.map(|(name, _)| name).to_vec(), "What a kit call does with its records."),
            "tenant": text("The enterprise that a kit call is about."),
            "time": text("A duration such as 90s; of an outage, how long it lasts."),
            "kind": text("What keeps the calls of an outage from succeeding."),
            "every": text("How long the platform waits between two calls of an outage; by the rule book where absent."),
            "note": text("What happens here, for people."),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::super::catalog::FILES;
    use super::*;

    #[test]
    fn the_catalog_is_valid_and_a_misspelt_name_is_not() {
        let schema: Value = serde_json::from_str(&schema()).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        for (id, text) in FILES {
            let mut scenario: Value = toml::from_str(text).unwrap();
            let faults: Vec<_> = validator
                .iter_errors(&scenario)
                .map(|e| e.to_string())
                .collect();
            assert!(faults.is_empty(), "{id}: {faults:?}");
            scenario["step"][0]["verb"] = "snd".into();
            assert!(!validator.is_valid(&scenario), "{id}");
        }
    }
}
