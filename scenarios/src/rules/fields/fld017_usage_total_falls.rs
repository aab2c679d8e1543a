//! FLD017: the total of what was used becomes less.

use std::collections::BTreeMap;

use galleria_protocol::time::parse_time_stamp;
use serde_json::Value;

use super::figures;
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// Where a product is billed by use, `usageValue` of an instance is no less in a later query than in
    /// an earlier one.
    ///
    /// # Why it matters
    /// The platform takes the figure for all that was used so far; a smaller one makes the customer's use
    /// negative, or is not billed.
    ///
    /// # A seller that breaks it
    /// Tells what was used since the last query, in the running month, or of one of several servers.
    ///
    /// # How to fix
    /// Add up what an instance used from its purchase on, and tell that sum.
    ///
    /// # What a lawful seller may do
    /// Tell the same sum again, and figures of earlier moments in any order. Tell of a package what was
    /// consumed, which may be put back.
    FLD017 = {
        name: "usage-total-falls",
        force: Should,
        source: "v1 §5.7, v2 §4.2",
        needs: "two usage figures of one instance",
        lawful: ["reference"],
        scenes: [QueryInstance],
        billing: [OnDemand],
        faults: ["usage-since-the-last-query"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let mut last = BTreeMap::new();
    for figure in figures::all(play) {
        if figure.exchange.intent.test {
            continue;
        }
        let text = |name: &str| figure.members.get(name).and_then(Value::as_str);
        let (Some(instance), Some(time), Some(value)) = (
            figure.instance,
            text("statisticalTime").and_then(parse_time_stamp),
            figure.members.get("usageValue").and_then(Value::as_f64),
        ) else {
            continue;
        };
        let of = (instance, text("relatedInstanceId"));
        let Some((then, before, call)) = last.insert(of, (time, value, figure.exchange.id)) else {
            continue;
        };
        if time < then {
            last.insert(of, (then, before, call));
            continue;
        }
        look.expect(figure.exchange, value >= before, || {
            Fault::at(format!("body {}/usageValue", figure.place))
                .expected(format!("at least {before}, as in call {call}"))
                .actual(value.to_string())
                .because("The figure is the sum of all that was used, and it is less than before.")
                .fix("Tell what the instance used from its purchase on, not since the last query.")
        });
    }
}
