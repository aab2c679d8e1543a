//! The console in Chromium, as somebody at the desk uses it. `GALLERIA_TEST_BROWSER=1` switches these tests
//! on, for they need Chromium, which `.ci/install` installs; with the switch on, a missing Chromium fails them.

// The browser and the measures of the report's own tests.
#[path = "../../../../../reports/tests/reports/browser/devtools.rs"]
mod devtools;
#[path = "../../../../../reports/tests/reports/browser/measures.rs"]
mod measures;

mod daily;
mod journey;
mod logins;
mod looks;

use serde_json::{Value, json};

use self::devtools::Browser;
use crate::support::Running;

/// Whether these tests are switched on.
fn is_on() -> bool {
    std::env::var_os("GALLERIA_TEST_BROWSER").is_some_and(|value| value == "1")
}

/// Somebody at a browser.
struct Person {
    browser: Browser,
    origin: String,
    /// Other hosts that may be asked.
    others: Vec<String>,
}

/// Lets somebody use a console; what they do blocks a thread of its own.
async fn at_the_desk(console: &Running, work: impl FnOnce(&mut Person) + Send + 'static) {
    let origin = console.origin();
    let work = move || {
        let browser = Browser::start();
        let mut person = Person {
            browser,
            origin,
            others: Vec::new(),
        };
        person.speaks("en");
        work(&mut person);
        person.was_quiet();
    };
    tokio::task::spawn_blocking(work).await.unwrap();
}

impl Person {
    /// The language that the browser asks for.
    fn speaks(&mut self, lang: &str) {
        let agent = self.browser.evaluate("navigator.userAgent");
        let told = json!({ "userAgent": agent, "acceptLanguage": lang });
        self.browser.call("Emulation.setUserAgentOverride", &told);
    }

    fn opens(&mut self, path: &str) {
        let url = format!("{}{path}", self.origin);
        self.browser.open(&url);
    }

    fn value(&mut self, expression: &str) -> Value {
        self.browser.evaluate(expression)
    }

    /// Where the page is.
    fn path(&mut self) -> String {
        self.value("location.pathname").as_str().unwrap().to_owned()
    }

    fn text(&mut self) -> String {
        self.value("document.body.innerText")
            .as_str()
            .unwrap()
            .to_owned()
    }

    fn reads(&mut self, wanted: &str) {
        let text = self.text();
        assert!(text.contains(wanted), "`{wanted}` is not there: {text}");
    }

    /// Waits until a text is there, as long as somebody would.
    fn sees(&mut self, wanted: &str) {
        for _ in 0..50 {
            if self.text().contains(wanted) {
                return;
            }
            self.value("new Promise((done) => setTimeout(done, 100))");
        }
        self.reads(wanted);
    }

    /// Types into a field.
    fn types(&mut self, id: &str, value: &str) {
        let (id, value) = (json!(id), json!(value));
        self.value(&format!("document.getElementById({id}).value = {value}"));
    }

    /// Clicks on the link or button of that text, which leads to another page.
    fn follows(&mut self, text: &str) {
        let wanted = json!(text);
        let click = format!(
            "{{ const all = [...document.querySelectorAll('main a, main button, header a, header button')]; \
             const at = all.find((at) => at.textContent.trim() === {wanted}); \
             if (!at) throw new Error('nothing to click on: ' + {wanted}); at.click(); }}"
        );
        self.browser.loading(|browser| browser.evaluate(&click));
    }

    /// Nothing was complained of, and nothing asked of any other host.
    fn was_quiet(&mut self) {
        self.value("new Promise((done) => setTimeout(done, 50))");
        for complaint in [
            "Runtime.exceptionThrown",
            "Runtime.consoleAPICalled",
            "Page.javascriptDialogOpening",
        ] {
            assert_eq!(
                self.browser.told(complaint),
                [&Value::Null; 0],
                "{complaint}"
            );
        }
        // A form that was refused is answered with the status of a refusal, which Chromium notes.
        let entries = self.browser.told("Log.entryAdded").into_iter();
        // Chromium's advice for forms is verbose; other hosts have no icon.
        let is_other = |told: &Value| {
            let url = told["entry"]["url"].as_str().unwrap_or_default();
            self.others.iter().any(|origin| url.starts_with(origin))
        };
        let noted = entries.filter(|told| told["entry"]["level"] != "verbose" && !is_other(told));
        let noted = noted.map(|told| told["entry"]["text"].to_string());
        let complaints: Vec<String> = noted.filter(|text| !text.contains("422")).collect();
        assert!(complaints.is_empty(), "{complaints:?}");
        for request in self.browser.told("Network.requestWillBeSent") {
            let url = request["request"]["url"].as_str().unwrap();
            let others = self.others.iter();
            let mut known = others.chain([&self.origin]);
            assert!(known.any(|origin| url.starts_with(origin)), "{url}");
        }
    }
}
