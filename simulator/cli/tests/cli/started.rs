//! `galleria run`: the seller is started, checked and stopped.
#![cfg(unix)]

use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use crate::support::{KEY, SellerProcess, galleria, run, told};

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

/// `galleria run` of that command, which is to answer at that port.
fn started(folder: &Path, port: u16, flags: &[&str], command: &[&str]) -> (i32, String, String) {
    let url = format!("http://127.0.0.1:{port}/produceAPI");
    let run_it = ["run", "--url", &url, "--key", KEY];
    told(&run(folder, &[&run_it, flags, &["--"], command].concat()))
}

/// A seller as a child of a shell, so that it is not the process that was started.
fn seller(port: u16, fault: &str) -> String {
    let galleria = env!("CARGO_BIN_EXE_galleria");
    format!("'{galleria}' seller --port {port} --key {KEY} {fault} & wait")
}

fn is_answered(port: u16) -> bool {
    TcpStream::connect(("127.0.0.1", port)).is_ok()
}

/// Waits until nobody answers, as a process that was asked to end soon does.
fn ends(port: u16) -> bool {
    (0..200).any(|_| {
        thread::sleep(Duration::from_millis(20));
        !is_answered(port)
    })
}

#[test]
fn a_seller_is_started_checked_and_stopped_with_what_it_started() {
    let folder = tempfile::tempdir().unwrap();
    for (fault, code) in [("", 0), ("--fault signature-in-hex", 1)] {
        let port = free_port();
        let command = ["sh", "-c", &seller(port, fault)];
        let (found, out, err) = started(folder.path(), port, &[], &command);
        assert_eq!(found, code, "{out}{err}");
        assert!(err.contains("listens on"), "{err}");
        assert!(!out.contains("listens on"), "{out}");
        assert!(ends(port));
    }
}

#[test]
fn a_command_that_ends_or_does_not_answer_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let port = free_port();
    let (code, _, err) = started(folder.path(), port, &[], &["sh", "-c", "exit 7"]);
    assert_eq!(code, 3);
    assert!(
        err.contains("ended with exit status: 7 before it answered"),
        "{err}"
    );
    let slow = ["--wait-for", "300ms"];
    let (code, _, err) = started(folder.path(), port, &slow, &["sleep", "60"]);
    assert_eq!(code, 3);
    assert!(err.contains("did not answer"), "{err}");
    let (code, _, err) = started(folder.path(), port, &[], &["no-such-command-here"]);
    assert_eq!(code, 2);
    assert!(
        err.contains("`no-such-command-here` cannot be started"),
        "{err}"
    );
    let (code, _, err) = told(&run(folder.path(), &["run", "--", "true"]));
    assert_eq!(code, 2);
    assert!(err.contains("--url"), "{err}");
}

#[test]
fn a_seller_that_runs_already_is_not_taken_for_the_one_that_is_started() {
    let folder = tempfile::tempdir().unwrap();
    let other = SellerProcess::start(&[]);
    let arguments = ["run", "--url", other.url(), "--key", KEY, "--", "true"];
    let (code, _, err) = told(&run(folder.path(), &arguments));
    assert_eq!(code, 2);
    assert!(err.contains("something answers at"), "{err}");
}

#[test]
fn an_interrupted_run_stops_its_seller() {
    let folder = tempfile::tempdir().unwrap();
    let port = free_port();
    let url = format!("http://127.0.0.1:{port}/produceAPI");
    let command = seller(port, "--variation slow-second");
    let mut child = galleria()
        .current_dir(folder.path())
        .args([
            "run", "--url", &url, "--key", KEY, "--", "sh", "-c", &command,
        ])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let answers = (0..1000).any(|_| {
        thread::sleep(Duration::from_millis(10));
        is_answered(port)
    });
    assert!(answers, "the seller does not start");
    let id = child.id().to_string();
    let sent = std::process::Command::new("kill")
        .args(["-INT", &id])
        .status();
    assert!(sent.unwrap().success());
    let status = child.wait().unwrap();
    assert_eq!(status.code(), Some(130));
    assert!(ends(port));
}
