//! The pages, as their reader sees them.

use galleria_scenarios::{platform_message, rules};

use crate::support::{Running, leads_to};

#[tokio::test]
async fn every_rule_has_a_page() {
    let console = Running::start().await;
    let list = console.page("/rules", "en").await;
    for rule in rules::all() {
        assert!(
            list.contains(&format!("/rules/{}\"", rule.id)),
            "{}",
            rule.id
        );
        let page = console.page(&format!("/rules/{}", rule.id), "en").await;
        assert!(
            page.contains(rule.name) && page.contains(rule.faults[0]),
            "{}",
            rule.id
        );
    }
    let by_name = console.page("/rules/signature-wrong", "en").await;
    assert!(by_name.contains("SIG"));
}

#[tokio::test]
async fn a_slip_in_an_address_is_told() {
    let console = Running::start().await;
    let answer = console.get("/rules/SIG044").await;
    assert_eq!(answer.status(), 404);
    let text = answer.text().await.unwrap();
    assert!(
        text.contains("There is no rule") && text.contains("did you mean"),
        "{text}"
    );
    assert_eq!(console.get("/messages/nothing").await.status(), 404);
    assert_eq!(console.get("/nothing").await.status(), 404);
}

#[tokio::test]
async fn every_message_of_the_platform_has_a_page() {
    let console = Running::start().await;
    for message in platform_message::all() {
        let page = console
            .page(&format!("/messages/{}", message.id), "en")
            .await;
        assert!(page.contains("What to do"), "{}", message.id);
    }
}

#[tokio::test]
async fn what_is_pasted_is_explained_and_never_run() {
    let console = Running::start().await;
    let told = console
        .page("/explain?text=signed-with-key-and-timestamp", "en")
        .await;
    assert!(told.contains("How to fix"));
    let hostile = console
        .page("/explain?text=%3Cscript%3Ealert(1)%3C/script%3E", "en")
        .await;
    assert!(!hostile.contains("<script"), "{hostile}");
    assert!(hostile.contains("Nothing is known by these words"));
}

#[tokio::test]
async fn the_language_that_is_chosen_stays_and_leads_back() {
    let console = Running::start().await;
    assert!(
        console
            .page("/rules", "zh-CN,zh;q=0.9")
            .await
            .contains("lang=\"zh-Hans\"")
    );
    let body = "lang=zh";
    let request = console.ask(reqwest::Method::POST, "/language").body(body);
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    let from = format!("{}/rules?x=1", console.origin());
    let answer = request.header("referer", from).send().await.unwrap();
    assert_eq!(leads_to(&answer), "/rules?x=1");
    let cookie = answer.headers()["set-cookie"].to_str().unwrap();
    assert!(cookie.starts_with("galleria-language=zh"), "{cookie}");
}

#[tokio::test]
async fn no_referer_leads_to_another_site() {
    let console = Running::start().await;
    for from in [
        "http://evil.example//evil.example/x",
        "//evil.example",
        "javascript:alert(1)",
    ] {
        let request = console
            .ask(reqwest::Method::POST, "/language")
            .body("lang=en");
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let answer = request.header("referer", from).send().await.unwrap();
        assert_eq!(leads_to(&answer), "/", "{from}");
    }
}
