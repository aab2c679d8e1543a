//! LIF015: an order that failed once fails for ever.

use galleria_marketplace::transcript::{Exchange, Role};
use galleria_protocol::code;
use galleria_protocol::v1::Activity;

use crate::rule;
use crate::rule::{Fault, Look, Play, refused};

rule! {
    /// # What it checks
    /// An order whose first call was refused succeeds when it comes again and nothing is wrong any
    /// more. Another order in the same scenario shows that purchases work.
    ///
    /// # Why it matters
    /// The platform repeats a failed order for three hours; a seller that has made up its mind makes
    /// all those calls useless, and the order is refunded.
    ///
    /// # A seller that breaks it
    /// Writes the order down before it is served, and answers a repeat with "processed already".
    ///
    /// # How to fix
    /// Write the order down together with the instance, in one transaction.
    ///
    /// # What a lawful seller may do
    /// Refuse again for a reason of business that the pages list (000100 to 000107).
    LIF015 = {
        name: "failure-remembered",
        force: Should,
        source: "v1 §5.1",
        needs: "order that was refused, and was delivered again",
        lawful: ["stock-runs-out"],
        scenes: [NewInstance],
        faults: ["failure-remembered"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let bought = play
        .ordinary()
        .filter(|exchange| is_purchase(exchange) && exchange.is_accepted());
    if bought.count() == 0 {
        return;
    }
    for exchange in play.ordinary().filter(|exchange| is_purchase(exchange)) {
        let Some(first) = failed_before(play, exchange) else {
            continue;
        };
        let Some(actual) = refused(exchange) else {
            if exchange.is_accepted() {
                look.held();
            }
            continue;
        };
        if actual.starts_with("0001") {
            look.inconclusive(format!(
                "the seller refuses for a reason of business, {actual}"
            ));
            continue;
        }
        look.found(
            exchange,
            Fault::at("body /resultCode")
                .expected(code::SUCCESS)
                .actual(actual)
                .because(format!(
                    "The order was refused in call {}, rightly; now it is complete and refused again.",
                    first.id
                ))
                .fix("Write the order down together with the instance, and nothing where it failed."),
        );
    }
}

fn is_purchase(exchange: &Exchange) -> bool {
    exchange.intent.is(Activity::NewInstance) && exchange.intent.role == Role::Call
}

/// An earlier call of the same order that was refused.
fn failed_before<'a>(play: &'a Play, later: &Exchange) -> Option<&'a Exchange> {
    play.ordinary().find(|exchange| {
        exchange.id < later.id
            && is_purchase(exchange)
            && exchange.refusal_code().is_some()
            && exchange.intent.order_id == later.intent.order_id
    })
}
