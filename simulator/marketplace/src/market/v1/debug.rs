//! The calls of the debug step: the form's made-up values with `testFlag=1` [v1 §7].
//!
//! They are the same in every run, as saved cases are: a seller must answer them again and again.

use galleria_protocol::{Activity, Params, time};

use super::life::zone;
use crate::market::billing::Billing;
use crate::market::ledger::Market;

/// The instance id that the form is filled with; no seller has it.
pub const INSTANCE_ID: &str = "huaiweitest123456";
/// The order id that the form is filled with.
pub const ORDER_ID: &str = "CS1906666666ABCDE";
const RENEWAL_ORDER_ID: &str = "CS1906666677ABCDE";
const UPGRADE_ORDER_ID: &str = "CS1906666688ABCDE";
const PRODUCT_ID: &str = "00301-666666-0--0";
const UPGRADE_PRODUCT_ID: &str = "00301-666688-0--0";
const SKU_CODE: &str = "d0abcd12-0000-4000-8000-000000000001";
const CUSTOMER_ID: &str = "68cbc86abc2018ab880d92f36422fa0e";

/// The parameters of one call of the debug step.
pub(in crate::market) fn params(activity: Activity, market: &mut Market) -> Params {
    let mut params = Params::new();
    params.push("activity", activity.name());
    let until = time::expire_time(market.clock().now() + chrono::TimeDelta::days(365), zone());
    let goods = market.goods().clone();
    let product = goods.product_id.unwrap_or_else(|| PRODUCT_ID.to_owned());
    match activity {
        Activity::NewInstance => {
            params.push("businessId", market.mint().business_id());
            params.push("customerId", CUSTOMER_ID);
            params.push("customerName", "galleria_debug");
            params.push("orderId", ORDER_ID);
            params.push("productId", &product);
            params.push("chargingMode", market.billing().charging_mode());
            if market.billing() == Billing::Period {
                params.push("expireTime", until);
                params.push("periodType", "year");
                params.push("periodNumber", "1");
            }
            params.push("orderAmount", "100");
            params.push("provisionType", "1");
        }
        Activity::RefreshInstance => {
            params.push("instanceId", INSTANCE_ID);
            params.push("orderId", RENEWAL_ORDER_ID);
            params.push("productId", &product);
            params.push("expireTime", until);
            params.push("periodType", "year");
            params.push("periodNumber", "1");
            params.push("orderAmount", "100");
        }
        Activity::ExpireInstance | Activity::ReleaseInstance => {
            params.push("instanceId", INSTANCE_ID);
            params.push("orderId", ORDER_ID);
        }
        Activity::Upgrade => {
            params.push("instanceId", INSTANCE_ID);
            params.push("orderId", UPGRADE_ORDER_ID);
            params.push(
                "skuCode",
                goods.upgrade_sku_code.as_deref().unwrap_or(SKU_CODE),
            );
            let upgraded = goods.upgrade_product_id.as_deref();
            params.push("productId", upgraded.unwrap_or(UPGRADE_PRODUCT_ID));
        }
        Activity::InstanceStatus => {
            params.push("instanceId", INSTANCE_ID);
            params.push("instanceStatus", "FREEZE");
        }
        Activity::QueryInstance => params.push("instanceId", INSTANCE_ID),
        Activity::ChangeInstanceCheck | Activity::OrderNotify | Activity::GetLicenseAsync => {}
    }
    params.push("testFlag", "1");
    params
}
