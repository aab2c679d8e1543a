//! `galleria check --effect-probe`, as a command and as an address.

use std::path::Path;

use serde_json::Value;

use crate::support::{KEY, SellerProcess, galleria, json, rules_with, told};

/// Checks `seller` with further arguments, by the scenarios in which orders come again.
fn check(folder: &Path, seller: &SellerProcess, further: &[&str]) -> (i32, String, String) {
    let mut command = galleria();
    command.current_dir(folder).env("GALLERIA_KEY", KEY);
    command.args(["check", "--url", seller.url(), "--report", "json=out.json"]);
    command.args([
        "--scenario",
        "answer-lost-then-retried",
        "--scenario",
        "debug-calls",
    ]);
    told(&command.args(further).output().unwrap())
}

fn rule(folder: &Path, id: &str) -> Value {
    let report = json(&folder.join("out.json"));
    let rules = report["rules"].as_array().unwrap().clone();
    rules.into_iter().find(|rule| rule["id"] == id).unwrap()
}

#[test]
fn without_a_probe_the_rule_is_not_applicable_and_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, _) = check(folder.path(), &SellerProcess::start(&[]), &[]);
    assert_eq!(code, 0, "{out}");
    let rule = rule(folder.path(), "IDM014");
    assert_eq!(rule["verdict"], "not-applicable");
    assert_eq!(
        rule["reason"],
        "it counts instances, and no --effect-probe was given"
    );
}

#[test]
fn an_address_counts_what_the_answers_hide() {
    let folder = tempfile::tempdir().unwrap();
    for (fault, expected) in [
        ("retry-provisions-again", "IDM014"),
        ("test-purchase-makes-instance", "TST005"),
    ] {
        let seller = SellerProcess::start(&["--fault", fault, "--probe-port", "0"]);
        let probe = seller.probe();
        let (code, out, _) = check(folder.path(), &seller, &["--effect-probe", &probe, "-vv"]);
        assert_eq!(code, 1, "{out}");
        let report = json(&folder.path().join("out.json"));
        assert_eq!(rules_with(&report, "fail"), [expected]);
        assert!(out.contains("order CS"), "{out}");
        let steps = report["scenarios"][0]["steps"].as_array().unwrap();
        let step = steps.iter().find(|step| step["verb"] == "probe").unwrap();
        assert!(step["probed"][0]["count"].as_u64().unwrap() > 0);
    }
}

#[cfg(not(windows))]
#[test]
fn a_command_counts_and_does_not_see_the_key() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&[]);
    let line =
        "env > seen; case $GALLERIA_ORDER_ID in CS1906666666ABCDE) echo 0;; *) echo 1;; esac";
    let further = ["--effect-probe", line];
    let (code, out, err) = check(folder.path(), &seller, &further);
    assert_eq!(code, 0, "{out}{err}");
    assert_eq!(rule(folder.path(), "IDM014")["verdict"], "pass");
    let seen = std::fs::read_to_string(folder.path().join("seen")).unwrap();
    assert!(seen.contains("GALLERIA_ORDER_ID=CS"), "{seen}");
    assert!(!seen.contains(KEY), "{seen}");
}

#[cfg(not(windows))]
#[test]
fn a_command_that_fails_or_tells_no_number_is_the_probes_own_trouble() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&[]);
    for (line, reason) in [
        (
            "echo no such table >&2; exit 3",
            "exit status: 3: no such table",
        ),
        ("echo many", "told no number but `many`"),
    ] {
        let (code, out, _) = check(folder.path(), &seller, &["--effect-probe", line]);
        assert_eq!(code, 0, "{out}");
        let rule = rule(folder.path(), "IDM014");
        assert_eq!(rule["verdict"], "unobserved");
        let told = rule["reason"].as_str().unwrap();
        assert!(told.ends_with(reason), "{told}");
        assert!(out.contains(reason.split(':').next().unwrap()), "{out}");
    }
}

#[test]
fn a_probe_that_cannot_be_used_is_told_before_anything_is_called() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&[]);
    for (probe, reason) in [
        ("http://127.0.0.1:1/count", "asks about no order"),
        ("http://127.0.0.1:1/count?o={order}", "`{order}`"),
        (
            "http://isv.example/count?o={orderId}",
            "--allow-target isv.example",
        ),
        ("", "--effect-probe is empty"),
    ] {
        let (code, _, err) = check(folder.path(), &seller, &["--effect-probe", probe]);
        assert_eq!(code, 2, "{err}");
        assert!(err.contains(reason), "{err}");
    }
}

#[test]
fn the_embedded_seller_has_a_probe_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = galleria();
    command.current_dir(folder.path());
    command.args(["check", "--effect-probe", "echo 1"]);
    let (code, _, err) = told(&command.output().unwrap());
    assert_eq!(code, 2, "{err}");
    assert!(err.contains("--url"), "{err}");
}
