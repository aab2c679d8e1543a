//! Checks from the page.

use std::time::Duration;

use crate::support::{KEY, Running, leads_to, seller, settings};

/// The last thing that is told of a check.
async fn followed(console: &Running, check: &str) -> String {
    let answer = console.get(&format!("{check}/live")).await;
    if answer.status() == 404 {
        return "\"over\":true".to_owned();
    }
    assert_eq!(answer.headers()["content-type"], "text/event-stream");
    let told = answer.text().await.unwrap();
    told.trim_end().rsplit("data: ").next().unwrap().to_owned()
}

async fn begin(console: &Running, at: &str, form: &[(&str, &str)]) -> String {
    leads_to(&console.send(&format!("{at}/check"), None, form).await).to_owned()
}

async fn ended(console: &Running, at: &str, form: &[(&str, &str)]) -> String {
    let check = begin(console, at, form).await;
    assert!(followed(console, &check).await.contains("\"over\":true"));
    check
}

#[tokio::test]
async fn the_right_seller_passes_with_every_report() {
    let console = Running::start().await;
    let at = console.add("right", &seller(None).await).await;
    let choice = console.page(&format!("{at}/check"), "en").await;
    assert!(choice.contains("value=\"debug-calls\""), "{choice}");
    let check = ended(&console, &at, &[]).await;
    let page = console.page(&check, "en").await;
    assert!(page.contains("every judged rule held"), "{page}");
    for name in [
        "report.html",
        "report.json",
        "junit.xml",
        "exchanges.har",
        "record.jsonl",
    ] {
        let answer = console.get(&format!("{check}/files/{name}")).await;
        assert_eq!(answer.status(), 200, "{name}");
        let policy = answer.headers()["content-security-policy"]
            .to_str()
            .unwrap()
            .to_owned();
        assert!(policy.starts_with("sandbox allow-scripts"), "{policy}");
        let text = answer.text().await.unwrap();
        assert!(!text.is_empty() && !text.contains(KEY), "{name}");
    }
    assert_eq!(
        console
            .get(&format!("{check}/files/evil.exe"))
            .await
            .status(),
        404
    );
    assert!(console.page("/checks", "en").await.contains(&check));
}

#[tokio::test]
async fn what_broke_since_is_told() {
    let console = Running::start().await;
    let chosen = [("scenario", "debug-calls")];
    let right = console.add("right", &seller(None).await).await;
    let wrong = console
        .add("wrong", &seller(Some("signature-in-hex")).await)
        .await;
    let (before, after) = (
        ended(&console, &right, &chosen).await,
        ended(&console, &wrong, &chosen).await,
    );
    let page = console.page(&after, "en").await;
    assert!(
        page.contains("SIG") && page.contains("verdict-line"),
        "{page}"
    );
    let number = |check: &str| check.rsplit('/').next().unwrap().to_owned();
    let compared = format!(
        "/checks/compare?before={}&after={}",
        number(&before),
        number(&after)
    );
    let page = console.page(&compared, "en").await;
    assert!(
        page.contains("Broke") && page.contains("/rules/SIG"),
        "{page}"
    );
    let page = console
        .page(
            &format!(
                "/checks/compare?before={}&after={}",
                number(&after),
                number(&before)
            ),
            "en",
        )
        .await;
    assert!(page.contains("Mended"), "{page}");
}

#[tokio::test]
async fn the_checks_of_an_address_are_a_trend_with_its_table() {
    let console = Running::start().await;
    let chosen = [("scenario", "debug-calls")];
    let wrong = seller(Some("signature-in-hex")).await;
    let at = console.add("My <b> shop", &wrong).await;
    ended(&console, &at, &chosen).await;
    let one = console.page("/checks", "en").await;
    assert!(!one.contains("<svg"), "one check is no trend: {one}");
    ended(&console, &at, &chosen).await;
    let two = console.page("/checks", "en").await;
    assert!(
        two.contains("<h2>Trend: My &#60;b&#62; shop</h2>") && two.contains("role=\"img\""),
        "{two}"
    );
    assert_eq!(two.matches("<rect class=\"bad\"").count(), 2, "{two}");
    assert_eq!(two.matches("<th scope=\"row\">").count(), 2, "{two}");
    let chinese = console.page("/checks", "zh-CN").await;
    assert!(chinese.contains("走势："), "{chinese}");
}

#[tokio::test]
async fn a_check_is_stopped_and_then_removed() {
    let console = Running::start().await;
    // It accepts connections and never answers.
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/produceAPI", silent.local_addr().unwrap());
    let at = console.add("silent", &url).await;
    let check = begin(&console, &at, &[("scenario", "debug-calls")]).await;
    let page = console.page(&check, "en").await;
    assert!(
        page.contains("under way") && page.contains("live.js"),
        "{page}"
    );
    assert_eq!(
        console
            .send(&format!("{check}/remove"), None, &[])
            .await
            .status(),
        409
    );
    console.send(&format!("{check}/stop"), None, &[]).await;
    console.send(&format!("{check}/stop"), None, &[]).await;
    let told = tokio::time::timeout(Duration::from_mins(1), followed(&console, &check))
        .await
        .unwrap();
    assert!(told.contains("\"over\":true"), "{told}");
    let page = console.page(&check, "en").await;
    // What it came to depends on whether the first call had begun.
    assert!(
        page.contains("verdict-line") && !page.contains("under way"),
        "{page}"
    );
    assert_eq!(
        leads_to(&console.send(&format!("{check}/remove"), None, &[]).await),
        "/checks"
    );
    assert_eq!(console.get(&check).await.status(), 404);
}

#[tokio::test]
async fn a_check_that_was_cut_off_says_so_and_keeps_what_was_recorded() {
    let console = Running::start().await;
    let at = console.add("right", &seller(None).await).await;
    let check = ended(&console, &at, &[("scenario", "debug-calls")]).await;
    let folder = tempfile::tempdir().unwrap();
    for name in ["console.db", "console.db-wal", "console.key"] {
        std::fs::copy(console.folder.path().join(name), folder.path().join(name)).unwrap();
    }
    let cut = rusqlite::Connection::open(folder.path().join("console.db")).unwrap();
    cut.execute("UPDATE checks SET verdict = NULL, headline = NULL", [])
        .unwrap();
    cut.execute(
        "DELETE FROM events WHERE number > (SELECT max(number) / 2 FROM events)",
        [],
    )
    .unwrap();
    drop(cut);
    let again = Running::in_folder(folder, |settings| settings).await;
    assert!(again.page(&check, "en").await.contains(">cut off<"));
    assert!(
        again
            .page(&format!("{check}/files/report.html"), "en")
            .await
            .contains("debug-calls")
    );
}

#[tokio::test]
async fn nothing_that_can_be_played_is_told() {
    let console = Running::start().await;
    let at = console.add("right", "http://127.0.0.1:1/x").await;
    let (status, page) = console
        .sent(&format!("{at}/check"), &[("scenario", "no-such")])
        .await;
    assert_eq!(status, 422);
    assert!(page.contains("Nothing of what was chosen"), "{page}");
}

#[tokio::test]
async fn a_console_that_ends_stops_its_checks_first() {
    let mut console = Running::start().await;
    let at = console.add("right", &seller(None).await).await;
    let check = begin(&console, &at, &[]).await;
    // A page that follows the check does not keep the console from ending.
    let following = console.get(&format!("{check}/live")).await;
    console.ends().await;
    drop(following);
    let again = Running::with(|_| settings(&console.folder)).await;
    let page = again.page(&check, "en").await;
    assert!(
        !page.contains(">cut off<") && page.contains("verdict-line"),
        "{page}"
    );
}
