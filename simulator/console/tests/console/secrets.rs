//! No page, report or answer of the console tells a secret, whatever a seller does with it.

#[path = "../../../cli/tests/cli/secrets/leaking.rs"]
mod leaking;

use galleria_protocol::Key;
use galleria_protocol::cipher::{EncryptType, encrypt};
use reqwest::Method;
use serde_json::json;

use self::leaking::{KEY, MAIL, PASSWORD, every_form, listen};
use crate::support::{Running, leads_to, pressed};

/// An answer that tells all it knows, right enough for the market to go on with it.
fn answer(number: usize) -> String {
    let sealed = |plain: &str| {
        let (key, iv) = (Key::new(KEY), b"0123456789abcdef");
        encrypt(&key, EncryptType::Aes256, iv, plain)
    };
    let told = every_form().join(" ");
    let body = json!({
        "resultCode": if number % 3 == 2 { "000005" } else { "000000" },
        "resultMsg": told,
        "instanceId": format!("i-{number}"),
        "encryptType": "1",
        "appInfo": {
            "frontEndUrl": format!("https://seller.example/?{told}"),
            "userName": sealed(MAIL),
            "password": sealed(PASSWORD),
            "memo": told,
        },
    });
    let body = body.to_string();
    let ascii: Vec<String> = every_form()
        .into_iter()
        .filter(|form| form.is_ascii())
        .collect();
    let told = ascii.join(" ");
    format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Told: {told}\r\n\
         Body-Sign: sign_type=\"HMAC-SHA256\", signature=\"{told}\"\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
}

/// Every secret in every form, and as HTML escapes it, is looked for.
fn holds_none(name: &str, text: &str) {
    for form in every_form() {
        let escaped = form.replace('&', "&#38;").replace('"', "&#34;");
        for form in [form, escaped] {
            if let Some(at) = text.find(&form) {
                let before: String = text[..at].chars().rev().take(80).collect();
                let before: String = before.chars().rev().collect();
                panic!("{name} tells `{form}` behind: {before}");
            }
        }
    }
}

/// Looks at a page in both languages.
async fn look(console: &Running, path: &str) {
    for lang in ["en", "zh-CN"] {
        holds_none(path, &console.page(path, lang).await);
    }
}

#[tokio::test]
async fn no_secret_is_on_any_page() {
    let console = Running::start().await;
    let url = listen(answer);
    let form = [
        ("name", "tells all"),
        ("url", url.as_str()),
        ("profile", "cn-v1"),
        ("billing", "period"),
        ("key", KEY),
    ];
    let at = leads_to(&console.send("/addresses", None, &form).await).to_owned();
    // The debug step.
    for wanted in ["call", "command", "save"] {
        let path = format!("{at}/debug/newInstance");
        let (_, page) = pressed(&console, &path, &[("do", wanted)]).await;
        assert!(page.contains("newInstance"), "{page}");
        holds_none(&path, &page);
    }
    // The market by hand.
    for wish in [
        json!({ "scene": "buy" }),
        json!({ "scene": "buy" }),
        json!({ "scene": "renew", "purchase": "order-1" }),
        json!({ "scene": "buy", "purchase": "order-1", "way": "again" }),
    ] {
        let request = console.ask(Method::POST, &format!("/api{at}/market"));
        let request = request.header("content-type", "application/json");
        let answer = request.body(wish.to_string()).send().await.unwrap();
        holds_none("the market", &answer.text().await.unwrap());
    }
    look(&console, &format!("{at}/market")).await;
    look(&console, &format!("{at}/market?order=order-1")).await;
    // A check, as it goes and with every report.
    let check = console.send(&format!("{at}/check"), None, &[]).await;
    let check = leads_to(&check).to_owned();
    let live = console.get(&format!("{check}/live")).await;
    holds_none("the check as it goes", &live.text().await.unwrap());
    let page = console.page(&check, "en").await;
    assert!(page.contains("SIG"), "{page}");
    look(&console, &check).await;
    for name in [
        "report.html",
        "report.json",
        "junit.xml",
        "exchanges.har",
        "record.jsonl",
    ] {
        let answer = console.get(&format!("{check}/files/{name}")).await;
        let text = answer.text().await.unwrap();
        // They came, and were taken out; JUnit holds a few findings, which need not quote one.
        assert!(text.contains("[redacted]") || name == "junit.xml", "{name}");
        holds_none(name, &text);
    }
    for path in ["/", "/addresses", "/checks", "/cases", "/deliveries"] {
        look(&console, path).await;
    }
    for path in [
        at.clone(),
        format!("{at}/edit"),
        format!("{at}/debug/newInstance"),
    ] {
        look(&console, &path).await;
    }
    for path in ["/api/addresses", "/api/checks"] {
        let answer = console.get(path).await;
        assert_eq!(answer.status(), 200, "{path}");
        holds_none(path, &answer.text().await.unwrap());
    }
    // What lies on the disk, the database among it.
    let mut files = vec![console.folder.path().to_owned()];
    let mut looked_at = 0;
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(
                std::fs::read_dir(&path)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
        } else {
            let bytes = std::fs::read(&path).unwrap();
            holds_none(
                &path.display().to_string(),
                &String::from_utf8_lossy(&bytes),
            );
            looked_at += 1;
        }
    }
    assert!(looked_at > 0);
}
