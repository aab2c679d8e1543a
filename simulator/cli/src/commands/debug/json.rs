//! A debug step for programs: one JSON object.

use galleria_protocol::Api;
use galleria_scenarios::debugging::{Checked, Debugged, Stopped};
use galleria_scenarios::platform_message::Language;
use serde_json::{Value, json};

use super::Told;

/// The version of the object's form.
const FORMAT_VERSION: u32 = 1;

pub(super) fn render(told: &Told<'_>) -> String {
    let (case, profile, request) = (told.case, told.profile, told.request);
    let link = (profile.api == Api::V1).then(|| request.url());
    let called = told.debugged;
    let exchange = called.and_then(|called| called.exchange.as_ref());
    let checked = called.and_then(|called| called.checked.as_ref());
    let object = json!({
        "format_version": FORMAT_VERSION,
        "activity": profile.called(case.activity),
        "profile": profile.id,
        "billing": case.billing.name(),
        "parameters": case.parameters,
        "request": { "link": link, "curl": request.curl(), "method": request.method, "url": request.url(), "body": request.body },
        "called": exchange.is_some(),
        "ended": exchange.map(|exchange| exchange.ended),
        "answer": exchange.and_then(|exchange| exchange.response.as_ref()).map(|answer| json!({
            "status": answer.status,
            "headers": answer.headers,
            "body": answer.body.text,
        })),
        "checks": checked.map(checks),
        "findings": called.map(findings),
        "saved": told.saved,
    });
    format!("{object:#}\n")
}

fn checks(checked: &Checked) -> Value {
    json!({
        "saved": checked.is_saved(),
        "passed": checked.passed,
        "stopped": checked.stopped.as_ref().map(stopped),
        "doubt": checked.doubt,
    })
}

/// Where the platform stopped, and what it says.
pub(in crate::commands) fn stopped(stopped: &Stopped) -> Value {
    json!({
        "stage": stopped.stage,
        "message": stopped.message.id,
        "zh": stopped.said(Language::Zh),
        "en": stopped.said(Language::En),
        "causes": stopped.message.causes,
        "cure": stopped.message.cure,
    })
}

fn findings(called: &Debugged) -> Value {
    let one = |(rule, finding): &(String, _)| json!({ "rule": rule, "finding": finding });
    called.findings.iter().map(one).collect()
}
