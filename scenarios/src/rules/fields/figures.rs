//! The usage figures of a query's answer [v1 §5.7].

use galleria_marketplace::transcript::Exchange;
use galleria_protocol::v1::Activity;
use serde_json::{Map, Value};

use crate::rule::Play;

/// One figure, with its place in the body.
pub(super) struct Figure<'a> {
    pub(super) exchange: &'a Exchange,
    pub(super) place: String,
    /// The instance that it is told of.
    pub(super) instance: Option<&'a str>,
    pub(super) members: &'a Map<String, Value>,
}

/// Every figure of every accepted query.
pub(super) fn all(play: &Play) -> Vec<Figure<'_>> {
    let mut found = Vec::new();
    let name = play.profile.called(Activity::QueryInstance);
    for (exchange, object) in play.accepted().filter(|(e, _)| e.intent.activity == name) {
        for (instance, info) in list(object.get("info")).iter().enumerate() {
            for (number, usage) in list(info.get("usageInfo")).iter().enumerate() {
                let place = format!("/info/{instance}/usageInfo/{number}");
                if let Some(members) = usage.as_object() {
                    found.push(Figure {
                        exchange,
                        place,
                        instance: info.get("instanceId").and_then(Value::as_str),
                        members,
                    });
                }
            }
        }
    }
    found
}

fn list(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}
