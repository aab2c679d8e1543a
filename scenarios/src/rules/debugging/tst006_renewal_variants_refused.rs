//! TST006: a variant of the debug step's renewal is refused.

use galleria_marketplace::tamper::Tampering;

use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// The debug step's renewal succeeds with `productId` empty as well as filled, and with
    /// `trialToFormal=1` as well as without.
    ///
    /// # Why it matters
    /// The page demands all of them of products released since 2018-05-12: without them the product
    /// cannot be released.
    ///
    /// # A seller that breaks it
    /// Looks the empty product up, or does not know the conversion of a trial.
    ///
    /// # How to fix
    /// Treat an empty productId as an absent one and trialToFormal as a renewal.
    ///
    /// # What a lawful seller may do
    /// Refuse a wrong token: an empty value that breaks the token is AUT005's business.
    TST006 = {
        name: "renewal-variants-refused",
        force: Must,
        source: "v1 §5.2",
        needs: "variant of the debug step's renewal beside an accepted one",
        lawful: ["reference"],
        api: [V1],
        family: [Saas],
        scenes: [RefreshInstance],
        faults: ["test-renewal-without-product-refused"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for how in ["empty-product", "trial-conversion"] {
        for pair in play.tampered(how).filter(|pair| pair.second.intent.test) {
            let about = Tampering::find(how).map_or(how, |tampering| tampering.about);
            look.must_succeed(pair.second, |fault| {
                fault
                    .because(format!(
                        "The renewal succeeded in call {} and is refused here, where {about}.",
                        pair.first.id
                    ))
                    .fix("Treat an empty productId as an absent one, and trialToFormal=1 as a renewal.")
            });
        }
    }
}
