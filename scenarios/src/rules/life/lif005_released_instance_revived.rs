//! LIF005: a released instance is brought back.

use galleria_marketplace::delivery::Ended;
use galleria_marketplace::market::State;
use galleria_protocol::v1::Activity;

use crate::rule;
use crate::rule::{Fault, Look, Play, is_tampered};

rule! {
    /// # What it checks
    /// A renewal or upgrade of an instance whose release was accepted is refused.
    ///
    /// # Why it matters
    /// The instance is gone: the platform believes that a customer's payment took effect where
    /// nothing is left.
    ///
    /// # A seller that breaks it
    /// Marks the release with a flag that only the release handler reads.
    ///
    /// # How to fix
    /// Answer 000003 for an instance that was released.
    ///
    /// # What a lawful seller may do
    /// Refuse with any code. Answer the expiry or the release of a released instance as it likes.
    LIF005 = {
        name: "released-instance-revived",
        force: Should,
        source: "v1 §5.4, §6",
        needs: "renewal, upgrade or unfreeze of a released instance",
        lawful: ["expiry-of-released-refused", "released-instance-as-invalid"],
        billing: [Period, OnDemand, Package],
        faults: [
            "released-instance-revived",
            "released-instance-unfrozen",
            "released-instance-upgraded",
        ],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let reviving = [
        Activity::RefreshInstance,
        Activity::Upgrade,
        Activity::InstanceStatus,
    ];
    // A scene that the seller need not have is refused here for a better reason than that.
    let real = play.exchanges.iter().filter(|exchange| {
        !exchange.intent.test && !is_tampered(exchange) && exchange.ended == Ended::Answered
    });
    for exchange in real.filter(|exchange| {
        let activity = Activity::from_name(&exchange.intent.activity);
        let of_interest = activity.is_some_and(|activity| reviving.contains(&activity));
        of_interest && exchange.intent.state == Some(State::Released)
    }) {
        if !exchange.is_accepted() && exchange.refusal_code().is_none() {
            continue;
        }
        look.expect(exchange, !exchange.is_accepted(), || {
            Fault::at("body /resultCode")
                .expected("000003")
                .actual("000000")
                .because(format!(
                    "{} succeeded for an instance that was released.",
                    exchange.intent.activity
                ))
                .fix("Answer 000003 for an instance that was released.")
        });
    }
}
