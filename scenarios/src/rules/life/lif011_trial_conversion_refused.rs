//! LIF011: a trial that cannot become a purchase.

use galleria_marketplace::transcript::Role;
use galleria_protocol::v1::Activity;

use crate::rule;
use crate::rule::{Look, Play, sent};

rule! {
    /// # What it checks
    /// A trial that was accepted can be turned into a purchase: `refreshInstance` with
    /// `trialToFormal=1` succeeds.
    ///
    /// # Why it matters
    /// The buyer has paid for what he tried, and the order fails.
    ///
    /// # A seller that breaks it
    /// Does not know the parameter, or looks for a paid period to add to.
    ///
    /// # How to fix
    /// Take the conversion as a renewal: set the end, and end the trial.
    ///
    /// # What a lawful seller may do
    /// Offer no trials: a refused trial is not held against it.
    LIF011 = {
        name: "trial-conversion-refused",
        force: Must,
        source: "v1 §5.2, §5.10, v2 §4.3",
        needs: "conversion of an accepted trial",
        lawful: ["no-trials"],
        family: [Saas],
        scenes: [RefreshInstance],
        billing: [Period],
        faults: ["trial-conversion-refused", "end-without-milliseconds-refused"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let name = play.profile.called(Activity::RefreshInstance);
    for exchange in play
        .ordinary()
        .filter(|exchange| exchange.intent.activity == name)
        // What comes again is the business of the rules about repeats.
        .filter(|exchange| !matches!(exchange.intent.role, Role::Repeat { .. }))
    {
        let over_v1 = sent(exchange, "trialToFormal").as_deref() == Some("1");
        let over_v2 = sent(exchange, "scene").as_deref() == Some("TRIAL_TO_FORMAL");
        if !over_v1 && !over_v2 {
            continue;
        }
        look.must_succeed(exchange, |fault| {
            fault
                .because("The trial was accepted, and its conversion into a purchase is refused.")
                .fix(if over_v2 {
                    "Take the scene TRIAL_TO_FORMAL as a renewal: set the new end and end the trial."
                } else {
                    "Take trialToFormal=1 as a renewal: set the new end and end the trial."
                })
        });
    }
}
