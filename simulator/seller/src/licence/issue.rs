//! The upload of a licence that was applied for.

use galleria_protocol::Activity;
use galleria_protocol::sdk_hmac;
use galleria_protocol::v2::request::GetLicenseAsync;
use galleria_protocol::v2::upload;

use super::behaviour::Timing;
use crate::call::Call;
use crate::open_api::signed;
use crate::outcome::Outcome;
use crate::reading::{Asked, asked};
use crate::waiting::pause;

/// Uploads what a call applied for, where it was taken.
pub(crate) async fn issue(call: &Call, outcome: &Outcome) {
    if !call.is_real(Activity::GetLicenseAsync) || !outcome.is_success() {
        return;
    }
    let Ok(Asked::Licence(application)) = asked(call) else {
        return;
    };
    match call.behaviour().licences().timing() {
        Timing::Never => {}
        Timing::Before => send(call, &application).await,
        Timing::Behind(time) => {
            let call = call.clone();
            tokio::spawn(async move {
                pause(time).await;
                send(&call, &application).await;
            });
        }
    }
}

async fn send(call: &Call, application: &GetLicenseAsync) {
    let Some(open_api) = call.seller.open_api() else {
        return;
    };
    let licences = call.behaviour().licences();
    let form = licences.form(&licences.text(call, application));
    let sent = sdk_hmac::Call {
        method: "POST".to_owned(),
        path: upload::path(&licences.event(application)),
        query: String::new(),
        headers: vec![
            ("Host".to_owned(), open_api.host.clone()),
            ("Content-Type".to_owned(), form.content_type),
        ],
        body: form.body,
    };
    let Some(sent) = signed(&call.seller, open_api, sent) else {
        return;
    };
    // One that fails is made again when the marketplace asks again.
    let _ = open_api.route.carry(licences.finish(sent)).await;
}
