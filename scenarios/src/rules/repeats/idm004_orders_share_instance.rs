//! IDM004: two orders get one instance.

use std::collections::BTreeMap;

use galleria_marketplace::transcript::Exchange;
use galleria_protocol::v1::Activity;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// Different orders, also of one customer, get different instance ids.
    ///
    /// # Why it matters
    /// The end of one order freezes and deletes what the other order paid for; the platform demands
    /// ids that are globally unique, and duplicates make provisioning fail.
    ///
    /// # A seller that breaks it
    /// Takes the customer's id, or the product's, as the instance id; keeps order ids in a column that
    /// cuts them.
    ///
    /// # How to fix
    /// Make an instance for each order; several may belong to one account of the customer.
    ///
    /// # What a lawful seller may do
    /// Give the debug step's calls, which do no business, any id.
    IDM004 = {
        name: "orders-share-instance",
        force: Must,
        source: "v1 §5.1",
        needs: "two accepted orders of one customer",
        lawful: ["ids-of-its-own", "reference"],
        scenes: [NewInstance],
        faults: ["one-instance-a-customer", "one-instance-a-product", "order-ids-cut"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let name = play.profile.called(Activity::NewInstance);
    let mut seen: BTreeMap<&str, Vec<&Exchange>> = BTreeMap::new();
    let taken = play.objects().map(|(exchange, _)| exchange);
    let taken = taken.filter(|exchange| exchange.is_taken());
    for exchange in taken.filter(|e| e.intent.activity == name && !e.intent.test) {
        let (Some(instance), Some(order)) = (
            exchange.answered_instance(),
            exchange.intent.order_id.as_deref(),
        ) else {
            continue;
        };
        let others = seen
            .values()
            .flatten()
            .any(|e| e.intent.order_id.as_deref() != Some(order));
        let of_this = seen.entry(instance).or_default();
        let shared = of_this
            .iter()
            .find(|e| e.intent.order_id.as_deref() != Some(order));
        if let Some(shared) = shared {
            let fault = Fault::at("body /instanceId")
                .expected("an id of its own")
                .actual(instance);
            let because = format!(
                "Another order has this instance already (call {}).",
                shared.id
            );
            look.found(
                exchange,
                fault
                    .because(because)
                    .fix("Make an instance, with an id of its own, for each order."),
            );
        } else if others {
            look.held();
        }
        of_this.push(exchange);
    }
}
