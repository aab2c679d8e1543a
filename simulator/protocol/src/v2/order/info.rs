//! What is known of an order.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Number, Value};

use super::{ChargingMode, ExtendParam, OrderType, PeriodType, ProductInfo};

/// An order [v2 §7.1].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderInfo {
    /// The order.
    pub order_id: String,
    /// What it does.
    pub order_type: OrderType,
    /// When it was placed, which is not when it takes effect: `yyyyMMddHHmmss`.
    pub create_time: String,
    /// Its lines.
    pub order_line: Vec<OrderLine>,
    /// Who placed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub buyer_info: Option<BuyerInfo>,
    /// The buyer's answers to the seller's own questions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extend_params: Vec<ExtendParam>,
    /// Members that no page that was read defines.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// A line of an order [v2 §7.1].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderLine {
    /// The line.
    pub order_line_id: String,
    /// How it is charged.
    pub charging_mode: ChargingMode,
    /// The period, where it is charged by one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period_type: Option<PeriodType>,
    /// How many periods, where it is charged by one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period_number: Option<u32>,
    /// When it ends: `yyyyMMddHHmmss`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expire_time: Option<String>,
    /// What was to be paid, before discounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<Number>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub product_info: Vec<ProductInfo>,
    /// Members that no page that was read defines.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// Who placed an order [v2 §7.1]. `Debug` hides all but the ids: the rest is personal.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct BuyerInfo {
    /// The buyer's account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_id: Option<String>,
    /// The name of the buyer's account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_name: Option<String>,
    /// The buyer's sub-account, where he logged in with one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    /// The name of the sub-account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    /// The buyer's mobile number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mobile_phone: Option<String>,
    /// The buyer's mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Members that no page that was read defines.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl fmt::Debug for BuyerInfo {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("BuyerInfo")
            .field("customer_id", &self.customer_id)
            .field("user_id", &self.user_id)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_output_hides_what_is_personal() {
        let buyer = BuyerInfo {
            email: Some("a@b.example".to_owned()),
            ..BuyerInfo::default()
        };
        assert!(!format!("{buyer:?}").contains("example"));
    }

    #[test]
    fn documented_order_is_read_and_written_back() {
        let json = r#"{"orderId":"CS2207261447AUY4H","orderType":"NEW","createTime":"20220726064736","orderLine":[{"orderLineId":"CS2207261447AUY4H-000001","chargingMode":"PERIOD","periodType":"year","periodNumber":1,"expireTime":"20230726155959","productInfo":[{"skuCode":"s","productId":"OFFI1","linearValue":20}]}],"buyerInfo":{"customerId":"c"},"extendParams":[{"name":"emailDomainName","value":"test.xxxx.com"}]}"#;
        let order: OrderInfo = serde_json::from_str(json).unwrap();
        assert_eq!(order.order_line[0].period_type, Some(PeriodType::Year));
        assert_eq!(serde_json::to_string(&order).unwrap(), json);
    }

    #[test]
    fn further_members_are_kept() {
        let json = r#"{"orderId":"o","orderType":"TRIAL_TO_FORMAL","createTime":"t","orderLine":[{"orderLineId":"l","chargingMode":"ON_DEMAND_PKG","new":1}],"new":{}}"#;
        let order: OrderInfo = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&order).unwrap(), json);
    }
}
