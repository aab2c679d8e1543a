//! AUT006: an optional parameter that the seller cannot do without.

use super::stumbled::{REFUSALS_AND_FAILURES, accepted};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A purchase without orderAmount, testFlag, or userId and userName, and a renewal without
    /// productId or orderAmount, are accepted like the same calls with them; on the international
    /// site also a purchase without customerName.
    ///
    /// # Why it matters
    /// Whether they are sent depends on the product, the buyer and the site; `testFlag` is absent
    /// from the mainland site's real calls.
    ///
    /// # A seller that breaks it
    /// Marks every field of its request class as mandatory, or uses a value without asking whether
    /// it came.
    ///
    /// # How to fix
    /// Demand only what the tables mark with M, and sign over what came.
    ///
    /// # What a lawful seller may do
    /// Demand `customerName` where the profile calls it mandatory, as the mainland page does. Refuse
    /// for a reason that is not the call's form.
    AUT006 = {
        name: "optional-parameter-required",
        force: Must,
        source: "v1 §5.1, §5.2",
        needs: "call without an optional parameter beside an accepted one",
        lawful: ["customer-name-required", "three-in-stock"],
        faults: ["licence-renewal-needs-product", "order-amount-required", "customer-name-required"],
        check: check,
    }
}

const LEFT_OUT: [&str; 5] = [
    "without-customer-name",
    "without-order-amount",
    "without-product",
    "without-sub-user",
    "without-test-flag",
];

fn check(play: &Play, look: &mut Look) {
    let fix =
        "Demand only what the tables mark as mandatory, and sign over the parameters that came.";
    for how in LEFT_OUT {
        accepted(play, look, how, REFUSALS_AND_FAILURES, fix);
    }
}
