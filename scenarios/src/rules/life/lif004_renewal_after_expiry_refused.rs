//! LIF004: a renewal after the expiry is refused.

use galleria_marketplace::market::State;
use galleria_marketplace::transcript::Exchange;
use galleria_protocol::v1::Activity;

use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A purchase that has expired and was not released can be renewed.
    ///
    /// # Why it matters
    /// Buyers renew within the retention period; a refusal loses the customer and the payment is
    /// refunded.
    ///
    /// # A seller that breaks it
    /// Looks for active instances only, or refuses everything for a frozen one.
    ///
    /// # How to fix
    /// Set the new end date and unfreeze the instance.
    ///
    /// # What a lawful seller may do
    /// Refuse the renewal of an instance that was released. Where the renewal of a purchase in use
    /// is refused as well, LIF016 tells it and this rule says nothing.
    LIF004 = {
        name: "renewal-after-expiry-refused",
        force: Must,
        source: "v1 §5.2, v2 §4.3",
        needs: "renewal of an expired purchase",
        lawful: ["reference", "released-instance-as-invalid"],
        scenes: [RefreshInstance, ExpireInstance],
        billing: [Period],
        faults: ["licence-expiry-deletes", "renewal-after-expiry-refused"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let name = play.profile.called(Activity::RefreshInstance);
    let in_use = |exchange: &&Exchange| {
        exchange.intent.activity == name && exchange.intent.state == Some(State::Active)
    };
    if play
        .ordinary()
        .filter(in_use)
        .any(|renewal| renewal.refusal_code().is_some())
    {
        look.inconclusive("the renewal of a purchase in use is refused as well");
        return;
    }
    for exchange in play.ordinary().filter(|exchange| {
        let expired = exchange.intent.state == Some(State::Expired);
        exchange.intent.activity == name && expired && !release_was_tried(play, exchange)
    }) {
        look.must_succeed(exchange, |fault| {
            fault
                .because("The purchase had expired and was not yet released, and its renewal was refused.")
                .fix("Accept the renewal, set the new end date and unfreeze the instance.")
        });
    }
}

/// Whether a release of the same purchase went out before, whatever its answer said.
fn release_was_tried(play: &Play, renewal: &Exchange) -> bool {
    play.exchanges.iter().any(|earlier| {
        earlier.id < renewal.id
            && earlier.intent.is(Activity::ReleaseInstance)
            && earlier.intent.purchase == renewal.intent.purchase
    })
}
