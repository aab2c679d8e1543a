//! The market by hand, and the deliveries that failed.

use std::net::SocketAddr;

use galleria_protocol::Key;
use galleria_seller::{Seller, SellerConfig, Server};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::support::{KEY, Running, leads_to, seller};

const ONCE: [(&str, &str); 2] = [("way", "once"), ("retries", "never")];

async fn ask(console: &Running, at: &str, form: &[(&str, &str)]) -> String {
    let form = [form, &ONCE[..]].concat();
    let answer = console.send(&format!("{at}/market"), None, &form).await;
    leads_to(&answer).to_owned()
}

async fn state(console: &Running, at: &str) -> Value {
    let answer = console.get(&format!("/api{at}/market")).await;
    assert_eq!(answer.status(), 200);
    serde_json::from_str(&answer.text().await.unwrap()).unwrap()
}

async fn trade(console: &Running, at: &str, wish: Value) -> Value {
    let request = console.ask(Method::POST, &format!("/api{at}/market"));
    let request = request.header("content-type", "application/json");
    let answer = request.body(wish.to_string()).send().await.unwrap();
    let text = answer.text().await.unwrap();
    serde_json::from_str(&text).unwrap()
}

#[tokio::test]
async fn an_order_is_placed_changed_and_released_by_hand() {
    let console = Running::start().await;
    let at = console.add("right", &seller(None).await).await;
    let empty = console.page(&format!("{at}/market"), "en").await;
    assert!(!empty.contains("Purchases"), "{empty}");
    let page = ask(&console, &at, &[("scene", "buy"), ("customer", "Li <b>")]).await;
    assert_eq!(page, format!("{at}/market?order=order-1"));
    let shown = console.page(&page, "en").await;
    assert!(
        shown.contains("Li &#60;b&#62;") && !shown.contains("Li <b>"),
        "{shown}"
    );
    assert!(
        shown.contains("<svg") && shown.contains("200 accepted"),
        "{shown}"
    );
    for (scene, standing) in [
        ("renew", "active"),
        ("expire", "expired"),
        ("renew", "active"),
        ("release", "released"),
    ] {
        let shown = console.page(&page, "en").await;
        assert!(
            shown.contains(&format!("value=\"{scene}\"")),
            "{scene}: {shown}"
        );
        ask(&console, &at, &[("scene", scene), ("purchase", "order-1")]).await;
        let market = state(&console, &at).await;
        assert_eq!(market["purchases"][0]["standing"], standing, "{market}");
    }
    let market = state(&console, &at).await;
    assert_eq!(market["findings"], json!({}), "{market}");
    assert_eq!(market["made"], 5);
}

#[tokio::test]
async fn every_way_of_delivering_is_judged() {
    let console = Running::start().await;
    let at = console
        .add("wrong", &seller(Some("new-id-each-call")).await)
        .await;
    trade(&console, &at, json!({ "scene": "buy" })).await;
    let again = json!({ "scene": "buy", "purchase": "order-1", "way": "again" });
    let market = trade(&console, &at, again).await;
    assert!(market["findings"].get("IDM001").is_some(), "{market}");
    let shown = console.page(&format!("{at}/market"), "en").await;
    assert!(shown.contains("/rules/IDM001"), "{shown}");
    let lost = json!({ "scene": "buy", "way": "lost" });
    assert_eq!(trade(&console, &at, lost).await["made"], 3);
    let crowd = json!({ "scene": "buy", "way": "at-once" });
    assert_eq!(trade(&console, &at, crowd).await["made"], 6);
}

#[tokio::test]
async fn what_makes_no_sense_is_told() {
    let console = Running::start().await;
    let at = console.add("right", &seller(None).await).await;
    let none = json!({ "scene": "renew" });
    assert_eq!(trade(&console, &at, none).await["status"], 422);
    let unknown = json!({ "scene": "renew", "purchase": "order-9" });
    assert_eq!(trade(&console, &at, unknown).await["status"], 404);
    trade(&console, &at, json!({ "scene": "buy" })).await;
    let early = json!({ "scene": "expire", "purchase": "order-1", "way": "again" });
    let market = trade(&console, &at, early).await;
    let told = market["not_done"].as_str().unwrap();
    assert!(told.contains("nothing of that kind"), "{told}");
}

#[tokio::test]
async fn closing_releases_what_was_bought() {
    let mut console = Running::start().await;
    let at = console.add("right", &seller(None).await).await;
    trade(&console, &at, json!({ "scene": "buy" })).await;
    let closed = console.send(&format!("{at}/market/close"), None, &[]).await;
    assert_eq!(leads_to(&closed), format!("{at}/market"));
    assert_eq!(state(&console, &at).await["purchases"], json!([]));
    trade(&console, &at, json!({ "scene": "buy" })).await;
    // The end of the console closes it too.
    console.ends().await;
}

/// A port that nobody listens on.
pub(crate) async fn nobody_s_place() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    listener.local_addr().unwrap()
}

/// A seller comes up at that address.
pub(crate) async fn comes_up(place: SocketAddr) {
    let seller = Seller::new(SellerConfig::new(Key::new(KEY)));
    let server = Server::bind(place, seller).await.unwrap();
    tokio::spawn(server.run_until(std::future::pending()));
}

#[tokio::test]
async fn a_failed_delivery_is_a_message_that_is_delivered_again_by_hand() {
    let console = Running::start().await;
    let place = nobody_s_place().await;
    let at = console
        .add("late", &format!("http://{place}/produceAPI"))
        .await;
    let market = trade(&console, &at, json!({ "scene": "buy" })).await;
    assert_eq!(
        market["purchases"][0]["instance_id"],
        Value::Null,
        "{market}"
    );
    let list = console.page("/deliveries?state=failed", "en").await;
    assert!(list.contains("newInstance"), "{list}");
    let id = list.split("/deliveries/").nth(1).unwrap();
    let id = id.split('"').next().unwrap().to_owned();
    comes_up(place).await;
    let restarted = console
        .send(&format!("/deliveries/{id}/restart"), None, &[])
        .await;
    let page = console.page(leads_to(&restarted), "en").await;
    assert!(
        page.contains("accepted") && page.contains(">delivered<"),
        "{page}"
    );
    let open = console.page("/deliveries?state=failed", "en").await;
    assert!(open.contains("There is none"), "{open}");
    console
        .send(&format!("/deliveries/{id}/remove"), None, &[])
        .await;
    assert_eq!(
        console.get(&format!("/deliveries/{id}")).await.status(),
        404
    );
}

#[tokio::test]
async fn retries_come_as_the_platform_makes_them() {
    let console = Running::start().await;
    let at = console.add("away", "http://127.0.0.1:9/produceAPI").await;
    let wish = json!({ "scene": "buy", "retries": "real-time" });
    let market = trade(&console, &at, wish).await;
    let due = &market["due"][0];
    assert_eq!(
        (&due["scene"], &due["times"]),
        (&json!("buy"), &json!(3)),
        "{market}"
    );
    assert!(due["within"].as_u64().unwrap() > 3000, "{market}");
    let shown = console.page(&format!("{at}/market"), "en").await;
    assert!(!shown.contains("http-equiv=\"refresh\""), "{shown}");
    assert!(shown.contains("is delivered again in"), "{shown}");
}
