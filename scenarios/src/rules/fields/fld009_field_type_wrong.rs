//! FLD009: a member of another JSON type than the table says.

use serde_json::Value;

use super::table;
use crate::profile::Kind;
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// Each member of an answer has the type of the profile's table for the scene: texts are JSON
    /// strings, `appInfo` is an object, `info` and `usageInfo` are arrays of objects.
    ///
    /// # Why it matters
    /// The platform reads the answer into typed fields: one that does not fit fails the whole
    /// answer.
    ///
    /// # A seller that breaks it
    /// Puts JSON into a string, sends a number for `encryptType` or `instanceId`, or an object for a list of one.
    ///
    /// # How to fix
    /// Send the types of the tables: everything is a string but objects, lists and `usageValue`.
    ///
    /// # What a lawful seller may do
    /// Send null for an optional member, and members that the scene's table does not have, of any
    /// type. `resultCode` and the usage figures have rules of their own.
    FLD009 = {
        name: "field-type-wrong",
        force: Must,
        source: "v1 §5.1, §5.7",
        needs: "answer with a member of the tables",
        lawful: ["credentials-null", "further-members", "null-for-absent-members"],
        faults: [
            "licence-as-object",
            "app-info-as-text",
            "encrypt-type-as-number",
            "info-as-object",
            "instance-id-as-number",
            "usage-info-as-object",
        ],
        check: check,
    }
}

/// Members that other rules judge: FLD003, FLD011 and FLD012.
const JUDGED_ELSEWHERE: [&str; 3] = [
    "resultCode",
    "info.usageInfo.usageValue",
    "info.usageInfo.statisticalTime",
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
        table::members(play, exchange, object, |member| {
            let Some(wanted) = &member.row.kind else {
                return;
            };
            if member.is_among(&JUDGED_ELSEWHERE) {
                return;
            }
            look.expect(exchange, is(member.value, wanted), || {
                Fault::at(format!("body {}", member.place()))
                    .expected(name(wanted))
                    .actual(member.value.to_string())
                    .because(format!("The table wants {} here.", name(wanted)))
                    .fix("Send the types of the tables: strings for texts and codes, objects and lists as such.")
            });
        });
    }
}

fn is(value: &Value, wanted: &Kind) -> bool {
    match wanted {
        Kind::Text { .. } => value.is_string(),
        Kind::Number { .. } => value.is_number(),
        Kind::Object(_) => value.is_object(),
        Kind::List(_) => value
            .as_array()
            .is_some_and(|items| items.iter().all(Value::is_object)),
    }
}

fn name(wanted: &Kind) -> &'static str {
    match wanted {
        Kind::Text { .. } => "a string",
        Kind::Number { .. } => "a number",
        Kind::Object(_) => "an object",
        Kind::List(_) => "a list of objects",
    }
}
