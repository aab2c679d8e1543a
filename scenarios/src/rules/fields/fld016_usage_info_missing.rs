//! FLD016: an instance that is billed by use, told without what it used.

use galleria_marketplace::transcript::Role;
use galleria_protocol::v1::Activity;
use serde_json::Value;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// Where a product is billed by use, or is a package of such a product, the answer to a V1 query
    /// has `usageInfo` in the entry of each instance.
    ///
    /// # Why it matters
    /// The platform bills the customer, and counts down his package, by these figures.
    ///
    /// # A seller that breaks it
    /// Answers ids alone, because the debug step accepts that.
    ///
    /// # How to fix
    /// Give every entry its `usageInfo`, also where nothing was used so far: `usageValue` is 0 then.
    ///
    /// # What a lawful seller may do
    /// Send an empty list, and push the figures besides. Answer an unknown instance without any. In V2 leave `usageInfo` out and
    /// push the figures: its tables call it optional.
    FLD016 = {
        name: "usage-info-missing",
        force: Should,
        source: "v1 §5.7",
        needs: "accepted query for a purchase that is billed by use",
        lawful: ["usage-of-nothing", "usage-pushed-only"],
        api: [V1],
        scenes: [QueryInstance],
        billing: [OnDemand, Package],
        faults: ["usage-left-out"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let name = play.profile.called(Activity::QueryInstance);
    let queries = play
        .accepted()
        .filter(|(e, _)| e.intent.activity == name && !e.intent.test)
        .filter(|(e, _)| matches!(e.intent.role, Role::Call | Role::Control));
    for (exchange, object) in queries {
        let entries = object.get("info").and_then(Value::as_array);
        for (number, entry) in entries.into_iter().flatten().enumerate() {
            let there = entry.get("usageInfo").is_some_and(|usage| !usage.is_null());
            look.expect(exchange, there, || {
                Fault::at(format!("body /info/{number}/usageInfo"))
                    .expected("a list of what the instance used")
                    .actual("no such member")
                    .because("The instance is billed by use, and the answer does not tell what it used.")
                    .fix("Give the entry its usageInfo with usageValue and statisticalTime, 0 where nothing was used.")
            });
        }
    }
}
