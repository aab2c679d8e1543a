//! LIF014: a customer cannot buy again.

use galleria_marketplace::transcript::{Exchange, Role};
use galleria_protocol::code;
use galleria_protocol::v1::Activity;

use crate::rule;
use crate::rule::{Fault, Look, Play, place, refused, sent};

rule! {
    /// # What it checks
    /// A further order of a customer whose first order was delivered succeeds.
    ///
    /// # Why it matters
    /// Customers who come back are refunded and sent away.
    ///
    /// # A seller that breaks it
    /// Registers the customer with each order, and the unique index on the customer's id refuses the
    /// second one.
    ///
    /// # How to fix
    /// Look the customer up first, and make another instance for the same account.
    ///
    /// # What a lawful seller may do
    /// Sell a product once to each customer and say so with 000103 or 000105, or be sold out
    /// (000100, 000106).
    LIF014 = {
        name: "second-order-refused",
        force: Must,
        source: "v1 §5.1, §6",
        needs: "second order of one customer",
        lawful: ["sells-once-to-a-customer", "stock-runs-out", "three-in-stock"],
        scenes: [NewInstance],
        faults: ["second-order-refused"],
        check: check,
    }
}

/// Refusals of a purchase that the pages list as reasons of business.
const BUSINESS: [&str; 4] = [
    code::ALREADY_PURCHASED,
    code::BENEFIT_ALREADY_HELD,
    code::NO_RESOURCE,
    code::SOLD_OUT,
];

fn check(play: &Play, look: &mut Look) {
    for exchange in play.ordinary().filter(|exchange| is_purchase(exchange)) {
        let mut accepted = accepted_before(play, exchange).peekable();
        if accepted.peek().is_none() {
            continue;
        }
        let Some(actual) = refused(exchange) else {
            if exchange.is_taken() {
                look.held();
            }
            continue;
        };
        if BUSINESS.contains(&actual) {
            look.inconclusive(format!(
                "the seller says that it does not sell twice to a customer ({actual})"
            ));
            continue;
        }
        // The order most like it, which leaves the fewest values to blame.
        if let Some(first) = accepted.min_by_key(|first| differing(first, exchange).len()) {
            look.found(exchange, fault(first, exchange, actual));
        }
    }
}

/// What a purchase tells beside its ids, its dates and its product, and may tell otherwise than the one
/// before.
const FREE: [&str; 3] = ["customerName", "saasExtendParams", "orderAmount"];

/// Those values in which two orders differ.
fn differing(first: &Exchange, second: &Exchange) -> Vec<&'static str> {
    let differs = |name: &&str| sent(first, name) != sent(second, name);
    FREE.into_iter().filter(differs).collect()
}

/// What is wrong with a refused order: that it is the second where it is like the first, or else what it
/// tells.
fn fault(first: &Exchange, second: &Exchange, actual: &str) -> Fault {
    let values = differing(first, second);
    if values.is_empty() {
        return Fault::at("body /resultCode")
            .expected(code::SUCCESS)
            .actual(actual)
            .because(format!(
                "The customer's first order (call {}) was delivered, and the second is refused.",
                first.id
            ))
            .fix("Look the customer up first, and make another instance for the same account.");
    }
    Fault::at(place(&values))
        .expected(code::SUCCESS)
        .actual(actual)
        .because(format!(
            "The customer's first order (call {}) was delivered, and a further one is refused, whose values of {} are others.",
            first.id,
            values.join(", ")
        ))
        .fix("Accept every value that the tables allow, and size columns by them.")
}

fn is_purchase(exchange: &Exchange) -> bool {
    exchange.intent.is(Activity::NewInstance) && exchange.intent.role == Role::Call
}

/// The earlier orders of the same customer that were accepted.
fn accepted_before<'a>(play: &'a Play, later: &'a Exchange) -> impl Iterator<Item = &'a Exchange> {
    play.ordinary().filter(|exchange| {
        exchange.id < later.id
            && is_purchase(exchange)
            && exchange.is_taken()
            && exchange.intent.customer == later.intent.customer
            && exchange.intent.order_id != later.intent.order_id
    })
}
