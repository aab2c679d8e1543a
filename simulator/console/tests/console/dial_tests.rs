//! The saved cases as the dial test replays them over days.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{KEY, Running, leads_to, pressed, seller};

/// A console with one saved case, and the path of its address, whose seller has that fault.
async fn ready(fault: Option<&str>) -> (Running, String) {
    let console = Running::start().await;
    let at = console.add("mine", &seller(None).await).await;
    let saving = [("do", "save"), ("name", "first")];
    pressed(&console, &format!("{at}/debug/newInstance"), &saving).await;
    if let Some(fault) = fault {
        let url = seller(Some(fault)).await;
        let form = [
            ("name", "mine"),
            ("url", &url),
            ("profile", "cn-v1"),
            ("billing", "period"),
            ("key", KEY),
        ];
        leads_to(&console.send(&at, None, &form).await);
    }
    (console, at)
}

async fn post(console: &Running, path: &str, body: Value) -> (u16, Value) {
    let request = console.ask(Method::POST, path);
    let request = request.header("content-type", "application/json");
    let answer = request.body(body.to_string()).send().await.unwrap();
    let (status, text) = (answer.status().as_u16(), answer.text().await.unwrap());
    (status, serde_json::from_str(&text).unwrap_or_default())
}

async fn get(console: &Running, path: &str) -> Value {
    serde_json::from_str(&console.get(path).await.text().await.unwrap()).unwrap()
}

/// Plays so many days, to the end; the dial test by the API.
async fn played(console: &Running, at: &str, days: u32) -> Value {
    let wish = json!({ "days": days, "seed": 7 });
    let (status, begun) = post(console, &format!("/api{at}/dial-tests"), wish).await;
    assert_eq!(status, 202, "{begun}");
    let id = begun["id"].as_i64().unwrap();
    // Nothing is told any more once it is over, nor where it was over before anybody asked.
    let events = console.get(&format!("/dial-tests/{id}/live")).await;
    events.text().await.unwrap();
    get(console, &format!("/api/dial-tests/{id}")).await
}

#[tokio::test]
async fn a_seller_that_is_right_stays_on_sale() {
    let (console, at) = ready(None).await;
    let test = played(&console, &at, 3).await;
    assert_eq!(test["standing"], "pass", "{test}");
    let days = test["outcome"]["days"].as_array().unwrap();
    let rows: Vec<_> = days.iter().map(|day| &day["in_a_row"]).collect();
    assert_eq!(rows, [0, 0, 0], "{test}");
    // The first session calls each case twice.
    assert_eq!(test["outcome"]["cases"][0]["calls"], 7, "{test}");
    let page = console.page("/dial-tests/1", "en").await;
    assert!(page.contains("every call of 3 days passed"), "{page}");
    let page = console.page("/dial-tests", "zh").await;
    assert!(page.contains("mine"), "{page}");
    let report = console.get("/dial-tests/1/files/report.json").await;
    assert_eq!(report.status(), 200);
}

#[tokio::test]
async fn five_failing_days_freeze_trading_and_hide_the_product() {
    let (console, at) = ready(Some("signs-key-and-timestamp")).await;
    let four = played(&console, &at, 4).await;
    assert_eq!(four["standing"], "fail", "{four}");
    assert_eq!(four["outcome"]["hidden_on"], Value::Null);
    let told = four["headline"].as_str().unwrap();
    assert!(told.contains("4 of 4 days failed"), "{told}");
    let six = played(&console, &at, 6).await;
    assert_eq!(six["outcome"]["hidden_on"], 5, "{six}");
    let told = six["headline"].as_str().unwrap();
    assert!(told.contains("on day 5 trading would be frozen"), "{told}");
    assert_eq!(six["outcome"]["days"][5]["in_a_row"], 6);
    let page = console.page("/dial-tests/2", "en").await;
    assert!(page.contains("frozen and hidden"), "{page}");
    assert!(
        page.contains("Alerts that the platform would send: 12"),
        "{page}"
    );
    assert!(page.contains("always fails"), "{page}");
    let page = console.page("/dial-tests/2", "zh").await;
    assert!(page.contains("冻结"), "{page}");
}

#[tokio::test]
async fn a_dial_test_is_stopped_and_removed() {
    let (console, at) = ready(None).await;
    let wish = json!({ "days": 366 });
    let (_, begun) = post(&console, &format!("/api{at}/dial-tests"), wish).await;
    let path = format!("/api/dial-tests/{}", begun["id"]);
    let early = console.ask(Method::DELETE, &path).send().await.unwrap();
    assert_eq!(early.status(), 409);
    let (status, _) = post(&console, &format!("{path}/stop"), json!({})).await;
    assert_eq!(status, 202);
    let events = console.get("/dial-tests/1/live").await;
    events.text().await.unwrap();
    let test = get(&console, &path).await;
    assert_eq!(test["standing"], "interrupted", "{test}");
    let gone = console.ask(Method::DELETE, &path).send().await.unwrap();
    assert_eq!(gone.status(), 204);
    assert_eq!(console.get(&path).await.status(), 404);
}

#[tokio::test]
async fn what_cannot_be_played_is_told() {
    let console = Running::start().await;
    let at = console.add("mine", &seller(None).await).await;
    let path = format!("/api{at}/dial-tests");
    let (status, told) = post(&console, &path, json!({ "days": 3 })).await;
    assert_eq!(status, 404, "{told}");
    assert!(
        told["detail"].as_str().unwrap().contains("no cases"),
        "{told}"
    );
    let (status, _) = post(&console, &path, json!({ "days": 0 })).await;
    assert_eq!(status, 422);
    let (status, _) = post(
        &console,
        "/api/addresses/9/dial-tests",
        json!({ "days": 1 }),
    )
    .await;
    assert_eq!(status, 404);
    assert_eq!(console.get("/dial-tests/9").await.status(), 404);
}

#[tokio::test]
async fn the_page_begins_one() {
    let (console, at) = ready(None).await;
    let page = console.page("/cases", "en").await;
    assert!(page.contains("Begin the dial test over days"), "{page}");
    let answer = console
        .send(&format!("{at}/dial-test"), None, &[("days", "2")])
        .await;
    assert_eq!(leads_to(&answer), "/dial-tests/1");
}
