//! newInstance: a customer has paid [v1 §5.1].
//!
//! It also comes when the buyer opens the page of a bought application, years later: then it is a
//! repeat like any other and must find the old instance.

use std::collections::BTreeSet;

use galleria_protocol::Api;
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
        Purchased::First(instance) | Purchased::Repeat(instance) if instance.pending > 0 => {
            behaviour.pending_purchase(call, &instance)
        }
        Purchased::First(instance) => Ok(app::purchased(call, &instance)),
        Purchased::Repeat(instance) => behaviour.repeated_purchase(call, &instance),
    }
}

/// What counts as one order: its id, for on-demand products with the product id, because one
/// such order comes as several calls, one for each billed item. In V2 its line says which.
pub fn order_key(call: &Call, purchase: &NewInstance) -> OrderKey {
    if call.api == Api::V2 {
        let line = call.params.get("orderLineId").unwrap_or_default();
        return OrderKey(format!("{}\n{line}", purchase.order_id));
    }
    match (purchase.charging_mode.as_deref(), &purchase.product_id) {
        (Some("0"), Some(product_id)) => OrderKey(format!("{}\n{product_id}", purchase.order_id)),
        _ => OrderKey(purchase.order_id.clone()),
    }
}

/// Whether it is billed by use. A V2 purchase does not say, so a figure is told for every instance.
fn is_metered(call: &Call, purchase: &NewInstance) -> bool {
    match purchase.charging_mode.as_deref() {
        Some(mode) => matches!(mode, "0" | "5"),
        None => call.api == Api::V2,
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
        metered: is_metered(call, purchase),
        trial: purchase.trial_flag.as_deref() == Some("1"),
        expire_time: purchase.expire_time.clone(),
        login: behaviour.login(call, purchase),
        condition: Condition::default(),
        applied: BTreeSet::new(),
        pending: behaviour.queries_until_ready(call),
    }
}
