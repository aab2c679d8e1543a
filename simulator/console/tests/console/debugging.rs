//! The debug step.

use galleria_protocol::Activity;
use galleria_scenarios::profile;

use crate::support::{KEY, Running, pressed, seller};

#[tokio::test]
async fn every_scene_of_the_right_seller_passes() {
    let console = Running::start().await;
    let at = console.add("right", &seller(None).await).await;
    let book = profile::find("cn-v1").unwrap();
    for scene in [
        Activity::NewInstance,
        Activity::RefreshInstance,
        Activity::ReleaseInstance,
    ] {
        let path = format!("{at}/debug/{}", book.called(scene));
        let (status, page) = pressed(&console, &path, &[("do", "call")]).await;
        assert_eq!(status, 200, "{page}");
        assert!(page.contains("verdict-line good"), "{path}: {page}");
        assert!(!page.contains("verdict-line bad"), "{path}");
    }
}

#[tokio::test]
async fn a_mistake_is_named_with_its_cause_and_cure() {
    let console = Running::start().await;
    let at = console
        .add("wrong", &seller(Some("signs-key-and-timestamp")).await)
        .await;
    let (_, page) = pressed(
        &console,
        &format!("{at}/debug/newInstance"),
        &[("do", "call")],
    )
    .await;
    assert!(page.contains("verdict-line bad"), "{page}");
    for told in [
        "SIG004",
        "How to fix",
        "What causes it",
        "signed-with-key-and-timestamp",
        "stops here",
    ] {
        assert!(page.contains(told), "{told}");
    }
    assert!(!page.contains(KEY));
}

#[tokio::test]
async fn the_request_command_is_shown_without_a_call() {
    let console = Running::start().await;
    let at = console.add("gone", "http://127.0.0.1:1/produceAPI").await;
    let (status, page) = pressed(
        &console,
        &format!("{at}/debug/newInstance"),
        &[("do", "command")],
    )
    .await;
    assert_eq!(status, 200);
    assert!(
        page.contains("curl -i") && page.contains("testFlag=1"),
        "{page}"
    );
    let (_, page) = pressed(
        &console,
        &format!("{at}/debug/newInstance"),
        &[("do", "call")],
    )
    .await;
    assert!(page.contains("There is no answer."), "{page}");
}

#[tokio::test]
async fn a_value_that_was_entered_is_sent_and_stays_in_the_form() {
    let console = Running::start().await;
    let at = console.add("right", &seller(None).await).await;
    let changed = [("value.orderId", "CS1906666666ABCDE"), ("do", "call")];
    let (_, page) = pressed(&console, &format!("{at}/debug/newInstance"), &changed).await;
    assert!(page.contains("orderId=CS1906666666ABCDE"), "{page}");
    assert!(page.contains("value=\"CS1906666666ABCDE\""), "{page}");
}

#[tokio::test]
async fn the_key_is_sent_in_no_value() {
    let console = Running::start().await;
    let at = console.add("right", &seller(None).await).await;
    let changed = [
        ("value.customerName", KEY),
        ("sent.customerName", "1"),
        ("do", "call"),
    ];
    let (status, page) = pressed(&console, &format!("{at}/debug/newInstance"), &changed).await;
    assert_eq!(status, 422);
    assert!(page.contains("holds the access key"), "{page}");
}

#[tokio::test]
async fn what_a_seller_sends_is_shown_and_never_run() {
    let console = Running::start().await;
    let at = console.add("right", &seller(None).await).await;
    let hostile = "<script>alert(1)</script>";
    let changed = [
        ("value.customerName", hostile),
        ("sent.customerName", "1"),
        ("do", "command"),
    ];
    let (_, page) = pressed(&console, &format!("{at}/debug/newInstance"), &changed).await;
    assert!(!page.contains("<script"), "{page}");
}

#[tokio::test]
async fn a_scene_that_is_none_is_told() {
    let console = Running::start().await;
    let at = console.add("right", "http://127.0.0.1:1/x").await;
    assert_eq!(
        console
            .get(&format!("{at}/debug/newSubscription"))
            .await
            .status(),
        404
    );
    assert_eq!(
        console
            .get("/addresses/99/debug/newInstance")
            .await
            .status(),
        404
    );
}
