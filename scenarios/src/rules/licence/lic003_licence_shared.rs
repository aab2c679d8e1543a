//! LIC003: two orders get the same licence.

use galleria_marketplace::transcript::Exchange;

use super::told::{calls, licence};
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// Different orders get different licences.
    ///
    /// # Why it matters
    /// When one of the orders is released, the other's buyer loses a licence that is paid for, or the
    /// first one's goes on working.
    ///
    /// # A seller that breaks it
    /// Answers one licence that is written into its configuration, or derives it from the product.
    ///
    /// # How to fix
    /// Derive the licence from the order, or draw it once for each order.
    ///
    /// # What a lawful seller may do
    /// The pages do not ask for it in words, so this rule only informs: a product that knows a
    /// customer by an account may answer the same text for all of its orders.
    LIC003 = {
        name: "licence-shared",
        force: Observed,
        source: "licence §1.2",
        needs: "accepted getLicense of two orders",
        lawful: ["licence-in-chinese"],
        family: [OldLicence],
        scenes: [NewInstance],
        faults: ["licence-fixed"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let mut seen: Vec<(&Exchange, &str)> = Vec::new();
    for (exchange, _) in calls(play) {
        let Some(text) = licence(exchange) else {
            continue;
        };
        // Orders that share their instance are IDM004's business.
        let is_other = |(earlier, _): &&(&Exchange, &str)| {
            earlier.intent.order_id != exchange.intent.order_id
                && earlier.answered_instance() != exchange.answered_instance()
        };
        let mut others = seen.iter().filter(is_other).peekable();
        if others.peek().is_some() {
            let shared = others.find(|(_, other)| *other == text);
            look.expect(exchange, shared.is_none(), || {
                let earlier = shared.map_or(exchange.id, |(earlier, _)| earlier.id);
                Fault::at("body /license")
                    .expected("a licence that no other order has")
                    .actual(text)
                    .because(format!("The order in call {earlier} got the same licence."))
                    .fix("Derive the licence from the order, or draw it once for each order.")
            });
        }
        seen.push((exchange, text));
    }
}
