//! One query of an order.

use galleria_protocol::sdk_hmac::{self, HEADER, date};
use galleria_protocol::v2::order::{OrderInfo, OrderQueryAnswer, PATH};
use galleria_protocol::{Activity, Api};

use super::route::OpenApi;
use crate::call::Call;
use crate::seller::Seller;

/// The order that `call` is about, as the marketplace tells it. Only purchases, upgrades and
/// notices of orders need it [v2 §4.1, §4.6, §4.8]; where it cannot be had the seller does what it can without.
pub async fn ask(call: &Call) -> Option<OrderInfo> {
    let open_api = call.seller.open_api()?;
    let asks = matches!(
        call.activity,
        Some(Activity::NewInstance | Activity::Upgrade | Activity::OrderNotify)
    );
    let ours = call.api == Api::V2 && call.authentic.is_ok() && !call.test;
    if !asks || !ours || !call.behaviour().has(call.activity?) {
        return None;
    }
    let query = call.behaviour().order_query(call)?;
    let sent = sdk_hmac::Call {
        method: "GET".to_owned(),
        path: PATH.to_owned(),
        query: query.to_params().to_query(),
        headers: vec![("Host".to_owned(), open_api.host.clone())],
        body: Vec::new(),
    };
    let sent = signed(&call.seller, open_api, sent)?;
    let answer = open_api.route.carry(sent).await.ok()?;
    let told: OrderQueryAnswer = serde_json::from_slice(&answer.body).ok()?;
    told.order_info
}

/// A call dated and signed with AK and SK [v2 §7.3].
pub(crate) fn signed(
    seller: &Seller,
    open_api: &OpenApi,
    mut sent: sdk_hmac::Call,
) -> Option<sdk_hmac::Call> {
    let now = seller.behaviour().query_time(seller.now());
    sent.headers.push(("X-Sdk-Date".to_owned(), date(now)));
    let authorization = seller.behaviour().sign_query(open_api, &sent).ok()?;
    sent.headers
        .push((HEADER.to_owned(), authorization.to_value()));
    Some(sent)
}
