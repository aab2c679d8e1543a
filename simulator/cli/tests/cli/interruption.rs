//! A run that is stopped or killed keeps what happened.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::support::{KEY, SellerProcess, galleria, json, run, told};

/// A check of a seller that takes a second for each answer, once it has recorded a few calls.
fn under_way(folder: &Path, seller: &SellerProcess) -> Child {
    let child = galleria()
        .current_dir(folder)
        .args(["check", "--url", seller.url(), "--key", KEY, "--jobs", "1"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let record = folder.join("galleria-report/record.jsonl");
    let calls = || {
        fs::read_to_string(&record)
            .unwrap_or_default()
            .matches("\"exchanged\"")
            .count()
    };
    while calls() < 2 {
        thread::sleep(Duration::from_millis(20));
    }
    child
}

fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill")
        .args([name, &child.id().to_string()])
        .status()
        .unwrap();
    assert!(sent.success());
}

#[test]
fn a_killed_run_leaves_a_record_from_which_reports_are_drawn() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&["--variation", "slow-second"]);
    let mut child = under_way(folder.path(), &seller);
    signal(&child, "-KILL");
    child.wait().unwrap();
    let arguments = [
        "report",
        "galleria-report/record.jsonl",
        "--report",
        "json=out.json",
        "--report",
        "html=out.html",
    ];
    let (code, _, err) = told(&run(folder.path(), &arguments));
    assert_eq!(code, 0, "{err}");
    let report = json(&folder.path().join("out.json"));
    assert_eq!(report["run"]["verdict"], "interrupted");
    assert!(report["exchanges"].as_array().unwrap().len() >= 2);
    let (code, out, _) = told(&run(
        folder.path(),
        &["report", "galleria-report/record.jsonl"],
    ));
    assert_eq!(code, 0);
    assert!(out.contains("debug-calls"), "{out}");
}

#[test]
fn an_interrupted_run_releases_what_it_bought_and_reports() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&["--variation", "slow-second"]);
    let record = folder.path().join("galleria-report/record.jsonl");
    let mut child = galleria()
        .current_dir(folder.path())
        .args([
            "check",
            "--url",
            seller.url(),
            "--key",
            KEY,
            "--jobs",
            "1",
            "--scenario",
            "paid-life",
        ])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    while fs::read_to_string(&record)
        .unwrap_or_default()
        .matches("\"exchanged\"")
        .count()
        < 1
    {
        thread::sleep(Duration::from_millis(20));
    }
    signal(&child, "-INT");
    assert_eq!(child.wait().unwrap().code(), Some(130));
    let report = json(&folder.path().join("galleria-report/report.json"));
    assert_eq!(report["run"]["exit_code"], 130);
    let last = report["exchanges"]
        .as_array()
        .unwrap()
        .last()
        .unwrap()
        .clone();
    assert_eq!(last["activity"], "releaseInstance", "{last}");
    assert_eq!(last["ended"], "answered");
}

#[test]
fn a_record_whose_last_line_is_cut_off_is_read() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(told(&run(folder.path(), &["check"])).0, 0);
    let path = folder.path().join("galleria-report/record.jsonl");
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() * 2 / 3]).unwrap();
    let (code, out, err) = told(&run(
        folder.path(),
        &["report", "galleria-report/record.jsonl"],
    ));
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("cut off"), "{err}");
    assert!(out.contains("paid-life"), "{out}");
}

#[test]
fn an_interrupted_campaign_keeps_what_it_has_found() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&["--fault", "id-reused-after-release"]);
    let endless = ["--cases", "1000000", "--continue-on-failure", "--seed", "5"];
    let child = galleria()
        .current_dir(folder.path())
        .args(["fuzz", "--url", seller.url(), "--key", KEY])
        .args(endless)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // A failure is recorded once it is shrunk.
    let record = folder.path().join("galleria-report/record.jsonl");
    let found = || {
        fs::read_to_string(&record)
            .unwrap_or_default()
            .contains("\"scenario-finished\"")
    };
    while !found() {
        thread::sleep(Duration::from_millis(20));
    }
    signal(&child, "-INT");
    let (code, out, _) = told(&child.wait_with_output().unwrap());
    assert_eq!(code, 130, "{out}");
    assert!(out.contains("IDM004: orders-share-instance"), "{out}");
    assert!(
        out.contains("ended early: the run was interrupted"),
        "{out}"
    );
    let kept = fs::read_dir(folder.path().join("galleria-fuzz/crashes")).unwrap();
    assert!(kept.count() > 0);
}
