//! The members of the calls in a purchase's life [v2 §4].

use chrono::{DateTime, Months, Utc};
use galleria_protocol::{Activity, Params, time};

use crate::market::billing::Billing;
use crate::market::ledger::Market;
use crate::market::purchase::{Purchase, State};

/// V2's `expireTime` is UTC [v2 §4.3].
const ZONE: chrono::FixedOffset = chrono::FixedOffset::east_opt(0).expect("UTC is a zone");

/// `newInstance`: ids alone; what was bought the seller asks for [v2 §4.1].
pub(in crate::market) fn purchase(market: &mut Market, purchase: &Purchase) -> Params {
    let mut params = Params::new();
    params.push("activity", "newInstance");
    params.push("orderId", &purchase.order_id);
    params.push("orderLineId", &purchase.order_line_id);
    params.push("businessId", market.mint().business_id());
    params
}

/// `orderNotify`: ids alone, as in a purchase; its flag is mandatory [v2 §4.8].
pub(in crate::market) fn notice(purchase: &Purchase) -> Params {
    let mut params = Params::new();
    params.push("activity", "orderNotify");
    params.push("orderId", &purchase.order_id);
    params.push("orderLineId", &purchase.order_line_id);
    params.push("testFlag", "0");
    params
}

/// `queryInstance` for several instances, divided by commas [v2 §4.2].
pub(in crate::market) fn query(instances: &[&str]) -> Params {
    let mut params = Params::new();
    params.push("activity", "queryInstance");
    params.push("instanceId", instances.join(","));
    params
}

/// Every scene behind the purchase, but for queries. An expiry freezes the instance. What is released
/// before it expired was refunded, and the refund has an order.
pub(in crate::market) fn later(
    market: &mut Market,
    activity: Activity,
    purchase: &Purchase,
    instance: &str,
) -> Params {
    let mut params = Params::new();
    params.push("instanceId", instance);
    match activity {
        Activity::RefreshInstance => {
            let until = purchase.expires.checked_add_months(Months::new(12));
            params.push("activity", "refreshInstance");
            params.push("scene", "RENEWAL");
            order(market, &mut params);
            params.push("expireTime", end(until.unwrap_or(purchase.expires)));
        }
        Activity::ExpireInstance | Activity::InstanceStatus => {
            params.push("activity", "updateInstanceStatus");
            params.push("status", "FREEZE");
        }
        Activity::ReleaseInstance => {
            params.push("activity", "releaseInstance");
            if purchase.state != State::Expired {
                order(market, &mut params);
            }
        }
        Activity::Upgrade => {
            params.push("activity", "upgradeInstance");
            order(market, &mut params);
        }
        Activity::ChangeInstanceCheck => {
            let (product, sku) = market.upgraded();
            params.push("activity", "changeInstanceCheck");
            params.push("productInfo", product_info(&product, &sku));
        }
        Activity::OrderNotify => params = notice(purchase),
        Activity::GetLicenseAsync => {
            params.push("activity", "getLicenseAsync");
            params.push("effectiveTime", moment(market.clock().now()));
            if market.billing() == Billing::Period {
                params.push("expireTime", moment(purchase.expires));
            }
            params.push("eventId", market.mint().business_id());
            params.push("deviceFingerprint", market.mint().nonce());
        }
        Activity::QueryInstance | Activity::NewInstance => {}
    }
    params
}

/// A moment as applications for licences tell it [licence §2.6].
pub(super) fn moment(time: DateTime<Utc>) -> String {
    time.format("%Y-%m-%d %H:%M:%S z").to_string()
}

/// The reason of a renewal that is taken back.
const TAKEN_BACK: &str = "UNSUBSCRIBE_RENEWAL_PERIOD";

/// The reason of a renewal with another product.
const CHANGE: &str = "RENEWAL_CHANGE";

/// Whether another product takes the place of the one that was bought.
pub(in crate::market) fn changes_product(params: &Params) -> bool {
    params.get("scene") == Some(CHANGE)
}

/// Gives a renewal the end that fits its reason: one that is taken back ends a year earlier.
pub(in crate::market) fn fit_end(params: &mut Params, purchase: &Purchase) {
    if params.get("scene") == Some(TAKEN_BACK) {
        let earlier = purchase.expires.checked_sub_months(Months::new(12));
        params.set("expireTime", end(earlier.unwrap_or(purchase.expires)));
    }
}

/// The end that a renewal tells.
pub(in crate::market) fn told_end(params: &Params) -> Option<DateTime<Utc>> {
    params.get("expireTime").and_then(time::parse_time_stamp)
}

/// An order of its own, with its one line.
fn order(market: &mut Market, params: &mut Params) {
    let order = market.mint().order_id();
    params.push("orderLineId", format!("{order}-000001"));
    params.push("orderId", order);
}

/// A product as an object [v2 §4.7].
pub(super) fn product_info(product: &str, sku: &str) -> String {
    serde_json::json!({ "productId": product, "skuCode": sku }).to_string()
}

/// A moment as `expireTime` tells it.
pub(super) fn end(moment: DateTime<Utc>) -> String {
    time::expire_time(moment, ZONE)
}
