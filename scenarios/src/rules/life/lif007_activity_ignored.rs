//! LIF007: the answer of another scene.

use galleria_protocol::v1::Activity;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// The answer to a renewal, expiry, release or upgrade is not that of a purchase: it does not
    /// carry `instanceId` together with `appInfo`.
    ///
    /// # Why it matters
    /// Such a seller has one handler for every scene: it describes the instance and does not freeze
    /// or delete it.
    ///
    /// # A seller that breaks it
    /// Never looks at `activity`.
    ///
    /// # How to fix
    /// Branch on `activity` and do what each scene asks for.
    ///
    /// # What a lawful seller may do
    /// Send members of its own, echo the instance's id, or send a purchase's members as null.
    LIF007 = {
        name: "activity-ignored",
        force: Must,
        source: "v1 §5",
        needs: "accepted call of a scene behind the purchase",
        lawful: ["echoes-the-instance", "further-members", "null-for-absent-members"],
        faults: ["answers-every-scene-as-a-purchase"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let described = [
        play.profile.called(Activity::NewInstance),
        play.profile.called(Activity::QueryInstance),
    ];
    for (exchange, object) in play.accepted() {
        let activity = exchange.intent.activity.as_str();
        if described.contains(&activity) || Activity::from_name(activity).is_none() {
            continue;
        }
        let purchase = exchange.answered_instance().is_some()
            && object.get("appInfo").is_some_and(|v| !v.is_null());
        look.expect(exchange, !purchase, || {
            Fault::at("body")
                .expected(format!(
                    "the answer of {activity}: resultCode and resultMsg"
                ))
                .actual("instanceId and appInfo, the answer of newInstance")
                .because("The seller answers this scene as if it were a purchase.")
                .fix("Branch on activity and do what each scene asks for.")
        });
    }
}
