//! Calls of the open APIs, right and wrong.

use axum::body::Body;
use chrono::{DateTime, TimeDelta, Utc};
use galleria_protocol::sdk_hmac::{HEADER, date, sign};
use galleria_protocol::v2::order::{MockOrder, OrderQueryAnswer, PATH};
use http_body_util::BodyExt;
use tower::ServiceExt;

use super::super::{Flaw, mock};
use super::*;

mod pushes;

const SECRET: &str = "obviously-fake-secret";

fn start() -> DateTime<Utc> {
    DateTime::from_timestamp(1_767_225_600, 0).unwrap()
}

fn desk() -> Desk {
    let credentials = Credentials {
        access: AccessKey::new("obviously-fake-ak"),
        secret: SecretKey::new(SECRET),
    };
    Desk::new(
        credentials,
        &Key::new("obviously-fake-key"),
        Clock::starting_at(start()),
    )
}

fn filing(desk: &Desk) -> Filing {
    Filing {
        desk: desk.clone(),
        scenario: "bought".to_owned(),
    }
}

fn signed(query: &str, at: DateTime<Utc>, secret: &str) -> Call {
    let header = |name: &str, value: String| (name.to_owned(), value);
    let mut call = Call {
        method: "GET".to_owned(),
        path: PATH.to_owned(),
        query: query.to_owned(),
        headers: vec![
            header("host", "127.0.0.1:1".to_owned()),
            header("x-sdk-date", date(at)),
        ],
        body: Vec::new(),
    };
    let access = AccessKey::new("obviously-fake-ak");
    let authorization = sign(&access, &SecretKey::new(secret), &call).unwrap();
    call.headers.push(header(HEADER, authorization.to_value()));
    call
}

fn kept(desk: &Desk) -> CallBack {
    let mut taken = desk.take("any");
    assert_eq!(taken.len(), 1);
    taken.remove(0)
}

#[tokio::test(start_paused = true)]
async fn every_order_for_debugging_is_told_with_its_line() {
    let desk = desk();
    for known in MockOrder::ALL {
        let answered = desk.answer(&signed(
            &format!("orderId={}", known.order_id),
            start(),
            SECRET,
        ));
        assert_eq!(answered.status, 200);
        let told: OrderQueryAnswer = serde_json::from_str(&answered.body).unwrap();
        let line = &told.order_info.unwrap().order_line[0];
        assert_eq!(line.order_line_id, known.order_line_id());
        assert_eq!(kept(&desk).flaws, []);
    }
}

#[tokio::test(start_paused = true)]
async fn lines_of_an_order_are_told_together_or_alone() {
    let desk = desk();
    let order = |line: &str| {
        let mut order = mock("MOCKONETIMENEW").unwrap();
        order.order_id = "CS1".to_owned();
        order.order_line[0].order_line_id = line.to_owned();
        order
    };
    for line in ["CS1-000001", "CS1-000002", "CS1-000002"] {
        filing(&desk).order(order(line));
    }
    let lines = |query: &str| {
        let answered = desk.answer(&signed(query, start(), SECRET));
        let told: OrderQueryAnswer = serde_json::from_str(&answered.body).unwrap();
        let came = desk.take("bought").remove(0);
        (
            told.order_info.map(|order| order.order_line.len()),
            came.flaws,
        )
    };
    assert_eq!(lines("orderId=CS1"), (Some(2), vec![]));
    assert_eq!(
        lines("orderId=CS1&orderLineId=CS1-000002"),
        (Some(1), vec![])
    );
    let line = "CS1-000003".to_owned();
    let unknown = (None, vec![Flaw::UnknownLine { line }]);
    assert_eq!(lines("orderId=CS1&orderLineId=CS1-000003"), unknown);
}

#[tokio::test(start_paused = true)]
async fn wrong_queries_have_their_codes() {
    for (query, status, code) in [
        ("", 400, "MKT.0101"),
        ("orderId=CS1&x=y", 400, "MKT.0101"),
        ("orderId=CS1", 401, "MKT.0150"),
    ] {
        let desk = desk();
        let answered = desk.answer(&signed(query, start(), SECRET));
        assert_eq!(answered.status, status, "{query}");
        assert!(answered.body.contains(code), "{}", answered.body);
        assert_eq!(kept(&desk).flaws.len(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn wrong_and_missing_signatures_are_refused_by_the_gateway() {
    let mut unsigned = signed("orderId=MOCKONETIMENEW", start(), SECRET);
    unsigned.headers.pop();
    let other = signed("orderId=MOCKONETIMENEW", start(), "another-fake-secret");
    for call in [unsigned, other] {
        let desk = desk();
        let answered = desk.answer(&call);
        assert_eq!(answered.status, 401);
        assert!(answered.body.contains("APIGW.0301"), "{}", answered.body);
        let flaws = kept(&desk).flaws;
        assert!(matches!(flaws[..], [Flaw::Signature { .. }]), "{flaws:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_path_without_its_slash_is_named_as_the_mistake() {
    let desk = desk();
    let right = signed("orderId=MOCKONETIMENEW", start(), SECRET);
    let names = ["host", "x-sdk-date"].map(str::to_owned);
    let text = galleria_protocol::sdk_hmac::canonical_request(
        &right,
        &names,
        galleria_protocol::params::Reading::Form,
    );
    let text = text.replacen("query/", "query", 1);
    let text = galleria_protocol::sdk_hmac::string_to_sign(&date(start()), &text);
    let signature = galleria_protocol::sdk_hmac::signature(&SecretKey::new(SECRET), &text);
    let value = format!(
        "SDK-HMAC-SHA256 Access=obviously-fake-ak, SignedHeaders=host;x-sdk-date, Signature={signature}"
    );
    let mut call = right;
    call.headers.last_mut().unwrap().1 = value;
    assert_eq!(desk.answer(&call).status, 401);
    let flaws = kept(&desk).flaws;
    let [Flaw::Signature { cause, .. }] = &flaws[..] else {
        panic!("{flaws:?}")
    };
    assert_eq!(cause.as_deref(), Some("uri-without-slash"));
}

#[tokio::test(start_paused = true)]
async fn calls_further_from_now_than_a_quarter_of_an_hour_are_stale() {
    for (minutes, stale) in [(-16, true), (-15, false), (15, false), (16, true)] {
        let desk = desk();
        let at = start() + TimeDelta::minutes(minutes);
        desk.answer(&signed("orderId=MOCKONETIMENEW", at, SECRET));
        let flaws = kept(&desk).flaws;
        let told = matches!(flaws[..], [Flaw::Date { .. }]);
        assert_eq!((told, flaws.is_empty()), (stale, !stale), "{minutes}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_inside_the_handler_is_known_from_one_behind_it() {
    let desk = desk();
    let mut order = mock("MOCKONETIMENEW").unwrap();
    order.order_id = "CS1".to_owned();
    filing(&desk).order(order);
    let call = signed("orderId=CS1", start(), SECRET);
    let open = desk.open("bought");
    desk.answer(&call);
    drop(open);
    let other = desk.open("another");
    desk.answer(&call);
    drop(other);
    assert_eq!(desk.take("another"), []);
    let inside: Vec<bool> = desk.take("bought").iter().map(|came| came.inside).collect();
    assert_eq!(inside, [true, false]);
}

#[tokio::test(start_paused = true)]
async fn nothing_that_is_kept_shows_a_secret() {
    let desk = desk();
    let mut call = signed("orderId=obviously-fake-key", start(), SECRET);
    call.headers.push(("x-told".to_owned(), SECRET.to_owned()));
    desk.answer(&call);
    let kept = serde_json::to_string(&kept(&desk)).unwrap();
    for secret in [SECRET, "obviously-fake-ak", "obviously-fake-key"] {
        assert!(!kept.contains(secret), "{kept}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_router_answers_as_the_desk_does() {
    let desk = desk();
    let call = signed("orderId=MOCKONDEMAND", start(), SECRET);
    let mut request = http::Request::get(format!("{}?{}", call.path, call.query));
    for (name, value) in &call.headers {
        request = request.header(name, value);
    }
    let request = request.body(Body::empty()).unwrap();
    let response = desk.router().oneshot(request).await.unwrap();
    assert_eq!(response.status(), 200);
    let body = response.into_body().collect().await.unwrap().to_bytes();
    assert!(String::from_utf8_lossy(&body).contains("ON_DEMAND"));
    let other = http::Request::post("/elsewhere")
        .body(Body::empty())
        .unwrap();
    let status = desk.router().oneshot(other).await.unwrap().status();
    assert_eq!(status, 401, "the gateway asks for a signature first");
}
