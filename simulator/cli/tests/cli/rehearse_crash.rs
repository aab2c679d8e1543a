//! `galleria rehearse --crash` with a seller that is a process of its own, killed and started again.
#![cfg(unix)]

use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use galleria_scenarios::rules;
use galleria_seller::faults;
use serde_json::Value;

use crate::support::free_port;
use crate::support::{KEY, galleria, json, rules_with, run, told};

/// A crash rehearsal in `folder` of a seller with these further arguments, that galleria starts.
fn crash(folder: &Path, seller: &str, arguments: &[&str]) -> (i32, String, String) {
    let port = free_port();
    let url = format!("http://127.0.0.1:{port}/produceAPI");
    let binary = env!("CARGO_BIN_EXE_galleria");
    let start = format!("{binary} seller --port {port} --key {KEY} {seller}");
    let mut all = vec![
        "rehearse",
        "--crash",
        "--url",
        &url,
        "--key",
        KEY,
        "--seed",
        "7",
        "--start-cmd",
        &start,
    ];
    all.extend(arguments);
    let told = told(&run(folder, &all));
    let left = std::net::TcpStream::connect(format!("127.0.0.1:{port}"));
    assert!(left.is_err(), "the seller was left running");
    told
}

fn report(folder: &Path) -> Value {
    json(&folder.join("galleria-report/report.json"))
}

#[test]
fn a_seller_that_writes_down_before_it_answers_survives_every_death() {
    for profile in ["cn-v1", "cn-v2"] {
        let folder = tempfile::tempdir().unwrap();
        let arguments = ["--profile", profile];
        let (code, out, err) = crash(folder.path(), "--state s.jsonl", &arguments);
        assert_eq!(code, 0, "{out}{err}");
        assert!(out.contains("the seller is killed within the body of its answer"));
        let report = report(folder.path());
        assert_eq!(report["scenarios"].as_array().unwrap().len(), 11);
        for rule in ["IDM001", "IDM008"] {
            assert!(
                rules_with(&report, "pass").contains(&rule.to_owned()),
                "{out}"
            );
        }
        assert!(!out.contains(KEY) && !err.contains(KEY), "{out}{err}");
    }
}

/// The durability faults are proved here, for they show only where a process dies: exactly the rules
/// that name them fail.
#[test]
fn each_durability_fault_makes_exactly_its_rules_fail() {
    let faults = faults::all()
        .iter()
        .filter(|fault| fault.area == "durability");
    let mut proved = 0;
    for fault in faults {
        let folder = tempfile::tempdir().unwrap();
        let seller = format!("--state s.jsonl --fault {}", fault.name);
        let (code, out, err) = crash(folder.path(), &seller, &["--deaths", "1"]);
        assert_eq!(code, 1, "{}\n{out}{err}", fault.name);
        let named = rules::all().filter(|rule| rule.faults.contains(&fault.name));
        let named: Vec<&str> = named.map(|rule| rule.id).collect();
        assert_eq!(
            rules_with(&report(folder.path()), "fail"),
            named,
            "{}",
            fault.name
        );
        assert!(named.contains(&"IDM008"));
        proved += 1;
    }
    assert_eq!(proved, 2);
}

#[test]
fn the_effect_probe_counts_behind_a_death() {
    let folder = tempfile::tempdir().unwrap();
    let probe = "grep -c \"\\\"order\\\":\\\"$GALLERIA_ORDER_ID\" s.jsonl";
    let arguments = ["--deaths", "1", "--effect-probe", probe];
    let (code, out, err) = crash(folder.path(), "--state s.jsonl", &arguments);
    assert_eq!(code, 0, "{out}{err}");
    assert!(
        rules_with(&report(folder.path()), "pass").contains(&"IDM014".to_owned()),
        "{out}"
    );
}

#[test]
fn commands_kill_and_restart_a_seller_that_runs_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let port = free_port();
    let url = format!("http://127.0.0.1:{port}/produceAPI");
    let binary = env!("CARGO_BIN_EXE_galleria");
    let start = format!(
        "{binary} seller --port {port} --key {KEY} --state s.jsonl >/dev/null 2>&1 & echo $! > pid"
    );
    let kill = "kill -9 $(cat pid)";
    let both = format!("{kill}; sleep 0.2; {start}");
    let shell = |line: &str| {
        let mut command = Command::new("sh");
        command
            .current_dir(folder.path())
            .args(["-c", line])
            .status()
    };
    assert!(shell(&start).unwrap().success());
    let base = [
        "rehearse",
        "--crash",
        "--deaths",
        "1",
        "--url",
        &url,
        "--key",
        KEY,
        "--wait-for",
        "20s",
    ];
    for commands in [
        &["--kill-cmd", kill, "--restart-cmd", &start][..],
        &["--restart-cmd", &both][..],
    ] {
        let arguments = [&base[..], commands].concat();
        let (code, out, err) = told(&run(folder.path(), &arguments));
        assert_eq!(code, 0, "{out}{err}");
    }
    assert!(shell(kill).unwrap().success());
}

#[test]
fn a_seller_that_does_not_come_up_again_ends_the_run_and_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let port = free_port();
    let url = format!("http://127.0.0.1:{port}/produceAPI");
    let binary = env!("CARGO_BIN_EXE_galleria");
    // The second start finds the mark of the first.
    let start = format!("mkdir mark && exec {binary} seller --port {port} --key {KEY}");
    let arguments = [
        "rehearse",
        "--crash",
        "--url",
        &url,
        "--key",
        KEY,
        "--start-cmd",
        &start,
        "--up-within",
        "500ms",
    ];
    let (code, out, err) = told(&run(folder.path(), &arguments));
    assert_eq!(code, 4, "{out}{err}");
    let stopped = report(folder.path())["run"]["stopped"].clone();
    assert_eq!(stopped["why"], "not-restarted");
    assert!(
        stopped["reason"]
            .as_str()
            .unwrap()
            .contains("took no connection"),
        "{stopped}"
    );
}

#[test]
fn an_interrupted_rehearsal_stops_the_seller_that_it_started() {
    let folder = tempfile::tempdir().unwrap();
    let port = free_port();
    let url = format!("http://127.0.0.1:{port}/produceAPI");
    let binary = env!("CARGO_BIN_EXE_galleria");
    let start = format!(
        "{binary} seller --port {port} --key {KEY} --state s.jsonl --variation slow-second"
    );
    let mut child = galleria()
        .current_dir(folder.path())
        .args([
            "rehearse",
            "--crash",
            "--url",
            &url,
            "--key",
            KEY,
            "--start-cmd",
            &start,
        ])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let record = folder.path().join("galleria-report/record.jsonl");
    let called = || {
        let text = std::fs::read_to_string(&record).unwrap_or_default();
        text.contains("\"exchanged\"")
    };
    while !called() {
        thread::sleep(Duration::from_millis(20));
    }
    let id = child.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-INT", &id])
            .status()
            .unwrap()
            .success()
    );
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(std::net::TcpStream::connect(format!("127.0.0.1:{port}")).is_err());
    assert_eq!(report(folder.path())["run"]["exit_code"], 130);
}

#[test]
fn wrong_input_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let url = "http://127.0.0.1:1/p";
    let wrong: [(&[&str], &str); 5] = [
        (&["--crash"], "--url"),
        (&["--crash", "--url", url], "give --start-cmd"),
        (&["--crash", "--url", url, "--down-cmd", "x"], "--up-cmd"),
        (&["--url", url, "--up-cmd", "x"], "give both"),
        (
            &["--url", url, "--start-cmd", "x", "--outage-kind", "cut"],
            "the real one",
        ),
    ];
    for (arguments, message) in wrong {
        let mut all = vec!["rehearse", "--key", KEY];
        all.extend(arguments);
        let (code, _, err) = told(&run(folder.path(), &all));
        assert_eq!(code, 2, "{arguments:?}\n{err}");
        assert!(err.contains(message), "{arguments:?}\n{err}");
    }
}

#[test]
fn a_state_file_of_another_kind_is_refused_and_left() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("diary"), "dear diary\n").unwrap();
    let (code, _, err) = told(&run(
        folder.path(),
        &["seller", "--port", "0", "--state", "diary"],
    ));
    assert_eq!(code, 2);
    assert!(
        err.contains("diary:1: this is no line of a seller's state"),
        "{err}"
    );
    assert_eq!(
        std::fs::read(folder.path().join("diary")).unwrap(),
        b"dear diary\n"
    );
}
