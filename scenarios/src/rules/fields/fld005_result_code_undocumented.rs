//! FLD005: a result code that no page lists for the scene.

use galleria_protocol::code::{self, ResultCode};
use galleria_protocol::v1::Activity;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// A refusal has a code that the pages list, and list for this scene.
    ///
    /// # Why it matters
    /// The code decides what the platform's staff, and its retries, make of the refusal. One that
    /// nobody knows says nothing.
    ///
    /// # A seller that breaks it
    /// Makes codes of its own, often from HTTP's, or answers a renewal with a purchase's code.
    ///
    /// # How to fix
    /// Use 000001 to 000005, for purchases also 000100 to 000107, and say the details in resultMsg.
    ///
    /// # What a lawful seller may do
    /// Choose among the codes that are listed. What a forged call is answered is AUT015's business.
    FLD005 = {
        name: "result-code-undocumented",
        force: Should,
        source: "v1 §6",
        needs: "refusal",
        faults: ["undocumented-result-code"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for exchange in play.owed() {
        let Some(refused) = exchange.refusal_code() else {
            continue;
        };
        let activity = exchange.intent.activity.as_str();
        let fits = code::find(refused).is_some_and(|known| fits(known, activity));
        look.expect(exchange, fits, || {
            Fault::at("body /resultCode")
                .expected("a code that the pages list for this scene")
                .actual(refused)
                .because(format!("No page lists the code {refused} for {activity}."))
                .fix("Use 000001 to 000005, or 000100 to 000107 for purchases, and say the rest in resultMsg.")
        });
    }
}

/// Whether a code is for a scene. A scene that does not exist has no list of its own.
fn fits(known: &ResultCode, activity: &str) -> bool {
    known.scene == "all"
        || Activity::from_name(activity).is_none()
        || known.scene.split(", ").any(|scene| scene == activity)
}
