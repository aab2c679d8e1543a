//! FLD007: login data without the address to log in at.

use galleria_protocol::v1::Activity;
use serde_json::{Map, Value};

use super::near::near;
use crate::profile::Row;
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// The debug step's `newInstance` answers `appInfo` with `frontEndUrl`; a real order's `appInfo`,
    /// where there is one, has it too. In V2 it is the `appInfo` of a query's answer.
    ///
    /// # Why it matters
    /// The debug step fails without it (接口响应缺少frontEndUrl), and a buyer without it does not
    /// know where to go.
    ///
    /// # A seller that breaks it
    /// Answers a bare success to test calls, or calls the member `url`.
    ///
    /// # How to fix
    /// Answer `"appInfo": {"frontEndUrl": "https://…"}`, test calls included.
    ///
    /// # What a lawful seller may do
    /// Leave `appInfo` out of the answer to a real order and tell the buyer by mail or message. An
    /// `appInfo` that is no object is FLD009's business.
    FLD007 = {
        name: "front-end-url-missing",
        force: Must,
        source: "v1 §5.1, §8, v2 §4.1, §4.2",
        needs: "accepted newInstance with appInfo, or of the debug step; in V2 a query's answer with appInfo",
        lawful: ["front-end-url-only", "instance-id-alone", "login-sent-by-mail"],
        family: [Saas],
        scenes: [NewInstance],
        faults: ["front-end-url-left-out", "test-purchase-without-app-info"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    match play
        .profile
        .member(play.profile.called(Activity::NewInstance), "appInfo")
    {
        Some(row) => purchases(play, look, row),
        // V2 tells of an instance in the answer to a query.
        None => queries(play, look),
    }
}

fn queries(play: &Play, look: &mut Look) {
    let name = play.profile.called(Activity::QueryInstance);
    for (exchange, object) in play.accepted().filter(|(e, _)| e.intent.activity == name) {
        let info = object.get("info").and_then(Value::as_array);
        for (number, instance) in info.into_iter().flatten().enumerate() {
            let Some(app) = instance.get("appInfo").and_then(Value::as_object) else {
                continue;
            };
            look.expect(exchange, has_address(instance.get("appInfo")), || {
                let fault = Fault::at(format!("body /info/{number}/appInfo/frontEndUrl"))
                    .expected("the address that the customer uses")
                    .actual(members(Some(app)))
                    .because("Buyers who open the resource's details do not find the product.")
                    .fix("Answer info[].appInfo.frontEndUrl with an absolute address.");
                near(fault, app, app, "frontEndUrl")
            });
        }
    }
}

fn purchases(play: &Play, look: &mut Look, row: &Row) {
    let name = play.profile.called(Activity::NewInstance);
    for (exchange, object) in play.accepted().filter(|(e, _)| e.intent.activity == name) {
        let app = object.get("appInfo").filter(|app| !app.is_null());
        let other_type = app.is_some_and(|app| !app.is_object());
        let wanted = app.is_some() || (exchange.intent.test && row.is_demanded());
        if other_type || !wanted {
            continue;
        }
        look.expect(exchange, has_address(app), || {
            let fault = Fault::at("body /appInfo/frontEndUrl")
                .expected("the address that the customer uses")
                .actual(members(app.and_then(Value::as_object)))
                .because(
                    "The debug step demands frontEndUrl, and buyers need it to find the product.",
                )
                .fix("Answer appInfo.frontEndUrl with an absolute address, test calls included.");
            match app.and_then(Value::as_object) {
                Some(app) => near(fault, object, app, "frontEndUrl"),
                None => at_top(near(fault, object, object, "appInfo"), object),
            }
        });
    }
}

/// The fault of an answer without appInfo that tells the address all the same.
fn at_top(fault: Fault, object: &Map<String, Value>) -> Fault {
    if object.contains_key("frontEndUrl") {
        return fault.adding("It stands at /frontEndUrl, where the platform does not look.");
    }
    fault
}

fn has_address(app: Option<&Value>) -> bool {
    let address = app.and_then(|app| app.get("frontEndUrl"));
    address.is_some_and(|url| !url.is_null() && url.as_str() != Some(""))
}

fn members(app: Option<&Map<String, Value>>) -> String {
    match app {
        None => "no appInfo".to_owned(),
        Some(app) => {
            let names: Vec<&str> = app.keys().map(String::as_str).collect();
            format!("members: {}", names.join(", "))
        }
    }
}
