//! The query and its answer.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::OrderInfo;
use crate::Params;
use crate::v2::open_api::{self, OpenApiCode};

/// What a seller asks for [v2 §7.1].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderQuery {
    /// The order.
    pub order_id: String,
    /// One line of it; without, all of them.
    pub order_line_id: Option<String>,
}

impl OrderQuery {
    /// Reads the query's parameters. Unknown, extra or missing ones are [`open_api::INVALID`], and
    /// ids over 64 characters [`open_api::OUT_OF_RANGE`].
    pub fn from_params(params: &Params) -> Result<OrderQuery, &'static OpenApiCode> {
        let is_known = |name: &str| matches!(name, "orderId" | "orderLineId");
        if !params.iter().all(|(name, _)| is_known(name)) {
            return Err(&open_api::INVALID);
        }
        let id = |name| {
            let id = params.get(name).filter(|id| !id.is_empty());
            match id {
                Some(id) if id.chars().count() > 64 => Err(&open_api::OUT_OF_RANGE),
                id => Ok(id.map(str::to_owned)),
            }
        };
        Ok(OrderQuery {
            order_id: id("orderId")?.ok_or(&open_api::INVALID)?,
            order_line_id: id("orderLineId")?,
        })
    }

    /// The query's parameters.
    pub fn to_params(&self) -> Params {
        let mut params = Params::new();
        params.push("orderId", &self.order_id);
        if let Some(line) = &self.order_line_id {
            params.push("orderLineId", line);
        }
        params
    }
}

/// The answer to the query of an order [v2 §7.1].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderQueryAnswer {
    /// One of [`open_api::ORDER_QUERY`].
    #[serde(rename = "resultCode")]
    pub result_code: String,
    /// Text for people.
    #[serde(rename = "resultMsg")]
    pub result_msg: String,
    /// The order, where the code is `MKT.0000`.
    #[serde(rename = "orderInfo", default, skip_serializing_if = "Option::is_none")]
    pub order_info: Option<OrderInfo>,
    /// More about a failure, with some codes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extra_info: Option<Value>,
}

impl OrderQueryAnswer {
    /// The answer with an order.
    pub fn success(order: OrderInfo) -> OrderQueryAnswer {
        OrderQueryAnswer {
            order_info: Some(order),
            ..OrderQueryAnswer::refusal(&open_api::SUCCESS)
        }
    }

    /// A code with its text.
    pub fn refusal(code: &OpenApiCode) -> OrderQueryAnswer {
        OrderQueryAnswer {
            result_code: code.code.to_owned(),
            result_msg: code.message.to_owned(),
            order_info: None,
            extra_info: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::params::Reading;

    fn read(query: &str) -> Result<OrderQuery, &'static str> {
        let params = Params::parse(query, Reading::Form);
        OrderQuery::from_params(&params).map_err(|code| code.code)
    }

    #[test]
    fn query_is_read_and_written_back() {
        for query in ["orderId=o", "orderId=o&orderLineId=o-000001"] {
            assert_eq!(read(query).unwrap().to_params().to_query(), query);
        }
        assert_eq!(read("orderId=o&orderLineId=").unwrap().order_line_id, None);
    }

    #[test]
    fn wrong_parameters_have_their_codes() {
        let long = format!("orderId={}", "o".repeat(65));
        for (query, code) in [
            ("", "MKT.0101"),
            ("orderLineId=l", "MKT.0101"),
            ("orderId=o&x=y", "MKT.0101"),
            (long.as_str(), "MKT.0100"),
        ] {
            assert_eq!(read(query), Err(code), "{query}");
        }
    }

    #[test]
    fn refusal_has_no_order() {
        let json = serde_json::to_string(&OrderQueryAnswer::refusal(&open_api::ILLEGAL)).unwrap();
        assert_eq!(
            json,
            r#"{"resultCode":"MKT.0150","resultMsg":"Illegal operation"}"#
        );
        assert!(serde_json::from_str::<OrderQueryAnswer>(&json).is_ok());
    }
}
