//! OPN003: an order is asked for that there is not, or not as the query wants it.

use galleria_marketplace::open_api::{CallBack, Flaw, Wish};

use super::seen::{call_backs, is_authentic, place};
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// A signed query of an order asks, at the documented path, for an order and a line that the marketplace has told.
    ///
    /// # Why it matters
    /// Any other query is refused, so that the seller makes the instance without knowing what was bought.
    ///
    /// # A seller that breaks it
    /// Asks for the line's id in place of the order's, or sends parameters that the query does not have.
    ///
    /// # How to fix
    /// Send orderId as the call told it, and orderLineId beside it where one line is wanted.
    ///
    /// # What a lawful seller may do
    /// Leave orderLineId out and pick the line itself, ask again and again, ask for the orders that the
    /// marketplace keeps for debugging, and ask for earlier orders by a job of its own.
    OPN003 = {
        name: "order-asked-for-wrongly",
        force: Should,
        source: "v2 §7.1",
        needs: "signed query of an order",
        lawful: ["asks-for-all-lines"],
        unseen: "the seller never called the open APIs",
        api: [V2],
        faults: ["asks-for-line-as-order"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let queries = call_backs(play).filter(|(_, came)| is_query(came) && is_authentic(came));
    for (exchange, call_back) in queries {
        let Some(flaw) = call_back.flaws.first() else {
            look.held();
            continue;
        };
        let at = Fault::at(place(call_back, "query"));
        look.found(exchange, told(at, flaw, &call_back.target));
    }
}

/// Whether it asks for an order of this run. An order that the marketplace never told may be asked for
/// on behalf of an earlier purchase, unless a call of the marketplace is being answered.
fn is_query(came: &CallBack) -> bool {
    let of_another = !came.inside && came.flaws.contains(&Flaw::UnknownOrder);
    matches!(came.wish, Wish::OrderQuery | Wish::Nothing) && !of_another
}

fn told(at: Fault, flaw: &Flaw, target: &str) -> Fault {
    let (expected, because) = match flaw {
        Flaw::Unknown => (
            "GET and the path of the query",
            "The open APIs have nothing there.",
        ),
        Flaw::Parameters { .. } => (
            "orderId, and orderLineId where one line is wanted",
            "A parameter of the query is missing, unknown or too long.",
        ),
        Flaw::UnknownLine { .. } => ("a line of that order", "The order has no such line."),
        _ => (
            "the orderId of a call, or an order for debugging",
            "The marketplace has told no such order.",
        ),
    };
    at.expected(expected)
        .actual(target)
        .because(because)
        .fix("Ask with orderId and orderLineId as newInstance and upgradeInstance tell them.")
}
