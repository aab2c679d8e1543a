//! Saved cases.

use crate::support::{Running, leads_to, pressed, seller};

async fn save(console: &Running, at: &str, name: &str) -> String {
    let changed = [
        ("sent.instanceId", "1"),
        ("value.instanceId", "obviously-fake"),
        ("do", "save"),
        ("name", name),
    ];
    pressed(console, &format!("{at}/debug/releaseInstance"), &changed)
        .await
        .1
}

#[tokio::test]
async fn a_case_that_passes_is_saved_opened_run_and_removed() {
    let console = Running::start().await;
    let at = console.add("right", &seller(None).await).await;
    assert!(
        console
            .page("/cases", "en")
            .await
            .contains("There is none yet")
    );
    let page = save(&console, &at, "bye").await;
    assert!(page.contains("The case is saved as"), "{page}");
    assert!(console.folder.path().join("cases/bye.toml").exists());
    let list = console.page("/cases", "en").await;
    assert!(
        list.contains("/cases/bye") && list.contains("missing"),
        "{list}"
    );
    let form = console
        .page(&format!("{at}/debug/releaseInstance?case=bye"), "en")
        .await;
    assert!(form.contains("value=\"obviously-fake\""), "{form}");
    let (_, played) = console.sent(&format!("{at}/cases/run"), &[]).await;
    assert!(played.contains("Every case passes."), "{played}");
    assert!(
        console
            .page("/cases/bye", "en")
            .await
            .contains("releaseInstance")
    );
    assert_eq!(
        leads_to(&console.send("/cases/bye/remove", None, &[]).await),
        "/cases"
    );
    assert_eq!(console.get("/cases/bye").await.status(), 404);
}

#[tokio::test]
async fn a_case_that_fails_is_not_saved_and_none_is_written_over() {
    let console = Running::start().await;
    let wrong = console
        .add("wrong", &seller(Some("signature-in-hex")).await)
        .await;
    let page = save(&console, &wrong, "bye").await;
    assert!(page.contains("verdict-line bad"), "{page}");
    assert!(!console.folder.path().join("cases/bye.toml").exists());
    let right = console.add("right", &seller(None).await).await;
    save(&console, &right, "bye").await;
    let again = save(&console, &right, "bye").await;
    assert!(again.contains("is there already"), "{again}");
    let outside = save(&console, &right, "../outside").await;
    assert!(outside.contains("is no name for a case"), "{outside}");
}

#[tokio::test]
async fn cases_that_fail_are_told_by_the_platform_s_words() {
    let console = Running::start().await;
    let right = console.add("right", &seller(None).await).await;
    save(&console, &right, "bye").await;
    let wrong = console
        .add("wrong", &seller(Some("signature-in-hex")).await)
        .await;
    let (_, played) = console.sent(&format!("{wrong}/cases/run"), &[]).await;
    assert!(
        played.contains("dial test would too: 1") && played.contains("/rules/SIG"),
        "{played}"
    );
}
