//! Adding, changing and removing production addresses.

use std::fs;

use galleria_console::Settings;

use crate::support::{KEY, Running, TOKEN, leads_to, seller};

const URL: &str = "http://127.0.0.1:1/produceAPI";

#[tokio::test]
async fn an_address_is_added_changed_and_removed() {
    let console = Running::start().await;
    let at = console.add("first", URL).await;
    let page = console.page(&at, "en").await;
    assert!(
        page.contains(URL) && page.contains("kept encrypted"),
        "{page}"
    );
    assert!(console.page("/addresses", "en").await.contains("first"));
    let renamed = [
        ("name", "second"),
        ("url", URL),
        ("profile", "cn-v2"),
        ("billing", "one-time"),
    ];
    assert_eq!(leads_to(&console.send(&at, None, &renamed).await), at);
    let page = console.page(&at, "en").await;
    assert!(
        page.contains("second") && page.contains("cn-v2") && page.contains("kept encrypted"),
        "{page}"
    );
    console.send(&format!("{at}/remove"), None, &[]).await;
    assert_eq!(console.get(&at).await.status(), 404);
}

#[tokio::test]
async fn a_key_is_shown_nowhere_and_stands_nowhere_in_clear() {
    let console = Running::start().await;
    let at = console.add("first", URL).await;
    for path in [at.clone(), format!("{at}/edit"), "/addresses".to_owned()] {
        assert!(!console.page(&path, "en").await.contains(KEY), "{path}");
    }
    let wrong = [
        ("name", ""),
        ("url", URL),
        ("profile", "cn-v1"),
        ("billing", "period"),
        ("key", KEY),
    ];
    let (status, page) = console.sent("/addresses", &wrong).await;
    assert_eq!(status, 422);
    assert!(!page.contains(KEY) && page.contains(URL));
    for entry in fs::read_dir(console.folder.path()).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        assert!(
            !bytes
                .windows(KEY.len())
                .any(|window| window == KEY.as_bytes())
        );
    }
}

#[tokio::test]
async fn what_is_wrong_in_the_form_is_told() {
    let console = Running::start().await;
    console.add("taken", URL).await;
    let right = [
        ("name", "new"),
        ("url", URL),
        ("profile", "cn-v1"),
        ("billing", "period"),
        ("key", KEY),
    ];
    for (field, value, told) in [
        ("name", "taken", "already"),
        ("name", " ", "Give the address a name"),
        ("url", "ftp://x", "http"),
        (
            "url",
            "http://inside.example/x",
            "--allow-target inside.example",
        ),
        ("profile", "cn-v9", "cn-v9"),
        ("billing", "by-the-moon", "no products billed"),
        ("key", "", "Enter the access key"),
    ] {
        let form = right.map(|(name, given)| {
            if name == field {
                (name, value)
            } else {
                (name, given)
            }
        });
        let (status, page) = console.sent("/addresses", &form).await;
        assert_eq!(status, 422, "{field}={value}");
        assert!(page.contains(told), "{field}={value}: {page}");
    }
    let both = [&right[..], &[("key_variable", "GALLERIA_KEY")]].concat();
    assert!(
        console
            .sent("/addresses", &both)
            .await
            .1
            .contains("not both")
    );
    let other = right.map(|(name, given)| {
        if name == "key" {
            ("key_variable", "PATH")
        } else {
            (name, given)
        }
    });
    assert!(
        console
            .sent("/addresses", &other)
            .await
            .1
            .contains("begin with GALLERIA_")
    );
}

#[tokio::test]
async fn a_console_that_others_reach_leads_nobody_to_the_inside() {
    let console = Running::guarded().await;
    let form = "name=x&url=http://127.0.0.1:1/x&profile=cn-v1&billing=period&key=obviously-fake";
    let request = console
        .ask(reqwest::Method::POST, "/addresses")
        .bearer_auth(TOKEN)
        .body(form);
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status(), 422);
    assert!(
        answer
            .text()
            .await
            .unwrap()
            .contains("--allow-target 127.0.0.1")
    );
}

#[tokio::test]
async fn whether_an_address_is_reached_is_told() {
    let console = Running::start().await;
    let at = console.add("here", &seller(None).await).await;
    let (_, page) = console.sent(&format!("{at}/reach"), &[]).await;
    assert!(page.contains(">Reached<"), "{page}");
    assert!(page.contains("on this machine"), "{page}");
    let gone = console.add("gone", URL).await;
    let (_, page) = console.sent(&format!("{gone}/reach"), &[]).await;
    assert!(page.contains(">Not reached<"), "{page}");
}

#[tokio::test]
async fn what_is_kept_is_there_again_and_a_lost_key_file_is_told() {
    let console = Running::start().await;
    let at = console.add("first", &seller(None).await).await;
    let folder = tempfile::tempdir().unwrap();
    for name in ["console.db", "console.db-wal"] {
        fs::copy(console.folder.path().join(name), folder.path().join(name)).unwrap();
    }
    let again = Running::in_folder(folder, |settings| settings).await;
    assert!(again.page(&at, "en").await.contains("first"));
    let (_, page) = again.sent(&format!("{at}/reach"), &[]).await;
    assert!(page.contains("enter the key again"), "{page}");
}

#[tokio::test]
async fn allowed_hosts_may_be_entered() {
    let allowed = vec!["seller.example".to_owned()];
    let console = Running::with(|settings| Settings {
        allowed,
        ..settings
    })
    .await;
    console
        .add("far", "https://seller.example/produceAPI")
        .await;
}
