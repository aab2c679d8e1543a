//! FLD014: a refusal that hands out an instance.

use serde_json::Value;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// A refusal carries neither `instanceId` nor `appInfo`.
    ///
    /// # Why it matters
    /// A reader that looks at the id before the code takes the refusal for a success; a login in it
    /// belongs to nobody.
    ///
    /// # A seller that breaks it
    /// Fills one answer object before the work is tried and sends it whatever came of the work.
    ///
    /// # How to fix
    /// Answer refusals with `resultCode` and `resultMsg` alone.
    ///
    /// # What a lawful seller may do
    /// Send the members as null or empty; the pages do not forbid more, so this rule only observes.
    FLD014 = {
        name: "instance-on-failure",
        force: Observed,
        source: "v1 §5.1",
        needs: "refusal",
        lawful: ["null-for-absent-members"],
        faults: ["refusal-carries-instance"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for (exchange, object) in play.objects() {
        if exchange.refusal_code().is_none() {
            continue;
        }
        let there = ["instanceId", "appInfo"].into_iter().find(|name| {
            let value = object.get(*name).unwrap_or(&Value::Null);
            !value.is_null() && value.as_str() != Some("")
        });
        look.expect(exchange, there.is_none(), || {
            let name = there.unwrap_or_default();
            Fault::at(format!("body /{name}"))
                .expected("no such member in a refusal")
                .actual(
                    object
                        .get(name)
                        .map(ToString::to_string)
                        .unwrap_or_default(),
                )
                .because("The call was refused, and the answer names an instance all the same.")
                .fix("Answer refusals with resultCode and resultMsg alone.")
        });
    }
}
