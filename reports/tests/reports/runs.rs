//! The made-up runs.

use galleria_scenarios::event::{Event, Stopped};
use galleria_scenarios::rule::Judged;
use serde_json::json;

use crate::story::{Story, answer, excusing, plan, saw};

/// Text that a page would run, a terminal obey and XML refuse.
pub(crate) const HOSTILE: &str =
    "\"'></script><img src=x onerror=alert(1)>]]>&\u{1b}[31m\u{202e}\u{0}\u{b}\u{fffe}";

/// Every rule held.
pub(crate) fn passing() -> Vec<Event> {
    let mut story = Story::begin(plan(&[
        ("paid-life", "A paid life"),
        ("purchase-repeated", "A purchase delivered twice"),
    ]));
    story.scenario(
        "paid-life",
        "A paid life",
        "A customer buys, renews and leaves.",
    );
    story.step("send", "newInstance", "the customer pays");
    story.call("newInstance", json!({}));
    story.step("send", "refreshInstance", "");
    story.call("refreshInstance", json!({}));
    story.judged(every_rule(3));
    story.scenario(
        "purchase-repeated",
        "A purchase delivered twice",
        "The answer was late.",
    );
    story.step("send", "newInstance", "");
    let first = story.call("newInstance", json!({}));
    story.step("resend", "", "the same order again");
    let again = json!({ "attempt": 2, "intent": { "role": { "kind": "repeat", "of": first } } });
    story.call("newInstance", again);
    story.judged(every_rule(2));
    story.end(None)
}

fn every_rule(looked_at: u64) -> Vec<Judged> {
    crate::rule_book::all()
        .iter()
        .map(|rule| saw(rule.id, looked_at, Vec::new()))
        .collect()
}

/// Everything that can come of a rule, a step, a scenario and a call.
pub(crate) fn failing() -> Vec<Event> {
    let mut plan = excusing(
        plan(&[
            ("purchase-repeated", "A purchase delivered twice"),
            ("forged-token", "A stranger with a token of the right form"),
            ("one-time", "A product that is paid once"),
        ]),
        &[
            ("IDM001", "ticket 4711"),
            ("TRN001", "the gateway was down in May"),
        ],
    );
    plan.rules[7].not_applicable =
        Some("products billed one-time are never called with expireInstance".to_owned());
    let mut story = Story::begin(plan);
    purchase_repeated(&mut story);
    forged_token(&mut story);
    story.left_out("one-time", "products billed period have no such life");
    story.end(None)
}

fn purchase_repeated(story: &mut Story) {
    story.scenario(
        "purchase-repeated",
        "A purchase delivered twice",
        "The platform delivers an order twice, as it does when an answer was late.",
    );
    story.step("send", "newInstance", "华为 & Co buys");
    let body = "{\"resultCode\":\"000000\",\"resultMsg\":\"成功 <ok>\",\n\"appInfo\":{\"memo\":\"中文\"}}\n";
    let first = story.call(
        "newInstance",
        json!({ "response": answer(200, body), "timings": { "first_byte_us": 1_240_000, "last_byte_us": 1_240_350 } }),
    );
    let (slow, unsigned) = (story.finding(first), story.finding(first));
    story.step(
        "resend",
        "",
        "the same order again: new business id, time and token",
    );
    let mut wrong = vec![unsigned];
    for attempt in 2..6 {
        let role = json!({ "kind": "repeat", "of": first });
        let again = json!({
            "attempt": attempt,
            "intent": { "role": role },
            "timings": { "connect_us": null, "tls_us": null },
        });
        let call = story.call("newInstance", again);
        wrong.push(story.finding(call));
    }
    let mut other = story.finding(2);
    other.place = "body /instanceId".into();
    other.expected = "i-1, as the first delivery answered".into();
    other.actual = "i-2".into();
    other.cause = None;
    other.explanation = "The same order got another instance.".into();
    other.fix = "Look the order up by orderId before an instance is made.".into();
    let mut noted = slow;
    noted.place = String::new();
    noted.expected = "an answer within 1 s".into();
    noted.actual = "1.24 s".into();
    noted.cause = None;
    noted.explanation = "The answer was slow.".into();
    story.judged(vec![
        saw("TRN001", 6, Vec::new()),
        saw("TRN005", 6, vec![noted]),
        saw("SIG001", 6, Vec::new()),
        saw("SIG004", 6, wrong),
        saw("IDM001", 4, vec![other]),
    ]);
}

fn forged_token(story: &mut Story) {
    story.scenario(
        "forged-token",
        "A stranger with a token of the right form",
        "A forgery.",
    );
    story.step("tamper", "newInstance", "");
    let control = story.call(
        "newInstance",
        json!({ "intent": { "role": { "kind": "control" } } }),
    );
    let role = json!({ "kind": "tampered", "how": "forged-token", "control": control });
    story.call(
        "newInstance",
        json!({
            "intent": { "role": role },
            "response": answer(401, "<h1>Unauthorized</h1>"),
            "reading": { "outcome": { "kind": "unreadable", "why": "not-json" } },
        }),
    );
    story.step("send", "expireInstance", "");
    story.call(
        "expireInstance",
        no_answer("timed-out", "nothing came within 20s"),
    );
    story.step("send", "newInstance", "a call of the debug step");
    let refused = json!({
        "intent": { "test": true },
        "response": answer(200, r#"{"resultCode":"000002","resultMsg":"bad"}"#),
        "reading": { "outcome": { "kind": "refused", "code": "000002" } },
    });
    story.call("newInstance", refused);
    story.leave_out(
        3,
        "the control was not accepted, so its twin proves nothing",
    );
    story.step(
        "clean-up",
        "releaseInstance",
        "clean up: release purchase `first`",
    );
    story.call(
        "releaseInstance",
        json!({ "intent": { "role": { "kind": "clean-up" } } }),
    );
    let doubt = Judged {
        rule: "LIF006".to_owned(),
        looked_at: 0,
        findings: Vec::new(),
        doubts: vec!["the control was refused, so the twin proves nothing".to_owned()],
    };
    story.judged(vec![doubt, saw("SIG001", 3, Vec::new())]);
}

fn no_answer(ended: &str, detail: &str) -> serde_json::Value {
    json!({
        "response": null,
        "ended": ended,
        "detail": detail,
        "tls": null,
        "timings": { "connect_us": null, "tls_us": null, "first_byte_us": null, "last_byte_us": 20_000_000 },
        "reading": { "outcome": { "kind": "no-answer" }, "charset": null },
    })
}

/// A record that ends in the middle of its second scenario.
pub(crate) fn cut_off() -> Vec<Event> {
    let mut story = Story::begin(plan(&[
        ("paid-life", "A paid life"),
        ("purchase-repeated", "A purchase delivered twice"),
        ("forged-token", "A stranger with a token of the right form"),
    ]));
    story.scenario(
        "paid-life",
        "A paid life",
        "A customer buys, renews and leaves.",
    );
    story.step("send", "newInstance", "");
    story.call("newInstance", json!({}));
    story.judged(vec![saw("SIG001", 1, Vec::new())]);
    story.scenario(
        "purchase-repeated",
        "A purchase delivered twice",
        "The answer was late.",
    );
    story.step("send", "newInstance", "");
    story.call("newInstance", json!({}));
    story.step("resend", "", "");
    story.events
}

/// A person stopped the run.
pub(crate) fn interrupted() -> Vec<Event> {
    let mut story = Story::begin(plan(&[("paid-life", "A paid life"), ("one-time", "Once")]));
    story.scenario(
        "paid-life",
        "A paid life",
        "A customer buys, renews and leaves.",
    );
    story.step("send", "newInstance", "");
    story.call("newInstance", json!({}));
    story.leave_out(2, "the run was interrupted");
    story.judged(vec![saw("SIG001", 1, Vec::new())]);
    story.left_out("one-time", "the run was interrupted");
    story.end(Some(Stopped::Interrupted))
}

/// Nobody was at home.
pub(crate) fn unreachable() -> Vec<Event> {
    let mut story = Story::begin(plan(&[("paid-life", "A paid life"), ("one-time", "Once")]));
    story.scenario(
        "paid-life",
        "A paid life",
        "A customer buys, renews and leaves.",
    );
    story.step("send", "newInstance", "");
    let call = story.call("newInstance", no_answer("refused", "connection refused"));
    let mut finding = story.finding(call);
    finding.place = "connection".into();
    finding.explanation = "No connection came about.".into();
    story.judged(vec![saw("TRN001", 1, vec![finding])]);
    story.left_out(
        "one-time",
        "the seller did not answer 3 calls in a row (refused)",
    );
    story.end(Some(Stopped::SellerGone {
        calls: 3,
        last: "refused".to_owned(),
    }))
}

/// A known failure that is gone.
pub(crate) fn stale() -> Vec<Event> {
    let known = [("SIG004", "ticket 12"), ("XYZ001", "no such rule")];
    let mut story = Story::begin(excusing(plan(&[("paid-life", "A paid life")]), &known));
    story.scenario(
        "paid-life",
        "A paid life",
        "A customer buys, renews and leaves.",
    );
    story.step("send", "newInstance", "");
    story.call("newInstance", json!({}));
    story.judged(every_rule(1));
    story.end(None)
}

/// Hostile text wherever a seller, a file or a system has a say.
pub(crate) fn hostile() -> Vec<Event> {
    let mut plan = plan(&[(HOSTILE, HOSTILE), ("other", HOSTILE)]);
    plan.target = HOSTILE.into();
    plan.profile = HOSTILE.into();
    plan.id = HOSTILE.into();
    plan.rules[0].not_applicable = Some(HOSTILE.to_owned());
    let mut story = Story::begin(excusing(plan, &[("SIG001", HOSTILE), (HOSTILE, HOSTILE)]));
    story.scenario(HOSTILE, HOSTILE, HOSTILE);
    story.step(HOSTILE, HOSTILE, HOSTILE);
    let body = format!("{{\"resultCode\":\"000000\",\"memo\":{}}}", json!(HOSTILE));
    let mut shown = answer(200, &body);
    shown["status_line"] = HOSTILE.into();
    shown["headers"] = json!([{ "name": HOSTILE, "value": HOSTILE }]);
    let call = json!({
        "response": shown,
        "detail": HOSTILE,
        "intent": { "role": { "kind": "tampered", "how": HOSTILE, "control": 1 } },
        "request": { "method": "POST", "target": format!("/{HOSTILE}?a={HOSTILE}"), "body": HOSTILE },
        "tls": { "version": HOSTILE, "suite": HOSTILE },
        "reading": { "outcome": { "kind": "refused", "code": HOSTILE } },
    });
    let first = story.call(HOSTILE, call);
    let broken = answer(500, &format!("<html>{HOSTILE}"));
    story.call(HOSTILE, json!({ "response": broken }));
    story.leave_out(1, HOSTILE);
    let mut finding = story.finding(first);
    for text in [
        &mut finding.place,
        &mut finding.expected,
        &mut finding.actual,
        &mut finding.explanation,
        &mut finding.fix,
        &mut finding.curl,
    ] {
        HOSTILE.clone_into(text);
    }
    finding.cause = Some(HOSTILE.to_owned());
    let doubt = Judged {
        rule: "LIF006".to_owned(),
        looked_at: 0,
        findings: Vec::new(),
        doubts: vec![HOSTILE.to_owned()],
    };
    let rules = ["SIG001", "SIG004", "SIG005", "FLD015"];
    let mut judged: Vec<_> = rules
        .iter()
        .map(|rule| saw(rule, 1, vec![finding.clone(); 60]))
        .collect();
    judged.push(doubt);
    story.judged(judged);
    story.left_out("other", HOSTILE);
    story.end(Some(Stopped::SellerGone {
        calls: 3,
        last: HOSTILE.to_owned(),
    }))
}

/// Orders at the same moment and over a cut connection, with their effects counted.
pub(crate) fn repeated() -> Vec<Event> {
    let mut story = Story::begin(plan(&[("purchase-at-once", "An order at the same moment")]));
    story.scenario(
        "purchase-at-once",
        "An order at the same moment",
        "A retry overtakes a call that is under way.",
    );
    story.step("burst", "newInstance", "twice at the same moment");
    let first = story.call(
        "newInstance",
        json!({ "intent": { "role": { "kind": "at-once" } } }),
    );
    let delivered = json!({ "intent": { "role": { "kind": "at-once", "of": first } } });
    story.call("newInstance", delivered);
    story.step("cut", "newInstance", "the connection is cut");
    let cut = story.call(
        "newInstance",
        json!({
            "ended": "cut",
            "detail": "behind 90 of the request's 180 bytes",
            "response": null,
            "reading": { "outcome": { "kind": "no-answer" }, "charset": null },
        }),
    );
    story.step("await", "newInstance", "the order's retry");
    let role = json!({ "intent": { "role": { "kind": "awaited", "of": cut } } });
    let last = story.call("newInstance", role);
    story.step("probe", "", "count the instances that the orders made");
    story.probed(last, "CS26", 2);
    story.judged(every_rule(3));
    story.end(None)
}

/// The life of a purchase from order to release, with an expiry that came twice.
pub(crate) fn lived() -> Vec<Event> {
    let mut story = Story::begin(plan(&[("life", "The life of an instance")]));
    story.scenario("life", "The life of an instance", "");
    let lives = |state: &str| json!({ "purchase": "first", "state": state });
    for (activity, state) in [
        ("newInstance", "ordered"),
        ("expireInstance", "active"),
        ("expireInstance", "expired"),
        ("releaseInstance", "expired"),
    ] {
        story.step("send", activity, "");
        let mut call = json!({ "intent": lives(state) });
        if (activity, state) == ("expireInstance", "expired") {
            call["intent"]["role"] = json!({ "kind": "repeat", "of": 2 });
            call["request"]["target"] = json!("/market?activity=expireInstance&orderId=CS27");
            call["response"] = answer(200, r#"{"resultCode":"000005","resultMsg":"gone"}"#);
            call["reading"] = json!({ "outcome": { "kind": "refused", "code": "000005" } });
        }
        story.call(activity, call);
    }
    story.judged(vec![saw("SIG001", 4, Vec::new())]);
    story.end(None)
}

/// Every run with its name.
pub(crate) fn all() -> Vec<(&'static str, Vec<Event>)> {
    vec![
        ("passing", passing()),
        ("failing", failing()),
        ("cut-off", cut_off()),
        ("interrupted", interrupted()),
        ("unreachable", unreachable()),
        ("stale", stale()),
        ("hostile", hostile()),
        ("lived", lived()),
        ("repeated", repeated()),
    ]
}
