//! Orders as the query tells them [v2 §7.1].

use chrono::{DateTime, Utc};
use galleria_protocol::Activity;
use galleria_protocol::v2::order::{
    BuyerInfo, ChargingMode, MockOrder, OrderInfo, OrderLine, OrderType, PeriodType, ProductInfo,
};
use serde_json::Map;

use crate::market::{Billing, Customer, Draft, Purchase};

/// The order of a call, where the call tells order and line.
pub fn filed(
    draft: &Draft,
    purchase: &Purchase,
    customer: Option<&Customer>,
    billing: Billing,
    now: DateTime<Utc>,
) -> Option<OrderInfo> {
    let of = |name: &str| draft.params.get(name).filter(|value| !value.is_empty());
    let (order, line) = (of("orderId")?, of("orderLineId")?);
    let product = ProductInfo {
        sku_code: Some(purchase.sku_code.clone()),
        product_id: Some(purchase.product_id.clone()),
        ..ProductInfo::default()
    };
    let by_period = billing == Billing::Period;
    Some(OrderInfo {
        order_type: order_type(draft.subject.activity, of("scene")),
        buyer_info: customer.map(|customer| BuyerInfo {
            customer_id: Some(customer.id.clone()),
            customer_name: Some(customer.name.clone()),
            ..BuyerInfo::default()
        }),
        order_line: vec![OrderLine {
            period_type: by_period.then_some(PeriodType::Year),
            period_number: by_period.then_some(1),
            expire_time: by_period.then(|| stamp(purchase.expires)),
            product_info: vec![product],
            ..plain_line(line.to_owned(), charged(billing))
        }],
        ..plain(order.to_owned(), OrderType::New, now)
    })
}

/// The order for debugging of that id, with its one line.
pub fn mock(order: &str) -> Option<OrderInfo> {
    let known = MockOrder::find(order)?;
    let line = OrderLine {
        period_type: known.period_type,
        period_number: known.period_type.map(|_| 1),
        ..plain_line(known.order_line_id(), known.charging_mode)
    };
    // No page tells when they were placed.
    let placed = DateTime::from_timestamp(1_640_995_200, 0).unwrap_or_default();
    Some(OrderInfo {
        order_line: vec![line],
        ..plain(known.order_id.to_owned(), known.order_type, placed)
    })
}

fn order_type(activity: Activity, scene: Option<&str>) -> OrderType {
    match (activity, scene) {
        (Activity::RefreshInstance, Some("TRIAL_TO_FORMAL")) => OrderType::TrialToFormal,
        (Activity::RefreshInstance, Some("UNSUBSCRIBE_RENEWAL_PERIOD"))
        | (Activity::ReleaseInstance, _) => OrderType::Unsubscribe,
        (Activity::RefreshInstance, _) => OrderType::Renew,
        (Activity::Upgrade, _) => OrderType::Change,
        _ => OrderType::New,
    }
}

fn charged(billing: Billing) -> ChargingMode {
    match billing {
        Billing::Period => ChargingMode::Period,
        Billing::OneTime => ChargingMode::OneTime,
        Billing::OnDemand => ChargingMode::OnDemand,
        Billing::Package => ChargingMode::OnDemandPkg,
    }
}

fn plain(order_id: String, order_type: OrderType, placed: DateTime<Utc>) -> OrderInfo {
    OrderInfo {
        order_id,
        order_type,
        create_time: stamp(placed),
        order_line: Vec::new(),
        buyer_info: None,
        extend_params: Vec::new(),
        other: Map::new(),
    }
}

fn plain_line(order_line_id: String, charging_mode: ChargingMode) -> OrderLine {
    OrderLine {
        order_line_id,
        charging_mode,
        period_type: None,
        period_number: None,
        expire_time: None,
        currency: None,
        product_info: Vec::new(),
        other: Map::new(),
    }
}

/// A time as orders write it.
fn stamp(time: DateTime<Utc>) -> String {
    time.format("%Y%m%d%H%M%S").to_string()
}
