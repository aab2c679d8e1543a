//! `galleria check --watch` checks again when something has changed.
#![cfg(unix)]

use std::fs;
use std::io::{BufRead as _, BufReader, Lines};
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};

use crate::support::{KEY, SellerProcess, free_port, galleria, run, told};

/// A watch, which is killed when it is dropped.
struct Watch {
    child: Child,
    told: Lines<BufReader<ChildStderr>>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Watch {
    fn start(folder: &Path, arguments: &[&str]) -> Self {
        let mut check = galleria();
        check.arg("check").args(arguments);
        let mut child = check
            .current_dir(folder)
            .env("GALLERIA_WATCH", "true")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let told = BufReader::new(child.stderr.take().unwrap()).lines();
        Self { child, told }
    }

    /// Waits for a line that has this text.
    fn until(&mut self, text: &str) {
        let mut before = String::new();
        for line in self.told.by_ref() {
            let line = line.unwrap();
            if line.contains(text) {
                return;
            }
            before.push_str(&line);
            before.push('\n');
        }
        panic!("`{text}` is never told: {before}");
    }

    /// Ends it as Ctrl-C does; its exit code.
    fn end(mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-INT", &id]).status();
        assert!(sent.unwrap().success());
        self.child.wait().unwrap().code()
    }
}

const SCENARIO: &str =
    "title = 'Mine'\nabout = 'Buys.'\n\n[[step]]\nverb = 'send'\nactivity = 'newInstance'\n";

#[test]
fn a_changed_scenario_is_checked_again() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("mine")).unwrap();
    let file = folder.path().join("mine/buy.toml");
    fs::write(&file, SCENARIO).unwrap();
    fs::write(folder.path().join("galleria.toml"), "seed = 7\n").unwrap();
    let arguments = ["--scenarios", "mine", "--scenario", "buy"];
    let mut watch = Watch::start(folder.path(), &arguments);
    watch.until("waiting for a change of a file; Ctrl-C ends");
    // What is broken is told, and does not end the watch.
    fs::write(&file, "title = 3\n").unwrap();
    watch.until("checking again: buy.toml has changed");
    watch.until("error: ");
    watch.until("waiting for a change");
    fs::write(&file, SCENARIO).unwrap();
    watch.until("checking again: buy.toml has changed");
    watch.until("waiting for a change");
    // Each check reads its settings anew.
    let first_line = || {
        let record = fs::read_to_string(folder.path().join("galleria-report/record.jsonl"));
        record.unwrap().lines().next().unwrap().to_owned()
    };
    assert!(first_line().contains("\"seed\":7,"));
    fs::write(folder.path().join("galleria.toml"), "seed = 8\n").unwrap();
    watch.until("checking again: galleria.toml has changed");
    watch.until("waiting for a change");
    assert!(first_line().contains("\"seed\":8,"));
    assert_eq!(watch.end(), Some(0));
}

#[test]
fn a_seller_that_comes_back_is_checked_again() {
    let folder = tempfile::tempdir().unwrap();
    let port = free_port();
    let url = format!("http://127.0.0.1:{port}/produceAPI");
    let check = ["--watch", "--url", &url, "--key", KEY];
    let arguments = [&check[..], &["--scenario", "debug-calls"]].concat();
    let mut watch = Watch::start(folder.path(), &arguments);
    watch.until("waiting for the seller to come back");
    let mut seller = SellerProcess::start_at(&port, &[]);
    watch.until("checking again: the seller answers again");
    watch.until("waiting for the seller to come back");
    seller.kill();
    drop(watch);
}

#[test]
fn a_seller_behind_another_name_is_looked_for_where_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let port = free_port();
    let address = format!("127.0.0.1:{port}");
    let named = [
        "--watch",
        "--url",
        "http://isv.invalid/produceAPI",
        "--resolve",
    ];
    let check = [
        &named[..],
        &[&address, "--allow-target", "isv.invalid", "--key", KEY],
    ]
    .concat();
    let arguments = [&check[..], &["--scenario", "debug-calls"]].concat();
    let mut watch = Watch::start(folder.path(), &arguments);
    watch.until("waiting for the seller to come back");
    let mut seller = SellerProcess::start_at(&port, &[]);
    watch.until("checking again: the seller answers again");
    watch.until("waiting for the seller to come back");
    seller.kill();
    drop(watch);
}

#[test]
fn a_watch_is_no_setting_and_no_dry_run() {
    let folder = tempfile::tempdir().unwrap();
    let (code, _, err) = told(&run(folder.path(), &["check", "--watch", "--dry-run"]));
    assert_eq!(code, 2, "{err}");
    let (code, _, err) = told(&run(folder.path(), &["check", "--watch"]));
    assert_eq!(code, 2, "{err}");
    assert!(err.contains("--watch has nothing to wait for"), "{err}");
    fs::write(folder.path().join("galleria.toml"), "watch = true\n").unwrap();
    let (code, _, err) = told(&run(folder.path(), &["check"]));
    assert_eq!(code, 2, "{err}");
    assert!(err.contains("galleria.toml:1"), "{err}");
}
