//! The model against the seller: what a history must have been answered, order by order.
//!
//! Rules judge kinds of pairs, such as a call and its repeat. The model knows whole lives: it also
//! compares what was told in answers that got lost, whatever lay in between, and it knows that an
//! order whose lost answer came in the end is an ordinary one again.

use std::collections::BTreeMap;

use galleria_marketplace::delivery::Ended;
use galleria_marketplace::market::{Billing, State};
use galleria_marketplace::transcript::{Exchange, Role};
use galleria_protocol::{Activity, Api, code};

use crate::rule::{Fault, Look, Play, refused, sent};

/// What the model found, by the id of the rule that the breach is one of.
pub fn expectations(play: &Play) -> Vec<(&'static str, Look)> {
    let mut found = BTreeMap::new();
    instances(play, &mut found);
    due_calls(play, &mut found);
    found.into_iter().collect()
}

type Found = BTreeMap<&'static str, Look>;

/// One order, one instance; one instance, one order.
fn instances(play: &Play, found: &mut Found) {
    let mut of_order: BTreeMap<String, &Exchange> = BTreeMap::new();
    let mut of_instance: BTreeMap<&str, (String, &Exchange)> = BTreeMap::new();
    for exchange in play.exchanges.iter().filter(|e| is_purchase(e)) {
        let (Some(order), Some(instance)) = (order(play, exchange), told(exchange)) else {
            continue;
        };
        let first = *of_order.entry(order.clone()).or_insert(exchange);
        if first.id != exchange.id {
            let rule = rule_of_repeat(exchange, first);
            let known = first.answered_instance().unwrap_or_default();
            found
                .entry(rule)
                .or_default()
                .expect(exchange, known == instance, || {
                    let because = format!(
                        "The same order got another instance than in call {}.",
                        first.id
                    );
                    let fault = Fault::at("body /instanceId")
                        .expected(known)
                        .actual(instance);
                    fault
                        .because(because)
                        .fix("Look the order up by orderId, and answer the instance that it has.")
                });
        }
        let (owner, earlier) = of_instance
            .entry(instance)
            .or_insert_with(|| (order.clone(), exchange))
            .clone();
        found
            .entry("IDM004")
            .or_default()
            .expect(exchange, owner == order, || {
                let because = format!(
                    "Another order has this instance already (call {}).",
                    earlier.id
                );
                let fault = Fault::at("body /instanceId").expected("an id of its own");
                fault
                    .actual(instance)
                    .because(because)
                    .fix("Make an instance, with an id of its own, for each order.")
            });
    }
}

/// Real purchases that the marketplace made.
fn is_purchase(exchange: &Exchange) -> bool {
    let made = matches!(
        exchange.intent.role,
        Role::Call
            | Role::Control
            | Role::Repeat { .. }
            | Role::AtOnce { .. }
            | Role::Awaited { .. }
    );
    made && !exchange.intent.test && exchange.intent.is(Activity::NewInstance)
}

/// What counts as one order [v1 §5.1, v2 §4.1].
fn order(play: &Play, exchange: &Exchange) -> Option<String> {
    let order = exchange.intent.order_id.clone()?;
    let item = match play.profile.api {
        Api::V2 => sent(exchange, "orderLineId"),
        Api::V1 if play.billing == Billing::OnDemand => exchange.intent.product_id.clone(),
        Api::V1 => None,
    };
    Some(format!("{order} {}", item.unwrap_or_default()))
}

/// The instance that an answer told, also one that the marketplace did not hear.
fn told(exchange: &Exchange) -> Option<&str> {
    let known = exchange.is_accepted() || exchange.is_pending() || exchange.ended == Ended::Lost;
    exchange.answered_instance().filter(|_| known)
}

fn rule_of_repeat(exchange: &Exchange, first: &Exchange) -> &'static str {
    let at_once =
        |call: &Exchange| matches!(call.intent.role, Role::AtOnce { .. } | Role::Awaited { .. });
    if at_once(exchange) || at_once(first) {
        "IDM007"
    } else if first.ended == Ended::Lost {
        "IDM008"
    } else {
        "IDM001"
    }
}

/// Calls that are due in the life of an order of which the marketplace knows everything: also where
/// an answer was lost on the way, once the same call was accepted again.
fn due_calls(play: &Play, found: &mut Found) {
    for exchange in play.ordinary().filter(|exchange| is_due(exchange)) {
        if !is_known(play, exchange) {
            continue;
        }
        let Some(actual) = refused(exchange) else {
            continue;
        };
        let activity = &exchange.intent.activity;
        let because = format!(
            "The purchase was delivered and everything about it was accepted, and its {activity} is refused."
        );
        let fault = Fault::at("body /resultCode")
            .expected(code::SUCCESS)
            .actual(actual);
        let fix = "Find the instance by instanceId and do what the scene asks for.";
        let look = found.entry("LIF016").or_default();
        look.found(exchange, fault.because(because).fix(fix));
    }
}

fn is_due(exchange: &Exchange) -> bool {
    let due = match Activity::from_name(&exchange.intent.activity) {
        Some(Activity::RefreshInstance | Activity::ExpireInstance | Activity::InstanceStatus) => {
            State::Active
        }
        Some(Activity::ReleaseInstance) => State::Expired,
        _ => return false,
    };
    exchange.intent.role == Role::Call && exchange.intent.state == Some(due)
}

/// Whether each earlier call of the purchase was accepted, or lost and accepted when it came again.
fn is_known(play: &Play, later: &Exchange) -> bool {
    let of_it = || {
        let of = move |call: &&Exchange| {
            call.id < later.id && call.intent.purchase == later.intent.purchase
        };
        play.exchanges.iter().filter(of)
    };
    let heard = |lost: &Exchange| {
        of_it().any(|call| call.is_accepted() && call.intent.role == Role::Repeat { of: lost.id })
    };
    let forged = |call: &Exchange| matches!(call.intent.role, Role::Tampered { .. });
    let made_here = play.profile.family.is_made_by_the_marketplace();
    let bought = of_it().any(|call| is_purchase(call) && call.is_accepted());
    (bought || made_here) && of_it().all(|call| call.is_accepted() || forged(call) || heard(call))
}
