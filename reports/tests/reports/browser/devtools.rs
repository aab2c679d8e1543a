//! Chromium, driven over its DevTools protocol: a process of its own for each page.

use std::io::{BufRead as _, BufReader};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;
use tungstenite::{Message, WebSocket};

/// What Chromium is called, where it is installed.
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// Flags under which it asks nothing of any network by itself.
const FLAGS: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--remote-debugging-port=0",
    "--window-size=1280,900",
];

/// How long it may take over one command: far more than it ever does.
const PATIENCE: Duration = Duration::from_mins(2);

/// A running Chromium with one page.
pub(super) struct Browser {
    child: Child,
    socket: WebSocket<TcpStream>,
    session: Option<String>,
    last: u64,
    /// What the page told of itself, in the order of coming.
    pub(super) events: Vec<Value>,
    _home: TempDir,
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Browser {
    /// Starts it with an empty page.
    pub(super) fn start() -> Self {
        let home = tempfile::tempdir().unwrap();
        let mut child = spawn(home.path());
        let address = address(&mut child);
        let (host, _) = address["ws://".len()..].split_once('/').unwrap();
        let stream = TcpStream::connect(host).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let (socket, _) = tungstenite::client(&address, stream).unwrap();
        let mut browser = Self {
            child,
            socket,
            session: None,
            last: 0,
            events: Vec::new(),
            _home: home,
        };
        let page = browser.call("Target.createTarget", &json!({ "url": "about:blank" }));
        let attach = json!({ "targetId": page["targetId"], "flatten": true });
        let attached = browser.call("Target.attachToTarget", &attach);
        browser.session = attached["sessionId"].as_str().map(ToOwned::to_owned);
        for domain in ["Page", "Runtime", "Log", "Network", "Accessibility"] {
            browser.call(&format!("{domain}.enable"), &json!({}));
        }
        browser.call(
            "Emulation.setFocusEmulationEnabled",
            &json!({ "enabled": true }),
        );
        browser
    }

    /// Makes a call and waits for its answer; events on the way are kept.
    pub(super) fn call(&mut self, method: &str, params: &Value) -> Value {
        self.last += 1;
        let mut call = json!({ "id": self.last, "method": method, "params": params });
        if let Some(session) = &self.session {
            call["sessionId"] = json!(session);
        }
        self.socket.send(Message::text(call.to_string())).unwrap();
        loop {
            let message = self.next();
            if message["id"] == self.last {
                assert!(message["error"].is_null(), "{method}: {}", message["error"]);
                return message["result"].clone();
            }
            self.events.push(message);
        }
    }

    fn next(&mut self) -> Value {
        loop {
            let message = self.socket.read().expect("Chromium goes on talking");
            if let Message::Text(text) = message {
                return serde_json::from_str(&text).unwrap();
            }
        }
    }

    /// Opens a page and waits until it is there.
    pub(super) fn open(&mut self, url: &str) {
        let url = json!({ "url": url });
        self.loading(|browser| browser.call("Page.navigate", &url));
    }

    /// Does something that leads to another page, and waits until it is there.
    pub(super) fn loading<T>(&mut self, work: impl FnOnce(&mut Self) -> T) {
        let before = self.told("Page.loadEventFired").len();
        work(self);
        while self.told("Page.loadEventFired").len() == before {
            let event = self.next();
            self.events.push(event);
        }
    }

    /// What an expression of JavaScript comes to, a promise when it is kept.
    pub(super) fn evaluate(&mut self, expression: &str) -> Value {
        let asked = json!({
            "expression": expression,
            "returnByValue": true,
            "awaitPromise": true,
            "userGesture": true,
        });
        let told = self.call("Runtime.evaluate", &asked);
        let thrown = &told["exceptionDetails"];
        assert!(thrown.is_null(), "{expression}: {thrown}");
        told["result"]["value"].clone()
    }

    /// The parameters of the events of that name so far.
    pub(super) fn told(&self, method: &str) -> Vec<&Value> {
        let events = self.events.iter();
        let named = events.filter(|event| event["method"] == method);
        named.map(|event| &event["params"]).collect()
    }
}

fn spawn(home: &Path) -> Child {
    for name in NAMES {
        let spawned = Command::new(name)
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", home.display()))
            .arg("about:blank")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn();
        if let Ok(child) = spawned {
            return child;
        }
    }
    panic!("there is no Chromium: .ci/install installs it");
}

/// The address that Chromium listens on, which it tells on standard error.
fn address(child: &mut Child) -> String {
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let found = lines.find_map(|line| {
        let line = line.ok()?;
        Some(line.split_once("listening on ")?.1.to_owned())
    });
    // It stops where nobody reads what it tells.
    std::thread::spawn(move || lines.for_each(drop));
    found
        .expect("Chromium tells where it listens")
        .trim()
        .to_owned()
}
