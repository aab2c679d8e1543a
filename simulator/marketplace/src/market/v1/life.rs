//! The parameters of the calls in a purchase's life [v1 §5.1-5.7].
//!
//! Ordinary values only: nothing that would need escaping, so that a seller that stumbles over a
//! special character does so in the scenario that is about it.

use chrono::{FixedOffset, Months};
use galleria_protocol::{Activity, Params, time};

use crate::market::billing::Billing;
use crate::market::ledger::Market;
use crate::market::purchase::{Customer, Purchase};

/// V1's `expireTime` is read as UTC+8 [v1 §5.11].
pub(super) fn zone() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).expect("eight hours are within a day")
}

/// `newInstance`.
pub(in crate::market) fn purchase(
    market: &mut Market,
    customer: &Customer,
    purchase: &Purchase,
) -> Params {
    let mut params = Params::new();
    params.push("activity", Activity::NewInstance.name());
    params.push("customerId", &customer.id);
    params.push("customerName", &customer.name);
    params.push("businessId", market.mint().business_id());
    params.push("orderId", &purchase.order_id);
    params.push("skuCode", &purchase.sku_code);
    params.push("productId", &purchase.product_id);
    params.push("chargingMode", market.billing().charging_mode());
    if matches!(market.billing(), Billing::Period | Billing::Package) {
        params.push("expireTime", time::expire_time(purchase.expires, zone()));
    }
    if market.billing() == Billing::Period {
        params.push("periodType", "year");
        params.push("periodNumber", "1");
    }
    params.push("orderAmount", "100");
    params.push("provisionType", "1");
    params
}

/// `queryInstance` for several instances, divided by commas [v1 §5.7].
pub(in crate::market) fn query(instances: &[&str]) -> Params {
    let mut params = Params::new();
    params.push("activity", Activity::QueryInstance.name());
    params.push("instanceId", instances.join(","));
    params
}

/// Every scene behind the purchase, but for queries.
pub(in crate::market) fn later(
    market: &mut Market,
    activity: Activity,
    purchase: &Purchase,
    instance: &str,
) -> Params {
    let mut params = Params::new();
    params.push("activity", activity.name());
    params.push("instanceId", instance);
    match activity {
        Activity::RefreshInstance => {
            let until = purchase.expires.checked_add_months(Months::new(12));
            params.push("orderId", market.mint().order_id());
            params.push("productId", &purchase.product_id);
            params.push(
                "expireTime",
                time::expire_time(until.unwrap_or(purchase.expires), zone()),
            );
            params.push("periodType", "year");
            params.push("periodNumber", "1");
            params.push("orderAmount", "100");
        }
        Activity::ExpireInstance | Activity::ReleaseInstance => {
            params.push("orderId", &purchase.order_id);
        }
        Activity::Upgrade => {
            params.push("orderId", market.mint().order_id());
            let (product, sku) = market.upgraded();
            params.push("skuCode", sku);
            params.push("productId", product);
        }
        Activity::InstanceStatus => params.push("instanceStatus", "FREEZE"),
        Activity::QueryInstance
        | Activity::NewInstance
        | Activity::ChangeInstanceCheck
        | Activity::OrderNotify
        | Activity::GetLicenseAsync => {}
    }
    params
}
