//! IDM005: two lines of one order share an instance.

use galleria_marketplace::transcript::Exchange;
use galleria_protocol::Activity;

use crate::rule;
use crate::rule::{Fault, Look, Play, sent};

rule! {
    /// # What it checks
    /// Two `newInstance` calls with one orderId and different orderLineIds answer two instance ids.
    ///
    /// # Why it matters
    /// Each line of an order is something that was bought. Sharing an instance, the buyer gets one of
    /// two, and the release of one line takes the other away.
    ///
    /// # A seller that breaks it
    /// Looks orders up by orderId alone.
    ///
    /// # How to fix
    /// Make the pair of orderId and orderLineId the unique key of an instance.
    ///
    /// # What a lawful seller may do
    /// Keep any number of instances for one customer in one tenant of its own, as long as each line has
    /// an instance id.
    IDM005 = {
        name: "order-lines-share-instance",
        force: Must,
        source: "v2 §4.1",
        needs: "two accepted lines of one order",
        lawful: ["one-login-a-customer"],
        api: [V2],
        family: [Saas, OnlineLicence],
        faults: ["order-lines-share-instance"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for exchange in play
        .exchanges
        .iter()
        .filter(|exchange| is_purchase(exchange))
    {
        let Some(other) = other_line(play, exchange) else {
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
                    "Another line of the same order has this instance (call {}).",
                    other.id
                ))
                .fix("Keep instances by orderId and orderLineId.")
        });
    }
}

fn is_purchase(exchange: &Exchange) -> bool {
    let delivered = exchange.is_accepted() || exchange.is_pending();
    delivered && exchange.intent.is(Activity::NewInstance) && !exchange.intent.test
}

/// An earlier purchase by another line of the same order.
fn other_line<'a>(play: &'a Play, later: &Exchange) -> Option<&'a Exchange> {
    let line = |exchange: &Exchange| sent(exchange, "orderLineId");
    play.exchanges.iter().find(|exchange| {
        exchange.id < later.id
            && is_purchase(exchange)
            && exchange.intent.order_id == later.intent.order_id
            && line(exchange) != line(later)
    })
}
