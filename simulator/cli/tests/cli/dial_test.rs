//! `galleria dialtest`: replays, what differs between them, and when a product would be hidden.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::{KEY, SellerProcess, json, rules_with, run, told};

/// Saves a case a scene at a right seller.
fn save(folder: &Path, scenes: &[&str]) {
    let seller = SellerProcess::start(&[]);
    for scene in scenes {
        let arguments = [
            "debug",
            scene,
            "--url",
            seller.url(),
            "--key",
            KEY,
            "--save",
        ];
        let (code, out, err) = told(&run(folder, &arguments));
        assert_eq!(code, 0, "{scene}\n{out}{err}");
    }
}

const LIFE: [&str; 4] = [
    "newInstance",
    "refreshInstance",
    "expireInstance",
    "releaseInstance",
];

fn dial(folder: &Path, seller: &SellerProcess, more: &[&str]) -> (i32, String) {
    let (code, out, err) = streams(folder, seller, more);
    (code, out + &err)
}

fn streams(folder: &Path, seller: &SellerProcess, more: &[&str]) -> (i32, String, String) {
    let mut arguments = vec!["dialtest", "--url", seller.url(), "--key", KEY];
    arguments.extend(more);
    let (code, out, err) = told(&run(folder, &arguments));
    assert!(!out.contains(KEY) && !err.contains(KEY), "{out}{err}");
    (code, out, err)
}

fn dial_json(folder: &Path, seller: &SellerProcess, more: &[&str]) -> (i32, Value) {
    let mut arguments = vec!["--json"];
    arguments.extend(more);
    let (code, out, _) = streams(folder, seller, &arguments);
    (
        code,
        serde_json::from_str(&out).unwrap_or_else(|_| panic!("{out}")),
    )
}

fn pattern<'a>(told: &'a Value, case: &str) -> &'a str {
    let cases = told["cases"].as_array().unwrap();
    let case = cases.iter().find(|one| one["name"] == case).unwrap();
    case["pattern"]["kind"].as_str().unwrap()
}

#[test]
fn the_reference_seller_passes_and_leaves_a_record() {
    let folder = tempfile::tempdir().unwrap();
    save(folder.path(), &LIFE);
    let seller = SellerProcess::start(&[]);
    let (code, out) = dial(folder.path(), &seller, &[]);
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("PASS: all 4 calls passed"), "{out}");
    let (code, out) = dial(folder.path(), &seller, &["--rounds", "3", "--seed", "7"]);
    assert_eq!(code, 0, "{out}");
    assert!(
        out.contains("seed 7") && out.contains("PASS: all 16 calls passed"),
        "{out}"
    );
    let (code, out, err) = told(&run(
        folder.path(),
        &["report", "galleria-report/record.jsonl"],
    ));
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("dial-test"), "{out}");
    for file in ["record.jsonl", "report.json", "report.html", "junit.xml"] {
        let text = fs::read_to_string(folder.path().join("galleria-report").join(file)).unwrap();
        assert!(!text.contains(KEY), "{file}");
    }
}

#[test]
fn thirty_days_at_a_right_seller_leave_it_on_sale() {
    let folder = tempfile::tempdir().unwrap();
    save(folder.path(), &LIFE);
    let seller = SellerProcess::start(&[]);
    let (code, told) = dial_json(folder.path(), &seller, &["--days", "30", "--seed", "1"]);
    assert_eq!(code, 0, "{told}");
    assert_eq!(told["hidden_on"], Value::Null);
    assert_eq!(told["days"].as_array().unwrap().len(), 30);
}

#[test]
fn calls_that_are_taken_once_are_not_repeatable_and_hide_the_product() {
    let folder = tempfile::tempdir().unwrap();
    save(folder.path(), &LIFE);
    let seller = SellerProcess::start(&["--fault", "test-calls-taken-once"]);
    let (code, told) = dial_json(folder.path(), &seller, &["--days", "10", "--seed", "3"]);
    assert_eq!(code, 1);
    assert_eq!(told["hidden_on"], 5);
    for case in ["v1-newInstance-period", "v1-releaseInstance"] {
        assert_eq!(pattern(&told, case), "not-repeatable", "{told}");
    }
    let report = json(&folder.path().join("galleria-report/report.json"));
    assert_eq!(rules_with(&report, "fail"), ["TST003"]);
}

#[test]
fn a_life_of_test_instances_depends_on_the_order() {
    let folder = tempfile::tempdir().unwrap();
    save(folder.path(), &LIFE);
    let seller = SellerProcess::start(&["--fault", "test-order-matters"]);
    let (code, told) = dial_json(folder.path(), &seller, &["--rounds", "20", "--seed", "5"]);
    assert_eq!(code, 1);
    assert_eq!(pattern(&told, "v1-newInstance-period"), "passes");
    assert_eq!(
        pattern(&told, "v1-refreshInstance"),
        "order-dependent",
        "{told}"
    );
    let failed = told["failed_rules"].as_array().unwrap();
    assert!(failed.contains(&Value::from("TST002")), "{failed:?}");
    assert!(!failed.contains(&Value::from("TST003")), "{failed:?}");
}

#[test]
fn a_cold_start_fails_its_first_call_alone() {
    let folder = tempfile::tempdir().unwrap();
    save(folder.path(), &["newInstance", "releaseInstance"]);
    let seller = SellerProcess::start(&["--fault", "first-test-call-unanswered"]);
    let arguments = ["--rounds", "3", "--seed", "1", "--timeout", "500ms"];
    let (code, told) = dial_json(folder.path(), &seller, &arguments);
    assert_eq!(code, 1);
    let first = &told["sessions"][0]["calls"][0];
    assert_eq!(first["stopped"]["message"], "call-timed-out", "{told}");
    assert_eq!(
        pattern(&told, first["case"].as_str().unwrap()),
        "first-only"
    );
    assert_eq!(told["failed_rules"], serde_json::json!(["TRN004"]));
}

#[test]
fn a_switch_for_tests_that_is_off_fails_all_but_the_purchase() {
    let folder = tempfile::tempdir().unwrap();
    save(folder.path(), &LIFE);
    let seller = SellerProcess::start(&["--fault", "test-flag-ignored"]);
    let (code, out) = dial(folder.path(), &seller, &[]);
    assert_eq!(code, 1, "{out}");
    assert!(
        out.contains("resultCode返回错误") && out.contains("TST001"),
        "{out}"
    );
    assert!(out.contains("5 days in a row"), "{out}");
}

#[test]
fn wrong_input_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut seller = SellerProcess::start(&[]);
    let (code, out) = dial(folder.path(), &seller, &[]);
    assert_eq!(code, 2);
    assert!(out.contains("there are no cases"), "{out}");
    save(folder.path(), &["releaseInstance"]);
    for (arguments, hint) in [
        (&["--case", "nothing*"][..], "fits nothing"),
        (&["--rounds", "0"][..], "1..=1000"),
        (&["--rounds", "2", "--days", "2"][..], "cannot be used with"),
        (&["--profile", "cn-v2"][..], "no case was saved by profile"),
        (&["--json", "--report", "json=-"][..], "standard output"),
    ] {
        let (code, out) = dial(folder.path(), &seller, arguments);
        assert_eq!(code, 2, "{arguments:?}\n{out}");
        assert!(out.contains(hint), "{arguments:?}\n{out}");
    }
    seller.kill();
    let (code, out) = dial(folder.path(), &seller, &[]);
    assert_eq!(code, 3, "{out}");
    assert!(out.contains("生产地址不可达"), "{out}");
}

#[cfg(unix)]
#[test]
fn an_interrupted_dial_test_keeps_what_happened() {
    use std::process::{Command, Stdio};
    use std::thread;
    use std::time::Duration;
    let folder = tempfile::tempdir().unwrap();
    save(folder.path(), &["releaseInstance", "newInstance"]);
    let seller = SellerProcess::start(&["--variation", "slow-second"]);
    let child = crate::support::galleria()
        .current_dir(folder.path())
        .args([
            "dialtest",
            "--url",
            seller.url(),
            "--key",
            KEY,
            "--rounds",
            "50",
            "--json",
        ])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let record = folder.path().join("galleria-report/record.jsonl");
    let calls = || {
        fs::read_to_string(&record)
            .unwrap_or_default()
            .matches("\"exchanged\"")
            .count()
    };
    while calls() < 2 {
        thread::sleep(Duration::from_millis(20));
    }
    let sent = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status()
        .unwrap();
    assert!(sent.success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130));
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(
        told["sessions"][0]["calls"].as_array().unwrap().len() >= 2,
        "{told}"
    );
    assert_eq!(told["exit_code"], 130);
    assert!(folder.path().join("galleria-report/report.html").exists());
}
