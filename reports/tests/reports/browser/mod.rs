//! The page in Chromium: what a reader sees, hears and does. `GALLERIA_TEST_BROWSER=1` switches these
//! tests on, for they need Chromium, which `.ci/install` installs; with the switch on, a missing Chromium
//! fails them.

mod devtools;
mod looks;
mod measures;

use std::path::PathBuf;

use galleria_reports::lang::Lang;
use galleria_scenarios::event::Event;
use serde_json::{Value, json};

use self::devtools::Browser;
use crate::{rule_book, runs};

/// Whether these tests are switched on.
fn is_on() -> bool {
    std::env::var_os("GALLERIA_TEST_BROWSER").is_some_and(|value| value == "1")
}

/// A page of these events in a browser.
struct Opened {
    browser: Browser,
    file: PathBuf,
    _folder: tempfile::TempDir,
}

fn open(events: &[Event]) -> Opened {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.html");
    std::fs::write(&file, rule_book::draw("html", events)).unwrap();
    let mut browser = Browser::start();
    browser.open(&format!("file://{}", file.display()));
    Opened {
        browser,
        file,
        _folder: folder,
    }
}

impl Opened {
    fn value(&mut self, expression: &str) -> Value {
        self.browser.evaluate(expression)
    }

    /// How many places of that selector are seen.
    fn seen(&mut self, selector: &str) -> u64 {
        let count = format!(
            "[...document.querySelectorAll({})].filter((at) => at.checkVisibility()).length",
            json!(selector)
        );
        self.value(&count).as_u64().unwrap()
    }

    /// Fills in a control of the filter as a reader does.
    fn fill(&mut self, control: &str, value: &str) {
        let fill = format!(
            "{{ const at = document.getElementById({}); at.value = {}; at.dispatchEvent(new Event('input', {{ bubbles: true }})); }}",
            json!(control),
            json!(value)
        );
        self.value(&fill);
    }

    /// Nothing was complained of, nothing asked of a network, and no window opened.
    fn was_quiet(&mut self) {
        // What is under way is told before the answer to this.
        self.value("new Promise((done) => setTimeout(done, 50))");
        let browser = &self.browser;
        for complaint in [
            "Runtime.exceptionThrown",
            "Log.entryAdded",
            "Runtime.consoleAPICalled",
        ] {
            assert_eq!(browser.told(complaint), [&Value::Null; 0], "{complaint}");
        }
        assert_eq!(
            browser.told("Page.javascriptDialogOpening"),
            [&Value::Null; 0]
        );
        let own = format!("file://{}", self.file.display());
        for request in browser.told("Network.requestWillBeSent") {
            let url = request["request"]["url"].as_str().unwrap();
            assert_eq!(url.split('#').next().unwrap(), own);
        }
    }
}

#[test]
fn no_page_complains_or_asks_anything_of_a_network() {
    if !is_on() {
        return;
    }
    for (_, events) in runs::all() {
        for lang in Lang::ALL {
            let mut page = lang.speaking(|| open(&events));
            page.value("document.querySelectorAll('details').forEach((at) => { at.open = true; })");
            page.was_quiet();
        }
    }
}

#[test]
fn hostile_text_is_shown_and_never_run() {
    if !is_on() {
        return;
    }
    let mut page = open(&runs::hostile());
    assert_eq!(page.value("document.images.length"), 0);
    assert_eq!(page.value("document.scripts.length"), 1);
    assert_eq!(
        page.value("document.body.innerText.includes('<img src=x onerror=alert(1)>')"),
        true
    );
    // Markup that found its way in all the same would do nothing.
    page.value(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x: onerror=\"window.harmed = 1\"><a id=bad href=\"javascript:window.harmed = 1\">x</a>')",
    );
    page.value("document.getElementById('bad').click()");
    page.value("new Promise((done) => setTimeout(done, 50))");
    assert_eq!(page.value("window.harmed === undefined"), true);
}

#[test]
fn the_filter_shows_what_it_is_asked_for() {
    if !is_on() {
        return;
    }
    let mut page = open(&runs::failing());
    let (rows, scenarios) = ("tr[data-rules]", "details.scenario");
    let all = (page.seen(rows), page.seen(scenarios));
    assert!(all.0 >= 9 && all.1 >= 2, "{all:?}");
    assert_eq!(page.seen("#filter-told"), 0);

    page.fill("filter-verdict", "bad");
    assert!((1..all.0).contains(&page.seen(rows)));
    assert_eq!(page.seen("article.told.doubtful"), 0);
    assert!(page.seen("article.told.bad") >= 1);
    let told = page.value("document.getElementById('filter-told').innerText");
    assert!(told.as_str().unwrap().contains("rules shown"), "{told}");

    page.fill("filter-verdict", "");
    page.fill("filter-rule", "SIG004");
    assert_eq!((page.seen(rows), page.seen("article.told")), (1, 1));
    assert!((1..all.1).contains(&page.seen(scenarios)));

    page.fill("filter-rule", "");
    page.fill("filter-text", "  SEEMS TO STAND NOWHERE ");
    assert_eq!((page.seen(rows), page.seen(scenarios)), (0, 0));
    assert_eq!(page.seen("section.chapter"), 0);
    page.fill("filter-text", "Signature-Wrong");
    assert_eq!(page.seen(rows), 1);

    // A link to what is filtered out shows it again.
    page.value("document.querySelector('details.scenario a[href^=\"#found-\"], a[href=\"#scenarios\"]').click()");
    page.value("new Promise((done) => { location.hash = 'rule-TRN001'; setTimeout(done, 50); })");
    assert_eq!((page.seen(rows), page.seen(scenarios)), all);
    page.fill("filter-verdict", "good");
    page.value("document.querySelector('#filter button[type=reset]').click()");
    page.value("new Promise((done) => setTimeout(done, 50))");
    assert_eq!((page.seen(rows), page.seen(scenarios)), all);
    page.was_quiet();
}

#[test]
fn a_click_copies_the_command() {
    if !is_on() {
        return;
    }
    let mut page = open(&runs::failing());
    let granted = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    page.browser.call("Browser.grantPermissions", &granted);
    assert!(page.seen(".command button") >= 1);
    let copied = page.value(
        "(async () => { document.querySelector('.command button').click(); await new Promise((done) => setTimeout(done, 200)); return navigator.clipboard.readText(); })()",
    );
    assert!(
        copied.as_str().unwrap().starts_with("curl -i 'https://"),
        "{copied}"
    );
    let said = page.value("document.getElementById('said').textContent");
    assert_eq!(said, "The command was copied.");
    page.was_quiet();
}

#[test]
fn a_keyboard_and_a_screen_reader_find_everything() {
    if !is_on() {
        return;
    }
    let mut page = open(&runs::failing());
    let tab = |kind: &str| json!({ "type": kind, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9 });
    let mut reached = Vec::new();
    for _ in 0..60 {
        page.browser.call("Input.dispatchKeyEvent", &tab("keyDown"));
        page.browser.call("Input.dispatchKeyEvent", &tab("keyUp"));
        let at = "document.activeElement.id || document.activeElement.className || document.activeElement.localName";
        reached.push(page.value(at).as_str().unwrap_or_default().to_owned());
    }
    assert_eq!(reached[0], "skip");
    for control in [
        "filter-text",
        "filter-verdict",
        "filter-rule",
        "button",
        "summary",
    ] {
        assert!(
            reached.iter().any(|at| at == control),
            "{control}: {reached:?}"
        );
    }
    let tree = page.browser.call("Accessibility.getFullAXTree", &json!({}));
    let nodes = tree["nodes"].as_array().unwrap();
    let mut named = 0;
    for node in nodes.iter().filter(|node| node["ignored"] != true) {
        let role = node["role"]["value"].as_str().unwrap_or_default();
        if [
            "button",
            "link",
            "searchbox",
            "combobox",
            "DisclosureTriangle",
        ]
        .contains(&role)
        {
            let name = node["name"]["value"].as_str().unwrap_or_default();
            assert!(!name.trim().is_empty(), "{node}");
            named += 1;
        }
    }
    assert!(named > 20, "{named}");
}
