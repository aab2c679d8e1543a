//! IDM006: two billed items of one order get one instance.

use galleria_marketplace::transcript::Exchange;
use galleria_protocol::v1::Activity;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// Two pay-per-use purchases of one order with different product ids get different instance ids.
    ///
    /// # Why it matters
    /// Each billed item has its own figures and its own end; with one instance for both, one item is
    /// never billed.
    ///
    /// # A seller that breaks it
    /// Looks the order up by its id alone.
    ///
    /// # How to fix
    /// For `chargingMode` 0, keep instances by orderId and productId.
    ///
    /// # What a lawful seller may do
    /// Keep both instances in one account of the customer.
    IDM006 = {
        name: "metered-items-share-instance",
        force: Must,
        source: "v1 §5.1",
        needs: "pay-per-use order with two products",
        lawful: ["one-login-a-customer"],
        api: [V1],
        billing: [OnDemand],
        faults: ["metered-items-share-instance"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for (exchange, _) in play
        .accepted()
        .filter(|(exchange, _)| is_purchase(exchange))
    {
        let Some(other) = other_item(play, exchange) else {
            continue;
        };
        let ids = (other.answered_instance(), exchange.answered_instance());
        let (Some(other_id), Some(id)) = ids else {
            continue;
        };
        look.expect(exchange, other_id != id, || {
            Fault::at("body /instanceId")
                .expected("an id of its own")
                .actual(id)
                .because(format!(
                    "Another product of the same order has this instance (call {}).",
                    other.id
                ))
                .fix("For chargingMode 0, keep instances by orderId and productId.")
        });
    }
}

fn is_purchase(exchange: &Exchange) -> bool {
    exchange.intent.is(Activity::NewInstance) && !exchange.intent.test
}

/// An earlier purchase of another product in the same order.
fn other_item<'a>(play: &'a Play, later: &Exchange) -> Option<&'a Exchange> {
    play.accepted()
        .map(|(exchange, _)| exchange)
        .find(|exchange| {
            exchange.id < later.id
                && is_purchase(exchange)
                && exchange.intent.order_id == later.intent.order_id
                && exchange.intent.product_id != later.intent.product_id
        })
}
