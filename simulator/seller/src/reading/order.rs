//! What a V2 call leaves to the order: it names ids alone, so that what was bought, and by whom,
//! stands there [v2 §4.1, §4.6].

use galleria_protocol::v1::request::{NewInstance, Upgrade};
use galleria_protocol::v2::order::{ChargingMode, OrderInfo, OrderLine, OrderType, ProductInfo};
use galleria_protocol::v2::request;

/// A purchase with what its order tells. Without the order each one is a customer's only one.
pub(super) fn purchase(sent: request::NewInstance, told: Option<&OrderInfo>) -> NewInstance {
    let buyer = told.and_then(|order| order.buyer_info.as_ref()?.customer_id.clone());
    let bought = told.and_then(|order| line_of(order, &sent.order_line_id));
    let product = bought.and_then(|line| line.product_info.first());
    let trial = told.is_some_and(|order| order.order_type == OrderType::Trial);
    NewInstance {
        customer_id: buyer.unwrap_or_else(|| sent.order_id.clone()),
        order_id: sent.order_id,
        business_id: sent.business_id,
        product_id: product.and_then(|product| product.product_id.clone()),
        sku_code: product.and_then(|product| product.sku_code.clone()),
        charging_mode: bought.map(|line| charged(line.charging_mode).to_owned()),
        trial_flag: trial.then(|| "1".to_owned()),
        expire_time: bought.and_then(|line| line.expire_time.clone()),
        ..NewInstance::default()
    }
}

/// An upgrade with what its order tells.
pub(super) fn upgrade(sent: request::UpgradeInstance, told: Option<&OrderInfo>) -> Upgrade {
    let bought = told.and_then(|order| line_of(order, &sent.order_line_id));
    let product = bought.and_then(|line| line.product_info.first());
    let id =
        |id: fn(&ProductInfo) -> Option<&String>| product.and_then(id).cloned().unwrap_or_default();
    Upgrade {
        instance_id: sent.instance_id,
        order_id: sent.order_id,
        product_id: id(|product| product.product_id.as_ref()),
        sku_code: id(|product| product.sku_code.as_ref()),
        ..Upgrade::default()
    }
}

fn line_of<'a>(order: &'a OrderInfo, line: &str) -> Option<&'a OrderLine> {
    let mut lines = order.order_line.iter();
    lines.find(|held| held.order_line_id == line)
}

/// The charging mode as V1's purchases tell it [v1 §5.1].
fn charged(mode: ChargingMode) -> &'static str {
    match mode {
        ChargingMode::OnDemand => "0",
        ChargingMode::Period => "1",
        ChargingMode::OneTime => "3",
        ChargingMode::OnDemandPkg => "5",
    }
}
