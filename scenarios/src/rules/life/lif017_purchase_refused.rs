//! LIF017: an ordinary first order is refused.

use galleria_marketplace::transcript::{Exchange, Role};
use galleria_protocol::{Activity, Api, code};

use crate::rule;
use crate::rule::{Fault, Look, Play, refused, sent};

rule! {
    /// # What it checks
    /// The first order of a new customer, with ordinary values, succeeds.
    ///
    /// # Why it matters
    /// Nothing else can be sold or judged: the platform retries for hours and refunds the order.
    ///
    /// # A seller that breaks it
    /// Answers the debug step's calls well and fails on real ones: a database that is not set up,
    /// a customer that must exist beforehand, stock that nobody filled.
    ///
    /// # How to fix
    /// Look in the seller's log for the reason behind the code, and give the environment under test
    /// what a sale needs, stock included. A seller that knows its own products only is told one of
    /// them with `--product-id` and `--sku-code`.
    ///
    /// # What a lawful seller may do
    /// Be sold out (000100, 000106) once an order of the same run was delivered. Ask for the buyer's
    /// mobile number or mail address (000101, 000102) where the call has none. A second order of
    /// a customer is LIF014's business, a trial LIF011's, unusual values LIF012's and LIF013's.
    LIF017 = {
        name: "purchase-refused",
        force: Must,
        source: "v1 §5.1, §8",
        needs: "first order of a customer",
        lawful: ["accounts-by-mobile-number", "stock-runs-out", "three-in-stock"],
        scenes: [NewInstance],
        faults: [
            "purchase-refused",
            "one-time-without-end-refused",
            "own-products-only",
            "specification-breaks-purchase",
            "clock-in-local-time",
        ],
        check: check,
    }
}

const SOLD_OUT: [&str; 2] = [code::NO_RESOURCE, code::SOLD_OUT];

fn check(play: &Play, look: &mut Look) {
    let mut delivered = play.delivered_before;
    for exchange in play
        .ordinary()
        .filter(|exchange| is_first_order(play, exchange))
    {
        let Some(actual) = refused(exchange) else {
            if exchange.is_accepted() || exchange.is_pending() {
                delivered = true;
                look.held();
            }
            continue;
        };
        if delivered && SOLD_OUT.contains(&actual) {
            look.inconclusive(format!("the seller says that it is sold out ({actual})"));
            continue;
        }
        if let Some(reason) = misses_contact(exchange, actual) {
            look.inconclusive(reason);
            continue;
        }
        let fault = Fault::at("body /resultCode")
            .expected(code::SUCCESS)
            .actual(actual)
            .because("An ordinary order of a new customer is refused.")
            .fix(fix(play.profile.api, actual));
        look.found(exchange, play.explained(exchange, fault));
    }
}

fn fix(api: Api, refused: &str) -> &'static str {
    match (api, refused) {
        (Api::V1, code::PROCESSING) => {
            "Make the instance before you answer and name it with 000000: V1 does not come back for an instance that is being made, as V2 does."
        }
        (_, code::INVALID_PARAMETER) => {
            "Look in resultMsg and in the seller's log for the parameter that it asks for or does not take; name a product that the seller knows with --product-id and --sku-code."
        }
        _ => {
            "Look in the seller's log for the reason behind the code, and give the environment what a sale needs; name a product that the seller knows with --product-id and --sku-code."
        }
    }
}

/// Where the seller asks for a contact of the buyer that the call does not carry: how it is sent.
fn misses_contact(exchange: &Exchange, refused: &str) -> Option<&'static str> {
    let (name, reason) = match refused {
        code::MOBILE_PHONE_UNUSABLE => (
            "mobilePhone",
            "the seller asks for the buyer's mobile number (000101): --accounts-by mobile sends it",
        ),
        code::EMAIL_UNUSABLE => (
            "email",
            "the seller asks for the buyer's mail address (000102): --accounts-by mail sends it",
        ),
        _ => return None,
    };
    sent(exchange, name).is_none().then_some(reason)
}

/// What an order of the catalog lacks only where a scenario leaves it out.
fn whole(api: Api) -> &'static [&'static str] {
    match api {
        Api::V1 => &["customerId", "orderId", "businessId"],
        Api::V2 => &["orderId", "orderLineId", "businessId"],
    }
}

/// Whether a call is the first order of its customer, for money and with ordinary values.
fn is_first_order(play: &Play, exchange: &Exchange) -> bool {
    let name = play.profile.called(Activity::NewInstance);
    let ordinary = matches!(exchange.intent.role, Role::Call | Role::Control)
        && exchange.intent.activity == name
        && whole(play.profile.api)
            .iter()
            .all(|name| sent(exchange, name).is_some())
        && ["trialFlag", "testFlag"]
            .iter()
            .all(|name| sent(exchange, name).is_none());
    let earlier = play.exchanges.iter().any(|other| {
        other.id < exchange.id
            && other.intent.activity == name
            && other.intent.customer == exchange.intent.customer
    });
    ordinary && !earlier
}
