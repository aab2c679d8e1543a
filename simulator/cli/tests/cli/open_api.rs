//! `galleria check --open-api`: the seller's calls of the marketplace.

use std::path::Path;

use serde_json::Value;

use crate::support::{KEY, SellerProcess, free_port, galleria, json, rules_with, told};

const SECRET: &str = "obviously-fake-sk";
const ACCESS: &str = "obviously-fake-ak";

/// Checks a seller of V2 that calls the open APIs, by the scenario of what is billed by use.
fn check(folder: &Path, seller: &[&str], further: &[&str]) -> (i32, String, String) {
    check_as(folder, SECRET, seller, further)
}

/// The same with a marketplace that knows the seller by that SK.
fn check_as(
    folder: &Path,
    known: &str,
    seller: &[&str],
    further: &[&str],
) -> (i32, String, String) {
    let address = format!("127.0.0.1:{}", free_port());
    let base = format!("http://{address}");
    std::fs::write(folder.join("sk"), SECRET).unwrap();
    let secret = folder.join("sk").display().to_string();
    let mut started = vec!["--open-api", base.as_str()];
    started.extend(["--ak", ACCESS, "--sk-file", &secret]);
    started.extend(seller);
    let seller = SellerProcess::start(&started);
    let mut command = galleria();
    command.current_dir(folder).env("GALLERIA_KEY", KEY);
    command.args(["check", "--url", seller.url(), "--profile", "cn-v2"]);
    command.args(["--billing", "on-demand", "--open-api", &address]);
    command
        .args(["--ak", ACCESS, "--sk-env", "KNOWN_SK"])
        .env("KNOWN_SK", known);
    command.args(["--report", "json=out.json"]);
    command.args(["--scenario", "metered-life-v2"]);
    told(&command.args(further).output().unwrap())
}

fn verdict(report: &Value, id: &str) -> (String, String) {
    let rules = report["rules"].as_array().unwrap();
    let rule = rules.iter().find(|rule| rule["id"] == id).unwrap();
    let text = |name: &str| rule[name].as_str().unwrap_or_default().to_owned();
    (text("verdict"), text("reason"))
}

#[test]
fn queries_and_pushes_are_answered_judged_and_told() {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, err) = check(folder.path(), &[], &["-vv"]);
    assert_eq!(code, 0, "{out}{err}");
    assert!(
        err.contains("the open APIs listen on http://127.0.0.1:"),
        "{err}"
    );
    assert!(out.contains("query of an order, answered 200"), "{out}");
    assert!(out.contains("usage push, answered 200"), "{out}");
    let report = json(&folder.path().join("out.json"));
    for id in ["OPN001", "OPN002", "OPN003", "OPN004", "OPN009", "OPN010"] {
        assert_eq!(verdict(&report, id).0, "pass", "{id}");
    }
    let came = report["call_backs"].as_array().unwrap();
    assert!(
        came.iter()
            .all(|call| call["status"] == 200 && call["flaws"] == Value::Array(vec![]))
    );
    assert!(came.iter().any(|call| call["wish"] == "usage push"));
}

#[test]
fn the_secret_is_in_no_file_of_the_run() {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, err) = check(
        folder.path(),
        &["--fault", "usage-signed-with-sk"],
        &["-vv"],
    );
    assert_eq!(code, 1, "{out}{err}");
    let mut texts = vec![out, err];
    for file in std::fs::read_dir(folder.path().join("galleria-report")).unwrap() {
        texts.push(std::fs::read_to_string(file.unwrap().path()).unwrap());
    }
    for text in texts {
        assert!(!text.contains(SECRET) && !text.contains(KEY), "{text}");
    }
}

#[test]
fn the_mistake_in_a_signature_is_named() {
    let folder = tempfile::tempdir().unwrap();
    for (fault, rule, cause) in [
        (
            "queries-signed-without-slash",
            "OPN001",
            "uri-without-slash",
        ),
        ("usage-signed-in-hex", "OPN004", "hex-lower"),
        ("usage-signed-with-sk", "OPN004", "wrong-key"),
    ] {
        let (code, out, err) = check(folder.path(), &["--fault", fault], &[]);
        assert_eq!(code, 1, "{out}{err}");
        let report = json(&folder.path().join("out.json"));
        assert_eq!(rules_with(&report, "fail"), [rule]);
        let rules = report["rules"].as_array().unwrap();
        let found = rules.iter().find(|known| known["id"] == rule).unwrap();
        assert_eq!(found["findings"][0]["cause"], cause, "{fault}");
    }
}

#[test]
fn a_call_under_another_sk_is_refused_and_told() {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, err) = check_as(folder.path(), "another-fake-sk", &[], &[]);
    assert_eq!(code, 1, "{out}{err}");
    let report = json(&folder.path().join("out.json"));
    assert_eq!(rules_with(&report, "fail"), ["OPN001"]);
    assert!(
        report["call_backs"][0]["answer"]
            .as_str()
            .unwrap()
            .contains("APIGW.0301")
    );
}

#[test]
fn without_it_the_rules_do_not_apply_and_say_why() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&[]);
    let mut command = galleria();
    command.current_dir(folder.path()).env("GALLERIA_KEY", KEY);
    command.args(["check", "--url", seller.url(), "--profile", "cn-v2"]);
    command.args([
        "--report",
        "json=out.json",
        "--scenario",
        "purchase-repeated",
    ]);
    let (code, out, err) = told(&command.output().unwrap());
    assert_eq!(code, 0, "{out}{err}");
    let report = json(&folder.path().join("out.json"));
    let told = "it is about calls of the open APIs, and no --open-api was given";
    assert_eq!(
        verdict(&report, "OPN001"),
        ("not-applicable".into(), told.into())
    );
    assert_eq!(report["call_backs"], Value::Array(vec![]));
}

#[test]
fn a_seller_that_never_calls_is_not_failed() {
    let folder = tempfile::tempdir().unwrap();
    let seller = SellerProcess::start(&[]);
    let address = format!("127.0.0.1:{}", free_port());
    let mut command = galleria();
    command.current_dir(folder.path()).env("GALLERIA_KEY", KEY);
    command.args(["check", "--url", seller.url(), "--profile", "cn-v2"]);
    command.args(["--open-api", &address, "--report", "json=out.json"]);
    command.args(["--scenario", "purchase-repeated"]);
    let (code, out, err) = told(&command.output().unwrap());
    assert_eq!(code, 0, "{out}{err}");
    let report = json(&folder.path().join("out.json"));
    let told = "the seller never called the open APIs";
    assert_eq!(
        verdict(&report, "OPN001"),
        ("not-applicable".into(), told.into())
    );
}

#[test]
fn what_cannot_be_served_is_told_before_anything_is_called() {
    let folder = tempfile::tempdir().unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    let url = ["check", "--url", "http://127.0.0.1:9/produceAPI"];
    let cases: [(&[&str], &str); 4] = [
        (
            &["--profile", "cn-v2", "--open-api", &taken],
            "choose another --open-api",
        ),
        (
            &["--profile", "cn-v1", "--open-api", "127.0.0.1:0"],
            "--open-api is for sellers of V2",
        ),
        (
            &["--profile", "cn-v2", "--open-api", "here"],
            "invalid socket address",
        ),
        (
            &[
                "--profile",
                "cn-v2",
                "--open-api",
                "127.0.0.1:0",
                "--sk-env",
                "NO_SUCH",
            ],
            "the environment variable NO_SUCH, named by --sk-env, is not set",
        ),
    ];
    for (further, message) in cases {
        let mut command = galleria();
        command.current_dir(folder.path()).env("GALLERIA_KEY", KEY);
        let (code, out, err) = told(&command.args(url).args(further).output().unwrap());
        assert_eq!(code, 2, "{out}{err}");
        assert!(err.contains(message), "{err}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_seller_refuses_an_address_that_is_none() {
    let mut command = galleria();
    command.args(["seller", "--port", "0", "--open-api", "127.0.0.1:1"]);
    let (code, _, err) = told(&command.output().unwrap());
    assert_eq!(code, 2, "{err}");
    assert!(
        err.contains("is no address of the form http://HOST:PORT"),
        "{err}"
    );
}
