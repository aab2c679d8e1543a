//! The calls of the debug step: the form's made-up values with `testFlag` 1 [v2 §6].
//!
//! They are the same in every run, as saved cases are: a seller must answer them again and again.

use galleria_protocol::{Activity, Params};

use super::life::{end, moment, product_info};
use crate::market::ledger::Market;

/// The instance id that the form is filled with; no seller has it.
pub const INSTANCE_ID: &str = "huaiweitest123456";
/// The order id that the form is filled with: one of the mock orders, which the seller may ask for
/// [v2 §7.1].
pub const ORDER_ID: &str = "MOCKPERIODYEARNEW";
/// The event id of the form's application for a licence.
pub const EVENT_ID: &str = "87b94795-0000-4000-8000-000000000001";
const RENEWAL_ORDER_ID: &str = "MOCKMONTYRENEW";
const UPGRADE_ORDER_ID: &str = "MOCKMONTYCHANGE";
const PRODUCT_ID: &str = "00301-666688-0--0";
const SKU_CODE: &str = "d0abcd12-0000-4000-8000-000000000001";

/// The members of one call of the debug step.
pub(in crate::market) fn params(activity: Activity, market: &mut Market) -> Params {
    let mut params = Params::new();
    let until = end(market.clock().now() + chrono::TimeDelta::days(365));
    match activity {
        Activity::NewInstance => {
            params.push("activity", "newInstance");
            params.push("businessId", market.mint().business_id());
            order(&mut params, ORDER_ID);
        }
        Activity::RefreshInstance => {
            params.push("activity", "refreshInstance");
            params.push("scene", "RENEWAL");
            params.push("instanceId", INSTANCE_ID);
            order(&mut params, RENEWAL_ORDER_ID);
            params.push("expireTime", until);
        }
        Activity::ExpireInstance | Activity::InstanceStatus => {
            params.push("activity", "updateInstanceStatus");
            params.push("instanceId", INSTANCE_ID);
            params.push("status", "FREEZE");
        }
        Activity::ReleaseInstance => {
            params.push("activity", "releaseInstance");
            params.push("instanceId", INSTANCE_ID);
        }
        Activity::Upgrade => {
            params.push("activity", "upgradeInstance");
            params.push("instanceId", INSTANCE_ID);
            order(&mut params, UPGRADE_ORDER_ID);
        }
        Activity::ChangeInstanceCheck => {
            let goods = market.goods().clone();
            let product = goods.upgrade_product_id.as_deref().unwrap_or(PRODUCT_ID);
            let sku = goods.upgrade_sku_code.as_deref().unwrap_or(SKU_CODE);
            params.push("activity", "changeInstanceCheck");
            params.push("instanceId", INSTANCE_ID);
            params.push("productInfo", product_info(product, sku));
        }
        Activity::OrderNotify => {
            params.push("activity", "orderNotify");
            order(&mut params, ORDER_ID);
        }
        Activity::GetLicenseAsync => {
            let now = market.clock().now();
            params.push("activity", "getLicenseAsync");
            params.push("instanceId", INSTANCE_ID);
            params.push("effectiveTime", moment(now));
            params.push("expireTime", moment(now + chrono::TimeDelta::days(365)));
            params.push("eventId", EVENT_ID);
            params.push("deviceFingerprint", INSTANCE_ID);
        }
        Activity::QueryInstance => {
            params.push("activity", "queryInstance");
            params.push("instanceId", INSTANCE_ID);
        }
    }
    params.push("testFlag", "1");
    params
}

fn order(params: &mut Params, order: &str) {
    params.push("orderId", order);
    params.push("orderLineId", format!("{order}-000001"));
}
