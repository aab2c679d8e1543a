//! newInstance: a customer has paid [v1 §5.1].
//!
//! It also comes when the buyer opens the page of a bought application, years later: then it is a
//! repeat like any other and must find the old instance.

use std::collections::BTreeSet;

use galleria_protocol::v1::request::{NewInstance, Request};

use super::app;
use crate::call::Call;
use crate::outcome::Handled;
use crate::store::{Condition, Instance, OrderKey, Purchased};

pub(super) fn purchase(call: &Call, request: &Request, purchase: &NewInstance) -> Handled {
    let behaviour = call.behaviour();
    if let Some(refusal) = behaviour.objection(call, request, None) {
        return Err(refusal);
    }
    let key = behaviour.order_key(call, purchase);
    match call
        .seller
        .store()
        .purchase(&key, &mut || make(call, purchase))
    {
        Purchased::First(instance) => Ok(app::purchased(call, &instance)),
        Purchased::Repeat(instance) => behaviour.repeated_purchase(call, &instance),
    }
}

/// What counts as one order: its id, for on-demand products with the product id, because one
/// such order comes as several calls, one for each billed item.
pub fn order_key(purchase: &NewInstance) -> OrderKey {
    match (purchase.charging_mode.as_deref(), &purchase.product_id) {
        (Some("0"), Some(product_id)) => OrderKey(format!("{}\n{product_id}", purchase.order_id)),
        _ => OrderKey(purchase.order_id.clone()),
    }
}

fn make(call: &Call, purchase: &NewInstance) -> Instance {
    let behaviour = call.behaviour();
    Instance {
        id: behaviour.instance_id(call, purchase),
        order_id: purchase.order_id.clone(),
        customer_id: purchase.customer_id.clone(),
        product_id: purchase.product_id.clone(),
        sku_code: purchase.sku_code.clone(),
        metered: matches!(purchase.charging_mode.as_deref(), Some("0" | "5")),
        trial: purchase.trial_flag.as_deref() == Some("1"),
        expire_time: purchase.expire_time.clone(),
        login: behaviour.login(call, purchase),
        condition: Condition::default(),
        applied: BTreeSet::new(),
    }
}
