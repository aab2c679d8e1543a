//! How the pages look: by what stands where, in both languages and schemes, on screens of three widths.

use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;

use super::measures::{FAINT, WIDE};
use super::{Person, at_the_desk, is_on};
use crate::campaigns::ended;
use crate::logins::{Browser, entry, sold, with_login};
use crate::support::{Running, pressed, seller};

/// The pages of a campaign at an address, whose seller is wrong.
async fn fuzzed(console: &Running, at: &str) -> [String; 3] {
    let campaign = ended(console, at, &[("cases", "3"), ("seed", "7")]).await;
    let failure = format!("{campaign}/failures/1");
    [format!("{at}/fuzz"), campaign, failure]
}

/// A check that is over.
async fn checked(console: &Running, at: &str) -> String {
    let chosen = [("scenario", "debug-calls")];
    let answer = console.send(&format!("{at}/check"), None, &chosen).await;
    let check = crate::support::leads_to(&answer).to_owned();
    // It is over where nothing is told any more.
    let events = console.get(&format!("{check}/live")).await;
    events.text().await.unwrap();
    check
}

/// A console with something on every page; the paths of its pages.
async fn furnished(console: &Running) -> Vec<String> {
    let at = console
        .add("My shop", &seller(Some("signs-key-and-timestamp")).await)
        .await;
    let right = console.add("右边的商店", &seller(None).await).await;
    let saving = [("do", "save"), ("name", "first")];
    pressed(console, &format!("{right}/debug/newInstance"), &saving).await;
    let dial_test = [("days", "6")];
    console
        .send(&format!("{right}/dial-test"), None, &dial_test)
        .await;
    let events = console.get("/dial-tests/1/live").await;
    events.text().await.unwrap();
    // Two make a trend.
    checked(console, &at).await;
    let check = checked(console, &at).await;
    for way in ["once", "again", "lost"] {
        let form = [
            ("scene", "buy"),
            ("way", way),
            ("retries", "never"),
            ("purchase", if way == "again" { "order-1" } else { "" }),
        ];
        console.send(&format!("{at}/market"), None, &form).await;
    }
    let away = console.add("away", "http://127.0.0.1:9/produceAPI").await;
    let market = format!("{at}/market");
    let missed = format!("{away}/market");
    let form = [("scene", "buy"), ("way", "once"), ("retries", "never")];
    console.send(&missed, None, &form).await;
    let (joint, _) = with_login(console, "cn-v2").await;
    let bought = sold(console, &joint, "Li").await;
    Browser::new().reads(&entry(&bought, "user")).await;
    let joint = format!("{joint}/market");
    let fuzzed = fuzzed(console, &at).await;
    let debug = format!("{at}/debug/newInstance");
    let edit = format!("{at}/edit");
    let choice = format!("{at}/check");
    let fixed = [
        "/",
        "/addresses",
        "/addresses/new",
        "/cases",
        "/cases/first",
        "/checks",
        "/campaigns",
        "/rules",
        "/rules/SIG004",
        "/explain",
        "/explain?text=signature",
        "/explain?text=signed-with-key-and-timestamp",
        "/login",
        "/deliveries",
        "/dial-tests",
        "/dial-tests/1",
    ];
    fixed
        .map(ToOwned::to_owned)
        .into_iter()
        .chain([at, debug, edit, choice, check, market, missed, joint])
        .chain(fuzzed)
        .collect()
}

/// Keeps pictures of the page, narrow and wide, where the variable names a folder for them.
fn kept(person: &mut Person, name: &str) {
    let Some(folder) = std::env::var_os("GALLERIA_TEST_SHOTS") else {
        return;
    };
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder).unwrap();
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    let name = name
        .trim_start_matches('/')
        .replace(|letter| !is_plain(letter), "_");
    let hidden = json!({ "hidden": true });
    person
        .browser
        .call("Emulation.setScrollbarsHidden", &hidden);
    for width in [360, 1280] {
        let metrics =
            json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        person
            .browser
            .call("Emulation.setDeviceMetricsOverride", &metrics);
        let whole = json!({ "captureBeyondViewport": true });
        let shot = person.browser.call("Page.captureScreenshot", &whole);
        let picture = BASE64_STANDARD.decode(shot["data"].as_str().unwrap());
        std::fs::write(folder.join(format!("{name}-{width}.png")), picture.unwrap()).unwrap();
    }
    let shown = json!({ "hidden": false });
    person.browser.call("Emulation.setScrollbarsHidden", &shown);
}

fn looks_well(person: &mut Person, page: &str) {
    person.value("document.querySelectorAll('details').forEach((at) => { at.open = true; })");
    let faint = person.value(FAINT);
    assert_eq!(faint, json!([]), "{page} is faint");
    for width in [360, 800, 1280] {
        let metrics =
            json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        person
            .browser
            .call("Emulation.setDeviceMetricsOverride", &metrics);
        let wide = person.value(WIDE);
        assert_eq!(wide, json!([]), "{page} at {width}");
    }
}

#[tokio::test]
async fn every_page_can_be_read_in_both_languages_and_schemes_on_every_screen() {
    if !is_on() {
        return;
    }
    let console = Running::start().await;
    let pages = furnished(&console).await;
    at_the_desk(&console, move |person| {
        for lang in ["en", "zh-CN"] {
            person.speaks(lang);
            for scheme in ["light", "dark"] {
                let feature = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
                person.browser.call(
                    "Emulation.setEmulatedMedia",
                    &json!({ "features": feature }),
                );
                for page in &pages {
                    person.opens(page);
                    looks_well(person, &format!("{page} ({lang}, {scheme})"));
                    kept(person, &format!("{page}-{lang}-{scheme}"));
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn what_came_of_a_call_can_be_read() {
    if !is_on() {
        return;
    }
    let console = Running::start().await;
    let at = console
        .add("My shop", &seller(Some("signs-key-and-timestamp")).await)
        .await;
    at_the_desk(&console, move |person| {
        for scheme in ["light", "dark"] {
            let feature = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
            person.browser.call(
                "Emulation.setEmulatedMedia",
                &json!({ "features": feature }),
            );
            person.opens(&format!("{at}/debug/newInstance"));
            person.follows("Debug");
            looks_well(person, &format!("a call ({scheme})"));
        }
    })
    .await;
}
