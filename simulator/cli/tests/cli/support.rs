//! What the tests of the binary share: running it, and a seller in a process of its own.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;

/// An access key that is obviously none.
pub(crate) const KEY: &str = "obviously-fake-access-key";

/// The binary under test, away from the settings of whoever runs the tests.
pub(crate) fn galleria() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_galleria"));
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("GALLERIA_") || text.contains("COLOR") {
            command.env_remove(&name);
        }
    }
    command.env("LC_ALL", "C.UTF-8");
    command
}

/// Runs the binary in `folder` and waits for it.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Output {
    galleria()
        .current_dir(folder)
        .args(arguments)
        .output()
        .expect("the binary runs")
}

/// The exit code and both streams as text.
pub(crate) fn told(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (
        output.status.code().unwrap_or(-1),
        text(&output.stdout),
        text(&output.stderr),
    )
}

/// A port that is free now.
pub(crate) fn free_port() -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("there are free ports");
    let address = listener.local_addr().expect("it is bound");
    address.port().to_string()
}

/// A JSON file.
pub(crate) fn json(path: &Path) -> Value {
    let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_slice(&bytes).expect("the file is JSON")
}

/// The ids of the rules with that verdict in a JSON report.
pub(crate) fn rules_with(report: &Value, verdict: &str) -> Vec<String> {
    let rules = report["rules"]
        .as_array()
        .expect("a report has rules")
        .iter();
    rules
        .filter(|rule| rule["verdict"] == verdict)
        .map(|rule| rule["id"].as_str().unwrap_or_default().to_owned())
        .collect()
}

/// `galleria seller` on a free port; killed when dropped.
pub(crate) struct SellerProcess {
    child: Child,
    url: String,
    probe: Option<String>,
}

/// The address of the effect probe that a seller tells.
fn probe_of(mut out: impl BufRead) -> String {
    let mut line = String::new();
    while !line.contains("--effect-probe") {
        line.clear();
        let read = out.read_line(&mut line);
        assert!(
            read.is_ok_and(|read| read > 0),
            "the seller tells its probe"
        );
    }
    let (_, probe) = line
        .split_once("--effect-probe ")
        .expect("looked for above");
    probe.trim().trim_matches('\'').to_owned()
}

impl SellerProcess {
    /// Starts it with these further arguments and waits until it listens.
    pub(crate) fn start(arguments: &[&str]) -> Self {
        Self::start_at("0", arguments)
    }

    /// The same on that port.
    pub(crate) fn start_at(port: &str, arguments: &[&str]) -> Self {
        let mut child = galleria()
            .args(["seller", "--port", port, "--key", KEY])
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the binary runs");
        let mut line = String::new();
        let out = child.stdout.take().expect("standard output is piped");
        let mut out = BufReader::new(out);
        out.read_line(&mut line)
            .expect("the seller says where it listens");
        let url = line
            .split_whitespace()
            .last()
            .unwrap_or_default()
            .to_owned();
        assert!(url.contains("://127.0.0.1:"), "{line}");
        let probe = arguments.contains(&"--probe-port").then(|| probe_of(out));
        Self { child, url, probe }
    }

    /// Its production address.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// The address that counts its instances, where it was started with `--probe-port`.
    pub(crate) fn probe(&self) -> String {
        self.probe
            .clone()
            .expect("the seller was started with --probe-port")
    }

    /// Ends the process at once.
    pub(crate) fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for SellerProcess {
    fn drop(&mut self) {
        self.kill();
    }
}
