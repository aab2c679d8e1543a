//! One query of an order.

use galleria_protocol::sdk_hmac::{self, HEADER, date};
use galleria_protocol::v2::order::{OrderInfo, OrderQueryAnswer, PATH};
use galleria_protocol::{Activity, Api};

use crate::call::Call;

/// The order that `call` is about, as the marketplace tells it. Only purchases and upgrades need it
/// [v2 §4.1, §4.6]; where it cannot be had the seller does what it can without.
pub async fn ask(call: &Call) -> Option<OrderInfo> {
    let open_api = call.seller.open_api()?;
    let asks = matches!(
        call.activity,
        Some(Activity::NewInstance | Activity::Upgrade)
    );
    let ours = call.api == Api::V2 && call.authentic.is_ok() && !call.test;
    if !asks || !ours || !call.behaviour().has(call.activity?) {
        return None;
    }
    let query = call.behaviour().order_query(call)?;
    let now = call.behaviour().query_time(call.seller.now());
    let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut sent = sdk_hmac::Call {
        method: "GET".to_owned(),
        path: PATH.to_owned(),
        query: query.to_params().to_query(),
        headers: vec![
            header("Host", &open_api.host),
            header("X-Sdk-Date", &date(now)),
        ],
        body: Vec::new(),
    };
    let authorization = call.behaviour().sign_query(open_api, &sent).ok()?;
    sent.headers
        .push((HEADER.to_owned(), authorization.to_value()));
    let answer = open_api.route.carry(sent).await.ok()?;
    let told: OrderQueryAnswer = serde_json::from_slice(&answer.body).ok()?;
    told.order_info
}
