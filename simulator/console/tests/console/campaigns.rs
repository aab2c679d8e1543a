//! Fuzz campaigns from the page and for programs.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{KEY, Running, leads_to, seller};

/// A seller that refuses the repeat of an expiry.
const FAULT: &str = "expiry-retry-refused";

async fn begun(console: &Running, at: &str, form: &[(&str, &str)]) -> String {
    leads_to(&console.send(&format!("{at}/fuzz"), None, form).await).to_owned()
}

/// Follows a campaign to its end; every state that was told.
async fn followed(console: &Running, campaign: &str) -> Vec<Value> {
    let answer = console.get(&format!("{campaign}/live")).await;
    assert_eq!(answer.headers()["content-type"], "text/event-stream");
    let told = answer.text().await.unwrap();
    let states = told.lines().filter_map(|line| line.strip_prefix("data: "));
    let states: Vec<Value> = states
        .map(|state| serde_json::from_str(state).unwrap())
        .collect();
    assert_eq!(states.last().unwrap()["over"], true, "{told}");
    states
}

/// Begins a campaign and follows it to its end.
pub(crate) async fn ended(console: &Running, at: &str, form: &[(&str, &str)]) -> String {
    let campaign = begun(console, at, form).await;
    followed(console, &campaign).await;
    campaign
}

#[tokio::test]
async fn the_right_seller_passes_a_campaign_with_every_report() {
    let console = Running::start().await;
    let at = console.add("right", &seller(None).await).await;
    let choice = console.page(&format!("{at}/fuzz"), "en").await;
    assert!(choice.contains("name=\"seed\""), "{choice}");
    let form = [("cases", "5"), ("seed", "7"), ("jobs", "2")];
    let campaign = ended(&console, &at, &form).await;
    let page = console.page(&campaign, "en").await;
    assert!(
        page.contains(">pass<") && page.contains("5 histories") && page.contains("seed 7"),
        "{page}"
    );
    let chinese = console.page(&campaign, "zh").await;
    assert!(chinese.contains("5 个调用序列"), "{chinese}");
    for name in ["report.html", "report.json", "record.jsonl"] {
        let answer = console.get(&format!("{campaign}/files/{name}")).await;
        assert_eq!(answer.status(), 200, "{name}");
        let text = answer.text().await.unwrap();
        assert!(!text.is_empty() && !text.contains(KEY), "{name}");
    }
    assert!(console.page("/campaigns", "en").await.contains(&campaign));
    let removed = console.send(&format!("{campaign}/remove"), None, &[]).await;
    assert_eq!(leads_to(&removed), "/campaigns");
    assert_eq!(console.get(&campaign).await.status(), 404);
}

#[tokio::test]
async fn a_failure_is_kept_and_played_again_until_it_is_mended() {
    let console = Running::start().await;
    let at = console.add("shop", &seller(Some(FAULT)).await).await;
    let campaign = ended(
        &console,
        &at,
        &[("cases", "40"), ("seed", "1"), ("first-only", "1")],
    )
    .await;
    let page = console.page(&campaign, "en").await;
    let failure = format!("{campaign}/failures/1");
    assert!(page.contains(">fail<") && page.contains(&failure), "{page}");
    let page = console.page(&failure, "en").await;
    assert!(
        page.contains("newInstance") && page.contains("Play it again"),
        "{page}"
    );
    let file = console.get(&format!("{failure}/history.toml")).await;
    assert!(
        file.headers()["content-disposition"]
            .to_str()
            .unwrap()
            .starts_with("attachment")
    );
    let history = file.text().await.unwrap();
    assert!(
        history.contains("[found]") && !history.contains(KEY),
        "{history}"
    );

    let shop = at.rsplit('/').next().unwrap().to_owned();
    let replay = format!("{failure}/replay");
    let (_, page) = console.sent(&replay, &[("address", &shop)]).await;
    assert!(page.contains(">FAILED<"), "{page}");
    let right = console.add("mended", &seller(None).await).await;
    let right = right.rsplit('/').next().unwrap().to_owned();
    let (_, page) = console.sent(&replay, &[("address", &right)]).await;
    assert!(page.contains(">FIXED<"), "{page}");
    assert_eq!(console.sent(&replay, &[("address", "99")]).await.0, 404);
    assert_eq!(
        console
            .get(&format!("{campaign}/failures/99"))
            .await
            .status(),
        404
    );
}

#[tokio::test]
async fn a_campaign_is_followed_and_stopped() {
    let console = Running::start().await;
    let at = console.add("right", &seller(None).await).await;
    let campaign = begun(&console, &at, &[("seconds", "3600"), ("cases", "")]).await;
    let page = console.page(&campaign, "en").await;
    assert!(
        page.contains("under way") && page.contains("live.js"),
        "{page}"
    );
    assert_eq!(
        console
            .send(&format!("{campaign}/remove"), None, &[])
            .await
            .status(),
        409
    );
    console.send(&format!("{campaign}/stop"), None, &[]).await;
    let states = tokio::time::timeout(Duration::from_mins(1), followed(&console, &campaign));
    states.await.unwrap();
    let page = console.page(&campaign, "en").await;
    assert!(page.contains(">interrupted<"), "{page}");
}

#[tokio::test]
async fn a_seller_that_is_not_there_has_no_failures() {
    let console = Running::start().await;
    let at = console.add("away", "http://127.0.0.1:9/produceAPI").await;
    let campaign = ended(&console, &at, &[("cases", "3")]).await;
    let page = console.page(&campaign, "en").await;
    assert!(
        page.contains(">unreachable<") && !page.contains("/failures/"),
        "{page}"
    );
}

#[tokio::test]
async fn what_cannot_be_played_is_told_in_the_form() {
    let console = Running::start().await;
    let at = console.add("right", "http://127.0.0.1:9/produceAPI").await;
    for (form, told) in [
        (("cases", "many"), "is no whole number"),
        (("jobs", "99"), "must be between 1 and 16"),
        (("scene", "dance"), "is no optional scene"),
    ] {
        let (status, page) = console.sent(&format!("{at}/fuzz"), &[form]).await;
        assert_eq!(status, 422);
        assert!(page.contains(told), "{page}");
    }
}

#[tokio::test]
async fn programs_begin_a_campaign_read_a_failure_and_play_it_again() {
    let console = Running::start().await;
    let at = console.add("shop", &seller(Some(FAULT)).await).await;
    let ask = async |method: Method, path: &str, body: Value| {
        let request = console.ask(method, path);
        let request = request.header("content-type", "application/json");
        let answer = request.body(body.to_string()).send().await.unwrap();
        let status = answer.status().as_u16();
        let text = answer.text().await.unwrap();
        (status, serde_json::from_str(&text).unwrap_or(Value::Null))
    };
    let choice = json!({ "cases": 40, "seed": 1, "first_only": true });
    let (status, begun) = ask(Method::POST, &format!("/api{at}/campaigns"), choice).await;
    assert_eq!((status, &begun["seed"]), (202, &json!(1)), "{begun}");
    followed(&console, &format!("/campaigns/{}", begun["id"])).await;
    let here = format!("/api/campaigns/{}", begun["id"]);
    let (_, campaign) = ask(Method::GET, &here, Value::Null).await;
    assert_eq!(campaign["standing"], "fail", "{campaign}");
    assert_eq!(campaign["failures"].as_array().unwrap().len(), 1);
    let (_, failure) = ask(Method::GET, &format!("{here}/failures/1"), Value::Null).await;
    assert_eq!(
        failure["rule"], campaign["failures"][0]["rule"],
        "{failure}"
    );
    assert!(
        !failure["steps"].as_array().unwrap().is_empty(),
        "{failure}"
    );
    let shop: i64 = at.rsplit('/').next().unwrap().parse().unwrap();
    let place = json!({ "address": shop });
    let (status, again) = ask(Method::POST, &format!("{here}/failures/1/replay"), place).await;
    assert_eq!(
        (status, &again["verdict"]),
        (200, &json!("FAILED")),
        "{again}"
    );
    let (status, wrong) = ask(
        Method::POST,
        &format!("/api{at}/campaigns"),
        json!({"jobs": 99}),
    )
    .await;
    assert_eq!(status, 422, "{wrong}");
    assert_eq!(ask(Method::DELETE, &here, Value::Null).await.0, 204);
}
