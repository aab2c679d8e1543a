//! Usage: what instances that are paid by use are told to have used [v2 §7.2].

use galleria_protocol::time::basic_time;
use galleria_protocol::v2::order::ChargingMode;
use galleria_protocol::v2::usage::{self, UsagePush, UsageRecord, UsageValue};
use galleria_protocol::{Activity, Api, sdk_hmac};

use super::ask::signed;
use super::route::OpenApi;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::seller::Seller;
use crate::store::Instance;

/// The most records of one push [v2 §7.2].
const MOST: usize = usage::MOST_RECORDS;

/// In which form usage is pushed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UsageForm {
    /// Signed with the access key, records with a `metering_sn`.
    New,
    /// Signed with AK and SK, records with a `product_id`.
    Old,
}

/// Whether a purchase is paid by use, as its order says.
pub fn is_paid_by_use(call: &Call) -> bool {
    let lines = call.order.iter().flat_map(|order| &order.order_line);
    let line = call.params.get("orderLineId");
    lines
        .filter(|of| Some(of.order_line_id.as_str()) == line)
        .any(|of| of.charging_mode == ChargingMode::OnDemand)
}

/// Whether a call is one at which the meter of its instance is read: when usage is asked for, and
/// before the instance is frozen or gone.
pub fn reads_meters(call: &Call, instance: &Instance) -> bool {
    let reads = matches!(
        call.activity,
        Some(Activity::QueryInstance | Activity::InstanceStatus | Activity::ReleaseInstance)
    );
    reads && !instance.condition.released
}

/// Starts the meter of an instance that was bought just now.
pub fn start_meter(call: &Call, outcome: &Outcome) {
    let seller = &call.seller;
    let bought = call.is_real(Activity::NewInstance) && call.api == Api::V2;
    if !bought || call.authentic.is_err() || !call.behaviour().is_usage_told(call) {
        return;
    }
    if let Some(id) = &outcome.answer.instance_id {
        seller.meters().start(id, seller.now());
    }
}

/// Reads the meters of the instances that a call is about, before it is worked on, and pushes what
/// they show.
pub async fn push(call: &Call) {
    let Some(open_api) = call.seller.open_api() else {
        return;
    };
    if call.api != Api::V2 || call.authentic.is_err() || call.test {
        return;
    }
    let records: Vec<_> = read(call)
        .into_iter()
        .map(|record| call.behaviour().usage_record(call, record))
        .collect();
    if records.is_empty() {
        return;
    }
    let mut due = call.seller.meters().take(records);
    let later = due.split_off(due.len().min(MOST));
    call.seller.meters().put_back(later);
    let push = UsagePush { usage_records: due };
    if !is_taken(call, open_api, &push).await {
        call.seller.meters().put_back(push.usage_records);
    }
}

/// One record for each meter that is read now.
fn read(call: &Call) -> Vec<UsageRecord> {
    let seller = &call.seller;
    let ids = call.params.get("instanceId").unwrap_or_default().split(',');
    let known = ids.filter_map(|id| seller.store().find(id.trim()));
    let read = known.filter(|instance| call.behaviour().is_meter_read(call, instance));
    read.filter_map(|instance| record(seller, instance, call.behaviour().usage_form()))
        .collect()
}

fn record(seller: &Seller, instance: Instance, form: UsageForm) -> Option<UsageRecord> {
    let now = seller.now();
    let begin = seller.meters().read(&instance.id, now)?;
    let new = form == UsageForm::New;
    Some(UsageRecord {
        begin_time: basic_time(begin),
        end_time: basic_time(now),
        instance_id: instance.id,
        metering_sn: new.then(|| seller.random().text::<32>()),
        product_id: instance.product_id.filter(|_| !new),
        record_time: basic_time(now),
        usage_value: UsageValue::Text("1.5".to_owned()),
        ..UsageRecord::default()
    })
}

/// Whether the marketplace took a push. One that it refused is wrong for good, so that it is not
/// made again; one that failed or never arrived is.
async fn is_taken(call: &Call, open_api: &OpenApi, push: &UsagePush) -> bool {
    let Ok(body) = serde_json::to_vec(push) else {
        return true;
    };
    let Some(sent) = sealed(call, open_api, body) else {
        return true;
    };
    let route = open_api.route.as_ref();
    let answer = call.behaviour().send_usage(call, route, sent).await;
    answer.is_ok_and(|answer| answer.status < 500)
}

fn sealed(call: &Call, open_api: &OpenApi, body: Vec<u8>) -> Option<sdk_hmac::Call> {
    let (seller, behaviour) = (&call.seller, call.behaviour());
    let header = |name: &str, value: String| (name.to_owned(), value);
    let mut headers = vec![
        header("Host", open_api.host.clone()),
        header("Content-Type", "application/json".to_owned()),
    ];
    if behaviour.usage_form() == UsageForm::New {
        let nonce = seller.random().text::<32>();
        let signed = behaviour.sign_usage(call, &nonce, seller.now(), &body);
        headers.extend(signed.map(|(name, value)| header(name, value)));
        return Some(posted(usage::PATH, headers, body));
    }
    signed(
        &call.seller,
        open_api,
        posted(usage::OLD_PATH, headers, body),
    )
}

fn posted(path: &str, headers: Vec<(String, String)>, body: Vec<u8>) -> sdk_hmac::Call {
    sdk_hmac::Call {
        method: "POST".to_owned(),
        path: path.to_owned(),
        query: String::new(),
        headers,
        body,
    }
}

/// The headers that the new push is signed with.
pub type UsageHeaders = [(&'static str, String); 3];
