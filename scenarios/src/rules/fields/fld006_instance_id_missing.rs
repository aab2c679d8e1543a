//! FLD006: a purchase without an instance id.

use galleria_protocol::v1::Activity;

use super::near::near;
use crate::profile::Row;
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// A successful `newInstance` answers `instanceId`, a text that is not empty.
    ///
    /// # Why it matters
    /// The platform names the instance by it in every later call; without it the order fails
    /// (接口响应缺少instanceId).
    ///
    /// # A seller that breaks it
    /// Creates the account later and has no id yet, or puts it inside `appInfo`.
    ///
    /// # How to fix
    /// Answer an id that is unique among all orders; the first call's businessId will do.
    ///
    /// # What a lawful seller may do
    /// Choose any text of up to 64 characters.
    FLD006 = {
        name: "instance-id-missing",
        force: Must,
        source: "v1 §5.1",
        needs: "accepted newInstance",
        lawful: ["ids-of-its-own", "long-instance-ids"],
        scenes: [NewInstance],
        faults: ["instance-id-misspelt", "test-instance-id-empty"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let name = play.profile.called(Activity::NewInstance);
    let row = play.profile.member(name, "instanceId");
    if !row.is_some_and(Row::is_demanded) {
        return;
    }
    for (exchange, object) in play.accepted().filter(|(e, _)| e.intent.activity == name) {
        let there = object.get("instanceId");
        // What is there and no text, FLD009 tells.
        if there.is_some_and(|id| !id.is_string() && !id.is_null()) {
            continue;
        }
        look.expect(exchange, exchange.answered_instance().is_some(), || {
            let fault = Fault::at("body /instanceId")
                .expected("a text that is not empty")
                .actual(there.map_or_else(|| "no such member".to_owned(), ToString::to_string))
                .because("The platform needs the id to name the instance in every later call.")
                .fix("Answer instanceId with a unique text, such as the first call's businessId.");
            near(fault, object, object, "instanceId")
        });
    }
}
