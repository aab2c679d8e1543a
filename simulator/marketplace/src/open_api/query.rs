//! The query of an order, and what answers it [v2 §7.1].

use galleria_protocol::Params;
use galleria_protocol::params::Reading;
use galleria_protocol::sdk_hmac::Call;
use galleria_protocol::v2::open_api::{self, OpenApiCode};
use galleria_protocol::v2::order::{OrderInfo, OrderQuery, OrderQueryAnswer, PATH};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::call_back::Flaw;

/// What was answered: always JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: String,
}

/// Why there is no order to look for.
#[derive(Clone, Copy, Debug)]
pub(super) enum NoQuery {
    /// It is no query of an order.
    Unknown,
    /// Its parameters are wrong.
    Parameters(&'static OpenApiCode),
}

/// The query that a call makes.
pub(super) fn asked(call: &Call) -> Result<OrderQuery, NoQuery> {
    if call.path != PATH || call.method != "GET" {
        return Err(NoQuery::Unknown);
    }
    let params = Params::parse(&call.query, Reading::Form);
    OrderQuery::from_params(&params).map_err(NoQuery::Parameters)
}

/// What answers a query, and what is wrong with it; `order` is the one of the id that it tells. An id
/// that nobody knows is taken for the order of another seller: no page tells its code.
pub(super) fn answer(
    asked: Result<OrderQuery, NoQuery>,
    order: Option<OrderInfo>,
) -> (Answered, Option<Flaw>) {
    let asked = match asked {
        Ok(asked) => asked,
        Err(NoQuery::Unknown) => return (Answered::nowhere(), Some(Flaw::Unknown)),
        Err(NoQuery::Parameters(code)) => {
            let flaw = Flaw::Parameters {
                code: code.code.to_owned(),
            };
            return (Answered::code(code), Some(flaw));
        }
    };
    let Some(mut order) = order else {
        let code = &open_api::ILLEGAL;
        return (Answered::code(code), Some(Flaw::UnknownOrder));
    };
    if let Some(line) = asked.order_line_id {
        order.order_line.retain(|held| held.order_line_id == line);
        if order.order_line.is_empty() {
            let code = &open_api::OUT_OF_RANGE;
            return (Answered::code(code), Some(Flaw::UnknownLine { line }));
        }
    }
    let answer = OrderQueryAnswer::success(order);
    (Answered::order(open_api::SUCCESS.status, &answer), None)
}

impl Answered {
    fn order(status: u16, answer: &OrderQueryAnswer) -> Answered {
        Answered {
            status,
            body: json!(answer).to_string(),
        }
    }

    fn code(code: &OpenApiCode) -> Answered {
        Answered::order(code.status, &OrderQueryAnswer::refusal(code))
    }

    /// The gateway's answer to what is published nowhere.
    fn nowhere() -> Answered {
        let body = json!({
            "error_msg": "The API does not exist or has not been published in the environment",
            "error_code": "APIGW.0101",
        });
        Answered {
            status: 404,
            body: body.to_string(),
        }
    }

    /// The gateway's answer to a call that is not signed or dated as it must be. `number` makes the
    /// id of the request.
    pub(super) fn unauthentic(flaws: &[Flaw], number: u64) -> Answered {
        let wrong = flaws
            .iter()
            .any(|flaw| matches!(flaw, Flaw::Signature { .. }));
        let why = if wrong {
            "verify aksk signature fail"
        } else {
            "calc ak sk signature fail:signature expired"
        };
        let body = json!({
            "error_msg": format!("Incorrect IAM authentication information: {why}"),
            "error_code": "APIGW.0301",
            "request_id": format!("{number:032x}"),
        });
        Answered {
            status: 401,
            body: body.to_string(),
        }
    }
}
