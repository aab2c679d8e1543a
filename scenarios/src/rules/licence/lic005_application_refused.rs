//! LIC005: an application for a licence is refused.

use galleria_marketplace::market::State;
use galleria_marketplace::transcript::Exchange;

use super::applied::applications;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// The first `getLicenseAsync` of an instance in use succeeds: it is answered 000000 or 000004.
    ///
    /// # Why it matters
    /// The buyer has paid and cannot use the product: no licence is made.
    ///
    /// # A seller that breaks it
    /// Reads effectiveTime as `yyyyMMddHHmmss`, while it comes as `2023-10-27 10:30:15 z`; looks for the instance by its order;
    /// has no such scene.
    ///
    /// # How to fix
    /// Find the instance by instanceId, and read effectiveTime and expireTime as the page's example writes them, in UTC.
    ///
    /// # What a lawful seller may do
    /// Answer 000004 and upload the licence later. Refuse further applications of the same instance (000900), and one without
    /// a device where the licence is bound to it (000903).
    LIC005 = {
        name: "application-refused",
        force: Must,
        source: "licence §2.6",
        needs: "first application for the licence of an instance in use",
        lawful: ["online-device-needed", "online-one-licence-an-instance"],
        family: [OnlineLicence],
        scenes: [GetLicenseAsync],
        faults: ["online-end-demanded", "online-time-misread"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for exchange in applications(play).filter(|exchange| is_first(play, exchange)) {
        look.must_succeed(exchange, |fault| {
            let fault = fault
                .because("The instance is in use, and the first application for its licence is refused.")
                .fix("Find the instance by instanceId, and read the times as the page's example writes them.");
            play.explained(exchange, fault)
        });
    }
}

/// Whether nobody applied for a licence of that instance before, and it is in use.
fn is_first(play: &Play, exchange: &Exchange) -> bool {
    let before = applications(play).any(|earlier| {
        earlier.id < exchange.id && earlier.intent.purchase == exchange.intent.purchase
    });
    !before && exchange.intent.state == Some(State::Active)
}
