//! LIF008: success for a call that lacks a mandatory parameter.

use super::missing;
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// A purchase without `orderId` and a renewal without `instanceId` are not accepted. Each goes
    /// out beside an accepted call.
    ///
    /// # Why it matters
    /// A success for a call that cannot have been carried out hides the fault from the platform and
    /// from the seller.
    ///
    /// # A seller that breaks it
    /// Reads what it needs, does nothing where it is null, and answers success.
    ///
    /// # How to fix
    /// Check the mandatory parameters of each scene and answer 000002 where one is missing.
    ///
    /// # What a lawful seller may do
    /// Refuse with any code: which one is LIF009's business. Do without `orderId` in an expiry,
    /// which the pages' own example lacks.
    LIF008 = {
        name: "missing-parameter-accepted",
        force: Should,
        source: "v1 §6",
        needs: "call without a mandatory parameter beside an accepted one",
        lawful: ["missing-instance-unknown"],
        faults: ["missing-parameter-accepted"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for pair in missing::all(play) {
        if pair.second.response.is_none() {
            continue;
        }
        look.expect(pair.second, !pair.second.is_taken(), || {
            Fault::at("body /resultCode")
                .expected("000002")
                .actual("000000")
                .because(format!(
                    "{} succeeded although a mandatory parameter is missing.",
                    pair.second.intent.activity
                ))
                .fix("Check the mandatory parameters of each scene and answer 000002 where one is missing.")
        });
    }
}
